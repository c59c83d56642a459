"""Counting of terms in arrays gives what counting them one by one gives."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis.terms import bigrams_of, units_line, units_of
from corpus.index.counting import TermCounts

LINES = st.text(st.sampled_from("潮汐灯塔〇々ひカ한𠀀ab1 \n.é"), max_size=12).map(units_line)


@given(st.lists(st.tuples(st.sampled_from([1, 1, -1]), st.lists(LINES, max_size=4)), max_size=8))
def test_each_term_counts_once_for_each_passage(passages: list[tuple[int, list[str]]]) -> None:
    """Units and bigrams of every script, also beyond the first plane; what is taken back counts against."""
    counts, wanted = TermCounts(), Counter[tuple[str, str]]()
    for sign, lines in passages:
        text = "\n".join(lines)
        counts.count(sign, text, text)
        for field, terms in (("W", set(text.split())), ("U", set(units_of(text))), ("B", set(bigrams_of(text)))):
            for term in terms:
                wanted[field, term] += sign
    for nothing_more in (False, True):
        rows = [row for some in counts.take() for row in some]
        assert len({row[:2] for row in rows}) == len(rows)
        assert {row[:2]: row[2] for row in rows} == ({} if nothing_more else dict(wanted))

"""Counting of terms in arrays gives what counting them one by one gives, and a store keeps it."""

import sqlite3
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis.terms import bigrams_of, is_cjk, units_line, units_of
from corpus.index import counting, frequencies
from corpus.index.counting import TermCounts

LINES = st.text(st.sampled_from("潮汐灯塔〇々ひカ한𠀀ab1 \n.é"), max_size=12).map(units_line)
PASSAGES = st.lists(st.lists(LINES, max_size=4).map("\n".join), max_size=9)


@pytest.fixture(autouse=True)
def little_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handful of passages fill batches and blocks."""
    monkeypatch.setattr(counting, "_BATCH", 3)
    monkeypatch.setattr(counting, "_SUMMED", 20)
    monkeypatch.setattr(frequencies, "_MOST", 4)
    monkeypatch.setattr(frequencies, "_BLOCKS", 3)


def terms_of(text: str) -> list[tuple[str, str]]:
    """Return the distinct terms of a passage with their fields."""
    fields = ("W", set(text.split())), ("U", set(units_of(text))), ("B", set(bigrams_of(text)))
    return [(field, term) for field, terms in fields for term in terms]


@given(st.lists(st.tuples(PASSAGES, st.randoms(use_true_random=False)), max_size=4))
def test_a_store_holds_what_passages_come_to(rounds: list) -> None:
    """Terms of every script, also beyond the first plane, count once a passage; what is taken back leaves nothing."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(frequencies.SCHEMA)
    counts, standing, seen = TermCounts(), [], set()
    for come, chance in rounds:
        gone = [text for text in standing if chance.random() < 0.5]
        for sign, texts in ((-1, gone), (1, come)):
            for text in texts:
                counts.count(sign, text, text)
        for text in gone:
            standing.remove(text)
        standing += come
        frequencies.add(connection, *counts.take())
        wanted = Counter(term for text in standing for term in terms_of(text))
        seen.update(wanted)
        for field in "WUB":
            asked = [term for of, term in seen if of == field]
            found = frequencies.document_frequency(connection, field, [*asked, "没有", "nowhere"])
            assert found == {term: n for (of, term), n in wanted.items() if of == field}
        words = {term for field, term in wanted if field == "W"}
        assert frequencies.words_among(connection, frozenset(words | {"没有", "nowhere"})) == words
        bigrams = {term for field, term in wanted if field == "B" and is_cjk(term)}
        assert frequencies.bigrams_among(connection, frozenset(bigrams | {"没有"})) == bigrams
        assert frequencies.units(connection) >= {term for field, term in wanted if field == "U" and len(term) == 1}
    connection.close()


def test_nothing_more_is_taken() -> None:
    """What was taken once is forgotten, and no more is kept than terms."""
    counts = TermCounts()
    for _ in range(40):
        counts.count(1, "潮汐 表\nlighthouse", "潮汐表\nlighthouse")
    numbers, changes, long = counts.take()
    assert len(numbers) == len({*numbers.tolist()})
    assert {*changes.tolist()} == {40}
    assert long == [("\x01lighthouse", 40), ("lighthouse", 40)]
    assert [len(some) for some in counts.take()] == [0, 0, 0]

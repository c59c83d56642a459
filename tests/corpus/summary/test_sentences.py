"""Which sentences can be shown alone."""

import itertools

import pytest

from corpus.summary.sentences import SENTENCES_CONSIDERED, leans, opening_clause, standing_sentences
from tests.corpus.conftest import make_article

PLAIN = "灯塔的水泵在去年冬天换了新的。"


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in standing_sentences(make_article("one", text=text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "这意味着水泵还能再用三十年。",
        "他后来又修好了另外两台水泵。",
        "也就是说水泵没有任何问题。",
        "However, nobody had checked the old pumps since the flood.",
        "It was repaired by three engineers within a single week.",
        "“这不是我们第一次遇到洪水。”",
        "为什么没有人检查过旧的水泵?",
        "- 水泵的价格是一台三千元左右。",
        "2. 水泵的价格是一台三千元左右。",
        "图3:灯塔旁边的新水泵和旧水泵。",
        "灯塔与水泵的历史",
        "很好。",
    ],
)
def test_what_does_not_stand_alone_is_left_out(sentence: str) -> None:
    """Sentences that lean on others, questions, list items, captions, headings and scraps."""
    assert texts(f"{PLAIN}\n\n{sentence}\n\n{PLAIN}") == [PLAIN, PLAIN]


def test_a_connective_is_cut_off() -> None:
    """What follows "然而," stands by itself and is still the article's wording."""
    assert texts(f"{PLAIN}然而,旧水泵在仓库里放了整整十年。") == [PLAIN, "旧水泵在仓库里放了整整十年。"]


@pytest.mark.parametrize("text", ["为什么没有人检查过水泵?", "- 水泵\n- 灯塔", "好", "它在那里。他也在那里等了一天。"])
def test_something_is_better_than_nothing(text: str) -> None:
    """Where nothing stands alone, the rest is all there is."""
    assert texts(text)


def test_a_book_is_thinned_all_over() -> None:
    """At most 400 sentences of a book are compared, from every part of it."""
    book = "\n\n".join(f"第{number}章里灯塔的守塔人记录了潮水的高度。" for number in range(3000))
    article = make_article("book", text=book)
    sentences = standing_sentences(article)
    assert len(sentences) == SENTENCES_CONSIDERED
    gaps = [b.start - a.end for a, b in itertools.pairwise(sentences)]
    assert max(gaps) < len(book) / 100


@pytest.mark.parametrize(
    ("sentence", "lean"),
    [("那台水泵坏了", True), ("水泵坏了", False), ("Italy sells pumps", False), ("his pump", True)],
)
def test_leaning(sentence: str, lean: bool) -> None:
    """By the first word, whole."""
    assert leans(sentence) is lean


@pytest.mark.parametrize(
    ("sentence", "budget", "clause"),
    [
        ("灯塔的水泵换了新的,价格是三千元,用了一个星期。", 15, "灯塔的水泵换了新的"),
        ("灯塔的水泵换了新的,价格是三千元,用了一个星期。", 20, "灯塔的水泵换了新的,价格是三千元"),
        ("虽然灯塔的水泵换了新的,价格却没有变。", 18, None),
        ("前海州港务局副局长秦望先生,昨天没有来。", 18, None),
        ("The old pumps were replaced in March, which took a week.", 40, "The old pumps were replaced in March"),
        ("When the old pumps were replaced in March, it rained.", 45, None),
        ("灯塔的水泵换了新的", 5, None),
    ],
)
def test_a_clause_that_stands_by_itself(sentence: str, budget: int, clause: str | None) -> None:
    """The longest beginning with a predicate, not subordinate, that fits."""
    span = opening_clause(sentence, (0, len(sentence)), budget)
    assert (sentence[slice(*span)] if span else None) == clause

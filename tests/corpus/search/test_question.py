"""Questions as terms, however hostile."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search.clauses import QUESTION_CHARS
from corpus.search.question import WORDS, Question, read_question


def read(text: str) -> Question:
    """Read a question against an index in which higher numbers are more frequent."""

    def frequency_of(field: str, terms: Sequence[str]) -> dict[str, int]:
        assert field in {"W", "B"}
        return {term: int(term) if term.isdecimal() else 1 for term in terms}

    return read_question(text, frequency_of)


def test_question_words_are_left_out() -> None:
    """What remains is what the question is about; terms are distinct and in the order asked."""
    question = read("誰設計了燈塔？燈塔！")
    assert question.units == ("设", "计", "了", "灯", "塔")
    assert question.bigrams == ("设计", "计了", "了灯", "灯塔")
    assert question.words == ("设计", "了", "灯塔")
    assert question.asks_who
    assert not read("灯塔建于哪一年").asks_who


def test_words_that_stand_nowhere_are_looked_for_in_parts() -> None:
    """By the longest stretches of known pairs, one by one where there are none, and whole: it may be a title's."""
    pairs = {"博物"}

    def frequency_of(field: str, terms: Sequence[str]) -> dict[str, int]:
        return {term: 1 for term in terms if term in pairs and field == "B"}

    question = read_question("博物馆", frequency_of)
    assert question.words == ("博物", "博物馆")
    assert question.query.should == ("博物", "博物馆")
    pairs |= {"物馆"}
    assert set(read_question("博物馆", frequency_of).query.should) == {"博物", "博物馆"}
    pairs.clear()
    assert set(read_question("博物馆", frequency_of).query.should) == {*"博物馆", "博物", "博物馆"}


def test_what_is_done() -> None:
    """The characters of verbs are told, but for those that stand in something else too."""
    assert read("誰修建了新建的碼頭").verbs == frozenset("修")
    assert not read("lighthouse").verbs


def test_where_it_is() -> None:
    """Places are told by their names, once each, but for what is a kind of place."""
    assert read("法國和上海的城市裡，法國人在上海做什麼").places == ("法国", "上海")
    assert not read("Shanghai and Paris").places


def test_a_question_of_question_words_keeps_them() -> None:
    """When nothing else can be kept, the words themselves are asked for."""
    assert read("是谁").words
    assert read("who is").words
    assert read("The Who").words


def test_who_somebody_is() -> None:
    """Asking who somebody is shows in both scripts."""
    assert read("賀蘭亭是誰？").asks_who
    assert read("Who is Odalys Fenwick").asks_who


def test_marks_of_the_question() -> None:
    """Quoted words are a phrase, a plus demands, a minus excludes; a hyphen inside a word is none of these."""
    question = read('"running water" +soil -梨树 GPT-4')
    assert question.query.phrases == ("run water",)
    assert question.query.must == ("soil",)
    assert question.query.must_not == ("梨树",)
    assert set(question.words) == {"run", "water", "soil", "gpt", "4"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "🙂🙃",
        "?!。…",
        '""',
        "+-",
        "-",
        "\ud800",
        "\u0301" * 6000,
        "龘" * 100_000,
        "a" * 6000,
        "ﷺ" * 6000,
        "灯塔 " * 2000,
        " ".join(f"w{n}" for n in range(3000)),
    ],
)
def test_work_is_bounded(text: str) -> None:
    """However long or odd, a question has a bounded number of terms."""
    question = read(text)
    assert len(question.words) <= WORDS
    assert len(question.units) <= QUESTION_CHARS
    assert len(question.bigrams) <= QUESTION_CHARS


def test_the_rarest_words_are_kept() -> None:
    """Of more than 32 words the rarest stay, in the order asked."""
    asked = [str(number) for number in range(45, 0, -1)]
    assert read(" ".join(asked)).words == tuple(asked[-WORDS:])


@given(st.text())
def test_any_text_is_a_question(text: str) -> None:
    """No text fails, and every term could stand in a passage."""
    question = read(text)
    assert all(term.split() == [term] for term in (*question.words, *question.units, *question.bigrams))

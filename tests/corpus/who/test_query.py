"""The name in a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.who.keys import KEY_CHARS
from corpus.who.query import asked_name, without_honorific


@pytest.mark.parametrize(
    "question",
    [
        "秦望是谁",
        "秦望是誰？",
        "谁是秦望",
        "请问秦望是什么人呀?",
        "秦望",
        "介绍一下秦望",
        "你知道秦望是谁吗",
        "秦望是做什么的",
        "「秦望」",
    ],
)
def test_chinese_question_words_go(question: str) -> None:
    """What is left is the name alone."""
    assert asked_name(question) == "秦望"


@pytest.mark.parametrize(
    "question",
    ["who is Osric Vane?", "Who's Osric Vane", "tell me about Osric Vane.", "Osric Vane", "who was Osric Vane??"],
)
def test_english_question_words_go(question: str) -> None:
    """What is left is the name alone, as written."""
    assert asked_name(question) == "Osric Vane"


@pytest.mark.parametrize(
    "question",
    [
        "",
        "  ",
        "who am I",
        "我是谁",
        "who are you",
        "Footnote",
        "🙂🙂",
        "?!…",
        "a" * 65,
        "秦" * 6000,
        "who is " + "x" * 5993,
        "谁",
    ],
)
def test_no_name_is_asked_for(question: str) -> None:
    """Nothing, oneself, the bot, marks, and what is too long for a name."""
    assert asked_name(question) == ""


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("秦望教授", "秦望"),
        ("Dr. Osric Vane", "Osric Vane"),
        ("秦总", "秦"),
        ("先生", "先生"),
        ("顧清遠老師", "顧清遠"),
    ],
)
def test_forms_of_address_go(name: str, plain: str) -> None:
    """A title around a name goes, where a name is left."""
    assert without_honorific(name) == plain


@given(st.text(max_size=300))
def test_any_question_gives_a_short_name(question: str) -> None:
    """Whatever is asked, the name is at most 64 characters."""
    assert len(asked_name(question)) <= KEY_CHARS

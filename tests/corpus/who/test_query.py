"""The name in a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.who.keys import KEY_CHARS
from corpus.who.query import asked_name, asked_office, without_honorific


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
        ("Cllr. Dr Osric Vane, MBE", "Osric Vane"),
    ],
)
def test_forms_of_address_go(name: str, plain: str) -> None:
    """A title around a name goes, where a name is left."""
    assert without_honorific(name) == plain


@given(st.text(max_size=300))
def test_any_question_gives_a_short_name(question: str) -> None:
    """Whatever is asked, the name is at most 64 characters."""
    assert len(asked_name(question)) <= KEY_CHARS


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("the CTO of Acme", ("cto", "acme")),
        ("the current CEO of the Acme Trust", ("ceo", "acmetrust")),
        ("founders of Acme", ("founder", "acme")),
        ("Acme's CTO", ("cto", "acme")),
        ("Acme 的 CTO", ("cto", "acme")),
        ("潮汐科技首席執行官", ("首席执行官", "潮汐科技")),
        ("who co-founded Acme", ("founder", "acme")),
        ("Acme was founded by whom", ("founder", "acme")),
        ("誰創辦了潮汐科技", ("founder", "潮汐科技")),
        ("潮汐科技是谁创立的", ("founder", "潮汐科技")),
        ("who is in charge of the Acme Trust", ("负责人", "acmetrust")),
        ("誰在領導潮汐科技", ("负责人", "潮汐科技")),
        ("潮汐科技由谁管理", ("负责人", "潮汐科技")),
        ("CTO", ("", "")),
        ("Acme", ("", "")),
        ("the port of Acme", ("", "")),
    ],
)
def test_an_office_and_whose_it_is(question: str, office: tuple[str, str]) -> None:
    """Either order and script, with or without the little words; what is no office is not taken for one."""
    assert asked_office(question) == office


@given(st.text(max_size=300) | st.text("who founded谁创办了的CEO of是由's ", max_size=60))
def test_any_question_gives_an_office_and_its_organisation_or_neither(question: str) -> None:
    """One never comes without the other."""
    title, whose = asked_office(question)
    assert bool(title) == bool(whose)

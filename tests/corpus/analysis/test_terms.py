"""Terms of folded text in each field."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis.folding import fold
from corpus.analysis.terms import (
    bigram_terms,
    is_cjk,
    tag_words,
    token_spans,
    unit_terms,
    units_line,
    word_terms,
)

MIXED = st.text(alphabet=st.sampled_from("图书馆里的ab12.,。 -カナ각é\n'\u0e01\u0e34")) | st.text()


def test_cjk_and_latin_are_cut_from_each_other() -> None:
    """A Latin word inside a Chinese sentence is a term of its own, stemmed."""
    assert word_terms("在running测试") == ["在", "run", "测试"]
    assert units_line("用running测试") == "用 run 测试"


def test_irregular_forms_are_one_word() -> None:
    """A form that no ending tells is its base's word; who found something did not found it."""
    assert word_terms("children took mice and knew women") == word_terms("child takes mouse and knows woman")
    assert not {*word_terms("found")} & {*word_terms("founded founder")}


def test_units_and_bigrams() -> None:
    """Units are single characters, bigrams never cross punctuation; Latin stems and numbers stand in both."""
    assert unit_terms("灯塔，1887 lights") == ["灯", "塔", "1887", "light"]
    assert bigram_terms("古董钟，表 lights") == ["古董", "董钟", "light"]


@pytest.mark.parametrize("shown", ["GPT4", "GPT-4", "GPT 4", "ｇｐｔ４"])
def test_letters_and_digits_are_apart(shown: str) -> None:
    """However a version is written, it is the same terms."""
    assert word_terms(fold(shown).text) == ["gpt", "4"]


def test_numbers_keep_their_decimals() -> None:
    """3.5 is one term; a full stop after a number is none."""
    assert word_terms("llama 3.5. 2023年") == ["llama", "3.5", "2023", "年"]


def test_the_sign_of_a_currency_is_a_term_before_a_number() -> None:
    """In any width; elsewhere it is none."""
    assert units_line(fold("门票￥18.5，or £ 20 of US$30 at $HOME").text) == "门票 ¥ 18.5 or 20 of us $ 30 at home"


def test_kana_and_hangul_have_terms() -> None:
    """What no dictionary cuts is still found by its bigrams."""
    assert word_terms("カタカナ") == ["カタ", "タカ", "カナ"]
    assert word_terms("서울 ン") == ["서울", "ン"]


@given(MIXED)
def test_no_term_is_blank_or_punctuation(text: str) -> None:
    """No term holds a mark of punctuation, white space that lines could be cut at, or a symbol but a currency's."""
    folded = fold(text).text
    for term in [*word_terms(folded), *unit_terms(folded), *bigram_terms(folded)]:
        assert term.strip()
        assert term.split() == [term]
        bare = term.replace(".", "") if term[0].isdecimal() else term.strip("$£€¥₩₹₽")  # a number keeps its decimals
        assert not [character for character in bare if unicodedata.category(character)[0] in "PSZ"]


@given(MIXED)
def test_spans_stand_where_they_say(text: str) -> None:
    """A CJK run stands in the text as it is, and units are those of the runs."""
    folded = fold(text).text
    tokens = list(token_spans(folded))
    assert all(folded[start:end] == token for token, start, end in tokens if is_cjk(token))
    assert units_line(folded) == " ".join(token for token, _, _ in tokens)


def test_rare_han_is_cut_before_words_are_looked_for() -> None:
    """A hundred thousand rare characters without a break give terms; uncut they would take half a minute."""
    assert len(word_terms("龘齾" * 50_000)) >= 50_000
    assert "".join(word for word, _ in tag_words("龘齾" * 2_000)) == "龘齾" * 2_000


def test_tags_cover_the_text() -> None:
    """Tagged words joined are the text."""
    assert (
        "".join(word for word, _ in tag_words("何小满 在2023年 来到 Veldermoor。"))
        == "何小满 在2023年 来到 Veldermoor。"
    )


def test_a_rare_character_belongs_to_its_name() -> None:
    """A character that the tag model has never seen takes no time of its own and leaves the name whole."""
    assert ("贺堃", "nr") in list(tag_words("馆长贺堃表示"))


def test_a_noun_that_no_dictionary_holds_is_marked() -> None:
    """Most are names; a noun of the dictionary is none, however rare."""
    flags = dict(tag_words("硕明收购了水泵"))
    assert flags["硕明"] in {"nx", "nr"}
    assert flags["水泵"] == "n"

"""Which sentences can be shown alone."""

import itertools
from collections.abc import Callable

import pytest

from corpus.index.store import Store
from corpus.summary.sentences import (
    ANTECEDENTS,
    SENTENCES_CONSIDERED,
    Sentence,
    content_terms,
    leans,
    opening_clause,
    standing_sentences,
)
from tests.corpus.conftest import make_article

StoreOf = Callable[..., Store]
PLAIN = "灯塔的水泵在去年冬天换了新的。"


def standing(store_of: StoreOf, text: str) -> list[Sentence]:
    article = make_article("one", text=text)
    return standing_sentences(store_of(article), article)


def texts(store_of: StoreOf, text: str) -> list[str]:
    return [sentence.text for sentence in standing(store_of, text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "为什么没有人检查过旧的水泵?",
        "- 水泵和灯塔以及海州港的守塔人",
        "- 修水泵：已知的相关知识",
        "3. 海州港的守塔人换掉了三台水泵",
        "2、水泵为什么坏了，坏了以后谁来把它们都修好",
        "Pump | Harbour | Replaced in March",
        "图3:灯塔旁边的新水泵和旧水泵。",
        "何小满在水泵修好的第二天来到灯塔,与渔民们在水泵旁边合影",
        "【造价】海州港务局为水泵花了三千元。",
        "首页 | 灯塔 | 水泵 | 潮汐,发电 | 联系守塔人 | 更多",
        "水泵坏了很多年,人们说有这样几个原因:",
        "灯塔与水泵的历史",
        "十年之后换掉水泵，灯塔终于亮了起来",
        "02 海州港的第二台水泵：没有人愿意卖给我们的设备",
        "编者按：海州港的水泵换了新的，这是一篇旧文。",
        "本文来自公众号海州港，作者秦望，转载请联系。",
        "本文是《守塔人》栏目的第九篇文章，由海州港整理。",
        "本期推送《海州的灯塔——新的水泵》。",
        "标题：海州港换上新的水泵，灯塔又亮了！",
        "Otto Braun is an award-winning freelance journalist who writes about harbours.",
        "（守塔人站在换好的水泵旁边，渔民们都来看。）",
        "购买水泵的链接：http://pumps.example.org/3",
        "All plans of the tower can be found on http://pumps.example.org/plans.",
        "海州日报 · 守塔人换好了水泵，灯塔亮了一夜 · 3小时前",
        "於 2014-02-21 12:02:55 發布。",
        "Those present: Ida Brekke (in the chair), Otto Braun and Nell Ford.",
        "很好。",
    ],
)
def test_what_is_no_statement_is_left_out(store_of: StoreOf, sentence: str) -> None:
    """Questions, bare list items, tables, captions, key words, menus, lead-ins, headings and scraps."""
    assert texts(store_of, f"{PLAIN}\n\n{sentence}\n\n{PLAIN}") == [PLAIN, PLAIN]


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        *itertools.product(
            ["- ", "* ", "• ", "3. ", "(3) ", "三、"],
            ["水泵的价格是一台三千元左右。", "The fee will rise from 40 to 45 pounds in January"],
        ),
        ("- ", "海州港的守塔人换掉了三台水泵"),
        ("•", "海州港的守塔人换掉了三台水泵"),
        *((mark, "海州港的守塔人换掉了三台水泵") for mark in ("3. ", "（三）", "十二、", "③")),
    ],
)
def test_a_statement_in_a_list_stands_without_its_mark(store_of: StoreOf, mark: str, said: str) -> None:
    """Minutes, release notes and answers say what they say in lists; a mark has no terms."""
    one, item, other = standing(store_of, f"{PLAIN}\n\n{mark}{said}\n{mark}{PLAIN}")
    assert (one.text, item.text, other.text) == (PLAIN, said, PLAIN)
    assert item.terms == content_terms(said)


@pytest.mark.parametrize(
    ("item", "stated"),
    [
        ("Fix a crash when the map is empty", True),
        ("Increased the range of the lamp by half", True),
        ("viewer: Updates the chart to version 3 (#14)", True),
        ("Lamp : Dropped support for candles", True),
        ("No longer asks for the password twice", True),
        ("New share button above the charts (#12)", True),
        ("New York, the harbour and the bridge", False),
        ("Setting suns above the harbour town", False),
        ("Two jars of honey and a pound of wax", False),
        ("Mended nets of the three oldest boats", False),
    ],
)
def test_an_item_of_release_notes_says_what_was_done(store_of: StoreOf, item: str, stated: bool) -> None:
    """Whatever its case, and without a subject; other items of a few words are but names of things."""
    assert texts(store_of, f"{PLAIN}\n\n- {item}\n- {PLAIN}") == [PLAIN, *[item] * stated, PLAIN]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、守塔人要换掉三台旧水泵", PLAIN, "二、居民要把船拖到岸上来", PLAIN],
        [f"1. {PLAIN}", "二、居民要把船拖到岸上来", PLAIN],
        ["1. 守塔人怎样换掉三台旧水泵", "2. 居民把船拖到岸上花了多久", "3. 什么时候能看到新的灯光", PLAIN],
    ],
)
def test_a_numbered_line_that_heads_something_is_no_item(store_of: StoreOf, lines: list[str]) -> None:
    """Prose follows it, or what follows is numbered otherwise; what asks is a table of contents."""
    assert {*texts(store_of, "\n\n".join(lines))} == {PLAIN}


def test_a_line_above_a_list_is_its_heading(store_of: StoreOf) -> None:
    """What the list says is said in its items."""
    line = "海州港务局为水泵和灯塔定下的办法有两条,守塔人都要遵守"
    assert texts(store_of, f"{line}\n\n{PLAIN}") == [line, PLAIN]
    assert texts(store_of, f"{line}\n\n- {PLAIN}") == [PLAIN]


@pytest.mark.parametrize(
    "call",
    [
        "Read the full statement on the club's site.",
        "You can learn more about the pumps in our charter.",
        "Don't forget to subscribe wherever you get your podcasts.",
        "For more information, send mail to the keeper of the tower.",
        "Click here to download these minutes as a PDF.",
        "欢迎关注海州港公众号，设为星标不迷路！",
        "喜歡這篇文章嗎？請按讚並分享給你的朋友。",
        "长按识别二维码，收听完整的音频。",
        "更多资讯请下载海州日报客户端。",
        "转载请注明出处，违者必究。",
        "感谢大家一直以来对灯塔的支持！",
        "发现新的文章，点击刷新页面。",
        "水泵问题，请拨打港务局专线。",
        "Time for another round of news from the lighthouse!",
        "We welcome letters of anybody who has known the tower.",
        "Otto Braun: Hello, everybody on all the boats.",
        "If you keep a boat, contact us at the harbour office.",
        "Thanks to Otto Braun for the photos of the lamp.",
    ],
)
def test_a_call_to_the_reader_is_left_out(store_of: StoreOf, call: str) -> None:
    """Calls, courtesies and notes of rights say nothing of what an article is about; alone they are all there is."""
    assert texts(store_of, f"{PLAIN}\n\n{call}\n\n{PLAIN}") == [PLAIN, PLAIN]
    assert call[-10:] in "".join(texts(store_of, call))


@pytest.mark.parametrize(
    "sentence",
    [
        "Turn off the water before you open the old pump.",
        "Readers follow the keeper of the lighthouse on three channels.",
        "Thanksgiving was the day on which the lighthouse burned.",
        "Thanks to Ida Brekke the tower was dry for a year.",
        "If you turn off the pump, the tower floods within a night.",
        "The keeper (in a coat) climbs the tower every night at 23:15.",
        "渔民扫描码头的二维码就能看到潮水的高度。",
        "港务局一直关注灯塔旁边的三台水泵。",
        "这不，就在这两天，守塔人修好了水泵。",
        "这两天海州港的守塔人修好了三台水泵。",
        "港务局局长秦望在会上问在场的人:水泵还能用多久?",
        "海州港务局用三年时间换掉了全部旧水泵,花了六百万元",
    ],
)
def test_what_is_told_stays(store_of: StoreOf, sentence: str) -> None:
    """Steps, and what others follow; "these days" leans on nothing; who asks; a line too long for a heading."""
    assert texts(store_of, sentence + "\n\n" + PLAIN) == [sentence, PLAIN]


def test_in_an_interview_those_who_answer_are_heard(store_of: StoreOf) -> None:
    """Whoever asks is left out; a name is shown, but neither makes a turn long enough nor counts among its terms."""
    talk = "\n\n".join(
        f"Ida Brekke: {asked}\n\nOtto: {said}"
        for asked, said in (
            ("Welcome to the show of the harbour. How are you?", "Fine."),
            (
                "Tell our listeners about the pumps.",
                "We replaced three pumps in March. The tower was dark for a night.",
            ),
            ("When did you begin to work at the lighthouse?", "I came in 2014 with two boxes of books."),
        )
    )
    sentences = standing(store_of, talk)
    assert [sentence.text for sentence in sentences] == [
        "Otto: We replaced three pumps in March.",
        "The tower was dark for a night.",
        "Otto: I came in 2014 with two boxes of books.",
    ]
    assert "otto" not in sentences[0].terms


def test_answers_to_questions_of_readers_stand_without_their_letter(store_of: StoreOf) -> None:
    """A label of one character names nobody."""
    asked = "\n\n".join(
        f"• 问：灯塔的第{number}台水泵是什么时候换的？\n答：第{number}台水泵是在冬天换的。" for number in "一二三"
    )
    assert texts(store_of, asked) == [f"第{number}台水泵是在冬天换的。" for number in "一二三"]


@pytest.mark.parametrize(
    "sentence",
    [
        "这意味着水泵还能再用三十年。",
        "他后来又修好了另外两台水泵。",
        "后来守塔人修好了另外两台水泵。",
        "对于海州的渔民来说情形也是如此。",
        "也就是说水泵没有任何问题。",
        "因为这台水泵已经用了三十年。",
        "而且守塔人也修好了另外两台水泵。",
        "再比如去年冬天换上的第三台水泵。",
        "意味着守塔人要再买三台新的水泵。",
        "第二年守塔人又换掉了两台旧水泵。",
        "Others repaired the pumps of the harbour in the same week.",
        "我们从来没有见过这样的洪水。”",
        "But it was repaired by three engineers within a single week.",
        "“这不是我们第一次遇到洪水。”",
    ],
)
def test_what_leans_takes_along_the_one_before(store_of: StoreOf, sentence: str) -> None:
    """A sentence that leans names the row of the one before; where that one is left out, so is it."""
    first, second = standing(store_of, f"{PLAIN}\n\n{sentence}")
    assert (first.along, second.text, second.along) == ((), sentence, (0,))
    assert texts(store_of, f"{PLAIN}\n\n为什么没有人检查过水泵?\n\n{sentence}") == [PLAIN]


def test_a_chain_of_leaning_sentences_ends(store_of: StoreOf) -> None:
    """Each takes along all that it leans on, and at most three."""
    sentences = standing(store_of, PLAIN + "他在水泵旁边等了整整一天时间。" * 6)
    assert [sentence.along for sentence in sentences] == [(), (0,), (1, 0), (2, 1, 0)]
    assert len(sentences) == ANTECEDENTS + 1


@pytest.mark.parametrize(
    ("connective", "said"),
    [
        ("然而,", "旧水泵在仓库里放了整整十年。"),
        ("However, ", "nobody had checked the pumps since the flood."),
        ("Yes, but ", "all minors must be accompanied by an adult."),
    ],
)
def test_a_connective_is_cut_off(store_of: StoreOf, connective: str, said: str) -> None:
    """What follows "然而," or "Yes, but" stands by itself and is still the article's wording."""
    assert texts(store_of, f"{PLAIN}\n\n{connective}{said}") == [PLAIN, said]


def test_parts_between_semicolons_stand_alone(store_of: StoreOf) -> None:
    """Each part that has a predicate and is long enough, with terms of its own; a short one stays with the next."""
    one, other = standing(store_of, "灯塔的水泵在去年冬天全部换了新的；港务局为此花了六百万元人民币。")
    assert (one.text, other.text) == ("灯塔的水泵在去年冬天全部换了新的；", "港务局为此花了六百万元人民币。")
    assert [one.terms, other.terms] == [content_terms(one.text), content_terms(other.text)]
    assert len(texts(store_of, "水泵换了；港务局为此花了六百万元人民币。")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The pumps of the lighthouse were all replaced; or so everybody thought in March.",
        "The pumps of the lighthouse were all replaced; they are painted red and run by night.",
        "灯塔的水泵在去年冬天全部换了新的；而港务局为此花了六百万元人民币。",
    ],
)
def test_a_part_that_goes_on_comes_with_the_one_before(store_of: StoreOf, sentence: str) -> None:
    """What begins with "or" or with a pronoun behind a semicolon says nothing alone."""
    assert [part.along for part in standing(store_of, f"{PLAIN}\n\n{sentence}")] == [(), (), (1,)]


def test_each_stretch_between_semicolons_is_read_once(store_of: StoreOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence of hundreds of marks costs no more than its length."""
    tagged: list[str] = []

    def tag(text: str) -> list[tuple[str, str]]:
        tagged.append(text)
        return [(text, "n")]

    monkeypatch.setattr("corpus.summary.sentences.tag_words", tag)
    standing(store_of, "灯塔；" * 250 + "水泵。")
    assert 500 <= sum(map(len, tagged)) <= 750


def test_terms_are_those_of_the_index(store_of: StoreOf) -> None:
    """A whole sentence has the terms that analysing it again would give."""
    for sentence in standing(store_of, f"{PLAIN}The old pumps of 1987 were replaced in March."):
        assert sentence.terms == content_terms(sentence.text)


@pytest.mark.parametrize("text", ["为什么没有人检查过水泵?", "- 水泵\n- 灯塔", "好", "它在那里。他也在那里等了一天。"])
def test_something_is_better_than_nothing(store_of: StoreOf, text: str) -> None:
    """Where nothing stands alone, the rest is all there is."""
    assert texts(store_of, text)


def test_a_book_is_thinned_all_over(store_of: StoreOf) -> None:
    """At most 400 sentences of a book are compared, from every part of it, and those that say most of it."""
    book = "\n\n".join(
        f"第{number}章里灯塔的守塔人记录了潮水的高度。" if number % 3 else f"午饭有{number}种鱼汤和面包可以选。"
        for number in range(3000)
    )
    sentences = standing(store_of, book)
    assert SENTENCES_CONSIDERED * 0.9 < len(sentences) <= SENTENCES_CONSIDERED
    assert all("守塔人" in sentence.text for sentence in sentences)
    gaps = [after.start - before.end for before, after in itertools.pairwise(sentences)]
    assert max(gaps) < len(book) / 100


@pytest.mark.parametrize(
    ("sentence", "lean"),
    [("那台水泵坏了", True), ("水泵坏了", False), ("Thus, Italy sells pumps", False), ("In fact, it rusts", True)],
)
def test_leaning(sentence: str, lean: bool) -> None:
    """By the first word, whole, behind a connective."""
    assert leans(sentence) is lean


@pytest.mark.parametrize(
    ("sentence", "budget", "clause"),
    [
        ("灯塔的三台水泵都换了新的,价格是三千元,用了一个星期。", 18, "灯塔的三台水泵都换了新的"),
        ("灯塔的三台水泵都换了新的,价格是三千元,用了一个星期。", 23, "灯塔的三台水泵都换了新的,价格是三千元"),
        ("灯塔的水泵换了新的,价格是三千元,用了一个星期。", 12, None),
        ("虽然灯塔的水泵换了新的,价格却没有变。", 18, None),
        ("前海州港务局副局长秦望先生,昨天没有来。", 18, None),
        ("The old pumps were replaced in March, which took a week.", 40, "The old pumps were replaced in March"),
        ("灯塔的水泵换了新的", 5, None),
        ("The keeper changed the pumps (the old ones leaked, he said), and it rained.", 50, None),
        ("守塔人换掉了灯塔的水泵（旧的漏水，很吵），花了一个星期。", 18, None),
        ("守塔人在灯塔里对大家说：“水泵坏了，我来修。”", 18, None),
        ("The plans of the new pumps are shown at http://pumps.example.org, as they were built.", 50, None),
        ("守塔人修好水泵之后,灯塔又亮了整整一夜。", 12, None),
        ("有守塔人按照水泵的账本推算,灯塔还能亮三十年。", 18, None),
        ("Three months after the seed round, the keeper changed the pumps.", 40, None),
        ("The old pumps, painted red by the keeper, were replaced in March.", 45, None),
        ("Whenever the old pumps were replaced, it rained for a week.", 45, None),
    ],
)
def test_a_clause_that_stands_by_itself(sentence: str, budget: int, clause: str | None) -> None:
    """The longest beginning with a predicate, not subordinate, that fits."""
    span = opening_clause(sentence, (0, len(sentence)), budget)
    assert (sentence[slice(*span)] if span else None) == clause


@pytest.mark.parametrize(
    "quotation",
    [
        '"I did not leave the lighthouse. The lighthouse left me," Ida Brekke says.',
        "“灯塔没有离开我。我也没有离开灯塔。”守塔人何小满说。",
        "守塔人說：「水泵是去年冬天換的。換了三天才換好。」",
    ],
)
def test_a_quotation_stays_whole(store_of: StoreOf, quotation: str) -> None:
    """Its sentences stand or fall together, whatever its marks."""
    assert quotation in texts(store_of, f"{PLAIN}{quotation}\n\n{PLAIN}")


def test_a_quotation_that_never_ends_joins_nothing(store_of: StoreOf) -> None:
    """Neither within a paragraph, where it goes on for too long, nor past its end."""
    one = "“" + PLAIN * (ANTECEDENTS + 3)
    assert texts(store_of, one)[1:] == [PLAIN] * (ANTECEDENTS + 2)
    assert texts(store_of, f"“{PLAIN}\n\n{PLAIN}他说”。") == [f"“{PLAIN}", PLAIN]

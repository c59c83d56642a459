"""Which articles are one article."""

import random

import pytest

from corpus.article import Article
from corpus.reading import duplicates
from corpus.reading.document import Document
from corpus.reading.duplicates import joined
from corpus.reading.fingerprint import fingerprint
from corpus.reading.payload import Fingerprinted

SUBJECTS = ["渡口", "灯塔", "码头", "报社", "邮局", "学堂", "茶馆", "船厂", "磨坊", "集市"]
ACTS = ["修好", "丈量", "记录", "买下", "借走", "搬空", "画下", "打扫", "租出", "看守"]
TIMES = ["清晨", "午后", "黄昏", "雨天", "年初", "秋收时", "大雪里", "涨潮前", "退潮后", "节日里"]


def prose(seed: int, sentences: int = 30) -> str:
    """Return made-up prose of a few hundred characters; another seed gives another one."""
    chooser = random.Random(seed)  # noqa: S311  the same prose for the same seed is the point
    return "".join(
        f"{chooser.choice(TIMES)}，{chooser.choice(SUBJECTS)}的人{chooser.choice(ACTS)}了{chooser.choice(SUBJECTS)}。"
        for _ in range(sentences)
    )


def copy(text: str, origin: str, *, title: str = "小镇旧事", named: bool = False, **said: str) -> Fingerprinted:
    fields = {"author": None, "source": None, "published": None, "url": None, **said}
    article = Article(
        id=origin.split(".", maxsplit=1)[0], title=title, text=text, language="zh-Hans", origins=(origin,), **fields
    )
    return Fingerprinted(document=Document(article=article, names_id=named), fingerprint=fingerprint(text))


def origins(*copies: Fingerprinted) -> list[tuple[str, ...]]:
    return [article.origins for article in joined(copies)]


TEXT = prose(1)
EDITED = TEXT[:100] + "原来如此。" + TEXT[100:300] + TEXT[306:]


@pytest.mark.parametrize(
    "other",
    [
        TEXT,
        TEXT.replace("，", ",").replace("。", "。\n\n"),
        TEXT.replace("灯塔", "燈塔").replace("码头", "碼頭").replace("学堂", "學堂").replace("记录", "記錄"),
        EDITED,
        TEXT + "转载请注明出处，欢迎来信。",
        TEXT[: len(TEXT) * 5 // 6],
    ],
    ids=["copy", "punctuation", "script", "edits", "footer", "cut short"],
)
def test_a_repost_is_the_article_that_it_repeats(other: str) -> None:
    """Copies, the other script, small edits, a line more or a paragraph less."""
    assert origins(copy(TEXT, "a.txt"), copy(prose(2), "b.txt"), copy(other, "c.txt")) in (
        [("a.txt", "c.txt"), ("b.txt",)],
        [("b.txt",), ("c.txt", "a.txt")],
    )


@pytest.mark.parametrize(
    "other",
    [
        prose(2),
        TEXT[:200] + prose(3),
        TEXT + prose(4),
        TEXT[: len(TEXT) // 2],
    ],
    ids=["same subject", "same beginning", "longer by half", "half"],
)
def test_different_articles_stay_apart(other: str) -> None:
    """One subject, one title, a shared beginning or an excerpt makes no copy."""
    assert origins(copy(TEXT, "a.txt"), copy(other, "b.txt")) == [("a.txt",), ("b.txt",)]


def test_reports_of_one_form_stay_apart() -> None:
    """A figure that the other has not is another statement, and so is a short notice with another name."""
    report = f"{TEXT}潮高 3.2 米，到港 14 艘。"
    assert len(origins(copy(report, "a.txt"), copy(report.replace("3.2", "2.9"), "b.txt"))) == 2
    notice = "渡口明日停航一天，请各位乘客改走北桥，票款可到码头退还。"
    assert len(origins(copy(notice, "a.txt"), copy(notice.replace("北", "南"), "b.txt"))) == 2
    assert len(origins(copy(notice, "a.txt"), copy(notice + "\n", "b.txt"))) == 1


def test_another_title_asks_for_nearer_texts() -> None:
    """A few words may differ in a repost under its own title, and no more."""
    edited = "".join("某" if place % 50 == 25 else character for place, character in enumerate(TEXT))
    assert len(origins(copy(TEXT, "a.txt"), copy(edited, "b.txt", title="海边纪事"))) == 2
    assert len(origins(copy(TEXT, "a.txt"), copy(edited, "b.txt", title="【转】小镇旧事"))) == 1
    assert len(origins(copy(TEXT, "a.txt"), copy(TEXT + "完。", "b.txt", title="海边纪事"))) == 1


def test_the_kept_copy_is_the_one_that_its_keeper_named() -> None:
    """Then the one that says most of itself, then the longest, then the first; origins of the others follow."""
    plain, longer = copy(TEXT, "a.txt"), copy(TEXT + "完。", "b.txt")
    telling, named = copy(TEXT, "c.txt", author="林海", source="晚报"), copy(TEXT, "d.txt", named=True)
    assert origins(plain, copy(TEXT, "e.txt")) == [("a.txt", "e.txt")]
    assert origins(plain, longer) == [("b.txt", "a.txt")]
    assert origins(plain, longer, telling) == [("c.txt", "a.txt", "b.txt")]
    [kept] = joined([plain, longer, telling, named])
    assert kept.origins == ("d.txt", "a.txt", "b.txt", "c.txt")
    assert kept.author is None


def test_named_ids_are_joined_by_equal_texts_alone() -> None:
    """Whoever names two edited versions apart wants both."""
    one = copy(TEXT, "a.txt", named=True)
    assert len(origins(one, copy(EDITED, "b.txt", named=True))) == 2
    assert len(origins(one, copy(TEXT, "b.txt", named=True))) == 1


def test_texts_without_words_are_copies_by_nothing_but_being_empty_of_them() -> None:
    """Signs alone are compared as they are folded: to nothing."""
    assert len(origins(copy("！？", "a.txt"), copy(TEXT, "b.txt"))) == 2
    assert joined([]) == []


@pytest.mark.parametrize("kind", ["equal", "nearly equal", "of one form"])
def test_many_copies_cost_no_more_than_many_articles(kind: str, monkeypatch) -> None:
    """Each is compared with a few, however alike they are, or unlike in one figure alone."""
    texts = {
        "equal": lambda number: TEXT,
        "nearly equal": lambda number: TEXT + chr(0x4E00 + number),
        "of one form": lambda number: f"{TEXT}第 {number} 期",
    }[kind]
    compared = []
    same = duplicates._same
    monkeypatch.setattr(duplicates, "_same", lambda one, other: compared.append(0) or same(one, other))
    copies = [copy(texts(number), f"{number}.txt") for number in range(1_000)]
    assert len(joined(copies)) == (1_000 if kind == "of one form" else 1)
    assert len(compared) <= 13 * len(copies)

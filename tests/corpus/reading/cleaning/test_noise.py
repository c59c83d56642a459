"""Pages made of our own articles and the noise of many sites come back as the articles."""

import re
import sys
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.reading.cleaning import clean_lines, clean_text
from corpus.reading.document import Document, read_documents
from tests.corpus.reading.cleaning.noise import scraped

SEEDS = sorted((Path(__file__).parents[4] / "seeds").glob("*.md"))
PAGES_EACH = 6


def article(path: Path) -> tuple[str, tuple[str, ...], str]:
    """Return the title, paragraphs and language of one of our articles."""
    front, body = path.read_text(encoding="utf-8").split("---\n", 2)[1:]
    said = dict(re.findall(r"^(\w+): \"?(.*?)\"?$", front, re.MULTILINE))
    return said["title"], tuple(body.strip().split("\n\n")), said["language"]


ARTICLES = [article(path) for path in SEEDS]


def only_document(page: str) -> Article:
    """Return the one article of a page."""
    (found,) = read_documents(page.encode(), "page.txt", ".txt")
    assert isinstance(found, Document)
    return found.article


@pytest.mark.parametrize("own", ARTICLES, ids=[path.stem for path in SEEDS])
def test_the_noise_goes_and_the_article_stays(own: tuple[str, tuple[str, ...], str]) -> None:
    """Navigation, quiz, share and legal lines, teasers and other articles go; no sentence of the article does."""
    title, paragraphs, language = own
    others = [
        (other, re.split(r"(?<=[。.])", body[0])[0])
        for other, body, tag in ARTICLES
        if tag == language and other != title
    ]
    for seed in range(PAGES_EACH):
        page = scraped(title, paragraphs, language, others, seed)
        found = only_document(page.page)
        assert (found.title, tuple(found.text.split("\n\n"))) == (title, paragraphs), page.page


@pytest.mark.parametrize("own", ARTICLES, ids=[path.stem for path in SEEDS])
def test_a_clean_article_is_not_changed(own: tuple[str, tuple[str, ...], str]) -> None:
    """There is nothing to cut from our articles."""
    title, paragraphs, _ = own
    text = "\n\n".join((title, *paragraphs))
    assert clean_text(text) == (text, ())
    assert clean_lines((title, *paragraphs)).cuts == ()


LINES = st.sampled_from(
    [line for _, paragraphs, _ in ARTICLES[:4] for line in paragraphs]
    + [
        "登录 | 注册",
        "相关推荐",
        "版权归原作者所有，未经允许不得转载。",
        "港口的灯",
        "2024-05-06",
        "Share this article",
        "A. 是",
    ]
    + [
        "上一篇：港口",
        "标签：港口, 灯",
        "• 港口的灯",
        "潮水 2024年5月6日",
        "（完）",
        "0",
        "Vote now",
        "首页 > 港口 > 正文",
    ]
) | st.text(max_size=40)


@given(st.lists(LINES, max_size=25))
def test_cleaning_twice_is_cleaning_once(lines: list[str]) -> None:
    """What is left is clean, and in order."""
    once = clean_lines([line for line in lines if line.strip()])
    assert clean_lines(once.paragraphs).paragraphs == once.paragraphs
    rest = iter(lines)
    assert all(paragraph in rest for paragraph in once.paragraphs)


@given(st.text(alphabet="數(shù)?wù<b1>[2]&;p【】。 a\n", max_size=60) | st.text())
def test_repairing_twice_is_repairing_once(text: str) -> None:
    """The rules of text settle too."""
    once, _ = clean_text(text)
    assert clean_text(once)[0] == once


UNITS = (
    *("登录 ", "数(shù)", "?wù)摳", "首页\n", "•a\n", "<b>", "&amp;", "[1]", "【a】【b】", "a,", "林海t", "\n\n\n"),
    *("潮 2024-05-06\n", "作者：林海\n", "相关推荐\n港口的灯\n", "港口的灯\n\n\n", "投票：好？\nA. 是\n", "（鼓掌）\n"),
)


def calls(page: str) -> int:
    """Return how many functions are called to read a page, those of the interpreter too."""
    counted = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_documents(page.encode(), "page.txt", ".txt")
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("unit", UNITS)
def test_work_is_linear_in_hostile_text(unit: str) -> None:
    """Three hundred more of the pieces that rules look for cost what the three hundred before them did."""
    _, few, more, most = (calls(unit * times + "灯塔很高。") for times in (300, 300, 600, 900))  # the first imports
    assert most - more <= 1.1 * (more - few) + 1_000


@pytest.mark.parametrize("unit", UNITS)
def test_much_hostile_text_is_read(unit: str) -> None:
    """Thirty thousand characters are read within the test's time."""
    assert read_documents((unit * (30_000 // len(unit)) + "灯塔很高。").encode(), "page.txt", ".txt")

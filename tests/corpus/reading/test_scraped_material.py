"""Real scraped files, where they are at hand: the articles in them, and nothing of the sites around them."""

import json
import re
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.reading.cleaning.glosses import LETTERS, readings
from corpus.reading.document import Document, read_documents

GLOSS = re.compile(rf"([\u3400-\u9fff])[(（]([{LETTERS}]{{1,7}})[)）]")
GLOSSES = re.compile(rf"[(（][{LETTERS}]{{1,7}}[)）]")
SITE = re.compile(
    r"相关推荐|上一篇|下一篇|不得转载|每日一猜|热门搜索|尽在.{1,8}APP|关键词[:：]|项目地址|仅供参考|声明[:：]"
)


@pytest.fixture(scope="module")
def found(material: Path) -> dict[str, list[Document]]:
    """Return the documents of each file by the number that its name begins with."""
    return {
        path.name[:3]: [
            document
            for document in read_documents(path.read_bytes(), path.name, path.suffix)
            if isinstance(document, Document)
        ]
        for path in sorted((material / "seeds").glob("*.txt"))
    }


def test_the_judged_articles_come_out(material: Path, found: dict[str, list[Document]]) -> None:
    """Titles, authors, sources and dates, first and last words are those judged; one file gives two articles."""
    assert {file: len(documents) for file, documents in found.items()} == {
        "000": 1,
        "001": 1,
        "002": 1,
        "003": 2,
        "004": 1,
    }
    judged = json.loads((material / "eval" / "articles.json").read_text(encoding="utf-8"))
    for name, truth in judged.items():
        article = found[truth["file"]]["B" in name].article
        body = "".join(article.text.split())
        assert article.published == (truth["date"] and truth["date"][:10])
        assert article.author == truth["author"]
        assert article.source in truth["source"] if truth["source"] else article.source is None
        assert article.title == truth["title"] if truth["title"] else body.startswith(article.title)
        first, last = ("".join(GLOSSES.sub("", truth[key]).split()) for key in ("first_words", "last_words"))
        assert body.startswith(first[:10])
        assert body.endswith(last[-12:])


def test_nothing_of_the_sites_is_left(found: dict[str, list[Document]]) -> None:
    """Navigation, quiz, share and legal lines, teasers and other articles are cut, and every paragraph stands once."""
    for document in (document for documents in found.values() for document in documents):
        paragraphs = document.article.text.split("\n\n")
        assert [paragraph for paragraph in paragraphs if SITE.search(paragraph)] == []
        assert len(set(paragraphs)) == len(paragraphs)


def test_glosses_are_gone_and_shifts_repaired(found: dict[str, list[Document]]) -> None:
    """No reading stands behind its character; what is none stays; no shift is to be seen."""
    articles: list[Article] = [document.article for documents in found.values() for document in documents]
    text = "\n".join(article.text for article in articles)
    assert [gloss[0] for gloss in GLOSS.finditer(text) if gloss[2] in readings(gloss[1])] == []
    assert text.count("概率(p)") == 2
    assert re.findall(rf"\?[{LETTERS}]{{1,6}}\)", text) == []
    cuts = [cut for documents in found.values() for document in documents for cut in document.cuts]
    assert sum(cut.rule == "pinyin_gloss" for cut in cuts) >= 890
    assert sum(cut.rule == "shifted_text" for cut in cuts) >= 8

"""PDF files of several producers and fonts."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.reading.document import Document, read_documents
from corpus.reading.formats import pdf
from corpus.reading.reasons import Reason, Refused
from tests.corpus.reading.formats import pdf_files
from tests.corpus.reading.formats.pdf_files import AUTHOR, PARAGRAPHS, TITLES


@pytest.fixture(scope="module")
def font(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a TrueType font with Chinese characters."""
    return pdf_files.made_font(tmp_path_factory.mktemp("font"))


def document_of(data: bytes) -> Document:
    (document,) = read_documents(data, "a.pdf", ".pdf")
    assert isinstance(document, Document)
    return document


def read(data: bytes) -> Article:
    return document_of(data).article


def refusal(data: bytes) -> Reason:
    with pytest.raises(Refused) as refused:
        read(data)
    return refused.value.reason


MAKERS: dict[str, tuple[str, Callable[[Path], bytes]]] = {
    "reportlab, GB font by name": ("zh-Hans", lambda _: pdf_files.by_reportlab("STSong-Light", "zh-Hans")),
    "reportlab, Big5 font by name": ("zh-Hant", lambda _: pdf_files.by_reportlab("MSung-Light", "zh-Hant")),
    "reportlab, paragraphs by space": (
        "zh-Hans",
        lambda _: pdf_files.by_reportlab("STSong-Light", "zh-Hans", indent=False),
    ),
    "reportlab, TrueType": ("zh-Hans", lambda font: pdf_files.by_reportlab(font, "zh-Hans")),
    "reportlab, TrueType, Traditional": ("zh-Hant", lambda font: pdf_files.by_reportlab(font, "zh-Hant")),
    "reportlab, Latin": ("en", lambda _: pdf_files.by_reportlab("Helvetica", "en")),
    "fpdf2, TrueType": ("zh-Hans", lambda font: pdf_files.by_fpdf2(font, "zh-Hans")),
    "fpdf2, TrueType, Traditional": ("zh-Hant", lambda font: pdf_files.by_fpdf2(font, "zh-Hant")),
    "fpdf2, TrueType, English": ("en", lambda font: pdf_files.by_fpdf2(font, "en")),
}


@pytest.mark.parametrize("maker", MAKERS)
def test_lines_become_the_paragraphs_that_were_printed(font: Path, maker: str) -> None:
    """Without headers and page numbers, across pages, with title and author."""
    language, make = MAKERS[maker]
    article = read(make(font))
    assert tuple(article.text.split("\n\n")) == PARAGRAPHS[language]
    assert (article.title, article.author, article.language) == (TITLES[language], AUTHOR, language)


def test_what_stands_at_the_edges_of_pages_is_named_as_cut() -> None:
    """So that somebody who misses a line can find it."""
    cuts = document_of(pdf_files.by_reportlab("Helvetica", "en")).cuts
    assert [(cut.rule, cut.text) for cut in cuts] == [
        ("margin", text) for text in ("Harbour Weekly", "- 1 -", "Harbour Weekly", "- 2 -")
    ]


@pytest.mark.parametrize(
    ("language", "style"),
    [
        ("zh-Hans", ""),
        ("zh-Hant", "body { font-family: serif } p { text-indent: 2em; margin: 0 }"),
        ("zh-Hans", "body { column-count: 2; text-align: justify } h1 { column-span: all }"),
        ("zh-Hans", "p { letter-spacing: 3px }"),
        ("en", "p { text-align: justify; hyphens: auto; width: 8cm }"),
    ],
)
def test_a_page_that_chromium_printed_is_read(tmp_path: Path, language: str, style: str) -> None:
    """Whatever font it embeds, in one column or two."""
    chromium = shutil.which("chromium")
    if chromium is None:
        assert "CI" not in os.environ, "continuous integration brings chromium"
        pytest.skip("no chromium")
    article = read(pdf_files.by_chromium(chromium, tmp_path, language, style))
    assert tuple(article.text.split("\n\n")) == PARAGRAPHS[language]
    assert (article.title, article.language) == (TITLES[language], language)


def test_a_heading_is_the_title_where_the_properties_are_of_no_use() -> None:
    """Word processors leave the name of a file, and systems that of an account."""
    data = pdf_files.by_reportlab("Helvetica", "en")
    data = re.sub(rb"/Title \(.*?\)", b"/Title (draft2.docx)", data)
    data = re.sub(rb"/Author \(.*?\) /", b"/Author (Administrator) /", data)
    article = read(data)
    assert (article.title, article.author) == (TITLES["en"], None)


def test_a_title_on_two_lines_stands_once() -> None:
    """It is above the text, and no part of it."""
    article = read(pdf_files.titled("How the harbour", "got its press"))
    assert article.title == "How the harbour got its press"
    assert article.text.startswith(PARAGRAPHS["en"][0][:20])


def test_a_scanned_file_is_refused() -> None:
    """Pictures of pages hold no text, whatever number stands below them."""
    assert refusal(pdf_files.scanned()) is Reason.SCANNED


def without_unicode(data: bytes) -> bytes:
    """Take from a PDF what says which characters its letters are."""
    return re.sub(rb"/ToUnicode", b"/NoUnicode", data)


@pytest.mark.parametrize(
    ("make", "language"),
    [(pdf_files.by_fpdf2, "zh-Hans"), (pdf_files.by_fpdf2, "en"), (pdf_files.by_reportlab, "zh-Hant")],
)
def test_a_garbled_file_is_refused(font: Path, make: Callable[[Path, str], bytes], language: str) -> None:
    """Embedded fonts without a table of characters give numbers of glyphs."""
    assert refusal(without_unicode(make(font, language))) is Reason.GARBLED


def mapped(data: bytes, shift: int) -> bytes:
    """Make the tables of characters name others, ``shift`` further on."""
    return re.sub(
        rb"(?m)^(<\w{4}>) <(\w{4})>$", lambda pair: b"%s <%04X>" % (pair[1], (int(pair[2], 16) + shift) & 0xFFFF), data
    )


@pytest.mark.parametrize(("language", "shift"), [("zh-Hans", 0x1357), ("zh-Hans", 0xE000 - 0x5000), ("en", 3)])
def test_letters_that_name_wrong_characters_are_garbled(font: Path, language: str, shift: int) -> None:
    """Rare characters throughout, private ones, or words without vowels are no prose."""
    data = pdf_files.by_fpdf2(font, language)
    assert mapped(data, 0) == data != mapped(data, shift)
    assert refusal(mapped(data, shift)) is Reason.GARBLED


def test_an_encrypted_file_is_refused(font: Path) -> None:
    """One that asks for a password; one that only forbids printing is read."""
    assert refusal(pdf_files.by_fpdf2(font, "zh-Hans", password="open")) is Reason.ENCRYPTED


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no PDF at all", b"\0" * 999])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    """What no reader could open."""
    assert refusal(data) is Reason.DAMAGED


def test_a_file_of_too_many_pages_or_characters_is_refused(monkeypatch: pytest.MonkeyPatch, font: Path) -> None:
    """What costs minutes is not begun."""
    data = pdf_files.by_reportlab(font, "zh-Hans")
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    assert refusal(data) is Reason.TOO_LARGE
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    monkeypatch.setattr(pdf, "MAX_CHARS", 100)
    assert refusal(data) is Reason.TOO_LARGE


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_a_mutated_file_gives_an_article_or_a_reason(font: Path, at: int, noise: bytes) -> None:
    """One flipped byte costs at most the file."""
    data = pdf_files.by_reportlab("STSong-Light", "zh-Hans")
    at %= len(data)
    try:
        article = read(data[:at] + noise + data[at + len(noise) :])
    except Refused as refused:
        assert refused.reason in set(Reason)  # noqa: PT017  either is right
    else:
        assert article.text

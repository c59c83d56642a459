"""EPUB books."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.reading.document import Document, read_documents
from corpus.reading.reasons import Reason, Refused

FIRST = "海边小镇的报纸在去年冬天换了新的印刷机，编辑们为此等了整整三年。"
SECOND = "印刷机从北方运来，路上走了十一天，最后由渔船从港口拖上岸。"
THIRD = "第一期新报纸只有四页，却写满了渔民、灯塔和潮汐的故事。"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
SAID = (
    "<dc:title>海边报纸史</dc:title><dc:creator>林砚舟</dc:creator><dc:creator>何潮生</dc:creator>"
    "<dc:date>2021-03-04</dc:date>"
)
PROTECTED = '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'


def page(body: str, head: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>不该出现</title>{head}</head><body>{body}</body></html>"
    )


def book(pages: dict[str, str], contents: str = "", ncx: str = "", said: str = SAID, **members: str) -> bytes:
    items = "".join(
        f'<item id="p{at}" href="{name}" media-type="application/xhtml+xml"/>' for at, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="p{at}"/>' for at in range(len(pages)))
    if contents:
        items += '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        spine = '<itemref idref="nav"/>' + spine
    if ncx:
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{said}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        file.writestr("META-INF/container.xml", CONTAINER)
        file.writestr("OEBPS/book.opf", package)
        for name, content in {**pages, "nav.xhtml": contents, "toc.ncx": ncx}.items():
            if content:
                file.writestr(f"OEBPS/{name.replace('%20', ' ')}", content)
        for name, content in members.items():
            file.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def nav(*entries: tuple[str, str]) -> str:
    links = "".join(f'<li><a href="{target}">{label}</a></li>' for target, label in entries)
    return page(f'<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol>{links}</ol></nav>')


def read(data: bytes) -> list[Article]:
    parts = read_documents(data, "b.epub", ".epub")
    assert all(isinstance(part, Document) for part in parts)
    return [part.article for part in parts if isinstance(part, Document)]


def refusal(data: bytes) -> Reason:
    with pytest.raises(Refused) as refused:
        read(data)
    return refused.value.reason


PAGES = {
    "cover.xhtml": page('<img src="cover.png" alt=""/>'),
    "one.xhtml": page(f"<h1>换机器</h1><p>{FIRST}</p>"),
    "one%20b.xhtml": page(f"<p>{SECOND}</p>"),
    "two.xhtml": page(f"<h1>第一期</h1><p>{THIRD}</p><p>{SECOND}</p>"),
}
NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
    '<navPoint><navLabel><text>换机器</text></navLabel><content src="one.xhtml"/></navPoint>'
    '<navPoint><navLabel><text>第一期</text></navLabel><content src="two.xhtml"/></navPoint></navMap></ncx>'
)


@pytest.mark.parametrize(
    "data",
    [
        book(PAGES, contents=nav(("one.xhtml", "换机器"), ("two.xhtml", "第一期"))),
        book(PAGES, ncx=NCX),
        book(PAGES),
    ],
    ids=["EPUB 3", "EPUB 2", "by headings"],
)
def test_each_chapter_is_an_article_of_its_book(data: bytes) -> None:
    """A page that begins no chapter goes on with the one before it; the cover and the contents are none."""
    first, second = read(data)
    assert (first.title, first.text) == ("换机器", f"{FIRST}\n\n{SECOND}")
    assert (second.title, second.text) == ("第一期", f"{THIRD}\n\n{SECOND}")
    for article in (first, second):
        assert (article.author, article.source) == ("林砚舟, 何潮生", "海边报纸史")
        assert (article.published, article.language) == ("2021-03-04", "zh-Hans")
    assert (first.origins, second.origins) == (("b.epub",), ("b.epub#2",))


def test_chapters_on_one_page_begin_where_the_contents_say() -> None:
    """At the topmost level; entries below it are sections of a chapter."""
    first = f'<h2 id="a">换机器</h2><p>{FIRST}</p><h3 id="a1">运来</h3><p>{SECOND}</p>'
    body = f'{first}<div id="b"><h2>第一期</h2><p>{THIRD}</p></div>'
    sections = '</a><ol><li><a href="all.xhtml#a1">运来</a></li></ol><a href="x">'
    contents = nav(("all.xhtml#a", "换机器"), ("all.xhtml#b", "第一期")).replace("换机器</a>", f"换机器{sections}</a>")
    first, second = read(book({"all.xhtml": page(body)}, contents=contents))
    assert (first.title, first.text) == ("换机器", f"{FIRST}\n\n运来\n\n{SECOND}")
    assert (second.title, second.text) == ("第一期", THIRD)


def test_a_book_of_one_chapter_is_an_article() -> None:
    """Named as the book is; its source is the publisher."""
    said = SAID + "<dc:publisher>蓝鲸出版</dc:publisher>"
    (article,) = read(book({"a.xhtml": page(f"<p>{FIRST}</p><p>{SECOND}</p>")}, said=said))
    assert (article.title, article.source) == ("海边报纸史", "蓝鲸出版")


def test_markup_becomes_paragraphs() -> None:
    """Entities, breaks, tables and readings above characters; scripts and pictures are not shown."""
    body = (
        "<p>海边的<ruby>报<rt>bào</rt></ruby>纸&mdash;&mdash;三页\n  或<b>四</b>页。</p>"
        "<p>第一行<br/>第二行</p><script>var x</script>"
        "<table><tr><td>日期</td><td>潮高</td></tr></table><ul><li>网</li><li>灯</li></ul><svg><text>图</text></svg>"
    )
    (article,) = read(book({"a.xhtml": page(body)}))
    expected = ["海边的报纸——三页或四页。", "第一行", "第二行", "日期 | 潮高", "- 网\n- 灯"]
    assert article.text.split("\n\n") == expected


@pytest.mark.parametrize("broken", ["<p>" + FIRST + "<br><p>" + SECOND, f"<p>{FIRST} & {SECOND}</p>"])
def test_pages_that_are_no_xml_are_read_as_html(broken: str) -> None:
    """Converters write such pages."""
    (article,) = read(book({"a.xhtml": page(broken)}))
    assert FIRST in article.text
    assert SECOND in article.text


def test_pages_in_older_encodings_are_read() -> None:
    """As their declaration says."""
    data = book({"a.xhtml": ""})
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr("OEBPS/a.xhtml", page(f"<p>{FIRST}</p>").replace("utf-8", "gb2312").encode("gbk"))
    assert read(buffer.getvalue())[0].text == FIRST


def test_nothing_outside_the_book_is_read() -> None:
    """References that leave the archive, and entities that name a file or multiply, lead nowhere."""
    bomb = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "啊啊啊啊"><!ENTITY b "&a;&a;">]>'
    body = page(f"<p>{FIRST}&b;&x;</p>").replace("<!DOCTYPE html>", bomb)
    (article,) = read(book({"../../../etc/passwd": "", "a.xhtml": body}))
    assert article.text == f"{FIRST}&b;&x;"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK", Reason.DAMAGED),
        (book({"a.xhtml": page("")}), Reason.EMPTY),
        (book({}), Reason.EMPTY),
        (book(PAGES, **{"META-INF__encryption.xml": PROTECTED.format("http://ns.adobe.com/adept")}), Reason.ENCRYPTED),
        (book(PAGES).replace(b"META-INF", b"META-XXX"), Reason.DAMAGED),
        (book(PAGES).replace(b"OEBPS/book.opf", b"OEBPS/boot.opf"), Reason.DAMAGED),
    ],
    ids=["no zip", "empty page", "no pages", "a seller's key", "no container", "no package"],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: Reason) -> None:
    """With the reason that its owner can do something about."""
    assert refusal(data) is reason


def test_scrambled_fonts_are_no_protection() -> None:
    """Publishers scramble fonts for their licences; the text stays readable."""
    key = PROTECTED.format("http://www.idpf.org/2008/embedding")
    assert len(read(book(PAGES, **{"META-INF__encryption.xml": key}))) == 2


SAMPLE = book(PAGES, contents=nav(("one.xhtml", "换机器"), ("two.xhtml", "第一期")))


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_a_mutated_book_gives_articles_or_a_reason(at: int, noise: bytes) -> None:
    """One flipped byte costs at most the file."""
    at %= len(SAMPLE)
    try:
        articles = read(SAMPLE[:at] + noise + SAMPLE[at + len(noise) :])
    except Refused as refused:
        assert refused.reason in set(Reason)  # noqa: PT017  either is right
    else:
        assert all(article.text for article in articles)

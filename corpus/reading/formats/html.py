"""HTML pages: the article itself, without the page around it. What must not live here: what cleaning cuts from text."""

import dataclasses
import functools
import re
from collections.abc import Iterable
from configparser import ConfigParser
from typing import Any

from corpus.reading.cleaning.prose import ends_sentence
from corpus.reading.credits import credits_of, is_name
from corpus.reading.draft import BadLine, Draft
from corpus.reading.encoding import decode_page
from corpus.reading.front_matter import checked, split_front_matter
from corpus.reading.markup import html_tree, paragraphs, shown
from corpus.reading.plain_text import WIDE, normalise
from corpus.reading.reasons import Reason, Refused

# The slowest page of so many elements, all of them list items or line breaks, takes 4 s.
MAX_ELEMENTS = 50_000
_BREAK_IN_CHINESE = re.compile(rf"(?<=[{WIDE}])[ \t\r\f]*\n\s*(?=[{WIDE}])")
_AUTHORS = "|".join(
    f"//meta[translate(@{attribute}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')='{name}']/@content"
    for attribute in ("name", "property")
    for name in ("author", "article:author", "og:article:author", "dc.creator", "byl")
)
_BARS = " -_|–—·"
_CONTAINERS = {"article", "center", "div", "figcaption", "section"}
_PARTS = _CONTAINERS | {"blockquote", "dl", "form", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"}
# Where a page speaks of itself; trafilatura also takes the date of any other article that is named on the page.
_STATED = (
    "//meta/@content | //script[@type='application/ld+json']/text() | //*[@itemprop='datePublished']/@content"
    " | //time[not(ancestor::li or ancestor::aside or ancestor::footer or ancestor::nav)]/@datetime"
    " | //*[@id='publish_time' or @id='pubtime']/text()"
)
# Where a page shows credits; what is inside a list or beside the article speaks of others.
_BYLINES = (
    "//*[self::div or self::p or self::span or self::address or self::em or self::time]"
    "[not(ancestor::li or ancestor::aside or ancestor::footer or ancestor::nav)]"
    "[contains(@class, 'author') or contains(@class, 'byline')"
    " or contains(@class, 'info') or contains(@class, 'meta') or contains(@class, 'source') or contains(@id, 'info')]"
    " | //h1/preceding-sibling::*[1] | //h1/following-sibling::*[1]"
)
_MOST_BYLINES = 20
_TYPE_SIZE = re.compile(r"字[号號體体]\s*[:：]?(?:\s*[大中小])+")
# Trafilatura takes less than 250 characters for a sign that it missed the article; a Chinese sentence has 30.
_MIN_EXTRACTED_CHARS = 40
# The clock does not decide what an article's date is.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}


def read_html(data: bytes) -> list[Draft | BadLine]:
    """Return the article of a page with what the page says of it.

    Raises
    ------
    Refused
        As :func:`corpus.reading.encoding.decode`; ``too_large`` for a page of more than 50,000 elements, ``empty``
        where no article is found.
    """
    # Sites are made of files with front matter above what becomes the page.
    above, text = split_front_matter(decode_page(data).replace("\r\n", "\n"))
    page = _extracted(html_tree(_BREAK_IN_CHINESE.sub("", text)))
    said = {
        "title": page.title,
        "author": page.author,
        "source": page.sitename,
        "published": page.date,
        "url": page.url,
    }
    stated = {name: value for name, value in dataclasses.asdict(above).items() if value}
    return [
        Draft(said=dataclasses.replace(checked(said), **stated), text=normalise("\n\n".join(paragraphs(page.body))))
    ]


def _extracted(tree: Any) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415  28 MB, and most folders hold no page

    elements = list(tree.iter())
    if len(elements) > MAX_ELEMENTS:
        raise Refused(Reason.TOO_LARGE, str(MAX_ELEMENTS))
    _mark_paragraphs(elements)
    stated = " ".join(tree.xpath(_STATED))
    credits_shown = _credits_shown(tree)
    authors = [author for author in tree.xpath(_AUTHORS) if not author.startswith("http")]
    headings = [shown(heading) for heading in tree.iter("h1", "h2", "h3")]
    page: Any = bare_extraction(
        tree,
        fast=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATES,
        config=_settings(),
    )
    if page is None or page.body is None:
        raise Refused(Reason.EMPTY)
    # Names without a space are none to trafilatura, and a line of Chinese credits is a name.
    found = page.author if page.author and (page.author in stated or page.author.isascii()) else None
    page.author = next(iter(authors), None) or credits_shown.get("author") or found
    dated = page.date and page.date in re.sub(r"[./]", "-", stated)
    page.date = page.date if dated else credits_shown.get("published")
    # A page of WeChat calls WeChat its site; whose article it is stands in the text.
    account = " ".join("".join(tree.xpath("//*[@id='js_name']//text()")).split())
    page.sitename = account or page.sitename or credits_shown.get("source")
    page.title = _without_site(page.title or "", page.sitename, headings)
    return page


def _credits_shown(tree: Any) -> dict[str, str]:
    """Return what the page's lines of credits say, the first one that says it."""
    said: dict[str, str] = {}
    for element in tree.xpath(_BYLINES)[:_MOST_BYLINES]:
        line = _TYPE_SIZE.sub("", " ".join(" ".join(element.itertext()).split()))
        named = {"author": line} if "author" in (element.get("class") or "") and is_name(line) else {}
        said = (credits_of(line) or named) | said
    return said


def _without_site(title: str, site: str | None, headings: Iterable[str]) -> str:
    """Return a title without the site's name behind it, where a heading or the page's word for the site proves it."""
    known = [heading for heading in headings if len(heading) >= 4 and title.startswith(heading)]
    known += [title[: -len(site)].rstrip(_BARS)] if site and title.endswith(site) else []
    return next((part for part in known if part and title[len(part) :].strip()[:1] in _BARS), title)


def _mark_paragraphs(elements: list[Any]) -> None:
    """Call the innermost containers that hold sentences paragraphs: beside paragraphs, trafilatura passes them over."""
    outer = set()
    for element in reversed(elements):  # what stands inside comes before what is around it
        if element.tag in _CONTAINERS and element not in outer and ends_sentence("".join(element.itertext()).rstrip()):
            element.tag = "p"
        if element in outer or element.tag in _PARTS:
            outer.add(element.getparent())


@functools.cache
def _settings() -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415  as above

    settings = ConfigParser()
    settings.read_dict(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_MIN_EXTRACTED_CHARS)
    return settings

"""PDF files: their lines and how these make paragraphs. What must not live here: what cleaning cuts from text."""

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

from corpus.reading.cleaning import Cut
from corpus.reading.draft import BadLine, Draft
from corpus.reading.encoding import everyday_share
from corpus.reading.formats.properties import stated_author, stated_title
from corpus.reading.front_matter import checked
from corpus.reading.plain_text import FINAL, WIDE, display_columns, first_word, is_list_item, join_lines, normalise
from corpus.reading.reasons import Reason, Refused

MAX_PAGES = 2_000
MAX_CHARS = 4_000_000
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_EDGE_LINES = 2
_HYPHEN = "\x02"  # what pdfium makes of a hyphen at the end of a line
_PRINTED = re.compile(r"(?:https?|file)://\S+ +\d+/\d+|\d{1,4}/\d{1,2}/\d{2,4},? .{0,3}\d{1,2}:\d{2}(?: [AP]M)? .*")
_SPACE_IN_CHINESE = re.compile(rf"(?<=[{WIDE}]) (?=[{WIDE}])")
_NO_TEXT = {"Cc", "Cn", "Co", "Cs"}
# Radicals that some fonts name instead of the character of the same shape.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a page; places and height in points, from the lower left corner."""

    text: str
    left: float
    right: float
    top: float
    height: float


def read_pdf(data: bytes) -> list[Draft | BadLine]:
    """Return the one article of a PDF.

    Raises
    ------
    Refused
        ``encrypted``, ``damaged``, ``scanned`` for pictures of pages, ``garbled`` for text whose letters do not say
        which characters they are, ``too_large`` for more than 2,000 pages or 4 million characters.
    """
    import pypdfium2  # noqa: PLC0415  9 MB, and most folders hold no PDF

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == _PASSWORD_ERROR
        raise Refused(Reason.ENCRYPTED if encrypted else Reason.DAMAGED) from error
    try:
        every = _pages(document)
        running = _running_lines(every)
        pages = [
            [line for at, line in enumerate(page) if at not in out] for page, out in zip(every, running, strict=True)
        ]
        _check(pages, document)
        title, author = _property(document, "Title"), _property(document, "Author")
    except pypdfium2.PdfiumError as error:
        raise Refused(Reason.DAMAGED) from error
    finally:
        document.close()
    at = _heading(pages[0])
    heading = join_lines(pages[0][index].text for index in at) or None
    title = stated_title(title)
    if title and heading and "".join(title.split()) not in "".join("".join(line.text for line in pages[0]).split()):
        title = None
    if heading and "".join((title or heading).split()) == "".join(heading.split()):
        pages[0] = [line for index, line in enumerate(pages[0]) if index not in at]
    out = ((page, sorted(places)) for page, places in zip(every, running, strict=True))
    return [
        Draft(
            said=checked({"title": title or heading, "author": stated_author(author)}),
            text=normalise("\n\n".join(_paragraphs(line for page in pages for line in page))),
            cuts=tuple(Cut(rule="margin", text=page[at].text) for page, places in out for at in places),
        )
    ]


def _property(document: Any, name: str) -> str | None:
    try:
        return str(document.get_metadata_value(name))
    except UnicodeDecodeError:
        return None


def _pages(document: Any) -> list[list[_Line]]:
    """Return the lines of each page."""
    if not 0 < len(document) <= MAX_PAGES:
        raise Refused(Reason.TOO_LARGE if len(document) else Reason.DAMAGED, str(MAX_PAGES))
    pages: list[list[_Line]] = []
    left_chars = MAX_CHARS
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        left_chars -= text_page.count_chars()
        if left_chars < 0:
            raise Refused(Reason.TOO_LARGE, str(MAX_CHARS))
        pages.append(list(_lines(text_page)))
        text_page.close()
        page.close()
    return pages


def _lines(text_page: Any) -> Iterator[_Line]:
    from pypdfium2 import raw  # noqa: PLC0415  as above

    begin = 0
    codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(text_page.count_chars())]
    for end, code in enumerate([*codes, 10]):
        if code not in {10, 13}:
            continue
        shown = [index for index in range(begin, end) if not chr(codes[index]).isspace()]
        if shown:
            # In UTF-16 once more, since pdfium gives characters beyond the first plane as two halves.
            units = "".join(map(chr, codes[shown[0] : shown[-1] + 1]))
            text = _unspaced(units.encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(_RADICALS))
            left, bottom, _, top = text_page.get_charbox(shown[0], loose=True)
            _, last_bottom, right, last_top = text_page.get_charbox(shown[-1], loose=True)
            height = max(1.0, top - bottom, last_top - last_bottom)
            yield _Line(text=text, left=left, right=right, top=top, height=height)
        begin = end + 1


def _unspaced(text: str) -> str:
    """Return a line without the spaces that a wide setting leaves between nearly all of its characters."""
    closed, spaces = _SPACE_IN_CHINESE.subn("", text)
    return closed if spaces > 3 and spaces * 3 > len(closed) * 2 else text


def _running_lines(pages: list[list[_Line]]) -> list[set[int]]:
    """Return the headers, footers and page numbers of each page: what stands at an edge of many, or a browser sets."""
    edges = [_at_edges(page) for page in pages]
    times = Counter(key for page, edge in zip(pages, edges, strict=True) for key in {_running(page[at]) for at in edge})
    running = {key for key, count in times.items() if count >= max(2, len(pages) / 3)}
    return [
        {at for at in edge if _running(page[at]) in running or _PRINTED.fullmatch(page[at].text)}
        for page, edge in zip(pages, edges, strict=True)
    ]


def _at_edges(page: Sequence[_Line]) -> set[int]:
    by_height = sorted(range(len(page)), key=lambda at: page[at].top)
    return {*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]}


def _running(line: _Line) -> str:
    return re.sub(r"\d+", "#", "".join(line.text.split()))


def _check(pages: Sequence[Sequence[_Line]], document: Any) -> None:
    """Refuse what has no text, or none that can be read."""
    text = "".join(line.text for page in pages for line in page).replace(_HYPHEN, "")
    odd = sum(character == "\ufffd" or unicodedata.category(character) in _NO_TEXT for character in text)
    letters = sum(map(str.isalnum, text))
    if letters + odd < 10 * len(pages) and any(_has_picture(document[n]) for n in range(len(document))):
        raise Refused(Reason.SCANNED)
    if letters + odd == 0:
        raise Refused(Reason.EMPTY)
    latin = [letter for letter in text.lower() if "a" <= letter <= "z"]
    vowels = sum(letter in "aeiouy" for letter in latin)
    if odd * 20 > len(text) or everyday_share(text) < 0.12 or (len(latin) > 200 and vowels * 5 < len(latin)):
        raise Refused(Reason.GARBLED)


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415  as above

    return next(iter(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None


def _heading(page: Sequence[_Line]) -> list[int]:
    """Return the places of a page's lines in its largest letters, where these are larger than most and come first."""
    if not page:
        return []
    usual = statistics.median(line.height for line in page)
    largest = max(line.height for line in page)
    at = [index for index, line in enumerate(page) if line.height > 0.95 * largest]
    if largest < 1.2 * usual or len(at) > 3 or at[-1] - at[0] >= len(at) or at[0] > len(page) / 2:
        return []
    return at


def _paragraphs(lines: Iterable[_Line]) -> Iterator[str]:
    """Yield paragraphs: a line goes on in the next one where that one's first word had no room on it."""
    every = list(lines)
    edges = _right_edges(every)
    below = [a.top - b.top for a, b in pairwise(every) if 0 < a.top - b.top < 4 * a.height]
    pitch = statistics.median(below) if below else 0.0
    ends_break = sum(map(_ended, every)) * 4 > len(every) * 3  # hardly a line is broken inside a sentence
    current: list[_Line] = []
    for line in every:
        last = current[-1] if current else None
        if last and ((ends_break and _ended(last)) or not _goes_on(last, line, edges[_place(last)], pitch)):
            yield _joined(current)
            current = []
        current.append(line)
    if current:
        yield _joined(current)


def _place(line: _Line) -> tuple[int, int]:
    return round(line.left / 36), round(line.height)


def _right_edges(lines: Sequence[_Line]) -> dict[tuple[int, int], float]:
    """Return how far the lines reach that begin near each other in letters of one size, but for the longest tenth."""
    rights: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        left, height = _place(line)
        for place in product((left - 1, left, left + 1), (height - 1, height, height + 1)):
            rights.setdefault(place, []).append(line.right)
    return {place: sorted(found)[int(0.9 * len(found))] for place, found in rights.items()}


def _goes_on(line: _Line, following: _Line, edge: float, pitch: float) -> bool:
    if abs(line.height - following.height) > 0.2 * line.height or is_list_item(following.text):
        return False
    column_width = (line.right - line.left) / max(1, display_columns(line.text))
    if line.right + column_width * (1 + display_columns(first_word(following.text))) <= edge:
        return False
    ended = _ended(line)
    gap = line.top - following.top
    if gap <= 0 or gap > 1.5 * pitch:  # the next column or page, or space between paragraphs
        return not ended and gap <= 0
    indented = following.left > line.left + 1.5 * column_width
    return not (indented and ended)


def _ended(line: _Line) -> bool:
    return line.text[-1] in FINAL + "."


def _joined(lines: Sequence[_Line]) -> str:
    """Return a paragraph; a word that was parted at a line's end is one again."""
    joined = join_lines(line.text for line in lines)
    return joined.replace(_HYPHEN + " ", "").replace(_HYPHEN, "")

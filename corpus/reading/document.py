"""One file's bytes to its articles. What must not live here: folders, how a format is parsed, any rule of cleaning."""

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from corpus.analysis.folding import fold_key
from corpus.article import Article, article_id
from corpus.reading.cleaning import Cut, clean_lines, clean_text
from corpus.reading.dates import iso_date
from corpus.reading.draft import BadLine, Draft
from corpus.reading.encoding import decode
from corpus.reading.formats.docx import read_docx
from corpus.reading.formats.epub import read_epub
from corpus.reading.formats.html import read_html
from corpus.reading.formats.pdf import read_pdf
from corpus.reading.formats.table import read_csv, read_json
from corpus.reading.front_matter import MAX_VALUE_CHARS, FrontMatter, split_front_matter, web_address
from corpus.reading.heading import Heading, read_heading, title_of_file
from corpus.reading.language import detect_language
from corpus.reading.markdown import read_markdown, without_wiki_markup
from corpus.reading.plain_text import normalise, one_line, paragraphs
from corpus.reading.reasons import Reason, Refused
from corpus.reading.splitting import split_articles, split_records
from corpus.reading.transcript import without_times
from corpus.results import Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article, whether its file names the id itself, and what was cut from the text."""

    article: Article
    names_id: bool
    cuts: tuple[Cut, ...] = ()


def read_documents(data: bytes, origin: str, suffix: str) -> tuple[Document | Rejected, ...]:
    """Make the articles of a file.

    Parameters
    ----------
    data
        The whole file.
    origin
        Its path relative to the folder. The first article carries it, later ones ``#2``, ``#3`` and so on behind it.
    suffix
        One of :data:`SUFFIXES`.

    Returns
    -------
    tuple[Document | Rejected, ...]
        At least one document. A rejected one is a part of the file, such as a line of a table, that gives no article.

    Raises
    ------
    Refused
        The whole file gives none.
    """
    documents: list[Document | Rejected] = []
    ids: set[str] = set()
    number = 0
    for draft in _FORMATS[suffix][0](data):
        if isinstance(draft, BadLine):
            documents.append(Rejected(origin=f"{origin}:{draft.line}", reason=Reason.BAD_LINE, detail=draft.why))
            continue
        articles = list(_clean_articles(draft, title_of_file(origin) if suffix in _OF_ONE_ARTICLE else None))
        if draft.line and not articles:
            documents.append(Rejected(origin=f"{origin}:{draft.line}", reason=Reason.EMPTY))
        for part, found in enumerate(articles):
            number += 1
            # What the file says is said of its first article.
            own = dataclasses.replace(draft, said=FrontMatter(), cuts=()) if part else draft
            documents.append(_document(own, found, origin, number, ids))
    if not documents:
        raise Refused(Reason.EMPTY)
    return tuple(documents)


def _clean_articles(draft: Draft, file_title: str | None) -> Iterator[Heading]:
    """Yield the articles of a draft in order, without what scraping added; none where nothing is left to show.

    Only plain text without a title of its own is parted into several.
    """
    text, cuts = clean_text(draft.text)
    heading = draft.heading and one_line(clean_text(draft.heading)[0], MAX_VALUE_CHARS)
    named = draft.said.title or heading
    if len(draft.headings) > 1 and text.split("\n", 1)[0] in draft.headings:
        named = named or file_title  # the first of several sections names itself alone
    parts = split_articles(text) if draft.lines and not named else [text]
    for part in parts:
        blocks = paragraphs(part) if draft.lines else [block for block in re.split(r"\n\n+", part) if block.strip()]
        cleaned = clean_lines(blocks, draft.headings, titled=bool(named))
        own = cleaned.paragraphs
        if not any(character.isalnum() for paragraph in own for character in paragraph):
            continue
        if heading and named and fold_key(heading) != fold_key(named):
            own = (heading, *own)
        found = read_heading(own, named, cleaned.above, file_title if len(parts) == 1 else None)
        yield dataclasses.replace(found, cuts=(*cuts, *cleaned.cuts, *found.cuts))
        cuts = ()


def _document(draft: Draft, found: Heading, origin: str, number: int, ids: set[str]) -> Document:
    """Make the file's ``number``-th article, and note its id."""
    said = draft.said
    body = "\n\n".join(found.paragraphs).strip()  # code at the top is indented
    made_id = article_id(origin, fold_key(found.title) or str(number))
    if made_id in ids:
        made_id = article_id(origin, str(number))
    ids.add(said.id or made_id)
    article = Article(
        id=said.id or made_id,
        title=found.title,
        text=body,
        language=said.language or detect_language(body),
        author=said.author or found.author,
        source=said.source or found.source,
        published=said.published or found.published or iso_date(PurePosixPath(origin).name[:10]) or draft.made,
        url=said.url or web_address(found.url or ""),
        origins=(origin if number == 1 else f"{origin}#{number}",),
    )
    return Document(article=article, names_id=said.id is not None, cuts=(*draft.cuts, *found.cuts))


def _read_text(data: bytes) -> list[Draft | BadLine]:
    drafts: list[Draft | BadLine] = []
    for record in split_records(normalise(decode(data)[0])):
        said, text = split_front_matter(record)
        text, cuts = without_times(without_wiki_markup(text))
        drafts.append(Draft(said=said, text=text, lines=True, cuts=cuts))
    return drafts


def _read_markdown(data: bytes) -> list[Draft | BadLine]:
    said, text = split_front_matter(normalise(decode(data)[0]))
    text, cuts = without_times(text)
    return [dataclasses.replace(read_markdown(said, text), cuts=cuts)]


# The worst text of 8 MiB, all blank lines, takes 370 MB of memory; the worst Markdown of 1 MiB, all headings, 430 MB.
# 1 MiB is a book of 350,000 Han characters.
_FORMATS: Mapping[str, tuple[Callable[[bytes], Iterable[Draft | BadLine]], int]] = {
    **dict.fromkeys((".txt", ".srt", ".vtt"), (_read_text, 8 * 2**20)),
    **dict.fromkeys((".md", ".markdown"), (_read_markdown, 2**20)),
    **dict.fromkeys((".html", ".htm", ".xhtml"), (read_html, 4 * 2**20)),
    ".pdf": (read_pdf, 32 * 2**20),
    ".docx": (read_docx, 32 * 2**20),
    ".epub": (read_epub, 32 * 2**20),
    **dict.fromkeys((".csv", ".tsv"), (read_csv, 8 * 2**20)),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), (read_json, 8 * 2**20)),
}
_OF_ONE_ARTICLE = (".txt", ".srt", ".vtt", ".md", ".markdown", ".pdf", ".docx")
SUFFIXES: Mapping[str, int] = {suffix: limit_bytes for suffix, (_, limit_bytes) in _FORMATS.items()}
"""What can be read: suffixes in lower case with their dot, each with the most bytes of such a file."""

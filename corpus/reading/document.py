"""One file's bytes to its articles. What must not live here: folders, and how any one format is parsed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.analysis.folding import fold_key
from corpus.article import Article, article_id
from corpus.reading.cleaning import Cut, clean
from corpus.reading.draft import Draft
from corpus.reading.encoding import decode
from corpus.reading.front_matter import MAX_VALUE_CHARS, split_front_matter
from corpus.reading.heading import read_heading
from corpus.reading.language import detect_language
from corpus.reading.markdown import read_markdown
from corpus.reading.plain_text import normalise, one_line, paragraphs
from corpus.reading.reasons import Reason, Refused
from corpus.results import Rejected

# The worst text of 8 MiB, all blank lines, takes 370 MB of memory; the worst Markdown of 1 MiB, all headings, 430 MB.
# 1 MiB is a book of 350,000 Han characters.
SUFFIXES: Mapping[str, int] = {".txt": 8 * 2**20, ".md": 2**20, ".markdown": 2**20}
"""What can be read: suffixes in lower case with their dot, each with the most bytes of such a file."""


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
    for number, draft in enumerate(_drafts(data, suffix), 1):
        documents.append(_document(draft, origin, number, ids))
    return tuple(documents)


def _drafts(data: bytes, suffix: str) -> list[Draft]:
    text, _ = decode(data)
    said, text = split_front_matter(normalise(text))
    if suffix == ".txt":
        return [Draft(said=said, text=text, lines=True)]
    markdown = read_markdown(text)
    return [Draft(said=said, text="\n\n".join(markdown.paragraphs), heading=markdown.heading)]


def _document(draft: Draft, origin: str, number: int, ids: set[str]) -> Document:
    """Make the article of a draft, the file's ``number``-th, and note its id."""
    said = draft.said
    text = clean(draft.text)
    heading = draft.heading and one_line(clean(draft.heading), MAX_VALUE_CHARS)
    blocks = paragraphs(text) if draft.lines else [block for block in re.split(r"\n\n+", text) if block.strip()]
    if not any(character.isalnum() for block in blocks for character in block):
        raise Refused(Reason.EMPTY)
    if said.title and heading and fold_key(heading) != fold_key(said.title):
        blocks = [heading, *blocks]
    found = read_heading(blocks, said.title or heading)
    body = "\n\n".join(found.paragraphs)
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
        published=said.published or found.published,
        url=said.url,
        origins=(origin if number == 1 else f"{origin}#{number}",),
    )
    return Document(article=article, names_id=said.id is not None)

"""One file's bytes to one article. What must not live here: folders, and which files are read."""

from dataclasses import dataclass

from corpus.analysis.folding import fold_key
from corpus.article import Article, article_id
from corpus.reading.cleaning import clean
from corpus.reading.encoding import decode
from corpus.reading.front_matter import MAX_VALUE_CHARS, split_front_matter
from corpus.reading.heading import read_heading
from corpus.reading.language import detect_language
from corpus.reading.markdown import read_markdown
from corpus.reading.plain_text import normalise, one_line, paragraphs
from corpus.reading.reasons import Reason, Refused

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
TEXT_SUFFIXES = frozenset({".txt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article and whether its file names the id itself."""

    article: Article
    names_id: bool


def read_document(data: bytes, origin: str, suffix: str) -> Document:
    """Make the article of a file.

    Parameters
    ----------
    data
        The whole file.
    origin
        Its path relative to the folder, as articles carry it.
    suffix
        Lower case with its dot, one of the sets of this module.

    Raises
    ------
    Refused
        The file is no text, cannot be decoded, or holds nothing to show.
    """
    text, _ = decode(data)
    said, text = split_front_matter(normalise(text))
    text = clean(text)
    heading = None
    if suffix in MARKDOWN_SUFFIXES:
        markdown = read_markdown(text)
        heading, blocks = markdown.heading, markdown.paragraphs
    else:
        blocks = paragraphs(text)
    if not any(character.isalnum() for block in blocks for character in block):
        raise Refused(Reason.EMPTY)
    heading = heading and one_line(heading, MAX_VALUE_CHARS)
    if said.title and heading and fold_key(heading) != fold_key(said.title):
        blocks = [heading, *blocks]
    found = read_heading(blocks, said.title or heading)
    body = "\n\n".join(found.paragraphs)
    article = Article(
        id=said.id or article_id(origin, fold_key(found.title) or "1"),
        title=found.title,
        text=body,
        language=said.language or detect_language(body),
        author=said.author or found.author,
        source=said.source or found.source,
        published=said.published or found.published,
        url=said.url,
        origins=(origin,),
    )
    return Document(article=article, names_id=said.id is not None)

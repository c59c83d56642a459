"""One article, as read from a file or made by a caller. What lives here: the value, its id and its content hash."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

ARTICLE_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")
PUBLISHED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article in its author's own wording and script.

    Attributes
    ----------
    id
        Matches ``[A-Za-z0-9_-]{1,32}`` and is unique within an index.
    title
        What readers are shown; never empty.
    text
        The body, without the title; paragraphs are separated by one blank line.
    language
        A BCP 47 tag. ``zh-Hans``, ``zh-Hant`` and ``en`` are fully supported.
    author, source, url
        ``None`` where the file does not say; never an empty string.
    published
        ISO ``YYYY[-MM[-DD]]``, or ``None``.
    origins
        Paths relative to the folder, ``name.txt#2`` for the second article of a file; the first is the main one.
    """

    id: str
    title: str
    text: str
    language: str
    author: str | None
    source: str | None
    published: str | None
    url: str | None
    origins: tuple[str, ...]

    @property
    def origin(self) -> str:
        """The first of the origins."""
        return self.origins[0]


def article_id(origin_path: str, title_key: str) -> str:
    """Return the id of an article whose front matter names none.

    Parameters
    ----------
    origin_path
        The POSIX path relative to the folder; normalised to NFC here.
    title_key
        The folded title, or the ordinal in the file where there is no title.

    Returns
    -------
    str
        The first 16 hex digits of SHA-256 over path, ``#`` and key.
    """
    name = f"{unicodedata.normalize('NFC', origin_path)}#{title_key}"
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def content_hash(article: Article) -> str:
    """Return 32 hex digits that change when anything shown or indexed of the article changes (its id apart)."""
    parts = (
        article.title,
        article.text,
        article.language,
        article.author,
        article.source,
        article.published,
        article.url,
        *article.origins,
    )
    digest = hashlib.sha256()
    for part in parts:
        data = b"\x00" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:32]

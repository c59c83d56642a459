"""What one file gave, as JSON: a worker's answer, and what the cache keeps of it.

Either may have been forged by a file, so that it is believed only as far as it can be checked. What must not live here:
sockets, databases.
"""

import dataclasses
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corpus.article import ARTICLE_ID, PUBLISHED, Article
from corpus.reading.cleaning import Cut
from corpus.reading.document import Document
from corpus.reading.fingerprint import Fingerprint
from corpus.reading.reasons import Reason
from corpus.results import Rejected

_FIELDS = tuple(field.name for field in dataclasses.fields(Article) if field.name != "origins")
_OPTIONAL = {"author", "source", "published", "url"}
_FORMS = {"id": ARTICLE_ID, "published": PUBLISHED, "url": re.compile(r"https?://\S+")}
# What an origin has behind that of its file.
_PART = re.compile(r"(?:[#:][0-9]{1,9})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprinted:
    """A document with what tells whether another one repeats it."""

    document: Document
    fingerprint: Fingerprint


def encode(parts: Iterable[Fingerprinted | Rejected], origin: str) -> bytes:
    """Return what a file gave; ``origin`` is the file's."""
    encoded = [_encoded(part, origin) for part in parts]
    return json.dumps(encoded, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def decode(payload: bytes, origin: str) -> tuple[Fingerprinted | Rejected, ...]:
    """Return what a file gave.

    Raises
    ------
    ValueError
        It is not what :func:`encode` makes.
    """
    try:
        return tuple(_decoded(part, origin) for part in json.loads(payload))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no payload") from error


def _encoded(part: Fingerprinted | Rejected, origin: str) -> dict[str, Any]:
    if isinstance(part, Rejected):
        return {"part": part.origin.removeprefix(origin), "rejected": [part.reason, part.detail]}
    document = part.document
    return {
        "part": document.article.origin.removeprefix(origin),
        "article": [getattr(document.article, name) for name in _FIELDS],
        "names_id": document.names_id,
        "cuts": [[cut.rule, cut.text] for cut in document.cuts],
        "print": [part.fingerprint.digest.hex(), part.fingerprint.bands.hex()],
    }


def _decoded(said: Any, origin: str) -> Fingerprinted | Rejected:
    if not _PART.fullmatch(said["part"]):
        raise ValueError("no part of the file")
    origin += said["part"]
    if "rejected" in said:
        reason, detail = said["rejected"]
        return Rejected(origin=origin, reason=Reason(reason), detail=_text(detail, optional=True, blank=True))
    fields = dict(zip(_FIELDS, said["article"], strict=True))
    for name, value in fields.items():
        _text(value, optional=name in _OPTIONAL)
        if value is not None and name in _FORMS and not _FORMS[name].fullmatch(value):
            raise ValueError(name)
    digest, bands = map(bytes.fromhex, said["print"])
    cuts = tuple(Cut(rule=_text(rule), text=_text(text, blank=True)) for rule, text in said["cuts"])
    return Fingerprinted(
        document=Document(article=Article(**fields, origins=(origin,)), names_id=said["names_id"] is True, cuts=cuts),
        fingerprint=Fingerprint(digest=digest, bands=bands),
    )


def _text(value: Any, *, optional: bool = False, blank: bool = False) -> Any:
    """Return a text that can be stored, or None where that is allowed; raise ValueError for anything else."""
    if value is None and optional:
        return None
    if not isinstance(value, str) or not (blank or value.strip()):
        raise ValueError("no text")
    value.encode()  # raises UnicodeEncodeError, a ValueError, for half of a surrogate pair
    return value

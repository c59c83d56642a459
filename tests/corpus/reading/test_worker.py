"""The process that understands files; what it is held to is tried in the tests of the sandbox."""

import json

import pytest

from corpus.article import Article
from corpus.reading.document import Document
from corpus.reading.payload import decode
from corpus.reading.reasons import Reason, Refused
from corpus.reading.worker import understand
from corpus.results import Rejected


def test_every_part_of_a_file_is_told_with_what_tells_copies() -> None:
    """Articles have a fingerprint; what gives none has its reason."""
    rejected = Rejected(origin="a.csv:3", reason=Reason.EMPTY)
    article = Article(id="a", title="t", text="The tide.", language="en", origins=("a.csv",),
                      author=None, source=None, published=None, url=None)  # fmt: skip
    document = Document(article=article, names_id=False)
    told, other = decode(understand(b"", "a.csv", ".csv", lambda *_: (document, rejected)), "a.csv")
    assert (told.document, other) == (document, rejected)
    assert told.fingerprint.digest


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Refused(Reason.UNDECODABLE, "x"), "undecodable"),
        (MemoryError(), "too_much_memory"),
        (RecursionError(), "crashed"),
        (KeyError("secret of the file"), "crashed"),
    ],
)
def test_whatever_a_parser_raises_is_a_reason(error: Exception, reason: str) -> None:
    """A fault is told by its kind and place, without the words of the file."""

    def read(*_: object) -> tuple[()]:
        raise error

    [[said, detail]] = [part["rejected"] for part in json.loads(understand(b"", "a.txt", ".txt", read))]
    assert said == reason
    assert "secret" not in str(detail)
    assert said != "crashed" or "test_worker.py" in detail

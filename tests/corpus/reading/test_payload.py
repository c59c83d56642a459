"""What one file gave, as JSON that is believed only as far as it can be checked."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.reading.cleaning import Cut
from corpus.reading.document import Document
from corpus.reading.fingerprint import fingerprint
from corpus.reading.payload import Fingerprinted, decode, encode
from corpus.reading.reasons import Reason, Refused
from corpus.results import Rejected

ARTICLE = Article(
    id="tide",
    title="潮水",
    text="潮水退去以后，孩子们到沙滩上找贝壳。",
    language="zh-Hans",
    author="林海",
    source=None,
    published="2020-01",
    url="https://example.org/tide",
    origins=("a/tide.csv#2",),
)
PART = Fingerprinted(
    document=Document(article=ARTICLE, names_id=True, cuts=(Cut(rule="share", text="\n转发"),)),
    fingerprint=fingerprint(ARTICLE.text),
)
REJECTED = Rejected(origin="a/tide.csv:7", reason=Reason.EMPTY, detail="no text")


def changed(**fields: object) -> bytes:
    """Return a payload of one article with some of its entries replaced."""
    said = json.loads(encode([PART], "a/tide.csv"))
    for name, value in fields.items():
        if name in ("id", "title", "language", "author", "published", "url"):
            order = ("id", "title", "text", "language", "author", "source", "published", "url")
            said[0]["article"][order.index(name)] = value
        else:
            said[0][name] = value
    return json.dumps(said).encode()


def test_what_a_file_gave_comes_back_as_it_was() -> None:
    """Articles with their cuts and fingerprints, and parts that gave none."""
    assert decode(encode([PART, REJECTED], "a/tide.csv"), "a/tide.csv") == (PART, REJECTED)
    refused = Refused(Reason.DAMAGED, "").of("a.txt")
    assert decode(encode([refused], "a.txt"), "a.txt") == (refused,)


def test_another_file_is_never_spoken_for() -> None:
    """A payload says which part of its file an article is, and nothing else of where it came from."""
    [part] = decode(changed(), "other.csv")
    assert part.document.article.origins == ("other.csv#2",)


@pytest.mark.parametrize(
    "fields",
    [
        {"part": "/../secret.txt"},
        {"part": None},
        {"id": "../x"},
        {"id": 7},
        {"title": " "},
        {"title": None},
        {"language": "\ud800"},
        {"author": ""},
        {"author": ["x"]},
        {"published": "yesterday"},
        {"url": "javascript:alert(1)"},
        {"article": []},
        {"article": {"id": "x"}},
        {"cuts": [["rule"]]},
        {"cuts": [[None, "x"]]},
        {"print": ["00", "00"]},
        {"print": ["zz", "00"]},
        {"rejected": ["of_the_future", None]},
    ],
)
def test_what_breaks_a_rule_is_not_believed(fields: dict[str, object]) -> None:
    """Whoever wrote it, an article keeps the rules of articles."""
    with pytest.raises(ValueError):
        decode(changed(**fields), "a/tide.csv")


@given(st.one_of(st.binary(max_size=60), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.sampled_from(
        ["part", "rejected", "article", "print", "cuts", "names_id"]), inner),
    max_leaves=20,
).map(lambda value: json.dumps(value).encode())))  # fmt: skip
def test_any_answer_is_taken_or_not_believed(payload: bytes) -> None:
    """Whatever a worker says, nothing but the errors that are expected comes of it."""
    with contextlib.suppress(ValueError):
        decode(payload, "a.txt")


def test_endless_nesting_is_not_believed() -> None:
    """Neither is what no parser of JSON can follow."""
    with pytest.raises(ValueError):
        decode(b"[" * 100_000, "a.txt")

"""What files gave the last time, kept as long as that is of use."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.reading import cache as module
from corpus.reading.cache import ReadingCache, rules_version

DIGEST, OTHER = b"d" * 32, b"o" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a cache with one file is."""
    path = tmp_path / "sub" / "reading.sqlite"
    with closing(ReadingCache(path)) as cache:
        cache.put("a.txt", DIGEST, b"payload")
    return path


def kept(path: Path | None, origin: str = "a.txt", digest: bytes = DIGEST) -> bytes | None:
    with closing(ReadingCache(path)) as cache:
        return cache.get(origin, digest)


def test_the_same_content_under_the_same_name_is_known(path: Path) -> None:
    """Another name or other content is not."""
    assert kept(path) == b"payload"
    assert kept(path, origin="b.txt") is kept(path, digest=OTHER) is None


def test_a_file_has_one_payload(path: Path) -> None:
    """New content takes the place of the old."""
    with closing(ReadingCache(path)) as cache:
        cache.put("a.txt", OTHER, b"newer")
        assert cache.get("a.txt", OTHER) == b"newer"
    assert kept(path) is None


def test_what_vanished_is_dropped_at_the_end_of_a_whole_reading(path: Path) -> None:
    """What was got or put stays."""
    with closing(ReadingCache(path)) as cache:
        for number in range(1_200):
            cache.put(f"{number}.txt", DIGEST, b"x")
    with closing(ReadingCache(path)) as cache:
        for number in range(0, 1_200, 2):
            cache.get(f"{number}.txt", DIGEST)
        cache.put("new.txt", DIGEST, b"y")
        cache.drop_vanished()
    with closing(sqlite3.connect(path)) as database:
        origins = {origin for (origin,) in database.execute("SELECT origin FROM files")}
    assert origins == {f"{number}.txt" for number in range(0, 1_200, 2)} | {"new.txt"}


def test_other_rules_begin_it_anew(path: Path, monkeypatch) -> None:
    """What an older version made of a file is worth nothing."""
    monkeypatch.setattr(module, "rules_version", lambda: "others")
    assert kept(path) is None
    monkeypatch.undo()
    assert kept(path) is None


def test_the_rules_are_those_of_the_sources() -> None:
    """The version is the same in every process and differs with the sources."""
    rules_version.cache_clear()
    first = rules_version()
    rules_version.cache_clear()
    assert rules_version() == first
    assert len(first) == 64


def test_no_path_is_no_cache() -> None:
    """Whoever names none gets none."""
    assert kept(None) is None


def test_a_locked_or_unwritable_cache_is_not_used(path: Path, tmp_path: Path) -> None:
    """And none of them is touched."""
    with closing(ReadingCache(path)) as first:
        assert kept(path) is None
        assert first.get("a.txt", DIGEST) == b"payload"
    (tmp_path / "file").write_text("x")
    assert kept(tmp_path / "file" / "reading.sqlite") is kept(tmp_path) is None


def test_a_damaged_cache_is_begun_anew(path: Path) -> None:
    """It holds nothing that cannot be made again."""
    path.write_bytes(b"no database at all" * 1_000)
    assert kept(path) is None
    with closing(ReadingCache(path)) as cache:
        cache.put("a.txt", DIGEST, b"again")
    assert kept(path) == b"again"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_damage_anywhere_never_gives_another_payload(path: Path, data: st.DataObject) -> None:
    """Either what was kept comes back, or nothing; never an error."""
    path.unlink(missing_ok=True)
    with closing(ReadingCache(path)) as cache:
        cache.put("a.txt", DIGEST, b"payload")
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    with closing(ReadingCache(path)) as cache:
        assert cache.get("a.txt", DIGEST) in {b"payload", None}
        cache.put("b.txt", DIGEST, b"y")
        cache.drop_vanished()

"""Files changed at random: whatever stands in one, reading it ends soon, in an article or a reason.

5,000 of them here; ``make soak`` reads a million and reports how long they took.
"""

import collections
import io
import random
import statistics
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.reading.document import SUFFIXES
from corpus.reading.payload import decode
from corpus.reading.reasons import Reason, Refused
from corpus.reading.sandbox import Sandbox
from corpus.results import Rejected
from tests.corpus.reading.samples import MEMBERS_OF_ZIP, samples, zipped

SHARDS, SHARD = 8, 625
SOAK_SHARDS, SOAK_SHARD = 200, 5_000
MOST_BYTES = 60_000
ORDINARY_S = 0.25
# A worker that ends itself when anything is opened beyond the interpreter and its packages.
WATCHED = """
import os, sys
import corpus.reading.worker as worker
roots = tuple(os.path.realpath(entry) + os.sep for entry in (*sys.path, sys.prefix, sys.base_prefix))
armed = []
def watch(event, args):
    if armed and event == "open" and not isinstance(args[0], int):
        if not os.path.realpath(os.fsdecode(args[0])).startswith(roots):
            os._exit(99)
sys.addaudithook(watch)
def read(data, origin, suffix):
    armed.append(True)
    if data == b"open":
        open("/etc/passwd")
    return worker.read_documents(data, origin, suffix)
worker.main(read)
"""
# fmt: off
CONTROLS = (b"\0", b"\n", b"\r", b"\n\n\n", b" " * 500, b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x1b[31m")
LETTERS = ("\u0301" * 300, "\u202e", "\u200b" * 50, "\u2028", "（" * 50, "(shù)", "數", "﷽" * 20, "👨\u200d👩" * 9)
TAGS = (b"<div>" * 200, b"</p>", b"<!--", b"<![CDATA[", b"&#x110000;", b"&lt;" * 40, b"<table><tr><td>" * 40)
MARKUP = (b"---\n", b"# ", b"> " * 60, b"[" * 200, b"](", b"*_" * 100, b"`" * 99, b"| - |\n" * 30, b"- " * 60)
TABLES = (b'"', b'""' * 60, b"," * 300, b'{"a":' * 300, b"\\ud800", b"\\u0000", b"1e999999", b"null", b"a: &a [*a]\n")
PAGES = (b"%PDF-1.7\n", b"endobj", b"stream\r\n", b"1 0 R", b"<<" * 99, b"/Kids [1 0 R 2 0 R]", b"/Length 99999999")
PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"<!ENTITY a SYSTEM 'file:///etc/passwd'>", b"&a;", b"\x01\0\0\0\xff\xff\xff")
TOKENS = (*CONTROLS, *(text.encode() for text in LETTERS), *TAGS, *MARKUP, *TABLES, *PAGES, *PACKED)
NAMES = ("../../etc/passwd", "/etc/passwd", "..\\..\\x", "a" * 300, "\0", "word/../../x", "C:/x", "text/c.xhtml")
# fmt: on


def flipped(data: bytes, chooser: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chooser.choice((1, 1, 3, 20)) if data else 0):
        changed[chooser.randrange(len(changed))] = chooser.randrange(256)
    return bytes(changed)


def cut(data: bytes, chooser: random.Random) -> bytes:
    start, end = _range(data, chooser)
    return chooser.choice((data[:start], data[:start] + data[end:], data[start:end], data[start:]))


def repeated(data: bytes, chooser: random.Random) -> bytes:
    start, end = _range(data, chooser)
    return data[:start] + data[start:end] * chooser.choice((2, 5, 100)) + data[end:]


def moved(data: bytes, chooser: random.Random) -> bytes:
    start, end = _range(data, chooser)
    rest = data[:start] + data[end:]
    to = _place(rest, chooser.randint(0, len(rest)))
    return rest[:to] + data[start:end] + rest[to:]


def inserted(data: bytes, chooser: random.Random) -> bytes:
    at, _ = _range(data, chooser)
    return data[:at] + chooser.choice(TOKENS) * chooser.choice((1, 1, 2, 30)) + data[at:]


def replaced(data: bytes, chooser: random.Random) -> bytes:
    start, end = _range(data, chooser)
    return data[:start] + chooser.choice(TOKENS) + data[end:]


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, cut, repeated, moved, inserted, replaced)


def _range(data: bytes, chooser: random.Random) -> tuple[int, int]:
    start = chooser.randint(0, len(data))
    return _place(data, start), _place(data, min(len(data), start + chooser.choice((1, 4, 40, 1_000))))


def _place(data: bytes, at: int) -> int:
    """Return a place from which on no character of UTF-8 is torn, so that most files stay readable."""
    return next((place for place in range(at, len(data)) if data[place] & 0xC0 != 0x80), len(data))


def changed(data: bytes, chooser: random.Random) -> bytes:
    for _ in range(chooser.choice((1, 1, 2, 5))):
        data = chooser.choice(CHANGES)(data, chooser)
        data = data[: _place(data, MOST_BYTES)]
    return data


def changed_members(data: bytes, chooser: random.Random) -> bytes:
    """Change what is in an archive rather than the archive: a member's content or its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chooser.choice(list(members))
    if chooser.random() < 0.7:
        members[name] = changed(members[name], chooser)
    else:
        members[chooser.choice(NAMES)] = members.pop(name)
    return zipped(members)


def mutations(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield suffixes and files; the same for the same seed."""
    chooser = random.Random(seed)  # noqa: S311  the same files for the same seed are the point
    files = {suffix: contents for suffix, contents in samples().items() if suffix in SUFFIXES}
    everything = [content for contents in files.values() for content in contents]
    for _ in range(count):
        suffix = chooser.choice(list(files))
        data = chooser.choice(files[suffix] if chooser.random() < 0.95 else everything)
        inside = suffix in MEMBERS_OF_ZIP and data in files[suffix] and chooser.random() < 0.8
        yield suffix, (changed_members if inside else changed)(data, chooser)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Return one worker that is watched; what it has imported for one test serves the next."""
    with pytest.MonkeyPatch.context() as altered:
        altered.setattr("corpus.reading.sandbox.WORKERS", 1)
        with Sandbox(start=WATCHED) as sandbox:
            yield sandbox


def soaks() -> list[object]:
    marks = (pytest.mark.soak, pytest.mark.timeout(1_800))
    return [pytest.param(seed, SOAK_SHARD, marks=marks) for seed in range(SHARDS, SHARDS + SOAK_SHARDS)]


@pytest.mark.parametrize(("seed", "count"), [*((seed, SHARD) for seed in range(SHARDS)), *soaks()])
def test_no_change_of_a_file_breaks_the_reader(sandbox: Sandbox, tmp_path: Path, seed: int, count: int) -> None:
    """Every file gives articles or a reason; none ends its process, takes too long or opens another file."""
    took_s: dict[str, list[float]] = collections.defaultdict(list)
    faults = {}
    for number, (suffix, data) in enumerate(mutations(seed, count)):
        started_s = time.perf_counter()
        try:
            parts = decode(sandbox.submit(data, f"{number}{suffix}", suffix).result(), f"{number}{suffix}")
            assert parts
            reasons = {part.reason: part.detail for part in parts if isinstance(part, Rejected)}
        except Refused as refused:
            reasons = {refused.reason: refused.detail}
        took_s[suffix].append(time.perf_counter() - started_s)
        if found := reasons.keys() & {Reason.CRASHED, Reason.TIMED_OUT, Reason.TOO_MUCH_MEMORY}:
            faults[f"{number}{suffix}"] = {reason: reasons[reason] for reason in found}
            (tmp_path / f"{number}{suffix}").write_bytes(data)
    for suffix, times in sorted(took_s.items()):
        slow = sum(each > ORDINARY_S for each in times)
        median_ms, worst_ms = 1e3 * statistics.median(times), 1e3 * max(times)
        print(  # noqa: T201  the soak's report
            f"{suffix}: {len(times)} files, median {median_ms:.1f} ms, slowest {worst_ms:.0f} ms, {slow} over 250 ms"
        )
    assert faults == {}, f"the files are in {tmp_path}"


def test_every_format_has_a_sample_that_is_read(sandbox: Sandbox) -> None:
    """What is changed is sound before it is changed."""
    files = samples()
    assert files.keys() >= SUFFIXES.keys()
    for suffix in SUFFIXES:
        for data in files[suffix]:
            parts = decode(sandbox.submit(data, f"a{suffix}", suffix).result(), f"a{suffix}")
            assert not [part for part in parts if isinstance(part, Rejected)], suffix
            assert any("小镇" in part.document.article.text or "小鎮" in part.document.article.text
                       or "newspaper" in part.document.article.text for part in parts), suffix  # fmt: skip


def test_an_opened_file_would_be_noticed(sandbox: Sandbox) -> None:
    """The watch over the workers sees what it is there for."""
    with pytest.raises(Refused) as refused:
        sandbox.submit(b"open", "a.txt", ".txt").result()
    assert refused.value.detail == "exit code 99"


def test_the_same_seed_makes_the_same_files() -> None:
    """A fault that is reported can be had again."""
    assert list(mutations(3, 20)) == list(mutations(3, 20)) != list(mutations(4, 20))

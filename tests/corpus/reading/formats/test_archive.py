"""Zip files within bounds."""

import io
import struct
import zipfile

import pytest

from corpus.reading.formats import archive
from corpus.reading.formats.archive import Archive
from corpus.reading.reasons import Reason, Refused


def zipped(members: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


def refusal(data: bytes) -> Reason:
    """Return why the whole file is refused, before anything of it is expanded."""
    with pytest.raises(Refused) as refused:
        Archive(data)
    return refused.value.reason


def refusal_of_a(data: bytes) -> Reason:
    opened = Archive(data)
    with pytest.raises(Refused) as refused:
        opened.read("a")
    return refused.value.reason


def test_members_are_read_by_name() -> None:
    """One that is not there is None, and as XML empty."""
    opened = Archive(zipped({"a.xml": b"<a>&amp;</a>", "b": b"plain"}))
    assert (opened.read("b"), opened.read("c"), opened.xml("a.xml").text, len(opened.xml("c"))) == (
        b"plain",
        None,
        "&",
        0,
    )


def test_bombs_are_refused_before_they_go_off() -> None:
    """By count, by size and by ratio, as the file states them."""
    assert refusal(zipped({f"{number}": b"" for number in range(archive.MAX_MEMBERS + 1)})) is Reason.TOO_LARGE
    assert refusal(zipped({"a": b"\0" * 60 * 2**20})) is Reason.TOO_LARGE
    assert refusal(zipped({"a": b"\0" * 2**21})) is Reason.TOO_LARGE


def test_a_file_that_lies_about_its_size_is_damaged() -> None:
    """No more is expanded than was stated."""
    data = zipped({"a": b"\0" * 2**21})
    lie = data.replace(struct.pack("<I", 2**21), struct.pack("<I", 10))
    assert lie != data
    assert refusal_of_a(lie) is Reason.DAMAGED


def test_encrypted_members_are_named_as_such() -> None:
    """By the flag of their headers."""
    data = bytearray(zipped({"a": b"secret"}))
    at = data.index(b"PK\x01\x02") + 8
    data[at] |= 1
    assert refusal(bytes(data)) is Reason.ENCRYPTED


def test_other_compressions_are_not_read() -> None:
    """Neither format has them, and their memory is not bounded by the size."""
    assert refusal_of_a(zipped({"a": b"x" * 99}, zipfile.ZIP_LZMA)) is Reason.DAMAGED


def test_a_broken_member_is_damaged() -> None:
    """A checksum that does not fit."""
    data = zipped({"a": b"the tide came late"}, zipfile.ZIP_STORED)
    assert refusal_of_a(data.replace(b"tide came", b"moon came")) is Reason.DAMAGED

"""Bytes to text."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.encoding import decode
from corpus.reading.reasons import Reason, Refused


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_comes_back_as_written(sentences: dict[str, str], language: str, encoding: str) -> None:
    """UTF-8 with and without a mark, UTF-16 and UTF-32 with one."""
    assert decode(sentences[language].encode(encoding)) == (sentences[language], encoding)


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_both_byte_orders_are_read(sentences: dict[str, str], encoding: str) -> None:
    """The mark tells the order, and is no part of the text."""
    assert decode("\ufeff海边".encode(encoding)) == ("海边", "utf-16")


@pytest.mark.parametrize(("language", "encoding"), [("zh-Hans", "gb18030"), ("zh-Hant", "big5")])
def test_the_encodings_of_older_files_are_told_apart(sentences: dict[str, str], language: str, encoding: str) -> None:
    """Every stretch of at least eight characters of prose is taken for what it is."""
    text = sentences[language]
    for start in range(0, len(text) - 8, 3):
        for end in (start + 8, len(text)):
            assert decode(text[start:end].encode(encoding)) == (text[start:end], encoding)


def test_mostly_ascii_does_not_hide_an_older_encoding() -> None:
    """A page of English with a Chinese sentence in it is weighed by the Chinese."""
    text = "word " * 500 + "海边的小镇上有很多故事。" + " word" * 500
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("encoding", ["shift_jis", "koi8-r", "cp1252"])
def test_what_fits_no_encoding_is_refused(encoding: str) -> None:
    """Text of encodings that are not read is refused rather than shown as nonsense."""
    text = {
        "shift_jis": "町の新聞は日曜日に出ます。",
        "koi8-r": "Газета выходит",
        "cp1252": "Où était l’été à Néa? Là-bas",
    }
    with pytest.raises(Refused) as refused:
        decode(text[encoding].encode(encoding))
    assert refused.value.reason is Reason.UNDECODABLE


def test_a_broken_file_under_a_byte_order_mark_is_refused() -> None:
    """Half a character at the end of UTF-16 means that the file was cut."""
    with pytest.raises(Refused) as refused:
        decode("海边".encode("utf-16") + b"\x00")
    assert (refused.value.reason, refused.value.detail) == (Reason.UNDECODABLE, "utf-16")


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0", b"\0" * 4096, hashlib.shake_128(b"noise").digest(4096)],
    ids=["picture", "NULs", "noise"],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    """A picture renamed to .txt is refused as what it is."""
    with pytest.raises(Refused) as refused:
        decode(data)
    assert refused.value.reason is Reason.NOT_TEXT


def test_a_stray_control_byte_is_no_reason_to_refuse() -> None:
    """Editors and converters leave a NUL here and there."""
    assert decode(b"plain\0 text") == ("plain\0 text", "utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Nothing but a refusal comes of hostile bytes."""
    try:
        text, _ = decode(data)
    except Refused:
        return
    assert len(text) <= len(data)

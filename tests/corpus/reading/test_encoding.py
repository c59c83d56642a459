"""Bytes to text."""

import contextlib
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.encoding import decode
from corpus.reading.reasons import Reason, Refused

JAPANESE = "港の小さな新聞は、毎週日曜日の朝に三人の記者の手で刷られています。潮の話と風の話が多いそうです。"
KOREAN = "항구의 작은 신문은 일요일 아침마다 세 사람이 만든다. 바람과 밀물에 대한 이야기가 많다고 한다."
FRENCH = "Où était l’été à la mer ? Le journal du port paraît là-bas, près de l’église, « chaque dimanche »."
GERMAN = "Die Zeitung für Fischer erschien früher täglich; heute hängt sie nur noch am Kai, größer und schöner."
UNREAD = {
    "koi8-r": "Газета порта выходит по воскресеньям, и пишут её трое.",
    "cp1251": "Газета порта выходит по воскресеньям, и пишут её трое.",
    "iso8859-7": "Η εφημερίδα του λιμανιού βγαίνει κάθε Κυριακή.",
    "cp1250": "Přístavní noviny vycházejí každou neděli ráno a píší je tři lidé.",
    "cp1254": "Limanın gazetesi her pazar sabahı çıkıyor, üç kişi yazıyor ve şiir de var.",
    "tis-620": "หนังสือพิมพ์ของท่าเรือออกทุกวันอาทิตย์",
}


def reason(data: bytes) -> tuple[Reason, str | None]:
    with pytest.raises(Refused) as refused:
        decode(data)
    return refused.value.reason, refused.value.detail


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_comes_back_as_written(sentences: dict[str, str], language: str, encoding: str) -> None:
    """UTF-8 and UTF-16 with and without a mark, UTF-32 with one."""
    assert decode(sentences[language].encode(encoding)) == (sentences[language], encoding)


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_both_byte_orders_are_read(sentences: dict[str, str], encoding: str) -> None:
    """The mark tells the order, and is no part of the text."""
    assert decode("\ufeff海边".encode(encoding)) == ("海边", "utf-16")


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("zh-Hans", "gb18030"), ("zh-Hant", "big5hkscs"), ("zh-Hans", "utf-16-le"), ("zh-Hant", "utf-16-be")],
)
def test_every_stretch_of_chinese_is_read_or_left(sentences: dict[str, str], language: str, encoding: str) -> None:
    """Twenty characters of prose are taken for what they are; of six, nothing is ever taken for something else."""
    text = sentences[language]
    for start in range(len(text) - 20):
        assert decode(text[start : start + 20].encode(encoding)) == (text[start : start + 20], encoding)
    for start in range(len(text) - 6):
        with contextlib.suppress(Refused):
            assert decode(text[start : start + 6].encode(encoding)) == (text[start : start + 6], encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "cp949"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        ("The café on the quay, a naïve résumé of it.", "cp1252"),
        ("The editor said: “Tides don’t wait” – and left.", "cp1252"),
    ],
)
def test_other_older_encodings_are_told_apart(text: str, encoding: str) -> None:
    """Shift-JIS, EUC and Windows-1252 by kana, Hangul, and accents that stand alone in words."""
    assert decode(text.encode(encoding)) == (text, encoding)


def test_mostly_ascii_does_not_hide_an_older_encoding() -> None:
    """A page of English with a Chinese sentence in it is weighed by the Chinese, an accent by its word."""
    text = "word " * 500 + "海边的小镇上有很多故事。" + " word" * 500
    assert decode(text.encode("gb18030")) == (text, "gb18030")
    text = "word " * 9_000 + "café, née Noël"
    assert decode(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize("encoding", UNREAD)
def test_what_fits_no_encoding_is_refused(encoding: str) -> None:
    """Text of encodings that are not read is refused, with what was tried, rather than shown as nonsense."""
    why, tried = reason(UNREAD[encoding].encode(encoding))
    assert why is Reason.UNDECODABLE
    assert tried


def test_japanese_in_seven_bits_is_not_shown_as_ascii() -> None:
    """Older mail shifts to it by an escape."""
    assert reason(JAPANESE.encode("iso2022_jp"))[0] is Reason.UNDECODABLE


def test_a_few_broken_bytes_cost_no_more_than_their_characters() -> None:
    """A file that was cut off or patched is read, and shows where; one of another encoding is not taken for it."""
    text = "海边的小镇上有很多故事，我们都写了下来。" * 2
    data = text.encode()
    assert decode(data[:-1]) == (text[:-1] + "\ufffd", "utf-8")
    assert decode(data[:60] + b"\xff" + data[60:]) == (text[:20] + "\ufffd" + text[20:], "utf-8")
    with pytest.raises(Refused):
        decode(data.replace(b"\xe6", b"\xff"))


def test_a_declared_encoding_settles_what_the_text_leaves_open() -> None:
    """Names alone are no evidence; what the file says is, unless the text contradicts it."""
    names = "林砚舟、蓝鲸渡轮".encode("gbk")
    why, tried = reason(names)
    assert (why, str(tried).split(", ")[0]) == (Reason.UNDECODABLE, "gb18030")
    assert decode(names, "gb2312") == ("林砚舟、蓝鲸渡轮", "gb18030")
    assert decode("海边的小镇上有很多故事，我们写了下来。".encode("gbk"), "big5")[1] == "gb18030"
    with pytest.raises(Refused):
        decode(names, "no-such-encoding")


def test_a_broken_file_under_a_byte_order_mark_is_refused() -> None:
    """Half a character at the end of UTF-16 means that the file was cut."""
    assert reason("海边".encode("utf-16") + b"\x00") == (Reason.UNDECODABLE, "utf-16")


NOISE = hashlib.shake_128(b"noise").digest(4096)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0",
        b"\xff\xd8\xff\xe0",
        b"GIF89a" + NOISE[:9],
        b"PK\x03\x04" + NOISE[:9],
        b"%PDF-1.7\n1 0 obj\n",
        b"{\\rtf1\\ansi The tide comes late.}",
        b"\0" * 4096,
        NOISE,
        b"\xff\xfe" + NOISE,
    ],
    ids=["png", "jpeg", "gif", "zip", "pdf", "rtf", "NULs", "noise", "noise under a mark"],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    """A picture renamed to .txt is refused as what it is, also when only its first bytes arrived."""
    assert reason(data)[0] in {Reason.NOT_TEXT} | ({Reason.UNDECODABLE} if data.startswith(b"\xff\xfe") else set())


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

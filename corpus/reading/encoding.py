"""Bytes to text: which encoding, by decoding and weighing the outcome. What must not live here: what the text says."""

import codecs
import functools
import re

from corpus.reading.reasons import Reason, Refused

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("gb18030", "big5")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ASCII = re.compile(r"[\x00-\x7f]+")
_SAMPLE_CHARS = 20_000
# Right decodings of Chinese prose score above .95, wrong ones below .6: what lies between is left to a person.
_ENOUGH = 0.8
_MARGIN = 0.15


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of the encoding that was chosen.

    A byte order mark decides; else UTF-8 where it decodes; else GB18030 or Big5, whichever gives common characters.

    Raises
    ------
    Refused
        ``not_text`` for binary data, ``undecodable`` where nothing fits or two encodings fit about equally well.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strictly(data, encoding)
            if text is None:
                raise Refused(Reason.UNDECODABLE, encoding)
            return text, encoding
    if len(_CONTROLS.findall(data)) > max(8, len(data) // 100):
        raise Refused(Reason.NOT_TEXT)
    text = _strictly(data, "utf-8")
    return (text, "utf-8") if text is not None else _decode_legacy(data)


def _decode_legacy(data: bytes) -> tuple[str, str]:
    decoded = ((_strictly(data, encoding), encoding) for encoding in _LEGACY)
    scored = sorted(((_commonness(text), text, encoding) for text, encoding in decoded if text), reverse=True)
    if not scored or scored[0][0] < _ENOUGH or (len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN):
        raise Refused(Reason.UNDECODABLE)
    return scored[0][1], scored[0][2]


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _commonness(text: str) -> float:
    """Return the share of everyday Chinese characters and marks among those beyond ASCII."""
    beyond_ascii = _ASCII.sub("", text)[:_SAMPLE_CHARS]
    common = _common_characters()
    return sum(character in common for character in beyond_ascii) / max(1, len(beyond_ascii))


@functools.cache
def _common_characters() -> frozenset[str]:
    """Return the first levels of GB 2312 and Big5, drawn by frequency both, and Chinese punctuation."""
    trails = range(0xA1, 0xFF)
    level_one = bytes(byte for lead in range(0xB0, 0xD8) for trail in trails for byte in (lead, trail))
    big5_trails = (*range(0x40, 0x7F), *trails)
    big5 = bytes(byte for lead in range(0xA4, 0xC7) for trail in big5_trails for byte in (lead, trail))
    marks = "，。、；：？！“”‘’「」『』（）《》〈〉【】—…·～　％０１２３４５６７８９"
    han = level_one.decode("gb2312", "ignore") + big5.decode("big5", "ignore")
    return frozenset(marks).union(character for character in han if "\u3400" <= character <= "\u9fff")

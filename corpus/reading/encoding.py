"""Bytes to text: which encoding, by decoding and weighing the outcome. What must not live here: what the text says."""

import codecs
import re
import unicodedata
from collections import Counter

from corpus.reading.reasons import Reason, Refused
from corpus.reading.words import LISTS

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Files of letters that are no text, and pictures of which hardly more than this is there; control characters tell the
# others.
_MAGIC = re.compile(rb"%PDF-|%!PS|\{\\rtf|PK\x03\x04|\x89PNG|\xff\xd8\xff|GIF8")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ASCII = re.compile(r"[\t-\r\x1b -\x7f]+")
_EAST_ASIAN = re.compile(r"[\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3]")
_SAMPLE_CHARS = 20_000
_FEW = 30
_HAN = frozenset("".join(LISTS["everyday_han"]))
_KANA = frozenset(map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB)))) | frozenset("ー、。「」年日人大")
_HANGUL = frozenset("".join(LISTS["everyday_hangul"]))
_LEGACY = {"gb18030": _HAN, "big5hkscs": _HAN, "cp932": _KANA, "euc_jp": _KANA, "cp949": _HANGUL}
_UTF_16 = ("utf-16-le", "utf-16-be")
_PROSE = _HAN | _KANA | _HANGUL
_WESTERN = "cp1252"
_MARKS = "[“”‘’–—…«»°€£§©®·•¡¿\u00a0]"
# A capital or one or two small letters of western Europe, or typographer's marks, with nothing but ASCII on both sides.
_WESTERN_USE = re.compile(
    rf"(?<![^\x00-\x7f])(?:{_MARKS}{{0,2}}(?:[ÀÂÄÆÇÉÈÊÎÔŒÙÛÜÑÁÍÓÚÅØÖ]|[àâäæçéèêëîïôœùûüñáíóúìòßåøãõö]{{1,2}}){_MARKS}{{0,2}}"
    rf"|{_MARKS}{{1,4}})(?![^\x00-\x7f])"
)
# How many bytes beyond ASCII a broken one is forgiven for; under another encoding most break.
_SOUND_FOR_BROKEN = 50
_ENOUGH = 0.25
_ENOUGH_WESTERN = 0.9
_PAGE_DECLARES = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})|encoding=[\"']([\w-]{1,40})", re.IGNORECASE
)
_DECLARED = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc_kr": "cp949"}


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text of a file and the name of the encoding that was chosen.

    A byte order mark decides; else UTF-8 where it decodes but for a byte in fifty of those beyond ASCII, which the
    text shows as U+FFFD; else the one of UTF-16, GB18030, Big5, Shift-JIS, EUC-JP,
    EUC-KR and Windows-1252 under which the text looks like prose, where no other comes near it.

    Parameters
    ----------
    data
        The whole file.
    declared
        The encoding that the file itself names, if any; it settles what the text leaves open.

    Raises
    ------
    Refused
        ``not_text`` for binary data, ``undecodable`` where nothing fits or two encodings fit about equally well; its
        detail names the encodings that decode, the likeliest first.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = strictly(data, encoding)
            if text is None:
                raise Refused(Reason.UNDECODABLE, encoding)
            return _as_text(text), encoding
    if _MAGIC.match(data):
        raise Refused(Reason.NOT_TEXT)
    binary = len(_CONTROLS.findall(data)) > max(8, len(data) // 100)
    if not binary and b"\x1b$" not in data:  # which begins Japanese in older mail
        text = data.decode("utf-8", "replace")
        if _is_sound(data, text):
            return _as_text(text), "utf-8"
    return _weighed(data, _known(declared), binary=binary)


def decode_page(data: bytes) -> str:
    """Return the text of an HTML or XHTML page by what it declares of itself; raises as :func:`decode`."""
    declared = _PAGE_DECLARES.search(data[:4096])
    return decode(data, (declared[1] or declared[2]).decode("ascii") if declared else None)[0]


def everyday_share(text: str) -> float:
    """Return the share of everyday ones among the first East Asian characters of a text, 1 where these are few."""
    sample = _EAST_ASIAN.findall(text[:_SAMPLE_CHARS])
    return sum(map(_PROSE.__contains__, sample)) / len(sample) if len(sample) >= _FEW else 1.0


def _is_sound(data: bytes, text: str) -> bool:
    """Whether UTF-8 bytes give a text, at most one byte in fifty of those beyond ASCII being broken."""
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    return not broken or broken * _SOUND_FOR_BROKEN <= sum(byte > 0x7F for byte in data)


def _weighed(data: bytes, declared: str | None, *, binary: bool) -> tuple[str, str]:
    """Choose by evidence; binary data can only be UTF-16 without a mark."""
    candidates = _UTF_16 if binary else (*_LEGACY, *_UTF_16, _WESTERN)
    scores = Counter({name: score for name in candidates if (score := _score(data, name)) is not None})
    ranked = scores.most_common(3)
    (best, score), (_, rival) = [*ranked, ("", 0.0), ("", 0.0)][:2]
    if score >= (_ENOUGH_WESTERN if best == _WESTERN else _ENOUGH) and score >= 2 * rival:
        chosen = best
    elif binary:
        raise Refused(Reason.NOT_TEXT)
    elif declared and scores[declared] >= max(_ENOUGH, score) / 2:
        chosen = declared
    else:
        raise Refused(Reason.UNDECODABLE, ", ".join(name for name, _ in ranked) or None)
    return _as_text(data.decode(chosen)), chosen


def _known(declared: str | None) -> str | None:
    """Return the name under which a declared encoding is weighed."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    return _DECLARED.get(name, _WESTERN if name.startswith(("iso8859", "ascii")) else name)


def strictly(data: bytes, encoding: str) -> str | None:
    """Return the text of bytes in an encoding, None where they are none."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _score(data: bytes, encoding: str) -> float | None:
    """Return the share of what is beyond ASCII that prose would hold; None where the data do not decode."""
    text = strictly(data, encoding)
    if text is None:
        return None
    if encoding in _UTF_16:
        sample = text[:_SAMPLE_CHARS]
        found = sum(character in _PROSE or " " <= character <= "~" for character in sample)
    elif encoding == _WESTERN:
        sample = _ASCII.sub(" ", text)[:_SAMPLE_CHARS]
        found = sum(map(len, _WESTERN_USE.findall(sample)))
        sample = sample.replace(" ", "")
    else:
        sample = _ASCII.sub("", text)[:_SAMPLE_CHARS]
        found = sum(map(_LEGACY[encoding].__contains__, sample))
    return found / max(1, len(sample))


def _as_text(text: str) -> str:
    """Return the text; refused where much of it is what no text holds: private, unassigned, control characters."""
    counts = Counter(text[:_SAMPLE_CHARS])
    odd = sum(times for character, times in counts.items() if _is_odd(character))
    if odd > max(8, counts.total() // 20):
        raise Refused(Reason.NOT_TEXT)
    return text


def _is_odd(character: str) -> bool:
    kind = unicodedata.category(character)
    return character == "\ufffd" or (kind in {"Cc", "Cn", "Co"} and not character.isspace())

"""Characters as the two bytes of GBK, which old converters cut apart. What must not live here: what is repaired."""

import functools

from corpus.reading.encoding import strictly


def trail_byte(character: str) -> int:
    """Return the second byte of a character in GBK; 0 where it has none."""
    encoded = gbk_bytes(character)
    return encoded[1] if encoded and len(encoded) == 2 else 0


def gbk_bytes(text: str) -> bytes | None:
    """Return a text in GBK, the euro sign as the byte 80 that Windows gives it; None where it has no such form."""
    try:
        return b"\x80".join(part.encode("gbk") for part in text.split("€"))
    except UnicodeEncodeError:
        return None


@functools.lru_cache(maxsize=8_192)
def character_of(lead: int, trail: int) -> str | None:
    """Return the one character of two bytes, None where they are none."""
    text = strictly(bytes((lead, trail)), "gbk")
    return text if text and len(text) == 1 else None


@functools.lru_cache(maxsize=8_192)
def is_everyday(character: str) -> bool:
    """Whether a character is in the first level of Big5 or GB 2312, which hold those in common use, or a mark."""
    for encoding, first, last in (("big5", 0xA1, 0xC6), ("gb2312", 0xA1, 0xD7)):
        try:
            encoded = character.encode(encoding)
        except UnicodeEncodeError:
            continue
        if len(encoded) == 2 and first <= encoded[0] <= last:
            return True
    return False

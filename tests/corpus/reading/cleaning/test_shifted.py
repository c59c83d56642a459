"""Text shifted by half a character around pinyin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.cleaning.gbk import character_of, gbk_bytes, trail_byte
from corpus.reading.cleaning.glosses import readings
from corpus.reading.cleaning.shifted import with_shifted_text_repaired

# Sentences of our own in which a second byte and the next first byte make a character that a converter may read.
SENTENCES = (
    "漁船回到港口時談論高科技和未來企業A的說法",
    "因為以下幾個A原因他們沒有出海",
    "潮水管理條例B從春天開始實行",
    "大家都熟能詳的深度學習C課程在燈塔裡舉行",
    "這一年營收超過了去年",
)


def shifted(text: str, at: int) -> str | None:
    """Do to a text what the converter did at a character: set the reading of a ghost behind it, losing a byte.

    None where there is no ghost with a reading there, or the run would not end at an ASCII second byte.
    """
    ghost = character_of(trail_byte(text[at]), (gbk_bytes(text[at + 1]) or b"\0")[0])
    if not ghost or not readings(ghost):
        return None
    reading = min(readings(ghost))
    data = gbk_bytes(text[at + 1 :])
    assert data is not None
    rest = data[1:].decode("gbk", "replace")
    return f"{text[: at + 1]}?{reading}){rest}"


@pytest.mark.parametrize(
    ("noisy", "repaired"),
    [
        ("談?wù)摳呖萍己臀磥砥髽I", "談論高科技和未來企業"),
        ("因?yàn)橐韵聨讉€原因", "因為以下幾個原因"),
        ("理?xiàng)l例", "理條例"),
        ("年?duì)I收", "年營收"),
        ("因?yàn)闊o風", "因為無風"),
        ("獎?wù)咧?,船", "獎者?,船"),
        ("沒有風?!薄岸鴦?chuàng)造", "沒有風?”“而創造"),
    ],
)
def test_what_a_reading_proves_is_repaired(noisy: str, repaired: str) -> None:
    """The reading names the ghost, the ghost the lost byte; a half that is gone for good stays a question mark."""
    text, cuts = with_shifted_text_repaired(noisy)
    assert text == repaired
    assert len(cuts) == 1
    assert " → " in cuts[0]


@pytest.mark.parametrize(
    "text",
    [
        "談?xyz)摳呖萍糏",  # no reading
        "談?mā)摳呖萍糏",  # no ghost reads so
        "燈塔?wù)",  # nothing behind it to repair
        "他问（是吗?wù）然后走了",
        "为什么?yàn)",
        "Is it so?ma) he asked",
    ],
)
def test_what_no_reading_proves_is_left(text: str) -> None:
    """Damage that may be anything stays as it stands."""
    assert with_shifted_text_repaired(text) == (text, [])


def test_generated_shifts_come_back() -> None:
    """Wherever the converter's harm can be done to our sentences, it is undone or left, never made worse."""
    repaired = 0
    for sentence in SENTENCES:
        for at in range(len(sentence) - 2):
            noisy = shifted(sentence, at) if not sentence[at + 1].isascii() and not sentence[at].isascii() else None
            if noisy is None:
                continue
            text, cuts = with_shifted_text_repaired(noisy)
            assert text in {noisy, sentence}
            repaired += bool(cuts)
    assert repaired >= 5


@given(st.text(alphabet="談論?wùyàn)因為摳€I,。!", max_size=40))
def test_repairing_twice_is_once(text: str) -> None:
    """What one pass leaves, a second one leaves too."""
    once, _ = with_shifted_text_repaired(text)
    twice, cuts = with_shifted_text_repaired(once)
    assert (twice, cuts) == (once, []) or len(cuts) < len(text)

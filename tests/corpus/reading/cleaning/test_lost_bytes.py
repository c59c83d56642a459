"""Names that lost half a character."""

import pytest

from corpus.reading.cleaning.lost_bytes import with_lost_bytes_repaired


def test_a_name_is_completed_from_the_text() -> None:
    """The letter is the second byte of the character that the name has elsewhere."""
    text, cuts = with_lost_bytes_repaired("林海祎管灯塔。林海t也管船，林海t说。")
    assert text == "林海祎管灯塔。林海祎也管船，林海祎说。"
    assert cuts == ["林海t → 林海祎"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "林海t管灯塔。",  # the whole name stands nowhere
        "林海祎和林海瞭，还有林海t。",  # two names fit
        "他穿白色t恤，做了b超，去唱卡拉ok。",
        "林海祎用python和林海tv。",
    ],
)
def test_what_no_name_proves_is_left(text: str) -> None:
    """A letter may mean itself."""
    assert with_lost_bytes_repaired(text) == (text, [])

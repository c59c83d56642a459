"""Dates as people write them."""

import pytest

from corpus.reading.dates import DAY, iso_date, iso_day


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-14", "2024-03-14"),
        ("2024/3/14", "2024-03-14"),
        ("2024.3.14", "2024-03-14"),
        ("2024年3月14日", "2024-03-14"),
        ("2024 年 3 月 14 日 11:20", "2024-03-14"),
        ("2024-03-14T11:20:05Z", "2024-03-14"),
        ("2024-03-14 11:20:05.123 +08:00", "2024-03-14"),
        ("20240314", "2024-03-14"),
        ("March 14, 2024", "2024-03-14"),
        ("14 Mar 2024", "2024-03-14"),
        ("14.03.2024", "2024-03-14"),
        ("14/03/2024", "2024-03-14"),
        ("03/14/2024", "2024-03-14"),
        ("Thu, 14th of March 2024 at 11:20 am", "2024-03-14"),
        ("2024年3月14日（周四）11:20", "2024-03-14"),
        ("2024-03", "2024-03"),
        ("2024年3月", "2024-03"),
        ("2024", "2024"),
        ("2024年", "2024"),
    ],
)
def test_a_date_becomes_iso(written: str, iso: str) -> None:
    """As much of the date as was written, and no more."""
    assert iso_date(written) == iso


@pytest.mark.parametrize("written", ["", "soon", "2024-02-30", "2024-13", "0000", "04/03/2024", "1.2.3", "2024-3-14-5"])
def test_what_is_no_date_is_none(written: str) -> None:
    """Days that do not exist, and orders that can be read two ways, are not guessed at."""
    assert iso_date(written) is None


def test_a_day_is_found_in_a_line() -> None:
    """In running text only whole dates count, and their time goes with them."""
    match = DAY.search("318 reads   2021/7/09 08:15 | harbour")
    assert match is not None
    assert (match[0], iso_day(match)) == ("2021/7/09 08:15", "2021-07-09")
    assert DAY.search("version 1.2024.3.14") is None

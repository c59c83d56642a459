"""Charts are drawn in another process, which leaves nothing elsewhere; its troubles cost the picture alone."""

import logging
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.services.charting import FOLDER, Chart, Charting
from bot.settings import Settings

CHART = Chart(title="每日", across="日", up="題", answered="有", unanswered="無", bars=(("1月1日", 2, 1),))


def charting(folder: Path, code: str) -> Charting:
    """Return one whose other process runs some code."""
    return Charting(Settings(data_dir=folder / "data"), command=(sys.executable, "-c", code))


async def test_a_picture_leaves_nothing_outside_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither at home nor among everybody's temporary files: the list of fonts lies with the data."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    for folder, names in ((home, ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")), (temporary, ("TMPDIR",))):
        folder.mkdir()
        for name in names:
            monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("MPLBACKEND", "no such backend")
    monkeypatch.setattr("bot.services.charting.LIMIT_S", 100.0)  # a busy machine draws slowly
    (tmp_path / "data").mkdir()
    picture = await Charting(Settings(data_dir=tmp_path / "data")).png(CHART)
    assert picture.startswith(b"\x89PNG")
    assert list((tmp_path / "data" / FOLDER).iterdir())
    assert [*home.rglob("*"), *temporary.rglob("*")] == []


async def test_it_knows_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the token nor any proxy's password stands in its environment."""
    monkeypatch.setenv("DISCORD_TOKEN", "xyzzy")
    for name in ("DISCORD_PROXY", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://somebody:xyzzy@proxy.example:1")
    seen = await charting(tmp_path, "import os; print(*os.environ.values(), 'all')").png(CHART)
    assert seen.endswith(b"all\n")
    assert b"xyzzy" not in seen


async def test_what_goes_wrong_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """There is no picture then; once one was drawn again, the next trouble is told too."""
    flag = tmp_path / "works"
    drawing = charting(
        tmp_path, f"import os, sys; os.path.exists({str(flag)!r}) or sys.exit('no ink is left'); print(7)"
    )
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert await drawing.png(CHART) is None
        assert [record.message for record in caplog.records] == ["a review's chart could not be drawn: no ink is left"]
        flag.touch()
        assert await drawing.png(CHART) == b"7\n"
        flag.unlink()
        assert await drawing.png(CHART) == b"7\n", "the last picture is drawn once"
        assert await drawing.png(replace(CHART, up="题")) is None
    assert len(caplog.records) == 2
    assert await charting(tmp_path, "").png(CHART) is None, "nothing is no picture"
    nowhere = Charting(Settings(data_dir=tmp_path / "data"), command=(str(tmp_path / "no such program"),))
    assert await nowhere.png(CHART) is None


async def test_a_drawing_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The review goes without it, and nothing is left running."""
    monkeypatch.setattr("bot.services.charting.LIMIT_S", 2.0)
    number = tmp_path / "number"
    code = f"import os, time; open({str(number)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    assert await charting(tmp_path, code).png(CHART) is None
    started = number.read_text() if number.exists() else ""
    if started:  # else it was ended before it had begun
        with pytest.raises(ProcessLookupError):
            os.kill(int(started), 0)

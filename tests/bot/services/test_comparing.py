"""Comparing in another process: what goes wrong there is told, and a build that is gone cannot serve again."""

import asyncio
import json
import sys
from pathlib import Path

import pytest

from bot.errors import BuildGone, CompareFailed
from bot.services.article_source import build
from bot.services.comparing import Comparing
from bot.services.library_host import LibraryHost
from bot.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return an installation with two builds."""
    made = Settings(data_dir=tmp_path / "data", articles_dir=tmp_path / "articles")
    made.articles_dir.mkdir()
    for year in (1961, 1962):
        (made.articles_dir / "mill.md").write_text(f"# The old mill\n\nThe mill ground barley until {year}.\n")
        build(made)
    return made


def command(code: str) -> tuple[str, ...]:
    """Return a stand-in for `footnote compare`."""
    return sys.executable, "-c", code


async def test_an_earlier_build_serves_again(settings: Settings) -> None:
    """The host takes it up at once."""
    host = LibraryHost(settings.index_dir)
    await host.refresh()
    newer = host.library.build
    older = next(path.name for path in settings.index_dir.iterdir() if path.is_dir() and path.name != newer)
    await Comparing(settings, host).go_back(older)
    assert host.library.build == older
    assert "1961" in host.library.articles[0].text
    with pytest.raises(BuildGone):
        await Comparing(settings, host).go_back("20200101T000000000000Z-000000")
    assert host.library.build == older
    await host.close()


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import sys; sys.exit('the log is away')", "the log is away"),
        ("print('{}')", ""),
        ("print('no json'); import sys; print('first\\nlast', file=sys.stderr)", "last"),
    ],
)
async def test_what_the_other_process_complains_of_is_told(settings: Settings, code: str, reason: str) -> None:
    """Its last line is the reason."""
    host = LibraryHost(settings.index_dir)
    first, second = sorted(path.name for path in settings.index_dir.iterdir() if path.is_dir())
    with pytest.raises(CompareFailed) as caught:
        await Comparing(settings, host, command=command(code)).between(first, second)
    assert caught.value.reason == reason
    with pytest.raises(BuildGone):
        await Comparing(settings, host, command=command(code)).between(first, "20200101T000000000000Z-000000")
    await host.close()


async def test_two_who_look_at_once_start_one_process(settings: Settings, tmp_path: Path) -> None:
    """The second is shown what the first one had compared."""
    host = LibraryHost(settings.index_dir)
    first, second = sorted(path.name for path in settings.index_dir.iterdir() if path.is_dir())
    told = {"before": first, "after": second, "asked": 0, "changes": [], "hidden": 0}
    code = f"open({str(tmp_path / 'started')!r}, 'a').write('x'); print({json.dumps(json.dumps(told))})"
    comparing = Comparing(settings, host, command=command(code))
    one, other = await asyncio.gather(comparing.between(first, second), comparing.between(first, second))
    assert one is other
    assert (tmp_path / "started").read_text() == "x"
    await comparing.kept.erase(["somebody"])
    await comparing.between(first, second)
    assert (tmp_path / "started").read_text() == "xx"  # what was kept may have held somebody's question
    await host.close()


async def test_a_process_that_takes_too_long_is_ended(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The admin is told instead of waiting."""
    monkeypatch.setattr("bot.services.comparing.LIMIT_S", 0.5)
    host = LibraryHost(settings.index_dir)
    first, second = sorted(path.name for path in settings.index_dir.iterdir() if path.is_dir())
    with pytest.raises(CompareFailed, match="too long"):
        await Comparing(settings, host, command=command("import time; time.sleep(60)")).between(first, second)
    await host.close()

"""The reindex in a process of its own: what it prints, how it may die, and that it is gone when the bot ends."""

import os
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.errors import ReindexFailed, ReindexRunning
from bot.services.library_host import LibraryHost
from bot.services.reindex_protocol import ReindexReport, encode
from bot.services.reindexing import Reindexing
from bot.settings import Settings
from corpus import BuildReport, Progress
from tests.patience import until

REPORT = ReindexReport(
    report=BuildReport(build="b1", engine="e", articles=1, passages=1, added=(), changed=(), removed=(), took_s=0.5),
    rejected=(),
    sample=True,
    dropped_sample=False,
)
STEP = Progress(stage="analysing", done=1, total=2)
SAY_STEP = f"print({encode(STEP)!r}, end='', flush=True)\n"
SAY_REPORT = f"print({encode(REPORT)!r}, end='', flush=True)\n"
SLEEP = "import time\ntime.sleep(60)\n"
Make = Callable[..., Reindexing]


@pytest.fixture
async def stand_in(tmp_path: Path) -> AsyncIterator[Make]:
    """Make reindexings whose child runs the given lines instead of the command line."""
    host = LibraryHost(tmp_path / "data" / "index")
    made: list[Reindexing] = []

    def make(script: str, *, program: str = sys.executable) -> Reindexing:
        settings = Settings(token="sesame", data_dir=tmp_path / "data", articles_dir=tmp_path / "articles")
        made.append(Reindexing(settings, host, command=(program, "-c", script)))
        return made[-1]

    yield make
    for reindexing in made:
        await reindexing.close()
    await host.close()


async def steps_of(reindexing: Reindexing) -> list[object]:
    """Return everything that a reindex yields."""
    return [step async for step in reindexing.run()]


async def test_progress_and_then_the_report(stand_in: Make) -> None:
    """Other lines on the same pipe are passed over, and a flood of complaints blocks nothing."""
    noise = "import sys\nsys.stderr.write('x' * 300_000)\nprint('Loading model cost 0.5 seconds.')\n"
    reindexing = stand_in(noise + SAY_STEP + SAY_REPORT)
    assert await steps_of(reindexing) == [STEP, REPORT]
    assert not reindexing.running


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ('print(\'{"error": {"type": "FolderUnreadable", "message": "no right"}}\')', "no right"),
        ("import sys\nsys.exit('line one\\nthe last sentence\\n\\n')", "the last sentence"),
        ("import os\nos.kill(os.getpid(), 9)", "SIGKILL: it was killed"),
        ("pass", "exit code 0: it ended without a report"),
        (SAY_STEP + "raise SystemExit(3)", "exit code 3: it ended without a report"),
    ],
)
async def test_a_child_that_fails_gives_its_reason(stand_in: Make, script: str, reason: str) -> None:
    """However it ends, there is one sentence, and the next reindex may run."""
    reindexing = stand_in(script)
    with pytest.raises(ReindexFailed) as caught:
        await steps_of(reindexing)
    assert caught.value.reason == reason
    assert not reindexing.running


async def test_a_build_in_another_process_is_a_reindex_running(stand_in: Make) -> None:
    """The command line holds the build lock: the admin is told that one is under way."""
    with pytest.raises(ReindexRunning):
        await steps_of(stand_in('print(\'{"error": {"type": "BuildInProgress", "message": "locked"}}\')'))


async def test_a_program_that_cannot_start_is_a_failure(stand_in: Make, tmp_path: Path) -> None:
    """Nothing hangs when there is no child at all."""
    with pytest.raises(ReindexFailed):
        await steps_of(stand_in("", program=str(tmp_path / "none")))


async def test_the_child_has_a_low_priority_and_no_token(
    stand_in: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its environment names the folders and not the token; it runs below the bot, in the same session."""
    monkeypatch.setenv("DISCORD_TOKEN", "sesame")
    monkeypatch.setenv("DISCORD_PROXY", "http://ada:lovelace@proxy.example:1")
    script = (
        "import json, os, time\nlatest = time.monotonic() + 10\n"
        "while os.nice(0) < 10 and time.monotonic() < latest: time.sleep(0.01)\n"  # set once the child runs
        "told = [os.environ['DATA_DIR'], os.environ['ARTICLES_DIR'], os.nice(0) >= 10, os.getpgid(0) == os.getpid(),\n"
        f"        os.getsid(0) == {os.getsid(0)}, 'sesame' in str(os.environ), 'lovelace' in str(os.environ)]\n"
        "print(json.dumps({'error': {'type': 'X', 'message': json.dumps(told)}}))\n"
    )
    with pytest.raises(ReindexFailed) as caught:
        await steps_of(stand_in(script))
    told = f'["{tmp_path}/data", "{tmp_path}/articles", true, true, true, false, false]'
    assert caught.value.reason == told


async def test_one_at_a_time(stand_in: Make) -> None:
    """A second reindex is refused while the first is under way."""
    reindexing = stand_in(SAY_STEP + SLEEP)
    first = reindexing.run()
    assert await anext(first) == STEP
    assert reindexing.running
    with pytest.raises(ReindexRunning):
        await steps_of(reindexing)
    await reindexing.close()
    with pytest.raises(ReindexFailed):
        await anext(first)


@pytest.mark.parametrize("stubborn", [False, True])
async def test_closing_ends_the_child(stand_in: Make, stubborn: bool) -> None:
    """Even one that ignores SIGTERM is gone when close returns."""
    ignore = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n" if stubborn else ""
    told = encode(Progress(stage="reading", done=0, total=None)).strip().replace('"done": 0', '"done": %d')
    tell_pid = f"import os\nprint({told!r} % os.getpid(), flush=True)\n"
    reindexing = stand_in(ignore + tell_pid + SLEEP)
    step = await anext(reindexing.run())
    await reindexing.close()
    with pytest.raises(ProcessLookupError):
        os.kill(step.done, 0)


async def test_a_listener_that_leaves_does_not_stop_it(stand_in: Make, tmp_path: Path) -> None:
    """A progress message that cannot be edited any more must not cost the new index."""
    done = tmp_path / "done"
    wait = "import time, pathlib\ntime.sleep(0.2)\n"
    reindexing = stand_in(SAY_STEP + wait + f"pathlib.Path({str(done)!r}).touch()\n" + SAY_REPORT)
    steps = reindexing.run()
    assert await anext(steps) == STEP
    await steps.aclose()
    await until(lambda: not reindexing.running)
    assert "done" in os.listdir(tmp_path)  # noqa: PTH208 -- one call in a test

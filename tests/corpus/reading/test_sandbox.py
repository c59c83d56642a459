"""Processes that understand files and can be ended."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

import corpus
from corpus.reading.payload import decode
from corpus.reading.reasons import Reason, Refused
from corpus.reading.sandbox import Sandbox
from tests.corpus.reading.conftest import Write
from tests.patience import GUARD_S

ROOT = Path(corpus.__file__).parent.parent
# A worker whose parser a file can tell to do anything.
HOSTILE = """
import os, sys, time
import corpus.reading.worker as worker
worker.CPU_S = 0
worker.MEMORY_BYTES = 64 * 2**20
said = "The harbour lay still."
def read(data, origin, suffix):
    exec(data, globals())
    return worker.read_documents(said.encode(), origin, suffix)
worker.main(read)
"""


def outcome(answer: "Future[bytes]") -> str | None:
    try:
        [part] = decode(answer.result(), "a.txt")
    except Refused as refused:
        return refused.reason
    return part.reason if isinstance(part, corpus.Rejected) else part.document.article.text


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("time.sleep(60)", Reason.TIMED_OUT),
        ("while True: pass", Reason.TIMED_OUT),
        ("os.abort()", Reason.CRASHED),
        ("os.kill(os.getpid(), 9)", Reason.CRASHED),
        ("os._exit(0)", Reason.CRASHED),
        ("raise ValueError('x')", Reason.CRASHED),
        ("raise SystemExit", Reason.CRASHED),
        ("f = lambda: f()\nf()", Reason.CRASHED),
        ("bytearray(2**30)", Reason.TOO_MUCH_MEMORY),
        ("x = [[0] * 10**6 for _ in range(10**6)]", Reason.TOO_MUCH_MEMORY),
    ],
)
def test_a_bad_file_costs_itself_alone(code: str, reason: Reason) -> None:
    """Hanging, crashing, growing: the file has a reason, and those around it are read."""
    good = b"pass"
    with Sandbox(wall_s=5, start=HOSTILE) as sandbox:
        files = [good, good, code.encode(), good, good, good]
        answers = [sandbox.submit(data, "a.txt", ".txt") for data in files]
        assert [outcome(answer) for answer in answers] == [
            reason if data == code.encode() else "The harbour lay still." for data in files
        ]


def test_memory_is_watched_where_the_system_does_not_hold_it() -> None:
    """On macOS a thread ends the process."""
    # Linux begins a process's peak with that of its parent, here of whatever tests came before: of no use as the size.
    watched = "worker._peak_bytes = worker._resident()\nworker._HAS_STATM = False\nworker.main(read)"
    start = HOSTILE.replace("worker.main(read)", watched)
    grow = b"kept = [b'x' * 2**23 for _ in range(256) if time.sleep(0.01) is None]; time.sleep(60)"
    with Sandbox(start=start) as sandbox:
        assert outcome(sandbox.submit(grow, "a.txt", ".txt")) is Reason.TOO_MUCH_MEMORY
        assert outcome(sandbox.submit(b"pass", "a.txt", ".txt")) == "The harbour lay still."


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/passwd')",
        "open('../../etc/passwd')",
        "os.open('/etc/passwd', os.O_RDONLY)",
        "open(os.path.join(sys.prefix, 'left-behind'), 'w')",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "os.system('true')",
        "os.fork()",
        "os.remove('none')",
    ],
)
def test_a_file_reaches_nothing_beyond_its_bytes(code: str) -> None:
    """A parser that is taken over opens no file, starts no program and calls nobody."""
    with Sandbox(start=HOSTILE) as sandbox:
        [part] = decode(sandbox.submit(code.encode(), "a.txt", ".txt").result(), "a.txt")
    assert part.detail.startswith("PermissionError")


def test_a_worker_is_told_nothing_of_ours(monkeypatch) -> None:
    """No token, no proxy with its password, and no folder to stand in."""
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    monkeypatch.setenv("HTTPS_PROXY", "http://user:secret@proxy")
    code = "raise ValueError if 'secret' in str(os.environ) or os.getcwd() != '/' else SystemError"
    with Sandbox(start=HOSTILE) as sandbox:
        [part] = decode(sandbox.submit(code.encode(), "a.txt", ".txt").result(), "a.txt")
    assert part.detail.startswith("SystemError")


def test_prints_of_a_parser_are_no_answer() -> None:
    """What a library writes to standard output or error goes nowhere."""
    code = b"os.write(1, b'x' * 10**6); os.write(2, b'x' * 10**6); print('hello')"
    with Sandbox(start=HOSTILE) as sandbox:
        assert outcome(sandbox.submit(code, "a.txt", ".txt")) == "The harbour lay still."


def test_a_worker_is_used_again_until_a_file_has_made_it_large(monkeypatch) -> None:
    """Files share a process; one that holds much memory is replaced without blaming anybody."""
    monkeypatch.setattr("corpus.reading.sandbox.WORKERS", 1)
    tell = b"said = f'This is process {os.getpid()}.'"
    with Sandbox(start=HOSTILE) as sandbox:
        first, second, large, after = (
            outcome(sandbox.submit(code, "a.txt", ".txt"))
            for code in (tell, tell, tell + b"; kept = b'x' * 2**24; worker._KEPT_BYTES = 2**23", tell)
        )
    assert first == second == large != after


def test_a_process_that_cannot_start_is_the_operators_to_mend(monkeypatch) -> None:
    """It is no file's fault, whether there is no interpreter or it ends at once."""
    with Sandbox(start="raise SystemExit(3)") as sandbox, pytest.raises(corpus.ReaderUnavailable, match="exit code 3"):
        sandbox.submit(b"", "a.txt", ".txt").result()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Sandbox() as sandbox, pytest.raises(corpus.ReaderUnavailable):
        sandbox.submit(b"", "a.txt", ".txt").result()


def test_leaving_ends_a_file_that_hangs() -> None:
    """Nobody waits for a file whose answer is not wanted any more."""
    with Sandbox(start=HOSTILE) as sandbox:
        answers = [sandbox.submit(b"time.sleep(600)", "a.txt", ".txt") for _ in range(4)]
        time.sleep(1)
    assert all(answer.cancelled() or answer.exception() for answer in answers)


SCRIPT = """
from corpus.reading.sandbox import Sandbox
with Sandbox(start={start!r}) as sandbox:
    print(sandbox.submit(b"said = f'Process {{os.getpid()}} reads.'", "a.txt", ".txt").result().decode(), flush=True)
    sandbox.submit({code!r}, "a.txt", ".txt").result()
"""


@pytest.mark.parametrize(
    ("number", "waste"), [(signal.SIGINT, "time.sleep(600)"), (signal.SIGKILL, "while True: pass")]
)
def test_no_worker_outlives_a_script_that_is_ended(number: signal.Signals, waste: str) -> None:
    """A script needs no guard around its main part; Ctrl-C ends its workers, after a kill their limits do."""
    # The file ends the script itself, since only it knows when it is under way; before Ctrl-C no limit ends the file.
    code = f"os.kill(os.getppid(), {number:d})\n{waste}"
    command = [sys.executable, "-c", SCRIPT.format(start=HOSTILE, code=code.encode())]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as script:
        [part] = decode((script.stdout.readline()).encode(), "a.txt")
        worker = int(part.document.article.text.split()[1])
        assert "KeyboardInterrupt" in script.stderr.read() or number == signal.SIGKILL
    with contextlib.suppress(ProcessLookupError):
        latest_s = time.monotonic() + GUARD_S
        while time.monotonic() < latest_s:
            os.kill(worker, 0)
            time.sleep(0.01)
        pytest.fail("the worker is still there")


def test_a_folder_of_files_is_read_while_workers_come_and_go(folder: Path, write: Write, monkeypatch) -> None:
    """The order of the files stays, each with an article or a reason of its own."""
    monkeypatch.setattr("corpus.reading.folder.Sandbox", lambda: Sandbox(start=HOSTILE))
    for number in range(30):
        write(f"{number:02}.txt", f"said = 'The ferry of row {number} lay still.'" if number % 7 else "os.abort()")
    items = list(corpus.iter_folder(folder))
    assert [item.origin for item in items] == [f"{number:02}.txt" for number in range(30)]
    assert [number for number, item in enumerate(items) if isinstance(item, corpus.Rejected)] == [0, 7, 14, 21, 28]

"""`footnote review`: the query log in Datasette, on a copy that is gone at the end."""

import importlib.util
import signal
import socket
import subprocess
import sys
from pathlib import Path

import click

from bot.cli.play import has_browser
from bot.cli.session import read_settings
from bot.errors import ExtraMissing
from bot.services.child import environment_without_secrets
from bot.storage.log_copy import reviewable_copy

HOST = "127.0.0.1"
GUIDE = Path(__file__).with_name("log_guide.yaml")  # columns and questions described, for Datasette
_SETTINGS = {"sql_time_limit_ms": "5000", "allow_download": "off", "default_page_size": "50"}


@click.command("review")
@click.option("--port", type=click.IntRange(0, 65535), default=0)
@click.option("--no-browser", is_flag=True)
def command(port: int, *, no_browser: bool) -> None:
    """Serve a copy of the log, which is gone afterwards."""
    if importlib.util.find_spec("datasette") is None:
        raise ExtraMissing("review")
    settings = read_settings()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as at Ctrl-C
    with reviewable_copy(settings.log_path, private=settings.private_in_reviews) as copy:
        _serve(copy, port or _free_port(), open_browser=not no_browser and has_browser())


def _serve(copy: Path, port: int, *, open_browser: bool) -> None:
    """Run Datasette until it is told to end; only the holder of the printed address gets in."""
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(copy), "--metadata", str(GUIDE)]
    command += ["--host", HOST, "--port", str(port), "--root", *(["--open"] if open_browser else [])]
    for name, value in _SETTINGS.items():
        command += ["--setting", name, value]
    environment = environment_without_secrets()
    with subprocess.Popen(command, env=environment) as served:  # noqa: S603 -- our own Python, no word of anybody else's
        try:
            served.wait()
        except BaseException:
            served.terminate()
            raise


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])

"""What every test stands on: a neutral environment, and the outside material and the browser where they are."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No example is timed; what runs in CI is the same each time, so that a failure there is the change's.
settings.register_profile(
    "footnote", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("footnote")

# A shell that starts the tests in the background lets them ignore Ctrl-C, and so whatever they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

SETTINGS = (
    "DATA_DIR",
    "ARTICLES_DIR",
    "HOME_SERVERS",
    "AUDIENCE",
    "LOG_USERS",
    "LOG_RETENTION_DAYS",
    "REVIEW_PRIVATE",
    "OPERATOR",
    "LOG_LEVEL",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
)


@pytest.fixture(autouse=True)
def _neutral_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the developer's token, settings, proxy and language from the test and its child processes."""
    for name in tuple(os.environ):
        if name.upper() in SETTINGS or name.startswith("DISCORD_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def material() -> Path:
    """Return the folder of outside material that answers are judged by; skips where FOOTNOTE_MATERIAL names none."""
    folder = os.environ.get("FOOTNOTE_MATERIAL")
    if not folder:
        pytest.skip("FOOTNOTE_MATERIAL names no folder of outside material")
    return Path(folder)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the browser; skips where there is none, and fails there in continuous integration."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is missing, and continuous integration must drive the page")
        pytest.skip("chromium is not installed: apt install chromium, or brew install --cask chromium")
    return path

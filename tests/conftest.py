"""What every test stands on: an environment without the developer's own settings, and the outside material where it is."""

import os
import shutil
from pathlib import Path

import pytest

SETTINGS = (
    "DATA_DIR",
    "ARTICLES_DIR",
    "HOME_SERVERS",
    "AUDIENCE",
    "LOG_USERS",
    "LOG_RETENTION_DAYS",
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
    """The folder of outside material that answers are judged by; skips where FOOTNOTE_MATERIAL names none."""
    folder = os.environ.get("FOOTNOTE_MATERIAL")
    if not folder:
        pytest.skip("FOOTNOTE_MATERIAL names no folder of outside material")
    return Path(folder)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser that drives the page; skips, or fails in continuous integration, where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is missing, and continuous integration must drive the page")
        pytest.skip("chromium is not installed")
    return path

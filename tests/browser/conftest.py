"""The page in a real chromium, over a running installation."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright

from bot.playground.page_server import PageServer
from tests.e2e.installation import Installation, index_articles, running

# Debian's chromium in a container, speaking to nobody but the page.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with our articles, indexed once for all tests."""
    folder = tmp_path_factory.mktemp("installation")
    index_articles(folder)
    return folder


@pytest.fixture
async def footnote(chromium: str, indexed: Path, tmp_path: Path) -> AsyncIterator[Installation]:
    """Yield a running installation; after the browser was found, since it is for the browser alone."""
    shutil.copytree(indexed, tmp_path, dirs_exist_ok=True)
    async with running(tmp_path) as installation:
        yield installation


@pytest.fixture
async def server(footnote: Installation) -> AsyncIterator[PageServer]:
    """Yield the page's server."""
    server = PageServer(footnote.discord)
    await server.start(0)
    yield server
    await server.close()


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """Yield a chromium without a window."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def page(browser: Browser, server: PageServer) -> AsyncIterator[Page]:
    """Yield the page, open, with its commands; an error in its scripts, or a breach of its policy, fails the test."""
    context = await browser.new_context(viewport={"width": 1100, "height": 800}, locale="en-US")
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    await page.goto(server.address)
    await page.get_by_label("What to send").select_option("search")
    yield page
    await context.close()
    assert errors == []

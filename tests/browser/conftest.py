"""The page in a real chromium: over the whole bot on the sample, and over a small bot that shows every component.

What takes seconds to start is started once for a module; each test has a page of its own, in channels that are empty.
A module uses one of the two bots.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.playground.loopback import LoopbackDiscord
from bot.playground.page_server import PageServer
from bot.playground.visit import Welcome
from bot.services.article_source import build
from bot.settings import Settings
from tests.bot.playground.small_bot import connected
from tests.e2e.installation import Installation, index_articles, running
from tests.patience import PATIENT_S

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
expect.set_options(timeout=60_000)  # of a busy machine; what is there is seen at once
OpenPage = Callable[..., Awaitable[Page]]
once = pytest_asyncio.fixture(scope="session", loop_scope="session")
# One bot at a time: where discord.py finds Discord is one place for the whole process.
for_a_module = pytest_asyncio.fixture(scope="module", loop_scope="session")
each = pytest_asyncio.fixture(loop_scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all tests here share the loop that their browser lives in."""
    for item in items:
        if "browser" in item.keywords and "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A page's server, with what it stands on."""

    server: PageServer
    discord: LoopbackDiscord
    installation: Installation | None = None

    def clear(self) -> None:
        """Empty every channel."""
        self.discord.board._messages.clear()


async def serve(stack: AsyncExitStack, discord: LoopbackDiscord, folder: Path | None) -> PageServer:
    """Serve a page until the stack ends."""
    server = PageServer(discord, Welcome(folder=folder))
    await server.start(0)
    stack.push_async_callback(server.close)
    return server


@once
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """Yield a chromium without a window."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@for_a_module
async def whole(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """Yield the page over a whole installation that serves the sample; for the browser alone, so it asks for it."""
    folder = tmp_path_factory.mktemp("installation")
    (folder / "articles").mkdir()
    settings = Settings(data_dir=folder / "data", articles_dir=folder / "articles")
    await asyncio.to_thread(build, settings)
    async with running(folder) as installation, AsyncExitStack() as stack:
        server = await serve(stack, installation.discord, settings.articles_dir)
        yield Served(server=server, discord=installation.discord, installation=installation)


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the articles of the end-to-end tests, indexed once."""
    folder = tmp_path_factory.mktemp("indexed")
    index_articles(folder)
    return folder


@each
async def own(chromium: str, indexed: Path, tmp_path: Path) -> AsyncIterator[Served]:
    """Yield the page over an installation of a test's own, with these articles.

    Asked for before the page: that is closed before its server goes, which it would look for.
    """
    shutil.copytree(indexed, tmp_path, dirs_exist_ok=True)
    async with running(tmp_path) as installation, AsyncExitStack() as stack:
        server = await serve(stack, installation.discord, tmp_path / "articles")
        yield Served(server=server, discord=installation.discord, installation=installation)


@for_a_module
async def small(chromium: str) -> AsyncIterator[Served]:
    """Yield the page over a small bot that uses every part of the loopback Discord."""
    discord = LoopbackDiscord(first_response_s=PATIENT_S)
    await discord.start()
    async with connected(discord), AsyncExitStack() as stack:
        yield Served(server=await serve(stack, discord, None), discord=discord)
    await discord.close()


@each
async def open_page(browser: Browser) -> AsyncIterator[OpenPage]:
    """Return what opens a page; an error in its scripts, or a breach of its policy, fails the test."""
    errors: list[str] = []
    async with AsyncExitStack() as stack:

        async def opened(
            served: Served, *, locale: str = "en-US", width: int = 1100, height: int = 800, **more
        ) -> Page:
            viewport = {"width": width, "height": 800}
            context = await browser.new_context(viewport=viewport, locale=locale, **more)
            stack.push_async_callback(context.close)
            page = await context.new_page()
            page.set_default_timeout(60_000)
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            await page.goto(served.server.address)
            await page.locator("#words").wait_for()
            await page.locator("#words[placeholder]").wait_for()
            return page

        yield opened
    assert errors == []


@each
async def page(open_page: OpenPage, whole: Served) -> Page:
    """Return the page over the whole bot, in English, on empty channels."""
    whole.clear()
    return await open_page(whole)


@each
async def parts(open_page: OpenPage, small: Served) -> Page:
    """Return the page over the small bot, on empty channels."""
    small.clear()
    return await open_page(small)

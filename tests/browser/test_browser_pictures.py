"""Every kind of answer in three languages, as the page shows it; FOOTNOTE_PICTURES keeps them in docs/pictures."""

import io
import os
import re
from pathlib import Path

import pytest
from playwright.async_api import expect
from rich.console import Console
from rich.text import Text

from bot.cli.discord_checks import discord_findings
from bot.cli.doctor import lines
from bot.cli.local_checks import local_findings
from bot.messages import words_in
from bot.playground.actor import Modal
from bot.render.forms import FILES
from tests.browser.acting import be, go, last, speak
from tests.person import Person, Upload
from tests.seen import button

pytestmark = pytest.mark.browser
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
ASKED = {
    "en-US": ("How did Google respond to ChatGPT?", "Mu Li", "The Three Founders of Mistral", "open source"),
    "zh-CN": ("ChatGPT为什么没有先在中国出现？", "李沐", "太浩湖的一场拍卖", "欧洲 监管"),
    "zh-TW": ("李沐離開亞馬遜以後做了什麼？", "李開復", "DeepMind：從一盤棋到 Google", "歐洲 監管"),
}
UNSAID = {
    "en-US": "Which airline flies from Paris to Osaka?",
    "zh-CN": "台积电的旷视食堂有什么红烧肉？",
    "zh-TW": "商湯的香港員工餐廳有什麼珍珠奶茶？",
}
WHO_ASKED = {"en-US": "Who is Kai-Fu Lee?", "zh-CN": "李开复是谁？", "zh-TW": "李開復是誰？"}
SEVERAL, NEAR, NOBODY, MISSPELT = "Wang", "Hinten", "Zebulon Quist", "Mistrel founders +Lample"
MILL = "# The old mill\n\nThe mill ground barley until 1931, and sawed wood in winter.\n"


async def search_everything(actor, channel, words):
    """Ask for every kind of answer that a search has."""
    found = await actor.slash("search", {"query": ASKED[actor.locale][0]}, channel)
    await actor.press(found, button(found, words("button-read")))
    for question in (MISSPELT, WHO_ASKED[actor.locale]):
        await actor.slash("search", {"query": question}, channel)
    await actor.slash("search", {"query": UNSAID[actor.locale]}, channel)
    await actor.slash("search", {"query": "Mistral zzzz after:2020", "source": "Nowhere"}, channel)
    await actor.slash("search", {"query": "zzzz", "after": "soon"}, channel)


async def ask_everything(actor, channel):
    """Ask for every other kind of answer that members get, in a channel and in direct messages."""
    _, who, title, topic = ASKED[actor.locale]
    for name in (who, SEVERAL, NEAR, NOBODY):
        await actor.slash("who", {"name": name}, channel)
    await actor.slash("summary", {"about": title, "length": "short"}, channel)
    await actor.slash("summary", {"about": topic, "length": "short", "private": True}, channel)
    await actor.slash("summary", {"about": "qqqq zzzz"}, channel)
    await actor.slash("footnote status", {}, channel)
    for said in ({"en-US": "hello", "zh-CN": "你好", "zh-TW": "您好嗎"}[actor.locale], "/help", "/privacy"):
        await actor.dm(said)


async def manage_everything(actor, channel, words):
    """Ask for everything that admins get."""
    await actor.slash("footnote status", {}, channel)
    await actor.slash("footnote settings", {"private": False}, channel)
    listed = await actor.slash("footnote articles", {}, channel)
    form = Modal(data=(await actor.command("footnote add", {}, channel)).modal, channel=channel, message=None)
    files = [Upload(filename="mill.md", data=MILL.encode()), Upload(filename="photo.exe", data=b"MZ")]
    await actor.submit(form, {FILES: files})
    asked = await actor.slash("footnote articles", {"article": ASKED["en-US"][2]}, channel)
    assert listed.controls
    assert not asked.controls  # the sample stays


async def picture(page, path):
    """Take everything that stands in a channel, however long it is."""
    await page.set_viewport_size({"width": 860, "height": 600})
    height = await page.evaluate("document.querySelector('#log').scrollHeight")
    await page.set_viewport_size({"width": 860, "height": height + 160})
    await page.locator("#log").screenshot(path=path, animations="disabled", type="jpeg", quality=40)
    assert path.stat().st_size < 600_000


def folder(tmp_path):
    """Return where pictures go."""
    return PICTURES if "FOOTNOTE_PICTURES" in os.environ else tmp_path


@pytest.mark.parametrize("locale", list(ASKED))
async def test_every_answer_has_its_picture(open_page, whole, locale, tmp_path):
    """What members are answered fits the page, in each language."""
    whole.clear()
    words, world = words_in(locale), whole.discord.world
    actor = Person(whole.discord, world.named("member"), locale)
    page = await open_page(whole, locale=locale, width=860, color_scheme="light")
    await speak(page, locale)
    general, library = world.home.channels
    await search_everything(actor, general, words)
    await ask_everything(actor, library)
    for channel, name, count in (("#general", "searches", 7), ("#library", "answers", 8)):
        await go(page, channel)
        await expect(page.get_by_role("article")).to_have_count(count)
        await picture(page, folder(tmp_path) / f"{name}-{locale.lower()}.jpg")
    await go(page, "@Footnote")
    await expect(page.get_by_role("article")).to_have_count(6)
    await picture(page, folder(tmp_path) / f"messages-{locale.lower()}.jpg")


@pytest.mark.parametrize("locale", list(ASKED))
async def test_what_admins_see_has_its_picture(open_page, whole, locale, tmp_path):
    """The admins' answers fit the page, in each language."""
    whole.clear()
    words, world = words_in(locale), whole.discord.world
    actor = Person(whole.discord, world.named("admin"), locale)
    page = await open_page(whole, locale=locale, width=860, color_scheme="light")
    await speak(page, locale)
    await be(page, "Ada Novak")
    await manage_everything(actor, world.home.channels[1], words)
    await go(page, "#library")
    await expect(page.get_by_role("article")).to_have_count(5)
    await picture(page, folder(tmp_path) / f"admin-{locale.lower()}.jpg")


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_a_search_for_the_readme(open_page, whole, locale, tmp_path):
    """The READMEs show one search."""
    whole.clear()
    page = await open_page(whole, locale=locale, width=860, color_scheme="light")
    await speak(page, locale)
    actor, channel = (
        Person(whole.discord, whole.discord.world.named("member"), locale),
        whole.discord.world.home.channels[1],
    )
    await actor.slash("search", {"query": ASKED[locale][0]}, channel)
    await go(page, "#library")
    await page.set_viewport_size({"width": 860, "height": 560})
    await expect(last(page).get_by_role("button").first).to_be_visible()
    path = folder(tmp_path) / f"search-{locale.lower().removesuffix('-us')}.png"
    await page.locator("#log").evaluate("log => log.scrollTo(0, 0)")
    await page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size < 200_000


async def test_the_doctor_for_the_readme(open_page, whole, tmp_path):
    """The READMEs show what the doctor says of this very installation."""
    settings = whole.installation.settings
    found = [*local_findings(settings), *await discord_findings(settings)]
    console = Console(record=True, width=110, file=io.StringIO())
    for line in lines(found, words_in("en-US")):
        shown = line.replace(str(settings.data_dir), "data").replace(str(settings.articles_dir), "data/articles")
        console.print(Text(shown))
    drawn = re.sub(r"@font-face \{.*?\}", "", console.export_svg(title="footnote doctor"), flags=re.DOTALL)
    (tmp_path / "doctor.svg").write_text(drawn, encoding="utf-8")
    page = await open_page(whole, width=860)
    await page.goto((tmp_path / "doctor.svg").as_uri())
    box = await page.evaluate("(({ width, height }) => ({ width, height }))(document.documentElement.viewBox.baseVal)")
    await page.set_viewport_size({"width": 860, "height": round(860 * box["height"] / box["width"])})
    path = folder(tmp_path) / "doctor.png"
    await page.locator("svg").first.screenshot(path=path)
    assert path.stat().st_size < 200_000

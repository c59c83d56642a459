"""The page itself: by keyboard, on a phone, in both themes, for screen readers, when much happens or the line drops."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from tests.browser.acting import answered, be, command, go, last, menu, speak
from tests.person import Person

pytestmark = pytest.mark.browser
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


async def test_everything_by_keyboard(page):
    """Command, option, suggestion, answer, button, article, dismissal, another channel: no mouse."""
    await page.locator("#words").focus()
    await page.keyboard.type("/")
    await expect(menu(page)).to_have_count(5)
    await page.keyboard.press("ArrowUp")
    await expect(menu(page).last).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Escape")
    await expect(menu(page)).to_have_count(0)
    await page.keyboard.type("sum")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Mistral")
    await expect(menu(page).filter(has_text="The Three Founders of Mistral")).to_be_visible()
    await expect(menu(page).filter(has_not_text="Mistral")).to_have_count(0)  # those for fewer letters are gone
    await page.keyboard.press("ArrowDown")
    while "Three" not in await page.locator("#menu [aria-selected=true]").inner_text():
        await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Tab")
    await expect(page.get_by_label("about", exact=True)).to_have_value("The Three Founders of Mistral")
    await page.keyboard.press("Enter")
    await answered(page, "Three Founders")
    await expect(page.locator("#words")).to_be_focused()
    await page.locator("#log").focus()
    await page.keyboard.press("ArrowUp")
    await expect(last(page)).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await answered(page, "Only you can see this")
    await page.keyboard.press("Escape")
    await expect(page.locator("#words")).to_be_focused()
    await page.keyboard.type("/who ")
    await page.keyboard.press("Backspace")
    await expect(page.locator("#words")).to_be_focused()
    library = page.get_by_role("button", name="#library")
    await library.press("Enter")
    await expect(page.locator("#place")).to_have_text("#library")
    await expect(library).to_be_focused()


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_no_violation_of_accessibility_rules(page, theme):
    """axe-core finds nothing: on coming in, with the menu open, and with an answer and an article."""
    await page.locator("#theme").select_option(theme)
    await expect(page.locator("html")).to_have_css("color-scheme", theme)
    axe = Axe()
    found = await axe.run(page)
    await page.locator("#words").fill("/s")
    await expect(menu(page).first).to_be_visible()
    menus = await axe.run(page)
    await command(page, "search", query="Three founders of Mistral")
    await (await answered(page, "Founders")).get_by_role("button", name="Read").first.click()
    await answered(page, "Only you can see this")
    answers = await axe.run(page)
    reports = [each.generate_report() for each in (found, menus, answers) if each.violations_count]
    assert not reports, "\n".join(reports)


async def test_on_a_phone(open_page, whole):
    """At 360 pixels nothing is scrolled sideways, and channels and people are behind one button."""
    whole.clear()
    page = await open_page(whole, width=360)
    await expect(page.locator("#people")).not_to_be_visible()
    await page.get_by_role("button", name="Show channels and people").click()
    await page.locator("#shut").click()
    await expect(page.locator("#people")).not_to_be_visible()
    await page.get_by_role("button", name="Show channels and people").click()
    await be(page, "Ada Novak")
    await expect(page.locator("#people")).not_to_be_visible()
    await expect(page.get_by_role("button", name="Show channels and people")).to_be_focused()
    await command(page, "search", send=False, query="太浩湖", private="")
    await page.get_by_role("button", name="Send", exact=True).click()
    await answered(page, "太浩湖的一场拍卖")
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360


async def test_the_socket_comes_back_and_catches_up(page, whole):
    """A page whose connection is lost says so, and comes back to its channel with what was said meanwhile."""
    await be(page, "Ada Novak")
    await go(page, "#library")
    await whole.server.disconnect()
    await expect(page.get_by_role("status")).to_contain_text("Trying again")
    world = whole.discord.world
    Person(whole.discord, world.named("member")).say("said meanwhile", world.home.channels[1])
    await answered(page, "said meanwhile")
    await expect(page.locator("#who")).to_contain_text("Ada Novak")
    await expect(page.get_by_role("status")).to_have_text("")


PICTURED = [
    ("en", "en-US", "How did Google respond to ChatGPT?", "light"),
    ("zh", "zh-CN", "ChatGPT为什么没有先在中国出现？", "dark"),
]


@pytest.mark.parametrize(("name", "locale", "question", "theme"), PICTURED)
async def test_pictures_for_the_readme(open_page, whole, tmp_path, name, locale, question, theme):
    """The READMEs show the page in small pictures; FOOTNOTE_PICTURES has them taken anew, else nothing is kept."""
    whole.clear()
    page = await open_page(whole, locale=locale, color_scheme=theme, width=920)
    await page.set_viewport_size({"width": 920, "height": 560})
    await speak(page, locale)
    await page.get_by_role("button", name=question).click()
    await expect(last(page).get_by_role("button").first).to_be_visible()
    path = (PICTURES if "FOOTNOTE_PICTURES" in os.environ else tmp_path) / f"page-{name}.png"
    await page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size < 200_000


async def test_the_keyboard_stops_at_one_message(page):
    """However long a channel is, Tab leads through the controls of one message, and arrows choose which."""
    stops = """() => [...document.querySelectorAll("#log article")].map((article) =>
        [...article.querySelectorAll("a, button, select")].filter((control) => control.tabIndex >= 0).length)"""
    for question in ("Mistral", "DeepMind", "open source"):
        await command(page, "search", query=question)
        await answered(page, question)
    await expect(page.get_by_role("article")).to_have_count(3)
    first, second, newest = await page.evaluate(stops)
    assert (first, second) == (0, 0)
    assert newest > 2
    await page.locator("#log").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowUp")
    first, second, newest = await page.evaluate(stops)
    assert (first, newest) == (0, 0)
    assert second > 2


async def test_a_command_is_named_as_one_types_it(page):
    """An answer says which command it answers, with its subcommand, in the reader's language."""
    await be(page, "Ada Novak")
    await command(page, "footnote status")
    await expect(last(page).locator(".pill")).to_have_text("/footnote status")
    await speak(page, "zh-CN")
    await expect(last(page).locator(".pill")).to_have_text("/管理 状态")

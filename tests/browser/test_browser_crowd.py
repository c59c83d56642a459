"""The page when much happens, in more than one tab, in both themes, and with every piece at once."""

import asyncio

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from tests.browser.acting import answered, be, command, last, say
from tests.person import Person

pytestmark = pytest.mark.browser


async def test_no_violation_in_other_pieces(parts):
    """axe-core finds nothing in a modal and in markdown."""
    await command(parts, "gallery")
    await command(parts, "count")
    await (await answered(parts, "controls")).get_by_role("button", name="Hand in").click()
    await expect(parts.get_by_role("dialog")).to_be_visible()
    modal = await Axe().run(parts)
    await parts.keyboard.press("Escape")
    await say(parts, "# a\n`b` ||c|| > d")
    await parts.wait_for_timeout(50)
    pieces = await Axe().run(parts)
    reports = [each.generate_report() for each in (modal, pieces) if each.violations_count]
    assert not reports, "\n".join(reports)


async def test_a_second_tab(open_page, parts, small):
    """Two tabs are two people at once: each sees what is public, and its own private answers alone."""
    other = await open_page(small)
    await be(other, "Ada Novak")
    await command(parts, "echo", text="tea")
    await answered(other, "tea")
    await command(parts, "echo", text="secret")
    await answered(parts, "secret")
    await command(other, "echo", text="milk")
    await answered(parts, "milk")
    await expect(other.get_by_text("secret")).to_have_count(0)


async def test_much_at_once_is_drawn_in_few_strokes(parts, small):
    """Ten messages a second, and many more, arrive in order, are drawn together, and the oldest leave the page."""
    discord = small.discord
    ada, channel = Person(discord, discord.world.named("admin")), discord.world.home.channels[0]
    await parts.evaluate("window.drawn = 0; const step = () => { drawn++; requestAnimationFrame(step); }; step()")
    for number in range(30):
        ada.say(f"message {number}", channel)
        await asyncio.sleep(0.1 if number < 10 else 0)
    await expect(last(parts)).to_contain_text("message 29")
    for number in range(30, 260):
        ada.say(f"message {number}", channel)
    await expect(last(parts)).to_contain_text("message 259")
    shown = await parts.get_by_role("article").locator(".text").all_inner_texts()
    assert shown == [f"message {number}" for number in range(60, 260)]
    assert await parts.evaluate("drawn") > 10


async def test_who_reads_above_is_not_moved(parts, small):
    """New messages do not scroll what is being read; a button leads to them."""
    discord = small.discord
    ada, channel = Person(discord, discord.world.named("admin")), discord.world.home.channels[0]
    for number in range(40):
        ada.say(f"line {number}", channel)
    await expect(last(parts)).to_be_in_viewport()
    await parts.locator("#log").hover()
    await parts.mouse.wheel(0, -5000)
    await expect(parts.get_by_text("line 0", exact=True)).to_be_in_viewport()
    ada.say("the newest", channel)
    await expect(last(parts)).to_contain_text("the newest")
    await expect(parts.get_by_text("line 0", exact=True)).to_be_in_viewport()
    await parts.get_by_role("button", name="New messages").click()
    await expect(last(parts)).to_be_in_viewport()


async def test_themes_follow_the_system_until_chosen(open_page, small):
    """Dark and light come from the system, and a choice outlives a reload."""
    page = await open_page(small, color_scheme="dark")
    dark = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    await page.locator("#theme").select_option("light")
    await page.reload()
    await expect(page.locator("body")).not_to_have_css("background-color", dark)
    await expect(page.locator("#theme")).to_have_value("light")

"""A stranger to the project tries the bot on the page."""

import re

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.browser


async def ask(page, query):
    """Ask with /search and return the answer's element."""
    await page.get_by_label("query", exact=True).fill(query)
    await page.keyboard.press("Enter")
    answer = page.get_by_role("article").last
    await expect(answer).not_to_contain_text("is thinking")
    return answer


async def go(page, *, user=None, channel=None, locale=None):
    """Choose somebody, a place or a locale by a part of its name."""
    for label, part in (("You are", user), ("in", channel), ("Discord in", locale)):
        if part:
            box = page.get_by_label(label, exact=True)
            option = box.locator("option").filter(has_text=part)
            await box.select_option(await option.first.get_attribute("value"))


async def test_ask_in_chinese_and_read(page):
    """A question in Chinese is answered in Chinese, and the article opens for the asker alone."""
    answer = await ask(page, "石桥为什么修了七年")
    await expect(answer).to_contain_text("石桥为什么修了七年")
    await expect(answer.locator("blockquote strong").first).to_be_visible()
    await answer.get_by_role("button").first.click()
    article = page.get_by_role("article").last
    await expect(article).to_contain_text("桥上的石狮子一共二十六只")
    await expect(article).to_contain_text("Only you can see this")


async def test_a_stranger_is_refused(page):
    """A stranger sees one sentence, in the language of their Discord, and no article."""
    await go(page, user="Sam Reyes", locale="繁體")
    answer = await ask(page, "石橋")
    await expect(answer).not_to_contain_text("石桥为什么")
    assert await answer.get_by_role("button").count() == 0


async def test_plain_words_in_direct_messages(page):
    """In direct messages words are enough."""
    await go(page, channel="Direct messages")
    await page.get_by_label("What to send").select_option("")
    await page.get_by_label("words", exact=True).fill("Why does the ferry run on batteries?")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article").last).to_contain_text("Why the ferry runs on batteries")


async def test_suggestions_by_keyboard(page):
    """Suggestions are reached and taken without a mouse."""
    await page.get_by_label("What to send").select_option("summary")
    field = page.get_by_label("about", exact=True)
    await field.press_sequentially("ferry")
    await expect(page.locator(".choices button").first).to_be_visible()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(field).to_have_value("Why the ferry runs on batteries")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article").last).to_contain_text("Charging takes nine minutes")


async def test_descriptions_follow_the_locale(page):
    """The chosen locale is what Discord's app would speak."""
    await go(page, locale="简体")
    await expect(page.locator("#hint")).to_have_text(re.compile(r"[\u4e00-\u9fff]{3}"))


async def test_the_reindex_is_for_admins(page):
    """A member is not offered what an admin is."""
    commands = page.get_by_label("What to send")
    assert "/reindex" not in await commands.inner_text()
    await go(page, user="Ada Novak")
    await expect(commands).to_contain_text("/reindex")


async def test_hostile_words_stay_words(page, footnote):
    """Markup in a message is shown as text and never becomes part of the page."""
    hostile = "<img src=x onerror=alert(1)> [a](javascript:alert(1)) **<script>alert(1)</script>**"
    footnote.admin.say(hostile, footnote.general)
    shown = page.get_by_role("article").last
    await expect(shown.locator("strong")).to_have_text("<script>alert(1)</script>")
    await expect(shown).to_contain_text("<img src=x onerror=alert(1)> [a](javascript:alert(1))")
    assert await shown.locator("img, script, a").count() == 0


async def test_the_socket_comes_back(page, server, footnote):
    """A page whose connection is lost says so, and comes back by itself with what was said meanwhile."""
    for socket in list(server._sockets):
        await socket.close()
    await expect(page.get_by_role("status")).to_contain_text("Trying again")
    footnote.admin.say("said meanwhile", footnote.general)
    await expect(page.get_by_role("article").last).to_contain_text("said meanwhile")


@pytest.mark.parametrize("width", [360, 1100])
async def test_nothing_is_wider_than_the_window(page, width):
    """From 360 pixels on nothing must be scrolled sideways."""
    await page.set_viewport_size({"width": width, "height": 740})
    await ask(page, "圖書館搬家")
    assert await page.evaluate("document.documentElement.scrollWidth") <= width

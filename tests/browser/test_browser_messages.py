"""Messages as Discord shows them: markdown, components, modals, files, what is private, what changes."""

import re
from contextlib import AsyncExitStack

import pytest
from playwright.async_api import expect

from bot.playground.loopback import LoopbackDiscord
from tests.browser.acting import answered, command, go, last, menu, say, speak
from tests.browser.conftest import Served, serve
from tests.e2e.installation import PATIENT_S
from tests.person import Person

pytestmark = pytest.mark.browser

MARKDOWN = [
    ("**a** *b* __d__ ~~e~~ `f*` ***g***", ["strong=>a", "em=>b", "u=>d", "s=>e", "code=>f*", "em strong=>g"]),
    ("_a_ snake_case_word", ["em=>a", "p=>a snake_case_word"]),
    ("# a\n## b\n### c\n-# d\n#e", [".h1=>a", ".h2=>b", ".h3=>c", ".subtext=>d", "p=>#e"]),
    ("- a\n  - b\n2. c", ["[data-mark='•']=>a", "[data-mark='•']=>b", "[data-mark='2.']=>c"]),
    ("> a\n> b\nc", ["blockquote=>a\nb", "p=>c"]),
    (">>> a\n\nb", ["blockquote=>a\n\nb"]),
    ("x\n```py\na **b**\n\nc```\ny", ["pre code=>a **b**\n\nc", "p=>y"]),
    ("**a\nb** c", ["strong=>a\nb"]),
    (r"\*a\* **b", ["p=>*a* **b"]),
    ("[a **b**](https://example.org/x_y_z) https://example.org/q.", ["a=>a b", "a=>https://example.org/q"]),
    ("<t:0:D> <t:9999999999999>", ["time=>January 1, 1970", "p=>January 1, 1970 <t:9999999999999>"]),
    (
        "</search:1> <@1420000000000000012> <#1420000000000000102> <@99>",
        [".pill=>/search", ".pill=>@Ada Novak", ".pill=>#library", ".pill=>@99"],
    ),
]


async def test_markdown_is_shown_as_discord_shows_it(parts, small):
    """Each piece becomes its element, and its text stays text."""
    discord = small.discord
    ada = Person(discord, discord.world.named("admin"))
    for number, (source, shown) in enumerate(MARKDOWN, 1):
        ada.say(source, discord.world.home.channels[0])
        await expect(parts.get_by_role("article")).to_have_count(number)
        for piece in shown:
            where, text = piece.split("=>", 1)
            texts = await last(parts).locator(".text").locator(where).all_inner_texts()
            assert text in texts, (source, where, texts)


MARK_END = """item => {
  const mark = getComputedStyle(item, "::before");
  return parseFloat(mark.left) + parseFloat(mark.width);
}"""
MARK_LINES = """item => {
  const mark = getComputedStyle(item, "::before");
  return Math.round(parseFloat(mark.height) / parseFloat(mark.lineHeight));
}"""


async def test_a_number_of_two_digits_stands_before_its_line(parts, small):
    """However long its mark is, an item's text begins behind it, and the mark is never broken, as in Chinese it may."""
    world = small.discord.world
    Person(small.discord, world.named("admin")).say("- a\n9. b\n10. c", world.home.channels[0])
    marks = last(parts).locator("[data-mark]")
    await expect(marks).to_have_count(3)
    for number in range(3):
        assert await marks.nth(number).evaluate(MARK_END) < 0
    await speak(parts, "zh-CN")
    for number in range(3):
        assert await marks.nth(number).evaluate(MARK_LINES) == 1


async def test_nothing_stands_below_a_message_while_no_menu_is_known(open_page):
    """Whoever writes before the bot has sent its commands sees what they wrote, and no more."""
    discord = LoopbackDiscord()
    await discord.start()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(discord.close)
        page = await open_page(Served(server=await serve(stack, discord, None), discord=discord))
        await say(page, "anybody?")
        await expect(last(page).locator(".body")).to_have_text(re.compile(r"anybody\?$"))


HOSTILE = "<img src=x onerror=alert(1)> [a](javascript:alert(1)) **<script>alert(1)</script>** \u202e<b>"


async def test_hostile_words_stay_words(parts, small):
    """Markup in any field is shown as text and never becomes part of the page."""
    world = small.discord.world
    Person(small.discord, world.named("admin")).say(HOSTILE, world.home.channels[0])
    await expect(last(parts).locator("strong")).to_have_text("<script>alert(1)</script>")
    await expect(last(parts)).to_contain_text("<img src=x onerror=alert(1)> [a](javascript:alert(1))")
    await command(parts, "echo", text=HOSTILE)
    await answered(parts, "<script>")
    await command(parts, "gallery", colour="<b>x</b>")
    await answered(parts, "<b>x</b>")
    assert await parts.locator("#log").locator("img[src=x], script, b b, a[href^=javascript]").count() == 0


async def test_a_spoiler_is_shown_when_asked_for(parts, small):
    """A spoiler is a button until it is pressed, by keyboard as well."""
    world = small.discord.world
    Person(small.discord, world.named("admin")).say("it was ||the ferry||", world.home.channels[0])
    hidden = last(parts).get_by_role("button", name="Spoiler")
    await expect(hidden.locator("span")).not_to_be_visible()
    await hidden.press("Enter")
    await expect(last(parts).get_by_text("the ferry")).to_be_visible()


async def test_every_piece_of_a_layout(parts):
    """A container with its colour, a heading, a section with a link, a picture, a button that is off."""
    await command(parts, "gallery")
    answer = await answered(parts, "red")
    await expect(answer.locator(".container")).to_have_css("border-left-color", "rgb(51, 102, 153)")
    await expect(answer.get_by_role("heading", name="red")).to_be_visible()
    await expect(answer.get_by_role("link", name="Elsewhere")).to_have_attribute("href", "https://example.org/")
    await expect(answer.get_by_role("link", name="pixel.png").locator("img")).to_have_js_property("naturalWidth", 1)
    await expect(answer.get_by_role("button", name="Off")).to_be_disabled()


async def test_options_are_chosen_and_suggested(parts):
    """Choices are listed for a yes or no, suggestions carry their own value, and what is missing is named."""
    await command(parts, "gallery", send=False, loud="", colour="gre")
    await expect(menu(parts)).to_have_text(["green"])
    await parts.keyboard.press("ArrowDown")
    await parts.keyboard.press("Enter")
    await parts.get_by_label("loud", exact=True).focus()
    await expect(menu(parts)).to_have_text(["Yes", "No"])
    await parts.keyboard.press("Enter")
    await parts.keyboard.press("Enter")
    await expect((await answered(parts, "g!")).locator(".h1")).to_have_text("g!")
    await command(parts, "echo")
    await expect(parts.get_by_role("status")).to_have_text("Fill in: text")
    await expect(parts.get_by_label("text", exact=True)).to_be_focused()


async def test_buttons_edit_live(parts):
    """A press edits the message in place, and the focus stays where it was."""
    await command(parts, "count")
    answer = await answered(parts, "controls")
    await answer.get_by_role("button", name="Count").press("Enter")
    await expect(answer).to_contain_text("counted")
    await expect(answer).to_contain_text("(edited)")
    await expect(answer.get_by_role("button", name="Count")).to_be_focused()


async def test_a_modal_with_files(parts):
    """A modal takes files and words, and gives them to the bot; Escape gives it up."""
    await command(parts, "count")
    opener = (await answered(parts, "controls")).get_by_role("button", name="Hand in")
    await opener.click()
    dialog = parts.get_by_role("dialog", name="Papers")
    await expect(dialog.locator("strong")).to_have_text("your papers")
    await parts.keyboard.press("Escape")
    await expect(dialog).not_to_be_visible()
    await opener.click()
    papers = [{"name": name, "mimeType": "text/plain", "buffer": b"tea"} for name in ("a.txt", "茶.txt")]
    await dialog.get_by_label("Files").set_input_files(papers)
    await dialog.get_by_label("Note").fill("read me")
    await dialog.get_by_role("button", name="Submit").click()
    await answered(parts, "a.txt (3 bytes), 茶.txt (3 bytes): read me")


async def test_a_file_is_there_to_be_opened(parts):
    """What the bot sends beside its words can be fetched."""
    await command(parts, "attach", name="tea.txt")
    link = (await answered(parts, "here")).get_by_role("link", name="tea.txt")
    response = await parts.request.get(await link.get_attribute("href"))
    assert await response.body() == b"TEA"


async def test_typing_and_plain_words(parts, small):
    """While the bot writes, the page says so; its reply follows."""
    await go(parts, "@Footnote")
    small.discord.board.type_in(small.discord.world.direct_channel(small.discord.world.users[0].id).id)
    await expect(parts.get_by_role("status")).to_have_text("Footnote is typing …")
    await parts.locator("#words").fill("hello")
    await parts.keyboard.press("Enter")
    await answered(parts, "heard hello")
    await expect(parts.get_by_role("status")).to_have_text("")


async def test_what_is_private_is_marked_and_dismissed(parts):
    """An answer for one person says so, goes when dismissed, and stays away."""
    await command(parts, "echo", text="secret")
    answer = await answered(parts, "Only you can see this")
    await answer.get_by_role("button", name="Dismiss").click()
    await expect(parts.get_by_role("article")).to_have_count(0)
    await expect(parts.locator("#words")).to_be_focused()
    await go(parts, "#library")
    await go(parts, "#general")
    await expect(parts.get_by_role("article")).to_have_count(0)


async def test_no_response_is_said(parts, small):
    """A command that the bot leaves unanswered ends in a sentence."""
    small.discord.exchanges.first_response_s = 0.3
    try:
        await command(parts, "silent")
        await expect(parts.get_by_role("status")).to_have_text("The application did not respond.")
    finally:
        small.discord.exchanges.first_response_s = PATIENT_S

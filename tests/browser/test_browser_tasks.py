"""What somebody who sees only the page gets done: nine tasks, and three suggested questions."""

import pytest
from playwright.async_api import expect

from tests.browser.acting import answered, be, command, go, last, menu, say, speak

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("place", "question", "found"),
    [
        ("#general", "How did Google respond to ChatGPT?", "Google and Musk Answer ChatGPT"),
        ("#library", "ChatGPT为什么没有先在中国出现？", "ChatGPT为何没有先在中国出现"),
        ("@Footnote", "李沐離開亞馬遜以後做了什麼？", "李沐：從百度到 Boson.ai"),
    ],
)
async def test_the_suggested_questions_are_answered_well(page, place, question, found):
    """Whoever comes first presses a question, anywhere, and the article that answers comes first."""
    await go(page, place)
    await page.get_by_role("button", name=question).click()
    answer = await answered(page, found)
    await expect(answer.locator("strong").filter(has_text="1.").first).to_contain_text(found)
    await expect(page.locator("#welcome")).to_have_count(0)


async def test_ask_in_chinese(page):
    """A question in Chinese is answered in Chinese, with the sentence and its words in bold."""
    await command(page, "search", query="太浩湖的拍卖谁赢了")
    answer = await answered(page, "太浩湖的一场拍卖")
    await expect(answer.locator("blockquote strong").first).to_be_visible()
    await expect(answer.get_by_role("button", name="阅读").first).to_be_visible()


async def test_ask_in_english(page):
    """A question in English is answered in English, and says who used what."""
    await command(page, "search", query="How did OpenAI find its scientists?")
    answer = await answered(page, "How OpenAI Found Its First Scientists")
    await expect(answer).to_contain_text("Lin Mei used /search")


async def test_look_somebody_up(page):
    """A name is completed while it is typed, and answered with a card."""
    await command(page, "who", send=False, name="Kai-Fu")
    await expect(menu(page).first).to_contain_text("Kai-Fu Lee")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await answered(page, "Kai-Fu Lee")


async def test_read_the_article_behind_an_answer(page):
    """Read opens the article for the reader alone, who may dismiss it."""
    await command(page, "search", query="Three founders of Mistral")
    await (await answered(page, "Three Founders")).get_by_role("button", name="Read").first.click()
    article = await answered(page, "Only you can see this")
    await expect(article).to_contain_text("The Three Founders of Mistral")
    await article.get_by_role("button", name="Dismiss").click()
    await expect(page.get_by_text("Only you can see this")).to_have_count(0)


async def test_summarise_a_topic(page):
    """Words that are no title are a topic, summed up over articles."""
    await command(page, "summary", about="欧洲 监管")
    answer = await answered(page, "欧洲")
    assert await answer.get_by_role("button").count()


async def test_ask_privately_in_the_direct_messages(page, whole):
    """In direct messages words are enough, and nobody else sees them."""
    await go(page, "@Footnote")
    await say(page, "谁创办了 DeepMind？")
    await answered(page, "DeepMind：從一盤棋到 Google")
    world = whole.discord.world
    assert not whole.discord.board.history(world.home.channels[0].id, world.named("member").id)


@pytest.mark.parametrize("way", ["command", "mention", "direct"])
async def test_see_a_refusal_as_a_stranger(page, way):
    """A stranger gets one sentence and no article, in a server of theirs and in direct messages."""
    await be(page, "Sam Reyes")
    await expect(page.locator("#places")).not_to_contain_text("Reading Room")
    if way == "command":
        await command(page, "search", query="Mistral")
    else:
        await go(page, "@Footnote" if way == "direct" else "#lobby")
        await say(page, "Who founded Mistral?" if way == "direct" else "@Footnote Who founded Mistral?")
    answer = await answered(page, "members of the community")
    assert await answer.get_by_role("button").count() == 0


async def test_a_mention_is_offered_and_answered(page):
    """After an @ the bot is offered; the message shows its name, and the bot replies."""
    await page.locator("#words").press_sequentially("@Fo")
    await expect(menu(page)).to_have_text("@Footnote")
    await page.keyboard.press("Enter")
    await page.keyboard.type("who is Mu Li")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article").first.locator(".pill")).to_have_text("@Footnote")
    await answered(page, "李沐")


async def test_a_message_has_a_menu(page):
    """What somebody wrote is searched for or looked up from the message itself, and the answer shown to everybody."""
    await say(page, "Who is Mu Li?")
    message = page.get_by_role("article").first
    await message.get_by_role("button", name="Search for this").click()
    await answered(page, "Only you can see this")
    await message.get_by_role("button", name="Who is this?").click()
    card = await answered(page, "李沐")
    await card.get_by_role("button", name="Show to everybody").click()
    await answered(page, "Shown by")


async def test_reindex_as_an_admin(own, open_page):
    """An admin is told where files belong, and after /reindex a new file is found; members are not offered it."""
    page = await open_page(own)
    await expect(page.locator("#welcome")).to_be_visible()
    await expect(page.locator("#welcome").get_by_role("button")).to_have_count(0)
    await page.locator("#words").fill("/re")
    await expect(menu(page)).to_have_count(0)
    await page.locator("#words").fill("")
    await be(page, "Ada Novak")
    folder = own.installation.settings.articles_dir
    await expect(page.locator("#folder")).to_contain_text(str(folder))
    (folder / "mill.md").write_text("# The old mill\n\nThe mill ground barley until 1931.\n")
    await command(page, "reindex")
    await answered(page, "The old mill")
    await command(page, "search", query="When did the mill grind barley?")
    await answered(page, "1931")


async def test_add_articles_by_upload(own, open_page):
    """An admin hands a file in, sees what is in it, adds it with one press, and the next answer quotes it."""
    page = await open_page(own)
    await be(page, "Ada Novak")
    await command(page, "footnote add")
    form = page.get_by_role("dialog")
    papers = [
        {
            "name": "mill.md",
            "mimeType": "text/markdown",
            "buffer": b"# The old mill\n\nThe mill ground barley until 1931.",
        },
        {"name": "virus.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"},
    ]
    await form.locator("input[type=file]").set_input_files(papers)
    await form.get_by_role("button", name="Submit").click()
    shown = await answered(page, "One article can be added")
    await expect(shown).to_contain_text("virus.exe")
    await shown.get_by_role("button", name="Add the article").click()
    await answered(page, "have been read again")
    await command(page, "search", query="When did the mill grind barley?")
    await answered(page, "1931")


async def test_look_somebody_up_by_a_nickname(own, open_page):
    """An admin lists a nickname; a member who types it is offered its bearer, and gets the card."""
    page = await open_page(own)
    await be(page, "Ada Novak")
    await command(page, "footnote aliases", name="高远山", add="Bridge Gao")
    await answered(page, "have been read again")
    await be(page, "Lin Mei")
    await command(page, "who", send=False, name="bridge")
    await expect(menu(page).first).to_contain_text("高远山")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    card = await answered(page, "Bridge Gao")
    await expect(card).to_contain_text("工程师")


@pytest.mark.parametrize(
    ("locale", "welcome", "description", "name"),
    [
        ("en-US", "Ask the articles", "Search the community's articles", "/search"),
        ("zh-CN", "向文章提问", None, "/搜索"),
        ("zh-TW", "向文章提問", None, "/搜尋"),
    ],
)
async def test_three_locales(open_page, whole, locale, welcome, description, name):
    """The page speaks the browser's language; commands have names in it, and are found by English ones too."""
    whole.clear()
    page = await open_page(whole, locale=locale)
    await expect(page.locator("#welcome h2")).to_have_text(welcome)
    await page.locator("#words").fill("/search")
    option = menu(page).first
    await expect(option).to_contain_text(name)
    shown = (await option.inner_text()).removeprefix(name).strip()
    assert shown == description if description else shown and not shown.isascii()
    await page.keyboard.press("Enter")
    await page.keyboard.type("Mistral")
    await page.keyboard.press("Enter")
    await expect(last(page).get_by_role("button").first).to_be_visible()


async def test_another_locale_is_chosen_and_kept(page):
    """The language is switched on the page at once, and stays after a reload."""
    await speak(page, "zh-TW")
    await expect(page.get_by_role("button", name="傳送")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("button", name="傳送")).to_be_visible()

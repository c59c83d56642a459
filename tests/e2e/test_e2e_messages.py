"""Plain words in direct messages and mentions, and the buttons of their answers."""

import pytest

from bot.messages import words_in
from tests.seen import WORDS, button, labels, plain

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("said", "shown", "language"),
    [
        ("石桥花了多少钱", "石桥为什么修了七年", "zh-CN"),
        ("圖書館的長桌", "圖書館搬家記", "zh-TW"),
        ("When was the observatory founded?", "The observatory on Heron Hill", "en-US"),
        ("周若兰是谁？", "### 周若兰", "zh-CN"),
        ("who is Samuel Okoro?", "### Samuel Okoro", "en-US"),
        ("總結一下 圖書館搬家記", "### 圖書館搬家記", "zh-TW"),
        ("Summarize The observatory on Heron Hill", "### The observatory on Heron Hill", "en-US"),
        ("can you tell me who Samuel Okoro is?", "### Samuel Okoro", "en-US"),
        ("i was wondering when the observatory was founded", "### when the observatory was founded", "en-US"),
        ("你能帮我介绍一下周若兰吗？", "### 周若兰", "zh-CN"),
        ("你聽說過周若蘭嗎", "### 周若", "zh-TW"),
        ("石桥那篇的大意是什么", "### 石桥为什么修了七年", "zh-CN"),
        ("explain to me why the ferry runs on batteries", "### why the ferry", "en-US"),
        ("想請問圖書館的長桌", "### 圖書館的長桌", "zh-TW"),
        ("/search ferry", "Why the ferry runs on batteries", "en-US"),
    ],
)
async def test_direct_messages_take_plain_words(asked, said, shown, language):
    """A question, a name or a wish for a summary is understood, and answered in its language."""
    answer = await asked.member.dm(said)
    assert shown in plain(answer)
    assert any(label.startswith(words_in(language)("button-read")) for label in labels(answer))


@pytest.mark.parametrize(
    ("said", "name", "language"), [("周若兰？", "周若兰", "zh-CN"), ("Okoro", "Samuel Okoro", "en-US")]
)
async def test_a_name_alone_brings_who_it_is_and_the_articles(asked, said, name, language):
    """Nothing but a name is answered with its sentence and the whole card a press away, above what a search finds."""
    answer = await asked.member.dm(said)
    above, _, found = plain(answer).partition("**1. ")
    assert f"**{name}**" in above
    assert "\n> " in above
    assert "\n> " in found
    card = await asked.member.press(answer, button(answer, words_in(language)("button-who")))
    assert plain(card).startswith(f"### {name}")


@pytest.mark.parametrize(("said", "language"), [("hello", "en-US"), ("你好", "zh-CN"), ("嗨，您好嗎", "zh-TW")])
async def test_a_greeting_teaches(asked, said, language):
    """Whoever says hello learns in three lines what to ask, in the script of the greeting if it has one."""
    answer = plain(await asked.member.dm(said))
    assert answer.splitlines()[0] == words_in(language)("greeting", question="", name="", title="").splitlines()[0]
    assert len(answer.splitlines()) == 3
    titles = [article.title for article in asked.app.answers.host.library.articles]
    assert any(title in answer for title in titles)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("how many articles do you have?", "### All articles, the latest first\n-# 6 articles"),
        ("最新的文章", "### 全部文章，最新的在前\n-# 共 6 篇文章"),
        ("articles from 1899", "### Nothing found"),
        ("2024年的文章", "### 文章：日期 2024\n-# 共 2 篇文章\n"),
        ("有哪些文章是陈一帆写的", "### 文章：作者 陈一帆\n"),
        ("anything by Jane Whitlow?", "### Articles: author Jane Whitlow\n-# One article"),
        ("搜索 河边茶馆", "### 河边茶馆\n"),
        ("河边茶馆的文章", "### 河边茶馆的文章\n"),  # nobody of that name wrote any
    ],
)
async def test_a_list_is_asked_for_in_plain_words(asked, said, first):
    """All articles, or those of an author, a language, a date or a topic, without the words of the request."""
    assert plain(await asked.member.dm(said)).startswith(first)


@pytest.mark.parametrize(("said", "language"), [("nice one!", "en-US"), ("好嘞谢谢啦", "zh-CN"), ("多謝", "zh-TW")])
async def test_thanks_are_no_greeting(asked, said, language):
    """Whoever thanks is not taught anew."""
    assert plain(await asked.member.dm(said)) == words_in(language)("talk-thanks")


@pytest.mark.parametrize(
    ("said", "kind", "language"),
    [
        ("next", "following", "en-US"),
        ("取消", "following", "zh-CN"),
        ("where did he study", "following", "en-US"),
        ("who wrote that article", "following", "en-US"),
        ("那家公司呢", "following", "zh-CN"),
        ("這篇文章的作者是誰", "following", "zh-TW"),
        ("什么时候发表的", "following", "zh-CN"),
        ("that was not helpful", "complaint", "en-US"),
        ("答非所問", "complaint", "zh-TW"),
        ("https://example.com/a-bridge", "beyond", "en-US"),
        ("帮我写一首诗", "beyond", "zh-CN"),
        ("你能幫我寫個郵件嗎", "beyond", "zh-TW"),
        ("你会写诗吗", "beyond", "zh-CN"),
        ("open the first one", "following", "en-US"),
        ("can you say that again?", "following", "en-US"),
        ("能再詳細點嗎", "following", "zh-TW"),
        ("that makes no sense", "complaint", "en-US"),
        ("牛头不对马嘴", "complaint", "zh-CN"),
        ("明天會下雨嗎", "beyond", "zh-TW"),
        ("打开第一篇", "following", "zh-CN"),
    ],
)
async def test_what_asks_nothing_is_not_searched_for(asked, said, kind, language):
    """Words that go on, with nothing before them, complain, or want what the bot does not do are told what leads on."""
    assert plain(await asked.member.dm(said)) == words_in(language)(f"talk-{kind}")


async def test_a_pronoun_means_whom_the_answer_before_was_about(asked):
    """Whoever goes on with *she*, *he* or 她 is answered about the same person, until an answer is about nobody."""
    await asked.member.dm("who is Samuel Okoro?")
    assert plain(await asked.member.dm("where did he study")).startswith("### where did Samuel Okoro study")
    assert plain(await asked.member.dm("who is he")).startswith("### Samuel Okoro")
    await asked.member.dm("周若兰是谁？")
    assert plain(await asked.member.dm("她做了什么工作")).startswith("### 周若兰做了什么工作")
    await asked.member.dm("总结一下 石桥为什么修了七年")
    assert "陈一帆" in plain(await asked.member.dm("那篇文章是谁写的")).partition("**1. ")[0]
    assert "陈一帆" in plain(await asked.member.dm("作者是谁")).partition("**1. ")[0]
    await asked.member.dm("总结一下 石桥")  # a topic that one article tells of
    assert "陈一帆" in plain(await asked.member.dm("那篇文章是谁写的")).partition("**1. ")[0]
    await asked.member.dm("周若兰在哪里工作")
    assert plain(await asked.member.dm("她是谁")).startswith("### 周若兰")
    await asked.member.dm("图书馆的长桌")
    assert plain(await asked.member.dm("她是谁")) == words_in("zh-CN")("talk-following")


async def test_help_names_what_the_articles_hold(asked):
    """Each example of /help is answered, in Chinese and in English."""
    for locale in ("en-US", "zh-CN"):
        actor = asked.as_(asked.member, locale)
        shown = plain(await actor.slash("help", {}, asked.library))
        examples = await asked.app.answers.completions.examples(locale)
        for example in (examples.question, examples.name, examples.title):
            assert example in shown
        assert "**1. " in plain(await actor.slash("search", {"query": examples.question}, asked.library))
        assert f"### {examples.name}" in plain(await actor.slash("who", {"name": examples.name}, asked.library))
        assert f"### {examples.title}" in plain(await actor.slash("summary", {"about": examples.title}, asked.library))


async def test_two_people_at_once(asked):
    """Each has a short card, with a button for the whole one; who is in no article is said to be in none."""
    answer = await asked.member.dm("周若兰、Samuel Okoro 和海东青是谁")
    assert "**周若兰**" in plain(answer)
    assert "**Samuel Okoro**" in plain(answer)
    assert words_in("zh-CN")("who-nobody", name="海东青") in plain(answer)
    card = await asked.member.press(answer, button(answer, words_in("zh-CN")("button-who")))
    assert plain(card).startswith("### 周若兰")


async def test_a_person_or_a_topic(asked):
    """To "tell me about" somebody brings the card, to tell about something a search."""
    assert "### 周若兰" in plain(await asked.member.dm("介绍一下周若兰"))
    assert "**1. Why the ferry" in plain(await asked.member.dm("tell me about ferry batteries"))


@pytest.mark.parametrize(
    ("command", "said", "shown"),
    [
        ("Search for this", "How long does charging the ferry take?", "Why the ferry runs on batteries"),
        ("Who is this?", "who is Samuel Okoro?", "### Samuel Okoro"),
        ("Who is this?", "周若兰", "### 周若兰"),
    ],
)
async def test_the_menu_of_a_message(asked, command, said, shown):
    """What somebody wrote is searched for or looked up, for whoever asks alone, who may then show it."""
    message = asked.admin.say(said, asked.library)
    answer = await asked.member.message_command(command, message)
    assert shown in plain(answer)
    assert answer.ephemeral
    assert {"Show to everybody", "让大家看到"} & {*labels(answer)}


async def test_a_message_without_words(asked):
    """A picture alone has nothing to search for."""
    message = asked.admin.say(" ", asked.library)
    answer = await asked.member.message_command("Search for this", message)
    assert plain(answer) == words_in("en-US")("error-blank-question")


async def test_a_question_without_a_mention_stays_unanswered(asked):
    """In a channel people talk among themselves."""
    asked.member.say("who is Samuel Okoro?", asked.general)
    await asked.member.mention("hello", asked.general)
    replies = [message for message in asked.member.reads(asked.general) if message.author.bot]
    assert len(replies) == 1


async def test_a_mention_is_answered_in_the_channel(asked):
    """Naming the bot in a server asks it; the answer is a reply without a ping."""
    answer = await asked.member.mention("石桥花了多少钱", asked.general)
    assert "石桥为什么修了七年" in plain(answer)
    assert answer.reference_id is not None
    assert answer.mentions == ()
    assert asked.traffic.routed("POST /channels/{}/typing")


async def test_long_text_is_no_problem(asked):
    """A message as long as Discord allows is searched by its head."""
    answer = await asked.member.dm("石桥" * 1000)
    assert words_in("zh-CN")("search-cut", chars=200) in plain(answer)


async def test_reading_opens_at_the_quotation(asked):
    """Read shows the article to the presser alone, with the quoted sentence in bold."""
    answer = await asked.member.slash("search", {"query": "who founded it on Heron Hill in 1974"}, asked.library)
    opened = await asked.member.press(answer, button(answer, "Read"))
    assert opened.ephemeral
    assert "### The observatory on Heron Hill" in plain(opened)
    bold = plain(opened).split("**")[1]
    assert "founded in 1974" in bold


async def test_a_topic_that_nobody_wrote_about(asked):
    """Also in direct messages, where no list appears while one types, titles are offered; one press summarises."""
    answer = await asked.member.dm("summarize qqqq zzzz")
    titles = [article.title for article in asked.app.answers.host.library.articles]
    offered = next(label for label in labels(answer) if label in titles)
    summed = await asked.member.press(answer, button(answer, offered))
    assert f"### {offered}" in plain(summed)


async def test_days_that_hold_no_article_are_named_in_words(asked):
    """Whoever asks for a year in plain words never sees the operators that it became."""
    reply = await asked.member.dm("articles from 1890")
    assert plain(reply).startswith(f"### {WORDS('search-nothing', question=WORDS('filter-during') + ' 1890')}")
    found = await asked.member.dm("any articles about the ferry from 2024?")
    assert "Why the ferry runs on batteries" in found.text

"""Plain words in direct messages and mentions, and the buttons of every answer before and after a restart."""

import pytest

from bot.messages import words_in


def plain(message):
    """Return what a message says, without the escapes of markdown."""
    return message.text.replace("\\", "")


def button(message, label):
    """Return the custom id of the first button of a label."""
    return next(each["custom_id"] for each in message.controls if each["label"] == label)


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
        ("/search ferry", "Why the ferry runs on batteries", "en-US"),
    ],
)
async def test_direct_messages_take_plain_words(footnote, said, shown, language):
    """A question, a name or a wish for a summary is understood, and answered in its language."""
    answer = await footnote.member.dm(said)
    assert shown in plain(answer)
    assert any(control["label"].startswith(words_in(language)("button-read")) for control in answer.controls)


@pytest.mark.parametrize(
    ("said", "name", "language"), [("周若兰？", "周若兰", "zh-CN"), ("Okoro", "Samuel Okoro", "en-US")]
)
async def test_a_name_alone_brings_who_it_is_and_the_articles(footnote, said, name, language):
    """Nothing but a name is answered with its sentence and the whole card a press away, above what a search finds."""
    answer = await footnote.member.dm(said)
    above, _, found = plain(answer).partition("**1. ")
    assert f"**{name}**" in above
    assert "\n> " in above
    assert "\n> " in found
    card = await footnote.member.press(answer, button(answer, words_in(language)("button-who")))
    assert plain(card).startswith(f"### {name}")


@pytest.mark.parametrize(("said", "language"), [("hello", "en-US"), ("你好", "zh-CN"), ("嗨，您好嗎", "zh-TW")])
async def test_a_greeting_teaches(footnote, said, language):
    """Whoever says hello learns in three lines what to ask, in the script of the greeting if it has one."""
    answer = plain(await footnote.member.dm(said))
    assert answer.splitlines()[0] == words_in(language)("greeting", question="", name="", title="").splitlines()[0]
    assert len(answer.splitlines()) == 3
    titles = [article.title for article in footnote.app.answers.host.library.articles]
    assert any(title in answer for title in titles)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("how many articles do you have?", "### All articles, the latest first\n-# Found in 6 articles"),
        ("最新的文章", "### 全部文章，最新的在前\n-# 在 6 篇文章中找到"),
        ("articles from 1899", "### Nothing found"),
    ],
)
async def test_a_list_is_asked_for_in_plain_words(footnote, said, first):
    """All articles, or those of an author, a language or a date, without the words of the request in the search."""
    assert plain(await footnote.member.dm(said)).startswith(first)


@pytest.mark.parametrize(("said", "language"), [("thanks!", "en-US"), ("谢谢啦", "zh-CN"), ("多謝", "zh-TW")])
async def test_thanks_are_no_greeting(footnote, said, language):
    """Whoever thanks is not taught anew."""
    assert plain(await footnote.member.dm(said)) == words_in(language)("talk-thanks")


@pytest.mark.parametrize(
    ("said", "kind", "language"),
    [
        ("next", "following", "en-US"),
        ("取消", "following", "zh-CN"),
        ("that was not helpful", "complaint", "en-US"),
        ("答非所問", "complaint", "zh-TW"),
        ("https://example.com/a-bridge", "beyond", "en-US"),
        ("帮我写一首诗", "beyond", "zh-CN"),
    ],
)
async def test_what_asks_nothing_is_not_searched_for(footnote, said, kind, language):
    """Words that go on, complain, or want what the bot does not do are told what leads on."""
    assert plain(await footnote.member.dm(said)) == words_in(language)(f"talk-{kind}")


async def test_help_names_what_the_articles_hold(footnote):
    """Each example of /help is answered, in Chinese and in English."""
    for locale, command in (("en-US", "help"), ("zh-CN", "help")):
        actor = footnote.as_(footnote.member, locale)
        shown = plain(await actor.slash(command, {}, footnote.library))
        examples = await footnote.app.answers.completions.examples(locale)
        for example in (examples.question, examples.name, examples.title):
            assert example in shown
        assert "**1. " in plain(await actor.slash("search", {"query": examples.question}, footnote.library))
        assert f"### {examples.name}" in plain(await actor.slash("who", {"name": examples.name}, footnote.library))
        assert f"### {examples.title}" in plain(
            await actor.slash("summary", {"about": examples.title}, footnote.library)
        )


async def test_two_people_at_once(footnote):
    """Each has a short card, with a button for the whole one; who is in no article is said to be in none."""
    answer = await footnote.member.dm("周若兰、Samuel Okoro 和海东青是谁")
    assert "**周若兰**" in plain(answer)
    assert "**Samuel Okoro**" in plain(answer)
    assert words_in("zh-CN")("who-nobody", name="海东青") in plain(answer)
    card = await footnote.member.press(answer, button(answer, words_in("zh-CN")("button-who")))
    assert plain(card).startswith("### 周若兰")


async def test_a_person_or_a_topic(footnote):
    """To "tell me about" somebody brings the card, to tell about something a search."""
    assert "### 周若兰" in plain(await footnote.member.dm("介绍一下周若兰"))
    assert "**1. Why the ferry" in plain(await footnote.member.dm("tell me about ferry batteries"))


@pytest.mark.parametrize(
    ("command", "said", "shown"),
    [
        ("Search for this", "How long does charging the ferry take?", "Why the ferry runs on batteries"),
        ("Who is this?", "who is Samuel Okoro?", "### Samuel Okoro"),
        ("Who is this?", "周若兰", "### 周若兰"),
    ],
)
async def test_the_menu_of_a_message(footnote, command, said, shown):
    """What somebody wrote is searched for or looked up, for whoever asks alone, who may then show it."""
    message = footnote.admin.say(said, footnote.library)
    answer = await footnote.member.message_command(command, message)
    assert shown in plain(answer)
    assert answer.ephemeral
    assert {"Show to everybody", "让大家看到"} & {control["label"] for control in answer.controls}


async def test_a_message_without_words(footnote):
    """A picture alone has nothing to search for."""
    message = footnote.admin.say(" ", footnote.library)
    answer = await footnote.member.message_command("Search for this", message)
    assert plain(answer) == words_in("en-US")("error-blank-question")


async def test_a_question_without_a_mention_stays_unanswered(footnote):
    """In a channel people talk among themselves."""
    footnote.member.say("who is Samuel Okoro?", footnote.general)
    await footnote.member.mention("hello", footnote.general)
    replies = [message for message in footnote.member.reads(footnote.general) if message.author.bot]
    assert len(replies) == 1


async def test_a_mention_is_answered_in_the_channel(footnote):
    """Naming the bot in a server asks it; the answer is a reply without a ping."""
    asked = await footnote.member.mention("石桥花了多少钱", footnote.general)
    assert "石桥为什么修了七年" in plain(asked)
    assert asked.reference_id is not None
    assert asked.mentions == ()
    assert footnote.traffic.routed("POST /channels/{}/typing")


async def test_long_text_is_no_problem(footnote):
    """A message as long as Discord allows is searched by its head."""
    answer = await footnote.member.dm("石桥" * 1000)
    assert words_in("zh-CN")("search-cut", chars=200) in plain(answer)


async def test_reading_opens_at_the_quotation(footnote):
    """Read shows the article to the presser alone, with the quoted sentence in bold."""
    answer = await footnote.member.slash("search", {"query": "when was the observatory founded"}, footnote.library)
    opened = await footnote.member.press(answer, button(answer, "Read"))
    assert opened.ephemeral
    assert "### The observatory on Heron Hill" in plain(opened)
    bold = plain(opened).split("**")[1]
    assert "founded in 1974" in bold


@pytest.mark.parametrize("way", ["command", "dm", "mention"])
async def test_buttons_survive_a_restart(footnote, way):
    """The buttons of an answer work in a later process, however it was asked for."""
    if way == "command":
        answer = await footnote.member.slash("search", {"query": "ferry batteries"}, footnote.library)
    elif way == "dm":
        answer = await footnote.member.dm("ferry batteries")
    else:
        answer = await footnote.member.mention("ferry batteries", footnote.general)
    before = await footnote.member.press(answer, button(answer, "Read"))
    await footnote.restart()
    after = await footnote.member.press(answer, button(answer, "Read"))
    assert plain(after) == plain(before)
    assert "Why the ferry runs on batteries" in plain(after)


async def test_a_topic_that_nobody_wrote_about(footnote):
    """Also in direct messages, where no list appears while one types, titles are offered; one press summarises."""
    answer = await footnote.member.dm("summarize qqqq zzzz")
    titles = [article.title for article in footnote.app.answers.host.library.articles]
    offered = next(control for control in answer.controls if control["label"] in titles)
    summed = await footnote.member.press(answer, offered["custom_id"])
    assert f"### {offered['label']}" in plain(summed)

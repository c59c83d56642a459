"""Pronouns that mean whom the last answer was about."""

import pytest

from bot.services.follow_ups import KEPT_S, MOST, About, FollowUps
from tests.bot.fakes import asker

ADA = About("Ada Fenn", "person")
MILL = About("山岚科技", "organisation")
PIECE = About("The long bridge", "article")


def after(about: About) -> FollowUps:
    """Return what is remembered once somebody asked for one."""
    follow_ups = FollowUps()
    follow_ups.remember(asker(), about)
    return follow_ups


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("what does she do now?", "what does Ada Fenn do now?"),
        ("and which school did he attend", "and which school did Ada Fenn attend"),
        ("what is her job", "what is Ada Fenn's job"),
        ("who is her?", "who is Ada Fenn?"),
        ("那她呢", "Ada Fenn呢"),
        ("那麼她的孩子叫什麼", "Ada Fenn的孩子叫什麼"),
        ("为什么他离开了报社", "为什么Ada Fenn离开了报社"),
        ("這個人是誰", "Ada Fenn是誰"),
    ],
)
def test_a_pronoun_stands_for_the_person_shown_last(said, meant):
    """In Chinese and English, wherever nothing but asking comes before it."""
    assert after(ADA).in_full(asker(), said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("when was it founded", "when was 山岚科技 founded"),
        ("它什么时候成立的", "山岚科技什么时候成立的"),
        ("这家公司的老板是谁", "山岚科技的老板是谁"),
        ("who are their customers", "who are 山岚科技's customers"),
    ],
)
def test_it_stands_for_the_company_shown_last(said, meant):
    """Also where it is called the company."""
    assert after(MILL).in_full(asker(), said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("who wrote it?", "who wrote The long bridge?"),
        ("when was this published", "when was The long bridge published"),
        ("who is the author of that article", "who is the author of The long bridge"),
        ("那篇文章的作者是谁", "The long bridge的作者是谁"),
        ("這篇是誰寫的", "The long bridge是誰寫的"),
        ("什么时候发表的", "The long bridge什么时候发表的"),
        ("作者是誰？", "The long bridge作者是誰？"),
        ("when was it founded", "when was it founded"),
        ("总结这篇文章", "总结The long bridge"),
        ("tell me about the articles", "tell me about the articles"),
        ("who wrote the article about the ferry", "who wrote the article about the ferry"),
        ("渡輪那篇文章的作者是誰", "渡輪那篇文章的作者是誰"),
    ],
)
def test_what_was_summed_up_is_the_article(said, meant):
    """Its author and its day are asked for so; what is in it may be anything."""
    assert after(PIECE).in_full(asker(), said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "did Hale know her",
        "why did hale say he left",
        "辛山和他是什么关系",
        "其他公司呢",
        "他们是谁",
        "他人怎么看",
        "when was it founded",
        "the weather",
        "her" * 3000,
        "what " * 1200,
        "那那" * 3000,
    ],
)
def test_what_may_mean_another_stays(said):
    """A name before the pronoun, a word that only looks like one, a thing after a person: none is replaced."""
    assert after(ADA).in_full(asker(), said) == said


@pytest.mark.parametrize("said", ["IT jobs in Europe", "is it true that it rains", "what do they say about rain"])
def test_not_every_it_is_a_company(said):
    """A trade, the weather and the articles are called so, too."""
    assert after(MILL).in_full(asker(), said) == said


def test_each_conversation_has_its_own():
    """Somebody else, another channel and another question know nothing of it."""
    follow_ups = after(ADA)
    assert follow_ups.in_full(asker(user_id=6), "who is she") == "who is she"
    assert follow_ups.in_full(asker(channel_id=51), "who is she") == "who is she"
    follow_ups.remember(asker(), None)
    assert follow_ups.in_full(asker(), "who is she") == "who is she"


def test_it_is_forgotten():
    """After a quarter of an hour, and before many others are kept."""
    now = [0.0]
    follow_ups = FollowUps(lambda: now[0])
    follow_ups.remember(asker(), ADA)
    now[0] = KEPT_S - 1
    assert follow_ups.in_full(asker(), "who is she") == "who is Ada Fenn"
    now[0] = KEPT_S
    assert follow_ups.in_full(asker(), "who is she") == "who is she"
    now[0] = 0.0
    for number in range(MOST):
        follow_ups.remember(asker(user_id=100 + number), ADA)
    assert follow_ups.in_full(asker(), "who is she") == "who is she"


async def test_whoever_is_concerned_has_it_and_erases_it():
    """It belongs to what is kept of somebody."""
    follow_ups = after(ADA)
    assert await follow_ups.of_person({"user-5", "5"}) == {"asked_last": [{"channel_id": 50, "name": "Ada Fenn"}]}
    await follow_ups.erase({"6"})
    assert follow_ups.in_full(asker(), "who is she") == "who is Ada Fenn"
    await follow_ups.erase({"user-5", "5"})
    assert follow_ups.in_full(asker(), "who is she") == "who is she"

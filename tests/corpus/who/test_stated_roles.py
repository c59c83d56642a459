"""Roles as news states them, in folded text."""

import pytest

from .test_roles import roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tove Almgren, the creator of Orca, left.", "the creator of Orca"),
        ("Tove Almgren, creator of the Orca framework, left.", "creator of the Orca framework"),
        ("Tove Almgren, best known as the creator of Orca, left.", "the creator of Orca"),
        ("Tove Almgren, who previously served as CFO of Brine, left.", "CFO of Brine"),
        ("Tove Almgren spent ten years as an engineer at Brine.", "an engineer at Brine"),
        ("Tove Almgren will step into the role of CTO at Brine.", "CTO at Brine"),
        ("Tove Almgren stepped down as CEO of Brine after eight years at sea.", "stepped down as CEO of Brine"),
        ("Brine named Tove Almgren chief operating officer on Friday.", "chief operating officer"),
        ("Brine tapped Tove Almgren to be its next CEO.", "next CEO"),
        ("An AI safety researcher Tove Almgren left.", "AI safety researcher"),
        ("Panel: Tove Almgren, CTO, Brine; Anna Pryce, Editor, Foam", "CTO, Brine"),
        ("Orca is maintained by Tove Almgren.", "Orca is maintained by Tove Almgren"),
        ("It went to the Heron Trust. Chairman Tove Almgren said so.", "Chairman"),
        ("U.S. Senator Tove Almgren said so.", "U.S. Senator"),
        ("The vicar, Tove Almgren, prays.", "vicar"),
        ("Tove Almgren, a master at Hythe School, taught.", "a master at Hythe School"),
        ("Tove Almgren was Master in 1820.", "Master"),
        ("The treasurer, Mrs Tove Almgren, resigned.", "treasurer"),
        ("They met a young vicar called Tove Almgren.", "a young vicar"),
        ("Election of Chairman: Tove Almgren", "Chairman"),
        ("In attendance: Anna Pryce, Tove Almgren – Parish Clerk.", "Parish Clerk"),
        ("I am Tove Almgren. I am the owner of the Brine Cafe.", "the owner of the Brine Cafe"),
        ("Tove Almgren, president of St. Olaf College, left.", "president of St. Olaf College"),
        ("Our first honorary member is Tove Almgren.", "first honorary member"),
    ],
)
def test_offices_as_english_news_states_them(text: str, role: str) -> None:
    """With what leads in, who appointed somebody, a field before the title, and in a list behind semicolons."""
    assert role in roles(text, "Tove Almgren")


@pytest.mark.parametrize("text", ["They named Tove Almgren last week to director.", "They made Tove Almgren happy."])
def test_who_is_appointed_to_nothing_bears_no_office(text: str) -> None:
    """Words between the name and the preposition are no part of an office."""
    assert roles(text, "Tove Almgren") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("顾清远履新潮汐科技首席人力官。", "潮汐科技首席人力官"),
        ("顾清远身兼潮汐科技董事长和鲸落资本合伙人两职。", "潮汐科技董事长和鲸落资本合伙人"),
        ("顾清远教授(海州大学工学院院长)没有来。", "海州大学工学院院长"),
        ("灯塔之父顾清远没有来。", "灯塔之父"),
    ],
)
def test_offices_as_chinese_news_states_them(text: str, role: str) -> None:
    """By further verbs, in brackets behind a form of address, and as the father of something."""
    assert role in roles(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("顾清远\n潮汐科技首席执行官\n\n秦望", "潮汐科技首席执行官"),
        ("**顾清远**\n**Head of Programmes, Harbour Trust**\n", "Head of Programmes, Harbour Trust"),
        ("有人在社交平台发文爆料Brine的首席技术官顾清远来了。", "Brine的首席技术官"),
        ("顾清远创立了一家公司,取名“潮汐量子”。", "创立了一家公司,取名“潮汐量子”"),
    ],
)
def test_a_role_below_a_name_or_behind_who_says_it(text: str, role: str) -> None:
    """As on pages of a team; without where it was said; and with what the company is called."""
    assert roles(text) == [role]

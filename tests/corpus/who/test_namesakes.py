"""Whether a card may be that of several people. All names are made up."""

import pytest

from corpus.results import Profile
from corpus.who.lookup import who

from .conftest import Stored

MAYOR = "海州市长巴雷特表示，港口下月开放。"


@pytest.mark.parametrize(
    ("other", "several"),
    [
        ("前潮声周刊主编巴雷特说，他不写了。", True),
        ("潮声周刊主编巴雷特说，罗晓松教授不写了。", True),
        ("海州前市长巴雷特说，他不写了。", False),  # a word of the office is the same
        ("作家巴雷特说，他不写了。", False),  # a bare title may be anybody's
    ],
)
def test_offices_without_anything_in_common(stored: Stored, other: str, several: bool) -> None:
    """Articles that share neither a word of the office nor another name may mean several people."""
    found = who(stored(one=MAYOR, other=other), "巴雷特")
    assert isinstance(found, Profile)
    assert found.namesakes is several


def test_a_full_name_is_not_doubted(stored: Stored) -> None:
    """One person holds several offices; a full name is somebody's until more speaks against it."""
    found = who(stored(one="海州市长顾清远表示，港口下月开放。", two="前潮声周刊主编顾清远说，他不写了。"), "顾清远")
    assert isinstance(found, Profile)
    assert not found.namesakes


def test_a_name_of_two_characters_is_doubted(stored: Stored) -> None:
    """Many bear a Chinese name of two characters: offices without anything in common may be several people's."""
    found = who(stored(one="海州市长顾清表示，港口下月开放。", two="前潮声周刊主编顾清说，他不写了。"), "顾清")
    assert isinstance(found, Profile)
    assert found.namesakes


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("海州市长顾清远说，写诗的顾清远和他不是同一人。", True),
        ("海州市長顧清遠說，他和詩人顧清遠同名同姓。", True),
        ("海州市长顾清远重名誉，常说钱不重要。", False),
        ("The mayor Tove Almgren, not to be confused with the painter, opened the port.", True),
        ("The engineer Tove Almgren is a different person. The mayor Tove Almgren left.", True),
        ("The mayor Tove Almgren is not the same woman she was. She left.", False),
        ("The mayor Tove Almgren met a man from Hull.", False),
    ],
)
def test_articles_tell_bearers_of_a_name_apart(stored: Stored, text: str, several: bool) -> None:
    """Where a sentence that names somebody says that another bears the name, a full name is doubted too."""
    found = who(stored(one=text), "Tove Almgren" if text.isascii() else "顾清远")
    assert isinstance(found, Profile)
    assert found.namesakes is several


def test_another_name_ties_articles_together(stored: Stored) -> None:
    """Whoever is named in both articles speaks for one person, also by way of a third article."""
    mayor = "海州市长巴雷特会见了罗晓松教授。"
    editor = "潮声周刊主编巴雷特说，罗晓松教授不写了。"
    found = who(stored(one=mayor, two=editor), "巴雷特")
    assert isinstance(found, Profile)
    assert not found.namesakes
    bridge = "青石大学校长巴雷特会见了罗晓松教授，也会见了丁怀远教授。"
    found = who(stored(one=mayor, two=bridge, three="潮声周刊主编巴雷特邀请了丁怀远教授。"), "巴雷特")
    assert isinstance(found, Profile)
    assert not found.namesakes

"""Words of two languages that say the same: what the dictionary's lines mean, and the list of our own."""

import re
from io import StringIO
from pathlib import Path

from corpus.analysis import bilingual
from corpus.analysis.bilingual import MOST_WORDS, english_words, pairs
from corpus.analysis.folding import fold


def test_a_dictionary_line_is_read() -> None:
    """Each of the first three senses says things in few words; remarks, classifiers and references do not."""
    lines = """# a remark
燈塔 灯塔 [deng1 ta3] /CL:座[zuo4]/lighthouse (building); Light-house/to shine a light; a beacon/tower/minaret/
收 收 [shou1] /variant of 受[shou4]/to take what one has been given/
T恤 T恤 [T xu4] /T-shirt/
"""
    found = [*bilingual._dictionary(StringIO(lines))]
    assert found == [
        (0, ["lighthouse"], "灯塔"),
        (0, ["light", "house"], "灯塔"),
        (1, ["shine", "a", "light"], "灯塔"),
        (1, ["beacon"], "灯塔"),
        (2, ["tower"], "灯塔"),
    ]


def test_a_name_is_read_as_it_is_written() -> None:
    """What a comma tells about a name is none of it, nor what follows words with capitals; or it is as it is read."""
    lines = """鶴灣 鹤湾 [He4 wan1] /Cranebay, a town by the sea/
林海燕 林海燕 [Lin2 Hai3 yan4] /Lin Haiyan (1901-1950), keeper of birds/petrel, a bird/
東鷺 东鹭 [Dong1 lu4] /Eastern Egret of the Nine Marshes (301-322)/Egret of the Nine Marshes/Egrétland/
綠 绿 [Lu:4] /Green/
"""
    assert [(" ".join(english), word) for _, english, word in bilingual._dictionary(StringIO(lines))] == [
        ("hewan", "鹤湾"),
        ("cranebay", "鹤湾"),
        ("lin haiyan", "林海燕"),
        ("lin haiyan", "林海燕"),
        ("donglu", "东鹭"),
        ("eastern egret", "东鹭"),
        ("egretland", "东鹭"),
        ("green", "绿"),
    ]


def test_pairs_are_folded_and_the_closest_come_first() -> None:
    """Our own come before the dictionary's, first senses before second ones, none twice; all as the index has them."""
    found = pairs()
    assert len(found) == len({*found}) > 100_000
    assert found.index(("univers", "宇宙")) < found.index(("colleg", "大学"))
    assert ("artifici intellig", "人工智能") in found
    assert all(0 < len(english.split()) <= MOST_WORDS and chinese for english, chinese in found)
    assert all(fold(chinese).text == chinese for _, chinese in found[::97])


def test_how_often_english_words_mean_something() -> None:
    """A word of many meanings stands in more pairs than a rare one; Chinese ones are none of them."""
    times = {stem: n for stem, n, _ in english_words()}
    assert times["time"] > 10 * times["lighthous"] > 0
    assert "glassbel" not in times
    assert all(map(str.isascii, times))
    words = {stem: words.split() for stem, _, words in english_words()}
    assert {"agile", "agility"} <= {*words["agil"]}  # the stem is no word
    assert "agil" not in words["agil"]


def test_every_line_of_our_own_list_is_words_of_both_languages() -> None:
    """English on the left, Chinese on the right, Simplified, lines in order."""
    lines = Path(bilingual.__file__).with_name("glossary.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    for line in lines:
        assert re.fullmatch(r"[a-z-]+( [a-z-]+)*\|[\u4e00-\u9fff\d]+( [\u4e00-\u9fff\d]+)*", line), line
        assert fold(line).text == line

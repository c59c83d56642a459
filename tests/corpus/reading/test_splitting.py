"""Several articles in one text."""

import itertools
import re
from pathlib import Path

import pytest

from corpus.reading.splitting import change_of_words, split_articles, split_records

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.md"))
BODIES = {path.stem: path.read_text(encoding="utf-8").split("---\n", 2)[2].strip() for path in SEEDS}
HARBOUR = (
    "港口的灯塔很高，守塔人每天傍晚点灯，渔船看见灯光就知道回家的路。灯塔建在礁石上，潮水涨起来的时候，守塔人要划船上去。",
    "冬天的海风很大，灯塔的玻璃常常结冰，守塔人用热水把冰化开，灯光才照得远。渔船上的人说，没有灯塔就没有渔港。",
    "后来渔港装了电灯，灯塔不再需要守塔人点灯，可是他还是每天划船上去，擦玻璃，看潮水，记下渔船的名字。",
    "去年冬天灯塔熄了一夜，渔船都停在港口，守塔人在礁石上站到天亮。第二天港口的人凑钱修好了灯塔，又给守塔人买了一条新船，船头画着灯塔。",
    "如今的灯塔每天亮到天明，渔船和守塔人都老了，潮水还是一样。",
)
BAKERY = (
    "面包房在老街的拐角，师傅凌晨三点起来和面，酵母要醒两个小时，烤箱要先烧热。第一炉面包出来，整条老街都闻得到麦香。",
    "学徒最先学的是称面粉，水和盐的比例一点不能错，酵母放多了面包会酸。师傅说，面团会告诉你它什么时候醒好。",
    "老街的人排队买面包，老人要软的，孩子要甜的，师傅记得每个人的口味。烤箱一天要开六次，面粉用掉三袋。",
    "下午烤箱凉下来，学徒洗案板，师傅算账，面粉和酵母又涨价了，可是面包还卖老价钱。老街的人说，这家的面包比别家的香。",
    "师傅想把面包房交给学徒，学徒说还要再学三年，等他也听得懂面团说话，再来烧这台烤箱。",
)


def joined(*parts: str, gap: str = "\n\n\n") -> str:
    return gap.join(parts)


@pytest.mark.parametrize("title", ["老街的面包房", "面包又涨价了！老街的人还在排队，师傅却说想把面包房交给学徒了"])
def test_another_article_begins_behind_two_blank_lines(title: str) -> None:
    """A short title, two blank lines above it, and other words below: two articles, and nothing is lost."""
    one, two = "港口的灯塔\n\n" + "\n\n".join(HARBOUR), f"{title}\n\n" + "\n\n".join(BAKERY)
    parts = split_articles(joined(one, two))
    assert [part.strip() for part in parts] == [one, two]


@pytest.mark.parametrize(
    "text",
    [
        joined("港口的灯塔\n\n" + "\n\n".join(HARBOUR[:2]), "后来的灯塔\n\n" + "\n\n".join(HARBOUR[2:])),
        joined("港口的灯塔\n\n" + "\n\n".join(HARBOUR), "老街的面包房\n\n" + "\n\n".join(BAKERY), gap="\n\n"),
        joined("港口的灯塔\n\n" + "\n\n".join(HARBOUR), "老街的面包房有一位师傅。\n\n" + "\n\n".join(BAKERY)),
        joined("港口的灯塔\n\n" + "\n\n".join(HARBOUR), "老街的面包房\n\n" + BAKERY[0]),
        joined("港口的灯塔\n\n" + "\n\n".join(HARBOUR), "相关推荐\n\n" + "\n\n".join(BAKERY)),
    ],
    ids=["the same words", "one blank line", "no title", "too little text", "a site's heading"],
)
def test_one_sign_alone_parts_nothing(text: str) -> None:
    """A subhead, a wide gap, a list of other articles: each lacks one of the three."""
    assert split_articles(text) == [text]


def test_credits_below_the_title_speak_for_another_article() -> None:
    """With its author named there, an article may share words with the one above; without, it is a part of that."""
    one, two = "港口的灯塔\n\n" + "\n\n".join(HARBOUR), (BAKERY[0], HARBOUR[1], BAKERY[1], HARBOUR[3], BAKERY[2])
    credited, plain = (joined("老街的师傅", *lines, gap="\n\n") for lines in (("作者：林海", *two), two))
    assert [part.strip() for part in split_articles(joined(one, credited))] == [one, credited]
    assert len(split_articles(joined(one, plain))) == 1


def test_our_articles_stay_whole_and_most_pairs_are_told_apart() -> None:
    """Wide gaps everywhere make no articles of paragraphs; two articles on related subjects mostly differ enough."""
    for body in BODIES.values():
        assert split_articles(re.sub(r"\n\n", "\n\n\n", body)) == [re.sub(r"\n\n", "\n\n\n", body)]
    chinese = [body for body in BODIES.values() if len(re.findall(r"[\u4e00-\u9fff]", body)) > 300][:8]
    pairs = [
        len(split_articles(joined(one, "另一篇文章的标题\n\n" + two)))
        for one, two in itertools.permutations(chinese, 2)
    ]
    assert set(pairs) == {1, 2}
    assert pairs.count(2) * 2 > len(pairs)


def test_change_of_words() -> None:
    """Nothing in common is 0, an article in itself about 1."""
    assert change_of_words("\n".join(HARBOUR), "\n".join(BAKERY)) < 0.2
    assert change_of_words("\n".join(HARBOUR[:2]), "\n".join(HARBOUR[2:])) > 0.5
    assert change_of_words("", "") == 1.0


@pytest.mark.parametrize(
    "between",
    ["\n======\n\n标题：", "\n----\nTitle: ", "\nFrom ada at tide.example  Fri Jul  9 08:15:00 2021\nFrom: "],
)
def test_records_of_a_program_are_parted(between: str) -> None:
    """By a rule above a title's label, or the line with which each e-mail of an archive begins."""
    head, *others = split_records(f"水退了。\n{between}甲\n\n水又涨了。\n{between}乙\n\n天亮了。")
    assert head == "水退了。\n\n"
    assert [other.split("\n")[-1 if other is others[-1] else -3] for other in others] == ["水又涨了。", "天亮了。"]


def test_a_rule_alone_parts_no_records() -> None:
    """Nor does a title's label without one."""
    for text in ("水退了。\n\n======\n\n水又涨了。", "水退了。\n\n标题：甲\n\n水又涨了。", ""):
        assert split_records(text) == [text]

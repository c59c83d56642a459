"""Made-up articles of any number whose vocabulary grows as that of real text does.

Words are drawn by rank from a Zipf-Mandelbrot law, p(r) ~ 1 / (r + 2.7)**1.07, over five million ranks: the first are
the words of jieba's dictionary by their frequency, those after them compounds of two or more characters, each made from
its rank alone. The number of distinct words so grows as a power of the length (Heaps' law), with rare words at every
size. Every article has a dozen subjects of its own that come back, people who say something and hold an office. What
must not live here: what is measured.
"""

import itertools
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SHIFT, EXPONENT, RANKS = 2.7, 1.07, 5_000_000
SENTENCE_WORDS = (6, 22)
PARAGRAPHS, PARAGRAPH_SENTENCES = (4, 12), (3, 6)
SUBJECTS, OF_SUBJECTS = 12, 0.2
SAID = ("{who}说，{what}。", "据{who}介绍，{what}。", "{office}{who}表示，{what}！", "{who}担任{office}以后，{what}。")
OFFICES = ("总经理", "首席科学家", "研究员", "馆长", "工程师", "教授", "创始人", "编辑")
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈"


@dataclass(frozen=True, slots=True)
class MadeUp:
    """An article, as title and text, and its subjects."""

    title: str
    text: str
    subjects: tuple[str, ...]


def made_up_articles(words: Sequence[str], seed: int) -> Iterator[MadeUp]:
    """Yield articles without end, the same for the same words (the most frequent first) and seed."""
    chooser = random.Random(seed)  # noqa: S311  # the same text for the same seed is the point
    characters = sorted({character for word in words[:20_000] for character in word})
    while True:
        drawn = (_word(words, characters, 500 + _rank(chooser)) for _ in itertools.count())
        subjects = tuple(itertools.islice((word for word in drawn if len(word) > 1), SUBJECTS))
        people = [_name(chooser, characters) for _ in range(chooser.randint(1, 4))]

        def clause(subjects: tuple[str, ...] = subjects) -> str:
            return "".join(
                chooser.choice(subjects) if chooser.random() < OF_SUBJECTS else _word(words, characters, _rank(chooser))
                for _ in range(chooser.randint(*SENTENCE_WORDS))
            )

        def sentence(people: Sequence[str] = people) -> str:
            if chooser.random() < 0.15:
                who, office = chooser.choice(people), chooser.choice(OFFICES)
                return chooser.choice(SAID).format(who=who, office=office, what=clause())
            return f"{clause()}，{clause()}。"

        paragraphs = range(chooser.randint(*PARAGRAPHS))
        lines = ["".join(sentence() for _ in range(chooser.randint(*PARAGRAPH_SENTENCES))) for _ in paragraphs]
        yield MadeUp("".join(chooser.sample(subjects, 3)), "\n\n".join(lines), subjects)


def questions_of(articles: Sequence[MadeUp], count: int, seed: int) -> list[str]:
    """Return questions, each of two to four words that one article keeps coming back to."""
    chooser = random.Random(seed)  # noqa: S311  # the same questions for the same seed
    chosen = [chooser.choice(articles) for _ in range(count)]
    return [f"{'和'.join(chooser.sample(one.subjects, chooser.randint(2, 4)))}是什么？" for one in chosen]


def _rank(chooser: random.Random) -> int:
    """Return a rank by inversion of the law's integral, which is exact enough and takes no table."""
    power = 1 - EXPONENT
    low, high = (SHIFT + 0.5) ** power, (SHIFT + RANKS + 0.5) ** power
    drawn: float = (low + chooser.random() * (high - low)) ** (1 / power)
    return math.floor(drawn - SHIFT + 0.5)


def _word(words: Sequence[str], characters: Sequence[str], rank: int) -> str:
    if rank < len(words):
        return words[rank]
    compound = ""
    while rank:
        rank, place = divmod(rank, len(characters))
        compound += characters[place]
    return compound + characters[len(compound)] * (len(compound) < 2)


def _name(chooser: random.Random, characters: Sequence[str]) -> str:
    given = chooser.sample(characters, chooser.randint(1, 2))
    return chooser.choice(SURNAMES) + "".join(given)

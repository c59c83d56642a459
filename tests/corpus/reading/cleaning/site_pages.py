"""Pages as readers save them: articles of many genres within the lines of many sites, all our own.

The words of the rules were chosen looking at the pages of ``looked_at.txt`` alone; those of ``measured.txt`` tell how
they do on other sites. Which rules stay was decided by both.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.reading.document import Document, read_documents

HERE = Path(__file__).parent / "pages"
KEPT = 0.75
PAGES_EACH = 2
_HEAD = re.compile(r"^=== ", re.MULTILINE)
_PART = re.compile(r"^--- \w+\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """An article, which cleaning has to give back."""

    script: str
    genre: str
    said: dict[str, str]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The lines of a site: above the title, around it, between paragraphs, below the text."""

    name: str
    parts: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Figures:
    """Counts over the pages of one half, and the lines of articles that were lost."""

    pages: int = 0
    clean: int = 0
    titles: int = 0
    noise: int = 0
    left: int = 0
    lost: list[tuple[str, str]] = field(default_factory=list)


def articles() -> Iterator[Own]:
    """Yield our articles, in three scripts."""
    for part in _HEAD.split((HERE / "articles.txt").read_text(encoding="utf-8"))[1:]:
        head, *lines = part.strip("\n").split("\n")
        script, genre, *said = head.split(" | ")
        named = dict(zip(("title", "author", "source", "date"), said, strict=True))
        yield Own(script=script, genre=genre, said=named, lines=tuple(lines))


def sites(half: str) -> Iterator[Site]:
    """Yield the sites of one half, ``looked_at`` or ``measured``."""
    for part in _HEAD.split((HERE / f"{half}.txt").read_text(encoding="utf-8"))[1:]:
        name, *parts = _PART.split(part)
        yield Site(name=name.strip(), parts=tuple(tuple(lines.strip("\n").split("\n")) for lines in parts))


def page_of(site: Site, own: Own, seed: int) -> tuple[str, list[str]]:
    """Return a page and those of its lines that are the site's, some of which the seed leaves out."""
    chance = random.Random(f"{site.name} {own.said['title']} {seed}")  # noqa: S311  noise, not secrets
    above, byline, inside, below = (
        [line.format_map(own.said) for line in part if "{title}" in line or chance.random() < KEPT]
        for part in site.parts
    )
    body = list(own.lines)
    for line in inside:
        body.insert(chance.randrange(1, len(body)), line)
    page = ("\n\n" if seed % 2 else "\n").join([*above, *byline, *body, *below])
    noise = [*above, *(line for line in byline if line != own.said["title"]), *inside, *below]
    return page, noise


def folded(line: str) -> str:
    """Return a line without what repair may change."""
    return re.sub(r"\W+", "", line).casefold()


def measure(half: str) -> Figures:
    """Return the figures over every site of a half with every article of its script."""
    figures = Figures()
    for site in sites(half):
        for own in articles():
            for seed in range(PAGES_EACH if site.name.endswith(own.script) else 0):
                page, noise = page_of(site, own, seed)
                figures.noise += len(noise)
                _count(figures, page, own)
    return figures


def _count(figures: Figures, page: str, own: Own) -> None:
    found = [item.article for item in read_documents(page.encode(), "page.txt", ".txt") if isinstance(item, Document)]
    shown = [folded(line) for article in found for line in (article.title, *re.split("\n+", article.text))]
    text, own_text = "".join(shown), folded(own.said["title"] + "".join(own.lines))
    lost = [(own.genre, line) for line in own.lines if folded(line) not in text]
    left = sum(bool(line) and line not in own_text for line in shown)
    figures.pages += 1
    figures.clean += not lost and not left and len(found) == 1
    figures.titles += found[0].title == own.said["title"]
    figures.left += left
    figures.lost += lost

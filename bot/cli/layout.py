"""Answers laid out for a terminal: values in, rich texts out. What must not live here: the words around them, JSON."""

import re
from collections.abc import Sequence

from rich.text import Text

from bot.cli.terminal import one_line, printable
from corpus import Article, Candidate, Hit, Profile, Snippet, Summary

_INDENT = "   "
_SPACES = re.compile(r"\s+")


def byline(article: Article) -> Text:
    """Return where an article comes from: its file, date, author and source, as far as it says."""
    parts = (article.origin, article.published, article.author, article.source)
    return Text(" · ".join(one_line(part) for part in parts if part), style="dim")


def hit(number: int, found: Hit) -> Text:
    """Return an article with its snippets, numbered from 1."""
    lines = [Text.assemble(f"{number:>2} ", (one_line(found.article.title), "bold")), byline(found.article)]
    lines += [snippet(part) for part in found.snippets]
    return _indented(lines)


def snippet(part: Snippet) -> Text:
    """Return a snippet as one line with its highlights; offsets hold since only whole spans are made printable."""
    line, at = Text(), 0
    for start, end in part.highlights:
        line.append(_run(part.text[at:start])).append(_run(part.text[start:end]), style="bold yellow")
        at = end
    return line.append(_run(part.text[at:]))


def profile(card: Profile) -> Text:
    """Return a card: names, roles, quotations, facts beside them, dates and related names, each with its article."""
    head = Text.assemble((one_line(card.name), "bold"))
    if card.aliases:
        head.append(f"  ({one_line(', '.join(card.aliases))})")
    lines = [head]
    lines += [Text.assemble(one_line(role.text), "  ", _title(role.article)) for role in card.roles]
    quoted = (*card.evidence, *card.untold)
    lines += [Text.assemble(f"“{one_line(quote.text)}”  ", _title(quote.article)) for quote in quoted]
    lines += [Text.assemble(f"{event.date}  {one_line(event.text)}  ", _title(event.article)) for event in card.events]
    if card.related:
        lines.append(Text.assemble("→ ", one_line(", ".join(card.related))))
    return _indented(lines)


def candidate(choice: Candidate) -> Text:
    """Return one that may have been meant, with what tells it from the others."""
    line = Text.assemble("- ", (one_line(choice.name), "bold"))
    return line.append(f"  {one_line(choice.hint)}", style="dim") if choice.hint else line


def summary(told: Summary) -> Text:
    """Return a summary's sentences in reading order, each with the numbers of its articles where there are several."""
    ids = [article.id for article in told.articles]
    lines = [Text(one_line(told.subject), style="bold")]
    for sentence in told.sentences:
        sources = [ids.index(source.id) + 1 for source in (sentence.article, *sentence.also) if source.id in ids]
        mark = f" {sources}" if len(ids) > 1 and sources else ""
        lines.append(Text.assemble(one_line(sentence.text), " …" if sentence.clipped else "", (mark, "dim")))
    for number, article in enumerate(told.articles, 1):
        mark = f"[{number}] " if len(ids) > 1 else ""
        lines.append(Text.assemble((mark, "dim"), _title(article), "  ", byline(article)))
    return Text("\n").join(lines)


def article_rows(articles: Sequence[Article]) -> str:
    """Return a line an article: id, title, date, language and file, with tabs between."""
    cells = ((each.id, each.title, each.published or "", each.language, each.origin) for each in articles)
    return "".join("\t".join(map(one_line, row)) + "\n" for row in cells)


def _title(article: Article) -> Text:
    return Text(one_line(article.title), style="italic")


def _run(text: str) -> str:
    return _SPACES.sub(" ", printable(text))


def _indented(lines: Sequence[Text]) -> Text:
    first, *others = lines
    return Text("\n").join([first, *(Text.assemble(_INDENT, line) for line in others)])

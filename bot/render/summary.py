"""Summaries of an article or of a topic as messages."""

import re

from discord.ui import LayoutView, Separator

from bot.messages import Words
from bot.render.components import ROW_BUTTONS, AnyItem, ask_button, facts, layout, link_button, read_button, row, text
from bot.render.escaping import escaped
from bot.services.ports import AnswerState
from corpus import Article, Summary

SUBJECT_CHARS = 150
SENTENCES_CHARS = 3000
READS = 15  # sentences with a button: more do not fit beside the other components
NAMES, TERMS = 3, 2  # one row together
_TITLE_CHARS = 40
_HAN = re.compile("[\u3400-\u9fff]")
_HAN_A_MINUTE, _OTHERS_A_MINUTE = 400, 1200  # silent reading; 1,200 letters and spaces are 200 English words
_SAMPLED_CHARS = 20_000


def summary_layout(state: AnswerState, summary: Summary, words: Words) -> LayoutView:
    """Return a summary: headline, numbered sentences, a button for each, and whom and what to go on with."""
    if not summary.sentences:
        nothing = words("summary-nothing", subject=escaped(state.question, SUBJECT_CHARS))
        return layout(text(f"### {nothing}", _unread(summary, words), words("summary-try")))
    onwards = row(
        *(ask_button(one.name, state.key, "who", one.name) for one in summary.names[:NAMES]),
        *(ask_button(words("button-term", term=term), state.key, "search", term) for term in summary.terms[:TERMS]),
    )
    reads = _reads(state, summary, words)
    return layout(_heading(summary, words), Separator(), text(_sentences(summary)), Separator(), *reads, onwards)


def reading_minutes(body: str) -> float:
    """Return how long a text takes to read; of a long one, the beginning tells how it is written."""
    sample = body[:_SAMPLED_CHARS]
    han = len(_HAN.findall(sample))
    minutes = han / _HAN_A_MINUTE + (len(sample) - han) / _OTHERS_A_MINUTE
    return minutes * len(body) / max(1, len(sample))


def _heading(summary: Summary, words: Words) -> AnyItem:
    """Return what is summarised, where it is from, how long it takes to read, and how much was left out."""
    about = ""
    if len(summary.articles) == 1:
        about = facts(summary.articles[0], with_title=summary.articles[0].title != summary.subject)
    kept = sum(sentence.end - sentence.start for sentence in summary.sentences)
    left = max(0, 100 - max(1, round(100 * kept / max(summary.source_chars, 1))))
    minutes = max(1, round(sum(reading_minutes(article.text) for article in summary.articles)))
    return text(
        f"### {escaped(summary.subject, SUBJECT_CHARS)}",
        f"-# {about}" if about else None,
        f"-# {words('summary-kept', articles=len(summary.articles), minutes=minutes, left=left)}",
        _unread(summary, words),
    )


def _unread(summary: Summary, words: Words) -> str | None:
    """Return which operators of the topic could not be used."""
    listed = escaped(words("list-comma").join(summary.unread), SUBJECT_CHARS)
    return f"-# {words('search-unread', words=listed)}" if listed else None


def _sentences(summary: Summary) -> str:
    """Return the numbered sentences, a clause marked, with titles and dates where there are several articles."""
    lines: list[str] = []
    room = SENTENCES_CHARS
    for number, sentence in enumerate(summary.sentences, 1):
        line = f"{number}. {escaped(sentence.text, max(20, room - 12))}{' …' if sentence.clipped else ''}"
        if len(summary.articles) > 1:
            line += f"\n-# {'; '.join(map(_source, (sentence.article, *sentence.also)))}"
        if len(line) >= room:
            break
        room -= len(line) + 1
        lines.append(line)
    return "\n".join(lines)


def _source(article: Article) -> str:
    date = f" · {escaped(article.published, _TITLE_CHARS)}" if article.published else ""
    return f"{escaped(article.title, _TITLE_CHARS)}{date}"


def _reads(state: AnswerState, summary: Summary, words: Words) -> list[AnyItem | None]:
    """Return rows with a button for each sentence, which opens its article there, and one to the article's origin."""
    places = {(quoted.article.id, quoted.start, quoted.end): quoted for quoted in summary.sentences[:READS]}.values()
    read = words("button-read")
    buttons = [read_button(f"{read} {number}", state.key, quoted) for number, quoted in enumerate(places, 1)]
    if len(summary.articles) == 1:
        buttons = [*buttons[: READS - 1], link_button(words("button-source"), summary.articles[0].url)]
    return [row(*buttons[start : start + ROW_BUTTONS]) for start in range(0, len(buttons), ROW_BUTTONS)]

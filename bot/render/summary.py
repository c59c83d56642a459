"""Summaries of an article or of a topic as messages."""

import re

from discord.ui import LayoutView, Separator

from bot.messages import Words
from bot.render.components import ROW_BUTTONS, AnyItem, button, facts, layout, link_button, row, text
from bot.render.custom_ids import AskInstead, ReadArticle
from bot.render.escaping import escaped
from bot.services.ports import AnswerState
from corpus import Article, Summary, SummarySentence

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
        lines = (
            f"### {words('summary-nothing', subject=escaped(state.question, SUBJECT_CHARS))}",
            words("summary-try"),
        )
        return layout(text("\n".join(lines)))
    items: list[AnyItem | None] = [text(_heading(summary, words)), Separator()]
    items.append(text(_sentences(summary)))
    items += [Separator(), *_reads(state, summary, words)]
    names = (AskInstead(key=state.key, kind="who", text=name.name, pick=False) for name in summary.names[:NAMES])
    terms = (AskInstead(key=state.key, kind="search", text=term, pick=False) for term in summary.terms[:TERMS])
    onwards = [button(press.text, press) for press in names]
    onwards += [button(words("button-term", term=press.text), press) for press in terms]
    items.append(row(onwards))
    return layout(*items)


def reading_minutes(body: str) -> float:
    """Return how long a text takes to read; of a long one, the beginning tells how it is written."""
    sample = body[:_SAMPLED_CHARS]
    han = len(_HAN.findall(sample))
    minutes = han / _HAN_A_MINUTE + (len(sample) - han) / _OTHERS_A_MINUTE
    return minutes * len(body) / max(1, len(sample))


def _heading(summary: Summary, words: Words) -> str:
    """Return what is summarised, where it is from, how long it takes to read, and how much was left out."""
    lines = [f"### {escaped(summary.subject, SUBJECT_CHARS)}"]
    if len(summary.articles) == 1:
        about = facts(summary.articles[0], with_title=summary.articles[0].title != summary.subject)
        lines += [f"-# {about}"] if about else []
    kept = sum(sentence.end - sentence.start for sentence in summary.sentences)
    left = max(0, 100 - max(1, round(100 * kept / max(summary.source_chars, 1))))
    minutes = max(1, round(sum(reading_minutes(article.text) for article in summary.articles)))
    lines.append(f"-# {words('summary-kept', articles=len(summary.articles), minutes=minutes, left=left)}")
    return "\n".join(lines)


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
    places = dict.fromkeys(_place(state, sentence) for sentence in summary.sentences[:READS])
    buttons = [button(f"{words('button-read')} {number}", place) for number, place in enumerate(places, 1)]
    if len(summary.articles) == 1:
        buttons = [*buttons[: READS - 1], link_button(words("button-source"), summary.articles[0].url)]
    return [row(buttons[start : start + ROW_BUTTONS]) for start in range(0, len(buttons), ROW_BUTTONS)]


def _place(state: AnswerState, sentence: SummarySentence) -> ReadArticle:
    """Return the press that opens an article at a sentence."""
    return ReadArticle(key=state.key, article_id=sentence.article.id, mark=(sentence.start, sentence.end))

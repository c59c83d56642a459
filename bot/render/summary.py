"""Summaries of an article or of a topic as messages."""

from discord.ui import LayoutView, Separator

from bot.messages import Words
from bot.render.components import ROW_BUTTONS, AnyItem, button, facts, layout, link_button, row, text
from bot.render.custom_ids import ReadArticle
from bot.render.escaping import escaped
from bot.services.ports import AnswerState
from corpus import Summary, SummarySentence

SUBJECT_CHARS = 150
SENTENCES_CHARS = 3000


def summary_layout(state: AnswerState, summary: Summary, words: Words) -> LayoutView:
    """Return a summary: headline, sentences in reading order, and buttons that open the articles at the quotations."""
    if not summary.sentences:
        lines = (
            f"### {words('summary-nothing', subject=escaped(state.question, SUBJECT_CHARS))}",
            words("summary-try"),
        )
        return layout(text("\n".join(lines)))
    several = len(summary.articles) > 1
    items: list[AnyItem | None] = [text(_heading(summary, words)), Separator()]
    items.append(text(_sentences(summary, several=several)))
    items += [Separator(), *_reads(state, summary, words)]
    return layout(*items)


def _heading(summary: Summary, words: Words) -> str:
    """Return what is summarised, where it is from, and how much was left out."""
    lines = [f"### {escaped(summary.subject, SUBJECT_CHARS)}"]
    if len(summary.articles) == 1:
        about = facts(summary.articles[0], with_title=summary.articles[0].title != summary.subject)
        lines += [f"-# {about}"] if about else []
    kept = sum(len(sentence.text) for sentence in summary.sentences)
    shown = max(1, round(100 * kept / max(summary.source_chars, 1)))
    lines.append(f"-# {words('summary-kept', articles=len(summary.articles), percent=min(shown, 100))}")
    return "\n".join(lines)


def _sentences(summary: Summary, *, several: bool) -> str:
    """Return the sentences, each with the number of its article where there are several."""
    numbers = {article.id: number for number, article in enumerate(summary.articles, 1)}
    lines: list[str] = []
    room = SENTENCES_CHARS
    for sentence in summary.sentences:
        source = f" ({numbers.get(sentence.article.id, '·')})" if several else ""
        line = f"- {escaped(sentence.text, max(20, room - 12))}{source}"
        if len(line) >= room:
            break
        room -= len(line) + 1
        lines.append(line)
    return "\n".join(lines)


def _reads(state: AnswerState, summary: Summary, words: Words) -> list[AnyItem | None]:
    """Return rows with a button for each article, opened at its first sentence here."""
    first: dict[str, SummarySentence] = {}
    for sentence in summary.sentences:
        first.setdefault(sentence.article.id, sentence)
    if len(summary.articles) == 1:
        article = summary.articles[0]
        read = button(words("button-read"), _place(state, first[article.id]))
        return [row((read, link_button(words("button-source"), article.url)))]
    buttons = [
        button(f"{number}. {article.title}", _place(state, first[article.id]))
        for number, article in enumerate(summary.articles, 1)
        if article.id in first
    ]
    return [row(buttons[start : start + ROW_BUTTONS]) for start in range(0, len(buttons), ROW_BUTTONS)]


def _place(state: AnswerState, sentence: SummarySentence) -> ReadArticle:
    """Return the press that opens an article at a sentence."""
    return ReadArticle(key=state.key, article_id=sentence.article.id, mark=(sentence.start, sentence.end))

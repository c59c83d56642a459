"""A reindex as messages: its progress, its report, and what it changed for the questions that people ask."""

from collections.abc import Sequence
from dataclasses import replace

from discord import ButtonStyle
from discord.ui import LayoutView, Separator

from bot.messages import Words
from bot.messages.reindex import changed_articles, comparison_lines, refusal, report_lines
from bot.render.components import AnyItem, button, layout, more, page_number, place, row, text, turns
from bot.render.custom_ids import CompareBuilds
from bot.render.escaping import escaped
from bot.services.compare import Change, Comparison, FirstAnswer
from bot.services.reindex_protocol import ReindexReport
from corpus import Progress, Rejected

PAGE_CHANGES = 6
QUESTION_CHARS, ABOUT_CHARS, TEXT_CHARS = 120, 80, 160
LISTED, LISTED_BRIEFLY = 8, 6  # the latter leaves room for what became of the answers
BAR_CELLS = 20


def progress_layout(progress: Progress | None, words: Words, left_s: int | None = None) -> LayoutView:
    """Return how far a reindex is, None before it has said so, and how many seconds its stage still takes if known."""
    if progress is None:
        return layout(text(words("reindex-starting")))
    stage = words(f"reindex-{progress.stage}")
    if not progress.total:
        return layout(text(f"{stage} {progress.done:,}" if progress.done else f"{stage}…"))
    filled = min(BAR_CELLS, BAR_CELLS * progress.done // progress.total)
    bar = "▰" * filled + "▱" * (BAR_CELLS - filled)
    left = f"\n-# {words('reindex-left', minutes=left_s // 60, seconds=left_s)}" if left_s else ""
    return layout(text(f"{stage} {progress.done:,} / {progress.total:,}\n{bar}{left}"))


def report_layout(
    report: ReindexReport, words: Words, comparison: Comparison | None = None, *, told: Sequence[str] = ()
) -> LayoutView:
    """Return what a reindex changed, which files it refused and, where it is known, what became of the answers.

    ``told`` are lines that stand first, of what was changed before it.
    """
    most = LISTED if comparison is None else LISTED_BRIEFLY
    lines = [f"### {words('reindex-done')}", *told, *report_lines(report, words)]
    for heading, refs in changed_articles(report, words):
        lines += [f"**{heading}**", *(f"- {escaped(ref.title, 80)}" for ref in refs[:most])]
        lines += more(len(refs), most, words)
    lines += refused_lines(report.rejected, most, 80, words)
    return layout(text(*lines), *(_comparison(comparison, words) if comparison else ()))


def refused_lines(rejected: Sequence[Rejected], most: int, name_chars: int, words: Words) -> list[str]:
    """Return the first of the refused files, each with the reason, and how many more there are."""
    lines = [f"**{words('reindex-refused', count=len(rejected))}**"] if rejected else []
    lines += [f"- {escaped(each.origin, name_chars)}: {refusal(each, words)}" for each in rejected[:most]]
    return lines + more(len(rejected), most, words)


def _comparison(found: Comparison, words: Words) -> tuple[AnyItem | None, ...]:
    """Return how many first answers changed, with the buttons that show them and that go back."""
    show = CompareBuilds(before=found.before, after=found.after)
    buttons = row(
        button(words("compare-button-show"), show, ButtonStyle.primary) if found.changes else None,
        button(words("compare-button-back"), replace(show, act="back")),
    )
    return Separator(), text(f"**{words('compare-heading')}**", *_counts(found, words)), buttons


def comparison_layout(found: Comparison, page: int, words: Words) -> LayoutView:
    """Return a page of the questions whose first answer changed, before and after; a page past the last is the last."""
    page, pages = place(len(found.changes), PAGE_CHANGES, page)
    items: list[AnyItem] = [text(f"### {words('compare-heading')}", *_counts(found, words))]
    for change in found.changes[page * PAGE_CHANGES : (page + 1) * PAGE_CHANGES]:
        items += [Separator(), _change(change, words)]
    back = CompareBuilds(act="back", before=found.before, after=found.after)
    turned = turns(page, pages, lambda other: replace(back, act="turn", page=other), words)
    number = page_number(page, pages, words)
    buttons = row(*turned, button(words("compare-button-back"), back))
    return layout(*items, Separator() if number else None, number, buttons)


def went_back_layout(press: CompareBuilds, words: Words) -> LayoutView:
    """Return that the build before serves, with the button that undoes it."""
    undo = CompareBuilds(act="back", before=press.after, after=press.before)
    told = text(words("compare-went-back", build=escaped(press.before, 60)))
    return layout(told, row(button(words("compare-button-forward"), undo)))


def _counts(found: Comparison, words: Words) -> list[str | None]:
    hidden = f"-# {words('compare-hidden', count=found.hidden)}" if found.hidden else None
    return [*comparison_lines(found, words), hidden]


def _change(change: Change, words: Words) -> AnyItem:
    counted = f" × {change.times}" if change.times > 1 else ""
    return text(
        f"**{escaped(change.question, QUESTION_CHARS)}**{counted} · {words(f'compare-{change.kind}')}",
        f"> {words('compare-before')}: {_side(change.before, words)}",
        f"> {words('compare-after')}: {_side(change.after, words)}",
    )


def _side(answer: FirstAnswer | None, words: Words) -> str:
    """Return a first answer on one line."""
    if answer is None:
        return words("compare-nothing")
    about = f"**{escaped(answer.about, ABOUT_CHARS)}**"
    return f"{about} {escaped(answer.text, TEXT_CHARS)}" if answer.text else about

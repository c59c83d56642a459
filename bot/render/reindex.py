"""A reindex as messages: its progress, its report, and what it changed for the questions that people ask."""

from collections.abc import Sequence
from dataclasses import replace

from discord import ButtonStyle
from discord.ui import LayoutView, Separator

from bot.messages import Words
from bot.render.components import AnyItem, button, layout, more, place, row, text, turns
from bot.render.custom_ids import CompareBuilds
from bot.render.escaping import escaped
from bot.services.compare import KINDS, Change, Comparison, FirstAnswer
from bot.services.reindex_protocol import ReindexReport
from corpus import ArticleRef, Progress, Rejected

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
        return layout(text(f"{stage} {progress.done:,}"))
    filled = min(BAR_CELLS, BAR_CELLS * progress.done // progress.total)
    bar = "▰" * filled + "▱" * (BAR_CELLS - filled)
    left = f"\n-# {words('reindex-left', minutes=left_s // 60, seconds=left_s)}" if left_s else ""
    return layout(text(f"{stage} {progress.done:,} / {progress.total:,}\n{bar}{left}"))


def report_layout(report: ReindexReport, words: Words, comparison: Comparison | None = None) -> LayoutView:
    """Return what a reindex changed, which files it refused and, where it is known, what became of the answers."""
    build, most = report.report, LISTED if comparison is None else LISTED_BRIEFLY
    lines = [
        f"### {words('reindex-done')}",
        words("reindex-totals", articles=build.articles, passages=build.passages, seconds=f"{build.took_s:.1f}"),
    ]
    if report.sample:
        lines.append(words("reindex-sample"))
    if report.dropped_sample:
        lines.append(words("reindex-dropped-sample"))
    if not (build.added or build.changed or build.removed):
        lines.append(words("reindex-unchanged"))
    for name, refs in (("added", build.added), ("changed", build.changed), ("removed", build.removed)):
        lines += _titles(words(f"reindex-{name}", count=len(refs)), refs, most, words) if refs else []
    lines += refused_lines(report.rejected, most, 80, words)
    return layout(text("\n".join(lines)), *(_comparison(comparison, words) if comparison else ()))


def _titles(heading: str, refs: Sequence[ArticleRef], most: int, words: Words) -> list[str]:
    """Return the first titles of a list, and how many more there are."""
    lines = [f"**{heading}**", *(f"- {escaped(ref.title, 80)}" for ref in refs[:most])]
    return lines + more(len(refs), most, words)


def refused_lines(rejected: Sequence[Rejected], most: int, name_chars: int, words: Words) -> list[str]:
    """Return the first of the refused files, each with the reason, and how many more there are."""
    lines = [f"**{words('reindex-refused', count=len(rejected))}**"] if rejected else []
    lines += [f"- {escaped(each.origin, name_chars)}: {_rejection(each, words)}" for each in rejected[:most]]
    return lines + more(len(rejected), most, words)


def _rejection(rejected: Rejected, words: Words) -> str:
    """Return why a file was refused; a code without words of its own is shown as it stands."""
    name = f"rejected-{rejected.reason.replace('_', '-')}"
    return words(name) if words.has(name) else escaped(rejected.reason, 60)


def _comparison(found: Comparison, words: Words) -> list[AnyItem]:
    """Return how many first answers changed, with the buttons that show them and that go back."""
    lines = [f"**{words('compare-heading')}**", *_counts(found, words)]
    show = CompareBuilds(before=found.before, after=found.after)
    back = CompareBuilds(act="back", before=found.before, after=found.after)
    buttons = row(
        (
            button(words("compare-button-show"), show, ButtonStyle.primary) if found.changes else None,
            button(words("compare-button-back"), back),
        )
    )
    items: list[AnyItem] = [Separator(), text("\n".join(lines))]
    return items if buttons is None else [*items, buttons]


def comparison_layout(found: Comparison, page: int, words: Words) -> LayoutView:
    """Return a page of the questions whose first answer changed, before and after; a page past the last is the last."""
    page, pages = place(len(found.changes), PAGE_CHANGES, page)
    items: list[AnyItem] = [text("\n".join([f"### {words('compare-heading')}", *_counts(found, words)]))]
    for change in found.changes[page * PAGE_CHANGES : (page + 1) * PAGE_CHANGES]:
        items += [Separator(), text(_change(change, words))]
    back = CompareBuilds(act="back", before=found.before, after=found.after)
    turned = turns(page, pages, lambda other: replace(back, act="turn", page=other), words)
    if pages > 1:
        items += [Separator(), text(f"-# {words('page', page=page + 1, pages=pages)}")]
    return layout(*items, row((*turned, button(words("compare-button-back"), back))))


def went_back_layout(press: CompareBuilds, words: Words) -> LayoutView:
    """Return that the build before serves, with the button that undoes it."""
    undo = CompareBuilds(act="back", before=press.after, after=press.before)
    return layout(
        text(words("compare-went-back", build=escaped(press.before, 60))),
        row((button(words("compare-button-forward"), undo),)),
    )


def _counts(found: Comparison, words: Words) -> list[str]:
    lines = [words("compare-asked", count=found.asked)]
    if found.changes:
        lines.append(words("compare-counts", **{kind: found.count(kind) for kind in KINDS}))
    elif found.asked and not found.hidden:
        lines.append(words("compare-same"))
    if found.hidden:
        lines.append(f"-# {words('compare-hidden', count=found.hidden)}")
    return lines


def _change(change: Change, words: Words) -> str:
    counted = f" × {change.times}" if change.times > 1 else ""
    return "\n".join(
        (
            f"**{escaped(change.question, QUESTION_CHARS)}**{counted} · {words(f'compare-{change.kind}')}",
            f"> {words('compare-before')}: {_side(change.before, words)}",
            f"> {words('compare-after')}: {_side(change.after, words)}",
        )
    )


def _side(answer: FirstAnswer | None, words: Words) -> str:
    """Return a first answer on one line."""
    if answer is None:
        return words("compare-nothing")
    about = f"**{escaped(answer.about, ABOUT_CHARS)}**"
    return f"{about} {escaped(answer.text, TEXT_CHARS)}" if answer.text else about

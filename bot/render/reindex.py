"""The progress and the report of a reindex as messages."""

from collections.abc import Sequence

from discord.ui import LayoutView

from bot.messages import Words
from bot.render.comparison import comparison_items
from bot.render.components import layout, more, text
from bot.render.escaping import escaped
from bot.services.compare import Comparison
from bot.services.reindex_protocol import ReindexReport
from corpus import ArticleRef, Progress, Rejected

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
    if report.rejected:
        lines += _refused(report.rejected, most, words)
    return layout(text("\n".join(lines)), *(comparison_items(comparison, words) if comparison else ()))


def _titles(heading: str, refs: Sequence[ArticleRef], most: int, words: Words) -> list[str]:
    """Return the first titles of a list, and how many more there are."""
    lines = [f"**{heading}**", *(f"- {escaped(ref.title, 80)}" for ref in refs[:most])]
    return lines + more(len(refs), most, words)


def _refused(rejected: Sequence[Rejected], most: int, words: Words) -> list[str]:
    """Return the refused files, each with the reason."""
    lines = [f"**{words('reindex-refused', count=len(rejected))}**"]
    lines += [f"- {escaped(each.origin, 80)}: {rejection_words(each, words)}" for each in rejected[:most]]
    return lines + more(len(rejected), most, words)


def rejection_words(rejected: Rejected, words: Words) -> str:
    """Return why a file was refused; a code without words of its own is shown as it stands."""
    name = f"rejected-{rejected.reason.replace('_', '-')}"
    return words(name) if words.has(name) else escaped(rejected.reason, 60)

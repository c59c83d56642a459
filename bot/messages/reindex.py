"""What a reindex came to, in words, for Discord and the terminal alike. Nothing here is markup."""

import re

from bot.messages import Words
from bot.services.compare import KINDS, Comparison
from bot.services.reindex_protocol import ReindexReport
from corpus import ArticleRef, Rejected

REASON_CHARS = 60


def report_lines(report: ReindexReport, words: Words) -> list[str]:
    """Return how much there is now, and what became of the sample."""
    built = report.report
    lines = [words("reindex-totals", articles=built.articles, passages=built.passages, seconds=f"{built.took_s:.1f}")]
    if report.sample:
        lines.append(words("reindex-sample"))
    if report.dropped_sample:
        lines.append(words("reindex-dropped-sample"))
    if not (built.added or built.changed or built.removed):
        lines.append(words("reindex-unchanged"))
    return lines


def changed_articles(report: ReindexReport, words: Words) -> list[tuple[str, tuple[ArticleRef, ...]]]:
    """Return the articles that were added, changed and removed, each under its heading, as far as there are such."""
    built = report.report
    groups = (("reindex-added", built.added), ("reindex-changed", built.changed), ("reindex-removed", built.removed))
    return [(words(name, count=len(refs)), refs) for name, refs in groups if refs]


def refusal(rejected: Rejected, words: Words) -> str:
    """Return why a file was refused; a code without words of its own is shown by its letters."""
    code = re.sub(r"[^a-z]+", "-", rejected.reason)[:REASON_CHARS]
    return words(f"rejected-{code}") if words.has(f"rejected-{code}") else code


def comparison_lines(found: Comparison, words: Words) -> list[str]:
    """Return how many questions were asked, and how many first answers changed that may be shown."""
    lines = [words("compare-asked", count=found.asked)]
    if found.changes:
        lines.append(words("compare-counts", **{kind: found.count(kind) for kind in KINDS}))
    elif found.asked and not found.hidden:
        lines.append(words("compare-same"))
    return lines

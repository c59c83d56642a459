"""Summaries by extraction: of one article, or of what several say on a topic."""

from corpus.summary.digest import digest
from corpus.summary.single import summarize

__all__ = ["digest", "summarize"]

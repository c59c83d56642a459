"""Articles in, answers out: the library behind Footnote. Pure Python, without Discord and without asyncio.

What is exported here is stable; modules below it may move.
"""

import importlib
import os
from typing import TYPE_CHECKING

# Read when numpy is first imported. Answers stand side by side in threads of ours: those that OpenBLAS would start for
# each product of matrices double the processor time of a digest and save no time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from corpus.article import Article
from corpus.errors import (
    AskerError,
    BuildInProgress,
    CorpusError,
    DamagedIndex,
    DuplicateArticle,
    FolderUnreadable,
    IndexNotWritable,
    InvalidArticle,
    MaintainerError,
    NewerIndex,
    NoIndex,
    OperatorError,
    ReaderUnavailable,
    UnknownArticle,
)
from corpus.index.folder import current_build
from corpus.library import Library
from corpus.results import (
    ArticleRef,
    BuildReport,
    Candidate,
    Choices,
    Event,
    Evidence,
    Fact,
    Filters,
    Hit,
    NoMatch,
    Profile,
    Progress,
    Rejected,
    Role,
    SearchResults,
    Several,
    Snippet,
    Summary,
    SummarySentence,
)

if TYPE_CHECKING:
    from corpus.index.builder import build_index
    from corpus.reading.aliases import Aliases
    from corpus.reading.folder import Reading, iter_folder, read_aliases, read_folder
else:
    # What reads and builds takes half of the time of an import, and what only answers needs none of it.
    _LATER = {"Aliases": "corpus.reading.aliases", "build_index": "corpus.index.builder"} | dict.fromkeys(
        ("Reading", "iter_folder", "read_aliases", "read_folder"), "corpus.reading.folder"
    )

    def __getattr__(name: str) -> object:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(importlib.import_module(_LATER[name]), name)


__all__ = [
    "Aliases",
    "Article",
    "ArticleRef",
    "AskerError",
    "BuildInProgress",
    "BuildReport",
    "Candidate",
    "Choices",
    "CorpusError",
    "DamagedIndex",
    "DuplicateArticle",
    "Event",
    "Evidence",
    "Fact",
    "Filters",
    "FolderUnreadable",
    "Hit",
    "IndexNotWritable",
    "InvalidArticle",
    "Library",
    "MaintainerError",
    "NewerIndex",
    "NoIndex",
    "NoMatch",
    "OperatorError",
    "Profile",
    "Progress",
    "ReaderUnavailable",
    "Reading",
    "Rejected",
    "Role",
    "SearchResults",
    "Several",
    "Snippet",
    "Summary",
    "SummarySentence",
    "UnknownArticle",
    "build_index",
    "current_build",
    "iter_folder",
    "read_aliases",
    "read_folder",
]

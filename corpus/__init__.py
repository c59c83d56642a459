"""Articles in, answers out: the library behind Footnote. Pure Python, without Discord and without asyncio.

What is exported here is stable; modules below it may move.
"""

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
from corpus.index.builder import build_index
from corpus.index.folder import current_build
from corpus.library import Library
from corpus.reading import Aliases, Reading, iter_folder, read_aliases, read_folder
from corpus.results import (
    ArticleRef,
    BuildReport,
    Candidate,
    Choices,
    Evidence,
    Filters,
    Hit,
    NoMatch,
    Profile,
    Progress,
    Rejected,
    Role,
    SearchResults,
    Snippet,
    Summary,
    SummarySentence,
)

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
    "Evidence",
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

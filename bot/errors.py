"""What can go wrong in the bot, by whose fault it is; :mod:`bot.messages.errors` turns each into words.

BotError
├── AskerFault              the person who asked can do something about it
│   ├── NotAdmitted         asked from a place, or by a person, that this installation does not serve
│   │   ├── MembershipUnknown  Discord does not say whether it serves the person
│   │   └── HomeUnknown     nobody has said which of the bot's servers this installation serves
│   ├── NotManager          needs Manage Server in a home server
│   ├── BlankQuestion
│   ├── AnswerExpired       the state behind a button is gone
│   ├── PrivateAnswer       somebody else's answer, which only they may see
│   ├── StaleCommand        Discord still shows a command of another version
│   ├── ChangeGone          a change of the articles was decided about, or waited for too long
│   ├── ArticleFileMissing  an article's file is not in the operator's folder
│   ├── AliasUnusable       what an admin would list as a name is none
│   ├── AliasIncomplete     ... or whose name it is, or how else that is written, is missing
│   ├── LogMissing          nobody has asked anything yet
│   ├── BuildGone           a build of the index was removed, after two newer ones
│   ├── ReindexRunning
│   └── TooBusy             too many questions wait already
└── OperatorFault           whoever hosts the bot can do something about it
    ├── SettingsInvalid     carries every error at once
    ├── TokenMissing
    ├── PortInUse
    ├── DataLocked          another process writes the log or the state
    ├── NewerData           a database was written by a newer version
    ├── ExtraMissing
    ├── DataFault           the disk refused: DataUnwritable, DataUnreadable, or lost what it held: LogDamaged
    └── ReasonedFault       something else did: TokenRefused, DiscordUnreachable, CompareFailed, ReindexFailed
Errors of :mod:`corpus.errors` pass through unchanged.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# Something to say of a setting: a message of the catalogues, and what stands in it.
Remark = tuple[str, Mapping[str, str]]


class BotError(Exception):
    """The base of every error that the bot raises on purpose."""


class AskerFault(BotError):
    """The person who asked can do something about it."""


class OperatorFault(BotError):
    """Whoever hosts the bot can do something about it."""


class ReasonedFault(OperatorFault):
    """Something else refused; ``reason`` is what it said, or a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DataFault(OperatorFault):
    """The disk refused a file of the data folder."""

    refused = ""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be {self.refused}: {reason}")
        self.path = path
        self.reason = reason

    @classmethod
    @contextmanager
    def of(cls, path: Path, faults: tuple[type[Exception], ...] = (OSError,)) -> Iterator[None]:
        """Raise this in the place of what the disk raises."""
        try:
            yield
        except faults as error:
            raise cls(path, cause_of(error)) from error


class NotAdmitted(AskerFault):
    """Asked from a place, or by a person, that this installation does not serve."""


class MembershipUnknown(NotAdmitted):
    """Discord does not say who somebody is here; asking again in a moment helps."""


class HomeUnknown(NotAdmitted):
    """The bot is in several servers, and nobody has said which of them it serves."""


class NotManager(AskerFault):
    """The person may not manage this installation."""


class BlankQuestion(AskerFault):
    """Nothing to search for is left of the question."""


class AnswerExpired(AskerFault):
    """The state behind a button is gone: older than 30 days, erased, or of another version."""


class PrivateAnswer(AskerFault):
    """The answer was given to somebody else alone."""


class StaleCommand(AskerFault):
    """Discord still shows a command as another version of the bot declared it."""


class ChangeGone(AskerFault):
    """Files that waited for a decision are gone: somebody has decided, or a day has passed."""


class ArticleFileMissing(AskerFault):
    """An article has no file in the operator's folder: it is of the sample, or its file was moved."""


class AliasUnusable(AskerFault):
    """What an admin would list as a name is none, or the file of aliases cannot be read."""

    def __init__(self, name: str, form: str) -> None:
        super().__init__(name)
        self.name = name
        self.form = form


class AliasIncomplete(AskerFault):
    """An admin named somebody without another form of the name, or a form without saying whose."""


class LogMissing(AskerFault):
    """There is no log to look through: nobody has asked anything yet."""


class BuildGone(AskerFault):
    """A build of the index is not there any more: two newer ones were made."""


class ReindexRunning(AskerFault):
    """A reindex is under way already."""


class TooBusy(AskerFault):
    """Too many questions wait for an answer already; asking again in a moment helps."""


class SettingsInvalid(OperatorFault):
    """The settings cannot be used; ``problems`` are remarks, one for each error."""

    def __init__(self, problems: tuple[Remark, ...]) -> None:
        super().__init__("; ".join(f"{message} {', '.join(data.values())}" for message, data in problems))
        self.problems = problems


class TokenMissing(OperatorFault):
    """No DISCORD_TOKEN is set."""


class TokenRefused(ReasonedFault):
    """Discord refuses the token, or what the token's application may do."""


class DiscordUnreachable(ReasonedFault):
    """There is no route to Discord."""


class PortInUse(OperatorFault):
    """The playground's port is taken."""

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} is in use")
        self.port = port


class DataLocked(OperatorFault):
    """Another process holds the writer's lock of a data folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"another Footnote process writes to {folder}")
        self.folder = folder


class DataUnwritable(DataFault):
    """A file of the data folder cannot be written."""

    refused = "written"


class DataUnreadable(DataFault):
    """A file of the data folder is missing, or cannot be read."""

    refused = "read"


class LogDamaged(DataFault):
    """The log is no sound database any more; the next start of the bot sets it aside."""

    refused = "read"


class ExtraMissing(OperatorFault):
    """A command needs packages that only an extra of the distribution installs; ``extra`` is its name."""

    def __init__(self, extra: str) -> None:
        super().__init__(f"the extra {extra} is not installed")
        self.extra = extra


class NewerData(OperatorFault):
    """A database was written by a newer version of Footnote."""

    reason = "a newer version wrote it"

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(f"{path} has schema {version}, which a newer version wrote")
        self.path = path
        self.version = version


class CompareFailed(ReasonedFault):
    """The child process that compares two builds ended without a comparison; ``reason`` is its last sentence."""


class ReindexFailed(ReasonedFault):
    """The child process that builds the index ended without a report; ``reason`` is its last sentence."""


def cause_of(error: Exception) -> str:
    """Return what an error says went wrong, without its number."""
    return getattr(error, "strerror", None) or str(error)

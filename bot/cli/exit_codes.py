"""What the program's exit codes mean, and which error ends in which. From 64 on they are those of sysexits.h."""

from enum import IntEnum

from bot.errors import (
    AskerFault,
    BlankQuestion,
    DataLocked,
    DataUnwritable,
    DiscordUnreachable,
    InvalidDate,
    OperatorFault,
    PortInUse,
    ReindexFailed,
    ReindexRunning,
    TokenRefused,
)
from corpus import AskerError, BuildInProgress, DamagedIndex, IndexNotWritable, MaintainerError, OperatorError


class ExitCode(IntEnum):
    """How a run ended, for scripts and service managers."""

    DONE = 0
    NOTHING_FOUND = 1
    USAGE = 2
    UNREACHABLE = 69
    INTERNAL = 70
    UNWRITABLE = 73
    DAMAGED = 74
    TRY_LATER = 75
    REFUSED = 77
    CONFIGURATION = 78
    INTERRUPTED = 130
    BROKEN_PIPE = 141


# The first that fits decides: special classes stand before their base.
_CODES: tuple[tuple[ExitCode, tuple[type[Exception], ...]], ...] = (
    (ExitCode.USAGE, (BlankQuestion, InvalidDate)),
    (ExitCode.TRY_LATER, (BuildInProgress, DataLocked, PortInUse, ReindexRunning)),
    (ExitCode.DAMAGED, (DamagedIndex,)),
    (ExitCode.UNWRITABLE, (DataUnwritable, IndexNotWritable)),
    (ExitCode.UNREACHABLE, (DiscordUnreachable,)),
    (ExitCode.REFUSED, (TokenRefused,)),
    (ExitCode.INTERNAL, (ReindexFailed,)),
    (ExitCode.NOTHING_FOUND, (AskerFault, AskerError)),
    (ExitCode.CONFIGURATION, (MaintainerError, OperatorFault, OperatorError)),
)


def exit_code(error: Exception) -> ExitCode:
    """Return the code that a run ends with after an error of the bot or the corpus; of any other, INTERNAL."""
    return next((code for code, kinds in _CODES if isinstance(error, kinds)), ExitCode.INTERNAL)

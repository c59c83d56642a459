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


# The first class that fits decides: special ones stand before their base.
CODES: tuple[tuple[type[Exception], ExitCode], ...] = (
    (BlankQuestion, ExitCode.USAGE),
    (InvalidDate, ExitCode.USAGE),
    (BuildInProgress, ExitCode.TRY_LATER),
    (DataLocked, ExitCode.TRY_LATER),
    (PortInUse, ExitCode.TRY_LATER),
    (ReindexRunning, ExitCode.TRY_LATER),
    (DamagedIndex, ExitCode.DAMAGED),
    (DataUnwritable, ExitCode.UNWRITABLE),
    (IndexNotWritable, ExitCode.UNWRITABLE),
    (DiscordUnreachable, ExitCode.UNREACHABLE),
    (TokenRefused, ExitCode.REFUSED),
    (ReindexFailed, ExitCode.INTERNAL),
    (AskerFault, ExitCode.NOTHING_FOUND),
    (AskerError, ExitCode.NOTHING_FOUND),
    (MaintainerError, ExitCode.CONFIGURATION),
    (OperatorFault, ExitCode.CONFIGURATION),
    (OperatorError, ExitCode.CONFIGURATION),
)


def exit_code(error: Exception) -> ExitCode:
    """Return the code that a run ends with after an error of the bot or the corpus; of any other, INTERNAL."""
    return next((code for kind, code in CODES if isinstance(error, kind)), ExitCode.INTERNAL)

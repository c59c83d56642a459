"""What the program's exit codes mean, and which error ends in which. From 64 on they are those of sysexits.h."""

from enum import IntEnum

import corpus
from bot import errors


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
    (ExitCode.USAGE, (errors.BlankQuestion,)),
    (ExitCode.TRY_LATER, (corpus.BuildInProgress, errors.DataLocked, errors.PortInUse, errors.ReindexRunning)),
    (ExitCode.DAMAGED, (corpus.DamagedIndex, errors.LogDamaged)),
    (ExitCode.UNWRITABLE, (errors.DataUnwritable, corpus.IndexNotWritable)),
    (ExitCode.UNREACHABLE, (errors.DiscordUnreachable,)),
    (ExitCode.REFUSED, (errors.TokenRefused,)),
    (ExitCode.INTERNAL, (errors.ReindexFailed,)),
    (ExitCode.NOTHING_FOUND, (errors.AskerFault, corpus.AskerError)),
    (ExitCode.CONFIGURATION, (corpus.MaintainerError, errors.OperatorFault, corpus.OperatorError)),
)


def exit_code(error: Exception) -> ExitCode:
    """Return the code that a run ends with after an error of the bot or the corpus; of any other, INTERNAL."""
    return next((code for code, kinds in _CODES if isinstance(error, kinds)), ExitCode.INTERNAL)

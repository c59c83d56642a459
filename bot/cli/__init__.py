"""The command line, `footnote`: one module for a command. What must not live here: a rule that the bot needs too."""

import os
import sys
from collections.abc import Sequence

_INTERRUPTED = 130  # 128 and SIGINT, as shells say it


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end the process with its exit code, quietly where Ctrl-C comes while it still loads.

    Parameters
    ----------
    arguments
        Without the program's name; those of the process where None.
    """
    os.umask(0o077)  # index, log and key are nobody else's business on a shared machine
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  until the process ends
    try:
        from bot.cli.program import outcome  # noqa: PLC0415  Ctrl-C may come while it loads

        sys.exit(outcome(arguments))
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None

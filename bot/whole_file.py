"""Files that are there whole or not at all. What must not live here: what any of them holds."""

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step, private to its owner, in the place of any other; it is on the disk when this returns.

    Raises
    ------
    OSError
        It cannot be written; what stood there stands.
    """
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "wb") as file:  # noqa: PTH123  a descriptor
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)

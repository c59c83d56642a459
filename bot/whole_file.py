"""Files that are there whole or not at all. What must not live here: what any of them holds."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, folder_fd: int | None = None) -> None:
    """Write a file in one step, private to its owner, in the place of any other; it is on the disk when this returns.

    With ``folder_fd`` the path is a name in that open folder, whatever now stands where the folder was.

    Raises
    ------
    OSError
        It cannot be written; what stood there stands, and no draft is left.
    """
    draft = path.with_name(f".{path.name}.new")
    with suppress(FileNotFoundError):
        os.unlink(draft, dir_fd=folder_fd)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        with open(os.open(draft, flags, 0o600, dir_fd=folder_fd), "wb") as file:  # noqa: PTH123  a descriptor
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path, src_dir_fd=folder_fd, dst_dir_fd=folder_fd)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft, dir_fd=folder_fd)
        raise

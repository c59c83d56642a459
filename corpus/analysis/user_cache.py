"""Where this user's processes keep what takes seconds to work out. What must not live here: what that is."""

import os
import stat
from pathlib import Path


def cache_folder(name: str) -> Path | None:
    """Return a folder that only this user can write, None if there is none: what lies in it is taken as it is."""
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        folder = Path(home).expanduser() / "footnote" / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.lstat()
    except (OSError, RuntimeError):
        return None
    ours = stat.S_ISDIR(state.st_mode) and state.st_uid == os.getuid() and not state.st_mode & 0o077
    return folder if ours and os.access(folder, os.W_OK) else None

"""The secret under which user ids are hashed. It never leaves the data folder."""

import logging
import secrets
from pathlib import Path

from bot.errors import DataUnwritable
from bot.storage.backups import stamp
from bot.whole_file import write_whole

_log = logging.getLogger(__name__)

KEY_NAME = "user_key"
_KEY_BYTES = 32


def user_secret(data_dir: Path) -> bytes:
    """Return the secret, made at the first start; a file that holds none is set aside.

    Raises
    ------
    DataUnwritable
        When it cannot be read or made.
    """
    path = data_dir / KEY_NAME
    with DataUnwritable.of(path):
        return _read_key(path) or _make_key(path)


def _read_key(path: Path) -> bytes | None:
    try:
        text = path.read_bytes().strip()
    except FileNotFoundError:
        return None
    try:
        secret = bytes.fromhex(text.decode("ascii"))
    except ValueError:
        secret = b""
    if len(secret) == _KEY_BYTES:
        return secret
    aside = path.with_name(f"{path.name}.damaged-{stamp()}")
    path.rename(aside)
    _log.error("%s holds no key: it is kept as %s; people's older questions are no longer theirs", path, aside.name)
    return None


def _make_key(path: Path) -> bytes:
    secret = secrets.token_bytes(_KEY_BYTES)
    write_whole(path, f"{secret.hex()}\n".encode())
    return secret

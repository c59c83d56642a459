"""What is stored of a user id, and the key file behind the hash. The key never leaves the data folder."""

import hashlib
import hmac
import logging
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import DataUnwritable
from bot.settings import LogUsers

_log = logging.getLogger(__name__)

KEY_NAME = "user_key"
_KEY_BYTES = 32
_HASH_DIGITS = 32


class StoredUsers:
    """A :class:`bot.services.ports.UserKeys`: HMAC-SHA256 under the installation's key, the plain id, or nothing."""

    def __init__(self, mode: LogUsers, secret: bytes) -> None:
        self._mode = mode
        self._secret = secret

    def key(self, user_id: int) -> str | None:
        """Return what is stored of a user id: 32 hex digits, the id itself, or None."""
        if self._mode == "none":
            return None
        hashed, plain = self.forms(user_id)
        return plain if self._mode == "plain" else hashed

    def forms(self, user_id: int) -> tuple[str, str]:
        """Return the hash and the id itself: rows of an earlier mode stand under the other one."""
        hashed = hmac.new(self._secret, str(user_id).encode(), hashlib.sha256).hexdigest()[:_HASH_DIGITS]
        return hashed, str(user_id)


def open_user_keys(mode: LogUsers, data_dir: Path) -> StoredUsers:
    """Read the key, making it at the first start; a file that holds none is set aside.

    Raises
    ------
    DataUnwritable
        When the key cannot be read or made.
    """
    path = data_dir / KEY_NAME
    try:
        return StoredUsers(mode, _read_key(path) or _make_key(path))
    except OSError as error:
        raise DataUnwritable(path, error.strerror or str(error)) from error


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
    aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
    path.rename(aside)
    _log.error("%s holds no key: it is kept as %s; people's older questions are no longer theirs", path, aside.name)
    return None


def _make_key(path: Path) -> bytes:
    secret = secrets.token_bytes(_KEY_BYTES)
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return secret

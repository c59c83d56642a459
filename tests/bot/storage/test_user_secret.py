"""What is stored of a user id in each mode, and the key file's life."""

from pathlib import Path

import pytest

from bot.errors import DataUnwritable
from bot.services.user_keys import UserKeys
from bot.storage.user_secret import KEY_NAME, user_secret
from tests.bot.fakes import FakeState


def keys_in(mode: str, folder: Path) -> UserKeys:
    return UserKeys(mode, user_secret(folder), FakeState())


def test_a_hash_is_stable_over_restarts_and_tells_people_apart(tmp_path: Path) -> None:
    """The same id gives the same 32 digits under one key, another id others."""
    first = keys_in("hash", tmp_path).key(123456789)
    again = keys_in("hash", tmp_path)
    assert first is not None
    assert len(first) == 32
    assert again.key(123456789) == first
    assert again.key(123456788) != first


def test_another_installation_s_hash_is_another(tmp_path: Path) -> None:
    """Without the key file nobody can tell whose hash it is."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert keys_in("hash", tmp_path / "a").key(5) != keys_in("hash", tmp_path / "b").key(5)


def test_the_key_is_private(tmp_path: Path) -> None:
    """The file is 0600 and no draft of it stays."""
    keys_in("hash", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [KEY_NAME]
    assert (tmp_path / KEY_NAME).stat().st_mode & 0o777 == 0o600


def test_what_was_stored_in_another_mode_is_found_in_any(tmp_path: Path) -> None:
    """Both forms of an id are the same whatever the operator set, and the mode says which one is stored."""
    hashed = keys_in("hash", tmp_path).key(5)
    assert keys_in("plain", tmp_path).key(5) == "5"
    assert keys_in("none", tmp_path).key(5) is None
    assert {keys_in(mode, tmp_path).forms(5) for mode in ("hash", "plain", "none")} == {(hashed, "5")}


@pytest.mark.parametrize("content", [b"", b"abcd\n", b"zz" * 32, b"\xff" * 64])
def test_a_file_that_holds_no_key_is_set_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    """A fresh key is made and the operator is told."""
    (tmp_path / KEY_NAME).write_bytes(content)
    assert keys_in("hash", tmp_path).key(5) == keys_in("hash", tmp_path).key(5)
    assert len(list(tmp_path.glob(f"{KEY_NAME}.damaged-*"))) == 1
    assert "holds no key" in caplog.text


def test_a_key_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder in its place is an error with the path, not a new key."""
    (tmp_path / KEY_NAME).mkdir()
    with pytest.raises(DataUnwritable) as caught:
        keys_in("hash", tmp_path)
    assert caught.value.path == tmp_path / KEY_NAME

"""The lock of a data folder: one writing process at a time, and none left behind by a dead one."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import DataLocked, DataUnwritable
from bot.storage.data_lock import data_lock

HOLDER = """
import pathlib, sys, time
from bot.storage.data_lock import data_lock
with data_lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
ROOT = Path(__file__).resolve().parents[3]


def test_another_process_is_refused_until_the_holder_dies(tmp_path: Path) -> None:
    """While a child holds the lock we are told so; once it is killed the lock is free."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(DataLocked) as caught, data_lock(tmp_path):
            pass
        assert caught.value.folder == tmp_path
        child.kill()
    with data_lock(tmp_path):
        pass


def test_a_missing_folder_is_made_private(tmp_path: Path) -> None:
    """The first start makes data/ for its owner alone."""
    folder = tmp_path / "deep" / "data"
    with data_lock(folder):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_file_in_the_folder_s_place_is_unwritable(tmp_path: Path) -> None:
    """The operator gets the path and the system's reason."""
    path = tmp_path / "data"
    path.touch()
    with pytest.raises(DataUnwritable) as caught, data_lock(path):
        pass
    assert caught.value.path == path

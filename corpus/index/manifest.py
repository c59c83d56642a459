"""What an index build says of itself, and whether its files are still what it says.

What must not live here: where builds lie and which one serves (:mod:`corpus.index.folder`).
"""

import hashlib
import io
import json
import os
import re
import stat
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import Damage, DamagedIndex, NewerIndex

# Counted up whenever an older version could not read what this one writes. What is older than the first is built anew.
FIRST_FORMAT = FORMAT = 6
# A passage's id is the position of its article, shifted by so many bits, and its ordinal: ids are in reading order.
PASSAGE_BITS = 20
MANIFEST_FILE = "manifest.json"
STORE_FILE = "store.sqlite"
ENGINE_FOLDER = "engine"
# A larger file is read through when a build starts from it and when somebody asks, not at every start: a gigabyte takes
# seconds. Until then its size is looked at, and SQLite and tantivy tell of what they cannot read.
READ_THROUGH_BYTES = 32 * 2**20
_MANIFEST_BYTES = 2**20
_FILE_NAME = re.compile(rf"(?:{ENGINE_FOLDER}/)?[a-z0-9_-][a-z0-9_.-]*")
_OPEN_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMark:
    """The size and SHA-256 of a file of the build."""

    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Averages:
    """Mean lengths in terms: of passages (W, U, B), of sentences (U, B) and of titles (W, U, B)."""

    passage_w: float = 0.0
    passage_u: float = 0.0
    passage_b: float = 0.0
    sentence_u: float = 0.0
    sentence_b: float = 0.0
    title_w: float = 0.0
    title_u: float = 0.0
    title_b: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One immutable build.

    ``analysis`` names segmenter, OpenCC and rules; ``fingerprint`` the input; ``built_at`` is ISO UTC.
    """

    format: int
    build: str
    built_at: str
    analysis: str
    engine: str
    fingerprint: str
    articles: int
    passages: int
    averages: Averages
    files: dict[str, FileMark]


def mark_files(build: Path) -> dict[str, FileMark]:
    """Read the files of a build through and return their marks by name; not its manifest nor what an engine hides."""
    paths = sorted(path for path in build.rglob("[!.]*") if path.is_file() and path.name != MANIFEST_FILE)
    return {path.relative_to(build).as_posix(): _mark_file(path) for path in paths}


def manifest_json(manifest: Manifest) -> str:
    """Return the text of the manifest's file."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n"


def read_manifest(folder: Path, *, read_through: bool = False) -> Manifest:
    """Read a build's manifest and check its files against it: the content of small ones, the size of all.

    Parameters
    ----------
    folder
        The build's.
    read_through
        Whether the content of every file is checked.

    Raises
    ------
    DamagedIndex
        The manifest or a file is missing, unreadable, or not as written.
    NewerIndex
        A newer version wrote the build.
    """
    build = folder.name
    reading = MANIFEST_FILE
    try:
        with open_regular(folder / MANIFEST_FILE) as file:
            fields = json.loads(file.read(_MANIFEST_BYTES).decode("utf-8"))
        if fields["format"] > FORMAT:
            raise NewerIndex(build, fields["format"])
        if fields["format"] < FIRST_FORMAT:
            raise DamagedIndex(build, Damage.OLD_FORMAT, detail=str(fields["format"]))
        fields["averages"] = Averages(**fields["averages"])
        fields["files"] = {str(name): FileMark(**mark) for name, mark in fields["files"].items()}
        manifest = Manifest(**fields)
        for reading, mark in manifest.files.items():
            _check_file(folder, reading, mark, read_through=read_through)
    except OSError as error:
        raise DamagedIndex(build, Damage.UNREADABLE, reading, error.strerror or str(error)) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedIndex(build, Damage.CHANGED, reading) from error
    return manifest


def open_regular(path: Path) -> io.BufferedReader:
    """Open a regular file to be read; neither follows a link nor waits for a pipe, but raises OSError."""
    file = os.fdopen(os.open(path, _OPEN_FILE), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError("no regular file")
    return file


def _mark_file(path: Path) -> FileMark:
    with open_regular(path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return FileMark(size_bytes=file.tell(), sha256=digest)


def _check_file(folder: Path, name: str, mark: FileMark, *, read_through: bool) -> None:
    path = folder / name
    # The size first: what is longer is never read.
    if not _FILE_NAME.fullmatch(name) or path.lstat().st_size != mark.size_bytes:
        raise ValueError(name)
    if (read_through or mark.size_bytes <= READ_THROUGH_BYTES) and _mark_file(path) != mark:
        raise ValueError(name)

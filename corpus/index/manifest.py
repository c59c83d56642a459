"""What an index build says of itself, and whether its files are still what it says.

What must not live here: where builds lie and which one serves (:mod:`corpus.index.folder`).
"""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import DamagedIndex, NewerIndex

# Counted up whenever an older version could not read what this one writes.
FORMAT = 1
MANIFEST_FILE = "manifest.json"
_FILE_NAME = re.compile(r"[a-z0-9_.-]+")
STORE_FILE = "store.sqlite"


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


def mark_file(path: Path) -> FileMark:
    """Read a file through and return what a manifest says of it."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return FileMark(size_bytes=file.tell(), sha256=digest)


def manifest_json(manifest: Manifest) -> str:
    """Return the text of the manifest's file."""
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n"


def read_manifest(folder: Path) -> Manifest:
    """Read a build's manifest and check its files against it.

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
        fields = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
        if fields["format"] > FORMAT:
            raise NewerIndex(build, fields["format"])
        fields["averages"] = Averages(**fields["averages"])
        fields["files"] = {str(name): FileMark(**mark) for name, mark in fields["files"].items()}
        manifest = Manifest(**fields)
        for reading, mark in manifest.files.items():
            _check_file(folder, reading, mark)
    except OSError as error:
        raise DamagedIndex(build, f"{reading}: {error.strerror or error}") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedIndex(build, f"{reading} is not as it was written") from error
    return manifest


def _check_file(folder: Path, name: str, mark: FileMark) -> None:
    path = folder / name
    # The size first: what is longer, or a pipe, is never read.
    if not _FILE_NAME.fullmatch(name) or path.stat().st_size != mark.size_bytes or mark_file(path) != mark:
        raise ValueError(name)

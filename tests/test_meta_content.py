"""What must not stand in any file of the project: a machine's paths, a registry's host, another author's sentences."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUN = 22  # characters in a row, white space and punctuation apart, that are no chance
TEXT = {".py", ".md", ".txt", ".json", ".jsonl", ".toml", ".yaml", ".yml"}
TEXT |= {".html", ".js", ".css", ".ftl", ".csv", ".svg"}
PLACES = re.compile(r"/(?:work|root)/|/tmp/[a-z]|/home/[a-z]|pythonhosted|pypi\.org/simple|registry\.npmjs")


def tracked() -> list[Path]:
    """Return the text files that git knows, or would with the next `git add`."""
    run = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return [path for name in run.stdout.splitlines() if (path := ROOT / name).is_file()]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\W_]+", "", text)


def runs(text: str) -> set[str]:
    return {text[start : start + RUN] for start in range(len(text) - RUN + 1)}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="ignore")


def test_no_machine_path_and_no_registry_is_named() -> None:
    """The project reads the same on every machine."""
    found = {path.name: PLACES.findall(read(path)) for path in tracked() if path != Path(__file__)}
    assert not {name: places for name, places in found.items() if places}


def test_no_sentence_of_the_outside_material_stands_in_the_project(material: Path) -> None:
    """The sample and the tests are in our own words."""
    known = set().union(*(runs(squeezed(read(path))) for path in (material / "seeds").glob("*.txt")))
    assert known
    copies = {
        path.relative_to(ROOT).as_posix(): sorted(both)[:1]
        for path in tracked()
        if path.suffix in TEXT and (both := known & runs(squeezed(read(path))))
    }
    assert not copies

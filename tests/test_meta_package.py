"""The built package works by itself: with its catalogues, page and sample, outside any checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.patience import GUARD_S

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel offline and unpack it, as an installer would; return the folder."""
    folder = tmp_path_factory.mktemp("package")
    command = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "wheel",
        "--quiet",
        "--no-index",
        "--no-deps",
    ]
    subprocess.run([*command, "--no-build-isolation", "--wheel-dir", folder, ROOT], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder


def footnote(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=installed,
        env={"PYTHONPATH": str(installed / "site"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=GUARD_S,
    )


def test_the_installed_program_answers_from_its_sample(installed: Path) -> None:
    """Whoever installs the package alone can ask at once."""
    run = footnote(installed, "search", "谁创办了 DeepMind")
    assert run.returncode == 0, run.stderr
    assert "DeepMind" in run.stdout


def test_the_installed_package_holds_what_it_needs(installed: Path) -> None:
    """Catalogues, the page, the sample with its licence and the typing marks are shipped; tests are not."""
    site = installed / "site"
    assert {path.suffix for path in (site / "bot" / "playground" / "page").iterdir()} >= {".html"}
    assert len(list((site / "bot" / "messages").glob("*.ftl"))) == 3
    assert {path.name for path in (site / "bot" / "sample").iterdir()} == {
        path.name for path in (ROOT / "seeds").iterdir()
    }
    assert (site / "bot" / "cli" / "log_guide.yaml").exists()
    assert (site / "bot" / "py.typed").exists()
    assert (site / "corpus" / "py.typed").exists()
    assert {path.name for path in site.iterdir() if path.suffix != ".dist-info"} == {"bot", "corpus"}

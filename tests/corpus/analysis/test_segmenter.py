"""Where jieba may keep its cache, and that both segmenters cut alike."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.analysis import segmenter

CUT = "from corpus.analysis.segmenter import search_words, segmenter_name, tag_words; "
WITHOUT_RJIEBA = "import sys; sys.modules['rjieba'] = None; "
MUSEUM, RARE, LONG = "山城的钟表博物馆收藏了三百座古董钟", "郑昊翀在山城说", "山城 3.5% GPT-4！\n龘龘龘" * 200
TELL = (
    f"import json; words = search_words({MUSEUM!r}); rare, long = map(list, map(tag_words, ({RARE!r}, {LONG!r}))); "
    "print(json.dumps([segmenter_name(), words, rare, long]))"
)


def run(code: str, cache: Path) -> str:
    """Run code in a fresh interpreter whose user cache is the folder."""
    root = Path(__file__).parents[3]
    environment = {"XDG_CACHE_HOME": str(cache), "HOME": str(cache), "TMPDIR": str(cache), "PYTHONPATH": str(root)}
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert not result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the user cache that both segmenters have been used with."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def told(cache: Path) -> dict[str, list]:
    """Return what each segmenter makes of three texts: its name, words to search for, and tagged words of two."""
    starts = {"rjieba": CUT, "jieba": WITHOUT_RJIEBA + CUT}
    return {name: json.loads(run(start + TELL, cache)) for name, start in starts.items()}


def test_jieba_stands_in_for_rjieba(told: dict[str, list]) -> None:
    """Without rjieba the same words come out, and the name says who cut them."""
    for name, (said, words, *_) in told.items():
        assert said.split()[0] == name
        assert words == told["rjieba"][1] != []


def test_a_name_loads_no_dictionary(tmp_path: Path) -> None:
    """Who only asks what cuts words, as a build whose words others cut does, does not pay for it."""
    assert run(CUT + "segmenter_name(); import sys; print('rjieba' in sys.modules)", tmp_path).strip() == "False"


@pytest.mark.usefixtures("told")
def test_the_cache_is_ours_alone(cache: Path) -> None:
    """Jieba's cache lies in a folder that nobody else may enter, and nowhere else."""
    folder = cache / "footnote" / "jieba"
    assert folder.stat().st_mode & 0o077 == 0
    assert list(cache.rglob("jieba.cache")) == [folder / "jieba.cache"]


def test_a_folder_that_others_may_write_is_not_used(tmp_path: Path) -> None:
    """Jieba unmarshals its cache unchecked: where others could have put one, there is none."""
    folder = tmp_path / "footnote" / "jieba"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    run(WITHOUT_RJIEBA + CUT + "print(len(list(tag_words('山城的钟'))))", tmp_path)
    assert not list(tmp_path.rglob("jieba.cache"))


def test_no_home_is_no_failure(tmp_path: Path) -> None:
    """Where no cache folder can be made, words are cut all the same."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    code = WITHOUT_RJIEBA + CUT + "print(*tag_words('山城')[0])"
    assert run(f"import os; os.environ['XDG_CACHE_HOME'] = {str(blocked)!r}; " + code, tmp_path).split()[0] == "山城"


@pytest.mark.parametrize("length", [1, 399, 400, 401, 1000])
def test_no_character_is_lost_at_the_cut(length: int) -> None:
    """Runs are cut at 400 characters without losing one."""
    run_of_han = "龘" * length
    assert "".join(segmenter.search_words(run_of_han)).count("龘") >= length


@pytest.mark.parametrize("name", ["rjieba", "jieba"])
def test_tagged_words_are_the_text(told: dict[str, list], name: str) -> None:
    """Nothing is lost or added between the words; a name is one word and a name, though its last character is rare."""
    *_, rare, long = told[name]
    assert rare == [["郑昊翀", "nr"], ["在", "p"], ["山城", "ns"], ["说", "v"]]
    assert "".join(word for word, _ in long) == LONG

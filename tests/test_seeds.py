"""The sample articles: their make, their licence, and that no wording of the originals stands in them."""

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import opencc
import pytest
import yaml

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FILES = sorted(SEEDS.glob("*.md"))
COUNTS = {"zh-Hans": 10, "zh-Hant": 7, "en": 7}
FIELDS = {"id", "title", "author", "source", "date", "language", "based_on"}
HAN_RUN, WORD_RUN, SQUEEZED_RUN = 15, 8, 22
SIMPLIFIED_ONLY = set("们这说为个时过来国发会对开还业产从动现实网资讯视频种样")
HAN = "\u3400-\u4dbf\u4e00-\u9fff"

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def front_matter(path: Path) -> dict:
    """Return the YAML block above the body."""
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n", 2)[1])


def body(path: Path) -> str:
    """Return the article's text without title and front matter."""
    return path.read_text(encoding="utf-8").split("---\n", 2)[2].strip()


def runs(sequence: list[str] | str, length: int) -> set[str]:
    """Return every run of `length` neighbours, joined."""
    joint = "" if isinstance(sequence, str) else " "
    return {joint.join(sequence[i : i + length]) for i in range(len(sequence) - length + 1)}


def simplified(text: str) -> str:
    """Return the text in one script, so that a copy in the other one is seen too."""
    return opencc.OpenCC("t2s").convert(text)


def han_only(text: str) -> str:
    """Return the Han characters alone: punctuation or a Latin word between them hides no copy."""
    return simplified(re.sub(rf"[^{HAN}]", "", text))


def latin_words(text: str) -> list[str]:
    """Return the words in Latin letters, lower case."""
    return re.findall(r"[a-z0-9à-ɏ']+", text.lower())


def squeezed(text: str) -> str:
    """Return letters, digits and characters without anything between them."""
    return re.sub(r"[\s\W_]+", "", text)


@pytest.fixture(scope="module")
def known_runs(material: Path) -> tuple[set[str], set[str], set[str]]:
    """Return the originals' runs of Han characters, of Latin words and of squeezed characters."""
    paths = sorted((material / "seeds").glob("*.txt"))
    assert paths, "no originals in FOOTNOTE_MATERIAL"
    raw = "\n\n".join(path.read_text(encoding="utf-8", errors="ignore") for path in paths)
    clean = re.sub(rf"(?<=[{HAN}])\([a-z\u00e0-\u01dc]+\)", "", raw)  # without pinyin glosses
    return (
        runs(han_only(raw), HAN_RUN) | runs(han_only(clean), HAN_RUN),
        runs(latin_words(clean), WORD_RUN),
        runs(squeezed(raw), SQUEEZED_RUN) | runs(squeezed(clean), SQUEEZED_RUN),
    )


def test_counts_by_language() -> None:
    """The sample holds as many articles in each language as it promises, and nothing else but its licence."""
    assert Counter(front_matter(path)["language"] for path in FILES) == COUNTS
    assert {path.name for path in SEEDS.iterdir()} - {path.name for path in FILES} == {"LICENSE"}


def test_licence_names_itself_and_the_authors() -> None:
    """The licence file names CC BY 4.0, links to its legal code and says whom to credit."""
    text = (SEEDS / "LICENSE").read_text(encoding="utf-8")
    assert "Creative Commons Attribution 4.0 International" in text
    assert "https://creativecommons.org/licenses/by/4.0/legalcode" in text
    assert "Attribution: Footnote contributors" in text


def test_titles_differ() -> None:
    """No two articles share a title."""
    titles = [front_matter(path)["title"] for path in FILES]
    assert len(set(titles)) == len(titles)


@each_file
def test_front_matter(path: Path) -> None:
    """Each article carries the same fields, an id that is its file's name, and the originals its facts come from."""
    data = front_matter(path)
    assert set(data) == FIELDS
    assert data["id"] == path.stem
    assert re.fullmatch(r"[a-z0-9-]{1,32}", path.stem)
    assert (data["author"], data["source"]) == ("Footnote contributors", "Footnote samples")
    assert isinstance(data["date"], dt.date)
    assert data["based_on"]
    for original in data["based_on"]:
        assert {"title", "date"} <= set(original) <= {"title", "outlet", "date"}


@each_file
def test_length_and_paragraphs(path: Path) -> None:
    """A body has 500 to 1,500 characters in plain paragraphs with one blank line between them."""
    text = body(path)
    assert 500 <= len(text) <= 1500
    assert "\n" not in text.replace("\n\n", "")
    assert not re.search(r"^[#>*\-|]|[*_`<\[]", text, re.MULTILINE)


@each_file
def test_script_is_the_declared_one(path: Path) -> None:
    """Simplified articles have no Traditional character, Traditional ones no Simplified one, English ones names."""
    language, text = front_matter(path)["language"], body(path)
    han = re.sub(rf"[^{HAN}]", "", text)
    if language == "en":
        assert len(han) < len(text) / 40
    elif language == "zh-Hans":
        assert simplified(han) == han
    else:
        changed = sum(a != b for a, b in zip(han, simplified(han), strict=True))
        assert changed > len(han) / 10
        assert not set(han) & SIMPLIFIED_ONLY


@each_file
def test_no_wording_of_the_originals(path: Path, known_runs: tuple[set[str], set[str], set[str]]) -> None:
    """Title and body share no run of 15 Han characters, 8 Latin words or 22 squeezed characters with an original."""
    han, words, dense = known_runs
    text = f"{front_matter(path)['title']}\n{body(path)}"
    assert sorted(runs(han_only(text), HAN_RUN) & han) == []
    assert sorted(runs(latin_words(text), WORD_RUN) & words) == []
    assert sorted(runs(squeezed(text), SQUEEZED_RUN) & dense) == []
    whole = path.read_text(encoding="utf-8")
    assert sorted(runs(squeezed(whole), SQUEEZED_RUN) & dense) == []

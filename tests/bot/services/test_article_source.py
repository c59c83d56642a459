"""Which folder is indexed: the operator's, or the sample while that holds no article."""

from pathlib import Path

import pytest

from bot.services import article_source
from bot.services.article_source import build, sample_folder
from bot.settings import Settings
from corpus import FolderUnreadable, Progress


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return settings over an empty data folder, and a sample of two articles."""
    sample = tmp_path / "shipped"
    sample.mkdir()
    (sample / "one.md").write_text("# The lighthouse\n\nA keeper lit the lamp each night for forty years.\n")
    (sample / "two.md").write_text("# 渡口\n\n老船夫每天清晨在渡口等第一班客人。\n", encoding="utf-8")
    monkeypatch.setattr(article_source, "sample_folder", lambda: sample)
    (tmp_path / "data").mkdir()
    return Settings(data_dir=tmp_path / "data", articles_dir=tmp_path / "data" / "articles")


def add_article(settings: Settings, name: str = "own.md") -> None:
    """Put an article into the operator's folder."""
    settings.articles_dir.mkdir(exist_ok=True)
    (settings.articles_dir / name).write_text(f"# Our club {name}\n\nThe notes of {name} lie in the old mill.\n")


def titles(report) -> set[str]:
    """Return the titles that a reindex added."""
    return {ref.title for ref in report.report.added}


def test_a_missing_folder_means_the_sample(settings: Settings) -> None:
    """A fresh installation answers from the sample, and progress is told from reading to writing."""
    seen: list[Progress] = []
    report = build(settings, seen.append)
    assert report.sample
    assert not report.dropped_sample
    assert titles(report) == {"The lighthouse", "渡口"}
    assert [seen[0].stage, seen[-1].stage] == ["reading", "writing"]


def test_progress_counts_the_files_of_one_s_own(settings: Settings) -> None:
    """Reading is the longest stage of a first build: how far it is can be told, of how many."""
    for number in range(3):
        add_article(settings, f"{number}.md")
    seen: list[Progress] = []
    build(settings, seen.append)
    read = [(step.done, step.total) for step in seen if step.stage == "reading"]
    assert read == [(0, None), (1, 3), (2, 3), (3, 3)]


def test_a_folder_without_articles_means_the_sample(settings: Settings) -> None:
    """Files that could not be read are reported beside it, for whoever put them there."""
    settings.articles_dir.mkdir()
    (settings.articles_dir / "aliases.toml").write_text("[aliases]\n")
    (settings.articles_dir / "photo.png").write_bytes(b"\x89PNG\x00\x00")
    report = build(settings)
    assert report.sample
    assert [rejected.origin for rejected in report.rejected] == ["photo.png"]


def test_what_cannot_be_used_of_the_aliases_is_reported(settings: Settings) -> None:
    """Whoever keeps them learns the line, as of a file that could not be read; the rest is used."""
    add_article(settings)
    (settings.articles_dir / "aliases.toml").write_text('[aliases]\nbroken\n"Ada Moss" = ["Moss"]\n')
    assert [(bad.origin, bad.reason) for bad in build(settings).rejected] == [("aliases.toml:2", "bad_alias")]


def test_the_first_article_of_one_s_own_drops_the_sample_once(settings: Settings) -> None:
    """The report says so the first time and never again."""
    build(settings)
    add_article(settings)
    report = build(settings)
    assert (report.sample, report.dropped_sample) == (False, True)
    assert {ref.title for ref in report.report.removed} == {"The lighthouse", "渡口"}
    add_article(settings, "second.md")
    report = build(settings)
    assert (report.sample, report.dropped_sample) == (False, False)
    assert titles(report) == {"Our club second.md"}


def test_a_folder_that_is_gone_is_not_taken_for_an_empty_one(settings: Settings) -> None:
    """An unmounted disk must not replace a community's articles with the sample."""
    add_article(settings)
    build(settings)
    (settings.articles_dir / "own.md").unlink()
    settings.articles_dir.rmdir()
    with pytest.raises(FolderUnreadable):
        build(settings)


def test_the_sample_ships_with_the_code() -> None:
    """In a checkout it is seeds/ beside the packages."""
    assert sample_folder().name in ("seeds", "sample")
    assert sample_folder().is_dir()


def test_what_files_gave_is_kept_for_the_next_time(settings: Settings) -> None:
    """A second reading of the same files finds it in the data folder, and a damaged one does no harm."""
    add_article(settings)
    build(settings)
    kept = settings.data_dir / "cache" / "reading.sqlite"
    assert kept.stat().st_size
    kept.write_bytes(b"damaged" * 1_000)
    assert build(settings).report.articles == 1
    assert kept.read_bytes().startswith(b"SQLite format 3")

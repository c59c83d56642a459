"""Building: what stands in the store afterwards, what is reported, what is reused, what is refused."""

import errno
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import (
    Article,
    BuildInProgress,
    DuplicateArticle,
    IndexNotWritable,
    InvalidArticle,
    Library,
    Progress,
    build_index,
    current_build,
)
from corpus.index import builder, writer
from corpus.index.analysed import AnalysedArticle, analyse
from corpus.index.store import Store

ROOT = Path(__file__).parents[3]


def ids(refs: tuple) -> list[str]:
    return [ref.id for ref in refs]


def test_the_first_build_adds_everything(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """Every article stands in the store as given, and the report names each as added."""
    report = build_index(articles, tmp_path)
    assert ids(report.added) == [article.id for article in articles]
    assert (report.changed, report.removed, report.articles) == ((), (), len(articles))
    with Library.open(tmp_path) as library:
        assert tuple(library.articles) == articles
        assert (library.build, library.engine, library.passages) == (report.build, "rank-bm25", report.passages)
        assert not library.outdated


def test_the_report_is_against_the_build_before(tmp_path: Path, make_article, articles: tuple[Article, ...]) -> None:
    """A new article is added, another text is a change, what is not given any more is removed."""
    build_index(articles, tmp_path)
    changed = replace(articles[1], text=articles[1].text + "閉館日是星期一。")
    report = build_index([articles[0], changed, make_article("new")], tmp_path)
    assert (ids(report.added), ids(report.changed), ids(report.removed)) == (["new"], ["museum"], ["orchard", "long"])


def test_unchanged_articles_are_not_analysed_again(
    tmp_path: Path, articles: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Content decides: under another id, too, an article is reused; the store comes out the same."""
    build_index(articles, tmp_path / "a")
    first = store_dump(tmp_path / "a")
    analysed: list[str] = []

    def counting(article: Article) -> AnalysedArticle:
        analysed.append(article.id)
        return analyse(article)

    monkeypatch.setattr(builder, "analyse", counting)
    build_index(
        [*articles[1:], replace(articles[0], id="renamed"), replace(articles[0], text="新的。")], tmp_path / "a"
    )
    assert analysed == ["harbour"]
    build_index(articles, tmp_path / "a")
    assert analysed == ["harbour"]
    assert store_dump(tmp_path / "a") == first


def store_dump(folder: Path) -> list[str]:
    with Library.open(folder) as library:
        return sorted(library._store.connection().iterdump())


def test_however_articles_come_and_go_the_store_is_the_same(
    tmp_path: Path, articles: tuple[Article, ...], make_article, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Statistics that are corrected by what came and went are those of a count from nothing, in any order of articles.

    Also where two articles have one content, and where little fits into memory.
    """
    monkeypatch.setattr(writer, "_COUNTED", 10)
    orchard = replace(articles[2], text="Pears, soils and books. 灯塔。")
    collections = [
        [*articles, make_article("one"), make_article("two")],
        [articles[3], make_article("two"), orchard],
        [make_article("two"), make_article("one"), make_article("three", "灯塔", "灯塔 lighthouse"), *articles[::-1]],
        [],
        [articles[1], orchard],
    ]
    for number, given in enumerate(collections):
        folders = tmp_path / "kept", tmp_path / f"fresh-{number}"
        for folder in folders:
            build_index(given, folder)
        assert store_dump(folders[0]) == store_dump(folders[1])
        kept, fresh = (Store(folder / str(current_build(folder))) for folder in folders)
        assert kept.manifest.averages == fresh.manifest.averages
        kept.close()
        fresh.close()


def test_other_rules_analyse_everything_again(
    tmp_path: Path, articles: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that other rules analysed is reused, and such a build says that it is out of date."""
    monkeypatch.setattr(builder, "analysis_version", lambda: "older rules")
    build_index(articles, tmp_path)
    monkeypatch.undo()
    with Library.open(tmp_path) as library:
        assert library.outdated
        assert library.search("灯塔").hits
    analysed: list[str] = []
    monkeypatch.setattr(builder, "analyse", lambda article: analysed.append(article.id) or analyse(article))
    assert build_index(articles, tmp_path).changed == ()
    assert analysed == [article.id for article in articles]
    with Library.open(tmp_path) as library:
        assert not library.outdated


def test_the_manifest_says_what_stands_there(tmp_path: Path, make_article) -> None:
    """Counts and mean lengths are those of the articles; the fingerprint depends on content and order alone."""
    one, two = make_article("one", "钟", "古董钟。钟表馆。"), make_article("two", "a b", "hale lights")
    build = build_index([one, two], tmp_path).build
    manifest = json.loads((tmp_path / build / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["articles"], manifest["passages"]) == (2, 2)
    assert manifest["averages"]["passage_u"] == (6 + 2) / 2
    assert manifest["averages"]["passage_b"] == (4 + 2) / 2
    assert manifest["averages"]["sentence_u"] == 8 / 3
    assert manifest["averages"]["title_u"] == (1 + 2) / 2
    again = build_index([one, two], tmp_path).build
    assert json.loads((tmp_path / again / "manifest.json").read_text())["fingerprint"] == manifest["fingerprint"]


def test_frequencies_count_passages(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """A term is counted once for each passage that holds it, in each field."""
    build_index(articles, tmp_path)
    with Library.open(tmp_path) as library:
        store = library._store
        passages = store.passages(range(store.passages_total))
        holding = sum("水温" in passage.analysed.units for passage in passages)
        assert holding > 1
        assert store.document_frequency("B", ["水温", "没有"]) == {"水温": holding}
        assert store.document_frequency("W", ["pear", "soil"]) == {"pear": 1, "soil": 1}


def test_nothing_at_all_is_a_build(tmp_path: Path) -> None:
    """No articles make an empty index that opens and answers every question with nothing."""
    report = build_index([], tmp_path)
    assert (report.articles, report.passages) == (0, 0)
    with Library.open(tmp_path) as library:
        assert len(library.articles) == 0
        assert library.search("灯塔").hits == ()
        assert library.search("是谁").total == 0
        assert library.complete_titles("a") == []


def test_any_iterable_is_read_once(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """A generator will do; progress ascends and its total is unknown."""
    seen: list[Progress] = []

    def stream() -> Iterator[Article]:
        yield from articles

    build_index(stream(), tmp_path, progress=seen.append)
    assert [(p.stage, p.done, p.total) for p in seen[:4]] == [("analysing", n, None) for n in (1, 2, 3, 4)]
    assert [(p.stage, p.done, p.total) for p in seen[4:]] == [("writing", 0, 1), ("writing", 1, 1)]


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "a b"},
        {"id": "x" * 33},
        {"id": ""},
        {"title": " "},
        {"text": "\n"},
        {"language": ""},
        {"author": ""},
        {"url": ""},
        {"published": "2023-1"},
        {"origins": ()},
        {"text": "a\ud800"},
    ],
)
def test_an_article_that_breaks_a_rule_is_refused(tmp_path: Path, make_article, fields: dict) -> None:
    """The whole build is refused, and the one before goes on serving."""
    before = build_index([make_article("good")], tmp_path).build
    with pytest.raises(InvalidArticle):
        build_index([make_article("fine"), replace(make_article("bad"), **fields)], tmp_path)
    assert current_build(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([before, "build.lock", "current"])


def test_an_id_stands_once(tmp_path: Path, make_article) -> None:
    """Two articles of one id are refused with the origins of both."""
    with pytest.raises(DuplicateArticle) as caught:
        build_index([make_article("twin"), make_article("other"), make_article("twin", "另一篇")], tmp_path)
    assert caught.value.origins == ("twin.md", "twin.md")


def test_one_build_at_a_time(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """Who comes second is told so at once, and the first build is not disturbed."""
    refusals: list[BuildInProgress] = []

    def build_meanwhile(progress: Progress) -> None:
        if progress.stage == "analysing" and not refusals:
            with pytest.raises(BuildInProgress) as caught:
                build_index(articles, tmp_path)
            refusals.append(caught.value)

    report = build_index(articles, tmp_path, progress=build_meanwhile)
    assert [refusal.folder for refusal in refusals] == [tmp_path]
    assert current_build(tmp_path) == report.build


def test_a_folder_that_cannot_be_written(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """A file in the place of the folder is told as a folder that cannot be written."""
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "index"):
        with pytest.raises(IndexNotWritable) as caught:
            build_index(articles, folder)
        assert caught.value.folder == folder


_FULL = """
import functools, resource, signal, sys
from pathlib import Path
import corpus
from corpus.index import builder
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
point, engine, limit = sys.argv[2], sys.argv[3], int(sys.argv[4])
def article(n):
    return corpus.Article(id=f"n{n}", title=f"第{n}篇", text=f"海鸟{n}回来了。" * 90, language="zh-Hans",
                          author=None, source=None, published=None, url=None, origins=(f"{n}.md",))
corpus.build_index([article(0)], Path(sys.argv[1]))
def limited(write, *arguments):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return write(*arguments)
setattr(builder, point, functools.partial(limited, getattr(builder, point)))
try:
    corpus.build_index([article(n) for n in range(60)], Path(sys.argv[1]), engine=engine)
except corpus.IndexNotWritable as error:
    print("not writable")
"""


@pytest.mark.parametrize(
    ("point", "engine", "limit"),
    [
        ("_add_articles", "rank-bm25", 50_000),
        ("write_engine", "tantivy", 0),
        ("write_engine", "tantivy", 4_000),
        ("manifest_json", "tantivy", 0),
    ],
)
def test_no_room_for_a_build(tmp_path: Path, point: str, engine: str, limit: int) -> None:
    """Where files can grow no further, that is told, nothing of the build stays, and the one before serves."""
    command = [sys.executable, "-W", "ignore", "-c", _FULL, str(tmp_path), point, engine, str(limit)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == "not writable\n"
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1
    with Library.open(tmp_path) as library:
        assert library.damage is None
        assert len(library.articles) == 1


def test_an_unknown_engine_is_refused(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """An engine that does not exist is the caller's mistake; nothing is published."""
    with pytest.raises(ValueError, match="no engine"):
        build_index(articles, tmp_path, engine="crystal-ball")
    assert current_build(tmp_path) is None


def test_a_fault_of_the_articles_is_not_the_folders(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """Where what the caller iterates over may not be read, that is what is raised, and nothing is published."""

    def stream() -> Iterator[Article]:
        yield articles[0]
        raise PermissionError(errno.EACCES, "not yours", "notes.md")

    with pytest.raises(PermissionError, match="not yours"):
        build_index(stream(), tmp_path)
    assert current_build(tmp_path) is None

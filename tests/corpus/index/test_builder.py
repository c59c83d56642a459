"""Building: what stands in the store afterwards, what is reported, what is reused, what is refused."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import (
    Aliases,
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
from corpus.analysis.terms import analysis_version
from corpus.index import builder, places, writer
from corpus.index.folder import builds, new_build_name
from tests.corpus.conftest import make_article
from tests.corpus.index.stores import contents

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


def test_unchanged_articles_are_not_worked_out_again(
    tmp_path: Path, articles: tuple[Article, ...], worked_out: list[str]
) -> None:
    """An article of the same id and content stays as it is, whatever comes and goes around it."""
    build_index(articles, tmp_path)
    assert [*worked_out] == [article.id for article in articles]
    worked_out.clear()
    build_index([replace(articles[0], title="Between"), *articles[1:3], replace(articles[3], text="新的。")], tmp_path)
    assert worked_out == [articles[0].id, articles[3].id]


def test_what_is_known_of_words_outlives_file_and_author(
    tmp_path: Path, articles: tuple[Article, ...], worked_out: list[str]
) -> None:
    """A renamed file, another place and another author cost no work; the copy of an article is worked out once more."""
    build_index(articles, tmp_path / "kept")
    worked_out.clear()
    moved = [
        replace(articles[3], author="Brenna Caddick"),
        replace(articles[0], id="renamed", origins=("renamed.md",)),
        articles[2],
        articles[1],
    ]
    build_index(moved, tmp_path / "kept")
    assert worked_out == []
    build_index(moved, tmp_path / "fresh")
    assert contents(tmp_path / "kept") == contents(tmp_path / "fresh")
    worked_out.clear()
    build_index([*moved, replace(articles[0], id="copy")], tmp_path / "kept")
    assert worked_out == ["copy"]
    with Library.open(tmp_path / "kept") as library:
        assert library.article(articles[3].id).author == "Brenna Caddick"


NAMED = "维莫拉科技首席执行官{}表示，水位不高。他们比较了维莫拉科技、布林德和Oskarin。{}(Wang Qin)毕业于海州大学。"


@st.composite
def collections(draw: st.DrawFn) -> list[Article]:
    """Draw articles in the order of their ids, some of one content, with names that others share."""
    numbers = st.tuples(st.integers(0, 12), st.sampled_from("ab"), st.integers(0, 5))
    chosen = draw(st.lists(numbers, unique_by=lambda one: one[:2], max_size=9))
    texts = (
        NAMED.format("顾清远", "秦望"),
        NAMED.format("薛定山", "秦望") * 3,
        "Professor Brenna Caddick left. Oskarin was founded in 1990. Pears, soils and books.",
        "顧清遠說，燈塔建於1887年。守塔人何小滿沒有來，維莫拉宣布停產。",
        "灯塔的灯光可以照到二十海里以外。" * 70,
        "布林德宣布停产。后来Caddick来了。",
    )
    return [make_article(f"{kind}{n:02}", f"第{n}篇", texts[text]) for n, kind, text in sorted(chosen)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(collections(), st.booleans()), min_size=2, max_size=4))
def test_however_articles_come_and_go_the_build_is_that_of_a_fresh_start(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[list[Article], bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names, statistics and rows are those of a build from nothing, also where little fits into memory.

    Also where the maintainer's names change, and where there is no room between two articles.
    """
    monkeypatch.setattr(writer, "_COUNTED", 10)
    monkeypatch.setattr(places, "_ROOM", 3)
    folder = tmp_path_factory.mktemp("index")
    for given_articles, named in steps:
        aliases = Aliases(groups=(("顾清远", "老海狸", "守塔人"),)) if named else None
        build_index(given_articles, folder / "kept", aliases=aliases)
    build_index(given_articles, folder / "fresh", aliases=aliases)
    assert contents(folder / "kept") == contents(folder / "fresh")
    with Library.open(folder / "kept") as kept, Library.open(folder / "fresh") as fresh:
        assert kept._store.manifest.averages == fresh._store.manifest.averages
        assert kept._store.manifest.fingerprint == fresh._store.manifest.fingerprint


def test_articles_may_come_in_another_order(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """What has moved is not worked out again, and the build is that of a fresh start."""
    build_index(articles, tmp_path / "kept")
    for order in (articles[::-1], (articles[2], articles[0], articles[3], articles[1])):
        for folder in ("kept", order[0].id):
            build_index(order, tmp_path / folder)
        assert contents(tmp_path / "kept") == contents(tmp_path / order[0].id)


def test_many_come_between_two(
    tmp_path: Path, make_article, worked_out: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where more come between two articles than there is room for, few of those behind move, and none costs work."""
    monkeypatch.setattr(places, "_ROOM", 64)
    monkeypatch.setattr(places, "_STEPS", 8)
    ends = [make_article(end, text=f"{end}的正文。") for end in ("a", "b", "c", "d", "e")]
    build_index(ends, tmp_path)
    with Library.open(tmp_path) as library:
        before = [*library._store.positions]
    between = [make_article(f"n{number}", text=f"第{number}个正文。") for number in range(100)]
    worked_out.clear()
    build_index([ends[0], *between, *ends[1:]], tmp_path)
    assert worked_out == [article.id for article in between]
    with Library.open(tmp_path) as library:
        assert 0 < len({*before} & {*library._store.positions[:1], *library._store.positions[-4:]}) < len(ends)
        assert [article.id for article in library.articles][-5:] == ["n99", "b", "c", "d", "e"]


def test_other_rules_work_everything_out_again(
    tmp_path: Path, articles: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch, worked_out: list[str]
) -> None:
    """Nothing that other rules made is reused, and such a build says that it is out of date."""
    for module in (builder, writer):
        monkeypatch.setattr(module, "analysis_version", lambda: "older rules")
    build_index(articles, tmp_path)
    for module in (builder, writer):
        monkeypatch.setattr(module, "analysis_version", analysis_version)
    with Library.open(tmp_path) as library:
        assert library.outdated
        assert library.search("灯塔").hits
    worked_out.clear()
    assert build_index(articles, tmp_path).changed == ()
    assert worked_out == [article.id for article in articles]
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
        passages = store.passages([number for number, _, _ in store.passage_words()])
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


def test_a_clock_that_goes_back(tmp_path: Path, articles: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """The build made last serves and the one before it stays, whatever the clock said meanwhile."""
    built: list[str] = []
    for year in (2031, 2029, 2030):
        name = new_build_name(datetime(year, 1, 1, tzinfo=UTC))
        monkeypatch.setattr(builder, "new_build_name", lambda _, name=name: name)
        built.append(build_index(articles[: len(built) + 1], tmp_path).build)
        with Library.open(tmp_path) as library:
            assert (library.build, library.damage) == (built[-1], None)
            assert len(library.articles) == len(built)
        assert sorted(builds(tmp_path)) == sorted(built[-2:])
    (tmp_path / built[-1] / "manifest.json").unlink()
    with Library.open(tmp_path) as library:
        assert library.build == built[-2]


def test_a_folder_that_cannot_be_written(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """A file in the place of the folder is told as a folder that cannot be written."""
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "index"):
        with pytest.raises(IndexNotWritable) as caught:
            build_index(articles, folder)
        assert caught.value.folder == folder


def test_a_folder_that_cannot_be_made(tmp_path: Path, articles: tuple[Article, ...], monkeypatch) -> None:
    """Nor is one a failure of our own whose parent is gone."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(IndexNotWritable):
        build_index(articles, Path("index"))


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
    corpus.build_index([article(n) for n in range(20)], Path(sys.argv[1]), engine=engine)
except corpus.IndexNotWritable as error:
    print(error.reason)
"""


@pytest.mark.parametrize(
    ("point", "engine", "limit"),
    [
        ("write_engine", "tantivy", 0),
        ("write_engine", "tantivy", 4_000),
        ("manifest_json", "tantivy", 0),
    ],
)
def test_no_room_for_a_build(tmp_path: Path, point: str, engine: str, limit: int) -> None:
    """Where files can grow no further the system's words are told, nothing of it stays, and the old build serves."""
    command = [sys.executable, "-W", "ignore", "-c", _FULL, str(tmp_path), point, engine, str(limit)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == os.strerror(errno.EFBIG)
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

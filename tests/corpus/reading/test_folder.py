"""A folder of files to articles."""

import os
import sqlite3
import sys
import threading
import types
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import corpus
from corpus import Progress, Reading, iter_folder, read_aliases, read_folder
from corpus.article import ARTICLE_ID, Article, article_id
from corpus.errors import FolderUnreadable
from corpus.reading.payload import decode
from corpus.reading.reasons import Reason
from corpus.reading.worker import understand
from tests.corpus.reading.conftest import Write

BODY = "潮水退去以后，小镇的孩子们到沙滩上找贝壳，老人坐在门口补网。\n\n到了晚上，灯塔亮起来，大家都回家去了。\n"
PAPER = (
    "小镇的报纸印得很慢，每个星期天才出一期，可是大家都愿意等。编辑部在旧邮局的二楼，窗外就是码头。"
    "老主编写潮汐，年轻的记者写集市，排字工人负责把错字留到下个星期。冬天纸张受潮，他们就把机器搬到炉子旁边。"
)
PAPER_TRADITIONAL = (
    "小鎮的報紙印得很慢，每個星期天才出一期，可是大家都願意等。編輯部在舊郵局的二樓，窗外就是碼頭。"
    "老主編寫潮汐，年輕的記者寫集市，排字工人負責把錯字留到下個星期。冬天紙張受潮，他們就把機器搬到爐子旁邊。"
)


def reasons(reading: Reading) -> dict[str, str]:
    return {rejected.origin: rejected.reason for rejected in reading.rejected}


def test_a_text_file_becomes_an_article(folder: Path, write: Write) -> None:
    """Title, text, language and id come from the file alone; what it does not say is None."""
    write("sub/潮水.txt", "潮水与贝壳\n\n" + BODY)
    [article] = read_folder(folder).articles
    assert article == Article(
        id=article_id("sub/潮水.txt", "潮水与贝壳"),
        title="潮水与贝壳",
        text=BODY.strip(),
        language="zh-Hans",
        author=None,
        source=None,
        published=None,
        url=None,
        origins=("sub/潮水.txt",),
    )


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("2021-05-02-shells.md", BODY, "2021-05-02"),
        ("2021-05-02-shells.txt", f"潮水\n\n2020-01-03\n\n{BODY}", "2020-01-03"),
        ("2021-05.txt", BODY, None),
        ("shells-2021-05-02.txt", BODY, None),
    ],
)
def test_a_file_s_name_may_begin_with_its_day(
    folder: Path, write: Write, name: str, text: str, day: str | None
) -> None:
    """As generators of sites have it; what the text says comes first."""
    write(name, text)
    assert [article.published for article in read_folder(folder).articles] == [day]


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("tide-and-shells.md", "## Opening\n\nAt low tide.\n\n## Prices\n\nNone.", "Tide and shells"),
        ("2021-05-02-小镇的潮水.md", f"## 开放时间\n\n退潮以后。\n\n## 价格\n\n{BODY}", "小镇的潮水"),
        ("07_潮水与贝壳.txt", BODY, "潮水与贝壳"),
        ("潮水与贝壳.txt", f"退潮\n\n{BODY}", "退潮"),
        ("tide-and-shells.md", "# Sea\n\n## Opening\n\nAt low tide.\n\n## Prices\n\nNone.", "Sea"),
        ("新建文本文档.txt", "灯亮了。" + BODY, "灯亮了"),
        ("article-final-version.txt", "灯亮了。" + BODY, "灯亮了"),
        ("000_0e21cafe.txt", "灯亮了。" + BODY, "灯亮了"),
        ("notes.md", "## Opening\n\nAt low tide.\n\n## Prices\n\nNone.", "Opening"),
    ],
)
def test_a_file_s_name_is_the_title_where_the_text_has_none(
    folder: Path, write: Write, name: str, text: str, title: str
) -> None:
    """In place of a first section, or of a first sentence where the text has the name's words; not of a title."""
    write(name, text)
    [article] = read_folder(folder).articles
    assert article.title == title
    assert ("Opening" in article.text) == (name == "tide-and-shells.md")


@pytest.mark.parametrize("files", [0, 3, 60])
def test_progress_counts_every_file(folder: Path, write: Write, files: int) -> None:
    """One after another to the last, of as many as there are, whether a file gives an article or none."""
    folder.mkdir(exist_ok=True)
    for number in range(files):
        write(f"{number}.{'txt' if number % 3 else 'png'}", f"第{number}期\n\n{BODY}")
    seen: list[Progress] = []
    read_folder(folder, progress=seen.append)
    assert seen == [Progress(stage="reading", done=done, total=files) for done in range(1, files + 1)]


def test_a_markdown_file_with_front_matter_becomes_an_article(folder: Path, write: Write) -> None:
    """Front matter comes before what the lines say; the heading that repeats its title goes."""
    write(
        "a.md",
        f"---\nid: tide\ntitle: 潮水與貝殼\nlanguage: zh-Hant\ndate: 2020/1/2\n---\n"
        f"# 潮水与贝壳\n\n2019-01-01\n\n{BODY}",
    )
    [article] = read_folder(folder).articles
    assert (article.id, article.title, article.language) == ("tide", "潮水與貝殼", "zh-Hant")
    assert (article.published, article.text) == ("2020-01-02", BODY.strip())


def test_what_is_no_file_and_what_repeats_an_id_is_named(folder: Path, write: Write) -> None:
    """A link is in the reading as one, and the second file of an id with the first one's name."""
    write("a.md", f"---\nid: tide\n---\n# 潮水\n\n{BODY}")
    write("b.md", f"---\nid: tide\n---\n# 报纸\n\n{PAPER}")
    (folder / "c.md").symlink_to("a.md")
    told = {"b.md": Reason.DUPLICATE_ID, "c.md": Reason.LINK}
    assert reasons(read_folder(folder)) == told
    assert {each.origin: each.reason for each in iter_folder(folder) if not isinstance(each, Article)} == told


def test_a_heading_that_differs_from_the_named_title_stays(folder: Path, write: Write) -> None:
    """Nothing of an article is lost to its front matter."""
    write("a.md", f"---\ntitle: 潮水\n---\n# 另一个标题\n\n{BODY}")
    [article] = read_folder(folder).articles
    assert (article.title, article.text) == ("潮水", "另一个标题\n\n" + BODY.strip())


def test_the_folded_title_makes_the_id(folder: Path, write: Write) -> None:
    """A file that is converted to the other script keeps its id."""
    write("a.txt", "潮水与贝壳\n\n" + BODY)
    before = read_folder(folder).articles[0].id
    write("a.txt", "潮水與貝殼\n\n" + BODY)
    assert read_folder(folder).articles[0].id == before


def test_encodings_and_glosses_are_undone(folder: Path, write: Write) -> None:
    """What members read is plain text."""
    write("a.txt", ("潮水与贝壳\r\n\r\n" + BODY).encode("gb18030"))
    write("b.txt", "數(shù)學\n\n" + "潮水退去以後，小鎮的孩子們學(xué)會了數(shù)貝殼，概率(p)很小。")
    first, second = read_folder(folder).articles
    assert (first.title, first.text) == ("潮水与贝壳", BODY.strip())
    assert (second.title, second.text) == ("數學", "潮水退去以後，小鎮的孩子們學會了數貝殼，概率(p)很小。")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.mp3", b"ID3", Reason.UNSUPPORTED),
        ("noend", b"text", Reason.UNSUPPORTED),
        ("a.txt", b"", Reason.EMPTY),
        ("a.txt", b"\xef\xbb\xbf \n\t\n", Reason.EMPTY),
        ("a.md", b"---\ntitle: x\n---\n", Reason.EMPTY),
        ("a.md", b"# Only a heading", Reason.EMPTY),
        ("a.md", b"![alt](a.png)\n\n***", Reason.EMPTY),
        ("a.txt", b"\0" * 100, Reason.NOT_TEXT),
        ("a.txt", "Газета выходит".encode("koi8-r"), Reason.UNDECODABLE),
        ("a.md", b"x" * (2**20 + 1), Reason.TOO_LARGE),
        ("a.txt", b"x" * (8 * 2**20 + 1), Reason.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_is_named_with_a_reason(
    folder: Path, write: Write, name: str, content: bytes, reason: Reason
) -> None:
    """The others are read all the same."""
    write(name, content)
    write("z.txt", BODY)
    reading = read_folder(folder)
    assert reasons(reading) == {name: reason}
    assert [article.origin for article in reading.articles] == ["z.txt"]


def test_an_empty_folder_is_an_empty_reading_and_a_missing_one_an_error(folder: Path) -> None:
    """No article yet is a state; no folder is a mistake."""
    assert read_folder(folder) == Reading(articles=(), rejected=(), aliases=None)
    for read in (read_folder, lambda path: list(iter_folder(path)), read_aliases):
        with pytest.raises(FolderUnreadable):
            read(folder / "missing")


def test_the_later_of_two_files_with_one_id_is_rejected(folder: Path, write: Write) -> None:
    """It names the file that has the id already."""
    write("a.md", f"---\nid: tide\n---\n{BODY}")
    write("b.md", "---\nid: tide\n---\nAnother text altogether.")
    reading = read_folder(folder)
    assert [article.origin for article in reading.articles] == ["a.md"]
    assert [(r.origin, r.reason, r.detail) for r in reading.rejected] == [("b.md", "duplicate_id", "a.md")]


def test_the_same_text_twice_is_one_article_with_two_origins(folder: Path, write: Write) -> None:
    """Copies differ in encoding, line ends and name; the one whose file names an id is kept."""
    write("a.txt", "潮水\n\n" + BODY)
    write("b/copy.txt", ("潮水\r\n\r\n" + BODY).encode("utf-16"))
    write("c.md", f"---\nid: own\n---\n{BODY}")
    reading = read_folder(folder)
    assert [article.origins for article in reading.articles] == [("c.md", "a.txt", "b/copy.txt")]
    assert reading.rejected == ()


def test_streaming_names_a_copy_instead_of_joining_it(folder: Path, write: Write) -> None:
    """What went out cannot change; the copy says which file it repeats."""
    write("a.txt", BODY)
    write("b.txt", BODY)
    stream = iter_folder(folder)
    assert isinstance(stream, types.GeneratorType)
    article, copy = stream
    assert isinstance(article, Article)
    assert copy == corpus.Rejected(origin="b.txt", reason=Reason.DUPLICATE_TEXT, detail="a.txt")


def test_few_files_are_read_ahead(folder: Path, write: Write) -> None:
    """A hundred thousand files are never in memory together: what comes much later is not opened yet."""
    for number in range(60):
        write(f"{number:02}.txt", f"第{number}天，{BODY}")
    stream = iter_folder(folder)
    next(stream)
    write("59.txt", "The tide came late, and nobody in the town was at the quay.")
    *_, last = stream
    assert last.text.startswith("The tide came late")


def test_large_files_are_not_read_ahead_together(folder: Path, write: Write, monkeypatch) -> None:
    """What is read ahead is bounded in bytes as well."""
    monkeypatch.setattr("corpus.reading.folder._AHEAD_BYTES", 1_000)
    for number in range(6):
        write(f"{number}.txt", f"{number} " + "x" * 600)
    stream = iter_folder(folder)
    next(stream)
    write("5.txt", BODY)
    *_, last = stream
    assert last.text == BODY.strip()


def test_the_cache_changes_nothing_but_the_time(folder: Path, write: Write, tmp_path: Path) -> None:
    """What a file gave is kept by its name and content, refusals as well, and a vanished file leaves it."""
    cache = tmp_path / "cache" / "reading.sqlite"
    write("a.txt", "潮水与贝壳\n\n" + BODY)
    write("b.txt", b"\0" * 100)
    first = read_folder(folder, cache)
    assert read_folder(folder, cache) == read_folder(folder) == first
    (folder / "a.txt").rename(folder / "c.txt")
    write("b.txt", "The tide came late, and nobody in the town was at the quay.")
    assert read_folder(folder, cache) == read_folder(folder)
    with closing(sqlite3.connect(cache)) as database:
        assert database.execute("SELECT origin FROM files ORDER BY origin").fetchall() == [("b.txt",), ("c.txt",)]


def test_what_the_cache_holds_is_not_worked_out_again(folder: Path, write: Write, tmp_path: Path, monkeypatch) -> None:
    """A second reading starts no process."""
    write("a.txt", BODY)
    read_folder(folder, tmp_path / "cache.sqlite")
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert len(read_folder(folder, tmp_path / "cache.sqlite").articles) == 1
    with pytest.raises(corpus.ReaderUnavailable):
        read_folder(folder)


def test_a_reading_that_is_ended_early_keeps_the_cache(folder: Path, write: Write, tmp_path: Path) -> None:
    """What was not reached has not vanished."""
    for number in range(60):
        write(f"{number:02}.txt", f"第{number}天，{BODY}")
    read_folder(folder, tmp_path / "cache.sqlite")
    stream = iter_folder(folder, tmp_path / "cache.sqlite")
    next(stream)
    stream.close()
    with closing(sqlite3.connect(tmp_path / "cache.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM files").fetchone() == (60,)


def test_edited_copies_are_one_article_and_a_named_id_stays(folder: Path, write: Write) -> None:
    """A repost in the other script with a word changed is the article that it repeats."""
    write("a.txt", "海边的报纸\n\n" + PAPER)
    write("b.txt", "海邊的報紙\n\n" + PAPER_TRADITIONAL.replace("印得很慢", "印得慢"))
    write("c.md", f"---\nid: paper\n---\n# 海边的报纸\n\n{PAPER}末尾。")
    [article] = read_folder(folder).articles
    assert (article.id, article.origins) == ("paper", ("c.md", "a.txt", "b.txt"))
    assert [type(item) for item in iter_folder(folder)] == [Article, Article, Article]


def test_reading_works_from_any_thread_and_leaves_none_behind(folder: Path, write: Write) -> None:
    """The library's users read where they like; a generator that is dropped ends its processes."""
    for number in range(40):
        write(f"{number:02}.txt", f"第{number}天，{BODY}")
    with ThreadPoolExecutor(1) as pool:
        assert len(pool.submit(read_folder, folder).result().articles) == 40
    stream = iter_folder(folder)
    next(stream)
    assert [thread for thread in threading.enumerate() if thread.name.startswith("reading")]
    del stream
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("reading")]


def test_aliases_are_read_and_are_no_rejected_file(folder: Path, write: Write) -> None:
    """In whatever encoding the maintainer's editor saves."""
    write(
        "aliases.toml",
        '[aliases]\r\n"林海" = ["海叔"]\r\n'.encode("gb18030") + "# 我们小镇的人都这样叫他".encode("gb18030"),
    )
    reading = read_folder(folder)
    assert reading.rejected == ()
    assert reading.aliases is not None
    assert reading.aliases.groups == (("林海", "海叔"),)
    write("aliases.toml", b"\0" * 100)
    assert read_aliases(folder) == corpus.Aliases(groups=(), problems=((0, "not_text"),))


def test_strange_file_names_make_valid_ids_and_origins(folder: Path, write: Write) -> None:
    """Line breaks, bidirectional controls and foreign bytes in a name reach neither."""
    for name in (b"a\n1.txt", b"b\xff\xfe.txt", "c\u202etxt.txt".encode(), b"d#2.txt", b"e\x1b[31m.txt"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(name + b" " + BODY.encode("utf-8"))
    reading = read_folder(folder)
    origins = [article.origin for article in reading.articles] + [rejected.origin for rejected in reading.rejected]
    assert len(origins) == 5
    assert all(origin.isprintable() and origin.encode() for origin in origins)
    assert all(ARTICLE_ID.fullmatch(article.id) for article in reading.articles)


@settings(max_examples=60)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))))
@example(b"\t \xc0")
def test_any_bytes_become_a_sound_article_or_a_reason(data: bytes) -> None:
    """Whatever stands in a file, what comes out keeps the article's own rules."""
    for name, suffix in (("a.txt", ".txt"), ("b.md", ".md")):
        [part] = decode(understand(data, name, suffix), name)
        if isinstance(part, corpus.Rejected):
            assert part.reason != Reason.CRASHED
            continue
        article = part.document.article
        assert article.title.strip() == article.title != ""
        assert article.text.strip() == article.text != ""
        assert "\n\n\n" not in article.text
        assert "\0" not in article.title + article.text
        assert article.text.encode().decode() == article.text
        assert ARTICLE_ID.fullmatch(article.id)


def test_real_files_are_all_read(material: Path) -> None:
    """Scraped pages as they come: no file refused, no title a menu, the date below the title found."""
    reading = read_folder(material / "seeds")
    assert reading.rejected == ()
    files = {article.origin.partition("#")[0] for article in reading.articles}
    assert files == {path.name for path in (material / "seeds").glob("*.txt")}
    assert {article.language for article in reading.articles} == {"zh-Hans", "zh-Hant"}
    assert all(len(article.title) <= 80 and article.title.count(" ") < 6 for article in reading.articles)
    assert reading.articles[0].published == "2024-03-14"

"""CSV and JSON Lines."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, article_id
from corpus.reading.document import Document, read_documents
from corpus.reading.formats import table
from corpus.reading.reasons import Reason, Refused
from corpus.results import Rejected

FIRST = "潮水退去以后，小镇的孩子们到沙滩上找贝壳，老人坐在门口补网。"
SECOND = "到了晚上，灯塔亮起来，大家都回家去了，只有报社的窗户还亮着。"
ROW = {
    "标题": "潮水与贝壳",
    "正文": f"{FIRST}\n\n{SECOND}",
    "作者": "林砚舟",
    "发布时间": "2024-05-06 10:20:00",
    "来源": "蓝鲸日报",
    "网址": "https://example.org/a/1",
    "id": "tide-1",
}
OTHER = {
    "标题": "灯塔",
    "正文": f"{SECOND}，",
    "作者": "",
    "发布时间": "很久以前",
    "来源": "",
    "网址": "javascript:x",
    "id": "a b",
}


def as_csv(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def as_json_lines(rows: list[dict[str, str]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read(content: str | bytes, suffix: str) -> tuple[list[Article], list[Rejected]]:
    data = content if isinstance(content, bytes) else content.encode()
    parts = read_documents(data, f"list{suffix}", suffix)
    articles = [part.article for part in parts if isinstance(part, Document)]
    return articles, [part for part in parts if isinstance(part, Rejected)]


@pytest.mark.parametrize(("asked", "answered"), [("问题", "答案"), ("Question", "Answer"), ("instruction", "output")])
def test_a_question_and_its_answer_are_an_article(asked: str, answered: str) -> None:
    """Lists of them are what communities keep."""
    row = {asked: "灯塔几点亮？", answered: SECOND}
    for content, suffix in ((as_csv([row]), ".csv"), (as_json_lines([row]), ".jsonl")):
        assert [(article.title, article.text) for article in read(content, suffix)[0]] == [("灯塔几点亮？", SECOND)]


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (as_csv([ROW, OTHER]), ".csv"),
        (as_csv([ROW, OTHER], "\t"), ".tsv"),
        (as_csv([ROW, OTHER], ";"), ".csv"),
        ("sep=;\r\n" + as_csv([ROW, OTHER], ";"), ".csv"),
        (as_csv([ROW, OTHER]).encode("utf-8-sig"), ".csv"),
        (as_csv([ROW, OTHER]).encode("gb18030"), ".csv"),
        (as_csv([ROW, OTHER], "\t").encode("utf-16"), ".csv"),
        (as_json_lines([ROW, OTHER]), ".jsonl"),
        (as_json_lines([ROW, OTHER]).encode("utf-8-sig"), ".ndjson"),
        (json.dumps([ROW, OTHER], indent=2), ".json"),
    ],
)
def test_each_row_is_an_article(content: str | bytes, suffix: str) -> None:
    """With what its columns say, in any encoding and with any delimiter that spreadsheets write."""
    (first, second), rejected = read(content, suffix)
    assert first == Article(
        id="tide-1",
        title="潮水与贝壳",
        text=f"{FIRST}\n\n{SECOND}",
        language="zh-Hans",
        author="林砚舟",
        source="蓝鲸日报",
        published="2024-05-06",
        url="https://example.org/a/1",
        origins=(f"list{suffix}",),
    )
    assert (second.title, second.author, second.published, second.url) == ("灯塔", None, None, None)
    assert (second.id, second.origins) == (article_id(f"list{suffix}", "灯塔"), (f"list{suffix}#2",))
    assert rejected == []


def test_an_exported_chat_is_an_article() -> None:
    """With the channel as its title, the server as its source, and who said what."""
    said = [
        {"author": {"name": "reef"}, "content": FIRST},
        {"author": {"name": "sand"}, "content": ""},
        {"role": "assistant", "content": SECOND},
    ]
    export = {"guild": {"name": "Harbour"}, "channel": {"name": "tides"}, "messages": said, "messageCount": 3}
    (article,), rejected = read(json.dumps(export), ".json")
    assert (article.title, article.source, rejected) == ("tides", "Harbour", [])
    assert article.text == f"reef: {FIRST}\n\nassistant: {SECOND}"
    (article,), _ = read(json.dumps({"title": "Tides", "text": FIRST, "channel": "Reef TV"}), ".json")
    assert article.title == "Tides"


def test_a_message_in_runs_is_one_line() -> None:
    """Telegram parts a message where it is bold or a link."""
    parts = ["Low tide ", {"type": "bold", "text": "at six"}, ", at the pier."]
    chat = {"name": "Tides", "messages": [{"from": "Ada", "text": parts}, {"from": "Otto", "text": "Coming."}]}
    (article,), _ = read(json.dumps(chat), ".json")
    assert (article.title, article.text) == ("Tides", "Ada: Low tide at six, at the pier.\n\nOtto: Coming.")


def test_english_names_of_columns_are_known() -> None:
    """In any case, with spaces around, beside columns of no interest."""
    (article,), _ = read("ID, Title ,Views,CONTENT,lang\ntide-7,The tide,99,The tide came late that day.,en\n", ".csv")
    assert (article.id, article.title, article.text) == ("tide-7", "The tide", "The tide came late that day.")


def test_the_number_of_a_row_is_no_id() -> None:
    """Rows of other files have it too, and each of these files would cost the other its articles."""
    (article,), _ = read(as_json_lines([{"id": 3, "title": "潮水", "text": FIRST}]), ".jsonl")
    assert article.id == article_id("list.jsonl", "潮水")


@pytest.mark.parametrize(
    "wrapped", ['{{"data": {}}}', '{{"code": 0, "tags": ["a"], "data": {{"total": 2, "list": {}}}}}']
)
def test_the_answer_of_an_api_holds_its_articles(wrapped: str) -> None:
    """However it names the list; one that holds none is reported."""
    records = json.dumps([{"title": "潮水", "content": FIRST}, {"title": "灯塔", "content": SECOND}])
    articles, rejected = read(wrapped.format(records), ".json")
    assert ([article.title for article in articles], rejected) == (["潮水", "灯塔"], [])
    assert read(wrapped.format("[]"), ".json")[0] == []
    assert read('{"data":[' * 450 + "1" + "]}" * 450, ".json")[0] == []


MARKED = f"<p>{FIRST}</p>\n<p>{SECOND}</p>"
ADA = {"@type": "Person", "name": "Ada Reef"}


@pytest.mark.parametrize(
    "answer",
    [
        {
            "title": {"rendered": "Tides &#8211; late"},
            "content": {"rendered": MARKED, "protected": False},
            "date": "2024-05-06T10:20:00",
            "link": "https://a.example/",
            "author": 5,
            "_embedded": {"author": [{"id": 5, "name": "Ada Reef"}]},
        },
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Tide Weekly",
            "items": [
                {
                    "title": "Tides – late",
                    "content_html": MARKED,
                    "url": "https://a.example/",
                    "authors": [ADA],
                    "date_published": "2024-05-06T10:20:00Z",
                }
            ],
        },
        {
            "posts": [
                {
                    "title": "Tides – late",
                    "html": MARKED,
                    "url": "https://a.example/",
                    "primary_author": ADA,
                    "published_at": "2024-05-06T10:20:00.000+00:00",
                }
            ]
        },
        {
            "@graph": [
                {
                    "headline": "Tides – late",
                    "articleBody": f"{FIRST}\n{SECOND}",
                    "author": ADA,
                    "datePublished": "2024-05-06",
                    "url": "https://a.example/",
                }
            ]
        },
        {
            "kind": "Listing",
            "data": {
                "children": [
                    {
                        "kind": "t3",
                        "data": {
                            "title": "Tides – late",
                            "selftext": f"{FIRST}\n\n{SECOND}",
                            "author": "Ada Reef",
                            "created_utc": 1714990800.0,
                            "url": "https://a.example/",
                        },
                    }
                ]
            },
        },
    ],
    ids=["wordpress", "jsonfeed", "ghost", "schema.org", "reddit"],
)
def test_what_the_programs_of_sites_answer_is_read(answer: dict[str, object]) -> None:
    """What they call title, text, author, day and address, also within objects."""
    (article,), rejected = read(json.dumps(answer), ".json")
    assert (article.title, article.text, rejected) == ("Tides – late", f"{FIRST}\n\n{SECOND}", [])
    assert (article.author, article.published, article.url) == ("Ada Reef", "2024-05-06", "https://a.example/")


def test_a_thread_is_an_article() -> None:
    """As Discourse answers, with who said what."""
    posts = [{"username": "ada", "cooked": f"<p>{FIRST}</p>"}, {"username": "otto", "cooked": f"<p>{SECOND}</p>"}]
    (article,), _ = read(json.dumps({"post_stream": {"posts": posts, "stream": [1, 2]}, "title": "Tides"}), ".json")
    assert (article.title, article.text) == ("Tides", f"ada: {FIRST}\n\notto: {SECOND}")


@pytest.mark.parametrize("account", ["account_name", "nickname", "mp_name"])
@pytest.mark.parametrize("day", [1714990800, 1714990800000, "1714990800"])
def test_accounts_of_wechat_have_their_days_counted(account: str, day: int | str) -> None:
    """Exporters write seconds or milliseconds; another number is no day, and none is an author."""
    row = {"title": "潮水", "content": FIRST}
    (article,), _ = read(json.dumps({**row, account: "蓝鲸日报", "create_time": day}), ".json")
    assert (article.source, article.published) == ("蓝鲸日报", "2024-05-06")
    (article,), _ = read(json.dumps({**row, "create_time": 17149, "author": 7}), ".json")
    assert (article.published, article.author) == (None, None)


@pytest.mark.parametrize(
    "row",
    [
        {
            "publishDate": "2024-05-06",
            "authorName": "林砚舟",
            "siteName": "蓝鲸日报",
            "canonicalUrl": "https://a.example/",
        },
        {"create_time": "2024-05-06", "byline": "林砚舟", "media": "蓝鲸日报", "source_url": "https://a.example/"},
    ],
)
def test_names_that_programs_give_columns_are_known(row: dict[str, str]) -> None:
    """In any case."""
    (article,), _ = read(json.dumps({"title": "潮水", "text": FIRST, **row}), ".json")
    assert (article.published, article.author, article.source) == ("2024-05-06", "林砚舟", "蓝鲸日报")
    assert article.url == "https://a.example/"


def test_a_summary_is_the_text_where_nothing_else_is() -> None:
    """Services hand out as much of an article."""
    (short,), _ = read(json.dumps({"title": "潮水", "summary": FIRST}), ".json")
    (whole,), _ = read(json.dumps({"title": "潮水", "summary": FIRST, "content": SECOND}), ".json")
    assert (short.text, whole.text) == (FIRST, SECOND)


def test_a_bad_line_is_reported_by_number_and_the_rest_is_used() -> None:
    """Without text, or no JSON object; however long a cell is, and where the lines end as on old Macs, it is used."""
    rows = f'title,text\n潮水,"{FIRST}\n{SECOND}"\n空,\n长,{"港口的灯。" * 30_000}\n\n灯塔,{SECOND}\n'
    for each in (rows, rows.replace("\n", "\r")):
        articles, rejected = read(each, ".csv")
        assert [article.title[0] for article in articles] == ["潮", "长", "灯"]
        assert [(each.origin, each.reason) for each in rejected] == [("list.csv:4", Reason.BAD_LINE)]
    lines = [
        json.dumps({"text": FIRST}),
        "{",
        "[1]",
        '{"text": 5, "title": null}',
        '{"title": "no text"}',
        "[" * 99_999,
    ]
    articles, rejected = read("sep=;\ntitle;text\n空;\n", ".csv")
    assert [each.origin for each in rejected] == ["list.csv:3"]
    articles, rejected = read("\n".join(lines), ".jsonl")
    assert [article.text for article in articles] == [FIRST, "5"]
    assert [each.origin for each in rejected] == [f"list.jsonl:{line}" for line in (2, 3, 5, 6)]
    assert rejected[0].detail == "no JSON"


def test_a_short_table_bounds_no_other() -> None:
    """The limit of a cell is the whole process's, and a log may be written or another file read meanwhile."""
    read(f"title,text\n潮水,{FIRST}\n", ".csv")
    assert next(csv.reader(["潮" * 200_000])) == ["潮" * 200_000]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_a_row_of_which_cleaning_leaves_nothing_is_reported(suffix: str) -> None:
    """By its number, as one without text is; the others are read."""
    rows = [{"title": "灯塔", "text": SECOND}, {"title": "菜单", "text": "登录 | 注册 | 返回首页"}]
    articles, rejected = read(as_csv(rows) if suffix == ".csv" else as_json_lines(rows), suffix)
    assert [article.title for article in articles] == ["灯塔"]
    line = 3 if suffix == ".csv" else 2
    assert rejected == [Rejected(origin=f"list{suffix}:{line}", reason=Reason.EMPTY)]


def test_rows_of_one_title_have_ids_of_their_own() -> None:
    """The first one keeps the id that it would have alone."""
    articles, _ = read(f"title,text\n每周简报,{FIRST}\n每周简报,{SECOND}\n", ".csv")
    assert articles[0].id == article_id("list.csv", "每周简报")
    assert len({article.id for article in articles}) == 2


def test_values_of_other_kinds_become_text() -> None:
    """Lists of authors and paragraphs, numbers, and things with a name."""
    record = {"text": [FIRST, SECOND], "authors": ["林砚舟", {"name": "何潮生"}], "date": 2024, "url": True, "id": 12.5}
    (article,), _ = read(json.dumps(record), ".jsonl")
    assert (article.text, article.author) == (f"{FIRST}\n\n{SECOND}", "林砚舟, 何潮生")
    assert (article.published, article.url) == ("2024", None)


@pytest.mark.parametrize(
    ("content", "reason", "named"),
    [
        ("", Reason.EMPTY, None),
        ("a,b\n1,2\n", Reason.NO_COLUMNS, "a, b"),
        ("title\n潮水\n", Reason.NO_COLUMNS, "title"),
        ("x" * 140_000, Reason.NO_COLUMNS, "x" * 200),
        ("\r\n\ntext", Reason.NO_COLUMNS, ""),
        ("sep=;", Reason.NO_COLUMNS, ""),
    ],
)
def test_a_table_without_a_column_of_text_is_refused(content: str, reason: Reason, named: str | None) -> None:
    """The reason says what the first row names."""
    with pytest.raises(Refused) as refused:
        read(content, ".csv")
    assert (refused.value.reason, refused.value.detail) == (reason, named)


def test_what_is_reported_and_read_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of nothing but bad lines makes no report of millions."""
    monkeypatch.setattr(table, "MAX_BAD_LINES", 2)
    _, rejected = read("x\n" * 10, ".jsonl")
    assert [(each.origin, each.detail) for each in rejected][1:] == [
        ("list.jsonl:2", "no JSON"),
        ("list.jsonl:10", "8 more such lines up to here"),
    ]
    monkeypatch.setattr(table, "MAX_ARTICLES", 3)
    articles, rejected = read(as_json_lines([{"text": f"{FIRST}{number}"} for number in range(9)]), ".jsonl")
    assert (len(articles), [each.origin for each in rejected]) == (3, ["list.jsonl:4"])


@settings(max_examples=100)
@given(
    st.sampled_from([".csv", ".jsonl"]),
    st.lists(st.sampled_from(['"', ",", "\n", "潮水。", "{", "}", ":", '"text"', "\0"])),
)
def test_any_content_is_read_or_refused(suffix: str, pieces: list[str]) -> None:
    """Quotes that never close, rows of other lengths, NULs."""
    try:
        articles, rejected = read("title,text\n" * (suffix == ".csv") + "".join(pieces), suffix)
    except Refused as refused:
        assert refused.reason in {Reason.EMPTY, Reason.NOT_TEXT}  # noqa: PT017  either is right
    else:
        assert articles or rejected
        assert all(article.text for article in articles)

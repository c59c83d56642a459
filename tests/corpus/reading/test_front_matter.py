"""The block of YAML above an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.front_matter import MAX_BLOCK_BYTES, FrontMatter, split_front_matter, web_address

ARCHIVED = "From a at b.example  Fri Jul  9 08:15:00 2021\nFrom: a at b.example (Ada Reef)\nDate: Fri, 9 Jul 2021"


def read(block: str) -> FrontMatter:
    said, body = split_front_matter(f"---\n{block}\n---\nbody")
    assert body.strip() == "body"
    return said


def test_every_field_is_read_and_its_text_left_out() -> None:
    """Unknown keys and nested ones are accepted and passed over."""
    assert read(
        "id: harbour-log\ntitle: 'The harbour: a log'\nauthor: [Ada Reef, Lin Hai]\nsource: Tide Weekly\n"
        "date: 2024-03-14 11:20\nurl: https://example.org/log?page=1\nlanguage: zh-TW\n"
        "based_on:\n  - title: Elsewhere\n    date: 2001-01-01\ntags:\n  id: no\n"
    ) == FrontMatter(
        id="harbour-log",
        title="The harbour: a log",
        author="Ada Reef, Lin Hai",
        source="Tide Weekly",
        published="2024-03-14",
        url="https://example.org/log?page=1",
        language="zh-Hant",
    )


@pytest.mark.parametrize("name", ['"[[林砚舟]]"', "[[林砚舟]]", "\n  - '[[people/lin|林砚舟]]'"])
def test_a_link_to_a_note_is_its_name(name: str) -> None:
    """Obsidian's clipper writes whoever wrote a page so."""
    assert read(f"title: 潮水\nauthor: {name}").author == "林砚舟"


@pytest.mark.parametrize(
    "authors", ["author:\n  name: Ada Reef\n  url: x", "authors:\n  - name: Ada Reef\n    id: ada"]
)
def test_an_author_may_be_an_object(authors: str) -> None:
    """Whose name counts."""
    assert read(f"title: Tide\n{authors}").author == "Ada Reef"


def test_the_head_of_an_exported_chat_names_its_channel() -> None:
    """It stands between long lines, as the title of a document may, which says no field."""
    rule = "=" * 62
    said, body = split_front_matter(
        f"{rule}\nGuild: Harbour Crew\nChannel: Text / tides\nTopic: {{a: b\n{rule}\n\nHigh water."
    )
    assert (said.title, said.source, body.strip()) == ("Text / tides", "Harbour Crew", "High water.")
    for title in ("Tide tables", "Part: two"):
        text = f"{rule}\n{title}\n{rule}\n\nHigh water."
        assert split_front_matter(text) == (FrontMatter(), text)


def test_chinese_keys_are_understood() -> None:
    """A community writes its front matter in its own words."""
    said = read(
        "标题: 港口日记\n作者: 林海\n来源: 潮水周刊\n日期: 2024年3月14日\n链接: http://example.org/\n語言: zh-CN"
    )
    assert (said.title, said.author, said.source) == ("港口日记", "林海", "潮水周刊")
    assert (said.published, said.url, said.language) == ("2024-03-14", "http://example.org/", "zh-Hans")


def test_toml_between_pluses_is_read() -> None:
    """As Hugo writes it."""
    block = (
        '+++\ntitle = "Tide"\ndate = 2024-03-14T11:20:00+08:00\nauthors = ["Ada", "Lin"]\n[menu]\nweight = 1\n+++\nbody'
    )
    said, body = split_front_matter(block)
    assert (said, body.strip()) == (FrontMatter(title="Tide", published="2024-03-14", author="Ada, Lin"), "body")
    assert split_front_matter("+++\ntitle: no TOML\n+++\nbody")[0] == FrontMatter(title="no TOML")
    assert split_front_matter("+++\na = " + "[" * 4_000 + "\n+++\nbody")[0] == FrontMatter()


def test_a_block_of_unknown_keys_is_no_part_of_the_text() -> None:
    """Notes say their tags and when they were made; what several keys may say is taken from the plainest."""
    assert read("tags: [tide]\naliases:\n  - sea\ncssclass: wide") == FrontMatter()
    assert read("created: 2020-01-02\ndate: 2024-03-14\ntags: x").published == "2024-03-14"
    assert read("date: 2024-03-14\ncreated: 2020-01-02").published == "2024-03-14"
    assert read("created: 2020-01-02").published == "2020-01-02"


@pytest.mark.parametrize(
    "line",
    [
        "id: has space",
        "id: " + "x" * 33,
        "date: someday",
        "date: 2024-02-30",
        "url: javascript:alert(1)",
        "url: /relative",
        "language: klingon!",
        "language: zh",
        "author: ~",
        "author: ''",
        "source:",
    ],
)
def test_a_value_that_breaks_its_rule_leaves_the_others(line: str) -> None:
    """One bad line costs one field."""
    assert read(f"title: Tide\n{line}") == FrontMatter(title="Tide")


def test_lines_that_are_no_yaml_are_read_one_by_one() -> None:
    """People write a second colon, or a tab, and mean what they wrote."""
    said = read('title: Tide: the log\n\tbroken: [\nauthor: "Ada"')
    assert said == FrontMatter(title="Tide: the log", author="Ada")


@pytest.mark.parametrize(
    "block",
    [
        "a: &a [x, x]\nb: &b [*a, *a, *a]\ntitle: *b",
        "title: &t Tide\nauthor: *t",
        "title: !!python/object/apply:os.system [true]",
        'title: "\\UFFFFFFFF"',
        "title: " + "[" * 4_000,
        "<<: {title: x}",
        "%YAML " + "9" * 5_000,
    ],
)
def test_yaml_is_data_and_never_more(block: str) -> None:
    """Anchors, aliases, tags, merge keys and impossible escapes have no effect but on the field they stand in."""
    said, _ = split_front_matter(f"---\nsource: Weekly\n{block}\n---\nbody")
    assert said.source == "Weekly"
    assert len(said.title or "") <= 200


@pytest.mark.parametrize(
    "text",
    [
        "no block at all",
        "---\ntitle: never closed\n",
        "---\nJust a rule above.\n---\nand one below",
        "---\n- a\n- list\n---\nbody",
        "---\n林海: 灯亮了。\n何潮: 看见了。\n---\nbody",
        "---\nfill: " + "x" * MAX_BLOCK_BYTES + "\ntitle: too long\n---\nbody",
        "text\n---\ntitle: not at the top\n---\n",
    ],
)
def test_anything_else_stays_in_the_text(text: str) -> None:
    """A rule of dashes is no front matter, and nothing of an article is lost to one."""
    assert split_front_matter(text) == (FrontMatter(), text)


def test_values_are_shown_on_one_line_without_hidden_characters() -> None:
    """A title cannot break the page that shows it."""
    assert read('title: "a\\nb\\u202Ec\\0"\nauthor: |\n  Ada\n  Reef').title == "a bc"


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org", "https://", "https://u:p@example.org/", "https://exa mple.org", "http://[::1", "x" * 3_000],
)
def test_only_plain_web_addresses_are_links(address: str) -> None:
    """No other scheme, no password, no space, nothing endless."""
    assert web_address(address) is None


@given(st.text(alphabet="idtle:aurhos-[]{}&*!|>'\"\\ \n\tx%@`#?,~标题", max_size=200))
def test_any_block_is_read_or_left(block: str) -> None:
    """No YAML, however broken, ends in an error."""
    split_front_matter(f"---\n{block}\n---\nbody")


@pytest.mark.parametrize(
    "head",
    [
        'From: "Ada Reef" <ada@tide.example>\nTo: all,\n otto@tide.example\nDate: 9 Jul 2021\nSubject: Re: Low tide',
        "**Subject:** Low tide\n**From:** Ada Reef\n**Sent:** Friday, July 9, 2021 8:15 AM\n**To:** Otto Hale",
        "寄件者: Ada Reef\n日期: 2021年7月9日 週五 上午8:15\n主旨: 回覆：Low tide\n收件者: 全體",
    ],
)
def test_the_head_of_an_e_mail_says_who_wrote_what_and_when(head: str) -> None:
    """In either script, bold or plain, and none of it is text."""
    said, below = split_front_matter(f"{head}\n\nThe sea went out.\n\nIt came back.")
    assert (said.title, said.author, said.published) == ("Low tide", "Ada Reef", "2021-07-09")
    assert below == "The sea went out.\n\nIt came back."


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour\nSubject: boats\nWeather: fog\n\nThe sea went out.",
        "From: Ada Reef\nTo: all\n\nThe sea went out.",
        "From: Ada Reef\nSubject: Low tide",
    ],
)
def test_what_only_begins_as_an_e_mail_stays(text: str) -> None:
    """Another label, no subject, or nothing below."""
    assert split_front_matter(text) == (FrontMatter(), text)


@pytest.mark.parametrize(
    ("text", "said", "below"),
    [
        (
            "# Low tide\n\nOwner: Ada Reef\nCreated time: July 9, 2021\nUpdated: May 3\nMood: calm\n\nIt ebbed.",
            FrontMatter(author="Ada Reef", published="2021-07-09"),
            "# Low tide\n\nMood: calm\n\nIt ebbed.",
        ),
        (
            "标题：退潮\n作者：林海\n时间：2021-07-09 08:15\n链接：https://tide.example/1\n标签：海\n正文：\n水退了。",
            FrontMatter(title="退潮", author="林海", published="2021-07-09", url="https://tide.example/1"),
            "水退了。",
        ),
        (
            "- **公众号**: #潮汐\n- **作者**: 林海\n- **原文链接**: [退潮](https://tide.example/1)\n\n水退了。",
            FrontMatter(author="林海", source="潮汐", url="https://tide.example/1"),
            "水退了。",
        ),
        (
            f"{ARCHIVED}\nSubject: 退潮\nX-Sea: flat\nMessage-ID: <1@a>\n\n水退了。",
            FrontMatter(title="退潮", author="Ada Reef", published="2021-07-09"),
            "水退了。",
        ),
        (
            "title: Low tide\ndate: 2021-07-09\ntags:\n  - sea\n---\nIt ebbed.",
            FrontMatter(title="Low tide", published="2021-07-09"),
            "\nIt ebbed.",
        ),
        (
            "URL: https://tide.example/1\nDate: tomorrow\nSea: flat\nSea: high\n\nIt ebbed.",
            FrontMatter(url="https://tide.example/1"),
            "Sea: flat\nSea: high\n\nIt ebbed.",
        ),
    ],
)
def test_lines_with_labels_above_an_article_say_what_they_name(text: str, said: FrontMatter, below: str) -> None:
    """As notes, scrapers and mail programs write them; a label that is unknown stays unless a program sent the mail."""
    assert split_front_matter(text) == (said, below)


@pytest.mark.parametrize(
    "text",
    [
        "# Low tide\n\nDate: 9 July 2021\nLanguage: English\nVenue: the pier\n\nCome along.",
        "Title: Low tide\nDate: 9 July 2021\nWeather: fog\n\nIt ebbed.",
        "来源：潮汐\n时间：2021-07-09\n\n水退了。",
        "title: Low tide\n\nIt ebbed.\n---\nIt came back.",
    ],
)
def test_other_lines_with_labels_stay(text: str) -> None:
    """Those of an event, those with a label that is unknown, those that may be credits, and a rule far below."""
    assert split_front_matter(text) == (FrontMatter(), text)


def test_the_source_of_a_clipping_may_be_its_address() -> None:
    """As programs that clip pages write it."""
    assert read("source: https://tide.example/1").url == "https://tide.example/1"
    assert read("source: https://tide.example/1\nsite: Tide").source == "Tide"


@pytest.mark.parametrize(
    ("copied", "said"),
    [
        (
            "> 本文由 [简悦 SimpRead](http://a.example/) 转码， 原文地址 [tide.example](https://tide.example/1)",
            FrontMatter(url="https://tide.example/1"),
        ),
        (
            "> 作者：林海  \n> 链接：https://tide.example/1  \n> 来源：潮汐  \n> 著作权归作者所有。",
            FrontMatter(author="林海", source="潮汐", url="https://tide.example/1"),
        ),
        (
            "————————————————\n\n   版权声明：本文为博主原创文章，转载请附上本声明。\n\n原文链接：https://tide.example/1",
            FrontMatter(url="https://tide.example/1"),
        ),
        (
            "发信人: ada (Reef), 信区: Sea\n标  题: 退潮\n发信站: 潮汐站 (Fri Jul  9 08:15:00 2021), 站内",
            FrontMatter(title="退潮", author="ada", published="2021-07-09"),
        ),
        (
            "作者  ada (Reef)\n看板  Sea\n標題  [心得] 退潮\n時間  Fri Jul  9 08:15:00 2021",
            FrontMatter(title="[心得] 退潮", author="ada", published="2021-07-09"),
        ),
    ],
)
def test_what_programs_set_around_a_copy_says_where_it_is_from(copied: str, said: FrontMatter) -> None:
    """It is no text; where it stands twice, an author quotes two, and it stays."""
    assert split_front_matter(f"水退了。\n\n{copied}\n\n又涨了。") == (said, "水退了。\n\n\n\n又涨了。")
    assert split_front_matter(f"水退了。\n\n{copied}\n\n{copied}\n")[0] == FrontMatter()

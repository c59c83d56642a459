"""Markdown to plain paragraphs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.document import Document, read_documents
from corpus.reading.draft import Draft
from corpus.reading.front_matter import FrontMatter
from corpus.reading.markdown import read_markdown, without_wiki_markup


def read(text: str) -> Draft:
    return read_markdown(FrontMatter(), text)


def paragraphs_of(text: str) -> list[str]:
    return re.split(r"\n\n+", read(text).text)


def test_the_first_top_heading_is_the_title_and_leaves_the_text() -> None:
    """Later ones, and lower ones before it, are paragraphs."""
    draft = read("## Before\n\n# The *harbour* `log`\n\nText.\n\n# Again\n\nUnder\n=====\n")
    assert draft.heading == "The harbour log"
    assert draft.text == "Before\n\nText.\n\nAgain\n\nUnder"
    assert draft.headings == {"Before", "Again", "Under"}


def test_code_is_its_author_s() -> None:
    """A line of it below the text is no site's, though it has a site's words."""
    prose = "".join(
        f"The tide was {word} when the boats came home, and nobody was surprised.\n\n" for word in ("low", "high")
    )
    text = f"Privacy policy\n\n{prose}```\nprint('hello')\n```\n"
    (found,) = read_documents(text.encode(), "a.md", ".md")
    assert isinstance(found, Document)
    assert found.article.text.endswith("print('hello')")


@pytest.mark.parametrize(
    ("markdown", "paragraphs"),
    [
        ('A [link](https://example.org/ "t") and ![alt](a.png)picture.', ["A link and picture."]),
        ("<https://example.org/>", ["https://example.org/"]),
        ("**bold** _it_ `a*b` &amp; \\*", ["bold it a*b & *"]),
        ("问：几点开船\n答：七点\n*Rules*\nBe kind", ["问：几点开船", "答：七点", "Rules", "Be kind"]),
        ("问：几点开船\n答：七点\n---\n问：在哪", ["问：几点开船", "答：七点", "问：在哪"]),
        ("one  \ntwo\\\nthree<br>four", ["one", "two", "three", "four"]),
        ("- one\n- two\n  - inner\n\nafter", ["- one\n- two\n- inner", "after"]),
        ("3. three\n4. four", ["3. three\n4. four"]),
        ("> quoted\n> on", ["quoted", "on"]),
        ("- one\n  and on\n- two\n\n• three\n• four", ["- one\nand on\n- two", "• three", "• four"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nafter", ["a | b\n1 | 2", "after"]),
        ("```py\nx = 1\n\n  y = 2\n```\nafter", ["x = 1\n  y = 2", "after"]),
        ("one\n\n---\n\ntwo", ["one", "two"]),
    ],
)
def test_what_each_mark_becomes(markdown: str, paragraphs: list[str]) -> None:
    """Wording stays, marks go; items, rows and code keep their lines."""
    assert paragraphs_of(markdown) == paragraphs


def test_lines_of_a_hard_wrap_are_one_paragraph() -> None:
    """In items and quotations too; a line with room left ends there, and so does one that Markdown marks."""
    wrapped = (
        "The harbour keeps a table of the tides, which tells at one look when a\n"
        "boat can leave, and when it has to stay where it is for the night. See\n"
        "[the table](https://example.org/a/table/of/all/the/tides/that/anybody/has/ever/asked/for)\n"
        "for today.  \nOr ask.\n\n"
        "- Boats of more than twelve metres leave by the northern gate, which is\n"
        "  deeper\n"
        "- Others\n\n"
        "> Nobody has ever read all of the table in one go, not even the woman\n"
        "> who wrote it\n"
        "> Ada\n"
    )
    tides, ask, items, quoted, name = paragraphs_of(wrapped)
    assert tides.startswith("The harbour keeps")
    assert tides.endswith("for the night. See the table for today.")
    assert (ask, name) == ("Or ask.", "Ada")
    assert [line.rsplit(" ", 2)[-1] for line in items.split("\n")] == ["deeper", "Others"]
    assert quoted.endswith("the woman who wrote it")


def test_a_sentence_that_goes_on_in_small_letters_is_one() -> None:
    """However few lines a text has; short lines of small letters are verse."""
    line = "The reading of tables is what this small tool does, and nothing besides"
    assert paragraphs_of(f"{line}\nwhat is asked.") == [f"{line} what is asked."]
    assert paragraphs_of("the tide is out\nthe boats lie still") == ["the tide is out", "the boats lie still"]


def test_where_a_tool_marks_breaks_the_lines_it_filled_are_joined() -> None:
    """html2text counts characters, and parts no Chinese words; credits above the text are lines of a template."""
    long = "港口的灯在傍晚亮起来，船一只接一只地回到岸边，老人坐在石阶上数着它们的名字，说起从前 Tidewater"
    rest = "灯塔的故事，孩子们听着听着就在石阶上睡着了，谁也没有叫醒。"
    markdown = f"作者：林海\n日期: 2021-07-09\n\n{long}\n{rest}  \n天亮了。  \n船走了。"
    assert paragraphs_of(markdown) == ["作者：林海", "日期: 2021-07-09", f"{long} {rest}", "天亮了。", "船走了。"]


def test_raw_html_loses_its_tags_and_its_scripts() -> None:
    """The words of a page stay, what a browser would run or hide does not."""
    html = "<div class='x'>shown <b>words</b></div>\n\n<script>\nrun()\n</script>\n\n<!-- hidden -->\n\na <i>b</i> c"
    assert paragraphs_of(html) == ["shown words", "a b c"]


@pytest.mark.parametrize(
    "above", ['<img src="a.png">', "<div>\n<img>\n</div>", "<p>\n", "<br/>", "<details>\n<summary></summary>"]
)
def test_what_stands_below_a_line_of_tags_is_markdown(above: str) -> None:
    """Most sites read it so; what stands in a table does not."""
    assert paragraphs_of(f"{above}\nThe [tide](https://example.org) is **low**.") == ["The tide is low."]
    assert paragraphs_of("<table>\n<tr>\n<td>\na*b*c\n</td>\n</tr>\n</table>") == ["a*b*c"]


@pytest.mark.parametrize(
    ("markdown", "paragraphs"),
    [
        ("见[[大潮]]与[[sea/north#coast|北海]]，`[[a]]`。", ["见大潮与北海，[[a]]。"]),
        ("![[tide.png|400]]\n\n%% to do %%\n\ntext ^a1b2c3", ["text"]),
        ("> [!note] Tides\n> They rise.", ["Tides", "They rise."]),
        ("> [!TIP]\n> They rise.", ["They rise."]),
        ("It rises.[^1]\n\n[^1]: Says the atlas.", ["It rises.", "Says the atlas."]),
        ('{% note info %}\nIt rises.\n{% endnote %}\n\n{{< figure src="a.png" >}}', ["It rises."]),
        (":::tip\nIt rises.\n:::", ["It rises."]),
        ("## Tides {#tides}\n\nIt rises.\n{: .note}\n\n[TOC]\n\n`{: .note}`", ["Tides", "It rises.", "{: .note}"]),
        ("f{x} {:ok, y}", ["f{x} {:ok, y}"]),
        (
            "她说**“潮水不会停。”**然后走了。**他等着。**船来了。",
            ["她说“潮水不会停。”然后走了。他等着。船来了。"],
        ),
        ("2**8 次 and a ** b", ["2**8 次 and a ** b"]),
        ("x^2 and a[0][1] {% raw", ["x^2 and a[0][1] {% raw"]),
        ("<table><tr><td>day</td><td>tide</td></tr></table>\n\nafter <title> all", ["day | tide", "after all"]),
    ],
)
def test_what_programs_for_notes_and_sites_add_is_not_shown(markdown: str, paragraphs: list[str]) -> None:
    """Links to notes, boxes, footnotes and tags of templates leave the words that readers see; code stays."""
    assert paragraphs_of(markdown) == paragraphs


def test_markup_of_mediawiki_leaves_the_words() -> None:
    """Templates, notes, pictures, categories and marks of tables go, links and emphasis keep their words."""
    wiki = (
        "{{Infobox\n| depth = {{convert|6|m}}\n}}\n@@@Tidewater@@@ has a [[Port|harbour]].<ref>{{cite}}</ref>\n"
        "[[File:dig.jpg|thumb|The [[dig]]]]\n== History ==\nIt was @@dug@@.\n"
        "{| border=1\n|-\n! deep\n| 6 m\n|}\n[[Category:Harbours]]"
    )
    shown = without_wiki_markup(wiki.replace("@", "'"))
    assert shown.split() == ["Tidewater", "has", "a", "harbour.", "History", "It", "was", "dug.", "deep", "6", "m"]


@pytest.mark.parametrize(
    "text", ["if [[ -f x ]]; then echo ''; fi", "Tides\n=====\nSee [[x]].", "== Tides ==\n'quoted' {{ name }}"]
)
def test_text_that_is_no_wikis_keeps_its_brackets(text: str) -> None:
    """Scripts test in double brackets, and other texts underline with equals signs."""
    assert without_wiki_markup(text) == text


@given(st.text(alphabet="#-*_>`|[]()!<&\\ \nab海1.:=~", max_size=200))
def test_any_text_is_read(text: str) -> None:
    """No paragraph is blank, whatever the marks do."""
    shown = read(text).text
    assert not shown or all(map(str.strip, shown.split("\n\n")))


def test_deep_nesting_is_read_flat() -> None:
    """What stands in and below forty quotes or lists is read, and a tower of thousands ends in no recursion."""
    for mark in ("> ", "- ", "[", "*a **"):
        first, *_, last = paragraphs_of(mark * 40 + "x\n\n***\n\nafter")
        assert "x" in first
        assert last == "after"
        read(mark * 5_000 + "x")

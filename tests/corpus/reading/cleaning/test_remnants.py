"""What markup leaves in a text."""

import pytest

from corpus.reading.cleaning.remnants import (
    with_fields_on_lines,
    with_section_marks_as_breaks,
    without_bracket_tags,
    without_reference_marks,
    without_tag_remnants,
)


@pytest.mark.parametrize(
    ("noisy", "clean"),
    [
        ("灯塔<strong>很高</strong>。", "灯塔很高。"),
        ("灯塔很高。<br/>它亮了。", "灯塔很高。\n它亮了。"),
        ("<p>灯塔很高。</p><p>它亮了。</p>", "\n灯塔很高。\n\n它亮了。\n"),
        ("灯塔?strong>很高", "灯塔?很高"),
        ("灯塔&nbsp;很高&amp;很亮", "灯塔 很高&很亮"),
        ("灯塔<script>var a = 1;</script>很高", "灯塔很高"),
        ('见<a href="https://example.org">这里</a>。', "见这里。"),
    ],
)
def test_tags_and_entities_go(noisy: str, clean: str) -> None:
    """Their text stays, and a tag that begins a block ends a line."""
    assert without_tag_remnants(noisy)[0] == clean


@pytest.mark.parametrize(
    "text", ["a < b 且 c > d", "泛型 List<int> 很常用", "HTML 里用 <p> 分段", "AT&T 的信号", "x<y>z"]
)
def test_what_is_no_tag_stays(text: str) -> None:
    """Formulas, code, and texts about markup keep their marks."""
    assert without_tag_remnants(text) == (text, [])


@pytest.mark.parametrize(
    ("noisy", "clean"),
    [
        ('[caption id="a"]The boat[/caption]', "\nThe boat\n"),
        ("[vc_row type=”wide”][vc_column]We return.[/vc_column][/vc_row]", "\n\nWe return.\n\n"),
        ('See [gallery ids="1,2"]', "See \n"),
        ("[embed]https://example.org/a[/embed] [img]https://example.org/a.png[/img]", "\n \n"),
        ("历史[编辑]\nHistory[edit]\nIt is lit.[citation needed]", "历史\nHistory\nIt is lit."),
        ("[b]灯塔[/b]在[url=https://example.org/]这里[/url]", "灯塔在这里"),
    ],
)
def test_tags_in_square_brackets_go(noisy: str, clean: str) -> None:
    """WordPress and forums write so; addresses of films and pictures go with them."""
    text, cuts = without_bracket_tags(noisy)
    assert text == clean
    assert cuts


@pytest.mark.parametrize(
    "text", ["See [1], [note] and a[b].", "[server]\nport=1 in [/etc]", 'input[type="text"]', "BBCode: [b]bold[/b]"]
)
def test_brackets_that_are_no_tags_stay(text: str) -> None:
    """Notes, settings, code, and texts about such tags."""
    assert without_bracket_tags(text) == (text, [])


def test_reference_marks_go() -> None:
    """Numbers that count up from 1, before or behind the stop."""
    text, cuts = without_reference_marks("灯塔很高[1]。它亮了[2]。“没人守”[3][4]。")
    assert text == "灯塔很高。它亮了。“没人守”。"
    assert cuts == ["[1]", "[2]", "[3]", "[4]"]
    assert without_reference_marks("It is tall [1]. It is lit [2].")[0] == "It is tall. It is lit."


@pytest.mark.parametrize(
    "text",
    ["a[0] 和 a[1] 是数组", "x[1] and x[2] are read", "只有一个[1]。", "倒着数[2]，再数[1]。", "[1] 甲书\n[2] 乙书"],
)
def test_what_is_no_reference_mark_stays(text: str) -> None:
    """Indices, lone or odd numbers, and the list of references itself."""
    assert without_reference_marks(text) == (text, [])


def test_section_marks_become_breaks() -> None:
    """Each begins a paragraph; the mark says nothing."""
    text, cuts = with_section_marks_as_breaks("<1>灯塔很高。 <2> 它亮了。")
    assert text == "\n\n灯塔很高。\n\n它亮了。"
    assert cuts == ["<1>", "<2>"]
    assert with_section_marks_as_breaks("若 n<5>m 则停，List<1> 和 <2> 不同") == (
        "若 n<5>m 则停，List<1> 和 <2> 不同",
        [],
    )


def test_fields_begin_lines() -> None:
    """A label in the middle of a paragraph begins a line, and no wording goes."""
    text, cuts = with_fields_on_lines("【时间】春天。【地点】港口，很大【人物】守塔人。")
    assert text == "【时间】春天。\n\n【地点】港口，很大【人物】守塔人。"
    assert cuts == ["¶ 【地点】"]
    assert with_fields_on_lines("打开【设置】再按【确定】就好。") == ("打开【设置】再按【确定】就好。", [])

"""Discord's limits are found, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.e2e.limits import autocomplete_problems, command_problems, message_problems, modal_problems

V2 = 1 << 15
LONG_CHOICES = [{"name": "n" * 100, "value": "v" * 100}] * 25


def text(content="words"):
    return {"type": 10, "content": content}


def button(custom_id="a", **fields):
    return {"type": 2, "style": 1, "label": "Press", "custom_id": custom_id, **fields}


def row(*components):
    return {"type": 1, "components": list(components)}


def layout(*components):
    return {"flags": V2, "components": list(components)}


def command(**fields):
    return {"name": "search", "description": "Find", "type": 1, **fields}


def option(name="query", **fields):
    return {"name": name, "description": "What", "type": 3, **fields}


GOOD_MESSAGES = [
    {"content": "x" * 2000},
    {"embeds": [{"title": "t" * 256, "description": "d" * 4096}]},
    {"content": "x", "components": [row(*[button(str(n)) for n in range(5)])]},
    layout(text("t" * 4000)),
    layout({"type": 17, "components": [{"type": 9, "components": [text()], "accessory": button()}, {"type": 14}]}),
    layout(row({"type": 3, "custom_id": "s", "options": [{"label": "l", "value": "v"}]})),
    layout(row({"type": 2, "style": 5, "label": "Link", "url": "https://example.org"})),
    layout(*[text() for _ in range(40)]),
]

BAD_MESSAGES = [
    ({}, "EMPTY_MESSAGE"),
    ({"content": "x" * 2001}, "BASE_TYPE_BAD_LENGTH"),
    ({"content": "x", "embeds": [{"title": "t"}] * 11}, "BASE_TYPE_BAD_LENGTH"),
    ({"embeds": [{"description": "d" * 4000}, {"description": "d" * 2001}]}, "MAX_EMBED_SIZE_EXCEEDED"),
    ({"embeds": [{}]}, "BASE_TYPE_REQUIRED"),
    ({"embeds": [{"fields": [{"name": "", "value": "v"}]}]}, "BASE_TYPE_BAD_LENGTH"),
    (
        {"content": "x", **layout(text())},
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    ({"components": [text()]}, "UNION_TYPE_CHOICES"),
    (layout(*[text() for _ in range(41)]), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"),
    (layout({"type": 17, "components": [text()] * 40}), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"),
    (layout(text("t" * 2001), text("t" * 2000)), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"),
    (layout(text("")), "BASE_TYPE_BAD_LENGTH"),
    (layout(row(button("a"), button("a"))), "COMPONENT_CUSTOM_ID_DUPLICATED"),
    (
        layout(row(button("a")), {"type": 9, "components": [text()], "accessory": button("a")}),
        "COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    (layout(row(button("i" * 101))), "BASE_TYPE_BAD_LENGTH"),
    (layout(row(button(label="l" * 81))), "BASE_TYPE_BAD_LENGTH"),
    (layout(row(button(label=""))), "BUTTON_COMPONENT_MISSING_LABEL_OR_EMOJI"),
    (layout(row(*[button(str(n)) for n in range(6)])), "BASE_TYPE_BAD_LENGTH"),
    (layout(row()), "BASE_TYPE_BAD_LENGTH"),
    (layout(row({"type": 2, "style": 5, "label": "l", "url": "javascript:alert(1)"})), "URL_TYPE_INVALID_URL"),
    (layout({"type": 9, "components": [text()]}), "UNION_TYPE_CHOICES"),
    (layout({"type": 17, "components": [{"type": 17, "components": [text()]}]}), "UNION_TYPE_CHOICES"),
    (layout(row({"type": 3, "custom_id": "s", "options": []})), "BASE_TYPE_BAD_LENGTH"),
]


@pytest.mark.parametrize("body", GOOD_MESSAGES)
def test_what_fits_has_no_problem(body):
    """A message at the limits passes."""
    assert message_problems(body) == []


@pytest.mark.parametrize(("body", "code"), BAD_MESSAGES)
def test_what_does_not_fit_is_named(body, code):
    """A message past a limit is refused with Discord's name of the rule, for its one fault alone."""
    assert {problem.code for problem in message_problems(body)} == {code}


def test_an_edit_may_be_empty_and_keeps_its_kind():
    """An edit need not bring anything, and a layout stays a layout without the flag."""
    assert message_problems({}, new=False) == []
    assert message_problems({"components": [text()]}, new=False, components_v2=True) == []


@pytest.mark.parametrize(
    ("commands", "fits"),
    [
        ([command()], True),
        ([command(name="搜索", options=[option("问题", required=True), option("b")])], True),
        ([command(name_localizations={"zh-CN": "搜索"}, description_localizations={"zh-CN": "找"})], True),
        ([command(type=3, name="Look Up", description="")], True),
        ([command(), command()], False),
        ([command(name="Search")], False),
        ([command(name="a b")], False),
        ([command(description="d" * 101)], False),
        ([command(description="")], False),
        ([command(name_localizations={"zh": "搜索"})], False),
        ([command(options=[option(), option("b", required=True)])], False),
        ([command(options=[option(), option()])], False),
        ([command(options=[option(str(n)) for n in range(26)])], False),
        ([command(options=[option(choices=[{"name": "n", "value": "v" * 101}])])], False),
        (
            [
                command(
                    options=[
                        option(str(n), description="d" * 100, choices=[{"name": "n" * 100, "value": "v" * 100}] * 25)
                        for n in range(2)
                    ]
                )
            ],
            False,
        ),
        ([command(name=f"c{n}") for n in range(101)], False),
    ],
)
def test_commands(commands, fits):
    """Names, descriptions, order and number of commands and options are held to."""
    assert (command_problems(commands) == []) is fits


@pytest.mark.parametrize(
    ("choices", "fits"),
    [
        ([{"name": "n" * 100, "value": "v"}] * 25, True),
        ([{"name": "n", "value": "v"}] * 26, False),
        ([{"name": "", "value": "v"}], False),
    ],
)
def test_suggestions(choices, fits):
    """At most 25 suggestions of 1 to 100 characters."""
    assert (autocomplete_problems({"choices": choices}) == []) is fits


def modal(*components, title="Title"):
    return {"title": title, "custom_id": "m", "components": list(components)}


@pytest.mark.parametrize(
    ("body", "fits"),
    [
        (modal({"type": 18, "label": "Words", "component": {"type": 4, "custom_id": "w", "style": 1}}), True),
        (modal(row({"type": 4, "custom_id": "w", "style": 1, "label": "Words"})), True),
        (modal(text(), title="t" * 46), False),
        (modal(), False),
        (modal({"type": 18, "label": "l" * 46, "component": {"type": 4, "custom_id": "w"}}), False),
        (modal({"type": 18, "label": "l", "component": text()}), False),
        (modal({"type": 17, "components": []}), False),
    ],
)
def test_modals(body, fits):
    """A modal holds one to five labels, rows or texts under a short title."""
    assert (modal_problems(body) == []) is fits


@given(st.text(max_size=4100))
def test_text_is_counted_in_characters(content):
    """Only the length of a text decides."""
    fits = 1 <= len(content) <= 4000
    assert (message_problems(layout(text(content))) == []) is fits

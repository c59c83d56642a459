"""The commands as Discord is sent them."""

import json
import re

import pytest

from bot.cli.discord_checks import COMMANDS
from bot.client.sync import command_payload
from tests.e2e.limits import command_problems


@pytest.fixture
async def payload(stage):
    """Return the payload of all commands."""
    client = stage.client()
    await client.add_commands()
    made = await command_payload(client.tree)
    await client.close()
    return json.loads(json.dumps(made))


def described(payload):
    """Yield every command, subcommand and option."""
    for command in payload:
        yield command
        yield from described(command.get("options", []))


def slash(payload):
    """Return every slash command and its options; a message's menu has names alone."""
    return [*described([command for command in payload if command.get("type", 1) == 1])]


async def test_the_payload_keeps_discords_limits(payload) -> None:
    """Names, descriptions, options and choices are such as Discord takes."""
    assert command_problems(payload) == []
    for each in described(payload):
        if each in slash(payload):
            assert re.fullmatch(r"[a-z]{1,32}", each["name"])
            assert 1 <= len(each["description"]) <= 100


async def test_every_description_and_choice_is_in_both_chinese_scripts(payload) -> None:
    """Whoever runs Discord in Chinese reads Chinese, and no two scripts share a text by mistake."""
    for each in slash(payload):
        texts = each["description_localizations"]
        assert set(texts) == {"zh-CN", "zh-TW"}
        assert all(1 <= len(text) <= 100 for text in texts.values())
        assert each["description"] not in texts.values()
        for choice in each.get("choices") or ():
            assert set(choice["name_localizations"]) == {"zh-CN", "zh-TW"}


async def test_every_name_is_in_both_chinese_scripts(payload) -> None:
    """Whoever runs Discord in Chinese types Chinese, and no name stands twice."""
    named = {each["name"]: each["name_localizations"] for each in described(payload)}
    assert all(set(names) == {"zh-CN", "zh-TW"} for names in named.values())
    for locale in ("zh-CN", "zh-TW"):
        names = [each["name_localizations"][locale] for each in payload]
        assert len(set(names)) == len(names)


async def test_where_commands_may_be_used(payload) -> None:
    """Every command declares its installs and contexts, and /reindex is for managers by default."""
    for command in payload:
        assert command["integration_types"] == [0, 1]
        assert command["contexts"] == [0, 1, 2]
    rights = {command["name"]: command["default_member_permissions"] for command in payload}
    assert {name for name, right in rights.items() if right is not None} == {"reindex", "footnote"}
    assert int(rights["reindex"]) == 1 << 5


async def test_no_option_takes_6000_characters(payload) -> None:
    """What is typed is capped where it is typed."""
    strings = [option for option in described(payload) if option.get("type") == 3 and "contexts" not in option]
    assert strings
    assert all("max_length" in option or option.get("choices") for option in strings)


async def test_no_privileged_intent(stage) -> None:
    """Nobody has to ask Discord for anything to host this bot."""
    intents = stage.client().intents
    assert not intents.message_content
    assert not intents.members
    assert not intents.presences


async def test_the_doctor_looks_for_these_commands(payload) -> None:
    """`footnote doctor` knows the commands that are sent."""
    assert {command["name"] for command in payload} == COMMANDS

"""Commands are sent to Discord when they changed, and only then."""

COMMANDS = "PUT /applications/{}/commands"


async def test_commands_are_sent_once(footnote):
    """The first start sends the commands; a restart finds them unchanged and sends nothing."""
    assert len(footnote.traffic.routed(COMMANDS)) == 1
    assert {"search", "summary", "who", "help", "privacy", "reindex"} <= {
        item["name"] for item in footnote.discord.commands
    }
    await footnote.restart()
    assert len(footnote.traffic.routed(COMMANDS)) == 1


async def test_changed_commands_are_sent_again(footnote):
    """Where Discord was last sent other commands, a start sends them."""
    await footnote.app.answers.state.put_value("commands_hash", "of another version")
    await footnote.restart()
    assert len(footnote.traffic.routed(COMMANDS)) == 2


async def test_no_privileged_intent_and_no_permission_is_needed(footnote):
    """Every command works in servers and direct messages, and reindexing is hidden from members by default."""
    commands = {item["name"]: item for item in footnote.discord.commands}
    assert all({0, 1} <= set(item["contexts"]) for item in commands.values())
    hidden = {name for name, item in commands.items() if item.get("default_member_permissions")}
    assert hidden == {"reindex", "footnote"}
    assert all(int(commands[name]["default_member_permissions"]) == 1 << 5 for name in hidden)

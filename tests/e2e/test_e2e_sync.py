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

"""What admins set for a server, kept in the state."""

import pytest

from bot.services.server_settings import ServerSettings, SettingsOfServers
from tests.bot.fakes import FakeState


async def test_settings_are_kept_for_each_server() -> None:
    """They outlive the process, and one server's are not another's; messages have none."""
    state = FakeState()
    mine = ServerSettings(language="zh-TW", private=True)
    await SettingsOfServers(state).put(1, mine)
    later = SettingsOfServers(state)
    assert await later.of(1) == mine
    assert await later.of(2) == ServerSettings()
    assert await later.of(None) == ServerSettings()


@pytest.mark.parametrize("kept", ["", "no json", "[]", '{"language": "tlh", "private": "yes"}', "null"])
async def test_what_cannot_be_read_is_the_default(kept) -> None:
    """A state of another version never keeps an answer from going out."""
    state = FakeState()
    await state.put_value("server:1", kept)
    assert await SettingsOfServers(state).of(1) == ServerSettings()

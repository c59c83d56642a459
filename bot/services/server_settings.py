"""What the admins of a server set for it. What must not live here: which rule uses it."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from bot.services.ports import StateStore
from bot.services.requests import LANGUAGES, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """``language`` is that of answers whose reader shows none, None for the server's own; ``private`` hides answers."""

    language: Language | None = None
    private: bool = False


class SettingsOfServers:
    """Keeps the settings of servers in the state.

    Parameters
    ----------
    state
        Holds a named value for each server that differs from the defaults.
    """

    def __init__(self, state: StateStore) -> None:
        self._state = state
        self._known: dict[int, ServerSettings] = {}

    async def of(self, server_id: int | None) -> ServerSettings:
        """Return the settings of a server; the defaults in a direct message."""
        if server_id is None:
            return ServerSettings()
        if server_id not in self._known:
            self._known[server_id] = _settings(await self._state.value(_name(server_id)))
        return self._known[server_id]

    async def put(self, server_id: int, settings: ServerSettings) -> None:
        """Keep the settings of a server; raises as the state does."""
        await self._state.put_value(_name(server_id), json.dumps(asdict(settings)))
        self._known[server_id] = settings


def _name(server_id: int) -> str:
    return f"server:{server_id}"


def _settings(text: str | None) -> ServerSettings:
    """Return settings as they were kept; what cannot be understood any more is left at its default."""
    try:
        kept: Any = json.loads(text or "{}")
        language = next((one for one in LANGUAGES if one == kept.get("language")), None)
        return ServerSettings(language=language, private=kept.get("private") is True)
    except (ValueError, AttributeError):
        return ServerSettings()

"""What people may do with what is kept of them: have it as a file, have it erased. What must not live here: words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.services.ports import PersonalData
from bot.services.user_keys import UserKeys
from bot.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """Acts for whoever asks, on what is their own alone.

    Attributes
    ----------
    settings
        Of this installation: what it keeps, and how long.
    people
        Knows everybody's keys, and who opted out.
    stores
        Whatever holds something of people.
    """

    settings: Settings
    people: UserKeys
    stores: Sequence[PersonalData]

    async def own_data(self, user_id: int) -> bytes:
        """Return all that is kept of somebody as JSON: rows by table.

        Raises
        ------
        DataUnreadable
            When a store cannot be read.
        """
        found: dict[str, object] = {"opted_out": not self.people.keeps(user_id)}
        for store in self.stores:
            found.update(await store.of_person(self.people.forms(user_id)))
        return json.dumps(found, ensure_ascii=False, indent=1).encode()

    async def erase(self, user_id: int) -> None:
        """Delete all that is kept of somebody, but for the backups; whether they opted out is remembered.

        Raises
        ------
        DataUnwritable
            When a store cannot be written; some may be left then.
        """
        for store in self.stores:
            await store.erase(self.people.forms(user_id))

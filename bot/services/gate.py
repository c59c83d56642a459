"""Who may ask and who may manage: one gate for every way in. What must not live here: how Discord is asked."""

import logging

from bot.errors import HomeUnknown, NotAdmitted, NotManager
from bot.services.ports import Membership, StateStore
from bot.services.requests import Asker
from bot.settings import Audience

_log = logging.getLogger(__name__)

HOME_SERVER = "home_server"


class Gate:
    """Admits the people of the home servers.

    Parameters
    ----------
    home_servers
        As the operator set; where empty, the one server that the bot was in at first, as the state remembers.
    audience
        Who may ask: the members of the home servers, or anyone.
    state
        Remembers the home server.
    membership
        Knows who belongs where.
    """

    def __init__(
        self, home_servers: tuple[int, ...], audience: Audience, state: StateStore, membership: Membership
    ) -> None:
        self._home_servers = home_servers
        self._audience = audience
        self._state = state
        self._membership = membership

    async def home(self) -> tuple[int, ...]:
        """Return the home servers: where the operator named none, the only one that the bot was in, from then on.

        Only the bot's own list of servers counts: whoever installed the app for themselves asks from any server.
        Of several none is chosen: their order says nothing.
        """
        if not self._home_servers:
            remembered, servers = await self._state.value(HOME_SERVER), self._membership.servers()
            if remembered is None and len(servers) == 1:
                remembered = str(servers[0])
                await self._state.put_value(HOME_SERVER, remembered)
            self._home_servers = () if remembered is None else (int(remembered),)
        return self._home_servers

    async def find_home(self) -> None:
        """Let the first server become home while it is the only one; where nobody can tell, the log says so."""
        if not await self.home() and self._membership.servers():
            _log.error("it is not known which of the bot's servers is home, and nobody is answered: set HOME_SERVERS")

    async def admit(self, asker: Asker) -> None:
        """Let somebody ask: in a home server anybody, in a direct message whom a home server knows.

        Raises
        ------
        NotAdmitted
            To everybody else, unless the audience is anyone; MembershipUnknown where Discord does not say, and
            HomeUnknown where nobody has said which server is home.
        """
        if self._audience == "anyone":
            return
        home = await self.home()
        if not home and self._membership.servers():
            raise HomeUnknown
        if asker.server_id is not None:
            if asker.server_id not in home:
                raise NotAdmitted
            return
        for server_id in home:
            if await self._membership.is_member(server_id, asker.user_id):
                return
        raise NotAdmitted

    async def admit_manager(self, asker: Asker) -> None:
        """Let somebody manage: with Manage Server in a home server, or as the application's owner or team anywhere.

        Raises
        ------
        NotAdmitted
            To those who may not even ask there.
        NotManager
            To everybody else.
        """
        home = await self.home()
        if asker.manages_server and asker.server_id is not None and asker.server_id in home:
            return
        if await self._membership.is_owner(asker.user_id):
            return
        await self.admit(asker)
        raise NotManager if home else HomeUnknown

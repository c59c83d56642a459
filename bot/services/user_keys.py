"""What is stored of a user id, and who opted out of the log. What must not live here: where secret and opt-outs lie."""

import hashlib
import hmac

from bot.services.ports import StateStore
from bot.settings import LogUsers

_HASH_DIGITS = 32


class UserKeys:
    """Keys of people in log and state: HMAC-SHA256 under the installation's secret, the plain id, or none.

    Parameters
    ----------
    mode
        Which of them, as the operator set.
    secret
        The key of the hash.
    state
        Remembers who opted out, always by the hash, so that another mode changes nothing.
    """

    def __init__(self, mode: LogUsers, secret: bytes, state: StateStore) -> None:
        self._mode = mode
        self._secret = secret
        self._state = state
        self._out: frozenset[str] = frozenset()

    async def load(self) -> None:
        """Read who opted out; raises as the state does."""
        self._out = await self._state.opted_out()

    def keeps(self, user_id: int) -> bool:
        """Tell whether the questions of somebody are logged."""
        return self.forms(user_id)[0] not in self._out

    def key(self, user_id: int) -> str | None:
        """Return what is stored of a user id: 32 hex digits or the id itself; None of somebody who opted out."""
        hashed, plain = self.forms(user_id)
        if self._mode == "none" or hashed in self._out:
            return None
        return plain if self._mode == "plain" else hashed

    def forms(self, user_id: int) -> tuple[str, str]:
        """Return the hash and the id itself, whatever the mode: what was stored before may be either."""
        hashed = hmac.new(self._secret, str(user_id).encode(), hashlib.sha256).hexdigest()[:_HASH_DIGITS]
        return hashed, str(user_id)

    async def put(self, user_id: int, *, out: bool) -> None:
        """Let somebody out of the log, or in again; raises as the state does."""
        hashed, _ = self.forms(user_id)
        await self._state.put_opted_out(hashed, out=out)
        self._out = self._out | {hashed} if out else self._out - {hashed}

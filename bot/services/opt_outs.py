"""Who opted out of the log, and so has no key there. What must not live here: how keys and opt-outs are stored."""

from bot.services.ports import StateStore, UserKeys


class OptOuts:
    """User keys that know nobody who opted out.

    Parameters
    ----------
    keys
        Turns a user id into what is stored of it.
    state
        Remembers who opted out, always by the hash, so that the operator's other choices of keys change nothing.
    """

    def __init__(self, keys: UserKeys, state: StateStore) -> None:
        self._keys = keys
        self._state = state
        self._out: frozenset[str] = frozenset()

    async def load(self) -> None:
        """Read who opted out; raises as the state does."""
        self._out = await self._state.opted_out()

    def keeps(self, user_id: int) -> bool:
        """Tell whether the questions of somebody are logged."""
        return self._keys.forms(user_id)[0] not in self._out

    def key(self, user_id: int) -> str | None:
        """Return what is stored of a user id; None of somebody who opted out."""
        return self._keys.key(user_id) if self.keeps(user_id) else None

    def forms(self, user_id: int) -> tuple[str, str]:
        """Return the hash and the plain id, whatever is stored."""
        return self._keys.forms(user_id)

    async def put(self, user_id: int, *, out: bool) -> None:
        """Let somebody out of the log, or in again; raises as the state does."""
        hashed, _ = self._keys.forms(user_id)
        await self._state.put_opted_out(hashed, out=out)
        self._out = self._out | {hashed} if out else self._out - {hashed}

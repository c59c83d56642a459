"""What people may do with what is kept of them reaches everything that stands under any of their keys."""

import json

from bot.services.privacy import Privacy
from bot.settings import Settings
from tests.bot.fakes import FakeKeys, FakeState

SETTINGS = Settings()


class FakeStore:
    """A store of one table."""

    def __init__(self, table: str, *keys: str) -> None:
        self.table = table
        self.keys = list(keys)

    async def of_person(self, user_keys):
        return {self.table: [{"user_key": key} for key in self.keys if key in user_keys]}

    async def erase(self, user_keys):
        self.keys = [key for key in self.keys if key not in user_keys]


async def test_own_data_is_all_of_it_and_nobody_elses() -> None:
    """Rows under the hash and under the plain id are both there, by table."""
    stores = (FakeStore("queries", "user-5", "5", "user-6"), FakeStore("answers", "user-6"))
    privacy = Privacy(settings=SETTINGS, people=FakeKeys(), stores=stores)
    assert json.loads(await privacy.own_data(5)) == {
        "opted_out": False,
        "queries": [{"user_key": "user-5"}, {"user_key": "5"}],
        "answers": [],
    }


async def test_an_erasure_reaches_every_store() -> None:
    """What others have stays."""
    stores = (FakeStore("queries", "user-5", "user-6"), FakeStore("answers", "5"))
    privacy = Privacy(settings=SETTINGS, people=FakeKeys(), stores=stores)
    await privacy.erase(5)
    assert [store.keys for store in stores] == [["user-6"], []]


async def test_an_opt_out_outlives_a_restart_and_a_change_of_mode() -> None:
    """It stands under the hash, so that an operator who stores plain ids or none from now on keeps to it."""
    state = FakeState()
    await FakeKeys(state).put(5, out=True)
    later = FakeKeys(state, keep=False)
    await later.load()
    assert not later.keeps(5)
    assert later.key(5) is None
    assert later.keeps(6)
    await later.put(5, out=False)
    assert later.keeps(5)
    assert state.out == set()

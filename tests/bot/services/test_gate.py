"""Who may ask and who may manage, as tables of cases."""

import pytest

from bot.errors import HomeUnknown, NotAdmitted, NotManager
from bot.services.gate import Gate
from bot.services.requests import Asker, WayIn
from tests.bot.fakes import FakeMembership, FakeState
from tests.bot.fakes import asker as someone

HOME, SECOND, OTHER = 100, 200, 900
ADA, ELSE, OWNER = 1, 2, 3


def asker(user: int, server: int | None, *, manages: bool = False, way_in: WayIn = WayIn.COMMAND) -> Asker:
    """Return somebody at a place."""
    return someone(user_id=user, server_id=server, manages_server=manages, way_in=way_in)


def people() -> FakeMembership:
    """Ada is in the second home server, the owner in none."""
    return FakeMembership(members={(SECOND, ADA), (OTHER, ELSE)}, owners={OWNER})


def gate(*home: int, audience: str = "members") -> Gate:
    """Return a gate of these home servers."""
    return Gate(home, audience, FakeState(), people())


@pytest.mark.parametrize("way_in", WayIn)
@pytest.mark.parametrize(
    ("user", "server", "admitted"),
    [
        (ELSE, HOME, True),
        (ELSE, SECOND, True),
        (ELSE, OTHER, False),
        (ADA, OTHER, False),
        (ADA, None, True),
        (ELSE, None, False),
        (OWNER, OTHER, False),
    ],
)
async def test_members_may_ask(user: int, server: int | None, admitted: bool, way_in: WayIn) -> None:
    """Anybody in a home server and, in a direct message, whom one of them knows; the same on every way in."""
    person = asker(user, server, way_in=way_in)
    if admitted:
        await gate(HOME, SECOND).admit(person)
    else:
        with pytest.raises(NotAdmitted):
            await gate(HOME, SECOND).admit(person)


@pytest.mark.parametrize("server", [HOME, OTHER, None])
async def test_an_audience_of_anyone_admits_everyone(server: int | None) -> None:
    """A place or a person that nobody knows is no hindrance."""
    await gate(HOME, audience="anyone").admit(asker(ELSE, server))


@pytest.mark.parametrize("audience", ["members", "anyone"])
@pytest.mark.parametrize(
    ("user", "server", "manages", "refusal"),
    [
        (ELSE, HOME, True, None),
        (ELSE, HOME, False, NotManager),
        (ADA, None, False, NotManager),
        (ADA, None, True, NotManager),
        (ELSE, OTHER, True, NotAdmitted),
        (ELSE, None, False, NotAdmitted),
        (OWNER, OTHER, False, None),
        (OWNER, None, False, None),
    ],
)
async def test_managers_may_manage(
    user: int, server: int | None, manages: bool, refusal: type[Exception] | None, audience: str
) -> None:
    """Manage Server counts in a home server alone; the owner is one anywhere; an audience of anyone changes neither."""
    managed = gate(HOME, SECOND, audience=audience).admit_manager(asker(user, server, manages=manages))
    if refusal is None:
        await managed
    else:
        with pytest.raises(NotManager if audience == "anyone" else refusal):
            await managed


async def test_the_first_server_becomes_home_where_none_is_named() -> None:
    """It is remembered, and later ones change nothing."""
    state, membership = FakeState(), people()
    first = Gate((), "members", state, membership)
    assert await first.home() == ()
    with pytest.raises(NotAdmitted):
        await first.admit(asker(ADA, HOME))
    assert state.values == {}
    membership.bot_is_in = [HOME]
    await first.admit(asker(ADA, HOME))
    membership.bot_is_in = [OTHER, HOME]
    assert await first.home() == (HOME,)
    assert await Gate((), "members", state, membership).home() == (HOME,)


async def test_whoever_asks_first_never_makes_their_server_home() -> None:
    """An app that somebody installed for themselves is asked from servers that the bot is not in."""
    state, membership = FakeState(), people()
    first = Gate((), "members", state, membership)
    with pytest.raises(NotAdmitted):
        await first.admit(asker(ADA, OTHER))
    membership.bot_is_in = [HOME]
    with pytest.raises(NotAdmitted):
        await first.admit(asker(ADA, OTHER))
    assert await first.home() == (HOME,)


@pytest.mark.parametrize("audience", ["members", "anyone"])
async def test_of_several_servers_none_is_chosen(audience: str, caplog: pytest.LogCaptureFixture) -> None:
    """Which one Discord names first says nothing: the owner alone may manage, and everybody else is told why not."""
    state, membership = FakeState(), people()
    membership.bot_is_in = [OTHER, HOME]
    unsure = Gate((), audience, state, membership)
    await unsure.find_home()
    assert "set HOME_SERVERS" in caplog.text
    with pytest.raises(HomeUnknown):
        await unsure.admit_manager(asker(ELSE, OTHER, manages=True))
    await unsure.admit_manager(asker(OWNER, OTHER))
    if audience == "members":
        for server in (HOME, OTHER, None):
            with pytest.raises(HomeUnknown):
                await unsure.admit(asker(ADA, server))
    assert state.values == {}


async def test_named_home_servers_are_never_replaced() -> None:
    """With HOME_SERVERS set, nothing is remembered."""
    state, membership = FakeState(), people()
    membership.bot_is_in = [OTHER]
    assert await Gate((SECOND,), "members", state, membership).home() == (SECOND,)
    assert state.values == {}

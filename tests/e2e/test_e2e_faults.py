"""What goes wrong between the bot and Discord costs nobody an answer, or costs one and no more."""

import asyncio

import pytest

from bot.playground.actor import NoResponse
from tests.connections import cut, tell
from tests.e2e import faults

QUESTION = "Why does the Heron ferry run on batteries?"


@pytest.mark.parametrize("fault", [faults.limit, faults.fail])
@pytest.mark.parametrize(("method", "path"), [("POST", "/callback"), ("PATCH", "/messages/@original")])
async def test_a_failure_that_passes_is_waited_out(footnote, fault, method, path):
    """A 429 or a 500 at the first response or at the answer delays it."""
    footnote.faults.plan(fault, method=method, path=path)
    assert await footnote.answers()


async def test_a_first_response_that_was_applied_counts(footnote):
    """A callback that Discord applied and answered 500 is retried, refused with 40060, and counts as given."""
    footnote.faults.plan(faults.fail_after_applying, method="POST", path="/callback")
    assert await footnote.answers()
    assert [call.status for call in footnote.traffic.calls if call.path.endswith("/callback")] == [500, 400]


async def test_the_global_limit_is_waited_out(footnote):
    """A global 429 holds a reply back, and those after it are sent too."""
    footnote.faults.plan(faults.limit_everywhere, method="POST", path="/messages")
    replies = await asyncio.gather(footnote.member.dm(QUESTION), footnote.admin.dm(QUESTION))
    assert all("ferry" in reply.text for reply in replies)


@pytest.mark.parametrize("fault", [faults.ban, faults.reset])
async def test_a_reply_that_cannot_be_sent_hurts_nobody_else(footnote, fault):
    """A reply lost to a banned address or a broken connection leaves the bot answering."""
    footnote.faults.plan(fault, method="POST", path=f"/channels/{footnote.member.direct.id}/messages")
    footnote.member.say(QUESTION, footnote.member.direct)
    assert "ferry" in (await footnote.admin.dm(QUESTION)).text
    assert await footnote.answers()


@pytest.mark.parametrize("fault", [faults.ban, faults.reset])
async def test_typing_that_cannot_be_shown_costs_no_answer(footnote, fault):
    """It is a courtesy, and the reply comes without it."""
    footnote.faults.plan(fault, method="POST", path="/typing")
    assert "Why the ferry runs on batteries" in (await footnote.member.dm(QUESTION)).text


async def test_where_the_past_may_not_be_read_the_answer_refers_to_nothing(footnote):
    """Discord refuses a reply there, and takes the message alone."""
    footnote.faults.plan(faults.no_history, method="POST", path="/messages")
    answer = await footnote.member.mention(QUESTION, footnote.library)
    assert "Why the ferry runs on batteries" in answer.text
    assert answer.reference_id is None


async def test_a_broken_connection_at_the_answer(footnote):
    """An answer whose connection breaks is told as a failure or sent again, and the bot goes on."""
    footnote.faults.plan(faults.reset, method="PATCH", path="/messages/@original")
    assert (await footnote.member.slash("search", {"query": QUESTION}, footnote.library)).text
    assert await footnote.answers()


async def test_a_command_that_is_no_more_completes_nothing(footnote, caplog, monkeypatch):
    """Whoever types into a command that the bot no longer has is offered nothing, and Discord refuses nothing."""
    tree = footnote.app.client.tree
    monkeypatch.delitem(tree._global_commands, "who")  # as after an update that is not synced yet
    assert await footnote.member.autocomplete("who", "name", "Oko", footnote.library) == ()
    assert not caplog.records
    assert all(call.status < 400 for call in footnote.traffic.calls)


async def test_a_late_first_response_is_dropped(footnote):
    """Where Discord takes the first response too late, the question ends there and the next one is answered."""
    footnote.discord.exchanges.first_response_s = 0.0
    with pytest.raises(NoResponse):
        await footnote.member.slash("search", {"query": QUESTION}, footnote.library)
    footnote.discord.exchanges.first_response_s = 30.0
    assert await footnote.answers()


async def test_a_lost_connection_is_resumed(footnote):
    """After op 7 the bot resumes, and what was asked meanwhile is answered."""
    gateway = footnote.discord.gateway
    await tell(gateway, {"op": 7, "d": None})
    await gateway.until(lambda now: not now.live)
    asked = asyncio.create_task(footnote.member.dm(QUESTION))
    await gateway.until(lambda now: now.resumes == 1)
    assert "ferry" in (await asked).text


@pytest.mark.parametrize("code", [4000, 4009, 1001])
async def test_closes_that_are_no_verdict(footnote, code):
    """A closed or broken connection is resumed without another IDENTIFY."""
    gateway = footnote.discord.gateway
    await gateway.close(code)
    await gateway.until(lambda now: now.resumes == 1)
    cut(gateway)
    await gateway.until(lambda now: now.resumes == 2)
    assert await footnote.answers()
    assert gateway.identifies == 1


async def test_an_invalidated_session(footnote):
    """After op 9 the bot identifies again and answers."""
    gateway = footnote.discord.gateway
    await tell(gateway, {"op": 9, "d": False})
    await gateway.until(lambda now: now.identifies == 2)
    assert await footnote.answers()


async def test_a_question_under_way_is_answered_before_the_end(footnote):
    """A stop lets an answer that is under way finish."""
    hold = faults.Hold()
    footnote.faults.plan(hold, method="PATCH", path="/messages/@original")
    asked = asyncio.create_task(footnote.member.slash("search", {"query": QUESTION}, footnote.library))
    await hold.arrived.wait()
    stopping = asyncio.create_task(footnote.stop())
    await asyncio.sleep(0)
    hold.released.set()
    assert "ferry" in (await asked).text
    await stopping
    await footnote.start()

"""The loopback Discord carries a real discord.py client."""

import asyncio
import json

import aiohttp
import discord
import pytest

from bot.errors import PortInUse
from bot.playground.actor import NoResponse
from bot.playground.interactions import InvalidInput
from bot.playground.loopback import LoopbackDiscord
from bot.playground.payloads import message_payload
from tests.bot.playground.small_bot import SmallBot, connected
from tests.connections import tell
from tests.person import Person, Upload


@pytest.fixture
def channel(loopback):
    """Return the first channel of the home server."""
    return loopback.world.home.channels[0]


@pytest.fixture
def mei(loopback):
    """Return a member."""
    return Person(loopback, loopback.world.named("member"))


async def test_commands_are_stored_with_ids(loopback, client):
    """A sync stores the commands, and a second one keeps their ids."""
    before = {command["name"]: command["id"] for command in loopback.commands}
    synced = await client.tree.sync()
    assert {command.name: str(command.id) for command in synced} == before
    assert [command.id for command in await client.tree.fetch_commands()] == [command.id for command in synced]


async def test_slash_answers_in_server_and_dm(client, mei, channel):
    """A slash command with typed options is answered where it was sent."""
    public = await mei.slash("echo", {"text": "茶", "times": 2}, channel)
    private = await mei.slash("echo", {"text": "tea"})
    assert (public.text, public.channel_id) == ("茶茶", channel.id)
    assert (private.text, private.channel_id) == ("tea", mei.direct.id)


@pytest.mark.parametrize(
    "options", [{}, {"text": 3}, {"text": "a", "times": 9}, {"text": "a", "times": True}, {"words": "a"}]
)
async def test_what_the_app_would_not_send(client, mei, channel, options):
    """Options that Discord's app refuses never reach the bot."""
    with pytest.raises(InvalidInput):
        await mei.slash("echo", options, channel)


async def test_ephemeral_answers_are_seen_by_one(loopback, client, mei, channel):
    """An ephemeral answer is there for the asker alone."""
    answer = await mei.slash("echo", {"text": "secret"}, channel)
    assert answer.ephemeral
    assert answer in mei.reads(channel)
    assert answer not in Person(loopback, loopback.world.named("admin")).reads(channel)


async def test_deferred_answer_is_filled_by_the_first_follow_up(client, mei, channel):
    """The thinking message becomes the first follow-up; a second one is a message of its own."""
    answer = await mei.slash("think", {}, channel)
    assert answer.text == "thought"
    assert not answer.loading
    assert answer.edited_at is None
    await mei.slash("echo", {"text": "then"}, channel)
    assert [message.text for message in mei.reads(channel)][:2] == ["thought", "and more"]


async def test_buttons_and_modals(client, mei, channel):
    """Every button reaches its callback: an update, a deferred update, an answer of its own, a modal."""
    shown = await mei.slash("count", {}, channel)
    assert (await mei.press(shown, "count")).text == "counted"
    later = await mei.press(shown, "later")
    assert (later.id, later.text) == (shown.id, "edited later")
    modal = await mei.open_modal(shown, "write")
    assert modal.data["title"] == "A form"
    assert (await mei.submit(modal, {"words": "你好"})).text == "wrote 你好"


async def test_a_button_that_is_not_there(client, mei, channel):
    """Nobody presses what a message does not show."""
    shown = await mei.slash("count", {}, channel)
    with pytest.raises(InvalidInput):
        await mei.press(shown, "absent")


async def test_message_content_without_the_privileged_intent(client, mei, channel):
    """A bot reads DMs and mentions; of other messages it sees no content."""
    mei.say("just talking", channel)
    assert (await mei.dm("hello")).text == "heard hello"
    assert (await mei.mention("hello", channel)).text.endswith("> hello")
    assert ("lin.mei", "") in client.heard
    assert ("footnote", "heard hello") in client.heard


async def test_multipart_and_download(client, loopback, mei, channel):
    """The bot's file is stored and served."""
    answer = await mei.slash("attach", {"name": "茶 #1.txt"}, channel)
    (file,) = answer.attachments
    assert (file.filename, file.data) == ("茶 #1.txt", b"TEA")
    async with aiohttp.ClientSession() as session:
        response = await session.get(message_payload(loopback.world, loopback.url, answer)["attachments"][0]["url"])
        assert await response.read() == b"TEA"


async def test_silence_is_no_response():
    """An interaction that is never answered ends as Discord's app shows it."""
    loopback = LoopbackDiscord(first_response_s=0.2)
    await loopback.start()
    async with connected(loopback):
        with pytest.raises(NoResponse):
            await Person(loopback, loopback.world.users[0]).slash("silent", {}, loopback.world.home.channels[0])
    await loopback.close()


async def test_resume_after_op_7_replays(loopback, client, mei, channel):
    """After op 7 the client resumes, and what happened meanwhile arrives."""
    await tell(loopback.gateway, {"op": 7, "d": None})
    await loopback.gateway.until(lambda gateway: not gateway.live)
    waiting = asyncio.create_task(mei.dm("while away"))
    await loopback.gateway.until(lambda gateway: gateway.resumes == 1)
    assert (await waiting).text == "heard while away"
    assert loopback.gateway.identifies == 1


async def test_a_refused_token():
    """A token that is not accepted ends the login."""
    loopback = LoopbackDiscord(accepts=lambda token: token == "right")
    await loopback.start()
    with loopback.route():
        async with SmallBot() as client:
            with pytest.raises(discord.LoginFailure):
                await client.start("wrong")
    await loopback.close()


async def test_privileged_intents_are_refused(loopback):
    """A client that asks for a privileged intent is closed with 4014."""
    with loopback.route():
        async with discord.Client(intents=discord.Intents.all()) as client:
            with pytest.raises(discord.PrivilegedIntentsRequired):
                await client.start("any token")


async def test_route_is_put_back(loopback):
    """Outside of the route discord.py talks to the real Discord again."""
    before = discord.http.Route.BASE
    with loopback.route():
        assert discord.http.Route.BASE.startswith("http://127.0.0.1:")
    assert before == discord.http.Route.BASE


async def test_a_port_in_use(loopback):
    """A taken port is named."""
    port = int(loopback.url.rsplit(":", 1)[1])
    with pytest.raises(PortInUse) as taken:
        await LoopbackDiscord().start(port)
    assert taken.value.port == port


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": "Bot t"}, 200),
        ({}, 401),
        ({"Authorization": "Bot t", "Origin": "http://evil.example"}, 403),
        ({"Authorization": "Bot t", "Host": "evil.example"}, 403),
    ],
)
async def test_web_pages_are_kept_out(loopback, headers, status):
    """A request with an Origin, by another name or without a token is refused."""
    async with aiohttp.ClientSession() as session:
        response = await session.get(f"{loopback.url}/api/v10/users/@me", headers=headers)
        assert response.status == status
        response = await session.get(f"{loopback.url}/gateway", headers=headers)
        assert response.status == (403 if status == 403 else 400)


async def test_what_discord_does_not_have_is_json_404(loopback):
    """An unknown route is Discord's own 404."""
    async with aiohttp.ClientSession(headers={"Authorization": "Bot t"}) as session:
        response = await session.get(f"{loopback.url}/api/v10/nothing")
        assert (response.status, response.headers["Content-Type"]) == (404, "application/json")
        assert json.loads(await response.text())["message"] == "404: Not Found"


async def test_files_are_resolved(client, mei, channel):
    """What is handed in with a modal reaches the bot."""
    shown = await mei.slash("count", {}, channel)
    modal = await mei.open_modal(shown, "hand_in")
    papers = [Upload(filename="a.txt", data=b"tea"), Upload(filename="b.txt", data=b"")]
    assert (await mei.submit(modal, {"files": papers})).text == "a.txt (3 bytes), b.txt (0 bytes): "
    with pytest.raises(InvalidInput):
        await mei.submit(modal, {"absent": "words"})

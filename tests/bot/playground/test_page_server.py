"""The page's server lets a browser act, and keeps everybody else out."""

import io
import os

import aiohttp
import pytest

from bot.playground.page_server import PageServer
from bot.playground.visit import Welcome
from tests.person import Person


@pytest.fixture
async def page(loopback):
    """Yield a page's server on a free port."""
    server = PageServer(loopback)
    await server.start(0)
    yield server
    await server.close()


@pytest.fixture
async def browser(page):
    """Yield the socket of an open page, past its greeting."""
    async with aiohttp.ClientSession() as session, session.ws_connect(page.address + "socket") as socket:
        assert (await socket.receive_json())["is"] == "hello"
        yield socket


async def heard(socket, what):
    """Return the first of a kind that the page hears."""
    while (event := await socket.receive_json())["is"] != what:
        pass
    return event


async def enter(socket, user, channel, locale="en-US"):
    """Go somewhere as somebody."""
    await socket.send_json({"do": "enter", "user": str(user.id), "channel": str(channel.id), "locale": locale})
    return await heard(socket, "entered")


async def test_the_page_and_its_policy(page):
    """The page is served under its secret with a policy that allows no foreign script, and nothing else is."""
    async with aiohttp.ClientSession() as session:
        response = await session.get(page.address)
        assert response.status == 200
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
        assert (await session.get(page.address + "app.js")).headers["Content-Type"].startswith("text/javascript")
        for path in ("absent.js", "..%2fpage_server.py", "../page_server.py"):
            assert (await session.get(page.address + path)).status == 404


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
async def test_other_pages_are_refused(page, headers):
    """Another host's name, or another page's origin, is refused even with the secret."""
    async with aiohttp.ClientSession() as session:
        for path in ("", "socket"):
            assert (await session.get(page.address + path, headers=headers)).status == 403


async def test_without_the_secret(page):
    """Without the secret of this start there is nothing."""
    root = page.address.rsplit("/", 2)[0]
    async with aiohttp.ClientSession() as session:
        for path in ("/", "/wrong/", "/wrong/socket", "/wrong/app.js"):
            assert (await session.get(root + path)).status == 404


async def test_a_command_on_the_page(loopback, client, browser):
    """What somebody sends is answered on the page, with the command that was used."""
    world = loopback.world
    entered = await enter(browser, world.named("member"), world.home.channels[0])
    assert "echo" in [command["name"] for command in entered["commands"]]
    await browser.send_json({"do": "command", "name": "echo", "options": {"text": "<b>tea</b>"}})
    answer = (await heard(browser, "happening"))["message"]
    assert answer["content"] == "<b>tea</b>"
    asked = answer["interaction_metadata"]
    assert (asked["user"]["global_name"], asked["name"]) == ("Lin Mei", "echo")


async def test_suggestions_buttons_and_words(loopback, client, browser):
    """Suggestions, presses and plain words work from the page."""
    world = loopback.world
    await enter(browser, world.named("member"), world.home.channels[0])
    await browser.send_json({"do": "complete", "name": "echo", "option": "text", "typed": "a", "others": {}})
    assert (await heard(browser, "choices"))["choices"][0]["value"] == "a!"
    await browser.send_json({"do": "command", "name": "count", "options": {}})
    shown = (await heard(browser, "happening"))["message"]
    await browser.send_json({"do": "use", "message": shown["id"], "custom_id": "count"})
    assert (await heard(browser, "happening"))["message"]["content"] == "counted"
    await browser.send_json({"do": "say", "text": "@Footnote hello"})
    assert (await heard(browser, "happening"))["message"]["content"] == f"<@{world.bot.id}> hello"


async def test_one_sees_only_ones_own(loopback, client, browser):
    """What is private to somebody else, or in a channel that one is not in, does not reach the page."""
    world = loopback.world
    await Person(loopback, world.named("admin")).slash("echo", {"text": "secret"}, world.home.channels[0])
    entered = await enter(browser, world.named("member"), world.home.channels[0])
    assert entered["messages"] == []
    await browser.send_json(
        {
            "do": "enter",
            "user": str(world.named("stranger").id),
            "channel": str(world.home.channels[0].id),
            "locale": "en-US",
        }
    )
    assert "KeyError" in (await heard(browser, "notice"))["detail"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"do": "fly"}', '{"do": "enter"}', '{"do": "use", "message": "x", "custom_id": "a"}']
)
async def test_nonsense_is_told(browser, text):
    """What no page sends gets a notice, and the socket lives on."""
    await browser.send_str(text)
    await heard(browser, "notice")
    await browser.send_json({"do": "command", "name": "absent", "options": {}})
    assert "absent" in (await heard(browser, "notice"))["detail"]


async def test_files_and_modals(loopback, client, browser, page):
    """A file goes up by itself and is named in a modal, which the page is handed as the bot sent it."""
    world = loopback.world
    await enter(browser, world.named("member"), world.home.channels[0])
    async with aiohttp.ClientSession() as session:
        sent = await session.post(page.address + "files?name=tea.txt", data=b"tea")
        paper = {"file": (await sent.json())["id"]}
        too_big = await session.post(page.address + "files?name=big", data=io.BytesIO(b"x" * (10 * 1024 * 1024 + 1)))
        assert too_big.status == 413
    await browser.send_json({"do": "command", "name": "count", "options": {}})
    shown = (await heard(browser, "happening"))["message"]
    await browser.send_json({"do": "use", "message": shown["id"], "custom_id": "hand_in"})
    modal = await heard(browser, "modal")
    assert modal["data"]["title"] == "Papers"
    values = {"files": [paper], "note": "n"}
    await browser.send_json({"do": "submit", "key": modal["key"], "values": values})
    assert (await heard(browser, "happening"))["message"]["content"] == "tea.txt (3 bytes): n"
    await browser.send_json({"do": "submit", "key": modal["key"], "values": values})
    assert (await heard(browser, "notice"))["detail"] == "KeyError"


async def test_the_suggestions_are_about_the_sample(tmp_path):
    """Once there are articles of one's own, the questions about the sample are not suggested."""
    assert Welcome(folder=tmp_path).sample
    (tmp_path / "own.md").write_text("# Own\n\nWords.")
    assert not Welcome(folder=tmp_path).sample


async def test_commands_are_offered_once_there_is_an_index(loopback, client, tmp_path):
    """Nobody asks before there is something to answer from."""
    server = PageServer(loopback, Welcome(index=tmp_path))
    await server.start(0)
    async with aiohttp.ClientSession() as session, session.ws_connect(server.address + "socket") as socket:
        world = loopback.world
        entered = await enter(socket, world.named("member"), world.home.channels[0])
        assert entered["commands"] == []
        (tmp_path / "current").write_text("a build")
        os.utime(tmp_path / "current", (1, 1))
        assert (await heard(socket, "commands"))["commands"] != []
    await server.close()

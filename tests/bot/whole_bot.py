"""A whole bot on a loopback Discord in one process, for tests that end it from outside.

Called as ``python whole_bot.py DATA_DIR``; prints ``answered`` once a question was answered, and the exit is the bot's.
"""

import asyncio
import sys
from pathlib import Path

from bot import wiring
from bot.playground.actor import Actor
from bot.playground.loopback import LoopbackDiscord
from bot.settings import Settings


async def main(data_dir: Path) -> None:
    """Serve, ask once, and go on serving."""
    server = LoopbackDiscord(first_response_s=30)
    await server.start()
    with server.route():
        settings = Settings(
            token="good",
            data_dir=data_dir,
            articles_dir=data_dir / "a",
            home_servers=(server.world.home.id,),
        )
        serving = asyncio.create_task(wiring.run(settings))
        await server.gateway.until(lambda gateway: gateway.identifies > 0)
        member = Actor(server, server.world.named("member"))
        await member.slash("search", {"query": "turbine"}, server.world.home.channels[0])
        print("answered", flush=True)  # noqa: T201 -- the parent reads it
        await serving
    await server.close()


asyncio.run(main(Path(sys.argv[1])))

"""The schemas of both databases (``log.sql``, ``state.sql``), and how a file of an older version is brought up to date.

What must not live here: queries. A step, once released, never changes: the next schema is another step.
"""

import asyncio
from pathlib import Path

import aiosqlite

from bot.errors import NewerData
from bot.storage.backups import back_up

Steps = tuple[tuple[str, ...], ...]


def _steps(name: str) -> Steps:
    """Return the statements of each step, as the file of a database holds them."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return tuple(tuple(filter(None, map(str.strip, step.split(";")))) for step in text.split("-- STEP\n"))


LOG_STEPS, STATE_STEPS = _steps("log.sql"), _steps("state.sql")


async def migrate(connection: aiosqlite.Connection, path: Path, steps: Steps) -> None:
    """Bring a database to the newest of ``steps`` in one transaction; its ``user_version`` counts the steps taken.

    A file of an older version is copied to the backups first.

    Raises
    ------
    NewerData
        When the file has more steps than this version knows; it is left as it is.
    """
    ((version,),) = await connection.execute_fetchall("PRAGMA user_version")
    if version > len(steps):
        raise NewerData(path, version)
    if 0 < version < len(steps):
        await asyncio.to_thread(back_up, path)
    await connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version:]:
            for statement in step:
                await connection.execute(statement)
        await connection.execute(f"PRAGMA user_version = {len(steps)}")
        await connection.commit()
    except BaseException:
        await connection.rollback()
        raise

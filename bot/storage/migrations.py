"""The schemas of both databases, and how a file of an older version is brought up to date.

What must not live here: queries. A step, once released, never changes: the next schema is another step.
"""

import asyncio
from pathlib import Path

import aiosqlite

from bot.errors import NewerData
from bot.storage.backups import back_up

Steps = tuple[tuple[str, ...], ...]

LOG_STEPS: Steps = (
    (
        """
        CREATE TABLE queries (
            id INTEGER PRIMARY KEY, asked_at_ms INTEGER NOT NULL, kind TEXT NOT NULL, way_in TEXT NOT NULL,
            server_id INTEGER, channel_id INTEGER, user_key TEXT, locale TEXT, language TEXT, text TEXT NOT NULL,
            filter_source TEXT, filter_author TEXT, filter_language TEXT, filter_after TEXT, filter_before TEXT,
            private INTEGER NOT NULL, outcome TEXT NOT NULL, hits TEXT NOT NULL, latency_ms REAL, build TEXT, error TEXT
        )
        """,
        "CREATE INDEX queries_by_time ON queries (asked_at_ms)",
        """
        CREATE TABLE events (
            id INTEGER PRIMARY KEY, query_id INTEGER NOT NULL, at_ms INTEGER NOT NULL, kind TEXT NOT NULL,
            user_key TEXT, article_id TEXT
        )
        """,
        "CREATE INDEX events_by_query ON events (query_id)",
        "CREATE INDEX events_by_time ON events (at_ms)",
    ),
    ("ALTER TABLE events ADD COLUMN sentence TEXT",),
)

STATE_STEPS: Steps = (
    (
        """
        CREATE TABLE answers (
            key TEXT PRIMARY KEY, query_id INTEGER NOT NULL, kind TEXT NOT NULL, question TEXT NOT NULL,
            filter_source TEXT, filter_author TEXT, filter_language TEXT, filter_after TEXT, filter_before TEXT,
            subject TEXT, max_chars INTEGER, language TEXT NOT NULL, private INTEGER NOT NULL, asker_key TEXT,
            created_at_ms INTEGER NOT NULL
        )
        """,
        "CREATE INDEX answers_by_time ON answers (created_at_ms)",
        "CREATE TABLE people (user_key TEXT PRIMARY KEY, language TEXT NOT NULL)",
        "CREATE TABLE named_values (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    (
        "ALTER TABLE people ADD COLUMN at_ms INTEGER NOT NULL DEFAULT 0",
        "CREATE TABLE opt_outs (user_key TEXT PRIMARY KEY)",
        "CREATE TABLE handled (row_key TEXT PRIMARY KEY, at_ms INTEGER NOT NULL)",
    ),
)


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

"""`footnote erase`: delete what is kept of somebody who cannot reach the bot any more."""

import asyncio

import click

from bot.cli.session import read_settings, terminal_words
from bot.cli.terminal import write_lines
from bot.services.user_keys import UserKeys
from bot.settings import Settings
from bot.storage.data_lock import data_lock
from bot.storage.query_log import SqliteQueryLog
from bot.storage.state import SqliteState
from bot.storage.user_secret import user_secret


@click.command("erase")
@click.argument("user_id", type=click.IntRange(1, 2**63 - 1))
def command(user_id: int) -> None:
    """Delete what is kept of a user, where no bot runs."""
    settings, words = read_settings(), terminal_words()
    if settings.log_path.exists() or settings.state_path.exists():
        with data_lock(settings.data_dir):
            asyncio.run(_erase(settings, user_id))
    write_lines([words("cli-erased", days=settings.backup_days)])


async def _erase(settings: Settings, user_id: int) -> None:
    log = SqliteQueryLog(settings.log_path, retention_days=settings.log_retention_days)
    state = SqliteState(settings.state_path)
    forms = UserKeys(settings.log_users, user_secret(settings.data_dir), state).forms(user_id)
    for store in (log, state):
        await store.open()
        try:
            await store.erase(forms)
        finally:
            await store.close()

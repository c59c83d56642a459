"""The client: connection, command tree and sync. What must not live here: answers, wording or storage."""

from bot.client.client import FootnoteClient

__all__ = ["FootnoteClient"]

"""What the buttons and the form of /footnote add and /footnote articles do. All of it is for managers."""

import asyncio
import contextlib

import discord

from bot.render.articles import articles_layout, proposal_layout, removal_layout, removed_layout
from bot.render.custom_ids import ManageArticles
from bot.render.forms import uploads_of
from bot.render.notices import notice_layout
from bot.services.article_changes import ArticleChanges, Fetch
from bot.services.requests import Asker
from bot.views.delivery import LOST, show
from bot.views.managers import Managers
from bot.views.reindex_message import Reindexes

FETCH_S = 60.0


class ArticlePresses:
    """Answers managers' presses; raises what the services raise.

    Parameters
    ----------
    managers
        Who may.
    changes, reindexes
        What changes the articles, and what makes the change live.
    """

    def __init__(self, managers: Managers, changes: ArticleChanges, reindexes: Reindexes) -> None:
        self._managers = managers
        self._changes = changes
        self._reindexes = reindexes

    async def handle(self, interaction: discord.Interaction, asker: Asker, press: ManageArticles) -> None:
        """Answer one press, or the form that hands files in."""
        words = await self._managers.admit(interaction, asker, in_place=press.act != "add")
        match press.act:
            case "add":
                proposal = await self._changes.propose(
                    uploads_of(dict(interaction.data or {})), _fetching_with(interaction)
                )
                await show(interaction, proposal_layout(proposal, words))
            case "discard":
                await self._changes.discard(press.subject)
                await show(interaction, notice_layout(words("add-discarded")))
            case "list":
                page = await self._changes.page(int(press.subject) if press.subject.isdecimal() else 0)
                await show(interaction, articles_layout(page, words))
            case "choose":
                await show(interaction, removal_layout(await self._changes.removal(press.subject), words))
            case "removed":
                await show(interaction, removed_layout(await self._changes.removed(), words))
            case "keep" | "remove" | "restore":
                changes = self._changes
                change = {"keep": changes.accept, "remove": changes.remove, "restore": changes.restore}[press.act]
                await change(press.subject)
                await self._reindexes.follow(interaction, words, wait=True)


def _fetching_with(interaction: discord.Interaction) -> Fetch:
    """Return what fetches an uploaded file from Discord, through the client's proxy."""

    async def fetch(url: str) -> bytes | None:
        with contextlib.suppress(*LOST, TimeoutError):
            async with asyncio.timeout(FETCH_S):
                return await interaction.client.http.get_from_cdn(url)
        return None

    return fetch

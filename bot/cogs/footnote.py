"""/footnote, the admins' group: the group itself, /footnote status, /footnote review and /footnote settings.

Other subcommands have cogs of their own over :class:`AdminCog`, which the client hands to :func:`footnote_group`.
"""

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import discord
from discord import app_commands
from discord.app_commands import Range
from discord.ext import commands

from bot.cogs.wording import choice, said, slash
from bot.render.custom_ids import ReviewLog
from bot.render.status import settings_layout, status_layout
from bot.services.language import locale_language
from bot.services.requests import LANGUAGES
from bot.services.review import DAYS
from bot.services.server_settings import SettingsOfServers
from bot.services.vitals import Vitals
from bot.views.asking import asker_of
from bot.views.delivery import show
from bot.views.managers import Managers
from bot.views.review_presses import ReviewPresses

OWN_LANGUAGE = "own"
MOST_DAYS = 90


def footnote_group(cogs: Iterable["AdminCog"]) -> app_commands.Group:
    """Return the group with the commands of these cogs, which are not added to the client themselves."""
    rights = discord.Permissions(manage_guild=True)
    group = app_commands.Group(name="footnote", description=said("command-footnote"), default_permissions=rights)
    for cog in cogs:
        for command in cog.get_app_commands():
            group.add_command(command)
    return group


class AdminCog(commands.Cog):
    """The base of cogs for those who may manage; all but /reindex stand in the group."""

    def __init__(self, managers: Managers) -> None:
        self._managers = managers


class FootnoteCog(AdminCog):
    """Says how the bot is and what was asked, and keeps what a server sets."""

    def __init__(self, managers: Managers, vitals: Vitals, reviews: ReviewPresses, settings: SettingsOfServers) -> None:
        super().__init__(managers)
        self._vitals = vitals
        self._reviews = reviews
        self._settings = settings

    @slash
    async def status(self, interaction: discord.Interaction) -> None:
        """Answer with index, speed, log and version."""
        words = await self._managers.admit(interaction, asker_of(interaction))
        latency_s = interaction.client.latency
        gateway_ms = latency_s * 1000 if math.isfinite(latency_s) else None
        await show(interaction, status_layout(await self._vitals.status(), gateway_ms, datetime.now(UTC), words))

    @slash
    async def review(self, interaction: discord.Interaction, *, days: Range[int, 1, MOST_DAYS] = DAYS) -> None:
        """Answer with figures, a chart, and the way to the lists."""
        words = await self._managers.admit(interaction, asker_of(interaction))
        await self._reviews.show(interaction, words, ReviewLog(days=days))

    @slash
    @app_commands.choices(language=[choice(f"language-{each.lower()}", each) for each in (OWN_LANGUAGE, *LANGUAGES)])
    async def settings(
        self, interaction: discord.Interaction, *, language: str | None = None, private: bool | None = None
    ) -> None:
        """Change what is given, and answer with how the server is set."""
        asker = asker_of(interaction)
        words = await self._managers.admit(interaction, asker)
        server_id = asker.server_id or next(iter(await self._managers.gate.home()), 0)
        settings = await self._settings.of(server_id)
        if language is not None:
            settings = replace(settings, language=None if language == OWN_LANGUAGE else locale_language(language))
        if private is not None:
            settings = replace(settings, private=private)
        if saved := (language, private) != (None, None):
            await self._settings.put(server_id, settings)
        await show(interaction, settings_layout(settings, words, saved=saved))

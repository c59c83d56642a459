"""/footnote review."""

import discord
from discord import app_commands

from bot.cogs.footnote import AdminCog
from bot.cogs.wording import said
from bot.render.custom_ids import ReviewLog
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.review import DAYS
from bot.views.review_presses import ReviewPresses

MOST_DAYS = 90


class ReviewCog(AdminCog):
    """Shows those who may manage what was asked, and what came of it."""

    def __init__(self, gate: Gate, languages: Languages, reviews: ReviewPresses) -> None:
        super().__init__(gate, languages)
        self._reviews = reviews

    @app_commands.command(name="review", description=said("command-review"))
    @app_commands.describe(days=said("command-review-days"))
    async def review(
        self, interaction: discord.Interaction, *, days: app_commands.Range[int, 1, MOST_DAYS] = DAYS
    ) -> None:
        """Answer with figures, a chart, and the way to the lists."""
        asker, _ = await self.admit(interaction)
        await self._reviews.show(interaction, asker, ReviewLog(days=days))

"""/footnote add and /footnote articles."""

import discord
from discord import app_commands

from bot.cogs.footnote import AdminCog
from bot.cogs.wording import said
from bot.messages import words_in
from bot.render.articles import articles_layout, removal_layout
from bot.render.completions import title_choices
from bot.render.forms import upload_form
from bot.services.answers import Answers
from bot.services.article_changes import ArticleChanges
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.requests import ARTICLE_PREFIX, WayIn
from bot.views.asking import asker_of
from bot.views.delivery import open_form, show
from bot.views.failures import Failures

TITLE_CHARS = 200


class ArticlesCog(AdminCog):
    """Adds and removes articles; what follows is answered by :mod:`bot.views.article_presses`."""

    def __init__(
        self, gate: Gate, languages: Languages, changes: ArticleChanges, answers: Answers, failures: Failures
    ) -> None:
        super().__init__(gate, languages)
        self._changes = changes
        self._answers = answers
        self._failures = failures

    @app_commands.command(name="add", description=said("command-add"))
    async def add(self, interaction: discord.Interaction) -> None:
        """Open the form that takes files: as the first response, since Discord opens none later."""
        asker = asker_of(interaction)
        await self._gate.admit_manager(asker)
        await open_form(interaction, upload_form(words_in(await self._languages.of(asker))))

    @app_commands.command(name="articles", description=said("command-articles"))
    @app_commands.describe(article=said("command-articles-article"))
    async def articles(
        self, interaction: discord.Interaction, *, article: app_commands.Range[str, 1, TITLE_CHARS] | None = None
    ) -> None:
        """Answer with the articles, or with what would go with the one that is named."""
        _, words = await self.admit(interaction)
        if article is None:
            await show(interaction, articles_layout(await self._changes.page(0), words))
            return
        removal = await self._changes.removal(await self._changes.named(article.removeprefix(ARTICLE_PREFIX)))
        await show(interaction, removal_layout(removal, words))

    @articles.autocomplete("article")
    async def complete_article(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Complete titles."""
        titles = self._answers.completions.titles(asker_of(interaction, WayIn.AUTOCOMPLETE), current)
        return title_choices(await self._failures.completions(titles))

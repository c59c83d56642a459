"""/reindex, and what admins do to the articles from Discord: /footnote add, /footnote articles, /footnote aliases."""

import discord
from discord import app_commands
from discord.app_commands import Choice, Range

from bot.cogs.footnote import AdminCog
from bot.cogs.wording import slash
from bot.render.articles import aliases_layout, articles_layout, removal_layout
from bot.render.completions import name_choices, title_choices
from bot.render.forms import upload_form
from bot.services.article_changes import ArticleChanges
from bot.services.completions import Completions
from bot.services.requests import ARTICLE_PREFIX
from bot.views.asking import asker_of
from bot.views.delivery import open_form, show
from bot.views.failures import Failures
from bot.views.managers import Managers
from bot.views.reindex_message import Reindexes
from corpus.reading.aliases import MAX_NAME_CHARS

TITLE_CHARS = 200
Form = Range[str, 1, MAX_NAME_CHARS]


class ReindexCog(AdminCog):
    """Reads the articles again; a command of its own, beside the group."""

    def __init__(self, managers: Managers, reindexes: Reindexes) -> None:
        super().__init__(managers)
        self._reindexes = reindexes

    @slash
    @app_commands.default_permissions(manage_guild=True)
    async def reindex(self, interaction: discord.Interaction) -> None:
        """Answer with progress, then with what changed."""
        words = await self._managers.admit(interaction, asker_of(interaction))
        await self._reindexes.follow(interaction, words)


class ArticlesCog(AdminCog):
    """Adds and removes articles, which :mod:`bot.views.article_presses` goes on with, and lists aliases of names."""

    def __init__(
        self,
        managers: Managers,
        changes: ArticleChanges,
        reindexes: Reindexes,
        completions: Completions,
        failures: Failures,
    ) -> None:
        super().__init__(managers)
        self._changes = changes
        self._reindexes = reindexes
        self._offered = completions
        self._failures = failures

    @slash
    async def add(self, interaction: discord.Interaction) -> None:
        """Open the form that takes files: as the first response, since Discord opens none later."""
        await open_form(interaction, upload_form(await self._managers.words(asker_of(interaction))))

    @slash
    async def articles(
        self, interaction: discord.Interaction, *, article: Range[str, 1, TITLE_CHARS] | None = None
    ) -> None:
        """Answer with the articles, or with what would go with the one that is named."""
        words = await self._managers.admit(interaction, asker_of(interaction))
        if article is None:
            await show(interaction, articles_layout(await self._changes.page(0), words))
            return
        removal = await self._changes.removal(await self._changes.named(article.removeprefix(ARTICLE_PREFIX)))
        await show(interaction, removal_layout(removal, words))

    @articles.autocomplete("article")
    async def complete_article(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        """Complete titles."""
        return title_choices(await self._failures.completions(interaction, current, self._offered.titles))

    @slash
    async def aliases(
        self, interaction: discord.Interaction, *, name: Form = "", add: Form = "", remove: Form = ""
    ) -> None:
        """Change the list of a name, which reads the articles again; without a name, show all lists."""
        words = await self._managers.admit(interaction, asker_of(interaction))
        if name or add or remove:
            await self._reindexes.follow_aliases(interaction, words, await self._changes.set_aliases(name, add, remove))
        else:
            await show(interaction, aliases_layout(await self._changes.aliases(), words))

    @aliases.autocomplete("name")
    async def complete_name(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        """Complete names that the articles hold."""
        return name_choices(await self._failures.completions(interaction, current, self._offered.names))

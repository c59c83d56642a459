"""/footnote aliases: nicknames and further forms of names, as an admin lists them."""

import discord
from discord import app_commands

from bot.cogs.footnote import AdminCog
from bot.cogs.wording import said
from bot.render.articles import aliases_layout
from bot.render.completions import name_choices
from bot.services.answers import Answers
from bot.services.article_changes import ArticleChanges
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.requests import WayIn
from bot.views.asking import asker_of
from bot.views.delivery import show
from bot.views.failures import Failures
from bot.views.reindex_message import Reindexes
from corpus.reading.aliases import MAX_NAME_CHARS

Form = app_commands.Range[str, 1, MAX_NAME_CHARS]


class AliasesCog(AdminCog):
    """Lists, adds and removes aliases; a change is live after the reindex that follows it."""

    def __init__(
        self,
        gate: Gate,
        languages: Languages,
        changes: ArticleChanges,
        reindexes: Reindexes,
        answers: Answers,
        failures: Failures,
    ) -> None:
        super().__init__(gate, languages)
        self._changes = changes
        self._reindexes = reindexes
        self._answers = answers
        self._failures = failures

    @app_commands.command(name="aliases", description=said("command-aliases"))
    @app_commands.describe(
        name=said("command-aliases-name"), add=said("command-aliases-add"), remove=said("command-aliases-remove")
    )
    async def aliases(
        self, interaction: discord.Interaction, *, name: Form = "", add: Form = "", remove: Form = ""
    ) -> None:
        """Change the list of a name and read the articles again; without a change, show all lists."""
        _, words = await self.admit(interaction)
        changes = [(form, listed) for form, listed in ((remove, False), (add, True)) if name and form]
        for form, listed in changes:
            await self._changes.set_alias(name, form, listed=listed)
        if changes:
            await self._reindexes.follow(interaction, words, wait=True)
        else:
            await show(interaction, aliases_layout(await self._changes.aliases(), words))

    @aliases.autocomplete("name")
    async def complete_name(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Complete names that the articles hold."""
        names = self._answers.completions.names(asker_of(interaction, WayIn.AUTOCOMPLETE), current)
        return name_choices(await self._failures.completions(names))

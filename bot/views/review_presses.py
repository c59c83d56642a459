"""What /footnote review shows and what its buttons do. All of it is for managers."""

from dataclasses import dataclass

import discord

from bot.errors import AnswerExpired
from bot.messages import Words
from bot.render.answers import answer_layout
from bot.render.custom_ids import ReviewLog
from bot.render.forms import alias_form, alias_of
from bot.render.review import CHART_NAME, list_layout, review_chart, review_layout
from bot.services.answers import Answers
from bot.services.article_changes import ArticleChanges
from bot.services.charting import Charting
from bot.services.requests import ARTICLE_PREFIX, Asker, Question
from bot.services.review import Reviewing
from bot.views.delivery import open_form, show
from bot.views.managers import Managers
from bot.views.reindex_message import Reindexes


@dataclass(frozen=True, slots=True)
class ReviewPresses:
    """Shows reviews; raises what the services raise.

    Attributes
    ----------
    managers
        Who may.
    reviewing, charting, answers
        What was asked, a picture of it, and what is answered now.
    changes, reindexes
        List an alias, and make it known to the index.
    """

    managers: Managers
    reviewing: Reviewing
    charting: Charting
    answers: Answers
    changes: ArticleChanges
    reindexes: Reindexes

    async def handle(self, interaction: discord.Interaction, asker: Asker, press: ReviewLog) -> None:
        """Answer one press, or a form that was sent."""
        if press.act == "alias" and interaction.type is not discord.InteractionType.modal_submit:
            words = await self.managers.words(asker)
            await open_form(interaction, alias_form(press, (await self._question(press)).text, words))
            return
        words = await self.managers.admit(interaction, asker, in_place=press.act in ("show", "done"))
        match press.act:
            case "alias":
                name, alias = alias_of(dict(interaction.data or {}))
                await self.reindexes.follow_aliases(interaction, words, await self.changes.set_aliases(name, alias))
            case "run" | "read":
                answer = await self.answers.ask(asker, await self._question(press))
                await show(interaction, answer_layout(answer))
            case "show" | "done":
                if press.act == "done":
                    await self.reviewing.handle(press.subject)
                await self.show(interaction, words, press)

    async def show(self, interaction: discord.Interaction, words: Words, press: ReviewLog) -> None:
        """Show the figures, or a page of a list, in the place of the deferred response; a command's are worked out."""
        review = await self.reviewing.review(press.days, anew=interaction.message is None)
        if press.list is not None:
            await show(interaction, list_layout(review, press.list, press.page, words))
            return
        chart = review_chart(review, words)
        picture = None if chart is None else await self.charting.png(chart)
        layout = review_layout(review, words, drawn=picture is not None)
        await show(interaction, layout, attachment=None if picture is None else (CHART_NAME, picture))

    async def _question(self, press: ReviewLog) -> Question:
        """Return what a row asks, for the manager's eyes alone; raises AnswerExpired where it is gone."""
        if press.act == "read":
            return Question(kind="summary", text=f"{ARTICLE_PREFIX}{press.subject}", private=True)
        asked = await self.reviewing.question(int(press.subject)) if press.subject.isdecimal() else None
        if asked is None:
            raise AnswerExpired
        return Question(kind=asked.kind, text=asked.text, filters=asked.filters, private=True)

"""The Discord client: hands events to cogs, router and buttons, and ends in order."""

import asyncio
import logging
import sys
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.client.pacing import ConnectionPace
from bot.client.sync import sync_when_changed
from bot.cogs.about import AboutCog
from bot.cogs.articles import ArticlesCog, ReindexCog
from bot.cogs.asking import AskingCog
from bot.cogs.footnote import AdminCog, FootnoteCog, footnote_group
from bot.cogs.wording import CatalogueTranslator
from bot.dm_router import DmRouter
from bot.errors import DiscordUnreachable, TokenRefused
from bot.membership import DiscordMembership
from bot.render.custom_ids import TEMPLATE, CompareBuilds, ManageArticles, OwnData, Press, ReviewLog
from bot.services.answers import Answers
from bot.services.article_changes import ArticleChanges
from bot.services.charting import Charting
from bot.services.comparing import Comparing
from bot.services.privacy import Privacy
from bot.services.reindexing import Reindexing
from bot.services.review import Reviewing
from bot.services.vitals import Vitals
from bot.views.article_presses import ArticlePresses
from bot.views.asking import asker_of
from bot.views.buttons import Handler, Presses, button_item
from bot.views.failures import Failures, record
from bot.views.managers import Managers
from bot.views.privacy_presses import PrivacyPresses
from bot.views.reindex_message import ComparePresses, Reindexes
from bot.views.review_presses import ReviewPresses

_log = logging.getLogger(__name__)
DRAIN_S = 2.0
HTTP_WAIT_S = 30.0
READY_S = 0.5  # how long discord.py waits for one more server before it calls itself ready; its own is 2 s
FATAL_CLOSES = frozenset({4004, 4010, 4011, 4012, 4013, 4014})
_ANSWERING_TASKS = (
    "CommandTree-invoker",
    "discord-ui-dynamic-item-",
    "discord.py: on_message",
    "discord.py: on_interaction",
)
_NO_ROUTE = (OSError, aiohttp.ClientError, discord.HTTPException, discord.GatewayNotFound, discord.RateLimited)
_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")
_QUESTIONS = ("query", "about", "name")


class FootnoteClient(commands.Bot):
    """Connects the services to Discord, without any privileged intent.

    Parameters
    ----------
    answers, reindexing, comparing, changes, charting, reviewing, privacy, vitals
        What commands, messages and buttons are answered with; the state of ``answers`` also keeps the hash of the
        commands and the IDENTIFY budget.
    membership
        Is given this client, to ask Discord who belongs where.
    proxy
        An HTTP proxy for REST and gateway; never used for a Discord on this machine.
    """

    def __init__(  # noqa: PLR0913  one keyword for a service
        self,
        *,
        answers: Answers,
        reindexing: Reindexing,
        comparing: Comparing,
        changes: ArticleChanges,
        charting: Charting,
        reviewing: Reviewing,
        privacy: Privacy,
        vitals: Vitals,
        membership: DiscordMembership,
        proxy: str | None = None,
    ) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody hosts this bot for its voice
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            max_ratelimit_timeout=HTTP_WAIT_S,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=READY_S,
            proxy=None if urlsplit(discord.http.Route.BASE).hostname in _THIS_MACHINE else proxy,
        )
        gate, languages = answers.gate, answers.languages
        self._gate = gate
        self._state = answers.state
        self._pace = ConnectionPace(self._state)
        self._failures = Failures(languages)
        self._router = DmRouter(answers, gate, languages, privacy, self._failures)
        reindexes = Reindexes(reindexing, comparing)
        managers = Managers(gate, languages)
        reviews = ReviewPresses(managers, reviewing, charting, answers, changes, reindexes)
        others: dict[type[Press], Handler] = {
            ManageArticles: ArticlePresses(managers, changes, reindexes).handle,
            OwnData: PrivacyPresses(privacy, languages).handle,
            ReviewLog: reviews.handle,
            CompareBuilds: ComparePresses(managers, comparing).handle,
        }
        self._presses = Presses(answers, others, self._failures)
        self._button = button_item(self._presses)
        self._asking = AskingCog(answers, self._failures)
        self._cogs_to_add: tuple[commands.Cog, ...] = (
            self._asking,
            AboutCog(gate, languages, privacy, answers.completions),
            ReindexCog(managers, reindexes),
        )
        self._admin_cogs: tuple[AdminCog, ...] = (
            ArticlesCog(managers, changes, reindexes, answers.completions, self._failures),
            FootnoteCog(managers, vitals, reviews, answers.settings),
        )
        self.tree.error(self._command_failed)
        membership.attach(self)
        self._pace_connects()

    async def setup_hook(self) -> None:
        """Add commands and buttons, and send the commands to Discord if they changed."""
        await self.add_commands()
        self.add_dynamic_items(self._button)
        if self.application_id is not None:
            await sync_when_changed(self.tree, self.application_id, self._state)

    async def add_commands(self) -> None:
        """Add every command to the tree, in three languages."""
        for cog in self._cogs_to_add:
            await self.add_cog(cog)
        self.tree.add_command(footnote_group(self._admin_cogs))
        for command in self._asking.menu():
            self.tree.add_command(command)
        await self.tree.set_translator(CatalogueTranslator())

    async def start(self, token: str, *, reconnect: bool = True) -> None:
        """Log in and stay connected until closed.

        Raises
        ------
        TokenRefused
            Discord refuses the token, or closes with a code that no restart cures.
        DiscordUnreachable
            There is no route, Discord fails, or the day's IDENTIFY budget is spent.
        """
        try:
            await super().start(token, reconnect=reconnect)
        except discord.LoginFailure as error:
            raise TokenRefused("401") from error
        except (discord.ConnectionClosed, discord.PrivilegedIntentsRequired) as error:
            code = error.code if isinstance(error, discord.ConnectionClosed) else 4014
            kind = TokenRefused if code in FATAL_CLOSES else DiscordUnreachable
            raise kind(f"close code {code}") from error
        except _NO_ROUTE as error:
            raise DiscordUnreachable(_reason(error)) from error
        except AttributeError as error:
            # discord.py reads the session of a websocket that it never had, when the first connect fails.
            if self.ws is not None:
                raise
            raise DiscordUnreachable(_reason(error.__context__ or error)) from error

    async def close(self) -> None:
        """Let running answers finish for two seconds, then disconnect."""
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_S):
                while answering := _answering():  # more may come in meanwhile
                    await asyncio.wait(answering)
        for task in (unfinished := _answering()):
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        await super().close()

    async def on_connect(self) -> None:
        """Let the gate remember its home while the bot's first server is its only one; Discord has named them."""
        _log.info("connected as %s in %d servers", self.user, len(self.guilds))
        await self._gate.find_home()

    async def on_guild_join(self, _guild: discord.Guild) -> None:
        """Let the first server that the bot is added to become home before there is a second."""
        await self._gate.find_home()

    async def on_message(self, message: discord.Message, /) -> None:
        """Hand a message to the router; there are no text commands."""
        if self.user is not None:
            await self._router.handle(message, self.user.id)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hand a form that was sent to those who answer buttons: discord.py forgets forms when the bot restarts."""
        if interaction.type is discord.InteractionType.modal_submit and interaction.data is not None:
            custom_id = str(dict(interaction.data)["custom_id"])
            if TEMPLATE.fullmatch(custom_id):
                await self._presses.handle(interaction, custom_id)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002  may hold what was asked
        """Log what an event handler raised."""
        error = sys.exc_info()[1]
        if error is not None:
            record(error)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002  discord.py's signature
        """Pace IDENTIFYs, the first of a start included: a service may restart in a loop."""
        await self._pace.before_identify()

    async def _command_failed(self, interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        """Answer a command that failed; whoever reindexes is told causes, and whoever still types nothing."""
        if interaction.type is discord.InteractionType.autocomplete:  # of a command that is no more
            await interaction.response.autocomplete([])
            return
        options = vars(interaction.namespace)
        question = next((str(options[name]) for name in _QUESTIONS if options.get(name)), "")
        command = interaction.command
        managing = command is not None and command.qualified_name.split()[0] in ("reindex", "footnote")
        await self._failures.answer(interaction, error, asker_of(interaction), question=question, detail=managing)

    def _pace_connects(self) -> None:
        """Put the pace before every websocket, resumed ones too, for which discord.py has no hook."""
        connect = self.http.ws_connect

        async def paced(url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
            await self._pace.before_connect()
            return await connect(url, compress=compress)

        self.http.ws_connect = paced  # type: ignore[method-assign]  # the narrowest seam there is


def _answering() -> set[asyncio.Task[Any]]:
    """Return the tasks in which discord.py runs commands, buttons and messages."""
    running = asyncio.all_tasks() - {asyncio.current_task()}
    return {task for task in running if task.get_name().startswith(_ANSWERING_TASKS)}


def _reason(error: BaseException) -> str:
    """Return a short cause: an HTTP status, or the class of what the network said."""
    return f"HTTP {error.status}" if isinstance(error, discord.HTTPException) else type(error).__name__

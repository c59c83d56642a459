"""What the buttons of /privacy do, for whoever presses them and on nothing but what is their own."""

import asyncio
import gzip

import discord

from bot.errors import DataFault, NewerData
from bot.messages import Words, words_in
from bot.render.custom_ids import OwnData
from bot.render.notices import notice_layout
from bot.render.privacy import FILE_NAME, erase_layout, erased_layout, own_data_layout, privacy_layout
from bot.services.language import Languages
from bot.services.privacy import Privacy
from bot.services.requests import Asker
from bot.views.delivery import defer_press, show
from bot.views.failures import record

PLAIN_BYTES = 8 * 2**20  # Discord takes 10 MB


class PrivacyPresses:
    """Answers presses of anybody: a former member has these rights too. Raises what the service raises.

    Parameters
    ----------
    privacy, languages
        What acts, and in which language it is told.
    """

    def __init__(self, privacy: Privacy, languages: Languages) -> None:
        self._privacy = privacy
        self._languages = languages

    async def handle(self, interaction: discord.Interaction, asker: Asker, press: OwnData) -> None:
        """Answer one press, so that nobody but the presser sees it; what could not be done is said with its cause."""
        message = interaction.message
        own = asker.server_id is None or (message is not None and message.flags.ephemeral)
        await defer_press(interaction, in_place=own and press.act != "file")
        words = words_in(await self._languages.of(asker))
        try:
            await self._act(interaction, asker, press, words)
        except (DataFault, NewerData) as error:
            record(error)
            await show(interaction, notice_layout(words("privacy-failed", act=press.act, reason=error.reason)))

    async def _act(self, interaction: discord.Interaction, asker: Asker, press: OwnData, words: Words) -> None:
        settings, people = self._privacy.settings, self._privacy.people
        match press.act:
            case "file":
                name, content = FILE_NAME, await self._privacy.own_data(asker.user_id)
                if len(content) > PLAIN_BYTES:
                    name, content = f"{name}.gz", await asyncio.to_thread(gzip.compress, content)
                await show(interaction, own_data_layout(words, name), attachment=(name, content))
            case "erase":
                await show(interaction, erase_layout(settings, words))
            case "erase-now":
                await self._privacy.erase(asker.user_id)
                await show(interaction, erased_layout(settings, words, keeps=people.keeps(asker.user_id)))
            case "out" | "in" | "page":
                if press.act != "page":
                    await people.put(asker.user_id, out=press.act == "out")
                await show(interaction, privacy_layout(settings, words, keeps=people.keeps(asker.user_id)))

"""Who asks, from where: the value that every way in makes and every service takes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Language = Literal["en-US", "zh-CN", "zh-TW"]
LANGUAGES: tuple[Language, ...] = ("en-US", "zh-CN", "zh-TW")


class WayIn(StrEnum):
    """How a question or a press reached the bot."""

    COMMAND = "command"
    AUTOCOMPLETE = "autocomplete"
    BUTTON = "button"
    MODAL = "modal"
    MENTION = "mention"
    DIRECT_MESSAGE = "direct_message"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """A person at a place and a moment.

    ``event_id`` is the snowflake of the interaction or message; ``server_id`` is None in a direct message; ``locale``
    and ``server_locale`` are Discord's tags, None where a message brings none; ``manages_server`` is the Manage
    Server right in ``server_id``, as Discord says.
    """

    event_id: int
    user_id: int
    server_id: int | None
    channel_id: int | None
    locale: str | None
    server_locale: str | None
    manages_server: bool
    way_in: WayIn

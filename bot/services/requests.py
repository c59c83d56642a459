"""Who asks what, from where: the values that every way in makes and every service takes."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from corpus import Filters

Language = Literal["en-US", "zh-CN", "zh-TW"]
LANGUAGES: tuple[Language, ...] = ("en-US", "zh-CN", "zh-TW")
AnswerKind = Literal["search", "who", "summary"]
ARTICLE_PREFIX = "article:"  # what a completed title is sent as, before the article's id


class WayIn(StrEnum):
    """How a question or a press reached the bot."""

    COMMAND = "command"
    MESSAGE_COMMAND = "message_command"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asks: words to search for, a name, or the title or topic of a summary.

    ``filters`` may be as typed; ``said`` are the words around a name or topic, where there were any; ``length`` is
    that of a summary, ``short``, ``medium`` or ``long``; ``or_search`` lets a name that nobody has, and a subject
    that no title holds, be searched for; ``language`` is that of the answer which led here, else the language rule
    decides.
    """

    kind: AnswerKind
    text: str
    filters: Filters = field(default_factory=Filters)
    said: str | None = None
    length: str = "medium"
    or_search: bool = False
    private: bool = False
    language: Language | None = None

    @property
    def is_name(self) -> bool:
        """Whether nothing but a name or a completed title was given, whose script says nothing about its reader."""
        return self.said is None and (self.kind == "who" or self.text.startswith(ARTICLE_PREFIX))

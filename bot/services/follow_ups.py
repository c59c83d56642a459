"""Whom or what a conversation was about last, for a message that says he, she, it or this article.

What must not live here: answering, and what it is that a question is about.
"""

import re
import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Literal

from bot.services.phrases import phrases
from bot.services.requests import Asker

KEPT_S = 900.0
MOST = 1_000  # conversations
_SAID_OF = {
    "person": phrases("person_before"),
    "organisation": phrases("thing_before"),
    "product": phrases("thing_before"),
    "article": phrases("piece_before"),
}
_THEN = re.compile(r"那[么麼]?[\s,，]*")
_OWNING = {"his", "her", "its", "their"}


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what an answer is about: a name, or an article by its title."""

    name: str
    kind: Literal["person", "organisation", "product", "article"]


class FollowUps:
    """Knows for a quarter of an hour, in memory alone, what each person asked for last in each channel.

    Parameters
    ----------
    clock
        Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._subjects: OrderedDict[tuple[str, int | None], tuple[About, float]] = OrderedDict()

    def remember(self, asker: Asker, about: About | None) -> None:
        """Take what an answer is about as what a pronoun means from now on; None leaves nothing."""
        conversation = str(asker.user_id), asker.channel_id
        self._subjects.pop(conversation, None)
        if about:
            self._subjects[conversation] = about, self._clock() + KEPT_S
        if len(self._subjects) > MOST:
            self._subjects.popitem(last=False)

    def in_full(self, asker: Asker, words: str) -> str:
        """Return a message with the name for its first pronoun, or as it is.

        A pronoun counts behind nothing but what asks, where no name can stand that it might mean instead: ``what does
        she do``, 他现在呢.
        """
        subject, until = self._subjects.get((str(asker.user_id), asker.channel_id), (None, 0.0))
        if subject is None or until <= self._clock():
            return words
        for pattern in _SAID_OF[subject.kind]:
            if found := pattern.match(words):
                owned = "'s" if found["it"].lower() in _OWNING and words[found.end() :].strip(" ?!.") else ""
                before = words[: found.start("it")]
                # Then, before a name, reads as a part of it.
                return f"{'' if _THEN.fullmatch(before) else before}{subject.name}{owned}{words[found.end('it') :]}"
        return words

    async def of_person(self, user_keys: Collection[str], /) -> dict[str, list[dict[str, Any]]]:
        """Return the names kept for somebody, with the channel of each."""
        return {
            "asked_last": [
                {"channel_id": where, "name": subject.name}
                for (who, where), (subject, _) in self._subjects.items()
                if who in user_keys
            ]
        }

    async def erase(self, user_keys: Collection[str], /) -> None:
        """Forget what somebody asked for."""
        for conversation in [one for one in self._subjects if one[0] in user_keys]:
            del self._subjects[conversation]

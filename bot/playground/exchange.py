"""The life of an interaction on Discord's side: who may answer it, how often, until when, and what came of it."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from discord import InteractionResponseType as Callback
from discord import InteractionType

from bot.playground.board import Json, Message
from bot.playground.errors import Refusal, invalid, unknown
from bot.playground.interactions import Interaction
from bot.playground.snowflake import SnowflakeClock

FIRST_RESPONSE_S = 3.0
TOKEN_S = 900.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What somebody is shown for what they did: a message, suggestions, or a modal."""

    message: Message | None = None
    choices: tuple[Json, ...] | None = None
    modal: Json | None = None


class Exchange:
    """One interaction and its answer so far.

    Attributes
    ----------
    acknowledged
        Set by the first response.
    outcome
        Done once there is something to see: a deferred answer is not, until it is filled.
    original_id
        The message that ``@original`` names, None before there is one.
    """

    def __init__(self, interaction: Interaction, opened_at: float) -> None:
        self.interaction = interaction
        self.opened_at = opened_at
        self.callback: Callback | None = None
        self.acknowledged = asyncio.Event()
        self.outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self.original_id: int | None = None

    def show(self, outcome: Outcome) -> None:
        """Complete the outcome; later answers change messages, not the outcome."""
        if not self.outcome.done():
            self.outcome.set_result(outcome)


class Exchanges:
    """Every interaction that was opened, by id and by token.

    Parameters
    ----------
    snowflakes
        Makes the ids.
    now
        Seconds of a clock that never goes back.
    first_response_s
        How long the first response may take before the token is dead.
    """

    def __init__(
        self, snowflakes: SnowflakeClock, now: Callable[[], float], *, first_response_s: float = FIRST_RESPONSE_S
    ) -> None:
        self.first_response_s = first_response_s
        self._snowflakes = snowflakes
        self._now = now
        self._by_token: dict[str, Exchange] = {}

    def open(self, **fields: Any) -> Exchange:
        """Begin an exchange; ``fields`` are those of Interaction, without id and token."""
        interaction = Interaction(id=self._snowflakes(), token=secrets.token_urlsafe(48), **fields)
        exchange = Exchange(interaction, self._now())
        self._by_token[interaction.token] = exchange
        return exchange

    def respond(self, interaction_id: str, token: str, callback: int) -> Exchange:
        """Take the first response. Raises Refusal: 10062 when it is unknown or late, 40060 the second time."""
        exchange = self._by_token.get(token)
        if exchange is None or str(exchange.interaction.id) != interaction_id:
            raise unknown("interaction", 10062)
        if exchange.callback is not None:
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        if self._now() - exchange.opened_at > self.first_response_s:
            raise unknown("interaction", 10062)
        exchange.callback = next((kind for kind in _allowed(exchange.interaction) if kind.value == callback), None)
        if exchange.callback is None:
            raise invalid()
        exchange.acknowledged.set()
        return exchange

    def webhook(self, application_id: str, token: str) -> Exchange:
        """Return the exchange behind an interaction's webhook. Raises Refusal when unanswered, unknown or over."""
        exchange = self._by_token.get(token)
        if exchange is None or exchange.callback is None or not application_id.isdecimal():
            raise unknown("Webhook", 10015)
        if self._now() - exchange.opened_at > TOKEN_S:
            raise Refusal(401, 50027, "Invalid Webhook Token")
        return exchange


def _allowed(interaction: Interaction) -> set[Callback]:
    if interaction.type is InteractionType.autocomplete:
        return {Callback.autocomplete_result}
    allowed = {Callback.channel_message, Callback.deferred_channel_message}
    if interaction.message is not None:
        allowed |= {Callback.deferred_message_update, Callback.message_update}
    if interaction.type is not InteractionType.modal_submit:
        allowed.add(Callback.modal)
    return allowed

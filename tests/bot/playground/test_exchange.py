"""An interaction's token lives as long as Discord lets it."""

import pytest
from discord import InteractionResponseType as Callback
from discord import InteractionType
from discord.utils import DISCORD_EPOCH, snowflake_time

from bot.playground.errors import Refusal
from bot.playground.exchange import Exchanges
from bot.playground.snowflake import SnowflakeClock
from bot.playground.world import playground_world


class Clock:
    """Seconds that pass when told."""

    seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    """Return a clock at zero."""
    return Clock()


@pytest.fixture
def exchanges(clock):
    """Return the exchanges by that clock."""
    return Exchanges(SnowflakeClock(), clock)


def opened(exchanges, kind=InteractionType.application_command, message=None):
    """Open an exchange of a member in the home server."""
    world = playground_world()
    fields = {"user": world.users[0], "channel": world.home.channels[0], "locale": "en-US", "data": {}}
    return exchanges.open(type=kind, message=message, **fields)


def refusal(function, *arguments):
    """Return the code of the refusal."""
    with pytest.raises(Refusal) as refused:
        function(*arguments)
    return refused.value.code


async def test_the_first_response_within_three_seconds(exchanges, clock):
    """At three seconds a response counts; later the interaction is unknown."""
    in_time, late = opened(exchanges), opened(exchanges)
    clock.seconds = 3.0
    interaction = in_time.interaction
    assert exchanges.respond(str(interaction.id), interaction.token, Callback.channel_message.value) is in_time
    clock.seconds = 3.1
    assert refusal(exchanges.respond, str(late.interaction.id), late.interaction.token, 4) == 10062


async def test_the_second_response_is_refused(exchanges):
    """Whoever responds twice is told 40060."""
    interaction = opened(exchanges).interaction
    exchanges.respond(str(interaction.id), interaction.token, Callback.channel_message.value)
    assert refusal(exchanges.respond, str(interaction.id), interaction.token, 4) == 40060


async def test_another_token_is_unknown(exchanges):
    """A token that was never given out, or belongs to another interaction, is unknown."""
    one, other = opened(exchanges).interaction, opened(exchanges).interaction
    assert refusal(exchanges.respond, str(one.id), "wrong", 4) == 10062
    assert refusal(exchanges.respond, str(one.id), other.token, 4) == 10062


async def test_the_webhook_lives_fifteen_minutes(exchanges, clock):
    """The webhook is unknown before the first response, and its token invalid after fifteen minutes."""
    exchange = opened(exchanges)
    token = exchange.interaction.token
    assert refusal(exchanges.webhook, "1", token) == 10015
    exchanges.respond(str(exchange.interaction.id), token, Callback.deferred_channel_message.value)
    clock.seconds = 900.0
    assert exchanges.webhook("1", token) is exchange
    clock.seconds = 900.1
    assert refusal(exchanges.webhook, "1", token) == 50027


@pytest.mark.parametrize(
    ("kind", "callback"),
    [
        (InteractionType.application_command, Callback.message_update.value),
        (InteractionType.application_command, Callback.autocomplete_result.value),
        (InteractionType.autocomplete, Callback.channel_message.value),
        (InteractionType.modal_submit, Callback.modal.value),
        (InteractionType.application_command, 3),
    ],
)
async def test_responses_of_the_wrong_kind(exchanges, kind, callback):
    """A response that the interaction does not take is an invalid form, and the interaction stays open."""
    exchange = opened(exchanges, kind)
    interaction = exchange.interaction
    assert refusal(exchanges.respond, str(interaction.id), interaction.token, callback) == 50035
    assert exchange.callback is None


def test_snowflakes_rise_even_when_the_clock_goes_back():
    """Ids rise strictly and name their moment."""
    times = iter([DISCORD_EPOCH + 5000, DISCORD_EPOCH + 5000, DISCORD_EPOCH])
    clock = SnowflakeClock(lambda: next(times) / 1000)
    first, second, third = clock(), clock(), clock()
    assert first < second < third
    assert snowflake_time(first).timestamp() * 1000 == DISCORD_EPOCH + 5000

"""What somebody reads in a message of the bot's, and presses under it."""

from typing import Any

from bot.messages import words_in
from bot.playground.board import Message
from tests.person import Person

WORDS = words_in("en-US")


def plain(message: Message) -> str:
    """Return what a message says, without the escapes of markdown."""
    return message.text.replace("\\", "")


def labels(message: Message) -> list[str]:
    """Return what the buttons of a message say."""
    return [each["label"] for each in message.controls]


def button(message: Message, label: str) -> str:
    """Return the custom id of the first button of a label."""
    return next(each["custom_id"] for each in message.controls if each["label"] == label)


def opener(message: Message) -> str:
    """Return the custom id of the first button that opens an article."""
    return next(each["custom_id"] for each in message.controls if ":read:" in each.get("custom_id", ""))


async def pressed(actor: Person, message: Message, name: str, **values: Any) -> Message:
    """Press a button by the name and values of its English label and return what it shows."""
    return await actor.press(message, button(message, WORDS(name, **values)))


async def finished(actor: Person, message: Message, name: str = "reindex-done") -> Message:
    """Wait until a report on work under way has an English heading, by its name, and return it."""
    return await actor.until(message, lambda shown: WORDS(name) in shown.text)

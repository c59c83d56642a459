"""What is kept of people, and what they can do about it, as messages."""

from discord import ButtonStyle
from discord.ui import File, LayoutView

from bot.messages import Words
from bot.render.components import AnyButton, button, layout, row, text
from bot.render.custom_ids import OwnAct, OwnData
from bot.render.escaping import escaped
from bot.settings import Settings

FILE_NAME = "footnote-data.json"


def privacy_layout(settings: Settings, words: Words, *, keeps: bool) -> LayoutView:
    """Return what is kept of a question, how long, by whom, and the buttons that give, erase or stop it.

    Parameters
    ----------
    keeps
        Whether the reader's questions are logged.
    """
    operator = escaped(settings.operator, 200) if settings.operator else words("privacy-operator-unknown")
    lines = (
        f"### {words('privacy-heading')}",
        None if keeps else f"**{words('privacy-out')}**",
        words("privacy-kept"),
        words(f"privacy-users-{settings.log_users}"),
        words("privacy-how-long", days=settings.log_retention_days, backups=settings.backup_days),
        words("privacy-direct-words" if settings.private_in_reviews else "privacy-direct"),
        words("privacy-never"),
        words("privacy-operator", operator=operator),
        words("privacy-delete-unknown" if settings.log_users == "none" else "privacy-delete"),
    )
    buttons = (
        button(words("privacy-button-data"), OwnData(act="file")),
        button(words("privacy-button-erase"), OwnData(act="erase")),
        _switch(words, keeps=keeps),
    )
    return layout(text(*lines), row(*buttons))


def own_data_layout(words: Words, file_name: str = FILE_NAME) -> LayoutView:
    """Return the message that carries somebody's own data, attached under that name."""
    return layout(text(words("privacy-file")), File(f"attachment://{file_name}"))


def erase_layout(settings: Settings, words: Words) -> LayoutView:
    """Return what an erasure takes and leaves, with the button that does it."""
    told = text(f"### {words('erase-heading')}", words("erase-what", backups=settings.backup_days))
    erase = button(words("privacy-button-erase-now"), OwnData(act="erase-now"), ButtonStyle.danger)
    return layout(told, row(erase, _back(words)))


def erased_layout(settings: Settings, words: Words, *, keeps: bool) -> LayoutView:
    """Return that an erasure is done, and when the backups follow."""
    told = text(f"### {words('erased-heading')}", words("erased", backups=settings.backup_days))
    return layout(told, row(_switch(words, keeps=keeps), _back(words)))


def _back(words: Words) -> AnyButton:
    return button(words("button-back"), OwnData(act="page"))


def _switch(words: Words, *, keeps: bool) -> AnyButton:
    """Return the button that lets the reader out of the log, or in again."""
    act: OwnAct = "out" if keeps else "in"
    return button(words(f"privacy-button-{act}"), OwnData(act=act))

"""How the bot is, and how a server has set it, as messages."""

from datetime import UTC, datetime

from discord.ui import LayoutView

from bot.messages import Words
from bot.render.components import layout, text
from bot.render.escaping import escaped
from bot.services.server_settings import ServerSettings
from bot.services.vitals import Status

_MIB = 2**20


def status_layout(status: Status, gateway_ms: float | None, now: datetime, words: Words) -> LayoutView:
    """Return the measures of the bot, what is wrong first."""
    lines = [f"### {words('status-heading')}"]
    if status.damaged:
        lines.append(words("status-damaged"))
    if status.outdated:
        lines.append(words("status-outdated"))
    if status.build is None:
        lines.append(words("status-no-index"))
    else:
        lines.append(words("status-index", articles=status.articles, passages=status.passages))
        lines.append(
            words("status-build", age=_age(status.built_at, now, words), engine=escaped(str(status.engine), 40))
        )
    if status.answer_ms is not None:
        lines.append(words("status-answers", milliseconds=f"{status.answer_ms:.0f}"))
    if gateway_ms is not None:
        lines.append(words("status-gateway", milliseconds=f"{gateway_ms:.0f}"))
    lines.append(words("status-lag", milliseconds=f"{status.lag_ms:.0f}"))
    lines.append(words("status-log", size=size_words(status.log_bytes)))
    lines.append(words("status-version", version=escaped(status.version, 40)))
    return layout(text("\n".join(lines)))


def settings_layout(settings: ServerSettings, words: Words, *, saved: bool) -> LayoutView:
    """Return how a server is set, and whether that was just changed."""
    language = words(f"language-{settings.language.lower()}" if settings.language else "language-own")
    lines = (
        f"### {words('settings-saved' if saved else 'settings-heading')}",
        words("settings-language", language=language),
        words("settings-private" if settings.private else "settings-public"),
    )
    return layout(text("\n".join(lines)))


def size_words(size_bytes: int) -> str:
    """Return a size as people read it."""
    return f"{size_bytes / _MIB:.1f} MB" if size_bytes >= _MIB else f"{size_bytes / 1024:.0f} KB"


def _age(built_at: str | None, now: datetime, words: Words) -> str:
    """Return how long ago the index was built, in the largest unit that fits."""
    made = datetime.fromisoformat(built_at) if built_at else now
    minutes = int((now - (made if made.tzinfo else made.replace(tzinfo=UTC))).total_seconds() // 60)
    if minutes < 1:
        return words("age-now")
    if minutes < 60:
        return words("age-minutes", count=minutes)
    return words("age-hours", count=minutes // 60) if minutes < 48 * 60 else words("age-days", count=minutes // 1440)

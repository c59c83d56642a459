"""How the bot is, and how a server has set it, as messages."""

from datetime import UTC, datetime

from discord.ui import LayoutView

from bot.messages import Words
from bot.messages.errors import damage_words
from bot.render.articles import lost_words
from bot.render.components import layout, text
from bot.render.escaping import escaped
from bot.services.server_settings import ServerSettings
from bot.services.vitals import LOW_MIB, Status
from corpus import DamagedIndex, NewerIndex

_MIB = 2**20


def status_layout(status: Status, gateway_ms: float | None, now: datetime, words: Words) -> LayoutView:
    """Return the measures of the bot, what is wrong first."""
    building = "yes" if status.building else "no"
    index = []
    if status.damage is not None:
        index.append(_damage(status, status.damage, words))
    elif status.build is None:
        index.append(words("status-no-index", building=building))
    if status.outdated:
        index.append(words("status-outdated", building=building))
    if status.build is not None:
        age, engine = _age(status.built_at, now, words), escaped(str(status.engine), 40)
        index.append(words("status-index", articles=status.articles, passages=status.passages))
        index.append(words("status-build", age=age, engine=engine))
    troubles = {"log": status.log_trouble, "state": status.state_trouble}
    took = {"status-answers": status.answer_ms, "status-gateway": gateway_ms, "status-lag": status.lag_ms}
    lines = (
        f"### {words('status-heading')}",
        lost_words(status.source, words),
        *(words("status-trouble", store=store, reason=escaped(why, 200)) for store, why in troubles.items() if why),
        words("doctor-disk-low", free=status.free_mib) if status.free_mib < LOW_MIB else None,
        *index,
        *(words(name, milliseconds=f"{ms:.0f}") for name, ms in took.items() if ms is not None),
        words("status-log", size=size_words(status.log_bytes)),
        words("status-version", version=escaped(status.version, 40)),
    )
    return layout(text(*lines))


def settings_layout(settings: ServerSettings, words: Words, *, saved: bool) -> LayoutView:
    """Return how a server is set, and whether that was just changed."""
    language = words(f"language-{settings.language.lower()}" if settings.language else "language-own")
    heading = f"### {words('settings-saved' if saved else 'settings-heading')}"
    private = words("settings-private" if settings.private else "settings-public")
    return layout(text(heading, words("settings-language", language=language), private))


def size_words(size_bytes: int) -> str:
    """Return a size as people read it."""
    return f"{size_bytes / _MIB:.1f} MB" if size_bytes >= _MIB else f"{size_bytes / 1024:.0f} KB"


def _damage(status: Status, damage: DamagedIndex | NewerIndex, words: Words) -> str:
    """Return why the current build does not serve, which one does, and what to do."""
    serving = "same" if status.build == damage.build else "other" if status.build else "none"
    remedy = "building" if status.building else "newer" if isinstance(damage, NewerIndex) else "damaged"
    return words("status-damage", problem=escaped(damage_words(damage, words), 400), serving=serving, remedy=remedy)


def _age(built_at: str | None, now: datetime, words: Words) -> str:
    """Return how long ago the index was built, in the largest unit that fits."""
    made = datetime.fromisoformat(built_at) if built_at else now
    minutes = int((now - (made if made.tzinfo else made.replace(tzinfo=UTC))).total_seconds() // 60)
    for unit, least, size in (("age-days", 2880, 1440), ("age-hours", 60, 60), ("age-minutes", 1, 1)):
        if minutes >= least:
            return words(unit, count=minutes // size)
    return words("age-now")

"""What the operator sets: read once from the environment over ``.env``, frozen, with every problem told at once.

What must not live here: anything that acts on a setting, and any value of one in a message, since a token pasted into
the wrong line must not reach a log.
"""

import difflib
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from io import StringIO
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from dotenv.parser import parse_stream

from bot.errors import Remark, SettingsInvalid, cause_of

Audience = Literal["members", "anyone"]
LogUsers = Literal["hash", "plain", "none"]
ReviewPrivate = Literal["counts", "words"]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]

SYSTEM_PROXIES = ("HTTPS_PROXY", "https_proxy")
BACKUP_DAYS = 7  # that a copy of the log stays
_OURS = ("FOOTNOTE_", "DISCORD_")
_NEAR = 0.8
_SNOWFLAKES = range(1, 2**63)
_DAYS = {"least": 1, "most": 3650}
_OPERATOR_CHARS = 200


# What reads a value returns None, or raises one of these, where the value breaks its rule.
_BROKEN = (OSError, RuntimeError, ValueError)


def _token(text: str) -> str | None:
    return text if re.fullmatch(r"[A-Za-z0-9._-]+", text) else None


def _folder(text: str) -> Path | None:
    path = Path(text).expanduser()
    return path if text.isprintable() and (path.is_dir() or not path.exists()) else None


def _server_ids(text: str) -> tuple[int, ...] | None:
    parts = filter(None, re.split(r"[,\s]+", text))
    ids = dict.fromkeys(int(part) if re.fullmatch(r"[0-9]{1,19}", part) else 0 for part in parts)
    return tuple(ids) if all(server_id in _SNOWFLAKES for server_id in ids) else None


def _days(text: str) -> int | None:
    days = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1
    return days if _DAYS["least"] <= days <= _DAYS["most"] else None


def _contact(text: str) -> str | None:
    return text if len(text) <= _OPERATOR_CHARS and text.isprintable() else None


def _proxy(text: str) -> str | None:
    """Return an http(s) address; ``host:port`` alone is taken as one, as other programs do."""
    address = text if "://" in text else f"http://{text}"
    parts = urlsplit(address)
    usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    return address if usable and address.isprintable() and " " not in address else None


def _set_by(name: str, read: Callable[[str], Any], rule: str, **data: object) -> dict[str, Any]:
    """Return by which name a field is set, what reads its value, and the message that says what that must be."""
    broken: Remark = (rule, {"name": name} | {key: str(value) for key, value in data.items()})
    return {"name": name, "read": read, "broken": broken}


def _one_of(name: str, choices: Any) -> dict[str, Any]:
    """Return the same of a field that is one of the values of a Literal, in any case."""
    names = {choice.casefold(): choice for choice in get_args(choices)}
    return _set_by(name, lambda text: names.get(text.casefold()), "setting-choice", choices=", ".join(names.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One installation's settings; the token and the proxy, which may carry a password, stay out of ``repr``.

    Attributes
    ----------
    home_servers
        Server ids; empty means the first server that the bot was in, while it was the only one.
    operator
        The name or contact that ``/privacy`` shows.
    notices
        What the operator is told about how the settings were read.
    """

    token: str | None = field(default=None, repr=False, metadata=_set_by("DISCORD_TOKEN", _token, "setting-token"))
    data_dir: Path = field(default=Path("data"), metadata=_set_by("DATA_DIR", _folder, "setting-folder"))
    articles_dir: Path = field(
        default=Path("data/articles"), metadata=_set_by("ARTICLES_DIR", _folder, "setting-folder")
    )
    home_servers: tuple[int, ...] = field(default=(), metadata=_set_by("HOME_SERVERS", _server_ids, "setting-servers"))
    audience: Audience = field(default="members", metadata=_one_of("AUDIENCE", Audience))
    proxy: str | None = field(default=None, repr=False, metadata=_set_by("DISCORD_PROXY", _proxy, "setting-proxy"))
    log_users: LogUsers = field(default="hash", metadata=_one_of("LOG_USERS", LogUsers))
    log_retention_days: int = field(
        default=180, metadata=_set_by("LOG_RETENTION_DAYS", _days, "setting-number", **_DAYS)
    )
    review_private: ReviewPrivate = field(default="counts", metadata=_one_of("REVIEW_PRIVATE", ReviewPrivate))
    operator: str | None = field(
        default=None, metadata=_set_by("OPERATOR", _contact, "setting-text", chars=_OPERATOR_CHARS)
    )
    log_level: LogLevel = field(default="INFO", metadata=_one_of("LOG_LEVEL", LogLevel))
    notices: tuple[Remark, ...] = field(default=(), compare=False)

    @property
    def index_dir(self) -> Path:
        """The folder of index builds."""
        return self.data_dir / "index"

    @property
    def log_path(self) -> Path:
        """The query log's database."""
        return self.data_dir / "footnote.sqlite"

    @property
    def state_path(self) -> Path:
        """The state's database."""
        return self.data_dir / "state.sqlite"

    @property
    def backup_days(self) -> int:
        """How much longer than in the log a question may stand in a backup of it."""
        return min(BACKUP_DAYS, self.log_retention_days)

    @property
    def private_in_reviews(self) -> bool:
        """Whether reviews show the words of questions asked in direct messages or privately; else they only count."""
        return self.review_private == "words"


_FIELDS = {each.metadata["name"]: each for each in fields(Settings) if each.metadata}
SETTING_NAMES = tuple(_FIELDS)


def load_settings(environ: Mapping[str, str], env_file: Path | None) -> Settings:
    """Read the settings; a name set in the environment wins over the same in the file, and blank is unset.

    Parameters
    ----------
    environ
        The process's environment; never changed.
    env_file
        Usually ``.env``; may be missing. Readable by others, it is set to 0600, and a notice says so.

    Raises
    ------
    SettingsInvalid
        With a remark for each problem.
    """
    problems: list[Remark] = []
    notices: list[Remark] = []
    filed = {} if env_file is None else _read_file(env_file, problems, notices)
    texts = {name: text.strip() for source in (filed, environ) for name, text in source.items() if text.strip()}
    given: dict[str, Any] = {}
    for name, each in _FIELDS.items():
        if name not in texts:
            continue
        value = _value(each.metadata["read"], texts[name])
        if value is None:
            problems.append(each.metadata["broken"])
        else:
            given[each.name] = value
    settings = Settings(**given)
    articles_dir = given.get("articles_dir", settings.data_dir / "articles")
    resolved = settings.data_dir.absolute()
    if articles_dir.absolute() in (resolved, *resolved.parents):
        problems.append(("setting-folder-own", {"name": "ARTICLES_DIR"}))
    elif "articles_dir" in given and not articles_dir.exists():
        notices.append(("setting-folder-missing", {"name": "ARTICLES_DIR"}))
    proxy = settings.proxy or _system_proxy(texts, notices)
    if problems:
        raise SettingsInvalid(tuple(problems))
    return replace(settings, articles_dir=articles_dir, proxy=proxy, notices=tuple(notices))


def _value(read: Callable[[str], Any], text: str) -> Any:
    """Return what a text says, None where it breaks its rule."""
    try:
        return read(text)
    except _BROKEN:
        return None


def _system_proxy(texts: Mapping[str, str], notices: list[Remark]) -> str | None:
    """Return the proxy that is set for all programs; one of another kind was set for others."""
    name = next((name for name in SYSTEM_PROXIES if name in texts), None)
    if name is None:
        return None
    proxy: str | None = _value(_proxy, texts[name])
    if proxy is None:
        notices.append(("setting-proxy-unused", {"name": name, "instead": "DISCORD_PROXY"}))
    return proxy


def _read_file(path: Path, problems: list[Remark], notices: list[Remark]) -> dict[str, str]:
    """Return what a file sets; what is wrong with it, and with a line of it, is a problem."""
    file = {"file": str(path)}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except OSError as error:
        problems.append(("setting-file", file | {"reason": cause_of(error)}))
        return {}
    except UnicodeDecodeError:
        problems.append(("setting-file-no-text", file))
        return {}
    notices += _kept_private(path)
    values = {}
    for binding in parse_stream(StringIO(text)):
        place = file | {"line": str(binding.original.line)}
        if binding.error or (binding.key is not None and binding.value is None):
            problems.append(("setting-line", place))
        elif binding.key is not None:
            if meant := _misspelt(binding.key):
                problems.append(("setting-unknown", place | {"name": binding.key[:40], "meant": meant}))
            values[binding.key] = binding.value or ""
    return values


def _kept_private(path: Path) -> list[Remark]:
    """Keep a file to its owner, and return what there is to say of that."""
    if not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return []
    try:
        path.chmod(0o600)
    except OSError as error:
        return [("setting-file-public", {"file": str(path), "reason": cause_of(error)})]
    return [("setting-file-private", {"file": str(path)})]


def _misspelt(name: str) -> str | None:
    """Return the setting that a name is meant to be, None for one that is right or of other programs."""
    if name in SETTING_NAMES or name in SYSTEM_PROXIES:
        return None
    ours, bare = name.upper().startswith(_OURS), name.upper().removeprefix("FOOTNOTE_")
    return next(iter(difflib.get_close_matches(bare, SETTING_NAMES, n=1, cutoff=0 if ours else _NEAR)), None)

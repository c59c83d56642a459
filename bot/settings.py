"""What the operator sets: read once from the environment over ``.env``, frozen, with every problem told at once.

What must not live here: anything that acts on a setting, and any value of one in a message, since a token pasted into
the wrong line must not reach a log.
"""

import difflib
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
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
_TOKEN = re.compile(r"[A-Za-z0-9._-]+")
_SERVER_ID = re.compile(r"[0-9]{1,19}")
_SNOWFLAKES = range(1, 2**63)
_RETENTION_DAYS = range(1, 3651)
_OPERATOR_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One installation's settings; the token and the proxy, which may carry a password, stay out of ``repr``.

    Attributes
    ----------
    home_servers
        Server ids; empty means the first server that the bot was in.
    operator
        The name or contact that ``/privacy`` shows.
    notices
        What the operator is told about how the settings were read.
    """

    token: str | None = field(default=None, repr=False)
    data_dir: Path = Path("data")
    articles_dir: Path = Path("data/articles")
    home_servers: tuple[int, ...] = ()
    audience: Audience = "members"
    proxy: str | None = field(default=None, repr=False)
    log_users: LogUsers = "hash"
    log_retention_days: int = 180
    review_private: ReviewPrivate = "counts"
    operator: str | None = None
    log_level: LogLevel = "INFO"
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
    reading = _Reading(environ)
    if env_file is not None:
        reading.read_file(env_file)
    given = reading.values()
    settings = Settings(**given)
    articles_dir = given.get("articles_dir", settings.data_dir / "articles")
    resolved = settings.data_dir.absolute()
    if articles_dir.absolute() in (resolved, *resolved.parents):
        reading.problem("setting-folder-own", name="ARTICLES_DIR")
    elif "articles_dir" in given and not articles_dir.exists():
        reading.notice("setting-folder-missing", name="ARTICLES_DIR")
    proxy = given["proxy"] if "proxy" in given else reading.system_proxy()
    if reading.problems:
        raise SettingsInvalid(tuple(reading.problems))
    return replace(settings, articles_dir=articles_dir, proxy=proxy, notices=tuple(reading.notices))


class _Unusable(Exception):
    """A value breaks its rule: the message that says so, and what stands in it beside the setting's name."""

    def __init__(self, rule: str, **data: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.data = data


def _token(text: str) -> str:
    if not _TOKEN.fullmatch(text):
        raise _Unusable("setting-token")
    return text


def _folder(text: str) -> Path:
    try:
        path = Path(text).expanduser()
        usable = text.isprintable() and (path.is_dir() or not path.exists())
    except (OSError, ValueError, RuntimeError) as error:
        raise _Unusable("setting-folder") from error
    if not usable:
        raise _Unusable("setting-folder")
    return path


def _server_ids(text: str) -> tuple[int, ...]:
    parts = filter(None, re.split(r"[,\s]+", text))
    ids = dict.fromkeys(int(part) if _SERVER_ID.fullmatch(part) else 0 for part in parts)
    if not all(server_id in _SNOWFLAKES for server_id in ids):
        raise _Unusable("setting-servers")
    return tuple(ids)


def _one_of(choices: Any) -> Callable[[str], str]:
    """Return what reads one of the values of a Literal, in any case."""
    names: tuple[str, ...] = get_args(choices)

    def read(text: str) -> str:
        chosen = next((name for name in names if name.casefold() == text.casefold()), None)
        if chosen is None:
            raise _Unusable("setting-choice", choices=", ".join(names))
        return chosen

    return read


def _days(text: str) -> int:
    days = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1
    if days not in _RETENTION_DAYS:
        raise _Unusable("setting-number", least=str(_RETENTION_DAYS.start), most=str(_RETENTION_DAYS.stop - 1))
    return days


def _contact(text: str) -> str:
    if len(text) > _OPERATOR_CHARS or not text.isprintable():
        raise _Unusable("setting-text", chars=str(_OPERATOR_CHARS))
    return text


def _proxy(text: str) -> str:
    """Return an http(s) address; ``host:port`` alone is taken as one, as other programs do."""
    address = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise _Unusable("setting-proxy") from error
    if not (usable and address.isprintable() and " " not in address):
        raise _Unusable("setting-proxy")
    return address


# Each setting with its field and what reads its value.
_READ: dict[str, tuple[str, Callable[[str], Any]]] = {
    "DISCORD_TOKEN": ("token", _token),
    "DATA_DIR": ("data_dir", _folder),
    "ARTICLES_DIR": ("articles_dir", _folder),
    "HOME_SERVERS": ("home_servers", _server_ids),
    "AUDIENCE": ("audience", _one_of(Audience)),
    "DISCORD_PROXY": ("proxy", _proxy),
    "LOG_USERS": ("log_users", _one_of(LogUsers)),
    "LOG_RETENTION_DAYS": ("log_retention_days", _days),
    "REVIEW_PRIVATE": ("review_private", _one_of(ReviewPrivate)),
    "OPERATOR": ("operator", _contact),
    "LOG_LEVEL": ("log_level", _one_of(LogLevel)),
}
SETTING_NAMES = tuple(_READ)


class _Reading:
    """Collects problems and notices while values are read, so that all are told at once."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._file: dict[str, str] = {}
        self.problems: list[Remark] = []
        self.notices: list[Remark] = []

    def problem(self, message: str, **data: str) -> None:
        self.problems.append((message, data))

    def notice(self, message: str, **data: str) -> None:
        self.notices.append((message, data))

    def read_file(self, path: Path) -> None:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError) as error:
            if isinstance(error, OSError):
                self.problem("setting-file", file=str(path), reason=cause_of(error))
            else:
                self.problem("setting-file-no-text", file=str(path))
            return
        self._keep_private(path)
        for binding in parse_stream(StringIO(text)):
            line = binding.original.line
            if binding.error or (binding.key is not None and binding.value is None):
                self.problem("setting-line", file=str(path), line=str(line))
            elif binding.key is not None:
                self._check_name(path, line, binding.key)
                self._file[binding.key] = binding.value or ""

    def _keep_private(self, path: Path) -> None:
        if not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            return
        try:
            path.chmod(0o600)
        except OSError as error:
            self.notice("setting-file-public", file=str(path), reason=cause_of(error))
        else:
            self.notice("setting-file-private", file=str(path))

    def _check_name(self, path: Path, line: int, name: str) -> None:
        if name in SETTING_NAMES or name in SYSTEM_PROXIES:
            return
        ours = name.upper().startswith(_OURS)
        bare = name.upper().removeprefix("FOOTNOTE_")
        nearest = difflib.get_close_matches(bare, SETTING_NAMES, n=1, cutoff=0 if ours else _NEAR)
        if nearest:
            self.problem("setting-unknown", file=str(path), line=str(line), name=name[:40], meant=nearest[0])

    def text(self, name: str) -> str | None:
        return self._environ.get(name, "").strip() or self._file.get(name, "").strip() or None

    def values(self) -> dict[str, Any]:
        """Return what is set, by field; of what breaks its rule there is a problem instead."""
        values: dict[str, Any] = {}
        for name, (field_name, read) in _READ.items():
            if text := self.text(name):
                try:
                    values[field_name] = read(text)
                except _Unusable as broken:
                    self.problem(broken.rule, name=name, **broken.data)
        return values

    def system_proxy(self) -> str | None:
        """Return the proxy that is set for all programs; one of another kind was set for others."""
        for name in SYSTEM_PROXIES:
            if text := self.text(name):
                try:
                    return _proxy(text)
                except _Unusable:
                    self.notice("setting-proxy-unused", name=name, instead="DISCORD_PROXY")
                    return None
        return None

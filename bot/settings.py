"""What the operator sets: read once from the environment over ``.env``, frozen, with every problem told at once.

What must not live here: anything that acts on a setting, and any value of one in a message, since a token pasted into
the wrong line must not reach a log.
"""

import difflib
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Literal, TypeVar, get_args
from urllib.parse import urlsplit

from dotenv.parser import parse_stream

from bot.errors import Remark, SettingsInvalid, cause_of

Audience = Literal["members", "anyone"]
LogUsers = Literal["hash", "plain", "none"]
ReviewPrivate = Literal["counts", "words"]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]

SETTING_NAMES = (
    "DISCORD_TOKEN",
    "DATA_DIR",
    "ARTICLES_DIR",
    "HOME_SERVERS",
    "AUDIENCE",
    "DISCORD_PROXY",
    "LOG_USERS",
    "LOG_RETENTION_DAYS",
    "REVIEW_PRIVATE",
    "OPERATOR",
    "LOG_LEVEL",
)
SYSTEM_PROXIES = ("HTTPS_PROXY", "https_proxy")
BACKUP_DAYS = 7  # that a copy of the log stays
_OURS = ("FOOTNOTE_", "DISCORD_")
_NEAR = 0.8
_TOKEN = re.compile(r"[A-Za-z0-9._-]+")
_SERVER_ID = re.compile(r"[0-9]{1,19}")
_SNOWFLAKES = range(1, 2**63)
_RETENTION_DAYS = range(1, 3651)
_OPERATOR_CHARS = 200

_T = TypeVar("_T")


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
    data_dir = reading.folder("DATA_DIR", Path("data"))
    articles_dir = reading.folder("ARTICLES_DIR", data_dir / "articles")
    resolved = data_dir.absolute()
    if articles_dir.absolute() in (resolved, *resolved.parents):
        reading.problem("setting-folder-own", name="ARTICLES_DIR")
    elif reading.text("ARTICLES_DIR") and not articles_dir.exists():
        reading.notice("setting-folder-missing", name="ARTICLES_DIR")
    settings = Settings(
        token=reading.token("DISCORD_TOKEN"),
        data_dir=data_dir,
        articles_dir=articles_dir,
        home_servers=reading.server_ids("HOME_SERVERS"),
        audience=reading.choice("AUDIENCE", get_args(Audience), "members"),
        proxy=reading.proxy("DISCORD_PROXY"),
        log_users=reading.choice("LOG_USERS", get_args(LogUsers), "hash"),
        log_retention_days=reading.number("LOG_RETENTION_DAYS", _RETENTION_DAYS, 180),
        review_private=reading.choice("REVIEW_PRIVATE", get_args(ReviewPrivate), "counts"),
        operator=reading.line("OPERATOR", _OPERATOR_CHARS),
        log_level=reading.choice("LOG_LEVEL", get_args(LogLevel), "INFO"),
        notices=tuple(reading.notices),
    )
    if reading.problems:
        raise SettingsInvalid(tuple(reading.problems))
    return settings


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

    def _checked(self, name: str, value: _T | None, default: _T, rule: str, **data: str) -> _T:
        """Return a value, or where it broke its rule, the default with a problem told."""
        if value is not None:
            return value
        self.problem(rule, name=name, **data)
        return default

    def token(self, name: str) -> str | None:
        text = self.text(name)
        if text is not None and not _TOKEN.fullmatch(text):
            self.problem("setting-token", name=name)
        return text

    def folder(self, name: str, default: Path) -> Path:
        text = self.text(name)
        if text is None:
            return default
        try:
            path = Path(text).expanduser()
            usable = text.isprintable() and (path.is_dir() or not path.exists())
        except (OSError, ValueError, RuntimeError):
            return self._checked(name, None, default, "setting-folder")
        return self._checked(name, path if usable else None, default, "setting-folder")

    def server_ids(self, name: str) -> tuple[int, ...]:
        parts = [part for part in re.split(r"[,\s]+", self.text(name) or "") if part]
        ids = dict.fromkeys(int(part) if _SERVER_ID.fullmatch(part) else 0 for part in parts)
        usable = all(server_id in _SNOWFLAKES for server_id in ids)
        return self._checked(name, tuple(ids) if usable else None, (), "setting-servers")

    def choice(self, name: str, choices: tuple[_T, ...], default: _T) -> _T:
        text = (self.text(name) or str(default)).casefold()
        chosen = next((choice for choice in choices if str(choice).casefold() == text), None)
        return self._checked(name, chosen, default, "setting-choice", choices=", ".join(map(str, choices)))

    def number(self, name: str, allowed: range, default: int) -> int:
        text = self.text(name) or str(default)
        number = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1
        limits = {"least": str(allowed.start), "most": str(allowed.stop - 1)}
        return self._checked(name, number if number in allowed else None, default, "setting-number", **limits)

    def line(self, name: str, longest: int) -> str | None:
        text = self.text(name)
        if text is not None and (len(text) > longest or not text.isprintable()):
            self.problem("setting-text", name=name, chars=str(longest))
        return text

    def proxy(self, name: str) -> str | None:
        own = self.text(name)
        if own is not None:
            return self._checked(name, _proxy_address(own), "", "setting-proxy")
        for system in SYSTEM_PROXIES:
            theirs = self.text(system)
            if theirs is not None:
                address = _proxy_address(theirs)
                if address is None:
                    self.notice("setting-proxy-unused", name=system, instead=name)
                return address
        return None


def _proxy_address(text: str) -> str | None:
    """Return an http(s) address; ``host:port`` alone is taken as one, as other programs do."""
    address = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return address if usable and address.isprintable() and " " not in address else None

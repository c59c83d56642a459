"""The settings: defaults, the order of sources, and every problem told at once without its value."""

import contextlib
import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Remark, SettingsInvalid
from bot.messages import words_in
from bot.services.requests import LANGUAGES
from bot.settings import SETTING_NAMES, SYSTEM_PROXIES, Settings, load_settings

ROOT = Path(__file__).resolve().parents[2]


def env_file(folder: Path, text: str) -> Path:
    """Write a .env that only its owner can read."""
    path = folder / ".env"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def problems(environ: dict[str, str], path: Path | None = None) -> tuple[str, ...]:
    """Return what is wrong with these settings, in English."""
    with pytest.raises(SettingsInvalid) as caught:
        load_settings(environ, path)
    return sentences(caught.value.problems)


def sentences(remarks: tuple[Remark, ...]) -> tuple[str, ...]:
    """Return remarks in English; each has words in the other languages too."""
    assert all(words_in(language)(message, **data) for message, data in remarks for language in LANGUAGES)
    return tuple(words_in("en-US")(message, **data) for message, data in remarks)


def test_nothing_set_is_the_defaults(tmp_path: Path) -> None:
    """An empty environment and no file give a bot that needs only a token."""
    assert load_settings({}, tmp_path / ".env") == Settings()


def test_every_value_is_read() -> None:
    """Each setting reaches its field."""
    settings = load_settings(
        {
            "DISCORD_TOKEN": "abc.DEF-1_2",
            "DATA_DIR": "store",
            "HOME_SERVERS": "11, 22\n11",
            "AUDIENCE": "Anyone",
            "DISCORD_PROXY": "10.0.0.1:7890",
            "LOG_USERS": "none",
            "LOG_RETENTION_DAYS": "30",
            "OPERATOR": "测试社 <hello@example.org>",
            "LOG_LEVEL": "debug",
        },
        None,
    )
    assert settings == Settings(
        token="abc.DEF-1_2",
        data_dir=Path("store"),
        articles_dir=Path("store/articles"),
        home_servers=(11, 22),
        audience="anyone",
        proxy="http://10.0.0.1:7890",
        log_users="none",
        log_retention_days=30,
        operator="测试社 <hello@example.org>",
        log_level="DEBUG",
    )
    assert settings.log_path == Path("store/footnote.sqlite")
    assert settings.state_path == Path("store/state.sqlite")
    assert settings.index_dir == Path("store/index")


def test_the_environment_wins_unless_it_is_blank(tmp_path: Path) -> None:
    """A container passes blank variables for what is not set; the file's value then stands."""
    path = env_file(tmp_path, "\ufeffexport AUDIENCE='anyone'  # all\nOPERATOR=\"Ada's club\"\nLOG_LEVEL=ERROR\n")
    settings = load_settings({"AUDIENCE": " ", "LOG_LEVEL": "WARNING"}, path)
    assert (settings.audience, settings.operator, settings.log_level) == ("anyone", "Ada's club", "WARNING")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISCORD_TOKEN", '"quoted.token"'),
        ("DISCORD_TOKEN", "Bot abc.def"),
        ("DISCORD_TOKEN", "令牌"),
        ("DATA_DIR", "nul\0byte"),
        ("DATA_DIR", __file__),
        ("ARTICLES_DIR", "x" * 5000),
        ("ARTICLES_DIR", "data"),
        ("ARTICLES_DIR", "."),
        ("HOME_SERVERS", "my server"),
        ("HOME_SERVERS", "0"),
        ("HOME_SERVERS", "-5"),
        ("HOME_SERVERS", "99999999999999999999"),
        ("HOME_SERVERS", "9999999999999999999"),
        ("HOME_SERVERS", "１２３"),
        ("AUDIENCE", "everyone"),
        ("DISCORD_PROXY", "socks5://127.0.0.1:1080"),
        ("DISCORD_PROXY", "http://:8080"),
        ("DISCORD_PROXY", "http://host:port"),
        ("LOG_USERS", "yes"),
        ("LOG_RETENTION_DAYS", "0"),
        ("LOG_RETENTION_DAYS", "1.5"),
        ("LOG_RETENTION_DAYS", "3651"),
        ("OPERATOR", "x" * 201),
        ("OPERATOR", "a\x1b[31mb"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_value_that_breaks_its_rule_is_a_problem_of_its_setting(name: str, value: str) -> None:
    """The sentence names the setting and never repeats the value."""
    (problem,) = problems({name: value})
    assert problem.startswith(name)
    assert len(value) < 5 or value not in problem


def test_a_named_folder_of_articles_that_is_missing_is_a_notice(tmp_path: Path) -> None:
    """It may be misspelt, and the sample would answer in its place; the folder by default may come later."""
    (notice,) = sentences(load_settings({"ARTICLES_DIR": str(tmp_path / "artciles")}, None).notices)
    assert notice.startswith("ARTICLES_DIR")
    assert load_settings({"ARTICLES_DIR": str(tmp_path)}, None).notices == ()
    assert load_settings({"DATA_DIR": str(tmp_path / "new")}, None).notices == ()


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Nobody fixes one line to be told of the next."""
    path = env_file(tmp_path, "DISCORD_TOKN=x\n???\nLOG_USERS=maybe\n")
    found = problems({"AUDIENCE": "all"}, path)
    assert len(found) == 4
    assert "line 1" in found[0]
    assert "line 2" in found[1]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("DISCORD_TOKN", "DISCORD_TOKEN"),
        ("discord_token", "DISCORD_TOKEN"),
        ("DISCORD_BOT_TOKEN", "DISCORD_TOKEN"),
        ("FOOTNOTE_DATA_DIR", "DATA_DIR"),
        ("HOME_SERVER", "HOME_SERVERS"),
        ("Audience", "AUDIENCE"),
        ("LOG_RETENTION", "LOG_RETENTION_DAYS"),
        ("ARTICLE_DIR", "ARTICLES_DIR"),
    ],
)
def test_a_misspelt_name_is_told_with_the_nearest(tmp_path: Path, written: str, meant: str) -> None:
    """A setting that would silently do nothing is a problem."""
    (problem,) = problems({}, env_file(tmp_path, f"{written}=1\n"))
    assert written in problem
    assert problem.endswith(f"did you mean {meant}?")


@pytest.mark.parametrize("name", ["TZ", "COMPOSE_PROJECT_NAME", "HTTPS_PROXY", "PATH", "IMAGE_TAG"])
def test_names_of_others_may_stand_in_the_file(tmp_path: Path, name: str) -> None:
    """A .env is shared with compose files."""
    assert load_settings({}, env_file(tmp_path, f"{name}=http://proxy.example:1\n")).audience == "members"


def test_a_file_that_others_can_read_is_made_private(tmp_path: Path) -> None:
    """The mode becomes 0600 and a notice says so, once."""
    path = env_file(tmp_path, "DISCORD_TOKEN=abc\n")
    path.chmod(0o644)
    assert "now only its owner" in sentences(load_settings({}, path).notices)[0]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_settings({}, path).notices == ()


def test_a_file_whose_mode_cannot_change_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mount without modes must not keep the bot from starting."""
    path = env_file(tmp_path, "DISCORD_TOKEN=abc\n")
    path.chmod(0o640)

    def refuse(self: Path, mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    settings = load_settings({}, path)
    assert settings.token == "abc"
    assert "could not be changed: permission denied" in sentences(settings.notices)[0]


@pytest.mark.parametrize("content", [b"OPERATOR=\xff\xfe\x00", None])
def test_a_file_that_is_no_text_is_one_problem(tmp_path: Path, content: bytes | None) -> None:
    """Bytes that are not UTF-8, or a folder of that name, are told in a sentence."""
    path = tmp_path / ".env"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    (problem,) = problems({}, path)
    assert "cannot be read" in problem


def test_the_system_proxy_is_the_default() -> None:
    """HTTPS_PROXY counts where DISCORD_PROXY is unset."""
    assert load_settings({"https_proxy": "http://proxy.example:3128"}, None).proxy == "http://proxy.example:3128"


@pytest.mark.parametrize("name", SYSTEM_PROXIES)
def test_a_system_proxy_of_another_kind_is_only_a_notice(name: str) -> None:
    """It was set for other programs."""
    settings = load_settings({name: "socks5://127.0.0.1:1080"}, None)
    assert settings.proxy is None
    assert sentences(settings.notices)[0].startswith(name)


def test_the_token_and_the_proxy_stay_out_of_repr() -> None:
    """A log line of the settings gives nothing away."""
    shown = repr(load_settings({"DISCORD_TOKEN": "sesame", "DISCORD_PROXY": "http://ada:lovelace@p:1"}, None))
    assert "sesame" not in shown
    assert "lovelace" not in shown


@given(st.dictionaries(st.sampled_from(SETTING_NAMES), st.text(max_size=40)))
def test_any_values_are_settings_or_problems(environ: dict[str, str]) -> None:
    """No value whatever crashes the reading, and the environment of the process stays as it was."""
    before = dict(os.environ)
    with contextlib.suppress(SettingsInvalid):
        settings = load_settings(environ, None)
        assert all(0 < server < 2**63 for server in settings.home_servers)
        assert 1 <= settings.log_retention_days <= 3650
    assert dict(os.environ) == before


def test_the_example_names_every_setting_with_a_comment() -> None:
    """.env.example is complete, short, and loads as the defaults."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^#[^\n]*\n([A-Z_]+)=", text, re.MULTILINE)
    assert tuple(named) == SETTING_NAMES
    assert len(named) <= 15


def test_the_example_loads_as_the_defaults(tmp_path: Path) -> None:
    """A copy with nothing filled in changes nothing."""
    path = env_file(tmp_path, (ROOT / ".env.example").read_text(encoding="utf-8"))
    assert load_settings({}, path) == Settings()

"""The container's two files, as far as they can be held to without an engine: nobody's root, data in a volume."""

import re
from pathlib import Path

import yaml

from bot.cli.program import COMMANDS
from bot.settings import SETTING_NAMES

ROOT = Path(__file__).parent.parent


def instructions() -> list[tuple[str, str]]:
    """Return the Containerfile's instructions in order, each with its words."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Containerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    joined = text.replace("\\\n", " ")
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in joined.splitlines() if line.strip()]


def service() -> dict:
    """Return the one service of the compose file."""
    (one,) = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"].values()
    return one


def test_the_image_runs_as_nobody_in_particular() -> None:
    """It ends as a user who is not root, over a volume that is theirs, and starts the bot."""
    last_stage = instructions()[max(n for n, (name, _) in enumerate(instructions()) if name == "FROM") :]
    kinds = dict(last_stage)
    user = kinds["USER"].split(":")[0]
    assert int(user) > 0
    assert kinds["VOLUME"] == "/data"
    assert f"--owner {user}" in kinds["RUN"]
    assert "DATA_DIR=/data XDG_CACHE_HOME=/data/" in kinds["ENV"]  # all else is read-only
    assert (kinds["ENTRYPOINT"], kinds["CMD"]) == ('["footnote"]', '["run"]')
    assert "doctor" in kinds["HEALTHCHECK"]
    assert {"run", "doctor"} <= set(COMMANDS)


def test_what_is_copied_is_there_and_nothing_else_is_sent() -> None:
    """Every source stands in the project and in the list of what may be sent; no token and no data do."""
    sent = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert sent[0] == "*"
    allowed = {line.removeprefix("!") for line in sent if line.startswith("!")}
    assert allowed.isdisjoint({".env", "data", ".git"})
    for name, words in instructions():
        if name == "COPY" and not words.startswith("--from"):
            for source in words.split()[:-1]:
                assert (ROOT / source).exists()
                assert source.split("/")[0] in allowed


def test_what_is_installed_is_locked() -> None:
    """Every package comes with its hash; the project itself brings none along."""
    installs = [
        part for name, words in instructions() if name == "RUN" for part in re.findall(r"pip install[^&]*", words)
    ]
    assert len(installs) == 3
    assert all("--require-hashes" in part or "--no-deps" in part for part in installs)


def test_compose_builds_it_and_gives_it_little() -> None:
    """The service has a volume, a file system that it cannot write, no rights, and settings that exist."""
    one = service()
    assert (ROOT / one["build"]["dockerfile"]).is_file()
    assert one["env_file"] == ".env"
    assert set(one["environment"]) <= set(SETTING_NAMES)
    (volume,) = one["volumes"]
    name, place = volume.split(":")
    assert place == one["environment"]["DATA_DIR"]
    assert one["environment"]["ARTICLES_DIR"] == ""  # a path of the host's would name nothing in there
    assert name in yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["volumes"]
    assert one["read_only"] is True
    assert one["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in one["security_opt"]
    assert one["restart"] == "unless-stopped"  # with "on-failure" it would stay away after a reboot

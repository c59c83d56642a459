"""The documentation tells of every setting, command, dependency and exit code, in both languages."""

import dataclasses
import importlib
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest
from discord import app_commands
from discord.ext import commands

import bot.cogs
from bot.cli.exit_codes import ExitCode
from bot.cli.program import COMMANDS
from bot.cogs.footnote import AdminCog
from bot.settings import SETTING_NAMES
from corpus import Hit, SearchResults, Snippet

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "docs/README.zh-CN.md"]
PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))),
]
MOST_SETTINGS, MOST_DEPENDENCIES = 15, 25
UNTOLD_CODES = {ExitCode.INTERRUPTED, ExitCode.BROKEN_PIPE}  # what shells know


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def rows(text: str) -> list[str]:
    """Return the first cells of all tables."""
    return re.findall(r"^\| *(.+?) *\|", text, re.MULTILINE)


def dependency_names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=~!\[; ]", requirement)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("readme", READMES)
def test_every_setting_is_documented(readme: str) -> None:
    """Each setting has a row, and no row names one that is gone."""
    told = {name for cell in rows(read(readme)) for name in re.findall(r"^`([A-Z_]+)`$", cell)}
    assert told == set(SETTING_NAMES)


def test_the_example_file_holds_every_setting() -> None:
    """.env.example is the list that an operator copies: complete, nothing set, and few."""
    lines = re.findall(r"^([A-Z_]+)=(.*)$", read(".env.example"), re.MULTILINE)
    assert dict(lines) == dict.fromkeys(SETTING_NAMES, "")
    assert len(lines) == len(SETTING_NAMES) <= MOST_SETTINGS


@pytest.mark.parametrize("readme", READMES)
def test_every_terminal_command_is_documented(readme: str) -> None:
    """Each command of the command line has a row, apart from the one that make alone calls."""
    told = {name for cell in rows(read(readme)) for name in re.findall(r"^`footnote (\w+)", cell)}
    assert told == set(COMMANDS) - {"start"}


def slash_commands() -> set[str]:
    """Return each command as the READMEs write it: its name and what it cannot be asked without."""
    modules = [importlib.import_module(f"bot.cogs.{found.name}") for found in pkgutil.iter_modules(bot.cogs.__path__)]
    cogs = {kind for module in modules for kind in vars(module).values() if isinstance(kind, commands.CogMeta)}
    found = [(cog, one) for cog in cogs for one in vars(cog).values() if isinstance(one, app_commands.Command)]
    return {" ".join([f"/{'footnote ' if in_group(cog, one) else ''}{one.name}", *required(one)]) for cog, one in found}


def in_group(cog, command) -> bool:
    """Tell whether a command stands in the admins' group: what stands beside it says itself who may see it."""
    return issubclass(cog, AdminCog) and command.default_permissions is None


def required(command) -> list[str]:
    """Return the options that a command cannot be asked without."""
    return [option.name for option in command.parameters if option.required]


@pytest.mark.parametrize("readme", READMES)
def test_every_slash_command_is_documented(readme: str) -> None:
    """Each command of Discord has a row with its required options."""
    told = {name for cell in rows(read(readme)) for name in re.findall(r"^`(/.+)`$", cell)}
    assert told == slash_commands() != set()


@pytest.mark.parametrize("readme", READMES)
def test_every_exit_code_is_documented(readme: str) -> None:
    """Scripts can rely on the codes that the table names."""
    told = {int(cell) for cell in rows(read(readme)) if cell.isdecimal()}
    assert told == set(ExitCode) - UNTOLD_CODES


def test_both_readmes_tell_the_same() -> None:
    """The Chinese page has the sections, steps and code blocks of the English one."""
    shapes = [
        [line.split(" ")[0] for line in read(name).splitlines() if re.match(r"#+ |\d+\. |\| |```", line.strip())]
        for name in READMES
    ]
    assert shapes[0] == shapes[1]


def anchors(page: Path) -> set[str]:
    """Return what the headings of a page are called in a link."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_links_within_the_project_lead_somewhere(page: str) -> None:
    """No page points to a file, or to a heading, that is not there."""
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", read(page)):
        linked = (ROOT / page).parent / target if target else ROOT / page
        assert linked.exists(), target
        assert not anchor or anchor in anchors(linked), anchor


@pytest.mark.parametrize("page", PAGES)
def test_files_of_the_project_are_where_a_page_says(page: str) -> None:
    """What stands as a path below a folder of the program is there; dots stand for what is left out."""
    told = re.findall(r"`((?:corpus|bot|tests|benchmarks|seeds|docs)/[\w./-]*)`", read(page))
    assert not [path for path in told if not (ROOT / path.removesuffix("...")).exists()]


def test_every_dependency_has_its_reason() -> None:
    """CONTRIBUTING names each direct dependency; those of run time are few."""
    project = tomllib.loads(read("pyproject.toml"))
    run_time = dependency_names(project["project"]["dependencies"])
    groups = project["dependency-groups"]
    told = {name for cell in rows(read("CONTRIBUTING.md")) for name in cell.split(", ")}
    wanted = run_time | dependency_names(groups["dev"]) | dependency_names(groups["build"])
    assert wanted <= {name.lower() for name in told}
    assert len(run_time) <= MOST_DEPENDENCIES


def test_every_locked_file_holds_hashes_for_what_is_declared() -> None:
    """What make installs is what pyproject.toml declares, each line of it with a hash."""
    project = tomllib.loads(read("pyproject.toml"))
    groups = project["dependency-groups"]
    wanted = {
        "run": project["project"]["dependencies"],
        "dev": project["project"]["dependencies"] + groups["dev"],
        "build": groups["build"],
    }
    for name, requirements in wanted.items():
        hashed = re.findall(r"^([\w.-]+)==.*\\\n +--hash=sha256:", read(f"requirements/{name}.txt"), re.MULTILINE)
        assert {dependency.replace(".", "-") for dependency in dependency_names(requirements)} <= set(hashed)


def test_the_help_of_search_tells_the_shape_of_its_json() -> None:
    """A field that is added to a search's values is added to the help."""
    text = read("bot/cli/json_shapes.txt")
    names = {field.name for value in (SearchResults, Hit, Snippet) for field in dataclasses.fields(value)}
    assert not [name for name in names if f'"{name}"' not in text]

"""The rules of the house that an AST can see: sizes, names, mocks, and one version everywhere."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted(path for top in ("corpus", "bot", "benchmarks", "tests") for path in (ROOT / top).rglob("*.py"))
TESTS = [path for path in CODE if path.is_relative_to(ROOT / "tests")]
BODY_LINES, MODULE_LINES = 50, 400
VAGUE = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
MOCKS = {"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "patch"}
SPECS = {"spec", "spec_set", "autospec"}


def in_project(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.body[0].lineno + 1


def mocks_without_spec(tree: ast.AST) -> Iterator[int]:
    """Yield the lines where something is mocked that no specification holds to what it stands for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            callee = node.func
            names = {part.attr for part in ast.walk(callee) if isinstance(part, ast.Attribute)}
            names |= {part.id for part in ast.walk(callee) if isinstance(part, ast.Name)}
            if names & MOCKS and not SPECS & {keyword.arg for keyword in node.keywords}:
                yield node.lineno


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    """Return every module, parsed."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in CODE}


def test_no_body_is_over_50_lines_and_no_module_over_400(trees: dict[Path, ast.Module]) -> None:
    """What grows past a screen or two is cut where its parts have names."""
    assert not [in_project(path) for path in CODE if path.read_text(encoding="utf-8").count("\n") > MODULE_LINES]
    assert not [
        (in_project(path), function.name)
        for path, tree in trees.items()
        for function in functions(tree)
        if body_lines(function) > BODY_LINES
    ]


def test_modules_are_nouns_of_the_domain() -> None:
    """No module is a drawer for what has no place."""
    assert not [in_project(path) for path in CODE if path.stem in VAGUE]


def test_every_mock_has_a_spec(trees: dict[Path, ast.Module]) -> None:
    """A mock that accepts anything proves nothing."""
    assert not [(in_project(path), line) for path in TESTS for line in mocks_without_spec(trees[path])]


def test_a_mock_without_a_spec_is_noticed() -> None:
    """The rule above sees the ways in which a mock is made."""
    source = "a = Mock()\nb = mock.AsyncMock(spec=Thing)\nwith mock.patch('x'): ...\npatch.object(x, autospec=True)"
    assert list(mocks_without_spec(ast.parse(source))) == [1, 3]


def test_every_test_says_what_it_shows(trees: dict[Path, ast.Module]) -> None:
    """A test has a sentence of behaviour as its docstring."""
    assert not [
        (in_project(path), function.name)
        for path in TESTS
        for function in functions(trees[path])
        if function.name.startswith("test_") and not ast.get_docstring(function)
    ]


def test_the_layers_hold() -> None:
    """Imports point down, as the contracts in pyproject.toml say."""
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_one_version_everywhere() -> None:
    """The program, the package and the changelog agree on the version, or the changelog has it still unreleased."""
    from importlib.metadata import version  # noqa: PLC0415  the installed package is asked in this test alone

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert version("footnote-discord") == declared
    assert f"## [{declared}]" in changelog or "## [Unreleased]" in changelog

"""Three complete catalogues, and nothing in them that is not said."""

import errno
import os
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import bot.messages
from bot.messages import Words, words_in
from bot.services.requests import LANGUAGES

FOLDER = Path(bot.messages.__file__).parent
BOT = FOLDER.parent

LISTS = ("review-top", "review-nothing", "review-un")  # of a review, with the reason for each


class Variables(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  fluent.syntax names it
        self.names.add(node.id.name)


def variables(language: str) -> dict[str, set[str]]:
    """Return the messages of a catalogue with their variables; fails on what is no Fluent."""
    found = {}
    for entry in FluentParser().parse((FOLDER / f"{language}.ftl").read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            visitor = Variables()
            visitor.visit(entry)
            found[entry.id.name] = visitor.names
    return found


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_catalogues_have_the_same_messages_and_variables(language) -> None:
    """Nothing is said in one language alone."""
    assert variables(language) == variables("en-US")


def test_every_message_of_the_code_is_there_and_none_is_left_over() -> None:
    """An id in the code is in the catalogues, and every message is said somewhere."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in BOT.rglob("*.py"))
    literal = set(re.findall(r"\"([a-z]+(?:-[a-z]+)*)\"|'([a-z]+(?:-[a-z]+)*)'", code))
    said = {first or second for first, second in literal}
    made = ("error-", "example-", "name-", "rejected-", "kind-", "privacy-users-", "reindex-", "compare-", "rule-")
    made = (*made, "aliases-", "command-", "filter-", "fact-", "talk-", "help-", "damage", "newer-index", "choice-")
    made = (*made, "language-", "privacy-button-", "doctor-log-", "doctor-state-")
    assert {name for name in variables("en-US") if name not in said and not name.startswith((*made, *LISTS))} == set()
    called = set(re.findall(r"(?:words|said|choice)\(\s*\"([a-z-]+)\"", code))
    assert called <= variables("en-US").keys()


def test_plurals_follow_the_language() -> None:
    """English tells one from many; Chinese does not."""
    assert words_in("en-US")("search-found", total=1) == "Found in one article"
    assert words_in("en-US")("search-found", total=1200) == "Found in 1,200 articles"
    assert words_in("zh-CN")("search-found", total=1) == "在 1 篇文章中找到"


def test_no_isolation_marks() -> None:
    """What is put into a message is not wrapped in invisible characters."""
    assert words_in("en-US")("button-suggestion", question="wind") == "Search for: wind"


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        (os.strerror(errno.ENOSPC), "磁盘已满"),
        (f"manifest.json: {os.strerror(errno.ENOENT)}", "manifest.json: 没有这个文件或文件夹"),
        ("ClientConnectorDNSError", "查不到它的地址"),
        ("unable to open database file", "它打不开"),
        ("SIGKILL: it was killed", "SIGKILL: 它被强制结束"),
        ("database disk image is malformed", "文件已损坏"),
        ("what nobody knows: 7", "what nobody knows: 7"),
    ],
)
def test_a_reason_of_the_system_is_said_in_the_same_language(reason, shown) -> None:
    """A sentence is of one language; what is not known stands as it was said."""
    assert shown in words_in("zh-CN")("cli-output-full", reason=reason)


def test_a_missing_message_or_argument_is_a_bug() -> None:
    """Nobody is shown a raw id or a hole."""
    with pytest.raises(LookupError):
        Words("en-US")("no-such-message")
    with pytest.raises(LookupError):
        Words("zh-TW")("page", page=1)


SIMPLIFIED_ONLY = "这个们来说时会对发现问题开关东车长门见马鱼鸟龙书写读买卖网络软档讯录"
MAINLAND = ("软件", "服务器", "搜索", "文件夾", "信息", "默認", "登錄", "數據", "用戶", "鏈接", "視頻", "屏幕")
TAIWAN = ("伺服器", "搜寻", "档案", "讯息", "资料夹", "使用者", "连结", "预设")


def test_each_script_keeps_to_itself() -> None:
    """The Traditional catalogue holds no Simplified character and no Mainland term, and the reverse."""
    traditional = (FOLDER / "zh-TW.ftl").read_text(encoding="utf-8")
    simplified = (FOLDER / "zh-CN.ftl").read_text(encoding="utf-8")
    assert not [character for character in SIMPLIFIED_ONLY if character in traditional]
    assert not [term for term in MAINLAND if term in traditional]
    assert not [term for term in TAIWAN if term in simplified]


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW"])
def test_commands_have_both_names_in_chinese(language) -> None:
    """Many who ask in Chinese have Discord in English, where the Chinese name of a command finds nothing."""
    words = words_in(language)
    told = words("greeting", question="q", name="n", title="t") + words("help", question="q", name="n", title="t")
    for command in ("search", "who", "summary", "help", "privacy", "reindex"):
        assert f"/{words(f'name-{command}')}**（/{command}）" in told
    assert f"/{words('name-footnote')} {words('name-add')}**（/footnote add）" in told

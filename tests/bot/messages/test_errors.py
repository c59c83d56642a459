"""Every error has words in every language."""

import errno
import inspect
import os
import re
from enum import Enum
from pathlib import Path

import pytest

import bot.errors
import corpus.errors
from bot.errors import BotError, ReindexFailed, Remark
from bot.messages import words_in
from bot.messages.errors import damage_words, error_words, message_id
from bot.services.requests import LANGUAGES
from corpus.errors import CorpusError, Damage, DamagedIndex, FolderUnreadable, NoIndex
from corpus.reading.reasons import Reason

BASES = {"BotError", "AskerFault", "OperatorFault", "ReasonedFault", "DataFault"}
BASES |= {"CorpusError", "AskerError", "MaintainerError", "OperatorError"}
REMARKS = (("setting-line", {"file": ".env", "line": "3"}), ("setting-folder", {"name": "DATA_DIR"}))
SAMPLE = {
    "tuple[str, ...]": ("one", "two"),
    str(tuple[Remark, ...]): REMARKS,
    "Path": Path("articles"),
    "int": 7,
    "str": "cause",
    "Damage": Damage.UNREADABLE,
}


def raised() -> list[BaseException]:
    """Return one error of every class, made as its constructor asks."""
    errors = []
    for base, module in ((BotError, bot.errors), (CorpusError, corpus.errors)):
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, base) and kind.__name__ not in BASES:
                parameters = list(inspect.signature(kind.__init__).parameters.values())[1:]
                wanted = [p for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
                errors.append(
                    kind(
                        *(
                            SAMPLE[
                                getattr(p.annotation, "__name__", str(p.annotation))
                                if not str(p.annotation).startswith("tuple")
                                else str(p.annotation)
                            ]
                            for p in wanted
                        )
                    )
                )
    return errors


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", raised(), ids=lambda error: type(error).__name__)
def test_every_error_has_words(error, language) -> None:
    """Each class has a sentence of its own, with its data in it."""
    sentence = error_words(error, words_in(language))
    assert sentence
    for value in vars(error).values():
        parts = value if isinstance(value, tuple) else (value,)
        for part in [told for _, data in value for told in data.values()] if value == REMARKS else parts:
            told = str(part) in sentence or isinstance(part, Enum)
            assert told or message_id(type(error)) == "error-unknown-article"


@pytest.mark.parametrize("error", raised(), ids=lambda error: type(error).__name__)
def test_members_are_told_no_path_and_no_cause(error) -> None:
    """What only the operator can mend is not spelt out to members."""
    sentence = error_words(error, words_in("en-US"), detail=False)
    assert sentence
    if not isinstance(error, bot.errors.AskerFault | corpus.errors.AskerError):
        assert "articles" in sentence
        assert "cause" not in sentence.replace("find the cause in its log", "")


def test_a_missing_index_tells_members_what_to_do() -> None:
    """A fresh installation does not look broken."""
    assert "/reindex" in error_words(NoIndex(Path("x")), words_in("en-US"), detail=False)
    assert "/reindex" not in error_words(DamagedIndex("b1", Damage.CHANGED), words_in("en-US"), detail=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failed_reindex_tells_its_cause_in_the_reader_s_language(language) -> None:
    """The building process does not know who reads: its error is put into words here."""
    error = ReindexFailed("the folder notes cannot be read: gone")
    error.__cause__ = FolderUnreadable(Path("notes"), "gone")
    words = words_in(language)
    told = error_words(error, words)
    assert words("error-folder-unreadable", folder="notes", reason="gone") in told
    assert told != words("error-reindex-failed", reason=error.reason)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cause", Damage)
def test_damage_is_told_in_the_reader_s_language(cause, language) -> None:
    """What is wrong with an index is a sentence of its own, what the system says of it included."""
    detail = os.strerror(errno.EIO) if cause is Damage.UNREADABLE else "4"
    damage = DamagedIndex("b1", cause, "store.sqlite", detail)
    told = damage_words(damage, words_in(language))
    assert told in error_words(damage, words_in(language))
    others = {damage_words(DamagedIndex("b1", other, "store.sqlite", "4"), words_in(language)) for other in Damage}
    assert len(others) == len(Damage)
    if language != "en-US":
        assert re.findall("[a-z]{2,}", told.replace("store.sqlite", "")) == []


def test_a_bug_carries_its_reference() -> None:
    """What nobody foresaw can be found in the log."""
    assert "beef" in error_words(ZeroDivisionError("secret words"), words_in("zh-CN"), reference="beef")
    assert "secret" not in error_words(ZeroDivisionError("secret words"), words_in("zh-CN"), reference="beef")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_for_refusing_a_file_has_words(language) -> None:
    """A report never shows a code."""
    assert [
        reason for reason in Reason if not words_in(language).has(f"rejected-{reason.value.replace('_', '-')}")
    ] == []

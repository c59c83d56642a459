"""The forms that Discord opens over a conversation, and what comes back in one.

A form is stopped at once, like every layout: what is sent with it arrives by its id alone, also after a restart.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from discord.ui import FileUpload, Label, Modal, TextInput

from bot.messages import Words
from bot.render.custom_ids import JudgeAnswer, ManageArticles, Press, ReviewLog, custom_id
from bot.services.article_changes import UPLOADS, Upload
from corpus.reading.aliases import MAX_NAME_CHARS

SENTENCE, FILES, ALIAS, NAME = "sentence", "files", "alias", "name"
SENTENCE_CHARS = 300


def judgement_form(press: JudgeAnswer, words: Words) -> Modal:
    """Return the form that asks, in one sentence that may be left out, what was wrong with an answer."""
    sentence: TextInput[Modal] = TextInput(custom_id=SENTENCE, required=False, max_length=SENTENCE_CHARS)
    return _form(press, words("form-judgement"), Label(text=words("form-judgement-sentence"), component=sentence))


def upload_form(words: Words) -> Modal:
    """Return the form that takes up to ten files."""
    files: FileUpload[Modal] = FileUpload(custom_id=FILES, min_values=1, max_values=UPLOADS)
    asked = Label(text=words("form-upload-files"), description=words("form-upload-kinds"), component=files)
    return _form(ManageArticles(act="add"), words("form-upload"), asked)


def alias_form(press: ReviewLog, asked: str, words: Words) -> Modal:
    """Return the form that asks whose name it is that somebody asked for, with that name to be corrected."""
    alias: TextInput[Modal] = TextInput(custom_id=ALIAS, default=asked[:MAX_NAME_CHARS], max_length=MAX_NAME_CHARS)
    name: TextInput[Modal] = TextInput(custom_id=NAME, max_length=MAX_NAME_CHARS)
    return _form(
        press,
        words("form-alias"),
        Label(text=words("form-alias-alias"), component=alias),
        Label(text=words("form-alias-name"), description=words("form-alias-follows"), component=name),
    )


def alias_of(data: Mapping[str, Any]) -> tuple[str, str]:
    """Return the name and its alias as they stand in a form that was sent, "" where one does not."""
    written = _written(data, MAX_NAME_CHARS)
    return written.get(NAME, ""), written.get(ALIAS, "")


def sentence_of(data: Mapping[str, Any]) -> str | None:
    """Return what was written in a form that was sent, None where nothing was."""
    return _written(data, SENTENCE_CHARS).get(SENTENCE) or None


def uploads_of(data: Mapping[str, Any]) -> tuple[Upload, ...]:
    """Return the files that were handed in with a form."""
    found = data.get("resolved", {}).get("attachments", {})
    chosen = next((each.get("values") or [] for each in _inputs(data) if each["custom_id"] == FILES), [])
    return tuple(
        Upload(filename=str(one["filename"]), size_bytes=int(one["size"]), url=str(one["url"]))
        for one in (found[number] for number in chosen if number in found)
    )


def _form(press: Press, title: str, *labels: Label[Modal]) -> Modal:
    form = Modal(title=title, custom_id=custom_id(press) or "", timeout=None)
    for each in labels:
        form.add_item(each)
    form.stop()
    return form


def _written(data: Mapping[str, Any], limit: int) -> dict[str, str]:
    """Return the words of a form that was sent, by the ids of its inputs."""
    return {each["custom_id"]: " ".join(str(each.get("value") or "")[:limit].split()) for each in _inputs(data)}


def _inputs(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the inputs of a form that was sent."""
    for piece in data.get("components", ()):
        inner = piece.get("component") or {}
        if "custom_id" in inner:
            yield inner

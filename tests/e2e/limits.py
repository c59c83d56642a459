"""Discord's limits on what a bot sends, checked as Discord checks them. Pure: a body in, the problems out.

The figures are those of Discord's documentation; most of them its API description does not enforce.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from discord import Locale

from bot.playground.board import Flag, Json, walk_components

CONTENT_CHARS = 2000
EMBEDS_CHARS = 6000
COMPONENTS = 40
COMPONENTS_CHARS = 4000
COMMAND_CHARS = 8000
CHOICES = 25
LOCALES = frozenset(map(str, Locale))
_NAME = re.compile(r"[-_'\w]{1,32}")
_LINK = re.compile(r"(https?|discord)://\S{1,500}")
_ROW, _BUTTON, _STRINGS, _INPUT, _SECTION, _TEXT, _THUMBNAIL = 1, 2, 3, 4, 9, 10, 11
_GALLERY, _FILE, _SEPARATOR, _CONTAINER, _LABEL, _UPLOAD = 12, 13, 14, 17, 18, 19
_SELECTS = frozenset({_STRINGS, 5, 6, 7, 8})
_IN_CONTAINER = frozenset({_ROW, _SECTION, _TEXT, _GALLERY, _FILE, _SEPARATOR})
_ID = ("custom_id", 1, 100)
# How long the texts and lists of a component are: key, least, most.
_SIZES: dict[Any, tuple[tuple[str, int, int], ...]] = {
    _BUTTON: (("label", 0, 80),),
    _INPUT: (_ID, ("value", 0, 4000), ("placeholder", 0, 100)),
    _SECTION: (("components", 1, 3),),
    _TEXT: (("content", 1, COMPONENTS_CHARS),),
    _GALLERY: (("items", 1, 10),),
    _CONTAINER: (("components", 1, COMPONENTS),),
    _LABEL: (("label", 1, 45), ("description", 0, 100)),
    _UPLOAD: (_ID,),
    **dict.fromkeys(_SELECTS, (_ID, ("placeholder", 0, 150))),
    _STRINGS: (_ID, ("placeholder", 0, 150), ("options", 1, 25)),
}
# What may stand in a component: in its list, and by itself under another key.
_INSIDE = {_ROW: _SELECTS | {_BUTTON, _INPUT}, _SECTION: frozenset({_TEXT}), _CONTAINER: _IN_CONTAINER}
_BESIDE = {
    _SECTION: ("accessory", frozenset({_BUTTON, _THUMBNAIL})),
    _LABEL: ("component", _SELECTS | {_INPUT, _UPLOAD, 21, 22, 23}),
}
_EMBED = (("title", 0, 256), ("description", 0, 4096), ("fields", 0, 25))
_FIELD = (("name", 1, 256), ("value", 1, 1024))
_OPTION = (("label", 1, 100), ("value", 1, 100), ("description", 0, 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One limit that a body breaks: where, Discord's name of the rule, and a sentence."""

    path: tuple[str, ...]
    code: str
    message: str


Problems = Iterator[Problem]


def message_problems(body: Json, *, components_v2: bool = False, files: int = 0, new: bool = True) -> list[Problem]:
    """Return the limits that a message, or an edit of one, breaks.

    Parameters
    ----------
    body
        The JSON of a create, an edit, a follow-up, or an interaction callback's ``data``.
    components_v2
        Whether the message that is edited is a Components V2 layout already.
    files
        How many files come beside it.
    new
        Whether it is a new message, which may not be empty.
    """
    layout = components_v2 or bool((body.get("flags") or 0) & Flag.COMPONENTS_V2)
    found = [*_sizes((), body, (("content", 0, CONTENT_CHARS), ("attachments", 0, 10), ("embeds", 0, 10)))]
    if files > 10:
        found.append(_problem(("attachments",), "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length."))
    if layout:
        keys = [key for key in ("content", "embeds", "poll", "sticker_ids") if body.get(key)]
        why = "The 'MessageFlags.IS_COMPONENTS_V2' message cannot have this field."
        found += [_problem((key,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", why) for key in keys]
    anything = [body.get(key) for key in ("content", "embeds", "components", "poll", "sticker_ids")]
    if new and not files and not any(anything):
        found.append(_problem((), "EMPTY_MESSAGE", "Cannot send an empty message"))
    return [*found, *_embeds(body.get("embeds") or []), *_layout(body.get("components") or [], layout=layout)]


def modal_problems(body: Json) -> list[Problem]:
    """Return the limits that a modal breaks."""
    components = body.get("components") or []
    return [
        *_sizes((), body, (("title", 1, 45), _ID, ("components", 1, 5))),
        *_pieces((), components, {_ROW, _TEXT, _LABEL}),
        *_ids_unique(components),
    ]


def autocomplete_problems(body: Json) -> list[Problem]:
    """Return the limits that suggestions break."""
    return [*_choices((), body)]


def command_problems(commands: Sequence[Json]) -> list[Problem]:
    """Return the limits that a set of global commands breaks."""
    found = [*_size((), commands, 0, 100)]
    found += _unique((), [(command.get("type", 1), command.get("name")) for command in commands], "names")
    for index, command in enumerate(commands):
        path = (str(index),)
        found += [*_names(path, command, described=command.get("type", 1) == 1), *_options(path, command)]
        if _command_chars(command) > COMMAND_CHARS:
            found.append(_problem(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)"))
    return found


def _problem(path: tuple[str, ...], code: str, message: str) -> Problem:
    return Problem(path=path, code=code, message=message)


def _size(path: tuple[str, ...], sized: Sequence[object] | None, least: int, most: int) -> Problems:
    if not least <= len(sized or "") <= most:
        yield _problem(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def _sizes(path: tuple[str, ...], item: Json, rules: Sequence[tuple[str, int, int]]) -> Problems:
    for key, least, most in rules:
        yield from _size((*path, key), item.get(key), least, most)


def _unique(path: tuple[str, ...], keys: Sequence[object], what: str) -> Problems:
    if len(set(keys)) != len(keys):
        yield _problem(path, "COMPONENT_CUSTOM_ID_DUPLICATED", f"The {what} must be unique.")


def _ids_unique(components: Sequence[Json]) -> Problems:
    ids = [component["custom_id"] for component in walk_components(components) if component.get("custom_id")]
    return _unique(("components",), ids, "custom ids")


def _embeds(embeds: Sequence[Json]) -> Problems:
    total = 0
    for index, embed in enumerate(embeds):
        path, fields = ("embeds", str(index)), embed.get("fields") or []
        parts = [((), embed, _EMBED), (("footer",), embed.get("footer") or {}, (("text", 0, 2048),))]
        parts += [(("author",), embed.get("author") or {}, (("name", 0, 256),))]
        parts += [(("fields", str(number)), field, _FIELD) for number, field in enumerate(fields)]
        for key, part, rules in parts:
            yield from _sizes((*path, *key), part, rules)
        chars = sum(len(part.get(key) or "") for _, part, rules in parts for key, _, _ in rules if key != "fields")
        total += chars
        if not chars and not (embed.get("image") or embed.get("thumbnail")):
            yield _problem(path, "BASE_TYPE_REQUIRED", "This embed is empty.")
    if total > EMBEDS_CHARS:
        yield _problem(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")


def _layout(components: Sequence[Json], *, layout: bool) -> Problems:
    everything = list(walk_components(components))
    yield from _ids_unique(components)
    if not layout:
        yield from _size(("components",), components, 0, 5)
    elif len(everything) > COMPONENTS:
        yield _problem(("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "Must be 40 or fewer.")
    if sum(len(piece.get("content") or "") for piece in everything if piece.get("type") == _TEXT) > COMPONENTS_CHARS:
        why = "The total text of the components is over 4000 characters."
        yield _problem(("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", why)
    yield from _pieces((), components, _IN_CONTAINER | {_CONTAINER} if layout else {_ROW})


def _pieces(path: tuple[str, ...], pieces: Sequence[Json], allowed: AbstractSet[int]) -> Problems:
    for index, piece in enumerate(pieces):
        yield from _piece((*path, "components", str(index)), piece, allowed)


def _piece(path: tuple[str, ...], piece: Json, allowed: AbstractSet[int]) -> Problems:
    kind, inner = piece.get("type"), piece.get("components") or []
    if kind not in allowed:
        yield _problem(
            (*path, "type"), "UNION_TYPE_CHOICES", f'Value of field "type" must be one of {sorted(allowed)}.'
        )
    yield from _sizes(path, piece, _SIZES.get(kind, ()))
    if kind == _ROW:
        only_buttons = {each.get("type") for each in inner} == {_BUTTON}
        yield from _size((*path, "components"), inner, 1, 5 if only_buttons else 1)
    elif kind == _BUTTON:
        yield from _button(path, piece)
    elif kind == _STRINGS:
        options = piece.get("options") or []
        yield from _unique((*path, "options"), [option.get("value") for option in options], "option values")
        for index, option in enumerate(options):
            yield from _sizes((*path, "options", str(index)), option, _OPTION)
    if kind in _INSIDE:
        yield from _pieces(path, inner, _INSIDE[kind])
    if kind in _BESIDE:
        key, kinds = _BESIDE[kind]
        yield from _piece((*path, key), piece.get(key) or {}, kinds)


def _button(path: tuple[str, ...], button: Json) -> Problems:
    if not (button.get("label") or button.get("emoji")):
        yield _problem(path, "BUTTON_COMPONENT_MISSING_LABEL_OR_EMOJI", "A button needs a label or an emoji.")
    if button.get("style") != 5:
        yield from _sizes(path, button, (_ID,))
    elif not _LINK.fullmatch(button.get("url") or "") or button.get("custom_id"):
        yield _problem((*path, "url"), "URL_TYPE_INVALID_URL", "Not a well formed URL of at most 512 characters.")


def _names(path: tuple[str, ...], item: Json, *, described: bool) -> Problems:
    names = {"name": item.get("name"), **(item.get("name_localizations") or {})}
    texts = {"description": item.get("description"), **(item.get("description_localizations") or {})}
    for key, name in names.items():
        fits = _NAME.fullmatch(name or "") and name == (name or "").lower()
        if not fits and (described or not 1 <= len(name or "") <= 32):
            yield _problem((*path, key), "STRING_TYPE_REGEX", "String value did not match validation regex.")
    for key, text in texts.items():
        yield from _size((*path, key), text, 1 if described else 0, 100 if described else 0)
    for locale in {*names, *texts} - {"name", "description"} - LOCALES:
        yield _problem((*path, locale), "BASE_TYPE_CHOICES", "Not a locale of Discord's.")


def _options(path: tuple[str, ...], item: Json) -> Problems:
    path, options = (*path, "options"), item.get("options") or []
    yield from _size(path, options, 0, 25)
    yield from _unique(path, [option.get("name") for option in options], "option names")
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield _problem(path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options come first.")
    for index, option in enumerate(options):
        here = (*path, str(index))
        yield from _names(here, option, described=True)
        yield from _choices(here, option)
        yield from _options(here, option)


def _choices(path: tuple[str, ...], item: Json) -> Problems:
    path, choices = (*path, "choices"), item.get("choices") or []
    yield from _size(path, choices, 0, CHOICES)
    for index, choice in enumerate(choices):
        text = isinstance(choice.get("value"), str)
        yield from _sizes((*path, str(index)), choice, (("name", 1, 100), *((("value", 1, 100),) if text else ())))


def _command_chars(item: Json) -> int:
    own = len(item.get("name") or "") + len(item.get("description") or "")
    choices = sum(len(choice["name"]) + len(str(choice["value"])) for choice in item.get("choices") or [])
    return own + choices + sum(_command_chars(option) for option in item.get("options") or [])

"""Discord's limits on what a bot sends, checked as Discord checks them. Pure: a body in, the problems out.

The figures are those of Discord's documentation; most of them its API description does not enforce.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.playground.board import Flag, Json, walk_components

CONTENT_CHARS = 2000
EMBEDS = 10
EMBEDS_CHARS = 6000
COMPONENTS = 40
COMPONENTS_CHARS = 4000
CUSTOM_ID_CHARS = 100
COMMANDS = 100
COMMAND_CHARS = 8000
CHOICES = 25

_LOCALES = (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN "
    "ja zh-TW ko"
)
LOCALES = frozenset(_LOCALES.split())
_NAME = re.compile(r"[-_'\w]{1,32}")
_LINK = re.compile(r"(https?|discord)://\S+")
_ROW, _BUTTON, _INPUT, _SECTION, _TEXT, _THUMBNAIL = 1, 2, 4, 9, 10, 11
_GALLERY, _FILE, _SEPARATOR, _CONTAINER, _LABEL, _UPLOAD = 12, 13, 14, 17, 18, 19
_SELECTS = frozenset({3, 5, 6, 7, 8})
_IN_CONTAINER = frozenset({_ROW, _SECTION, _TEXT, _GALLERY, _FILE, _SEPARATOR})
_TOP_LEVEL = _IN_CONTAINER | {_CONTAINER}
_IN_MODAL = frozenset({_ROW, _TEXT, _LABEL})
_IN_LABEL = _SELECTS | {_INPUT, _UPLOAD, 21, 22, 23}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One limit that a body breaks: where, Discord's name of the rule, and a sentence."""

    path: tuple[str, ...]
    code: str
    message: str


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
    content, embeds = body.get("content") or "", body.get("embeds") or []
    components = body.get("components") or []
    found = [*_length(("content",), content, 0, CONTENT_CHARS)]
    if len(body.get("attachments") or []) > 10 or files > 10:
        found.append(_problem(("attachments",), "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length."))
    if layout:
        keys = [key for key in ("content", "embeds", "poll", "sticker_ids") if body.get(key)]
        why = "The 'MessageFlags.IS_COMPONENTS_V2' message cannot have this field."
        found += [_problem((key,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", why) for key in keys]
    if new and not (content or embeds or components or files or body.get("poll") or body.get("sticker_ids")):
        found.append(_problem((), "EMPTY_MESSAGE", "Cannot send an empty message"))
    return [*found, *_embeds(embeds), *_layout(components, layout=layout)]


def modal_problems(body: Json) -> list[Problem]:
    """Return the limits that a modal breaks."""
    components = body.get("components") or []
    found = [*_length(("title",), body.get("title"), 1, 45), *_custom_id((), body)]
    found += _count(("components",), components, 1, 5)
    for index, component in enumerate(components):
        path = ("components", str(index))
        found += _kind(path, component, _IN_MODAL)
        if component.get("type") == _LABEL:
            inner = component.get("component") or {}
            found += _length((*path, "label"), component.get("label"), 1, 45)
            found += _length((*path, "description"), component.get("description") or "", 0, 100)
            found += _kind((*path, "component"), inner, _IN_LABEL)
            found += _piece((*path, "component"), inner)
        else:
            found += _piece(path, component)
    return [*found, *_custom_ids_unique(components)]


def autocomplete_problems(body: Json) -> list[Problem]:
    """Return the limits that suggestions break."""
    choices = body.get("choices") or []
    return [*_count(("choices",), choices, 0, CHOICES), *_choices(("choices",), choices)]


def command_problems(commands: Sequence[Json]) -> list[Problem]:
    """Return the limits that a set of global commands breaks."""
    found = _count((), commands, 0, COMMANDS)
    found += _unique((), [(command.get("type", 1), command.get("name")) for command in commands], "names")
    for index, command in enumerate(commands):
        path = (str(index),)
        found += _names(path, command, described=command.get("type", 1) == 1)
        found += _options((*path, "options"), command.get("options") or [])
        if _command_chars(command) > COMMAND_CHARS:
            found.append(_problem(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)"))
    return found


def errors_tree(problems: Sequence[Problem]) -> Json:
    """Return the problems as the nested ``errors`` object of Discord's 50035."""
    tree: Json = {}
    for problem in problems:
        node = tree
        for key in problem.path:
            node = node.setdefault(key, {})
        node.setdefault("_errors", []).append({"code": problem.code, "message": problem.message})
    return tree


def _problem(path: tuple[str, ...], code: str, message: str) -> Problem:
    return Problem(path=path, code=code, message=message)


def _length(path: tuple[str, ...], text: str | None, least: int, most: int) -> list[Problem]:
    if least <= len(text or "") <= most:
        return []
    return [_problem(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")]


def _count(path: tuple[str, ...], items: Sequence[object], least: int, most: int) -> list[Problem]:
    if least <= len(items) <= most:
        return []
    return [_problem(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")]


def _unique(path: tuple[str, ...], keys: Sequence[object], what: str) -> list[Problem]:
    if len(set(keys)) == len(keys):
        return []
    return [_problem(path, "COMPONENT_CUSTOM_ID_DUPLICATED", f"The {what} must be unique.")]


def _kind(path: tuple[str, ...], component: Json, allowed: frozenset[int]) -> list[Problem]:
    if component.get("type") in allowed:
        return []
    return [_problem((*path, "type"), "UNION_TYPE_CHOICES", f'Value of field "type" must be one of {sorted(allowed)}.')]


def _custom_id(path: tuple[str, ...], component: Json) -> list[Problem]:
    return _length((*path, "custom_id"), component.get("custom_id"), 1, CUSTOM_ID_CHARS)


def _custom_ids_unique(components: Sequence[Json]) -> list[Problem]:
    ids = [component["custom_id"] for component in walk_components(components) if component.get("custom_id")]
    return _unique(("components",), ids, "custom ids")


def _embeds(embeds: Sequence[Json]) -> list[Problem]:
    found = _count(("embeds",), embeds, 0, EMBEDS)
    total = 0
    for index, embed in enumerate(embeds):
        path = ("embeds", str(index))
        fields = embed.get("fields") or []
        texts = [
            (("title",), embed.get("title"), 256),
            (("description",), embed.get("description"), 4096),
            (("footer", "text"), (embed.get("footer") or {}).get("text"), 2048),
            (("author", "name"), (embed.get("author") or {}).get("name"), 256),
            *((("fields", str(n), "name"), field.get("name"), 256) for n, field in enumerate(fields)),
            *((("fields", str(n), "value"), field.get("value"), 1024) for n, field in enumerate(fields)),
        ]
        found += _count((*path, "fields"), fields, 0, 25)
        for key, text, most in texts:
            found += _length((*path, *key), text, 1 if "fields" in key else 0, most)
        total += sum(len(text or "") for _, text, _ in texts)
        if not any(text for _, text, _ in texts) and not (embed.get("image") or embed.get("thumbnail")):
            found.append(_problem(path, "BASE_TYPE_REQUIRED", "This embed is empty."))
    if total > EMBEDS_CHARS:
        found.append(_problem(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000"))
    return found


def _layout(components: Sequence[Json], *, layout: bool) -> list[Problem]:
    found = _custom_ids_unique(components)
    everything = list(walk_components(components))
    if not layout:
        found += _count(("components",), components, 0, 5)
    elif len(everything) > COMPONENTS:
        found.append(_problem(("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "Must be 40 or fewer."))
    chars = sum(len(component.get("content") or "") for component in everything if component.get("type") == _TEXT)
    if chars > COMPONENTS_CHARS:
        why = "The total text of the components is over 4000 characters."
        found.append(_problem(("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", why))
    for index, component in enumerate(components):
        path = ("components", str(index))
        found += [*_kind(path, component, _TOP_LEVEL if layout else frozenset({_ROW})), *_piece(path, component)]
    return found


def _piece(path: tuple[str, ...], component: Json) -> Iterator[Problem]:
    inner = component.get("components") or []
    match component.get("type"):
        case 17:
            yield from _count((*path, "components"), inner, 1, COMPONENTS)
            yield from _inside(path, inner, _IN_CONTAINER)
        case 1:
            kinds = {piece.get("type") for piece in inner}
            yield from _count((*path, "components"), inner, 1, 5 if kinds == {_BUTTON} else 1)
            yield from _inside(path, inner, _SELECTS | {_BUTTON, _INPUT})
        case 9:
            yield from _count((*path, "components"), inner, 1, 3)
            yield from _inside(path, inner, frozenset({_TEXT}))
            accessory = component.get("accessory") or {}
            yield from _kind((*path, "accessory"), accessory, frozenset({_BUTTON, _THUMBNAIL}))
            yield from _piece((*path, "accessory"), accessory)
        case 10:
            yield from _length((*path, "content"), component.get("content"), 1, COMPONENTS_CHARS)
        case 12:
            yield from _count((*path, "items"), component.get("items") or [], 1, 10)
        case 2:
            yield from _button(path, component)
        case 4:
            yield from _custom_id(path, component)
            yield from _length((*path, "value"), component.get("value") or "", 0, 4000)
            yield from _length((*path, "placeholder"), component.get("placeholder") or "", 0, 100)
        case 3 | 5 | 6 | 7 | 8:
            yield from _select(path, component)
        case 19:
            yield from _custom_id(path, component)


def _inside(path: tuple[str, ...], pieces: Sequence[Json], allowed: frozenset[int]) -> Iterator[Problem]:
    for index, piece in enumerate(pieces):
        here = (*path, "components", str(index))
        yield from _kind(here, piece, allowed)
        yield from _piece(here, piece)


def _button(path: tuple[str, ...], button: Json) -> Iterator[Problem]:
    yield from _length((*path, "label"), button.get("label") or "", 0, 80)
    if not (button.get("label") or button.get("emoji")):
        yield _problem(path, "BUTTON_COMPONENT_MISSING_LABEL_OR_EMOJI", "A button needs a label or an emoji.")
    if button.get("style") != 5:
        yield from _custom_id(path, button)
        return
    url = button.get("url") or ""
    if len(url) > 512 or not _LINK.fullmatch(url) or button.get("custom_id"):
        yield _problem((*path, "url"), "URL_TYPE_INVALID_URL", "Not a well formed URL of at most 512 characters.")


def _select(path: tuple[str, ...], select: Json) -> Iterator[Problem]:
    yield from _custom_id(path, select)
    yield from _length((*path, "placeholder"), select.get("placeholder") or "", 0, 150)
    if select.get("type") != 3:
        return
    options = select.get("options") or []
    yield from _count((*path, "options"), options, 1, 25)
    yield from _unique((*path, "options"), [option.get("value") for option in options], "option values")
    for index, option in enumerate(options):
        for key, least in (("label", 1), ("value", 1), ("description", 0)):
            yield from _length((*path, "options", str(index), key), option.get(key), least, 100)


def _names(path: tuple[str, ...], item: Json, *, described: bool) -> Iterator[Problem]:
    names = {"name": item.get("name"), **(item.get("name_localizations") or {})}
    texts = {"description": item.get("description"), **(item.get("description_localizations") or {})}
    for key, name in names.items():
        fits = _NAME.fullmatch(name or "") and name == (name or "").lower()
        if not fits and (described or not 1 <= len(name or "") <= 32):
            yield _problem((*path, key), "STRING_TYPE_REGEX", "String value did not match validation regex.")
    for key, text in texts.items():
        yield from _length((*path, key), text or "", 1 if described else 0, 100 if described else 0)
    for locale in {*names, *texts} - {"name", "description"} - LOCALES:
        yield _problem((*path, locale), "BASE_TYPE_CHOICES", "Not a locale of Discord's.")


def _options(path: tuple[str, ...], options: Sequence[Json]) -> Iterator[Problem]:
    yield from _count(path, options, 0, 25)
    yield from _unique(path, [option.get("name") for option in options], "option names")
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield _problem(path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options come first.")
    for index, option in enumerate(options):
        here = (*path, str(index))
        choices = option.get("choices") or []
        yield from _names(here, option, described=True)
        yield from _count((*here, "choices"), choices, 0, CHOICES)
        yield from _choices((*here, "choices"), choices)
        yield from _options((*here, "options"), option.get("options") or [])


def _choices(path: tuple[str, ...], choices: Sequence[Json]) -> Iterator[Problem]:
    for index, choice in enumerate(choices):
        value = choice.get("value")
        yield from _length((*path, str(index), "name"), choice.get("name"), 1, 100)
        if isinstance(value, str):
            yield from _length((*path, str(index), "value"), value, 1, 100)


def _command_chars(item: Json) -> int:
    own = len(item.get("name") or "") + len(item.get("description") or "")
    choices = sum(len(choice["name"]) + len(str(choice["value"])) for choice in item.get("choices") or [])
    return own + choices + sum(_command_chars(option) for option in item.get("options") or [])

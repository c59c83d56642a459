"""What a person's command, press or modal becomes: the payload of INTERACTION_CREATE. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from bot.playground.board import Attachment, Json, Message, walk_components
from bot.playground.payloads import (
    ATTACHMENT_LIMIT_BYTES,
    attachment_payload,
    channel_payload,
    everyone_role,
    member_payload,
    message_payload,
    user_payload,
)
from bot.playground.world import EVERYONE, Channel, User, World

_ATTACHMENT = 11
_NAMING = frozenset({6, 7, 8, 9, _ATTACHMENT})  # options whose value is an id
_CHOOSING = frozenset({5, 6, 7, 8, 19})  # components likewise


class InteractionType(IntEnum):
    """The kinds of interaction, as Discord numbers them."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class InvalidInput(ValueError):
    """Discord's own app would not have sent this: a missing option, a text too long, a button that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """One thing that somebody did, with the secret that its answer needs."""

    id: int
    type: InteractionType
    token: str
    user: User
    channel: Channel
    locale: str
    data: Json
    message: Message | None = None


def interaction_payload(world: World, url: str, interaction: Interaction) -> Json:
    """Return the payload of INTERACTION_CREATE."""
    server = world.server(interaction.channel.server_id)
    payload: Json = {
        "id": str(interaction.id),
        "application_id": str(world.application_id),
        "type": int(interaction.type),
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel_id": str(interaction.channel.id),
        "channel": channel_payload(world, interaction.channel),
        "locale": interaction.locale,
        "app_permissions": str(EVERYONE.value),
        "entitlements": [],
        "attachment_size_limit": ATTACHMENT_LIMIT_BYTES,
        "context": 1 if server is None else 0,
        "authorizing_integration_owners": {"0": "0" if server is None else str(server.id)},
    }
    if interaction.message is not None:
        payload["message"] = message_payload(world, url, interaction.message)
    if server is None:
        return payload | {"user": user_payload(interaction.user)}
    return payload | {
        "guild_id": str(server.id),
        "guild_locale": server.locale,
        "guild": {"id": str(server.id), "locale": server.locale, "features": []},
        "member": member_payload(server, interaction.user, permissions=True),
    }


def find_command(commands: Sequence[Json], name: str) -> tuple[Json, tuple[Json, ...]]:
    """Return a command and the subcommands that lead to ``name`` (``footnote add``). Raises InvalidInput."""
    first, *rest = name.split(" ")
    command = next((command for command in commands if command["name"] == first), None)
    if command is None:
        raise InvalidInput(f"there is no command {first!r}")
    path: list[Json] = []
    for word in rest:
        options = (path[-1] if path else command).get("options") or []
        found = next((option for option in options if option["name"] == word and option["type"] in {1, 2}), None)
        if found is None:
            raise InvalidInput(f"there is no command {name!r}")
        path.append(found)
    return command, tuple(path)


def command_name(data: Mapping[str, Any]) -> str | None:
    """Return the name of the command in an interaction's ``data``, its subcommands included; None for a component."""
    names, inside = [data.get("name")], data
    while inside := next((one for one in inside.get("options") or () if one["type"] in {1, 2}), {}):
        names.append(inside["name"])
    return " ".join(map(str, names)) if names[0] else None


def command_data(
    commands: Sequence[Json], name: str, values: Mapping[str, Any], place: "Place", *, focused: str | None = None
) -> Json:
    """Return the ``data`` of a slash command or, with ``focused``, of autocomplete for that option.

    The value of an attachment option is an Attachment. Raises InvalidInput where Discord's own app would refuse to
    send it.
    """
    command, path = find_command(commands, name)
    declared = {option["name"]: option for option in (path[-1] if path else command).get("options") or []}
    _check_names(declared, set(values), partial=focused is not None)
    options = [_option(declared[key], value, focused=key == focused) for key, value in values.items()]
    named = [value for key, value in values.items() if declared[key]["type"] in _NAMING]
    for step in reversed(path):
        options = [{"name": step["name"], "type": step["type"], "options": options}]
    return {"id": command["id"], "name": command["name"], "type": 1, "options": options} | place.resolved(named)


def _check_names(declared: Mapping[str, Json], given: set[str], *, partial: bool) -> None:
    if unknown := given - set(declared):
        raise InvalidInput(f"no such option: {', '.join(sorted(unknown))}")
    missing = {name for name, option in declared.items() if option.get("required")} - given
    if missing and not partial:
        raise InvalidInput(f"missing: {', '.join(sorted(missing))}")


def _option(declared: Json, value: Any, *, focused: bool) -> Json:
    if declared["type"] == _ATTACHMENT and isinstance(value, Attachment):
        value = str(value.id)
    option = {"name": declared["name"], "type": declared["type"], "value": value}
    if focused:
        return option | {"focused": True}
    kinds: dict[int, tuple[type, ...]] = {4: (int,), 5: (bool,), 10: (int, float)}
    expected = kinds.get(declared["type"], (str,))
    if not isinstance(value, expected) or (isinstance(value, bool) and declared["type"] != 5):
        raise InvalidInput(f"{declared['name']} takes {expected[0].__name__}, not {value!r}")
    choices = declared.get("choices") or []
    if choices and value not in [choice["value"] for choice in choices]:
        raise InvalidInput(f"{value!r} is not a choice of {declared['name']}")
    if isinstance(value, str) and declared["type"] == 3:
        least, most = declared.get("min_length") or 0, declared.get("max_length") or 6000
        if not least <= len(value) <= most:
            raise InvalidInput(f"{declared['name']} takes {least} to {most} characters")
    elif not isinstance(value, str | bool):
        least, most = declared.get("min_value", value), declared.get("max_value", value)
        if not least <= value <= most:
            raise InvalidInput(f"{declared['name']} takes {least} to {most}")
    return option


def message_command_data(commands: Sequence[Json], name: str, place: "Place", target: Message) -> Json:
    """Return the ``data`` of a message command on ``target``, whose content the bot is given."""
    command = next((item for item in commands if item["name"] == name and item.get("type") == 3), None)
    if command is None:
        raise InvalidInput(f"there is no message command {name!r}")
    messages = {str(target.id): message_payload(place.world, place.url, target)}
    chosen = {"id": command["id"], "name": name, "type": 3, "target_id": str(target.id)}
    return chosen | {"resolved": {"messages": messages}}


def component_data(message: Message, custom_id: str, values: Sequence[str] | None, place: "Place") -> Json:
    """Return the ``data`` of a press on a button, or of a choice in a select. Raises InvalidInput."""
    control = next((piece for piece in message.controls if piece.get("custom_id") == custom_id), None)
    if control is None or control.get("disabled"):
        raise InvalidInput(f"there is no control {custom_id!r} to use on this message")
    data: Json = {"custom_id": custom_id, "component_type": control["type"], "id": control.get("id", 0)}
    if values is None:
        return data
    if control["type"] == 3 and not set(values) <= {option["value"] for option in control["options"]}:
        raise InvalidInput(f"{values!r} are not options of {custom_id!r}")
    return data | {"values": list(values)} | ({} if control["type"] == 3 else {"resolved": {}} | place.resolved(values))


def modal_data(modal: Json, values: Mapping[str, Any], place: "Place") -> Json:
    """Return the ``data`` of a modal that is sent with ``values`` by custom id. Raises InvalidInput.

    The value of a file upload is a list of Attachments.
    """
    inputs = {piece["custom_id"]: piece for piece in walk_components(modal["components"]) if "custom_id" in piece}
    if unknown := set(values) - set(inputs):
        raise InvalidInput(f"the modal has no {', '.join(sorted(unknown))}")
    components = [_submitted(component, values) for component in modal["components"]]
    named = [one for key, many in values.items() if inputs[key]["type"] in _CHOOSING for one in many or []]
    return {"custom_id": modal["custom_id"], "components": components} | place.resolved(named)


def _submitted(component: Json, values: Mapping[str, Any]) -> Json:
    sent: Json = {"type": component["type"], "id": component.get("id", 0)}
    if component["type"] == 1:
        return sent | {"components": [_submitted(inner, values) for inner in component["components"]]}
    if component["type"] == 18:
        return sent | {"component": _submitted(component["component"], values)}
    if "custom_id" not in component:
        return sent
    value = values.get(component["custom_id"], component.get("value", ""))
    if component["type"] in {4, 21, 23}:
        return sent | {"custom_id": component["custom_id"], "value": value}
    chosen = [str(one.id) if isinstance(one, Attachment) else one for one in value or []]
    return sent | {"custom_id": component["custom_id"], "values": chosen}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is done: a channel of a world, whose files are served at ``url``."""

    world: World
    channel: Channel
    url: str

    def resolved(self, named: Sequence[Any]) -> Json:
        """Return what the ids and files that somebody names stand for, or nothing where nothing is named."""
        server = self.world.server(self.channel.server_id)
        found: dict[str, Json] = {}
        for one in named:
            if isinstance(one, Attachment):
                found.setdefault("attachments", {})[str(one.id)] = attachment_payload(self.url, 0, one)
            elif user := self.world.user(int(one)):
                found.setdefault("users", {})[one] = user_payload(user)
                if server and server.permissions(user.id) is not None:
                    found.setdefault("members", {})[one] = member_payload(server, user, permissions=True)
            elif channel := self.world.channel(int(one)):
                found.setdefault("channels", {})[one] = channel_payload(self.world, channel)
            elif server and server.id == int(one):
                found.setdefault("roles", {})[one] = everyone_role(server)
            else:
                raise InvalidInput(f"there is no {one}")
        return {"resolved": found} if found else {}

"""What a person's command, press or modal becomes: the payload of INTERACTION_CREATE. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from discord import InteractionType

from bot.playground.board import Json, Message, walk_components
from bot.playground.payloads import (
    ATTACHMENT_LIMIT_BYTES,
    attachment_payload,
    channel_payload,
    member_payload,
    message_payload,
    user_payload,
)
from bot.playground.world import EVERYONE, Channel, User, World


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
        "type": interaction.type.value,
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


def command_data(commands: Sequence[Json], name: str, values: Mapping[str, Any], *, focused: str | None = None) -> Json:
    """Return the ``data`` of a slash command or, with ``focused``, of autocomplete for that option.

    Raises InvalidInput where Discord's own app would refuse to send it; options are texts, numbers, or yes and no.
    """
    command, path = find_command(commands, name)
    declared = {option["name"]: option for option in (path[-1] if path else command).get("options") or []}
    _check_names(declared, set(values), partial=focused is not None)
    options = [_option(declared[key], value, focused=key == focused) for key, value in values.items()]
    for step in reversed(path):
        options = [{"name": step["name"], "type": step["type"], "options": options}]
    return {"id": command["id"], "name": command["name"], "type": 1, "options": options}


def _check_names(declared: Mapping[str, Json], given: set[str], *, partial: bool) -> None:
    if unknown := given - set(declared):
        raise InvalidInput(f"no such option: {', '.join(sorted(unknown))}")
    missing = {name for name, option in declared.items() if option.get("required")} - given
    if missing and not partial:
        raise InvalidInput(f"missing: {', '.join(sorted(missing))}")


def _option(declared: Json, value: Any, *, focused: bool) -> Json:
    option = {"name": declared["name"], "type": declared["type"], "value": value}
    if focused:
        return option | {"focused": True}
    given, expected = type(value), {4: int, 5: bool}.get(declared["type"], str)
    if given is not expected:
        raise InvalidInput(f"{declared['name']} takes {expected.__name__}, not {value!r}")
    choices = declared.get("choices") or []
    if choices and value not in [choice["value"] for choice in choices]:
        raise InvalidInput(f"{value!r} is not a choice of {declared['name']}")
    if isinstance(value, str):
        size, least, most = len(value), declared.get("min_length") or 0, declared.get("max_length") or 6000
    else:
        size, least, most = value, declared.get("min_value", value), declared.get("max_value", value)
    if not least <= size <= most:
        raise InvalidInput(f"{declared['name']} takes {least} to {most}")
    return option


def message_command_data(commands: Sequence[Json], name: str, world: World, url: str, target: Message) -> Json:
    """Return the ``data`` of a message command on ``target``, whose content the bot is given."""
    command = next((item for item in commands if item["name"] == name and item.get("type") == 3), None)
    if command is None:
        raise InvalidInput(f"there is no message command {name!r}")
    messages = {str(target.id): message_payload(world, url, target)}
    chosen = {"id": command["id"], "name": name, "type": 3, "target_id": str(target.id)}
    return chosen | {"resolved": {"messages": messages}}


def component_data(message: Message, custom_id: str) -> Json:
    """Return the ``data`` of a press on a button. Raises InvalidInput."""
    control = next((piece for piece in message.controls if piece.get("custom_id") == custom_id), None)
    if control is None or control.get("disabled"):
        raise InvalidInput(f"there is no control {custom_id!r} to use on this message")
    return {"custom_id": custom_id, "component_type": control["type"], "id": control.get("id", 0)}


def modal_data(modal: Json, values: Mapping[str, Any], url: str) -> Json:
    """Return the ``data`` of a modal that is sent with ``values`` by custom id. Raises InvalidInput.

    The value of a file upload is a list of Attachments, which are served at ``url``.
    """
    inputs = {piece["custom_id"] for piece in walk_components(modal["components"]) if "custom_id" in piece}
    if unknown := set(values) - inputs:
        raise InvalidInput(f"the modal has no {', '.join(sorted(unknown))}")
    components = [_submitted(component, values) for component in modal["components"]]
    files = [one for value in values.values() if isinstance(value, list) for one in value]
    sent: Json = {"custom_id": modal["custom_id"], "components": components}
    if files:
        sent["resolved"] = {"attachments": {str(one.id): attachment_payload(url, 0, one) for one in files}}
    return sent


def _submitted(component: Json, values: Mapping[str, Any]) -> Json:
    sent: Json = {"type": component["type"], "id": component.get("id", 0)}
    if component["type"] == 18:
        return sent | {"component": _submitted(component["component"], values)}
    if "custom_id" not in component:
        return sent
    value = values.get(component["custom_id"], component.get("value", ""))
    if component["type"] == 4:
        return sent | {"custom_id": component["custom_id"], "value": value}
    return sent | {"custom_id": component["custom_id"], "values": [str(one.id) for one in value or []]}

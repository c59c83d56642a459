"""Judges recorded requests: by our own validator of Discord's limits, and by Discord's API description at hand."""

import copy
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.e2e.limits import autocomplete_problems, command_problems, message_problems, modal_problems
from tests.e2e.traffic import Call

CALLBACK = "POST /interactions/{}/{token}/callback"
FOLLOW_UP = "POST /webhooks/{}/{token}"
EDIT_ORIGINAL, EDIT_ANSWER = (f"PATCH /webhooks/{{}}/{{token}}/messages/{name}" for name in ("@original", "{}"))
SEND, EDIT = "POST /channels/{}/messages", "PATCH /channels/{}/messages/{}"
COMMANDS, DIRECT = "PUT /applications/{}/commands", "POST /users/@me/channels"

_SCHEMAS = {
    FOLLOW_UP: "IncomingWebhookRequestPartial",
    EDIT_ORIGINAL: "IncomingWebhookUpdateRequestPartial",
    EDIT_ANSWER: "IncomingWebhookUpdateRequestPartial",
    SEND: "MessageCreateRequest",
    EDIT: "MessageEditRequestPartial",
    DIRECT: "CreatePrivateChannelRequest",
}
_CALLBACK_SCHEMAS = {
    4: "CreateMessageInteractionCallbackRequest",
    5: "CreateMessageInteractionCallbackRequest",
    6: "UpdateMessageInteractionCallbackRequest",
    7: "UpdateMessageInteractionCallbackRequest",
    8: "ApplicationCommandAutocompleteCallbackRequest",
    9: "ModalInteractionCallbackRequest",
}


def limit_problems(call: Call) -> list[str]:
    """Return the limits of Discord that a request breaks, by our own validator."""
    body, route = call.json, call.route
    if route == COMMANDS:
        problems = command_problems(body)
    elif route == CALLBACK:
        problems = _callback_problems(body, call.files)
    elif route in {EDIT_ORIGINAL, EDIT_ANSWER, EDIT}:
        layout = any(component["type"] != 1 for component in body.get("components") or [])
        problems = message_problems(body, components_v2=layout, files=call.files, new=False)
    elif route in {FOLLOW_UP, SEND}:
        problems = message_problems(body, files=call.files)
    else:
        problems = []
    return [f"{route}: {'.'.join(problem.path)}: {problem.message}" for problem in problems]


def _callback_problems(body: Any, files: int) -> list[Any]:
    kind, data = body["type"], body.get("data") or {}
    if kind in {4, 7}:
        return message_problems(data, files=files, new=kind == 4)
    if kind == 8:
        return autocomplete_problems(data)
    return modal_problems(data) if kind == 9 else []


def description_problems(call: Call, description: Path) -> list[str]:
    """Return what Discord's API description (``openapi.json``) says against a request."""
    if call.route == COMMANDS:
        bodies, name = call.json, "ApplicationCommandUpdateRequest"
    elif call.route == CALLBACK:
        bodies, name = [call.json], _CALLBACK_SCHEMAS[call.json["type"]]
    elif call.route in _SCHEMAS:
        bodies, name = [call.json], _SCHEMAS[call.route]
    else:
        return []
    validator = _validator(description, name)
    return [
        f"{call.route}: {error.json_path}: {error.message[:300]}"
        for body in bodies
        for error in validator.iter_errors(_snowflakes_as_text(body))
    ]


@lru_cache
def _registry(description: Path) -> Registry:
    document = json.loads(description.read_text(encoding="utf-8"))
    return Registry().with_resource("urn:discord", Resource(contents=document, specification=DRAFT202012))


@lru_cache
def _validator(description: Path, name: str) -> jsonschema.Draft202012Validator:
    schema = {"$ref": f"urn:discord#/components/schemas/{name}"}
    return jsonschema.Draft202012Validator(schema, registry=_registry(description))


def _snowflakes_as_text(body: Any) -> Any:
    """Return a body whose ids are text: discord.py sends some as numbers, which Discord takes as well."""
    body = copy.deepcopy(body)
    data = body.get("data") if isinstance(body.get("data"), dict) else body
    for holder, keys in (
        (body, ("recipient_id",)),
        (data.get("message_reference") or {}, ("message_id", "channel_id", "guild_id")),
        *((item, ("id",)) for item in data.get("attachments") or []),
    ):
        holder |= {key: str(holder[key]) for key in keys if isinstance(holder.get(key), int)}
    return body

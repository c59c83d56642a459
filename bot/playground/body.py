"""What a request brings: JSON, or multipart with ``payload_json`` and ``files[n]``."""

import json
import re
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.playground.errors import Refusal

_FILE = re.compile(r"files\[(\d+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file of a multipart request, by the number in its field's name."""

    number: int
    filename: str
    data: bytes


async def read_body(request: web.Request) -> tuple[Any, list[SentFile]]:
    """Return the JSON of a request (None where it has none) and its files, as often as they are asked for.

    Raises Refusal (50109) when it is no JSON.
    """
    if request.content_type != "multipart/form-data":
        data = await request.read()
        return _parse(data) if data else None, []
    payload: Any = {}
    files = []
    for name, field in (await request.post()).items():
        number = _FILE.fullmatch(name)
        if number and isinstance(field, web.FileField):
            field.file.seek(0)
            files.append(SentFile(number=int(number[1]), filename=field.filename, data=field.file.read()))
        elif name == "payload_json" and isinstance(field, str):
            payload = _parse(field.encode())
    return payload, files


def _parse(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError as error:
        raise Refusal(400, 50109, "The request body contains invalid JSON.") from error

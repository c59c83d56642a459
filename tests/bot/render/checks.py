"""Discord's limits on a message of components, checked on what is sent, independently of how it was made."""

from collections.abc import Iterator
from typing import Any

from discord.ui import LayoutView

BUTTON, TEXT = 2, 10


def components(payload: Any) -> Iterator[dict[str, Any]]:
    """Yield every component of a payload, nested ones too."""
    if isinstance(payload, list):
        for each in payload:
            yield from components(each)
    elif isinstance(payload, dict):
        if "type" in payload:
            yield payload
        for name in ("components", "accessory"):
            yield from components(payload.get(name))


def texts(layout: LayoutView) -> str:
    """Return all the text of a layout."""
    return "\n".join(each["content"] for each in components(layout.to_components()) if each["type"] == TEXT)


def buttons(layout: LayoutView) -> list[str]:
    """Return the labels of a layout's buttons in order."""
    return [each["label"] for each in components(layout.to_components()) if each["type"] == BUTTON]


def check_message(layout: LayoutView) -> None:
    """Fail where Discord would refuse a layout."""
    every = list(components(layout.to_components()))
    assert 1 <= len(every) <= 40
    contents = [each["content"] for each in every if each["type"] == TEXT]
    assert all(content.strip() for content in contents)
    assert sum(map(len, contents)) <= 4000
    identifiers = [each["custom_id"] for each in every if each.get("custom_id")]
    assert len(set(identifiers)) == len(identifiers)
    assert all(len(identifier) <= 100 for identifier in identifiers)
    for each in every:
        if each["type"] == BUTTON:
            assert 1 <= len(each["label"]) <= 80
            assert len(each.get("url") or "") <= 512
        if each["type"] == 1:
            assert 1 <= len(each["components"]) <= 5
        if each["type"] == 9:
            assert 1 <= len(each["components"]) <= 3
            assert each["accessory"]

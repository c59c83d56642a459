"""Values as JSON, for `--json`. What must not live here: which value is printed, or to where."""

import json
import re
from dataclasses import fields, is_dataclass

from corpus import Article

# Characters that a terminal may act on stay escaped: the value is the same, and `--json` is safe to look at.
_UNSAFE = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def article_entry(article: Article) -> dict[str, Json]:
    """Return what stands for an article wherever a value has one."""
    return {"id": article.id, "title": article.title, "origin": article.origin}


def plain(value: object) -> Json:
    """Return a value as JSON types: an article as its id, title and origin, other dataclasses by their fields."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, Article):
        return article_entry(value)
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no JSON form")


def json_text(value: Json) -> str:
    """Return JSON of two spaces' indentation, in which what a terminal might act on is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)

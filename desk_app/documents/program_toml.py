"""Writes a program document as the readable TOML people edit: keys in the order of the format, small tables inline.

`tomli_w` gives every inner table a header of its own, which tears `effect = {percent = "10"}` and both languages of a
name apart; a program should read like the promise it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

Json = dict[str, Any]

#: Tables and lists of tables that get a header; whatever else is a table stands inline.
_HEADERS: Final = frozenset({
    "organizer", "unit", "categories", "levels", "levels.steps", "levels.steps.by_category", "earn", "redeem", "expiry",
    "stacking", "groups", "promotions", "promotions.when", "rewards", "events", "family", "returns", "limits", "notice",
    "examples", "goals", "goals.metrics",
})  # fmt: skip
_DATES: Final = frozenset({"promotions.when.from", "promotions.when.to", "goals.metrics.by"})
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def to_toml(document: Json) -> str:
    """The document as TOML; reading the text gives the same document again."""
    return "\n".join(_table(_arranged(document), "", "")).strip("\n") + "\n"


def to_json(document: Json) -> str:
    """The document as JSON, the form it is stored in."""
    return json.dumps(_arranged(document), ensure_ascii=False, indent=1)


def _arranged(document: Json) -> Json:
    """Keys in the order of the format; a document with problems stays in its own order."""
    from pydantic import ValidationError

    from desk_app.documents.program_shape import shape_of

    try:
        return shape_of(document).model_dump(by_alias=True, exclude_unset=True)
    except ValidationError:
        return document


def _table(table: Json, path: str, header: str) -> Iterator[str]:
    inner: list[tuple[str, str, Any]] = []
    for key, value in table.items():
        below = f"{path}.{key}" if path else key
        if _has_header(below, value):
            inner.append((below, f"{header}.{_key(key)}" if header else _key(key), value))
        else:
            yield f"{_key(key)} = {_date(value) if below in _DATES else _inline(value)}"
    for below, name, value in inner:
        if below == "levels.steps.by_category":
            for category, own in value.items():
                yield f"[{name}.{_key(category)}]"
                yield from _table(own, f"{below}.{category}", f"{name}.{_key(category)}")
            continue
        for item in value if isinstance(value, list) else [value]:
            if below != "promotions.when":
                yield ""
            yield f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
            yield from _table(item, below, name)


def _has_header(path: str, value: object) -> bool:
    if path not in _HEADERS:
        return False
    tables = list(value.values()) if path.endswith("by_category") and isinstance(value, dict) else value
    tables = tables if isinstance(tables, list) else [tables]
    return bool(tables) and all(isinstance(item, dict) for item in tables)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _date(value: object) -> str:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    return _inline(value)


def _inline(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case dict():
            return "{" + ", ".join(f"{_key(key)} = {_inline(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(_inline(item) for item in value) + "]"
        case _:
            return repr(value)

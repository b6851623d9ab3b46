"""Changes of a document as data: one value at one key path, so that a form and a fix speak the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

Json = dict[str, Any]

_STEP: Final = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Edit:
    """`value` is put at `path`; None takes away what is there, from a list too.

    `path` is written as problems name places: "levels.steps[1].earn.percent". The place behind the last of a list adds
    one to it; tables that are missing on the way are made.
    """

    path: str
    value: Any = None


@lru_cache(maxsize=4096)
def steps(path: str) -> tuple[str | int, ...]:
    """A key path taken apart: names, and numbers of list items. Raises `ValueError` for what is none."""
    found = list(_STEP.finditer(path))
    if not found or "".join(match.group() for match in found) != path:
        raise ValueError(path)
    return tuple(match.group(1) if match.group(1) is not None else int(match.group(2)) for match in found)


def value_at(document: Json, path: str) -> Any:
    """What stands at a place, None where nothing does."""
    value: Any = document
    for step in steps(path):
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step] if step < len(value) else None
        else:
            return None
    return value


def edited(document: Json, edits: Iterable[Edit]) -> Json:
    """The document with the edits made, one after the other; the one given stays as it was.

    Raises `LookupError` where a path leads through a value, or past the end of a list.
    """
    for edit in edits:
        document = _put(document, steps(edit.path), edit.value)
    return document


def _put(container: Any, path: tuple[str | int, ...], value: Any) -> Any:
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        if not isinstance(container, dict | None):
            raise LookupError(step)
        table = dict(container or {})
        inner = _put(table.get(step), rest, value) if rest else value
        if inner is None:
            table.pop(step, None)
        else:
            table[step] = inner
        return table
    if not isinstance(container, list | None):
        raise LookupError(step)
    items = list(container or [])
    if step > len(items):
        raise LookupError(step)
    inner = _put(items[step] if step < len(items) else None, rest, value) if rest else value
    if inner is None:
        del items[step : step + 1]
    else:
        items[step : step + 1] = [inner]
    return items

"""TOML and JSON text as one kind of tree: plain values, dates as ISO texts, nothing absent, nothing twice."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, time
from typing import Any

from desk_app.domain.errors import WrongInput

Json = dict[str, Any]

#: A document or bill above this is a mistake; real ones are a few kilobytes.
LARGEST_FILE = 4_000_000
_TOML_PLACE = re.compile(r" \(at (.*)\)$")


def text_of(source: str | bytes) -> str:
    """The text of a file: UTF-8, with or without a byte order mark. Raises `file.huge`, `file.not_utf8`."""
    if len(source) > LARGEST_FILE:
        raise WrongInput("file.huge", found=len(source), allowed=LARGEST_FILE)
    if isinstance(source, bytes):
        try:
            return source.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise WrongInput("file.not_utf8", found=error.start) from None
    return source.removeprefix("\ufeff")


def from_toml(source: str | bytes) -> Json:
    """A TOML document. Raises `toml.bad` with the line where it stops being one."""
    try:
        document: Json = normal(tomllib.loads(text_of(source)))
        return document
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        raise WrongInput("toml.bad", found=place.group(1) if place else str(error)) from None
    except (RecursionError, ValueError):
        raise WrongInput("toml.bad", found="nesting or numbers without end") from None


class _Twice(ValueError):
    pass


def _once(pairs: list[tuple[str, object]]) -> Json:
    table: Json = {}
    for key, value in pairs:
        if key in table:
            raise _Twice(key)
        table[key] = value
    return table


def _no_constant(name: str) -> object:
    raise ValueError(name)


def from_json(source: str | bytes) -> Any:
    """A JSON value; fractions stay `float`, so that money written as one can be refused.

    Raises `json.bad` with line and column, `key.repeated` for a key that stands twice in one object.
    """
    try:
        return json.loads(text_of(source), object_pairs_hook=_once, parse_constant=_no_constant)
    except _Twice as error:
        raise WrongInput("key.repeated", str(error), found=str(error)) from None
    except json.JSONDecodeError as error:
        raise WrongInput("json.bad", found=f"line {error.lineno}, column {error.colno}") from None
    except (RecursionError, ValueError):
        raise WrongInput("json.bad", found="nesting or numbers without end") from None


def json_table(source: str | bytes) -> Json:
    """A JSON object, or `json.bad`."""
    value = from_json(source)
    if not isinstance(value, dict):
        raise WrongInput("json.bad", found=type(value).__name__, allowed="an object in braces")
    return value


def normal(value: Any) -> Any:
    """The tree with dates as ISO texts and without keys that hold nothing (null is the same as left out)."""
    if isinstance(value, dict):
        return {str(key): normal(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [normal(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value

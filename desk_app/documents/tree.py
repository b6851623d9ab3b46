"""TOML and JSON text as one kind of tree: plain values, dates as ISO texts, nothing absent, nothing twice."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from desk_app.documents.scalars import shown
from desk_app.domain.errors import WrongInput

Json = dict[str, Any]

#: A document or bill above this is a mistake; real ones are a few kilobytes.
LARGEST_FILE = 4_000_000
#: A program in TOML is read many times more slowly than JSON.
LARGEST_TOML = 1_000_000
#: Objects and lists inside each other; a program has five of them.
DEEPEST = 50
#: Digits of a number that somebody may have meant.
_LONGEST_NUMBER = 30
_LONGEST_SHOWN = 40
_DOTTED = re.compile(rf"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{DEEPEST}}}""")
_TOML_PLACE = re.compile(r" \(at (.*)\)$")


def text_of(source: str | bytes) -> str:
    """The text of a file: UTF-8, with or without a byte order mark. Raises `file.huge`, `file.not_utf8`."""
    if len(source) > LARGEST_FILE:
        raise WrongInput("file.huge", found=len(source), allowed=LARGEST_FILE)
    if isinstance(source, bytes):
        try:
            source = source.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise WrongInput("file.not_utf8", found=error.start) from None
    # UTF-16 without a mark, and what is no text at all, may pass for UTF-8
    if "\0" in source:
        raise WrongInput("file.not_utf8", found=source.index("\0"))
    return source.removeprefix("\ufeff")


def from_toml(source: str | bytes) -> Json:
    """A TOML document. Raises `toml.bad` with the line where it stops being one."""
    text = text_of(source)
    if len(text) > LARGEST_TOML:
        raise WrongInput("file.huge", found=len(text), allowed=LARGEST_TOML)
    if _DOTTED.search(text):
        # the library takes gigabytes for a key of many parts before anybody could look at it
        raise WrongInput("toml.bad", found="nesting or numbers without end")
    try:
        document = tomllib.loads(text)
        _look_through(document, "", 0, "toml.bad")
        return dict(normal(document))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        raise WrongInput("toml.bad", found=place.group(1) if place else str(error)) from None
    except (RecursionError, ValueError):
        raise WrongInput("toml.bad", found="nesting or numbers without end") from None


class _Doubled(dict[str, Any]):
    """An object in which `key` stands twice."""

    def __init__(self, pairs: list[tuple[str, object]], key: str) -> None:
        super().__init__(pairs)
        self.key = key


class _NoNumber:
    """What stands where a number should, but is none that money or a count could be."""

    def __init__(self, text: str) -> None:
        self.text = shown(text)


def _once(pairs: list[tuple[str, object]]) -> Json:
    table: Json = dict(pairs)
    if len(table) == len(pairs):
        return table
    names = [name for name, _ in pairs]
    return _Doubled(pairs, next(name for place, name in enumerate(names) if name in names[:place]))


def _whole(text: str) -> object:
    return int(text) if len(text) <= _LONGEST_NUMBER else _NoNumber(text)


def from_json(source: str | bytes) -> Any:
    """A JSON value; fractions stay `float`, so that money written as one can be refused.

    Raises `json.bad` with line and column, or with the key path of what is no number of JSON and of nesting without
    end, and `key.repeated` with the key path of a key that stands twice in one object.
    """
    try:
        value = json.loads(text_of(source), object_pairs_hook=_once, parse_constant=_NoNumber, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise WrongInput("json.bad", found=f"line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise WrongInput("json.bad", found="nesting without end") from None
    _look_through(value, "", 0, "json.bad")
    return value


def _look_through(value: Any, place: str, depth: int, code: str) -> None:
    """Refuse what cannot be read, where it stands."""
    if isinstance(value, _NoNumber):
        raise WrongInput(code, place, found=value.text)
    if depth > DEEPEST:
        raise WrongInput(code, place[:_LONGEST_SHOWN], found="nesting without end")
    if isinstance(value, _Doubled):
        key = shown(value.key)
        raise WrongInput("key.repeated", f"{place}.{key}" if place else key, found=key)
    if isinstance(value, dict):
        for key, item in value.items():
            _look_through(item, f"{place}.{shown(key)}" if place else shown(key), depth + 1, code)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            _look_through(item, f"{place}[{number}]", depth + 1, code)


def json_table(source: str | bytes) -> Json:
    """A JSON object. Raises `json.bad`, or `json.object` for JSON that is something else."""
    value = from_json(source)
    if not isinstance(value, dict):
        raise WrongInput("json.object")
    return value


def normal(value: Any) -> Any:
    """The tree with dates as ISO texts and without keys that hold nothing (null is the same as left out)."""
    if isinstance(value, str):  # most of a tree
        return value
    if isinstance(value, dict):
        return {str(key): normal(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [normal(item) for item in value]
    return value.isoformat() if isinstance(value, (date, time)) else value


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Key path and value of every text of a tree, in its order."""
    match value:
        case str():
            yield place, value
        case dict():
            for key, one in value.items():
                yield from texts(one, f"{place}.{key}" if place else str(key))
        case list():
            for number, one in enumerate(value):
                yield from texts(one, f"{place}[{number}]")

"""Reads the tables of small JSON files key by key, so that every refusal names the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from desk_app.documents import scalars
from desk_app.documents.scalars import Wrong, shown
from desk_app.domain.errors import WrongInput

Json = dict[str, Any]
T = TypeVar("T")


def at(place: str, key: str) -> str:
    """The key path of a key inside a place; a key nobody would write is shown short."""
    key = shown(key)
    return f"{place}.{key}" if place else key


class Table:
    """A JSON object that knows its place; null is the same as left out."""

    def __init__(self, value: object, place: str, keys: Iterable[str]) -> None:
        """Raises `value.bad` for what is no object and `key.unknown` for a key outside `keys`."""
        if not isinstance(value, Mapping):
            raise WrongInput("value.bad", place, found=shown(value), allowed="a table")
        self.place = place
        self.values = {key: item for key, item in value.items() if item is not None}
        allowed = tuple(keys)
        for key in self.values:
            if key not in allowed:
                raise WrongInput("key.unknown", at(place, str(key)), found=shown(str(key)), allowed=", ".join(allowed))

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def needed(self, key: str, read: Callable[..., T], *arguments: object) -> T:
        """The value of a key that has no default, or `key.missing`."""
        if key not in self.values:
            raise WrongInput("key.missing", at(self.place, key))
        return read_at(at(self.place, key), read, self.values[key], *arguments)

    def optional(self, key: str, default: T, read: Callable[..., T], *arguments: object) -> T:
        """The value of a key, or its default."""
        return self.needed(key, read, *arguments) if key in self.values else default

    def codes(self, key: str) -> tuple[str, ...]:
        """A list of codes, or none."""
        return self.needed(key, scalars.codes) if key in self.values else ()

    def items(self, key: str) -> list[tuple[str, Any]]:
        """The items of a list with their places; an absent list is empty."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise WrongInput("value.bad", at(self.place, key), found=shown(value), allowed="a list")
        return [(f"{at(self.place, key)}[{i}]", item) for i, item in enumerate(value)]

    def pairs(self, key: str) -> list[tuple[str, str, Any]]:
        """The pairs of an inner table as (place, key, value)."""
        value = self.values.get(key, {})
        if not isinstance(value, Mapping):
            raise WrongInput("value.bad", at(self.place, key), found=shown(value), allowed="a table")
        return [(at(at(self.place, key), name), name, item) for name, item in value.items()]

    def refuse(self, code: str, key: str = "", allowed: str = "") -> WrongInput:
        """A refusal at a key of this table, or at the table itself."""
        found = shown(self.values[key]) if key in self.values else ""
        return WrongInput(code, at(self.place, key) if key else self.place, found=found, allowed=allowed)


def read_at(place: str, read: Callable[..., T], value: object, *arguments: object) -> T:
    """What a reader gives, its `Wrong` turned into a refusal that names the place."""
    try:
        return read(value, *arguments)
    except Wrong as wrong:
        where = at(place, wrong.sub) if wrong.sub else place
        raise WrongInput(wrong.code, where, found=shown(value), allowed=wrong.allowed) from None


def one_of(value: object, words: Iterable[str]) -> str:
    """One of the words, or `value.bad`."""
    allowed = tuple(words)
    if not isinstance(value, str) or value not in allowed:
        raise Wrong("value.bad", ", ".join(allowed))
    return value

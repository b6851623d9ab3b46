"""Compares what a step gave with what a scenario expects of it; only the keys it names are looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

ABSENT: Final = "(absent)"
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that is not as expected."""

    key: str
    expected: Any
    gave: Any


def differences(expected: Any, gave: Any, key: str = "") -> list[Difference]:
    """What differs. Lists of objects with `id` are matched by it, other lists by position and length.

    Numbers are equal by value, but what is expected as text has to be text: money is never a number.
    """
    match expected:
        case dict():
            if not isinstance(gave, dict):
                return [Difference(key or ".", expected, gave)]
            return [
                one
                for name, value in expected.items()
                for one in differences(value, gave.get(name, ABSENT), f"{key}.{name}" if key else name)
            ]
        case list():
            return _lists(expected, gave, key)
    left, right = _number(expected), _number(gave)
    if left is not None:
        same = left == right and (not isinstance(expected, str) or isinstance(gave, str))
    else:
        same = type(expected) is type(gave) and expected == gave
    return [] if same else [Difference(key, expected, gave)]


def _lists(expected: list[Any], gave: Any, key: str) -> list[Difference]:
    if not isinstance(gave, list):
        return [Difference(key, expected, gave)]
    if expected and all(isinstance(item, dict) and "id" in item for item in expected):
        by_id = {str(item.get("id")): item for item in gave if isinstance(item, dict)}
        return [
            one
            for item in expected
            for one in differences(item, by_id.get(str(item["id"]), ABSENT), f"{key}[{item['id']}]")
        ]
    if len(expected) != len(gave):
        return [Difference(key, expected, gave)]
    return [
        one
        for i, (item, given) in enumerate(zip(expected, gave, strict=True))
        for one in differences(item, given, f"{key}[{i}]")
    ]


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return Decimal(str(value))
    return Decimal(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else None

"""The kinds of value a program document holds, as pydantic checks them and as its JSON Schema shows them.

Values are checked and kept as written: the document is the promise, its numbers are read by `program_compile`.
A check may need the document's currency or unit; these come as the validation's context.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from desk_app.documents import scalars
from desk_app.documents.scalars import Wrong

Json = dict[str, Any]


def checked(read: Callable[[object], object]) -> PlainValidator:
    """Keep the raw value, once it can be read."""

    def check(value: object) -> object:
        read(value)
        return value

    return PlainValidator(check)


def _money(value: object, info: ValidationInfo) -> object:
    scalars.money(value, info.context["decimals"] if info.context else 2)
    return value


def _units(value: object, info: ValidationInfo) -> object:
    scalars.units(value, info.context["precision"] if info.context else 0)
    return value


def _start(value: object, info: ValidationInfo) -> object:
    if not info.context or info.context["basis"] == "spend":
        return _money(value, info)
    scalars.units(value, 0 if info.context["basis"] == "visits" else info.context["precision"])
    return value


def _codes(value: object) -> object:
    return scalars.codes(value)


def _weekday(value: object) -> None:
    if value not in scalars.WEEKDAYS:
        raise Wrong("value.bad", ", ".join(scalars.WEEKDAYS))


_DECIMAL: Json = {"type": "string", "pattern": r"^[0-9]{1,15}(\.[0-9]+)?$"}
Money = Annotated[Any, PlainValidator(_money), WithJsonSchema({**_DECIMAL, "examples": ["1500.00"]})]
Units = Annotated[Any, PlainValidator(_units), WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, _DECIMAL]})]
Start = Annotated[Any, PlainValidator(_start), WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, _DECIMAL]})]
Percent = Annotated[str, checked(scalars.percent), WithJsonSchema({**_DECIMAL, "examples": ["7.5"]})]
Number = Annotated[str, checked(scalars.number), WithJsonSchema({"type": "string", "examples": ["41"]})]
Factor = Annotated[
    Any, checked(scalars.factor), WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, _DECIMAL]})
]
Count = Annotated[int, checked(scalars.count), WithJsonSchema({"type": "integer", "minimum": 0})]
Positive = Annotated[
    int, checked(lambda value: scalars.count(value, 1)), WithJsonSchema({"type": "integer", "minimum": 1})
]
Days = Annotated[
    int,
    checked(lambda value: scalars.count(value, 0, 36500)),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 36500}),
]
Flag = Annotated[bool, checked(scalars.flag), WithJsonSchema({"type": "boolean"})]
Plain = Annotated[str, checked(scalars.plain), WithJsonSchema({"type": "string"})]
Code = Annotated[str, checked(scalars.code), WithJsonSchema({"type": "string", "minLength": 1})]
Codes = Annotated[
    Any,
    checked(_codes),
    WithJsonSchema({"type": "array", "items": {"type": "string", "minLength": 1}}),
]
Localized = Annotated[
    Any,
    checked(scalars.localized),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "properties": {"ru": {"type": "string"}, "en": {"type": "string"}},
                    "required": ["ru", "en"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
Day = Annotated[Any, checked(scalars.day), WithJsonSchema({"type": "string", "format": "date"})]
_PERIOD = r"[0-9]{1,5} (day|month|year)s?"
Period = Annotated[str, checked(scalars.period), WithJsonSchema({"type": "string", "pattern": f"^{_PERIOD}$"})]
LongPeriod = Annotated[
    str,
    checked(lambda value: scalars.period(value, 1)),
    WithJsonSchema({"type": "string", "pattern": f"^{_PERIOD}$"}),
]


def _or_period(*words: str, least: int = 0) -> tuple[PlainValidator, WithJsonSchema]:
    pattern = "|".join((*words, _PERIOD))
    return (
        checked(lambda value: scalars.period_or(value, words, least)),
        WithJsonSchema({"type": "string", "pattern": f"^({pattern})$"}),
    )


_window = _or_period("lifetime", "calendar_year", "since_joining")
_keep = _or_period("forever", "next_calendar_year")
_reset = _or_period("never", least=1)
_uses = _or_period("calendar_year", least=1)
Window = Annotated[str, _window[0], _window[1]]
Keep = Annotated[str, _keep[0], _keep[1]]
Reset = Annotated[str, _reset[0], _reset[1]]
UsesIn = Annotated[str, _uses[0], _uses[1]]
UsableText = Annotated[
    str,
    checked(scalars.usable),
    WithJsonSchema({"type": "string", "pattern": "^(at_once|[0-9]+ days?|visit [0-9]+)$"}),
]
Hours = Annotated[
    str, checked(scalars.hours), WithJsonSchema({"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$"})
]
MonthDay = Annotated[
    str, checked(scalars.month_day), WithJsonSchema({"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"})
]
Weekday = Annotated[str, checked(_weekday), WithJsonSchema({"type": "string", "enum": list(scalars.WEEKDAYS)})]
Precision = Annotated[
    int, checked(lambda value: scalars.count(value, 0, 4)), WithJsonSchema({"type": "integer", "maximum": 4})
]
HalfYear = Annotated[
    int,
    checked(lambda value: scalars.count(value, 0, 180)),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 180}),
]

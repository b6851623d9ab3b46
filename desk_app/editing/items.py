"""What a form of a program is made of: fields, tables that may be left out, lists of tables, special controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from desk_app.ports import Json

Asked = Callable[[Json], bool]

#: How a field is answered. "localized": a text in two languages; "choice": one of the options; "or_period" and
#: "or_usable": an option, or a text that says how long; "or_text": an option, or words of one's own; "many": some of
#: the options.
KINDS: Final = (
    "text", "localized", "code", "currency", "money", "percent", "units", "count", "flag", "choice", "or_period",
    "or_usable", "or_units", "or_text", "period", "many", "day", "month_day", "number", "codes",
    "category_percents",
)  # fmt: skip


def always(_: Json) -> bool:
    """Asked of every program."""
    return True


@dataclass(frozen=True, slots=True)
class Field:
    """One key. `default` holds while it is left out; `must`: it has none, and the document has to say it."""

    key: str
    kind: str
    options: tuple[str, ...] = ()
    default: Any = None
    must: bool = False
    asked: Asked = always


@dataclass(frozen=True, slots=True)
class Part:
    """A table that may be left out, asked as yes or no. `begin` are the tables a yes puts, `end` those a no takes."""

    key: str
    begin: tuple[str, ...]
    end: tuple[str, ...]
    asked: Asked = always


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of tables, each with the same fields; their keys are written from inside the table. `named`: what says
    which row it is.
    """

    key: str
    fields: tuple[Field | Rows, ...]
    named: str
    asked: Asked = always


@dataclass(frozen=True, slots=True)
class Control:
    """Keys that have a control of their own: "ladder", "categories", "services" or "promotions"."""

    key: str
    name: str
    asked: Asked = always


Item = Field | Part | Rows | Control


@dataclass(frozen=True, slots=True)
class Question:
    """One page of the form; `number` is its place among the twelve questions, 0 for what stands around them."""

    code: str
    number: int
    items: tuple[Item, ...]
    asked: Asked = always

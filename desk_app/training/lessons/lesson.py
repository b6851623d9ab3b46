"""What a lesson says: a story with gaps, invented people, services by property, and what must be true at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from desk_app.domain.days import Period
from desk_app.domain.text import Text

Json = dict[str, Any]

#: What a lesson may need of a program.
NEEDS: Final = (
    "units", "spending", "levels", "level_discount", "family", "groups", "lapse", "announced", "offline", "referral",
)  # fmt: skip
#: What the trainee is to bring about.
KINDS: Final = (
    "receipt", "return", "void", "member", "single", "card", "family", "told", "warned", "group", "referral",
)  # fmt: skip
#: Places on the ladder.
LEVELS: Final = ("first", "second", "top")
#: How many units somebody has: none, half of what may be spent on the bill, or more than may be spent on it.
BALANCES: Final = ("none", "some", "plenty")
#: How units may pay for a service: as for most services, less of it or nothing, nothing at all.
MAY_PAY: Final = ("pay", "less", "never")
PRICES: Final = ("low", "middle", "high")
CHANNELS: Final = ("sms", "call", "email", "messenger")
#: Days a member of the stories has been one.
LONG: Final = 200


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the story.

    `known`: in the directory already; `member`: of the program; `card`: a card is in her hand. `units` is a word of
    `BALANCES`, measured by the bill `of`. `namesake` and `kin` name another person whose whole name, or surname, she
    bears. `group`: "has" shown the document before, "shows" it today. `consents` are those she gives.
    """

    code: str
    sex: Literal["f", "m"]
    age: tuple[int, int]
    known: bool = True
    member: bool = True
    card: bool = True
    level: str = "first"
    units: str = "none"
    of: str = ""
    namesake: str = ""
    kin: str = ""
    group: str = ""
    referred_by: str = ""
    consents: tuple[str, ...] = ("program", "data")
    lapses: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A service by its properties; None and "" do not restrict.

    `units` is a word of `MAY_PAY`, `group` wants a discount of the lesson's group, `price` is a third of the price
    list, `between` sums as texts; `prefer` are categories taken where one of them will do, `categories` the only ones.
    """

    code: str
    units: str = ""
    earns: bool | None = None
    discounts: bool | None = None
    group: bool = False
    price: str = ""
    between: tuple[str, str] | None = None
    prefer: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    service: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a bill: which of the wanted services, how many pieces, who pays."""

    service: str
    pieces: int = 1
    payer: str = "self"


@dataclass(frozen=True, slots=True)
class BillPlan:
    """A bill of the story. `units` "none" or "most"; `paid` so long ago, None: the trainee writes it."""

    code: str
    patient: str
    lines: tuple[Item, ...]
    units: str = "none"
    paid: Period | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """What must be true at the end: `kind` of fact, whom and what it is about, in words, with hints step by step.

    `lines` are those of a paid bill that come back. `offline`: the bill was paid while the line was down.
    """

    code: str
    kind: str
    text: Text
    hints: tuple[Text, ...]
    person: str = ""
    people: tuple[str, ...] = ()
    bill: str = ""
    lines: tuple[str, ...] = ()
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson; `document` is what it was read from."""

    code: str
    place: int
    title: Text
    story: tuple[Text, ...]
    network: Literal["up", "down"]
    needs: tuple[str, ...]
    people: tuple[Person, ...]
    services: tuple[Wanted, ...]
    bills: tuple[BillPlan, ...]
    goals: tuple[Goal, ...]
    document: Json

    def person(self, code: str) -> Person:
        """Somebody of the story."""
        return next(one for one in self.people if one.code == code)

    def bill(self, code: str) -> BillPlan:
        """A bill of the story."""
        return next(one for one in self.bills if one.code == code)

    def goal(self, code: str) -> Goal:
        """A goal; raises `KeyError` for one the lesson does not have."""
        found = next((one for one in self.goals if one.code == code), None)
        if found is None:
            raise KeyError(code)
        return found


#: Gaps of a sentence by what they are about: what follows the code of a person, bill or service → how it may be said.
_UNITS: Final = ("units", "of", "taking")
OF_PERSON: Final[dict[str, tuple[str, ...]]] = {
    "": ("",), "surname": ("",), "given": ("",), "born": ("date",), "phone": ("",), "tail": ("",), "typed": ("",),
    "card": ("",), "units": _UNITS, "level": ("level",), "group": ("group",), "document": ("",),
}  # fmt: skip
OF_BILL: Final[dict[str, tuple[str, ...]]] = {
    "pays": ("money",), "list": ("money",), "saved": ("money",), "most": _UNITS, "earns": _UNITS, "number": ("",),
    "day": ("date",), "unproven": _UNITS,
}  # fmt: skip
OF_SERVICE: Final[dict[str, tuple[str, ...]]] = {"": ("service",), "price": ("money",)}
#: What every lesson may say: the first day of the announced rules, and what units are called.
OF_ALL: Final[dict[str, tuple[str, ...]]] = {"start": ("date",), "unit": ("many",)}


def gaps_of(lesson: Lesson) -> dict[str, tuple[str, ...]]:
    """The names a sentence of the lesson may ask for, each with the kinds it may be said as."""
    told = dict(OF_ALL)
    for listed, names in ((lesson.people, OF_PERSON), (lesson.bills, OF_BILL), (lesson.services, OF_SERVICE)):
        for one in listed:
            for name, kinds in names.items():
                told[f"{one.code}_{name}" if name else one.code] = kinds
    return told


__all__ = ["BALANCES", "CHANNELS", "KINDS", "LEVELS", "LONG", "MAY_PAY", "NEEDS", "PRICES", "BillPlan", "Goal",
           "Item", "Json", "Lesson", "Person", "Wanted", "gaps_of"]  # fmt: skip

"""Facts of the ledger: immutable, grow-only, ordered by (moment, id); all state of an account follows from them.

`moment` is milliseconds UTC, `id` is the operation's id and the fact's number in it, `member` the person or family
it was written for, `day` the local day of the clinic. Which account a fact works on is decided by the fold alone:
a member of a family works on the family's account from the moment of joining (spec: engine, Ledger).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any

from desk_app.domain.days import period_text, read_period
from desk_app.domain.program import Expiry, Usable

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """What all facts share."""

    moment: int
    id: str
    member: str
    day: date


@dataclass(frozen=True, slots=True)
class Joined(Fact):
    """A patient became a member, perhaps with an opening balance from the system before."""

    opening_units: int = 0
    opening_good_day: date | None = None
    opening_spent: int = 0
    opening_visits: int = 0
    opening_warn: int = 30


@dataclass(frozen=True, slots=True)
class Visited(Fact):
    """A paid bill of a patient. `sums` are the counted sums: paid, before units, list (minor units)."""

    receipt: str
    counts: bool
    sums: tuple[int, int, int]
    earned: int
    used: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accrued(Fact):
    """Units given: a lot. `patient` is whose visits count for `usable`; `receipt` "" for events."""

    units: int
    source: str
    usable: Usable
    terms: Expiry
    version: int
    receipt: str = ""
    patient: str = ""


@dataclass(frozen=True, slots=True)
class Redeemed(Fact):
    """Units spent on a bill (rewards too)."""

    units: int
    receipt: str


@dataclass(frozen=True, slots=True)
class Returned(Fact):
    """Pieces of a bill came back: (line id, pieces) of this return only; written once for every role touched."""

    receipt: str
    role: str  #: "visit" | "redeemed" | "accrued"
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Adjusted(Fact):
    """Units given or taken by hand, with a reason and a name."""

    units: int
    reason: str
    by: str
    terms: Expiry
    version: int


@dataclass(frozen=True, slots=True)
class Warned(Fact):
    """A warning was delivered: for each lot the last good day it named."""

    lots: tuple[tuple[str, date], ...]
    way: str
    by: str


@dataclass(frozen=True, slots=True)
class JoinedFamily(Fact):
    """A member joins a family; `pooled`: the lots move to the family's account."""

    family: str
    pooled: bool = True


@dataclass(frozen=True, slots=True)
class LeftFamily(Fact):
    """The member goes; the lots stay."""

    family: str


@dataclass(frozen=True, slots=True)
class Merged(Fact):
    """Two records of one patient became one. Made from the merges that hold now, so undoing one leaves no trace."""

    into: str


@dataclass(frozen=True, slots=True)
class Wished(Fact):
    """Units that could not be spent on a receipt while the centre was not heard, and their worth (minor units)."""

    receipt: str
    units: int
    money: int


@dataclass(frozen=True, slots=True)
class Fulfilled(Fact):
    """What became of a wish: units spent afterwards, owed in money; or none, and why it `ended`."""

    receipt: str
    units: int
    money: int
    ended: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver(Fact):
    """The money owed for a wish was handed over; `done` False: that was said by mistake."""

    receipt: str
    done: bool = True


@dataclass(frozen=True, slots=True)
class Left(Fact):
    """The member left the program; what is left stays usable for so many days."""

    days: int


KINDS: dict[str, type[Fact]] = {
    "joined": Joined, "visited": Visited, "accrued": Accrued, "redeemed": Redeemed, "returned": Returned,
    "adjusted": Adjusted, "warned": Warned, "joined_family": JoinedFamily, "left_family": LeftFamily, "left": Left,
    "wished": Wished, "fulfilled": Fulfilled, "handed_over": HandedOver,
}  # fmt: skip
_NAMES = {kind: name for name, kind in KINDS.items()}


def terms_to_json(terms: Expiry) -> Json:
    """Lapse terms as plain values."""
    out: Json = {"clock": terms.clock, "warn": terms.warn_days, "grace": terms.grace_days}
    if terms.period:
        out["period"] = period_text(terms.period)
    if terms.starts != "receipt":
        out["starts"] = terms.starts
    if terms.clock == "activity":
        out["renewed_by"] = terms.renewed_by
    if terms.clock == "calendar":
        share = terms.calendar_share
        out["calendar"] = [terms.calendar_month, terms.calendar_day, share.numerator, share.denominator]
    return out


def terms_from_json(data: Json) -> Expiry:
    """`terms_to_json` undone."""
    return _terms(
        data["clock"], data["warn"], data.get("period"), data.get("starts", "receipt"),
        data.get("renewed_by", "paid_visit"), *data.get("calendar", (12, 31, 1, 1)), data["grace"],
    )  # fmt: skip


# a program has a few terms, and every lot names one of them
@lru_cache(maxsize=512, typed=True)
def _terms(
    clock: Any, warn: int, period: str | None, starts: Any, renewed_by: Any, month: int, day: int, over: int,
    under: int, grace: int,
) -> Expiry:  # fmt: skip
    span = None if period is None else read_period(period)
    return Expiry(clock, warn, span, starts, renewed_by, month, day, Fraction(over, under), grace)


_DAY_MS = 86_400_000
#: No clock on Earth is further from UTC, in minutes.
_FURTHEST = 18 * 60


def days_between(said: int, moment: int, utc: object = None) -> int:
    """By how many local days an act moved whose clock said `said` and which happened at `moment` (milliseconds UTC).

    `utc` is how many minutes its desk was ahead of UTC; where it did not say, whole days are told from the distance.
    """
    if isinstance(utc, int) and abs(utc) <= _FURTHEST:
        ahead = utc * 60_000
        return (moment + ahead) // _DAY_MS - (said + ahead) // _DAY_MS
    return (2 * (moment - said) + _DAY_MS) // (2 * _DAY_MS)


def day_moved(day: str, days: int) -> str:
    """An ISO day so many days later; what is no day, or leads out of the calendar, stays."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except (TypeError, ValueError, OverflowError):
        return day


def moved(fact: Json, days: int) -> Json:
    """A fact, as plain values, that happened so many days later; days it names (a last good day, say) stay."""
    return {**fact, "day": day_moved(fact["day"], days)} if "day" in fact else fact


@lru_cache(maxsize=512, typed=True)
def usable_from_text(text: str) -> Usable:
    """`Usable.text` undone."""
    if text == "at_once":
        return Usable()
    if text.startswith("visit "):
        return Usable("visit", int(text[6:]))
    period = read_period(text)
    if period is None or period.kind != "days":
        raise ValueError(text)
    return Usable("days", period.count)


def to_json(fact: Fact) -> Json:
    """A fact as plain values, without moment and id (these are the operation's)."""
    out: Json = {"kind": _NAMES[type(fact)], "member": fact.member, "day": fact.day.isoformat()}
    match fact:
        case Joined():
            if fact.opening_units or fact.opening_spent or fact.opening_visits:
                good = fact.opening_good_day
                out["opening"] = [fact.opening_units, good and good.isoformat(), fact.opening_spent,
                                  fact.opening_visits, fact.opening_warn]  # fmt: skip
        case Visited():
            out |= {"receipt": fact.receipt, "counts": fact.counts, "sums": list(fact.sums), "earned": fact.earned,
                    "used": list(fact.used), "services": list(fact.services)}  # fmt: skip
        case Accrued():
            out |= {"units": fact.units, "source": fact.source, "usable": fact.usable.text(),
                    "terms": terms_to_json(fact.terms), "version": fact.version, "receipt": fact.receipt,
                    "patient": fact.patient}  # fmt: skip
        case Redeemed():
            out |= {"units": fact.units, "receipt": fact.receipt}
        case Returned():
            out |= {"receipt": fact.receipt, "role": fact.role, "lines": [list(line) for line in fact.lines]}
        case Adjusted():
            out |= {"units": fact.units, "reason": fact.reason, "by": fact.by, "terms": terms_to_json(fact.terms),
                    "version": fact.version}  # fmt: skip
        case Warned():
            out |= {"lots": [[lot, day.isoformat()] for lot, day in fact.lots], "way": fact.way, "by": fact.by}
        case JoinedFamily():
            out |= {"family": fact.family, "pooled": fact.pooled}
        case LeftFamily():
            out["family"] = fact.family
        case Wished():
            out |= {"receipt": fact.receipt, "units": fact.units, "money": fact.money}
        case Fulfilled():
            out |= {"receipt": fact.receipt, "units": fact.units, "money": fact.money, "ended": fact.ended}
        case HandedOver():
            out |= {"receipt": fact.receipt, "done": fact.done}
        case Left():
            out["days"] = fact.days
    return out


def from_json(data: Json, moment: int, fact_id: str) -> Fact:
    """`to_json` undone."""
    member, day = data["member"], date.fromisoformat(data["day"])
    match data["kind"]:
        case "joined":
            units, good, spent, visits, warn = data.get("opening", (0, None, 0, 0, 30))
            good_day = date.fromisoformat(good) if good else None
            return Joined(moment, fact_id, member, day, units, good_day, spent, visits, warn)
        case "visited":
            paid, before, listed = data["sums"]
            return Visited(moment, fact_id, member, day, data["receipt"], data["counts"], (paid, before, listed),
                           data["earned"], tuple(data["used"]), tuple(data["services"]))  # fmt: skip
        case "accrued":
            return Accrued(moment, fact_id, member, day, data["units"], data["source"],
                           usable_from_text(data["usable"]), terms_from_json(data["terms"]), data["version"],
                           data["receipt"], data["patient"])  # fmt: skip
        case "redeemed":
            return Redeemed(moment, fact_id, member, day, data["units"], data["receipt"])
        case "returned":
            lines = tuple((line, pieces) for line, pieces in data["lines"])
            return Returned(moment, fact_id, member, day, data["receipt"], data["role"], lines)
        case "adjusted":
            return Adjusted(moment, fact_id, member, day, data["units"], data["reason"], data["by"],
                            terms_from_json(data["terms"]), data["version"])  # fmt: skip
        case "warned":
            lots = tuple((lot, date.fromisoformat(named)) for lot, named in data["lots"])
            return Warned(moment, fact_id, member, day, lots, data["way"], data["by"])
        case "joined_family":
            return JoinedFamily(moment, fact_id, member, day, data["family"], data.get("pooled", True))
        case "left_family":
            return LeftFamily(moment, fact_id, member, day, data["family"])
        case "wished":
            return Wished(moment, fact_id, member, day, data["receipt"], data["units"], data["money"])
        case "fulfilled":
            return Fulfilled(moment, fact_id, member, day, data["receipt"], data["units"], data["money"],
                             data["ended"])  # fmt: skip
        case "handed_over":
            return HandedOver(moment, fact_id, member, day, data["receipt"], data["done"])
        case "left":
            return Left(moment, fact_id, member, day, data["days"])
        case other:
            raise ValueError(other)

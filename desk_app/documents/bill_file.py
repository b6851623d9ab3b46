"""A bill as clinic systems write it, read against a program; every refusal names its place (spec: interfaces, Bill)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from desk_app.documents import scalars, tree
from desk_app.documents.keys import Table, one_of, read_at
from desk_app.documents.scalars import Wrong
from desk_app.domain.bill import Bill, Line, ManualDiscount
from desk_app.domain.errors import WrongInput
from desk_app.domain.program import PAYERS, Program

Json = dict[str, Any]

PROOFS: Final = ("card", "pin", "attributes")
MOST_LINES: Final = 1000
MOST_PIECES: Final = 100_000
#: A bill above this many minor units is a slip of the finger; sums stay far inside 64 bits.
LARGEST_BILL: Final = 10**14
#: Years of a moment or a day that somebody meant.
EARLIEST: Final = 1900
LATEST: Final = 2200
_KEYS: Final = (
    "id", "patient", "payer", "holder", "branch", "at", "currency", "lines", "redeem", "proof", "coupons", "rewards",
    "manual_discount",
)  # fmt: skip
_LINE_KEYS: Final = (
    "id", "service", "name", "category", "quantity", "price", "payer", "on_promo", "no_discount", "floor_price",
    "doctor", "plan_step",
)  # fmt: skip


def read_bill(source: str | bytes | Json, program: Program, now: datetime, *, nameless: bool = False) -> Bill:
    """A bill for this program; `now` (aware) is the moment of a bill that names none.

    `nameless`: the bill may be nobody's; at the desk a stranger is served too.
    Raises `WrongInput` with the code and the key path (`lines[2].price`); whatever a rule refuses is not asked here.
    """
    table = Table(source if isinstance(source, dict) else tree.json_table(source), "", _KEYS)
    currency = table.optional("currency", program.currency, scalars.code)
    if currency != program.currency:
        raise table.refuse("currency.other", "currency", program.currency)
    patient = table.optional("patient", "", _name) if nameless else table.needed("patient", _name)
    return Bill(
        id=table.optional("id", "", _name),
        patient=patient,
        at=table.optional("at", now.astimezone(ZoneInfo(program.timezone)), read_moment, program.timezone),
        lines=_lines(table, program),
        payer=table.optional("payer", patient, _name),
        holder=table.optional("holder", patient, _name),
        branch=table.optional("branch", "", _name),
        redeem=table.needed("redeem", read_redeem, program.precision) if "redeem" in table else 0,
        proof=table.optional("proof", "", one_of, PROOFS),
        coupons=table.codes("coupons"),
        rewards=_rewards(table, program),
        manual=_manual(table.values["manual_discount"], program) if "manual_discount" in table else None,
    )


def read_moment(value: object, timezone: str) -> datetime:
    """A moment in ISO 8601 as local time of the zone; without an offset it is local already. Raises `moment.bad`."""
    zone = ZoneInfo(timezone)
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        if moment is None or not EARLIEST <= moment.year <= LATEST:
            raise ValueError
        return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
    except (ValueError, OverflowError):
        raise Wrong("moment.bad", "a moment like 2027-01-20T10:15:00+03:00") from None


def read_redeem(value: object, precision: int) -> int | None:
    """Units to spend in smallest parts; "max" is None."""
    return None if value == "max" else scalars.units(value, precision)


def _name(value: object) -> str:
    """An id: a text, or a whole number as clinic systems like to write it."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**18:
        return str(value)
    return scalars.code(value)


def _lines(table: Table, program: Program) -> tuple[Line, ...]:
    if "lines" not in table:
        raise table.refuse("key.missing", "lines")
    items = table.items("lines")
    if not items:
        raise table.refuse("lines.empty", "lines", "at least one line")
    if len(items) > MOST_LINES:
        raise WrongInput("lines.many", "lines", found=len(items), allowed=MOST_LINES)
    lines = tuple(_line(item, place, i, program) for i, (place, item) in enumerate(items))
    seen: set[str] = set()
    for (place, _), line in zip(items, lines, strict=True):
        if line.id in seen:
            raise WrongInput("line.repeated", place, found=line.id)
        seen.add(line.id)
    if sum(line.total for line in lines) > LARGEST_BILL:
        raise WrongInput("bill.huge", "lines")
    return lines


def _line(value: object, place: str, index: int, program: Program) -> Line:
    table = Table(value, place, _LINE_KEYS)
    category = table.needed("category", scalars.code) if "category" in table else None
    if category is not None and category not in program.categories:
        raise table.refuse("category.unknown", "category", ", ".join(program.categories))
    payer = table.optional("payer", "self", scalars.plain)
    if payer not in PAYERS:
        raise table.refuse("payer.unknown", "payer", ", ".join(PAYERS))
    return Line(
        id=table.optional("id", str(index + 1), _name),
        price=table.needed("price", scalars.money, program.decimals, "price.negative"),
        quantity=table.optional("quantity", 1, _quantity),
        service=table.optional("service", "", scalars.plain, scalars.LONGEST_CODE),
        name=table.optional("name", "", scalars.plain),
        category=category,
        payer=payer,
        on_promo=table.optional("on_promo", False, scalars.flag),
        no_discount=table.optional("no_discount", False, scalars.flag),
        floor_price=table.optional("floor_price", 0, scalars.money, program.decimals, "price.negative"),
        doctor=table.optional("doctor", "", scalars.plain),
        plan_step=table.optional("plan_step", "", scalars.plain),
    )


def _quantity(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_PIECES:
        raise Wrong("quantity.bad", f"a whole number from 1 to {MOST_PIECES}")
    return value


def _rewards(table: Table, program: Program) -> tuple[str, ...]:
    claimed = table.codes("rewards")
    known = {reward.code for reward in program.rewards}
    for code in claimed:
        if code not in known:
            raise WrongInput("reward.unknown", "rewards", found=code, allowed=", ".join(sorted(known)))
    return claimed


def _manual(value: object, program: Program) -> ManualDiscount:
    table = Table(value, "manual_discount", ("percent", "amount", "reason", "second_person"))
    if ("percent" in table) == ("amount" in table):
        raise table.refuse("value.bad", "", "either percent or amount")
    return ManualDiscount(
        reason=table.needed("reason", scalars.plain),
        percent=read_at("manual_discount.percent", scalars.percent, table.values["percent"])
        if "percent" in table
        else None,
        amount=table.optional("amount", 0, scalars.money, program.decimals),
        second_person=table.optional("second_person", "", scalars.plain),
    )

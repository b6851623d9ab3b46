"""The open bill, kept at every change so that neither a crash nor a double key press costs anything.

A draft carries the operation id it will be paid under from its first moment on: paying it twice is one receipt.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from desk_app import checkout
from desk_app.acts import new_id
from desk_app.domain.bill import Bill, Line, ManualDiscount
from desk_app.domain.offline import Bound
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing
from desk_app.newcomer import as_newcomer
from desk_app.ports import Desk, Json
from desk_app.versions import local_now

#: The store keeps drafts by key; the counter has one open bill, others may wait (`desk_app.aside`).
KEY: Final = "counter"
_FORM: Final = 1
#: A long bill with its reasons is so many characters.
_PROOF: Final = 60_000


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished bill and the id of the operation that will pay it."""

    op_id: str
    bill: Bill

    @property
    def blank(self) -> bool:
        """Whether nothing would be lost by forgetting it."""
        bill = self.bill
        return not (bill.lines or bill.patient or bill.coupons or bill.rewards or bill.manual)


def start(desk: Desk) -> Draft:
    """An empty bill of this branch, dated now."""
    bill = dated(desk, Bill(id=new_id(), patient="", at=desk.clock(), lines=(), branch=desk.branch))
    return Draft(new_id(), bill)


@dataclass(frozen=True, slots=True)
class Shown:
    """A draft's bill as of now, with its quote; a bill without a patient is priced at list, as for a stranger.

    `newcomer` is what the bill would be had its patient just joined; None for a member. `bound` is why less than the
    whole balance may be spent while the centre is not heard, None where it keeps nobody back.
    """

    bill: Bill
    quote: Quote
    program: Program
    standing: Standing
    newcomer: Quote | None = None
    bound: Bound | None = None

    @property
    def is_member(self) -> bool:
        """Whether the program works for the patient."""
        return self.standing.member


def dated(desk: Desk, bill: Bill) -> Bill:
    """The bill at this moment in the time of the program's place."""
    with desk.store.reading() as reading:
        versions = reading.versions()
    return replace(bill, at=local_now(desk, str(versions[-1].document["timezone"]))) if versions else bill


def price(desk: Desk, bill: Bill) -> Shown:
    """Price a bill as of now. Raises `moment.no_version` and the rules' refusals."""
    bill = dated(desk, bill)
    priced = checkout.price(desk, bill)
    newcomer = as_newcomer(priced.program, bill) if bill.lines and not priced.is_member else None
    return Shown(bill, priced.quote, priced.program, priced.standing, newcomer, priced.bound)


def keep(desk: Desk, draft: Draft) -> None:
    """Write the draft down, or forget it when there is nothing in it."""
    with desk.store.writing() as writing:
        writing.put_draft(KEY, None if draft.blank else to_json(draft))


def prove_writable(desk: Desk) -> None:
    """Write a few pages and take them away again. Raises `Trouble` where that cannot be."""
    with desk.store.writing() as writing:
        writing.put_draft("proof", {"form": 0, "room": "." * _PROOF})
    with desk.store.writing() as writing:
        writing.put_draft("proof", None)


def forget(desk: Desk) -> None:
    """Nothing is open any more."""
    with desk.store.writing() as writing:
        writing.put_draft(KEY, None)


def restore(desk: Desk) -> Draft | None:
    """The bill that was open when the app was last closed or fell; None when there was none or it cannot be read."""
    with desk.store.reading() as reading:
        kept = dict(reading.drafts()).get(KEY)
    return from_json(kept) if kept is not None and readable(kept) else None


def readable(kept: Json) -> bool:
    """Whether this app knows the form in which a draft was written."""
    return kept.get("form") == _FORM


def with_service(draft: Draft, service: Service, quantity: int = 1, language: str = "ru") -> tuple[Draft, str]:
    """Put a service of the price list on the bill, onto its line if it is there unchanged: (draft, line id)."""
    for line in draft.bill.lines:
        if line.service == service.code and line.price == service.price and _plain(line):
            return with_line(draft, replace(line, quantity=line.quantity + quantity)), line.id
    name = service.name_en if language == "en" and service.name_en else service.name
    line = Line(
        id=next_line_id(draft.bill),
        price=service.price,
        quantity=quantity,
        service=service.code,
        name=name,
        category=service.category or None,
        floor_price=service.floor_price,
    )
    return with_line(draft, line), line.id


def with_line(draft: Draft, line: Line) -> Draft:
    """The draft with this line in the place of the one with its id, or at the end."""
    lines = draft.bill.lines
    if any(old.id == line.id for old in lines):
        lines = tuple(line if old.id == line.id else old for old in lines)
    else:
        lines = (*lines, line)
    return with_bill(draft, lines=lines)


def without_line(draft: Draft, line_id: str) -> Draft:
    """The draft without that line."""
    return with_bill(draft, lines=tuple(line for line in draft.bill.lines if line.id != line_id))


def with_bill(draft: Draft, **changes: Any) -> Draft:
    """The draft with parts of its bill changed, its operation id kept."""
    return replace(draft, bill=replace(draft.bill, **changes))


def next_line_id(bill: Bill) -> str:
    """An id that no line of the bill has."""
    return str(1 + max((int(line.id) for line in bill.lines if line.id.isascii() and line.id.isdigit()), default=0))


def _plain(line: Line) -> bool:
    return line.payer == "self" and not (line.on_promo or line.no_discount or line.doctor or line.plan_step)


def to_json(draft: Draft) -> Json:
    """A draft as plain values."""
    bill, manual = draft.bill, draft.bill.manual
    out: Json = {"form": _FORM, "op": draft.op_id}
    out |= {name: getattr(bill, name) for name in ("id", "patient", "payer", "holder", "branch", "redeem", "proof")}
    out |= {"at": bill.at.isoformat(), "coupons": list(bill.coupons), "rewards": list(bill.rewards)}
    out["lines"] = [{field.name: getattr(line, field.name) for field in fields(Line)} for line in bill.lines]
    if manual is not None:
        out["manual"] = [
            manual.reason, None if manual.percent is None else str(manual.percent), manual.amount, manual.second_person
        ]  # fmt: skip
    return out


def from_json(kept: Json) -> Draft:
    """`to_json` undone."""
    manual = None
    if "manual" in kept:
        reason, percent, amount, second = kept["manual"]
        manual = ManualDiscount(reason, None if percent is None else Fraction(percent), amount, second)
    bill = Bill(
        at=datetime.fromisoformat(kept["at"]),
        lines=tuple(Line(**line) for line in kept["lines"]),
        coupons=tuple(kept["coupons"]),
        rewards=tuple(kept["rewards"]),
        manual=manual,
        **{name: kept[name] for name in ("id", "patient", "payer", "holder", "branch", "redeem", "proof")},
    )
    return Draft(kept["op"], bill)

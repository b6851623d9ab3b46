"""Looks whether a bill of the story was paid as it should have been: whose it is, its lines, who pays, units, sums.

What should have come out is quoted by the engine for the patient as she stood at that very receipt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desk_app.accounts import open_receipt
from desk_app.domain.bill import Line
from desk_app.domain.errors import Refusal
from desk_app.domain.lookup_keys import name_key
from desk_app.domain.pricing import price_bill
from desk_app.domain.quote import Quote
from desk_app.domain.receipts import Recalled
from desk_app.ports import Desk, Reading, ReceiptRow
from desk_app.returning import returned_pieces
from desk_app.training.lessons.lesson import BillPlan, Goal, Lesson
from desk_app.training.lessons.missed import Missed, Why
from desk_app.training.lessons.stage import Cast, Role, Value

#: Receipts looked through, newest first; a trainee pays a handful.
_LOOKED: Final = 60


def look_at_receipts(
    reading: Reading, desk: Desk, cast: Cast, lesson: Lesson, goal: Goal, records: Sequence[str]
) -> tuple[Missed, ...]:
    """What the trainee's receipt of a bill misses; of several the one that misses least; nothing: it is right."""
    plan = lesson.bill(goal.bill)
    own = [row for row in reading.receipts(records, _LOOKED) if _is_new(reading, row, cast)] if records else []
    if not own:
        return _elsewhere(reading, cast, plan)
    found = [_Look(open_receipt(reading, desk, row), cast, lesson, goal).missed() for row in own]
    return min(found, key=lambda missed: (len(missed), [one.code for one in missed]))


def _is_new(reading: Reading, row: ReceiptRow, cast: Cast) -> bool:
    """Whether the trainee paid it, and did not take it back again."""
    if row.moment <= cast.moment:
        return False
    back = returned_pieces(reading, row.id)
    return any(back.get(line["id"], 0) < line.get("quantity", 1) for line in row.body["bill"]["lines"])


def _elsewhere(reading: Reading, cast: Cast, plan: BillPlan) -> tuple[Missed, ...]:
    """Nothing was paid for her: was the same bill paid for somebody else?"""
    name = cast.values[plan.patient]
    wanted = {role.code for role in cast.bills[plan.code].lines}
    for row in reading.last_receipts(_LOOKED):
        if not _is_new(reading, row, cast):
            continue
        if {line.get("service", "") for line in row.body["bill"]["lines"]} & wanted:
            other = reading.patient(row.patient) if row.patient else None
            if other is None:
                return (Missed("receipt.stranger", {"name": name}),)
            born = other.birth_date.isoformat() if other.birth_date else ""
            if name_key(other.full_name) == name_key(str(name)) and born == cast.values[f"{plan.patient}_born"]:
                return (Missed("receipt.double", {"name": name}),)
            return (Missed("receipt.other", {"name": name, "found": other.full_name, "born": born}),)
    return (Missed("receipt.none", {"name": name}),)


@dataclass(frozen=True, slots=True)
class _Look:
    """A receipt beside the bill of the story."""

    recalled: Recalled
    cast: Cast
    lesson: Lesson
    goal: Goal

    @property
    def plan(self) -> BillPlan:
        """The bill of the story."""
        return self.lesson.bill(self.goal.bill)

    @property
    def roles(self) -> tuple[Role, ...]:
        """Its lines."""
        return self.cast.bills[self.plan.code].lines

    def missed(self) -> tuple[Missed, ...]:
        """What is not as it should be: lines first, and only where they are right the sums."""
        lines = tuple(self._lines())
        if lines:
            return lines
        return tuple(self._asked()) or tuple(self._sums())

    def _lines(self) -> Iterator[Missed]:
        bill = self.recalled.receipt.bill
        there, wanted = _pieces(bill.lines), _pieces(self.roles)
        payers = {(service, payer): count for (service, payer), count in there.items()}
        for (service, payer), count in wanted.items():
            held = payers.get((service, payer), 0)
            if held == count:
                continue
            others = [other for known, other in there if known == service and other != payer]
            if not held and others:
                yield self._paid_by(service, payer, others[0])
            elif not held:
                yield Missed("line.missing", {"service": service})
            else:
                yield Missed("line.pieces", {"service": service, "found": held, "count": count})
        known = {service for service, _ in wanted}
        for service, _ in there:
            if service not in known:
                yield Missed("line.extra", {"service": service})
        prices = {role.code: role.price for role in self.roles}
        for line in bill.lines:
            if line.service in prices and (line.price != prices[line.service] or line.on_promo or line.no_discount):
                yield Missed("line.price", {"service": line.service, "found": line.price,
                                            "price": prices[line.service]})  # fmt: skip

    def _paid_by(self, service: str, payer: str, found: str) -> Missed:
        quote = self._expected()
        place = next(number for number, role in enumerate(self.roles, 1) if role.code == service)
        params: dict[str, Value] = {
            "service": service, "payer": payer, "found": found, "was": self.recalled.receipt.quote.pays,
            "pays": quote.pays if quote else 0,
        }  # fmt: skip
        return Missed("line.payer", params, self._why(quote, str(place)))

    def _asked(self) -> Iterator[Missed]:
        """What was asked of the bill as a whole beside its lines."""
        receipt = self.recalled.receipt
        if receipt.bill.manual is not None:
            yield Missed("receipt.manual", {"was": receipt.quote.pays}, self._why(self._expected(), "redeemed"))
        # whoever spends nothing is not asked for a ceiling
        if self.goal.offline and receipt.standing.ceiling is None and receipt.bill.redeem != 0:
            yield Missed("receipt.online", {})
        patient = self.lesson.person(self.plan.patient)
        group = str(self.cast.values.get(f"{patient.code}_group", ""))
        if group and group not in receipt.standing.groups:
            right = self._expected(group)
            params: dict[str, Value] = {"group": group, "was": receipt.quote.pays, "pays": right.pays if right else 0}
            yield Missed("receipt.group", params, self._why(right, "discount"))

    def _sums(self) -> Iterator[Missed]:
        quote, given = self._expected(), self.recalled.receipt.quote
        if quote is None:
            return
        if given.redeemed_units != quote.redeemed_units:
            code = "units.none" if not given.redeemed_units else "units.less"
            if given.redeemed_units > quote.redeemed_units:
                code = "units.more"
            params = {"units": quote.redeemed_units, "found": given.redeemed_units, "pays": quote.pays,
                      "was": given.pays}  # fmt: skip
            unproven = self._expected(proven=False)
            if code == "units.less" and unproven is not None and unproven.redeemed_units == given.redeemed_units:
                code, quote = "units.unproven", unproven
            yield Missed(code, params, self._why(quote, "redeemed"))
        elif given.pays != quote.pays:
            yield Missed("receipt.sum", {"pays": quote.pays, "was": given.pays}, self._why(quote, "discount"))

    def _expected(self, group: str = "", *, proven: bool = True) -> Quote | None:
        """The bill of the story, priced under the receipt's own rules for the patient as she stood then.

        `proven`: a card she has with her was shown.
        """
        receipt = self.recalled.receipt
        patient = self.lesson.person(self.plan.patient)
        bill = replace(
            receipt.bill, lines=self._story_lines(), redeem=None if self.plan.units == "most" else 0, manual=None,
            coupons=(), rewards=(), proof=receipt.bill.proof or ("card" if patient.card and proven else ""),
        )  # fmt: skip
        standing = receipt.standing
        if group:
            standing = replace(standing, groups=(*standing.groups, group))
        if self.goal.offline and standing.ceiling is None:
            standing = replace(standing, ceiling=self.recalled.program.limits.offline_redeem)
        try:
            return price_bill(self.recalled.program, bill, standing)
        except Refusal:
            return None

    def _story_lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(str(place), role.price, role.pieces, role.code, role.name, role.category, role.payer,
                 floor_price=role.floor_price)
            for place, role in enumerate(self.roles, 1)
        )  # fmt: skip

    def _why(self, quote: Quote | None, about: str) -> Why | None:
        if quote is None:
            return None
        bill = replace(self.recalled.receipt.bill, lines=self._story_lines())
        return Why(quote, self.recalled.program, bill, about)


def _pieces(lines: Iterable[Line | Role]) -> Counter[tuple[str, str]]:
    """Pieces by service and payer."""
    out: Counter[tuple[str, str]] = Counter()
    for line in lines:
        if isinstance(line, Role):
            out[line.code, line.payer] += line.pieces
        else:
            out[line.service, line.payer] += line.quantity
    return out

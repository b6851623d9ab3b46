"""Price a bill and settle it: load, ask the rules, and write the receipt with everything that follows, or nothing.

One operation id is one receipt for ever (spec: engine, Receipts and returns).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from typing import Final

from desk_app import events, making_good
from desk_app.accounts import Holding, load, open_receipt, standing_for, version_on
from desk_app.acts import done_before, of_other_content, write
from desk_app.domain.bill import Bill
from desk_app.domain.conditions import hold_alike
from desk_app.domain.errors import refuse
from desk_app.domain.facts import Accrued, Fact, Redeemed, Visited
from desk_app.domain.offline import Bound
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Expiry, Program
from desk_app.domain.quote import Quote
from desk_app.domain.receipts import Receipt, counted_sums, to_json
from desk_app.domain.standing import Standing
from desk_app.ports import Desk, Json, Reading, ReceiptRow, VersionRecord
from desk_app.sync import spending

#: A thousand such bills stay far inside 64 bits; a program that gives more has a slip in its rate.
_MOST_UNITS: Final = 10**15


@dataclass(frozen=True, slots=True)
class Priced:
    """A quote with what it was made from. `redeemer` and `earner` are whose accounts it would touch.

    `bound` is why less than the whole balance may be spent while the centre is not heard, None where it keeps nobody
    back.
    """

    quote: Quote
    program: Program
    record: VersionRecord
    bill: Bill
    standing: Standing
    patient: Holding
    redeemer: str
    earner: str
    offers: tuple[Json, ...]
    bound: Bound | None = None

    @property
    def is_member(self) -> bool:
        """Whether the patient takes part in the program."""
        return self.standing.member


@dataclass(frozen=True, slots=True)
class Settled:
    """A paid bill. `repeated` when this operation had been applied before: the first receipt is given again."""

    row: ReceiptRow
    quote: Quote
    repeated: bool


@dataclass(frozen=True, slots=True)
class _OnShow:
    """The quote that was told last, the newest change that was known then, and which share of a ceiling held."""

    mark: tuple[int, int]
    priced: Priced
    part: Fraction | None


def price(desk: Desk, bill: Bill) -> Priced:
    """The quote of a bill as of its moment. Raises `moment.no_version`, `member.unknown` and the rules' refusals."""
    with desk.store.reading() as reading:
        if not events.is_due(reading, desk, bill.patient, bill.at.date()):
            priced = price_in(reading, desk, bill)
            if desk.cache is not None:
                part = spending.part_of_ceiling(reading, desk, priced.program)
                desk.cache["on show"] = _OnShow(reading.state_mark(), priced, part)
            return priced
    events.settle_due(desk, bill.patient, bill.at.date())
    with desk.store.reading() as reading:
        return price_in(reading, desk, bill)


def still_on_show(reading: Reading, desk: Desk, bill: Bill) -> Priced | None:
    """The quote on show, while pricing the bill anew could only say the same: nothing happened and no hour struck."""
    kept: _OnShow | None = desk.cache.get("on show") if desk.cache is not None else None
    if kept is None or kept.mark != reading.state_mark():
        return None
    priced = kept.priced
    known = priced.bill
    if spending.part_of_ceiling(reading, desk, priced.program) != kept.part:
        return None
    if known is not bill and known != (bill if bill.at == known.at else replace(bill, at=known.at)):
        return None
    timed = (*priced.program.promotions, *priced.standing.offers)
    return priced if hold_alike(timed, known.at, bill.at) else None


def price_in(reading: Reading, desk: Desk, bill: Bill) -> Priced:
    """`price` inside an open door. A bill without a patient is that of a stranger: list price, nothing earned."""
    if bill.patient and reading.patient(bill.patient) is None:
        raise refuse("member.unknown", "patient", member=bill.patient)
    day = bill.at.date()
    program, record = version_on(reading, desk, day)
    patient = load(reading, desk, bill.patient, program, day)
    payer = _member_or(reading, bill.payer, patient.member)
    holder = _member_or(reading, bill.holder, patient.member)
    redeemer = holder if program.redeem and program.redeem.owner == "holder" else patient.member
    earner = patient.member
    if program.earn:
        earner = {"patient": patient.member, "payer": payer, "holder": holder}[program.earn.owner]
    held = patient if redeemer == patient.member else load(reading, desk, redeemer, program, day)
    other = held if earner == redeemer else load(reading, desk, earner, program, day)
    same = other.account.id == held.account.id
    standing, offers = standing_for(reading, desk, program, record, patient, held, same)
    bound = spending.bound_for(reading, desk, program, reading.circle(redeemer), held.account) if redeemer else None
    if bound is not None and (bill.redeem != 0 or bill.rewards):
        standing = replace(standing, ceiling=bound.most)
    quote = price_bill(program, bill, standing)
    if bound is not None and bound.most >= quote.balance_before:
        bound = None
    return Priced(quote, program, record, bill, standing, patient, redeemer, earner, offers, bound)


def _member_or(reading: Reading, member: str, patient: str) -> str:
    """A payer or holder who is not a member counts as the patient (spec: engine, People)."""
    if not member:
        return patient
    canonical = reading.canonical(member)
    membership = reading.membership(canonical)
    return canonical if membership is not None and membership.left is None else patient


def settle(desk: Desk, bill: Bill, identifier: str, shown: Quote | None = None) -> Settled:
    """Make the quote a fact. `shown` is what the patient was told: if the price moved since, `quote.moved`.

    Raises what `price` raises, `manual.reason` for a discount by hand that nobody gave a reason for (spec: law, D-15),
    and `Trouble` when the store fails; then nothing is stored.
    """
    with desk.store.writing() as writing:
        if done_before(writing, identifier, "checkout") is not None:
            row = writing.receipt(identifier)
            if row is None or writing.canonical(row.patient) != writing.canonical(bill.patient):
                raise of_other_content(identifier)
            return Settled(row, open_receipt(writing, desk, row).receipt.quote, True)
        priced = still_on_show(writing, desk, bill)
        if priced is None:
            events.settle_due_in(writing, desk, bill.patient, bill.at.date())
            priced = price_in(writing, desk, bill)
        if shown is not None and not _same_promise(shown, priced.quote):
            raise refuse("quote.moved", "", pays=priced.quote.pays, was=shown.pays)
        if bill.manual is not None and not bill.manual.reason.strip():
            raise refuse("manual.reason", "manual_discount.reason")
        if priced.quote.earns > _MOST_UNITS:
            raise refuse("bill.huge", "lines")
        number = f"{desk.code}-{writing.next_number():06d}"
        receipt = Receipt(
            identifier, number, bill.at.date(), replace(bill, patient=priced.patient.member), priced.quote,
            priced.standing, priced.record.version, priced.redeemer, priced.earner, priced.record.mark,
        )  # fmt: skip
        parts, facts = _parts(priced, receipt)
        parts["utc"] = (bill.at.utcoffset() or timedelta()) // timedelta(minutes=1)
        moment = write(writing, desk, identifier, "checkout", receipt.day, parts, facts)
        making_good.record_wish(writing, desk, priced.program, receipt)
        if priced.is_member:
            events.settle_referral(writing, desk, priced.program, priced.record, priced.patient, receipt)
    row = ReceiptRow(identifier, number, bill.id, receipt.bill.patient, moment, receipt.day, parts["receipt"])
    return Settled(row, priced.quote, False)


def _same_promise(shown: Quote, quote: Quote) -> bool:
    """What the patient was told about money, units and version still holds."""
    return (shown.version, shown.pays, shown.redeemed_units, shown.earns, shown.discount) == (
        quote.version, quote.pays, quote.redeemed_units, quote.earns, quote.discount,
    )  # fmt: skip


def _parts(priced: Priced, receipt: Receipt) -> tuple[Json, list[Fact]]:
    """The parts of a checkout's operation: receipt, uses, entries, and its facts in the order they work."""
    quote, bill, member = priced.quote, receipt.bill, priced.patient.member
    parts: Json = {"receipt": to_json(receipt, priced.offers)}
    if not priced.is_member and not quote.redeemed_units:
        return parts, []
    uses = [rule.partition(":") for rule in quote.used]
    parts["uses"] = [{"kind": kind, "code": code, "member": member} for kind, _, code in uses]
    facts: list[Fact] = []
    if member:
        services = tuple(dict.fromkeys(line.service for line in bill.lines if line.service))
        facts.append(
            Visited(0, "", member, receipt.day, receipt.id, any(line.counts for line in quote.lines),
                    counted_sums(bill, quote), quote.earns, quote.used, services)
        )  # fmt: skip
    entries: list[list[str | int]] = []
    if quote.redeemed_units:
        facts.append(Redeemed(0, "", priced.redeemer, receipt.day, quote.redeemed_units, receipt.id))
        entries.append([priced.redeemer, -quote.redeemed_units])
    if quote.earns:
        earn = priced.program.earn
        assert earn is not None
        facts.append(
            Accrued(0, "", priced.earner, receipt.day, quote.earns, f"bill:{bill.id}", earn.usable,
                    priced.program.expiry or Expiry("never", 0), priced.record.version, receipt.id, member)
        )  # fmt: skip
        entries.append([priced.earner, quote.earns])
    parts["entries"] = entries
    return parts, facts

"""A household's span of days lived anew under a draft, bill by bill through the engine itself: slow, and always right.

What a patient has at a bill follows from what the draft gave before it. See docs/decisions/rehearsal.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from desk_app.accounts import Holding, last_services, reached, uses_by
from desk_app.domain.account import Ledger
from desk_app.domain.bill import Bill
from desk_app.domain.days import NEVER, age_on, plus_days
from desk_app.domain.errors import Refusal
from desk_app.domain.facts import Accrued, Fact, Redeemed, Returned, Visited, Warned
from desk_app.domain.ledger import apply, fold
from desk_app.domain.lots import WARNING_REACH, last_good_day
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.domain.receipts import Recalled, Receipt, counted_sums
from desk_app.domain.standing import Standing, VisitLot
from desk_app.domain.turns import advance
from desk_app.rehearsal.draft import Draft, bill_under, events_of, groups_under, offers_under
from desk_app.rehearsal.past import Event, Household, Knowledge, Past, Sold, TakenBack
from desk_app.rehearsal.rows import Lived, Row


@dataclass(frozen=True, slots=True)
class Relived:
    """A bill as it would have been: the whole quote, with what it was made from."""

    sold: Sold
    receipt: Receipt

    @property
    def quote(self) -> Quote:
        """What it would have cost."""
        return self.receipt.quote


@dataclass(slots=True)
class _Life:
    past: Past
    draft: Draft
    household: Household
    ledger: Ledger = field(init=False)
    relived: dict[str, Recalled] = field(default_factory=dict)
    sold: dict[str, Sold] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    lots: dict[str, str] = field(default_factory=dict)
    changed: int = 0

    def __post_init__(self) -> None:
        self.ledger = eve(self.household, self.draft, self.past.first, self.recall)
        self.ledger.override = self.draft.override

    def recall(self, receipt: str) -> Recalled:
        """A receipt lived anew, or one of before the span. Raises `LookupError`."""
        return self.relived.get(receipt) or self.household.receipt_of_before(receipt)

    def take(self, event: Event) -> None:
        """Live through one event."""
        match event:
            case Sold():
                self._sell(event)
            case TakenBack():
                self._take_back(event)
            case Warned():
                self._warn(event)
            case Fact():
                apply(self.ledger, event)

    def _sell(self, sold: Sold) -> None:
        advance(self.ledger, sold.day)
        program = self.draft.program
        redeemer = sold.buyer.holder if program.redeem and program.redeem.owner == "holder" else sold.buyer.patient
        earner = sold.buyer.patient
        if program.earn:
            earner = {"patient": earner, "payer": sold.buyer.payer, "holder": sold.buyer.holder}[program.earn.owner]
        standing = self.standing(sold, redeemer, earner)
        bill, quote, changed = priced_under(program, bill_under(self.draft, self.past, sold), standing)
        self.changed += changed
        receipt = Receipt(sold.receipt, sold.number, sold.day, bill, quote, standing, 0, redeemer, earner)
        self.relived[sold.receipt] = Recalled(receipt, program)
        self.sold[sold.receipt] = sold
        for fact in facts_of(receipt, self.draft, sold.moment):
            apply(self.ledger, fact)

    def standing(self, sold: Sold, redeemer: str, earner: str) -> Standing:
        """What the engine must know of the buyer at this bill, all of it as it would have been."""
        ledger, program, day, buyer = self.ledger, self.draft.program, sold.day, sold.buyer
        person = ledger.person(buyer.patient)
        account = ledger.account_of(redeemer)
        known = knowledge(ledger, program, buyer.patient, redeemer, day)
        if sold.unheard is not None:
            # a desk that was apart would have been as far apart under the draft
            known = known.and_so(sold.unheard, len(program.levels.steps))
        family = ledger.families.get(person.family, ()) if person.family else ()
        waiting = [lot for lot in account.open_lots() if lot.usable.kind == "visit" and lot.left
                   and not ledger.can_spend(lot, day)]  # fmt: skip
        return Standing(
            member=buyer.member, earns=buyer.earns, joined=person.joined or buyer.joined, birth_date=buyer.birth,
            level=program.levels.steps[known.level].code, counted=known.counted, visits=known.visits,
            visits_counted=known.visits_counted, units_earned=known.units_earned,
            visited_today=any(visit.counts and visit.receipt and visit.day == day for visit in person.visits),
            usable=known.usable,
            visit_lots=tuple(VisitLot(lot.left, lot.usable.count) for lot in waiting if lot.patient == person.id),
            ceiling=sold.wish.ceiling, may_redeem=self._may_redeem(redeemer, day),
            same_account=ledger.account_of(earner) is account,
            redeemed_today=sum(spent.units - spent.back for spent in account.redemptions if spent.day == day),
            groups=groups_under(program, self.household, sold), segments=buyer.segments, family_members=len(family),
            uses=uses_by(program, offers_under(self.draft, sold), person.visits, day),
            services=last_services(person.visits), offers=offers_under(self.draft, sold),
        )  # fmt: skip

    def _may_redeem(self, redeemer: str, day: date) -> bool:
        person, family = self.ledger.person(redeemer), self.draft.program.family
        if family is None or not person.family or family.redeem == "any":
            return True
        if family.redeem == "owner":
            members = self.ledger.families.get(person.family, [])
            return bool(members) and members[0] == person.id
        birth = self.household.births.get(person.id)
        return birth is None or age_on(day, birth) >= 18

    def _take_back(self, back: TakenBack) -> None:
        """A return works on what the bill would have been; a bill of before the span is the one it was."""
        try:
            receipt = self.recall(back.receipt).receipt
        except LookupError:
            return
        roles = [("visit", receipt.bill.patient)] if receipt.bill.patient else []
        if receipt.quote.redeemed_units:
            roles.append(("redeemed", receipt.redeemer))
        if receipt.quote.earns:
            roles.append(("accrued", receipt.earner))
        for number, (role, member) in enumerate(roles):
            apply(self.ledger, Returned(back.moment, f"{back.op}:{number}", member, back.day, back.receipt, role,
                                        back.lines))  # fmt: skip
        outcome = self.ledger.outcomes.get(back.op)
        if outcome is not None and outcome.withheld:
            self.kept[back.receipt] = self.kept.get(back.receipt, 0) + outcome.withheld

    def _warn(self, told: Warned) -> None:
        """Who was warned then is warned now, of the lots the draft leaves in reach."""
        account = self.ledger.account_of(told.member)
        lots = sorted((lot for lot in account.lots if lot.left), key=lambda lot: (last_good_day(lot), lot.number))
        named = tuple(
            (lot.id, good) for lot in lots
            if (good := last_good_day(lot)) != NEVER and told.day >= plus_days(good, -WARNING_REACH)
        )  # fmt: skip
        if named:
            apply(self.ledger, replace(told, lots=named))

    def ended(self) -> Lived:
        """What the bills were, and what is left at the end of the last day."""
        advance(self.ledger, plus_days(self.past.last, 1))
        rows = [self._row(sold, self.relived[receipt]) for receipt, sold in self.sold.items()]
        over = sum(
            lot.left for account in self.ledger.accounts.values() for lot in account.open_lots()
            if last_good_day(lot) <= self.past.last
        )  # fmt: skip
        lapsed = sum(account.lapsed for account in self.ledger.accounts.values())
        if lapsed:
            before = eve(self.household, self.draft, self.past.first)
            lapsed -= sum(account.lapsed for account in before.accounts.values())
        return Lived(self.household.key, rows, left_by_member(self.ledger), lapsed, over, self.changed)

    def _row(self, sold: Sold, recalled: Recalled) -> Row:
        quote, pieces = recalled.receipt.quote, self.ledger.returned.get(sold.receipt, {})
        level = self.draft.program.levels.index(quote.level) if sold.buyer.member else -1
        gone = net_lines(recalled, pieces)
        return Row(sold.receipt, level, tuple(one[1] for one in gone), tuple(one[2] for one in gone),
                   tuple(one[3] for one in gone), quote.redeemed_units, quote.earns,
                   self.kept.get(sold.receipt, 0))  # fmt: skip


def eve(
    household: Household, draft: Draft, first: date, recall: Callable[[str], Recalled] | None = None
) -> Ledger:  # fmt: skip
    """The accounts of a household before the first day, under the terms that the draft puts on what was given before.

    `recall` answers receipts; without it those of before that were returned.
    """
    ledger = fold(household.before, recall or household.receipt_of_before, None, draft.override)
    advance(ledger, first)
    return ledger


def knowledge(ledger: Ledger, program: Program, patient: str, redeemer: str, day: date) -> Knowledge:
    """What a price hangs on that other desks may change, as the ledger has it on a day."""
    person = ledger.person(patient)
    visits = list(person.visits)
    if program.levels.owner == "account" and person.family:
        visits = [visit for one in ledger.families.get(person.family, ()) for visit in ledger.person(one).visits]
    account = ledger.account_of(redeemer)
    state = reached(program, Holding(ledger, person.id, None, account, tuple(visits), day))
    return Knowledge(ledger.usable(account, day), state.spent, person.visit_count(before=day), state.visits,
                     state.units_earned, state.kept)  # fmt: skip


def net_lines(recalled: Recalled, pieces: Mapping[str, int]) -> tuple[tuple[int, int, int, int], ...]:
    """Each line after so many pieces came back: (list price, discounts, gifts by rewards, paid by units)."""
    out = []
    for line, quoted in zip(recalled.receipt.bill.lines, recalled.receipt.quote.lines, strict=True):
        gone = pieces.get(line.id, 0)
        gift = sum(part.amount for part in quoted.discounts if part.rule.startswith("reward:"))
        if not gone:
            out.append((quoted.list, quoted.discount - gift, gift, quoted.redeemed))
            continue
        back = recalled.line_back(line, quoted, gone)
        listed = line.price * (line.quantity - gone)
        units, paid = quoted.redeemed - back.redeemed, quoted.pays - back.money
        off = listed - units - paid
        gift = min(gift, off) if gone < line.quantity else 0
        out.append((listed, off - gift, gift, units))
    return tuple(out)


def left_by_member(ledger: Ledger) -> dict[str, int]:
    """Units that are there, usable or not yet, by the member they were given to."""
    out: dict[str, int] = {}
    for account in ledger.accounts.values():
        for lot in account.open_lots():
            if lot.left:
                who = ledger.person(lot.patient if lot.patient not in ledger.families else lot.member).id
                out[who] = out.get(who, 0) + lot.left
    return dict(sorted(out.items()))


def priced_under(program: Program, bill: Bill, standing: Standing) -> tuple[Bill, Quote, int]:
    """The bill with the rewards that the draft lets it claim, its quote, and how many of them had to go.

    A reward that cannot be claimed under the draft is not claimed; all else stays as it was asked.
    """
    changed = 0
    while True:
        try:
            quote = price_bill(program, bill, standing)
        except Refusal as refusal:
            if not bill.rewards:
                raise
            changed += 1
            gone = refusal.params.get("reward", bill.rewards[-1])
            kept = list(bill.rewards)
            kept.remove(str(gone) if gone in kept else kept[-1])
            bill = replace(bill, rewards=tuple(kept))
        else:
            if bill.rewards:
                bill = replace(bill, rewards=tuple(code for code, _, _ in quote.rewards))
            return bill, quote, changed


def facts_of(receipt: Receipt, draft: Draft, moment: int) -> list[Fact]:
    """What paying the bill writes, as at the desk."""
    quote, member = receipt.quote, receipt.bill.patient
    if not receipt.standing.member and not quote.redeemed_units:
        return []
    facts: list[Fact] = []
    if member:
        services = tuple(dict.fromkeys(line.service for line in receipt.bill.lines if line.service))
        facts.append(Visited(moment, f"{receipt.id}:0", member, receipt.day, receipt.id,
                             any(line.counts for line in quote.lines), counted_sums(receipt.bill, quote), quote.earns,
                             quote.used, services))  # fmt: skip
    if quote.redeemed_units:
        facts.append(Redeemed(moment, f"{receipt.id}:1", receipt.redeemer, receipt.day, quote.redeemed_units,
                              receipt.id))  # fmt: skip
    if quote.earns:
        earn = draft.program.earn
        assert earn is not None
        facts.append(Accrued(moment, f"{receipt.id}:2", receipt.earner, receipt.day, quote.earns, "bill", earn.usable,
                             draft.terms, 0, receipt.id, member))  # fmt: skip
    return facts


def live(past: Past, household: Household, draft: Draft) -> Lived:
    """Live a household's span through under the draft. Raises what the engine refuses of a bill that was paid."""
    life = _Life(past, draft, household)
    for event in events_of(past, household, draft):
        life.take(event)
    return life.ended()


def relive(past: Past, household: Household, draft: Draft, receipt: str) -> Relived:
    """One bill of a household with its whole quote: everything before it is lived through. Raises `LookupError`."""
    life = _Life(past, draft, household)
    for event in events_of(past, household, draft):
        life.take(event)
        if isinstance(event, Sold) and event.receipt == receipt:
            return Relived(event, life.relived[receipt].receipt)
    raise LookupError(receipt)

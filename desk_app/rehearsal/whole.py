"""Bills of a quick life that ask for the engine's whole quote: of a reward, a discount by hand, an offer, a return.

The engine prices the bill, and is told what the quick way knows; the rest of the life stays quick. Where a return
leaves a debt or finds lapsed units, or a void undoes what a visit renewed, the life is left to the engine.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desk_app.accounts import last_services, uses_by
from desk_app.domain.account import Visit
from desk_app.domain.history import reached_on
from desk_app.domain.receipts import Recalled, Receipt, counted_sums
from desk_app.domain.standing import Standing
from desk_app.rehearsal.balance import Balance, HeldLot, NotPlain, Parts
from desk_app.rehearsal.draft import bill_under, groups_under, offers_under
from desk_app.rehearsal.life import Life, Person
from desk_app.rehearsal.living import net_lines, priced_under
from desk_app.rehearsal.opening import tally
from desk_app.rehearsal.past import Knowledge, Sold, TakenBack
from desk_app.rehearsal.rows import Row
from desk_app.rehearsal.selling import may_redeem, renew


@dataclass(slots=True, eq=False)
class _Kept:
    """A bill of which pieces come back later. `units_back` and `withdrawn` are what its returns did so far."""

    recalled: Recalled
    place: int
    person: Person
    account: Balance
    parts: Parts
    visit: Visit | None = None
    earned: HeldLot | None = None
    earner: Balance | None = None
    pieces: dict[str, int] = field(default_factory=dict)
    units_back: int = 0
    withdrawn: int = 0


class Whole:
    """The bills of one life that are priced whole, and those of them that wait for a return."""

    __slots__ = ("_kept", "_life")

    def __init__(self, life: Life) -> None:
        self._life = life
        self._kept: dict[str, _Kept] = {}

    def sell(self, sold: Sold) -> None:
        """Price a bill by the engine; it moves the life on as any other does."""
        life, rules, buyer, day = self._life, self._life.rules, sold.buyer, sold.day
        program = rules.program
        person = life.person(buyer.patient)
        redeemer = buyer.holder if rules.by_holder else buyer.patient
        earner = {"patient": buyer.patient, "payer": buyer.payer, "holder": buyer.holder}[rules.earner]
        account, target = life.person(redeemer).account, life.person(earner)
        if account.watched:
            account.lapse(day)
        standing = self._standing(sold, person, redeemer, target.account is account)
        bill, quote, changed = priced_under(program, bill_under(rules.draft, rules.past, sold), standing)
        life.changed += changed
        receipt = Receipt(sold.receipt, sold.number, day, bill, quote, standing, 0, redeemer, earner)
        kept = _Kept(Recalled(receipt, program), len(life.rows), person, account, [])
        if sold.receipt in life.household.returned:
            self._kept[sold.receipt] = kept
        life.rows.append(self._row(kept))
        units = quote.redeemed_units
        if not buyer.member and not units:
            return
        services = tuple([line.service for line in bill.lines if line.service])
        kept.visit = Visit(sold.receipt, day, any(line.counts for line in quote.lines), counted_sums(bill, quote),
                           quote.earns, quote.used, services)  # fmt: skip
        person.visits.append(kept.visit)
        if person.account.moving:
            renew(person, day, kept.visit.counts)
        self._count(person)
        if units and account.take(units, day, kept.parts) and life.household.returned:
            raise NotPlain  # desks that did not hear each other spent it twice: what comes back would pay for it
        if quote.earns:
            kept.earner = target.account
            kept.earned = life.give(target, quote.earns, day, buyer.patient, rules.delay)

    def _standing(self, sold: Sold, person: Person, redeemer: str, same_account: bool) -> Standing:
        life, rules, buyer, day = self._life, self._life.rules, sold.buyer, sold.day
        program, levels = rules.program, rules.levels
        home = life.person(redeemer)
        family = life.families.get(person.family, []) if person.family else []
        visits = person.visits
        if rules.of_account and person.family:
            visits = [visit for one in family for visit in life.person(one).visits]
        state = reached_on(levels, visits, person.joined, day)
        visited_today = person.last == day
        known = Knowledge(home.account.usable(day), state.spent, person.days - visited_today, state.visits,
                          state.units_earned, state.kept)  # fmt: skip
        if sold.unheard is not None:
            known = known.and_so(sold.unheard, len(levels.steps))
        offers = offers_under(rules.draft, sold)
        return Standing(
            member=buyer.member, earns=buyer.earns, joined=person.joined or buyer.joined, birth_date=buyer.birth,
            level=levels.steps[known.level].code, counted=known.counted, visits=known.visits,
            visits_counted=known.visits_counted, units_earned=known.units_earned, visited_today=visited_today,
            usable=known.usable, ceiling=sold.wish.ceiling, may_redeem=may_redeem(life, sold, home),
            same_account=same_account,
            redeemed_today=home.account.spent if home.account.spent_on == day else 0,
            groups=groups_under(program, life.household, sold), segments=buyer.segments, family_members=len(family),
            uses=uses_by(program, offers, person.visits, day), services=last_services(person.visits), offers=offers,
        )  # fmt: skip

    def take_back(self, back: TakenBack) -> None:
        """A return works on what the bill would have been. Raises `NotPlain`."""
        kept = self._kept.get(back.receipt)
        if kept is None:
            return  # it came back before it was paid: desks that did not hear each other
        recalled = kept.recalled
        for account in (kept.person.account, kept.account, kept.earner):
            if account is not None and account.watched:
                account.lapse(back.day)
        kept.pieces = recalled.capped(kept.pieces, back.lines)
        withdrawn = recalled.to_withdraw(kept.pieces)
        if kept.visit is not None:
            self._shrink(kept, kept.visit, back, withdrawn)
        if recalled.receipt.quote.redeemed_units:
            self._give_back(kept, back)
        if kept.earned is not None:
            self._withdraw(kept, kept.earned, withdrawn)

    def _shrink(self, kept: _Kept, visit: Visit, back: TakenBack, withdrawn: int) -> None:
        """The visit is what is left of the bill."""
        recalled, pieces = kept.recalled, kept.pieces
        visit.sums = recalled.sums_left(pieces)
        visit.earned = max(0, recalled.receipt.quote.earns - withdrawn)
        visit.counts = visit.counts and recalled.counts_still(pieces)
        if recalled.is_whole(pieces):
            visit.used, visit.services = (), ()
            if back.day == visit.day and kept.person.account.moving:
                raise NotPlain  # a void takes back what the visit renewed
        self._count(kept.person)

    def _give_back(self, kept: _Kept, back: TakenBack) -> None:
        """Spent units go back to the lots they came from, the last taken first."""
        units = kept.recalled.units_back(kept.pieces) - kept.units_back
        if units <= 0:
            return
        kept.units_back += units
        account, parts = kept.account, kept.parts
        if account.spent_on == kept.recalled.receipt.day:
            account.spent -= units
        while units and parts:
            lot, taken = parts.pop()
            if lot.lapses is not None and lot.lapses < back.day:
                raise NotPlain  # the rest of it lapsed: by the calendar, what comes back is good until the next year
            part = min(units, taken)
            units -= part
            if part < taken:
                parts.append((lot, taken - part))
            self._life.number += 1
            account.put_back(lot, part, back.day, self._life.number)

    def _withdraw(self, kept: _Kept, lot: HeldLot, withdrawn: int) -> None:
        """Earned units of what went back are withdrawn from the lot of the bill."""
        need = withdrawn - kept.withdrawn
        kept.withdrawn = withdrawn
        if not need:
            return
        assert kept.earner is not None
        if need < 0 or lot not in kept.earner.lots or lot.left < need:
            raise NotPlain  # some of it lapsed or was spent: what is owed only a ledger follows
        lot.left -= need
        if not lot.left:
            kept.earner.lots.remove(lot)

    def _count(self, person: Person) -> None:
        known = tally(person.visits)
        person.value, person.days, person.last = self._life.value_of(known), known.days, known.last

    def end(self) -> None:
        """Rows of what came back are of what is left."""
        for kept in self._kept.values():
            self._life.rows[kept.place] = self._row(kept)

    def _row(self, kept: _Kept) -> Row:
        receipt = kept.recalled.receipt
        quote = receipt.quote
        level = self._life.rules.levels.index(quote.level) if receipt.standing.member else -1
        gone = net_lines(kept.recalled, kept.pieces)
        return Row(receipt.id, level, tuple([one[1] for one in gone]), tuple([one[2] for one in gone]),
                   tuple([one[3] for one in gone]), quote.redeemed_units, quote.earns)  # fmt: skip

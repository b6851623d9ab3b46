"""One household in the quick way: its people, their balances, and what happens to them in the order it happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from desk_app.domain.account import Visit
from desk_app.domain.days import NEVER, plus_days
from desk_app.domain.facts import Accrued, Adjusted, Fact, Joined, JoinedFamily, Redeemed, Warned
from desk_app.domain.lots import WARNING_REACH, Lot, last_good_day
from desk_app.domain.program import Usable
from desk_app.rehearsal.balance import Balance, HeldLot, NotPlain
from desk_app.rehearsal.draft import events_of
from desk_app.rehearsal.opening import LotTerms, Opening, Tally, is_still
from desk_app.rehearsal.past import Household, Sold, TakenBack
from desk_app.rehearsal.rows import Lived, Row
from desk_app.rehearsal.selling import sell
from desk_app.rehearsal.whole import Whole

if TYPE_CHECKING:
    from desk_app.rehearsal.quick import Quick

_AT_ONCE: Final = Usable()


@dataclass(slots=True, eq=False)
class Person:
    """A patient: the balance, and the history in the few sums that rules ask for.

    `value` is what the ladder measures of a lifetime, `days` counted visits, `last` the day of the last one; `visits`
    are kept where some rule asks for more than these.
    """

    account: Balance
    joined: date | None = None
    family: str = ""
    value: int = 0
    days: int = 0
    last: date | None = None
    visits: list[Visit] = field(default_factory=list)


class Life:
    """What a household has while its span is lived."""

    __slots__ = (
        "_merged",
        "accounts",
        "changed",
        "families",
        "household",
        "number",
        "people",
        "quick",
        "remembers_all",
        "rows",
    )

    def __init__(self, quick: Quick, household: Household, opening: Opening) -> None:
        self.quick, self.household, self._merged = quick, household, opening.merged
        self.number = self.changed = 0
        self.accounts: dict[str, Balance] = {}
        self.people: dict[str, Person] = {}
        self.rows: list[Row] = []
        # the engine is told the whole history where it prices some bill itself
        self.remembers_all = quick.remembers_all or household.whole
        self.families = {family: list(members) for family, members in opening.families.items()}
        for key, lots in opening.lots.items():
            account = self.accounts[key] = Balance()
            for lot in lots:
                self.number += 1
                held = HeldLot(lot.good, self.number, lot.left, lot.usable_from, lot.lapses, lot.who, lot.terms)
                account.lots.append(held)
                account.watched = account.watched or lot.lapses is not None
                account.moving = account.moving or lot.terms.period is not None
        for one, known in opening.persons.items():
            value = self.value_of(known.tally)
            days, last = known.tally.days, known.tally.last
            person = Person(self.account(known.home), known.joined, known.family, value, days, last)
            if self.remembers_all or quick.limits_uses:
                person.visits = list(known.visits)
            self.people[one] = person
        for gone, stays in opening.merged.items():
            self.people[gone] = self.person(stays)

    def value_of(self, known: Tally) -> int:
        """What the ladder measures of a lifetime."""
        match self.quick.levels.basis:
            case "spend":
                return known.sums[self.quick.column]
            case "visits":
                return known.days
            case "units_earned":
                return known.earned

    def account(self, key: str) -> Balance:
        """An account by its id."""
        found = self.accounts.get(key)
        if found is None:
            found = self.accounts[key] = Balance()
        return found

    def person(self, member: str) -> Person:
        """A patient by id."""
        found = self.people.get(member)
        if found is None:
            found = self.people[member] = Person(self.account(member))
        return found

    def lived(self) -> Lived:
        """The whole span. Raises `NotPlain`."""
        quick, household = self.quick, self.household
        whole = Whole(self) if household.whole else None
        for event in events_of(quick.past, household, quick.draft) if quick.adds_units else household.events:
            if type(event) is Sold:
                if whole is not None and (event.receipt in household.returned or not event.is_plain):
                    whole.sell(event)
                else:
                    sell(self, event)
            elif type(event) is TakenBack:
                assert whole is not None
                whole.take_back(event)
            else:
                assert isinstance(event, Fact)
                self._take(event)
        if whole is not None:
            whole.end()
        return self._ended()

    def _ended(self) -> Lived:
        last = self.quick.past.last
        end = plus_days(last, 1)
        left: dict[str, int] = {}
        lapsed = over = 0
        for account in self.accounts.values():
            if account.watched:
                account.lapse(end)
            lapsed += account.lapsed
            for lot in account.lots:
                left[lot.who] = left.get(lot.who, 0) + lot.left
                if lot.good <= last:
                    over += lot.left
        if len(left) > 1:
            left = dict(sorted(left.items()))
        return Lived(self.household.key, self.rows, left, lapsed, over, self.changed)

    # what happens beside bills

    def _now(self, member: str) -> str:
        """The record that stayed, of one that was merged."""
        return self._merged.get(member, member)

    def _take(self, fact: Fact) -> None:
        match fact:
            case Accrued():
                units = self.quick.units_of(fact.source)
                if units is None:
                    raise NotPlain
                if units:
                    self.give(self.person(fact.member), units, fact.day, self._now(fact.patient or fact.member))
            case Adjusted():
                self._adjust(fact)
            case Redeemed():
                account = self.person(fact.member).account
                if account.watched:
                    account.lapse(fact.day)
                if account.take(fact.units, fact.day) and self.household.returned:
                    raise NotPlain  # what a bill gives back would pay for it
            case Warned():
                self._warn(fact)
            case Joined():
                if fact.opening_units or fact.opening_spent or fact.opening_visits:
                    raise NotPlain
                person = self.person(fact.member)
                if person.joined is None or fact.day < person.joined:
                    person.joined = fact.day
            case JoinedFamily():
                self._join_family(fact)

    def _adjust(self, fact: Adjusted) -> None:
        if self.quick.program.unit is None:
            return
        given = self.quick.draft.override or fact.terms
        if fact.units < 0 or not is_still(given):
            raise NotPlain
        person = self.person(fact.member)
        accrued = Accrued(fact.moment, fact.id, fact.member, fact.day, fact.units, "", _AT_ONCE, given, fact.version)
        good = last_good_day(Lot(accrued, 0, "", 0, given, person.joined))
        self.number += 1
        terms = LotTerms(given.warn_days, given.grace_days)
        person.account.add(HeldLot(good, self.number, fact.units, fact.day, None, self._now(fact.member), terms))

    def _join_family(self, fact: JoinedFamily) -> None:
        member = self._now(fact.member)
        person = self.person(member)
        if person.family == fact.family:
            return
        if person.family or person.account.lots or self.household.returned:
            raise NotPlain
        members = self.families.setdefault(fact.family, [])
        if member not in members:
            members.append(member)
        person.family = fact.family
        if self.quick.draft.pools:
            person.account = self.account(fact.family)

    def _warn(self, told: Warned) -> None:
        account = self.person(told.member).account
        for lot in account.lots:
            if lot.lapses is None and lot.good != NEVER and told.day >= plus_days(lot.good, -WARNING_REACH):
                lot.lapses = max(lot.good, plus_days(told.day, lot.terms.warn_days))
                account.watched = True

    def give(self, earner: Person, units: int, day: date, who: str, delay: int = 0) -> HeldLot:
        """Units under the draft's terms, usable after so many days."""
        quick = self.quick
        self.number += 1
        usable_from = plus_days(day, delay) if delay else day
        good = quick.good_until(day, delay, earner.joined)
        lot = HeldLot(good, self.number, units, usable_from, None, who, quick.lot_terms)
        account = earner.account
        if quick.lot_terms.period is not None:
            account.moving = True
        account.add(lot)
        return lot

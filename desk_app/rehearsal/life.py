"""One household in the quick way: its people, their histories in a few sums, and their balances."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desk_app.domain.account import Visit
from desk_app.domain.days import plus_days
from desk_app.rehearsal.balance import Balance, HeldLot
from desk_app.rehearsal.opening import Opening, Tally
from desk_app.rehearsal.past import Household
from desk_app.rehearsal.rows import Row
from desk_app.rehearsal.rules import Rules


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
        "remembers_all",
        "rows",
        "rules",
    )

    def __init__(self, rules: Rules, household: Household, opening: Opening) -> None:
        self.rules, self.household, self._merged = rules, household, opening.merged
        self.number = self.changed = 0
        self.accounts: dict[str, Balance] = {}
        self.people: dict[str, Person] = {}
        self.rows: list[Row] = []
        # the engine is told the whole history where it prices some bill itself
        self.remembers_all = rules.remembers_all or household.whole
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
            if self.remembers_all or rules.limits_uses:
                person.visits = list(known.visits)
            self.people[one] = person
        for gone, stays in opening.merged.items():
            self.people[gone] = self.person(stays)

    def value_of(self, known: Tally) -> int:
        """What the ladder measures of a lifetime."""
        match self.rules.levels.basis:
            case "spend":
                return known.sums[self.rules.column]
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

    def now(self, member: str) -> str:
        """The record that stayed, of one that was merged."""
        return self._merged.get(member, member)

    def give(self, earner: Person, units: int, day: date, who: str, delay: int = 0) -> HeldLot:
        """Units under the draft's terms, usable after so many days."""
        rules = self.rules
        self.number += 1
        usable_from = plus_days(day, delay) if delay else day
        good = rules.good_until(day, delay, earner.joined)
        lot = HeldLot(good, self.number, units, usable_from, None, who, rules.lot_terms)
        account = earner.account
        if rules.lot_terms.period is not None:
            account.moving = True
        account.add(lot)
        return lot

"""A household's span of days lived anew the quick way: the same numbers as `living`, without a fact or a reason.

Only lives that are plain are lived like this, all others are left to the engine; a test lives both and compares.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, cast

from desk_app.accounts import last_services, uses_by
from desk_app.domain.account import Visit
from desk_app.domain.bill import Bill
from desk_app.domain.conditions import Setting, is_time, unmet_by_person
from desk_app.domain.days import NEVER, age_on, plus, plus_days
from desk_app.domain.facts import Accrued, Adjusted, Fact, Joined, JoinedFamily, Redeemed, Warned
from desk_app.domain.history import reached_on
from desk_app.domain.levels import bands
from desk_app.domain.lots import WARNING_REACH
from desk_app.domain.promotions import When
from desk_app.domain.redeeming import allowed_units
from desk_app.domain.spread import spread
from desk_app.domain.standing import Standing
from desk_app.rehearsal.balance import Balance, HeldLot
from desk_app.rehearsal.draft import Draft, added_units, events_of, groups_under
from desk_app.rehearsal.living import live
from desk_app.rehearsal.opening import STILL, Opening
from desk_app.rehearsal.past import Household, Past, Sold
from desk_app.rehearsal.rows import Lived, Row
from desk_app.rehearsal.shapes import Key, Shape, Shapes

_COLUMN: Final = {"paid": 0, "before_units": 1, "list_price": 2}


class _NotPlain(Exception):
    """This life is for the engine."""


@dataclass(slots=True, eq=False)
class _Person:
    account: Balance
    joined: date | None = None
    family: str = ""
    value: int = 0
    days: int = 0
    last: date | None = None
    visits: list[Visit] = field(default_factory=list)


class _Asked:
    """A wish to spend, as the engine's step reads it from a bill and a standing."""

    __slots__ = ("ceiling", "may_redeem", "proof", "redeem", "redeemed_today")

    def __init__(self) -> None:
        self.redeem: int | None = 0
        self.proof = ""
        self.ceiling: int | None = None
        self.may_redeem = True
        self.redeemed_today = 0


class Quick:
    """The quick way under one draft, with every shape of a bill it has met."""

    def __init__(self, past: Past, draft: Draft) -> None:
        program = draft.program
        self.past, self.draft, self.program = past, draft, program
        self.shapes = Shapes(program, [draft.line(line) for line in past.lines])
        self.levels = program.levels
        self.starts = [step.start for step in self.levels.steps]
        self.simple = self.levels.window.kind == "lifetime" and self.levels.idle_reset is None
        self.column = _COLUMN[self.levels.counts]
        self.worth = program.unit.worth if program.unit else 0
        self.conditional = [(place, one.code, one.when, _asks_person(one.when))
                            for place, one in enumerate(program.promotions)]  # fmt: skip
        self.by_holder = program.redeem is not None and program.redeem.owner == "holder"
        self.earner = program.earn.owner if program.earn else "patient"
        self.delay = program.earn.usable.count if program.earn and program.earn.usable.kind == "days" else 0
        self.of_account = self.levels.owner == "account"
        days_of_family = self.of_account and self.levels.basis == "visits"
        self.every_visit = not self.simple or days_of_family
        self.services = any(one.when.after_services for one in program.promotions)
        self.remembers = self.every_visit or self.services or any(
            one.when.uses_per_patient or one.when.uses_per_period for one in program.promotions
        )  # fmt: skip
        self.bonus_from = program.family.min_members if program.family and program.family.earn_bonus_percent else 0
        terms = draft.terms
        self.moves = terms.period if terms.clock == "activity" else None
        self.by_any = terms.renewed_by == "any_visit"
        self.possible = (
            (terms.clock in STILL or terms.clock == "activity") and draft.override is None
            and not (program.earn and program.earn.usable.kind == "visit")
        )  # fmt: skip

    def live(self, household: Household) -> Lived:
        """Live a household's span through, by the engine where it is not plain."""
        if self.possible and household.plain:
            try:
                return _Life(self, household).lived()
            except _NotPlain:
                pass
        return live(self.past, household, self.draft)


def _asks_person(when: When) -> bool:
    return bool(
        when.levels or when.groups or when.segment or when.first_visit or when.nth_visit or when.birthday
        or when.after_services or when.uses_per_patient or when.uses_total or when.uses_per_period
    )  # fmt: skip


class _Life:
    __slots__ = ("accounts", "asked", "families", "household", "number", "people", "quick", "rows")

    def __init__(self, quick: Quick, household: Household) -> None:
        self.quick, self.household = quick, household
        self.number = 0
        self.accounts: dict[str, Balance] = {}
        self.people: dict[str, _Person] = {}
        self.rows: list[Row] = []
        self.asked = _Asked()
        opening: Opening = household.opening
        self.families = {family: list(members) for family, members in opening.families.items()}
        for key, lots in opening.lots.items():
            account = self.accounts[key] = Balance()
            for lot in lots:
                self.number += 1
                account.lots.append(
                    HeldLot(lot.good, self.number, lot.left, lot.usable_from, lot.lapses, lot.warn_days, lot.who,
                         lot.period, lot.by_any)
                )  # fmt: skip
                account.watched = account.watched or lot.lapses is not None
                account.moving = account.moving or lot.period is not None
        basis, column = quick.levels.basis, quick.column
        for one, known in opening.persons.items():
            value = known.sums[column] if basis == "spend" else known.days if basis == "visits" else known.earned
            person = _Person(self._account(known.home), known.joined, known.family, value, known.days, known.last)
            if quick.remembers:
                person.visits = list(known.visits)
            self.people[one] = person

    def _account(self, key: str) -> Balance:
        found = self.accounts.get(key)
        if found is None:
            found = self.accounts[key] = Balance()
        return found

    def _person(self, member: str) -> _Person:
        found = self.people.get(member)
        if found is None:
            found = self.people[member] = _Person(self._account(member))
        return found

    def lived(self) -> Lived:
        """The whole span."""
        quick = self.quick
        added = added_units(quick.past, self.household, quick.draft)
        for event in events_of(quick.past, self.household, quick.draft) if added else self.household.events:
            if type(event) is Sold:
                self._sell(event)
            elif isinstance(event, Fact):
                self._take(event)
        last, end = quick.past.last, plus_days(quick.past.last, 1)
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
        return Lived(self.household.key, self.rows, dict(sorted(left.items())), lapsed, over)

    def _take(self, fact: Fact) -> None:
        match fact:
            case Accrued():
                units = self.quick.draft.event_units(fact.source)
                if units is None:
                    raise _NotPlain
                if units:
                    self._add(self._person(fact.member).account, units, fact.day, fact.patient or fact.member)
            case Adjusted():
                account = self._person(fact.member).account
                if not self.quick.worth and self.quick.program.unit is None:
                    return
                if fact.units < 0 or fact.terms.clock not in STILL:
                    raise _NotPlain
                good = NEVER if fact.terms.clock == "never" or fact.terms.period is None else plus(
                    fact.day, fact.terms.period)  # fmt: skip
                self.number += 1
                account.add(HeldLot(good, self.number, fact.units, fact.day, None, fact.terms.warn_days, fact.member))
            case Redeemed():
                account = self._person(fact.member).account
                if account.watched:
                    account.lapse(fact.day)
                account.take(fact.units, fact.day)
            case Warned():
                self._warn(fact)
            case Joined():
                if fact.opening_units or fact.opening_spent or fact.opening_visits:
                    raise _NotPlain
                person = self._person(fact.member)
                if person.joined is None or fact.day < person.joined:
                    person.joined = fact.day
            case JoinedFamily():
                self._join_family(fact)

    def _join_family(self, fact: JoinedFamily) -> None:
        person = self._person(fact.member)
        if person.family == fact.family:
            return
        if person.family or person.account.lots:
            raise _NotPlain
        members = self.families.setdefault(fact.family, [])
        if fact.member not in members:
            members.append(fact.member)
        person.family = fact.family
        if self.quick.draft.pools:
            person.account = self._account(fact.family)

    def _warn(self, told: Warned) -> None:
        account = self._person(told.member).account
        for lot in account.lots:
            if lot.lapses is None and lot.good != NEVER and told.day >= plus_days(lot.good, -WARNING_REACH):
                lot.lapses = max(lot.good, plus_days(told.day, lot.warn_days))
                account.watched = True

    def _add(self, account: Balance, units: int, day: date, who: str, delay: int = 0) -> None:
        terms = self.quick.draft.terms
        usable_from = plus_days(day, delay) if delay else day
        good, moves = NEVER, self.quick.moves
        if moves is not None:
            good, account.moving = plus(day, moves), True
        elif terms.period is not None and terms.clock == "accrual":
            good = plus(usable_from if terms.starts == "usable" else day, terms.period)
        self.number += 1
        account.add(
            HeldLot(good, self.number, units, usable_from, None, terms.warn_days, who, moves, self.quick.by_any)
        )

    # bills

    def _sell(self, sold: Sold) -> None:
        quick, buyer, day = self.quick, sold.buyer, sold.day
        person = self.people.get(buyer.patient) or self._person(buyer.patient)
        home = person if not quick.by_holder or buyer.holder == buyer.patient else self._person(buyer.holder)
        account = home.account
        if account.watched:
            account.lapse(day)
        visited_today = person.last == day
        value, index = self._level(person, day)
        program, shapes, levels = quick.program, quick.shapes, quick.levels
        groups: tuple[str, ...] = ()
        if program.groups and buyer.member and (buyer.groups or self.household.groups):
            groups = groups_under(program, self.household, sold)
        family = len(self.families.get(person.family, ())) if person.family else 0
        bonus = bool(quick.bonus_from) and family >= quick.bonus_from
        visit = person.days - visited_today
        while True:
            held = self._held(sold, person, index, groups, visit, visited_today) if quick.conditional else ()
            key = Key(index if buyer.member else -1, groups, held, bonus, buyer.earns)
            shape = shapes.of(sold.lines, key)
            units, money = self._redeem(sold, shape, home, account)
            earned, added = self._earned(shape, key, units, money, family, visited_today, value, index)
            if levels.crossing_bill != "after" or not buyer.member:
                break
            reached = max(index, bisect_right(quick.starts, value + added) - 1)
            if reached == index:
                break
            index = reached
        self.rows.append(Row(sold.receipt, key.level, shape.off, shape.nothing, money, units, earned))
        if not buyer.member and not units:
            return
        self._visit(sold, person, shape, money, earned)
        if units:
            account.take(units, day)
        if earned:
            earner = buyer.patient
            if quick.earner != "patient":
                earner = buyer.payer if quick.earner == "payer" else buyer.holder
            target = person.account if earner == buyer.patient else self._person(earner).account
            self._add(target, earned, day, buyer.patient, quick.delay)

    def _level(self, person: _Person, day: date) -> tuple[int, int]:
        quick = self.quick
        levels = quick.levels
        shared = self.families.get(person.family) if quick.of_account and person.family else None
        if quick.simple and (shared is None or levels.basis != "visits"):
            value = person.value if shared is None else sum([self._person(one).value for one in shared])
            return value, bisect_right(quick.starts, value) - 1
        visits = person.visits if shared is None else [v for one in shared for v in self._person(one).visits]
        state = reached_on(levels, visits, person.joined, day)
        value = {"spend": state.spent, "visits": state.visits, "units_earned": state.units_earned}[levels.basis]
        return value, max(bisect_right(quick.starts, value) - 1, state.kept)

    def _held(
        self, sold: Sold, person: _Person, index: int, groups: tuple[str, ...], visit: int, visited_today: bool
    ) -> tuple[int, ...]:
        """Places of the promotions whose conditions on time and person hold."""
        quick, buyer = self.quick, sold.buyer
        if not buyer.member:
            return ()
        held, setting = [], None
        for place, code, when, asks in quick.conditional:
            if not when.of_person:
                held.append(place)
                continue
            if (when.coupon and code not in sold.wish.coupons) or not is_time(when, sold.at):
                continue
            if when.branches and sold.branch not in when.branches:
                continue
            if asks:
                if setting is None:
                    setting = self._setting(sold, person, index, groups, visit, visited_today)
                if unmet_by_person(when, code, setting) is not None:
                    continue
            held.append(place)
        return tuple(held)

    def _setting(
        self, sold: Sold, person: _Person, index: int, groups: tuple[str, ...], visit: int, visited_today: bool
    ) -> Setting:
        quick, buyer = self.quick, sold.buyer
        program = quick.program
        counts = quick.shapes.counts_of(sold.lines)
        standing = Standing(
            birth_date=buyer.birth, groups=groups, segments=buyer.segments,
            uses=uses_by(program, (), person.visits, sold.day), services=last_services(person.visits),
        )  # fmt: skip
        bill = Bill("", buyer.patient, sold.at, (), branch=sold.branch, coupons=sold.wish.coupons)
        number = visit + 1 if counts or visited_today else None
        return Setting(program, bill, standing, quick.levels.steps[index].code, number)

    def _redeem(self, sold: Sold, shape: Shape, home: _Person, account: Balance) -> tuple[int, Sequence[int]]:
        quick = self.quick
        rules, worth, wish = quick.program.redeem, quick.worth, sold.wish
        if wish.money == 0 or rules is None or not worth:
            return 0, shape.nothing
        pools = quick.shapes.pools(shape)
        asked = self.asked
        asked.redeem = None if wish.money is None else wish.money // worth
        if asked.redeem == 0:
            return 0, shape.nothing
        asked.proof, asked.ceiling = wish.proof, wish.ceiling
        asked.redeemed_today = account.spent if account.spent_on == sold.day else 0
        asked.may_redeem = self._may_redeem(sold, home)
        units = allowed_units(
            quick.program, rules, cast("Bill", asked), cast("Standing", asked), account.usable(sold.day), 0,
            shape.capacity // worth, [],
        )  # fmt: skip
        if units <= 0:
            return 0, shape.nothing
        money = [0] * len(shape.lines)
        if len(pools) == 1:
            parts: Sequence[int] = (units * worth,)
        else:
            parts = spread(units * worth, [pool.base for pool in pools], [pool.capacity for pool in pools])[0]
        after = shape.after
        for pool, part in zip(pools, parts, strict=True):
            members = pool.members
            if len(members) == 1:
                money[members[0]] = part
                continue
            for i, paid in zip(members, spread(part, [after[i] for i in members], pool.limits)[0], strict=True):
                money[i] = paid
        return units, money

    def _may_redeem(self, sold: Sold, home: _Person) -> bool:
        family = self.quick.program.family
        if family is None or not home.family or family.redeem == "any":
            return True
        who = sold.buyer.holder if self.quick.by_holder else sold.buyer.patient
        if family.redeem == "owner":
            members = self.families.get(home.family, [])
            return bool(members) and members[0] == who
        birth = self.household.births.get(who)
        return birth is None or age_on(sold.day, birth) >= 18

    def _earned(
        self, shape: Shape, key: Key, units: int, money: Sequence[int], family: int, visited_today: bool, value: int,
        index: int,
    ) -> tuple[int, int]:  # fmt: skip
        """Units earned, and what the bill adds to the ladder's value."""
        shapes, levels = self.quick.shapes, self.quick.levels
        if units:
            earned = shapes.earn(shape, key, money, True, family)
        else:
            known = shape.earned
            if known is None:
                known = shape.earned = shapes.earn(shape, key, money, False, family)
            earned = known
        match levels.basis:
            case "spend":
                added = self._counted(shape, money)[self.quick.column]
            case "visits":
                added = int(shape.any_counts and not visited_today)
            case "units_earned":
                added = earned
        if levels.crossing_bill == "bands" and key.level >= 0 and self.quick.program.earn is not None:
            cut = bands(levels, value, added, index)
            if len(cut) > 1:
                earned = shapes.earn_by_bands(shape, key, money, units > 0, family, cut)
        return earned, added

    def _counted(self, shape: Shape, money: Sequence[int]) -> tuple[int, int, int]:
        if money is shape.nothing:
            return shape.counted
        paid, before, listed = shape.counted
        return paid - sum([one for one, flag in zip(money, shape.counts, strict=True) if flag]), before, listed

    def _visit(self, sold: Sold, person: _Person, shape: Shape, money: Sequence[int], earned: int) -> None:
        quick, day = self.quick, sold.day
        sums = self._counted(shape, money)
        if quick.remembers:
            self._remember(sold, person, shape, money, sums, earned)
        account = person.account
        if account.moving:
            if account.watched:
                account.lapse(day)
            account.renew(day, shape.any_counts)
        if not shape.any_counts:
            return
        fresh = person.last != day
        if fresh:
            person.last = day
            person.days += 1
        basis = quick.levels.basis
        if basis == "spend":
            person.value += sums[quick.column]
        elif basis == "visits":
            person.value += fresh
        else:
            person.value += earned

    def _remember(
        self, sold: Sold, person: _Person, shape: Shape, money: Sequence[int], sums: tuple[int, int, int], earned: int
    ) -> None:
        """Keep the visit as far as some condition or the ladder may ask for it."""
        quick = self.quick
        used = shape.used
        if shape.rates.used and quick.shapes.gets_to_earn(shape, money, money is not shape.nothing):
            used = tuple(dict.fromkeys((*used, *shape.rates.used)))
        if quick.every_visit or quick.services or used:
            services = tuple([line.service for line in shape.lines if line.service]) if quick.services else ()
            person.visits.append(Visit(sold.receipt, sold.day, shape.any_counts, sums, earned, used, services))

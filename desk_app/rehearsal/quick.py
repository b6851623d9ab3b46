"""A household's span of days lived anew the quick way: the same numbers as `living`, without a fact or a reason.

Lives that the quick way cannot follow are left to the engine; a test lives both and compares.
"""

from __future__ import annotations

from typing import Final

from desk_app.domain.days import NEVER, plus_days
from desk_app.domain.facts import Accrued, Adjusted, Fact, Joined, JoinedFamily, Redeemed, Warned
from desk_app.domain.lots import WARNING_REACH, Lot, last_good_day
from desk_app.domain.program import Usable
from desk_app.rehearsal.balance import HeldLot, NotPlain
from desk_app.rehearsal.draft import Draft, events_of
from desk_app.rehearsal.life import Life
from desk_app.rehearsal.living import eve, live
from desk_app.rehearsal.opening import LotTerms, Opening, is_still, opening_of
from desk_app.rehearsal.past import Household, Past, Sold, TakenBack
from desk_app.rehearsal.rows import Lived
from desk_app.rehearsal.rules import Rules
from desk_app.rehearsal.selling import sell
from desk_app.rehearsal.whole import Whole

_AT_ONCE: Final = Usable()


class Quick:
    """The quick way under one draft."""

    def __init__(self, past: Past, draft: Draft) -> None:
        self.past, self.draft = past, draft
        self.rules = Rules(past, draft)

    def opening(self, household: Household) -> Opening:
        """What the household has on the eve; where the draft puts its terms on units given before, under those."""
        if self.draft.override is None:
            return household.opening
        return opening_of(eve(household, self.draft, self.past.first))

    def live(self, household: Household) -> Lived:
        """Live a household's span through, by the engine where the quick way cannot follow."""
        if self.rules.possible and household.plain:
            opening = self.opening(household)
            try:
                if opening.still:
                    return lived(Life(self.rules, household, opening))
            except NotPlain:
                pass
        return live(self.past, household, self.draft)


def lived(life: Life) -> Lived:
    """The whole span of a household. Raises `NotPlain`."""
    rules, household = life.rules, life.household
    whole = Whole(life) if household.whole else None
    for event in events_of(rules.past, household, rules.draft) if rules.adds_units else household.events:
        if type(event) is Sold:
            if whole is not None and (event.receipt in household.returned or not event.is_plain):
                whole.sell(event)
            else:
                sell(life, event)
        elif type(event) is TakenBack:
            assert whole is not None
            whole.take_back(event)
        else:
            assert isinstance(event, Fact)
            _take(life, event)
    if whole is not None:
        whole.end()
    return _ended(life)


def _ended(life: Life) -> Lived:
    last = life.rules.past.last
    end = plus_days(last, 1)
    left: dict[str, int] = {}
    lapsed = over = 0
    for account in life.accounts.values():
        if account.watched:
            account.lapse(end)
        lapsed += account.lapsed
        for lot in account.lots:
            left[lot.who] = left.get(lot.who, 0) + lot.left
            if lot.good <= last:
                over += lot.left
    if len(left) > 1:
        left = dict(sorted(left.items()))
    return Lived(life.household.key, life.rows, left, lapsed, over, life.changed)


def _take(life: Life, fact: Fact) -> None:
    match fact:
        case Accrued():
            units = life.rules.units_of(fact.source)
            if units is None:
                raise NotPlain
            if units:
                life.give(life.person(fact.member), units, fact.day, life.now(fact.patient or fact.member))
        case Adjusted():
            _adjust(life, fact)
        case Redeemed():
            account = life.person(fact.member).account
            if account.watched:
                account.lapse(fact.day)
            if account.take(fact.units, fact.day) and life.household.returned:
                raise NotPlain  # what a bill gives back would pay for it
        case Warned():
            _warn(life, fact)
        case Joined():
            if fact.opening_units or fact.opening_spent or fact.opening_visits:
                raise NotPlain
            person = life.person(fact.member)
            if person.joined is None or fact.day < person.joined:
                person.joined = fact.day
        case JoinedFamily():
            _join_family(life, fact)


def _adjust(life: Life, fact: Adjusted) -> None:
    if life.rules.program.unit is None:
        return
    given = life.rules.draft.override or fact.terms
    if fact.units < 0 or not is_still(given):
        raise NotPlain
    person = life.person(fact.member)
    accrued = Accrued(fact.moment, fact.id, fact.member, fact.day, fact.units, "", _AT_ONCE, given, fact.version)
    good = last_good_day(Lot(accrued, 0, "", 0, given, person.joined))
    life.number += 1
    terms = LotTerms(given.warn_days, given.grace_days)
    person.account.add(HeldLot(good, life.number, fact.units, fact.day, None, life.now(fact.member), terms))


def _join_family(life: Life, fact: JoinedFamily) -> None:
    member = life.now(fact.member)
    person = life.person(member)
    if person.family == fact.family:
        return
    if person.family or person.account.lots or life.household.returned:
        raise NotPlain
    members = life.families.setdefault(fact.family, [])
    if member not in members:
        members.append(member)
    person.family = fact.family
    if life.rules.draft.pools:
        person.account = life.account(fact.family)


def _warn(life: Life, told: Warned) -> None:
    account = life.person(told.member).account
    for lot in account.lots:
        if lot.lapses is None and lot.good != NEVER and told.day >= plus_days(lot.good, -WARNING_REACH):
            lot.lapses = max(lot.good, plus_days(told.day, lot.terms.warn_days))
            account.watched = True

"""A bill in the quick way: the level, the shape of the bill at that level, what units pay of it, and what it earns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, cast

from desk_app.accounts import last_services, uses_by
from desk_app.domain.account import Visit
from desk_app.domain.bill import Bill
from desk_app.domain.conditions import Setting, is_time, unmet_by_person
from desk_app.domain.days import age_on, near_birthday
from desk_app.domain.history import reached_on
from desk_app.domain.levels import bands
from desk_app.domain.promotions import When
from desk_app.domain.redeeming import allowed_units
from desk_app.domain.spread import spread
from desk_app.domain.standing import Standing
from desk_app.rehearsal.balance import Balance
from desk_app.rehearsal.draft import groups_under
from desk_app.rehearsal.life import Life, Person
from desk_app.rehearsal.past import Sold
from desk_app.rehearsal.rates import earned as earned_by
from desk_app.rehearsal.rates import earned_in_bands, gets_to_earn
from desk_app.rehearsal.rows import Row
from desk_app.rehearsal.table import Shape


class _Asked(NamedTuple):
    """A wish to spend, as the engine's step reads it from a bill and a standing."""

    redeem: int | None
    proof: str
    ceiling: int | None
    may_redeem: bool
    redeemed_today: int


def sell(life: Life, sold: Sold) -> None:
    """Price a bill of nothing but lines, and let the life go on from it."""
    rules, buyer, day = life.rules, sold.buyer, sold.day
    person = life.people.get(buyer.patient) or life.person(buyer.patient)
    home = person if not rules.by_holder or buyer.holder == buyer.patient else life.person(buyer.holder)
    account = home.account
    if account.watched:
        account.lapse(day)
    visited_today = person.last == day
    value, index = _level(life, person, day)
    program, crossing = rules.program, rules.levels.crossing_bill
    groups: tuple[str, ...] = ()
    if program.groups and buyer.member and (buyer.groups or life.household.groups):
        groups = groups_under(program, life.household, sold)
    family = len(life.families.get(person.family, ())) if person.family else 0
    bonus = bool(rules.bonus_from) and family >= rules.bonus_from
    shapes = rules.shapes
    while True:
        held: tuple[int, ...] = ()
        # a promotion for none of its lines does nothing to a bill, which is then one of those without it
        if buyer.member and not rules.touched.isdisjoint(sold.lines):
            held = _held(life, sold, person, index, groups, visited_today)
        level = index if buyer.member else -1
        key = (level, groups, held, bonus, buyer.earns)
        table = shapes.tables.get(key) or shapes.table(*key)
        shape = table.shapes.get(sold.lines) or shapes.shape(sold.lines, table)
        units = 0
        money: Sequence[int] = shape.nothing
        if sold.wish.money != 0 and rules.worth and program.redeem is not None:
            units, money = _redeem(life, sold, shape, home, account)
        sums = _counted(shape, money) if units else shape.counted
        if units:
            earned = earned_by(table, shape, money, True, family)
        elif shape.earned is not None:
            earned = shape.earned
        else:
            earned = shape.earned = earned_by(table, shape, money, False, family)
        if crossing == "before":
            break
        added = _added(life, shape, sums, visited_today, earned)
        if crossing == "bands":
            if level >= 0 and program.earn is not None:
                cut = bands(rules.levels, value, added, index)
                if len(cut) > 1:
                    earned = earned_in_bands(table, shape, money, units > 0, family, cut)
            break
        reached = max(index, bisect_right(rules.starts, value + added) - 1)
        if reached == index or not buyer.member:
            break
        index = reached
    life.rows.append(Row(sold.receipt, level, shape.off, shape.nothing, money, units, earned))
    if not buyer.member and not units:
        return
    if life.remembers_all or (rules.limits_uses and (shape.used or shape.rates.used)):
        _remember(life, sold, person, shape, money, sums, earned)
    if person.account.moving:
        renew(person, day, shape.any_counts)
    if shape.any_counts:
        person.value += _added(life, shape, sums, visited_today, earned)
        if not visited_today:
            person.last = day
            person.days += 1
    if units:
        account.take(units, day)
    if earned:
        earner = buyer.patient
        if rules.earner != "patient":
            earner = buyer.payer if rules.earner == "payer" else buyer.holder
        target = person if earner == buyer.patient else life.person(earner)
        life.give(target, earned, day, buyer.patient, rules.delay)


def _added(life: Life, shape: Shape, sums: tuple[int, int, int], visited_today: bool, earned: int) -> int:
    """What a bill adds to the ladder's value."""
    basis = life.rules.levels.basis
    if basis == "spend":
        return sums[life.rules.column]
    if basis == "visits":
        return int(shape.any_counts and not visited_today)
    return earned


def _counted(shape: Shape, money: Sequence[int]) -> tuple[int, int, int]:
    """The counted sums after units paid so much of each line."""
    paid, before, listed = shape.counted
    return paid - sum([one for one, counts in zip(money, shape.counts, strict=True) if counts]), before, listed


def _level(life: Life, person: Person, day: date) -> tuple[int, int]:
    """The ladder's value before the bill, and the place on it."""
    rules = life.rules
    levels = rules.levels
    shared = life.families.get(person.family) if rules.of_account and person.family else None
    if rules.simple and (shared is None or levels.basis != "visits"):
        value = person.value if shared is None else sum([life.person(one).value for one in shared])
        return value, bisect_right(rules.starts, value) - 1
    visits = person.visits if shared is None else [v for one in shared for v in life.person(one).visits]
    state = reached_on(levels, visits, person.joined, day)
    value = {"spend": state.spent, "visits": state.visits, "units_earned": state.units_earned}[levels.basis]
    return value, max(bisect_right(rules.starts, value) - 1, state.kept)


# promotions that hold


def _held(
    life: Life, sold: Sold, person: Person, index: int, groups: tuple[str, ...], visited_today: bool
) -> tuple[int, ...]:
    """Places of the promotions for lines on the bill whose conditions on time and person hold."""
    held, setting = [], None
    for one in life.rules.conditional:
        if one.touches.isdisjoint(sold.lines):
            continue
        if one.is_free:
            held.append(one.place)
            continue
        when = one.when
        if (when.coupon and one.code not in sold.wish.coupons) or (one.is_timed and not is_time(when, sold.at)):
            continue
        if when.branches and sold.branch not in when.branches:
            continue
        if one.asks_person:
            if _is_out(when, sold, person, life.rules.codes[index]):
                continue
            if setting is None:
                setting = _setting(life, sold, person, index, groups, visited_today)
            if unmet_by_person(when, one.code, setting) is not None:
                continue
        held.append(one.place)
    return tuple(held)


def _is_out(when: When, sold: Sold, person: Person, level: str) -> bool:
    """Whether a condition that few meet fails: most bills need not be put before the engine's question."""
    if when.levels and level not in when.levels:
        return True
    birth = sold.buyer.birth
    if when.birthday and (birth is None or not near_birthday(sold.day, birth, *when.birthday)):
        return True
    wanted = when.after_services
    return bool(wanted) and all(wanted.isdisjoint(visit.services) for visit in person.visits)


def _setting(
    life: Life, sold: Sold, person: Person, index: int, groups: tuple[str, ...], visited_today: bool
) -> Setting:
    rules, buyer = life.rules, sold.buyer
    standing = Standing(
        birth_date=buyer.birth, groups=groups, segments=buyer.segments,
        uses=uses_by(rules.program, (), person.visits, sold.day), services=last_services(person.visits),
    )  # fmt: skip
    bill = Bill("", buyer.patient, sold.at, (), branch=sold.branch, coupons=sold.wish.coupons)
    makes_visit = visited_today or rules.shapes.counts_of(sold.lines)
    number = person.days - visited_today + 1 if makes_visit else None
    return Setting(rules.program, bill, standing, rules.codes[index], number)


# units


def _redeem(life: Life, sold: Sold, shape: Shape, home: Person, account: Balance) -> tuple[int, Sequence[int]]:
    """Units spent, and the money they pay of each line."""
    rules, wish = life.rules, sold.wish
    program, worth = rules.program, rules.worth
    asked = None if wish.money is None else wish.money // worth
    if asked == 0:
        return 0, shape.nothing
    usable = account.usable(sold.day)
    if not usable:
        return 0, shape.nothing
    pools = rules.shapes.pools(shape)
    today = account.spent if account.spent_on == sold.day else 0
    asks = _Asked(asked, wish.proof, wish.ceiling, may_redeem(life, sold, home), today)
    redeem = program.redeem
    assert redeem is not None
    units = allowed_units(program, redeem, cast("Bill", asks), cast("Standing", asks), usable, 0,
                          shape.capacity // worth, [])  # fmt: skip
    if units <= 0:
        return 0, shape.nothing
    money = [0] * len(shape.lines)
    parts: Sequence[int] = (units * worth,)
    if len(pools) > 1:
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


def may_redeem(life: Life, sold: Sold, home: Person) -> bool:
    """Whether the one who spends may spend from that account, a family's perhaps."""
    family = life.rules.program.family
    if family is None or not home.family or family.redeem == "any":
        return True
    who = sold.buyer.holder if life.rules.by_holder else sold.buyer.patient
    if family.redeem == "owner":
        members = life.families.get(home.family, [])
        return bool(members) and members[0] == who
    birth = life.household.births.get(who)
    return birth is None or age_on(sold.day, birth) >= 18


# the visit


def renew(person: Person, day: date, counts: bool) -> None:
    """A visit renews the lots that go by the last one; what lapsed before it is not renewed."""
    account = person.account
    if account.watched:
        account.lapse(day)
    account.renew(day, counts)


def _remember(
    life: Life, sold: Sold, person: Person, shape: Shape, money: Sequence[int], sums: tuple[int, int, int], earned: int
) -> None:
    """Keep the visit, where some condition or the ladder may ask for it."""
    used, of_rates = shape.used, shape.rates.used
    if of_rates and gets_to_earn(life.rules.program, shape, money, money is not shape.nothing):
        used = tuple(dict.fromkeys((*used, *of_rates)))
    services = tuple([line.service for line in shape.lines if line.service]) if life.remembers_all else ()
    person.visits.append(Visit(sold.receipt, sold.day, shape.any_counts, sums, earned, used, services))

"""Every difference of two versions of a program, key by key: where, from what to what, and for whom it is better.

A difference is *worse* as soon as one patient could lose by it, *better* when some gain and none lose, *neutral* when
no patient feels it. Anything worse obeys the notice of the old version (spec: program, Versions).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final, Literal

from desk_app.domain.days import Period, period_text
from desk_app.domain.program import (
    Category,
    CategoryRates,
    EarnRate,
    Effect,
    Group,
    Perk,
    Program,
    Promotion,
    Reward,
    Step,
    Usable,
    When,
)

Class = Literal["better", "worse", "neutral"]
#: How a value is said: a kind of the sentences, and its value; ("none", "") is nothing at all.
Value = tuple[str, str | int]
NOTHING: Final[Value] = ("none", "")


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that differs. `key` names what it is ("levels.steps.earn"), `of` what it belongs to ("silver"…)."""

    key: str
    place: str
    kind: Class
    before: Value
    after: Value
    of: tuple[tuple[str, str], ...] = ()


def differences(old: Program, new: Program) -> tuple[Difference, ...]:
    """Every difference, in the order of the document; none for two equal programs."""
    return tuple(_Comparison(old, new).all())


# how values compare: positive when the second is better for a patient, negative when worse, None when one may lose

Sign = int | None
Compare = Callable[[Any, Any], Sign]


def _higher(old: Any, new: Any) -> Sign:
    return int(new > old) - int(new < old)


def _lower(old: Any, new: Any) -> Sign:
    return -(_higher(old, new) or 0)


def _unlimited(old: int, new: int) -> Sign:
    """More is better and 0 is no limit."""
    return _higher(old or 1 << 62, new or 1 << 62)


def _neutral(old: Any, new: Any) -> Sign:
    return 0


def _any_change(old: Any, new: Any) -> Sign:
    return None


def _ranked(*best_last: str) -> Compare:
    def compare(old: str, new: str) -> Sign:
        return _higher(best_last.index(old), best_last.index(new))

    return compare


def _longer(old: Period | None, new: Period | None) -> Sign:
    """None is for ever. Months against days are compared by the shortest and the longest such months."""
    if old is None or new is None:
        return _higher(old is None, new is None)
    first, second = _span(old), _span(new)
    if first[1] <= second[0]:
        return 1
    return -1 if second[1] <= first[0] else None


def _shorter(old: Period | None, new: Period | None) -> Sign:
    sign = _longer(old, new)
    return None if sign is None else -sign


def _span(period: Period) -> tuple[Fraction, Fraction]:
    if period.kind == "days":
        return Fraction(period.count), Fraction(period.count)
    exact = Fraction(period.count * 3652425, 120000)
    return exact - 2, exact + 2


def _fewer(old: frozenset[str], new: frozenset[str]) -> Sign:
    """A list of what is shut out: a part of the old one is better."""
    return 1 if new < old else -1 if new > old else None


def _wider(old: frozenset[str], new: frozenset[str]) -> Sign:
    return _fewer(new, old)


def _looser(old: frozenset[Any], new: frozenset[Any]) -> Sign:
    """A condition by a list: an empty one restricts nothing."""
    if not new or not old:
        return 1 if not new else -1
    return 1 if new > old else -1 if new < old else None


def _none_best(old: Any, new: Any) -> Sign:
    if old is None or new is None:
        return 1 if new is None else -1
    return _higher(old, new)


# how values are said


def _percent(value: Fraction | None) -> Value:
    return NOTHING if value is None else ("percent", str(value))


def _money(value: int | None) -> Value:
    return NOTHING if value is None else ("money", value)


def _money_or_none(value: int) -> Value:
    return ("money", value) if value else NOTHING


def _units(value: int) -> Value:
    return ("units", value) if value else NOTHING


def _count(value: int) -> Value:
    return ("number", value) if value else NOTHING


def _days(value: int) -> Value:
    return ("days", value)


def _period(value: Period | None) -> Value:
    return NOTHING if value is None else ("period", period_text(value))


def _flag(value: bool) -> Value:
    return "flag", int(value)


def _choice(value: object) -> Value:
    return "choice", str(value)


def _text(value: Any) -> Value:
    return ("text", f"{value.ru}|{value.en}") if hasattr(value, "ru") else ("plain", str(value)) if value else NOTHING


def _list(kind: str) -> Callable[[frozenset[str]], Value]:
    return lambda value: (kind, ",".join(sorted(value))) if value else NOTHING


def _day(value: date | None) -> Value:
    return ("date", value.isoformat()) if value else NOTHING


def _rate(rate: EarnRate | None) -> Value:
    if rate is None:
        return NOTHING
    if rate.percent is not None:
        return _percent(rate.percent)
    return "rate/full" if rate.full else "rate", f"{rate.units}/{rate.per}"


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of a table: how to read it, how to compare it, how to say it."""

    name: str
    read: Callable[[Any], Any]
    better: Compare
    said: Callable[[Any], Value]


def _key(name: str, better: Compare, said: Callable[[Any], Value], attribute: str = "") -> _Key:
    return _Key(name, lambda table: getattr(table, attribute or name.rpartition(".")[2]), better, said)


_PROGRAM: Final = (_key("name", _neutral, _text), _key("currency", _any_change, _text),
                   _key("timezone", _neutral, _text))  # fmt: skip
_ORGANIZER: Final = tuple(
    _key(f"organizer.{name}", _neutral, _text)
    for name in ("name", "tax_id", "registration_id", "licence", "rules_url", "phone", "address")
)
_UNIT: Final = (_key("unit.kind", _neutral, _choice), _key("unit.name", _neutral, _text),
                _key("unit.value", _higher, _money, "worth"), _key("unit.precision", _higher, _count))  # fmt: skip
_CATEGORY: Final = (
    _key("categories.name", _neutral, _text), _key("categories.earns", _higher, _flag),
    _key("categories.redeems", _higher, _flag), _key("categories.discounts", _higher, _flag),
    _key("categories.counts_for_level", _higher, _flag), _key("categories.max_discount", _none_best, _percent),
    _key("categories.indicated_only", _lower, _flag),
)  # fmt: skip
_LEVELS: Final = (
    _key("levels.basis", _any_change, _choice),
    _key("levels.counts", _ranked("paid", "before_units", "list_price"), _choice),
    _key("levels.crossing_bill", _ranked("before", "bands", "after"), _choice),
    _key("levels.owner", _ranked("patient", "account"), _choice),
    _key("levels.idle_reset", _longer, _period), _key("levels.drop_notice_days", _higher, _days),
)  # fmt: skip
_STEP: Final = (_key("levels.steps.name", _neutral, _text), _key("levels.steps.discount", _higher, _percent))
_EARN: Final = (
    _key("earn.on_bill_with_units", _ranked("nothing", "money_part", "whole_bill"), _choice),
    _key("earn.on_discounted_lines", _higher, _flag), _key("earn.rounding", _ranked("down", "half_up", "up"), _choice),
    _key("earn.round_per", _any_change, _choice), _key("earn.owner", _any_change, _choice),
    _key("earn.payers", _wider, _list("payers")), _key("earn.min_bill", _lower, _money_or_none),
    _key("earn.min_bill_base", _ranked("paid", "after_discounts", "list_price"), _choice),
    _key("earn.max_per_bill", _unlimited, _units), _key("earn.excluded_services", _fewer, _list("services")),
)  # fmt: skip
_REDEEM: Final = (
    _key("redeem.owner", _any_change, _choice), _key("redeem.max_share", _higher, _percent),
    _key("redeem.base", _ranked("each_line", "eligible_lines", "bill"), _choice),
    _key("redeem.on_discounted_lines", _higher, _flag), _key("redeem.multiple_of", _lower, _units),
    _key("redeem.min_balance", _lower, _units), _key("redeem.keep_balance", _lower, _units),
    _key("redeem.max_per_bill", _unlimited, _units), _key("redeem.max_per_day", _unlimited, _units),
    _key("redeem.payers", _wider, _list("payers")), _key("redeem.excluded_services", _fewer, _list("services")),
    _key("redeem.leave_at_least", _lower, _money_or_none),
)  # fmt: skip
_EXPIRY: Final = (
    _key("expiry.starts", _ranked("receipt", "usable"), _choice),
    _key("expiry.renewed_by", _ranked("paid_visit", "any_visit"), _choice),
    _key("expiry.calendar_share", _lower, _percent), _key("expiry.warn_days", _higher, _days),
    _key("expiry.grace_days", _higher, _days),
)  # fmt: skip
_STACKING: Final = (
    _key("stacking.order", _ranked("declared", "best_for_patient"), _choice),
    _key("stacking.max_total_discount", _higher, _percent),
    _key("stacking.excluded_services", _fewer, _list("services")),
)  # fmt: skip
_GROUP: Final = (_key("groups.name", _neutral, _text), _key("groups.document", _any_change, _text),
                 _key("groups.valid", _longer, _period), _key("groups.discount", _higher, _percent))  # fmt: skip
_WHEN: Final = (
    _key("promotions.when.from", lambda old, new: _lower(old or date.min, new or date.min), _day, "first_day"),
    _key("promotions.when.to", lambda old, new: _higher(old or date.max, new or date.max), _day, "last_day"),
    _key("promotions.when.weekdays", _looser, lambda value: _list("weekdays")(frozenset(map(str, value)))),
    _key("promotions.when.categories", _looser, _list("categories")),
    _key("promotions.when.services", _looser, _list("services")),
    _key("promotions.when.branches", _looser, _list("plain")), _key("promotions.when.levels", _looser, _list("levels")),
    _key("promotions.when.groups", _looser, _list("groups")), _key("promotions.when.payers", _looser, _list("payers")),
    _key("promotions.when.min_bill", _lower, _money_or_none), _key("promotions.when.min_quantity", _lower, _count),
    _key("promotions.when.coupon", _lower, _flag), _key("promotions.when.first_visit", _lower, _flag),
    _key("promotions.when.uses_per_patient", _unlimited, _count),
    _key("promotions.when.uses_total", _unlimited, _count),
)  # fmt: skip
_REWARD: Final = (
    _key("rewards.name", _neutral, _text), _key("rewards.cost", _lower, _units),
    _key("rewards.stock", _unlimited, _count), _key("rewards.not_tried_yet", _lower, _flag),
)  # fmt: skip
_EVENTS: Final = tuple(
    _key(f"events.{name}", _higher, _units) for name in ("welcome", "birthday", "survey_answered", "plan_completed")
)
_REFERRAL: Final = (
    _key("events.referral.referrer", _higher, _units), _key("events.referral.friend", _higher, _units),
    _key("events.referral.min_bill", _lower, _money_or_none), _key("events.referral.per_year", _unlimited, _count),
)  # fmt: skip
_FAMILY: Final = (
    _key("family.min_members", _lower, _count), _key("family.max_members", _unlimited, _count),
    _key("family.balance", _any_change, _choice), _key("family.redeem", _ranked("owner", "any_adult", "any"), _choice),
    _key("family.earn_bonus_percent", _higher, _percent),
)  # fmt: skip
_RETURNS: Final = (
    _key("returns.shortfall", _ranked("withhold", "debt", "forgive"), _choice),
    _key("returns.used_part", _ranked("at_list_price", "at_paid_price"), _choice),
)
_LIMITS: Final = (
    _key("limits.manual_units", _neutral, _units), _key("limits.manual_discount", _neutral, _percent),
    _key("limits.redeem_proof_over", _unlimited, _units), _key("limits.offline_redeem", _higher, _units),
    _key("limits.self_service", _higher, _flag), _key("limits.apology.units", _neutral, _units, "apology_units"),
    _key("limits.apology.per_employee_month", _neutral, _count, "apology_per_employee_month"),
)  # fmt: skip
_NOTICE: Final = (
    _key("notice.worsening_days", _higher, _days), _key("notice.wind_down_days", _higher, _days),
    _key("notice.leaving_days", _higher, _days), _key("notice.keep_old_terms", _higher, _flag),
)  # fmt: skip


class _Comparison:
    """Two programs side by side."""

    def __init__(self, old: Program, new: Program) -> None:
        self.old, self.new = old, new

    def all(self) -> Iterator[Difference]:
        """Every table of the document in its order."""
        old, new = self.old, self.new
        yield from _keys(_PROGRAM, old, new)
        yield from _keys(_ORGANIZER, old.organizer, new.organizer)
        yield from self._table("unit", old.unit, new.unit, _UNIT)
        yield from self._categories()
        yield from self._levels()
        yield from self._table("earn", old.earn, new.earn, _EARN)
        if old.earn and new.earn:
            yield from _one(
                "earn.usable", old.earn.usable, new.earn.usable, _sooner, lambda one: ("usable", one.text())
            )
        yield from self._table("redeem", old.redeem, new.redeem, _REDEEM)
        yield from self._expiry()
        yield from _keys(_STACKING, old.stacking, new.stacking)
        yield from self._groups()
        yield from self._promotions()
        yield from self._rewards()
        yield from _keys(_EVENTS, old.events, new.events)
        yield from self._table("events.referral", old.events.referral, new.events.referral, _REFERRAL)
        yield from self._table("family", old.family, new.family, _FAMILY)
        yield from _keys(_RETURNS, old.returns, new.returns)
        yield from _keys(_LIMITS, old.limits, new.limits)
        yield from _keys(_NOTICE, old.notice, new.notice)

    def _table(self, name: str, old: Any, new: Any, keys: Sequence[_Key]) -> Iterator[Difference]:
        """A table that may be left out; there or not is one difference."""
        if old is None or new is None:
            if old is not new:
                kind: Class = "better" if old is None and name in _GIVING else "worse"
                yield Difference(name, name, kind, _flag(old is not None), _flag(new is not None))
            return
        yield from _keys(keys, old, new)

    def _categories(self) -> Iterator[Difference]:
        for code, old, new in _pairs(self.old.categories, self.new.categories):
            of, place = (("category", code),), f"categories[{code}]"
            if old is None or new is None:
                # a kind of service that is no longer named takes part in everything, so it is no loss
                yield Difference(
                    "categories", place, "neutral" if old is None else "worse", _named(old), _named(new), of
                )
                continue
            yield from _keys(_CATEGORY, old, new, place, of)
            yield from _one(
                "categories.max_redeem", old.max_redeem, new.max_redeem,
                lambda one, other: _higher(_share(self.old, one), _share(self.new, other)), _percent, place, of,
            )  # fmt: skip

    def _levels(self) -> Iterator[Difference]:
        old, new = self.old.levels, self.new.levels
        yield from _keys(_LEVELS, old, new)
        yield from _one("levels.window", old.window, new.window, _wider_window,
                        lambda one: ("window", period_text(one.period) if one.period else one.kind))  # fmt: skip
        yield from _one("levels.keep", old.keep, new.keep, _kept_longer,
                        lambda one: ("keep", period_text(one.period) if one.period else one.kind))  # fmt: skip
        before, after = ({step.code: step for step in levels.steps} for levels in (old, new))
        for code, one, other in _pairs(before, after):
            of, place = (("level", code),), f"levels.steps[{code}]"
            if one is None or other is None:
                kind = _step_kind(old.steps if other is None else new.steps, code, gone=other is None)
                yield Difference("levels.steps", place, kind, _named(one), _named(other), of)
                continue
            yield from self._step(one, other, place, of)

    def _step(self, old: Step, new: Step, place: str, of: tuple[tuple[str, str], ...]) -> Iterator[Difference]:
        start: Callable[[int], Value] = {"spend": lambda one: ("money", one), "visits": lambda one: ("number", one),
                                         "units_earned": lambda one: ("units", one)}[self.new.levels.basis]  # fmt: skip
        yield from _one("levels.steps.from", old.start, new.start, _lower, start, place, of)
        yield from _keys(_STEP, old, new, place, of)
        yield from _one("levels.steps.earn", old.earn, new.earn, _more, _rate, place, of)
        empty = CategoryRates()
        for code in dict.fromkeys((*old.by_category, *new.by_category)):
            one, other = old.by_category.get(code, empty), new.by_category.get(code, empty)
            inner, whose = f"{place}.by_category.{code}", (*of, ("category", code))
            if one.earn != other.earn:
                sign = _more(old.rate(code), new.rate(code))
                yield _said("levels.steps.by_category.earn", sign, _rate(one.earn), _rate(other.earn), inner, whose)
            if one.discount != other.discount:
                sign = _higher(old.discount_for(code), new.discount_for(code))
                yield _said("levels.steps.by_category.discount", sign, _percent(one.discount), _percent(other.discount),
                            inner, whose)  # fmt: skip
        perks = ({perk.code: perk for perk in step.perks} for step in (old, new))
        for code, was, now in _pairs(*perks):
            perk_place = f"{place}.perks[{code}]"
            if was is None or now is None:
                kind: Class = "better" if was is None else "worse"
                yield Difference("levels.steps.perks", perk_place, kind, _named(was), _named(now), of)
            elif was != now:
                sign = _unlimited(was.per_year, now.per_year) if was.per_year != now.per_year else 0
                yield _said("levels.steps.perks.per_year", sign, _perk(was), _perk(now), perk_place, of)

    def _expiry(self) -> Iterator[Difference]:
        old, new = self.old.expiry, self.new.expiry
        yield from self._table("expiry", old, new, ())
        if old is None or new is None:
            return
        if old.clock != new.clock:
            # terms of one clock mean nothing under another: the change of the clock says it all
            kind: Class = "better" if new.clock == "never" else "worse"
            yield Difference("expiry.clock", "expiry.clock", kind, _clock(old), _clock(new))
            yield from _keys(_EXPIRY[3:], old, new)
            return
        yield from _one("expiry.period", old.period, new.period, _longer, _period)
        days = [(one.calendar_month, one.calendar_day) for one in (old, new)]
        yield from _one("expiry.calendar_day", days[0], days[1], _any_change,
                        lambda one: ("plain", f"{one[1]:02}.{one[0]:02}"))  # fmt: skip
        yield from _keys(_EXPIRY, old, new)

    def _groups(self) -> Iterator[Difference]:
        before, after = ({group.code: group for group in one.groups} for one in (self.old, self.new))
        for code, old, new in _pairs(before, after):
            of, place = (("group", code),), f"groups[{code}]"
            if old is None or new is None:
                yield Difference("groups", place, "better" if old is None else "worse", _named(old), _named(new), of)
                continue
            yield from _keys(_GROUP, old, new, place, of)
            for category in dict.fromkeys((*old.by_category, *new.by_category)):
                one, other = old.by_category.get(category), new.by_category.get(category)
                if one != other:
                    sign = _higher(old.discount_for(category), new.discount_for(category))
                    yield _said("groups.by_category", sign, _percent(one), _percent(other),
                                f"{place}.by_category.{category}", (*of, ("category", category)))  # fmt: skip

    def _promotions(self) -> Iterator[Difference]:
        before, after = ({promotion.code: promotion for promotion in one.promotions} for one in (self.old, self.new))
        for code, old, new in _pairs(before, after):
            of, place = (("promotion", code),), f"promotions[{code}]"
            if old is None or new is None:
                yield Difference(
                    "promotions", place, "better" if old is None else "worse", _named(old), _named(new), of
                )
                continue
            yield from _one("promotions.name", old.name, new.name, _neutral, _text, place, of)
            yield from _one("promotions.effect", old.effect, new.effect, _stronger, _effect, place, of)
            yield from _one("promotions.combine", old.combine, new.combine, _ranked("exclusive", "best", "on_top"),
                            _choice, place, of)  # fmt: skip
            yield from _one("promotions.max_amount", old.max_amount, new.max_amount, _none_best, _money, place, of)
            yield from self._when(old.when, new.when, f"{place}.when", of)

    def _when(self, old: When, new: When, place: str, of: tuple[tuple[str, str], ...]) -> Iterator[Difference]:
        yield from _keys(_WHEN, old, new, place, of)
        yield from _one("promotions.when.hours", old.hours, new.hours, _wider_hours, _hours, place, of)
        yield from _one("promotions.when.segment", old.segment, new.segment,
                        lambda one, other: 1 if not other else -1 if not one else None, _text, place, of)  # fmt: skip
        yield from _one("promotions.when.with_services", old.with_services, new.with_services, _fewer,
                        _list("services"), place, of)  # fmt: skip
        before, after = ((one.after_services, one.after_days) for one in (old, new))
        yield from _one("promotions.when.after_services", before, after, _after, _after_said, place, of)
        yield from _one("promotions.when.nth_visit", old.nth_visit, new.nth_visit,
                        lambda one, other: 1 if not other else -1 if not one else None, _count, place, of)  # fmt: skip
        yield from _one("promotions.when.birthday", old.birthday, new.birthday, _wider_birthday, _birthday, place, of)
        yield from _one("promotions.when.uses_per_period", old.uses_per_period, new.uses_per_period, _more_uses,
                        _uses, place, of)  # fmt: skip

    def _rewards(self) -> Iterator[Difference]:
        before, after = ({reward.code: reward for reward in one.rewards} for one in (self.old, self.new))
        for code, old, new in _pairs(before, after):
            of, place = (("reward", code),), f"rewards[{code}]"
            if old is None or new is None:
                yield Difference("rewards", place, "better" if old is None else "worse", _named(old), _named(new), of)
                continue
            yield from _keys(_REWARD, old, new, place, of)
            gave, gives = ((one.service, one.amount, one.percent) for one in (old, new))
            yield from _one("rewards.gives", gave, gives, _reward_gives, _reward_said, place, of)


#: Tables that give something by being there.
_GIVING: Final = ("unit", "earn", "redeem", "events.referral", "family")


def _keys(
    keys: Sequence[_Key], old: Any, new: Any, place: str = "", of: tuple[tuple[str, str], ...] = ()
) -> Iterator[Difference]:
    for key in keys:
        yield from _one(key.name, key.read(old), key.read(new), key.better, key.said, place, of)


def _one(
    key: str, old: Any, new: Any, better: Compare, said: Callable[[Any], Value], place: str = "",
    of: tuple[tuple[str, str], ...] = (),
) -> Iterator[Difference]:  # fmt: skip
    if old == new:
        return
    where = f"{place}.{key.rpartition('.')[2]}" if place else key
    neutral = better is _neutral
    sign = better(old, new)
    yield _said(key, 0 if neutral else sign, said(old), said(new), where, of)


def _said(key: str, sign: Sign, old: Value, new: Value, place: str, of: tuple[tuple[str, str], ...]) -> Difference:
    kind: Class = "worse" if sign is None or sign < 0 else "better" if sign else "neutral"
    return Difference(key, place, kind, old, new, of)


def _pairs(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for code in dict.fromkeys((*old, *new)):
        yield code, old.get(code), new.get(code)


def _named(one: Category | Step | Group | Promotion | Reward | Perk | None) -> Value:
    return NOTHING if one is None else _text(one.name)


def _perk(perk: Perk) -> Value:
    return "perk", f"{perk.per_year}|{perk.name.ru}|{perk.name.en}"


def _share(program: Program, own: Fraction | None) -> Fraction:
    if own is not None:
        return own
    return program.redeem.max_share if program.redeem else Fraction(0)


def _more(old: EarnRate | None, new: EarnRate | None) -> Sign:
    """Earning rates; a percent against units by money cannot be told for every bill."""
    if old is None or new is None:
        return 1 if old is None else -1
    if (old.percent is None) != (new.percent is None):
        return None
    if old.percent is not None and new.percent is not None:
        return _higher(old.percent, new.percent)
    first, second = Fraction(old.units, old.per), Fraction(new.units, new.per)
    if old.full == new.full and (not old.full or old.per == new.per):
        return _higher(first, second)
    # whole steps lose a rest: only against proportional ones of at least that rate is nobody worse off
    if old.full and not new.full and second >= first:
        return 1
    return -1 if new.full and not old.full and second <= first else None


def _sooner(old: Usable, new: Usable) -> Sign:
    def days(one: Usable) -> int | None:
        return None if one.kind == "visit" else one.count if one.kind == "days" else 0

    first, second = days(old), days(new)
    if first is not None and second is not None:
        return _lower(first, second)
    if first is None and second is None:
        return _lower(old.count, new.count)
    return 1 if second == 0 else -1 if first == 0 else None


def _wider_window(old: Any, new: Any) -> Sign:
    if new.kind == "lifetime":
        return 1
    if old.kind == "lifetime":
        return -1
    if old.kind == new.kind == "period":
        return _longer(old.period, new.period)
    return None


def _kept_longer(old: Any, new: Any) -> Sign:
    if new.kind == "forever":
        return 1
    if old.kind == "forever":
        return -1
    if old.kind == new.kind == "period":
        return _longer(old.period, new.period)
    return None


def _step_kind(steps: Sequence[Step], code: str, *, gone: bool) -> Class:
    """A step that gives more than the one below it is a gain where it comes, and a loss where it goes."""
    place = next(i for i, step in enumerate(steps) if step.code == code)
    if place == 0:
        return "worse"
    step, below = steps[place], steps[place - 1]
    signs = [_more(below.earn, step.earn) if below.earn != step.earn else 0, _higher(below.discount, step.discount)]
    for category in {*step.by_category, *below.by_category}:
        one, other = below.rate(category), step.rate(category)
        signs += [_more(one, other) if one != other else 0,
                  _higher(below.discount_for(category), step.discount_for(category))]  # fmt: skip
    if any(sign is None for sign in signs) or (
        min(filter(None, signs), default=0) < 0 < max(filter(None, signs), default=0)
    ):
        return "worse"
    total = sum(sign or 0 for sign in signs) * (-1 if gone else 1)
    return "better" if total > 0 else "worse" if total < 0 else "neutral"


def _clock(expiry: Any) -> Value:
    return f"clock/{expiry.clock}", period_text(expiry.period) if expiry.period else ""


def _stronger(old: Effect, new: Effect) -> Sign:
    if old.kind != new.kind:
        return None
    match old.kind:
        case "percent" | "cheapest_percent":
            return _higher(old.percent, new.percent)
        case "amount":
            return _higher(old.amount, new.amount)
        case "price":
            return _lower(old.amount, new.amount)
        case "units":
            return _higher(old.units, new.units)
        case "multiply_units":
            return _higher(old.factor, new.factor)
        case "steps":
            points = {start for start, _ in (*old.steps, *new.steps)}
            signs = {_higher(_at(old, point), _at(new, point)) for point in points}
            return 1 if signs <= {0, 1} else -1 if signs <= {0, -1} else None
        case _:
            return None


def _at(effect: Effect, money: int) -> Fraction:
    return max((percent for start, percent in effect.steps if start <= money), default=Fraction(0))


def _effect(effect: Effect) -> Value:
    match effect.kind:
        case "percent" | "cheapest_percent":
            return f"effect/{effect.kind}", str(effect.percent)
        case "amount" | "price":
            return f"effect/{effect.kind}", effect.amount
        case "units":
            return f"effect/{effect.kind}", effect.units
        case "multiply_units":
            return f"effect/{effect.kind}", str(effect.factor)
        case "free_service":
            return f"effect/{effect.kind}", effect.service
        case "buy":
            return f"effect/{effect.kind}", f"{effect.paid}/{effect.free}"
        case "steps":
            return f"effect/{effect.kind}", ",".join(f"{start}:{percent}" for start, percent in effect.steps)


def _wider_hours(old: tuple[int, int] | None, new: tuple[int, int] | None) -> Sign:
    first, second = _minutes(old), _minutes(new)
    return 1 if first < second else -1 if first > second else None


def _minutes(hours: tuple[int, int] | None) -> frozenset[int]:
    if hours is None:
        return frozenset(range(24 * 60))
    start, end = hours
    return frozenset(range(start, end + 1) if start <= end else (*range(start, 24 * 60), *range(end + 1)))


def _hours(hours: tuple[int, int] | None) -> Value:
    return NOTHING if hours is None else ("hours", f"{hours[0]}-{hours[1]}")


def _after(old: tuple[frozenset[str], int], new: tuple[frozenset[str], int]) -> Sign:
    if not new[0] or not old[0]:
        return 1 if not new[0] else -1
    signs = {_looser(old[0], new[0]) if old[0] != new[0] else 0, _unlimited(old[1], new[1])}
    return None if None in signs or {1, -1} <= signs else 1 if 1 in signs else -1


def _after_said(value: tuple[frozenset[str], int]) -> Value:
    return ("after", f"{value[1]}:{','.join(sorted(value[0]))}") if value[0] else NOTHING


def _wider_birthday(old: tuple[int, int] | None, new: tuple[int, int] | None) -> Sign:
    if old is None or new is None:
        return 1 if new is None else -1
    signs = {_higher(old[0], new[0]), _higher(old[1], new[1])}
    return None if {1, -1} <= signs else 1 if 1 in signs else -1


def _birthday(value: tuple[int, int] | None) -> Value:
    return NOTHING if value is None else ("birthday", f"{value[0]}/{value[1]}")


def _more_uses(old: Any, new: Any) -> Sign:
    if old is None or new is None:
        return 1 if new is None else -1
    if old.period == new.period:
        return _higher(old.count, new.count)
    if old.count == new.count and old.period and new.period:
        return _shorter(old.period, new.period)
    return None


def _uses(value: Any) -> Value:
    if value is None:
        return NOTHING
    return "uses", f"{value.count}:{period_text(value.period) if value.period else ''}"


def _reward_gives(old: tuple[str, int, Fraction], new: tuple[str, int, Fraction]) -> Sign:
    if old[0] or new[0] or bool(old[1]) != bool(new[1]):
        return None
    return _higher((old[1], old[2]), (new[1], new[2]))


def _reward_said(value: tuple[str, int, Fraction]) -> Value:
    service, amount, percent = value
    return ("services", service) if service else ("money", amount) if amount else ("percent", str(percent))

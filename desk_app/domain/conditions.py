"""When a promotion holds: the conditions of time, person and content, each with a name for the reason why not.

Source: spec: program, promotions.when; spec: engine, Amounts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from desk_app.domain.bill import Bill, Line
from desk_app.domain.days import near_birthday, plus_days
from desk_app.domain.program import OWN_PAYERS, Category, Earn, Program, Redeem
from desk_app.domain.promotions import Promotion, When
from desk_app.domain.quote import Param, Reason
from desk_app.domain.reasons import reason
from desk_app.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Setting:
    """What conditions are read against: the bill, who it is for, the level in force, the number of the visit.

    `visit` is None when the bill makes no visit (no line that counts, and none today).
    """

    program: Program
    bill: Bill
    standing: Standing
    level: str
    visit: int | None
    listed: Mapping[str, int] = field(init=False)  #: list price by payer, summed once for all promotions

    def __post_init__(self) -> None:
        listed: dict[str, int] = {}
        for line in self.bill.lines:
            listed[line.payer] = listed.get(line.payer, 0) + line.price * line.quantity
        object.__setattr__(self, "listed", listed)


@dataclass(slots=True)
class Places:
    """The lines that a step of the quote is open for, by kind, and which of them promotions may touch."""

    open: tuple[int, ...]
    lines: Sequence[Line]
    kinds: dict[tuple[str, str | None], list[int]] = field(default_factory=dict)
    found: dict[tuple[frozenset[str], frozenset[str]], tuple[int, ...]] = field(default_factory=dict)

    @staticmethod
    def of(program: Program, places: Iterable[int], lines: Sequence[Line]) -> Places:
        """The lines in these places.

        Those of an `indicated_only` category (urgent care, prescribed medicines) are of no kind: no promotion may
        target them.
        """
        out = Places(tuple(places), lines)
        for i in out.open:
            line = lines[i]
            out.kinds.setdefault((line.payer, line.category), []).append(i)
        for kind in [kind for kind in out.kinds if program.category(kind[1]).indicated_only]:
            del out.kinds[kind]
        return out

    def targets(self, when: When) -> tuple[int, ...]:
        """Which of them have the promotion's services, categories and payers."""
        wanted = (when.payers or OWN_PAYERS, when.categories)
        places = self.found.get(wanted)
        if places is None:
            payers, categories = wanted
            chosen = [
                i for (payer, category), places in self.kinds.items()
                if payer in payers and (not categories or category in categories) for i in places
            ]  # fmt: skip
            places = self.found[wanted] = tuple(sorted(chosen))
        if when.services:
            return tuple([i for i in places if self.lines[i].service in when.services])
        return places


@dataclass(frozen=True, slots=True)
class Unmet:
    """A condition that does not hold, and whether others may be told of the promotion at all."""

    because: str
    need: Param = ""
    have: Param = ""
    secret: bool = False

    def reason(self, rule: str) -> Reason:
        """As a reason of the quote."""
        return reason("promotion.not_held", rule=rule, because=self.because, need=self.need, have=self.have)


def unmet_by_person(when: When, code: str, setting: Setting) -> Unmet | None:
    """The first condition of time or person that does not hold; None when all do.

    Coupons, groups and segments that the patient does not have are secret: the promotion is not for this patient.
    """
    if not when.of_person:
        return None
    bill, standing = setting.bill, setting.standing
    day, minute = bill.at.date(), _minute(bill.at)
    if when.coupon and code not in bill.coupons:
        return Unmet("coupon", secret=True)
    if not is_for(when, standing):
        return Unmet("segment", secret=True)
    if when.first_day and day < when.first_day:
        return Unmet("from", when.first_day.isoformat(), day.isoformat())
    if when.last_day and day > when.last_day:
        return Unmet("to", when.last_day.isoformat(), day.isoformat())
    if when.weekdays and day.weekday() not in when.weekdays:
        return Unmet("weekdays", ",".join(str(number) for number in sorted(when.weekdays)), day.weekday())
    if when.hours and not _within(minute, when.hours):
        start, end = when.hours
        return Unmet("hours", f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}", minute)
    if when.branches and bill.branch not in when.branches:
        return Unmet("branches", ",".join(sorted(when.branches)), bill.branch)
    if when.levels and setting.level not in when.levels:
        return Unmet("levels", ",".join(sorted(when.levels)), setting.level)
    if when.first_visit and setting.visit != 1:
        return Unmet("first_visit", 1, setting.visit or 0)
    if when.nth_visit and (setting.visit is None or setting.visit % when.nth_visit):
        return Unmet("nth_visit", when.nth_visit, setting.visit or 0)
    if when.birthday and (standing.birth_date is None or not near_birthday(day, standing.birth_date, *when.birthday)):
        return Unmet("birthday", when.birthday[0], when.birthday[1])
    if when.after_services and not any(
        service in when.after_services and last <= day <= plus_days(last, when.after_days)
        for service, last in standing.services.items()
    ):
        return Unmet("after_services", ",".join(sorted(when.after_services)), when.after_days)
    return _unmet_uses(when, code, standing)


def hold_alike(promotions: Iterable[Promotion], one: datetime, other: datetime) -> bool:
    """Whether conditions of time say the same at two local moments: of one day, and inside the same hours.

    Outside its hours a promotion says which minute it is, so there only the same minute is alike.
    """
    if one.date() != other.date():
        return False
    if one.hour == other.hour and one.minute == other.minute:
        return True
    hours = [promotion.when.hours for promotion in promotions if promotion.when.hours]
    return all(_within(_minute(one), span) and _within(_minute(other), span) for span in hours)


def is_time(when: When, at: datetime) -> bool:
    """Whether the promotion's days and hours hold at a local moment: the part of its conditions that asks nobody."""
    day = at.date()
    return (
        (when.first_day is None or day >= when.first_day)
        and (when.last_day is None or day <= when.last_day)
        and (not when.weekdays or day.weekday() in when.weekdays)
        and (when.hours is None or _within(_minute(at), when.hours))
    )


def is_for(when: When, standing: Standing) -> bool:
    """Whether the promotion is for this patient: of what is for other groups or segments nothing may be told."""
    if when.segment and when.segment not in standing.segments:
        return False
    return not when.groups or not when.groups.isdisjoint(standing.groups)


def _unmet_uses(when: When, code: str, standing: Standing) -> Unmet | None:
    used = standing.uses.get(code, 0)
    if when.uses_per_patient and used >= when.uses_per_patient:
        return Unmet("uses_per_patient", when.uses_per_patient, used)
    if when.uses_per_period and used >= when.uses_per_period.count:
        return Unmet("uses_per_period", when.uses_per_period.count, used)
    total = standing.uses_total.get(code, 0)
    if when.uses_total and total >= when.uses_total:
        return Unmet("uses_total", when.uses_total, total)
    return None


def unmet_by_content(when: When, setting: Setting, pieces: Iterable[int]) -> Unmet | None:
    """The first condition on what is on the bill that does not hold; `pieces` are of each eligible line."""
    if when.with_services and not any(line.service in when.with_services for line in setting.bill.lines):
        return Unmet("with_services", ",".join(sorted(when.with_services)))
    if when.min_bill:
        payers = when.payers or OWN_PAYERS
        total = sum([listed for payer, listed in setting.listed.items() if payer in payers])
        if total < when.min_bill:
            return Unmet("min_bill", when.min_bill, total)
    if when.min_quantity and (bought := sum(pieces)) < when.min_quantity:
        return Unmet("min_quantity", when.min_quantity, bought)
    return None


def takes_no_part(
    step: Literal["redeem", "earn"], rules: Redeem | Earn, line: Line, category: Category, discounted: bool
) -> Reason | None:
    """Why a line takes no part in spending or earning units; None when it does (spec: engine, Who takes part)."""
    if line.payer not in rules.payers or line.payer not in OWN_PAYERS:
        return reason("line.payer", step=step, payer=line.payer)
    if not (category.redeems if step == "redeem" else category.earns):
        return reason("line.category", step=step, category=category.code)
    if line.service and line.service in rules.excluded_services:
        return reason("line.excluded", step=step, service=line.service)
    if discounted and not rules.on_discounted_lines:
        return reason("line.discounted", step=step)
    return None


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute


def _within(minute: int, hours: tuple[int, int]) -> bool:
    start, end = hours
    return start <= minute <= end if start <= end else minute >= start or minute <= end

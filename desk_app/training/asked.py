"""What patients really ask, and what answers it under a program: its promises, and a case with the engine's numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from typing import Final

from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.quote import Reason
from desk_app.sheets.promises import promises
from desk_app.sheets.questions import Answered, answered
from desk_app.training.cases import Ask, Case, answer

#: As many as are learnt.
TEN: Final = 10
#: How often each is heard at a desk: the most frequent first.
_ORDER: Final = (
    "have", "earn", "off", "use", "why_not", "lapse", "insurer", "add_up", "level", "card", "return", "privilege",
    "family", "offline", "change",
)  # fmt: skip
#: A bill that is neither small nor large, in minor units with two decimals; where there is no price list.
_PRICE: Final = 240_000
_NOON: Final = time(12)


@dataclass(frozen=True, slots=True)
class Instance:
    """A case that shows the answer in numbers: what is `asked` of it, and the engine's `value`."""

    asked: Ask
    case: Case
    value: int | str | date


@dataclass(frozen=True, slots=True)
class PatientAsks:
    """A question by its `key`; it is answered by a `label` of the sheets, promises, and `instances` in numbers."""

    key: str
    form: str = ""
    label: str = ""
    promises: tuple[Reason, ...] = ()
    instances: tuple[Instance, ...] = ()


def asked_by_patients(program: Program, services: Sequence[Service], day: date) -> tuple[PatientAsks, ...]:
    """Ten questions that a program has an answer to, the most frequent first; fewer where it has fewer.

    `services` are the clinic's price list, `day` is when the bills of the examples are paid.
    """
    book = _Book(program, services, day)
    told = {one.key: one for one in answered(program, promises(program, day))}
    found = {one.key: one for one in (*map(book.of_sheets, told.values()), *book.own())}
    return tuple(found[key] for key in _ORDER if key in found)[:TEN]


class _Book:
    """One program with bills to show it by."""

    def __init__(self, program: Program, services: Sequence[Service], day: date) -> None:
        self._program = program
        self._services = [one for one in services if one.price and one.category in program.categories]
        self._at = datetime.combine(day, _NOON)

    def of_sheets(self, one: Answered) -> PatientAsks:
        """A question of the leaflets, with a case in numbers where one says more than words."""
        instances: tuple[Instance, ...] = ()
        if one.key == "use":
            instances = self._of("most", self._usual(), units=True)
        elif one.key == "why_not":
            told = ",".join(str(why.params.get("categories", "")) for why in one.promises)
            instances = self._left_out(told.split(","))
        elif one.key == "level":
            instances = self._of("missing", self._usual())
        elif one.key == "lapse" and self._lapses_by_a_day():
            instances = self._of("lapses", self._usual())
        return PatientAsks(one.key, one.form, one.label, one.promises, instances)

    def own(self) -> Iterator[PatientAsks]:
        """Questions that no leaflet needs, for there the numbers stand in tables."""
        program, usual = self._program, self._usual()
        steps = program.levels.steps
        ends = (steps[0].code, *([steps[-1].code] if len(steps) > 1 else []))
        earned = tuple(one for level in ends for one in self._of("earns", usual, level=level) if one.value)
        if earned:
            yield PatientAsks("earn", instances=earned)
        paid = tuple(
            one for level in ends for one in self._of("pays", usual, level=level)
            if isinstance(one.value, int) and one.value < one.case.price
        )  # fmt: skip
        if paid and any(step.discount for step in steps):
            yield PatientAsks("off", instances=paid)
        gained = tuple(
            one for group in program.groups for one in self._of("pays", usual, group=group.code)
            if isinstance(one.value, int) and one.value < one.case.price
        )  # fmt: skip
        if gained:
            yield PatientAsks("privilege", instances=gained)
        if program.redeem is not None and program.limits.offline_redeem:
            yield PatientAsks("offline")
        if "why_not" not in {one.key for one in answered(program, promises(program, self._at.date()))}:
            left_out = self._left_out([*program.categories])
            if left_out:
                yield PatientAsks("why_not", instances=left_out)

    def _of(
        self, asked: Ask, service: Service, *, level: str = "", units: bool = False, group: str = ""
    ) -> tuple[Instance, ...]:  # fmt: skip
        program = self._program
        step = program.levels.step(level) if level else program.levels.steps[0]
        usable = service.price // program.unit.worth * 2 if units and program.unit and program.unit.worth else 0
        case = Case(step.code, step.start, service.category, service.price, self._at, service.code, usable=usable,
                    redeem=None if units else 0, group=group)  # fmt: skip
        return (Instance(asked, case, answer(program, asked, case)),)

    def _usual(self) -> Service:
        """What most come for: of the first kind that takes part in everything, the service in the middle by price."""
        program = self._program
        kinds = [
            one.code for one in program.categories.values()
            if one.earns and one.redeems and one.discounts and one.max_redeem is None and not one.indicated_only
        ] or [*program.categories]  # fmt: skip
        return self._middle(kinds[0]) if kinds else Service("", "", "", _PRICE)

    def _middle(self, category: str) -> Service:
        of_kind = sorted((one for one in self._services if one.category == category), key=lambda one: one.price)
        return of_kind[len(of_kind) // 2] if of_kind else Service("", "", category, _PRICE)

    def _left_out(self, of: Sequence[str]) -> tuple[Instance, ...]:
        """A bill on which less than usual may be spent, for a kind of service among those (the ones just told of)."""
        redeem = self._program.redeem
        if redeem is None or self._program.unit is None or not self._program.unit.worth:
            return ()
        shares: dict[str, Fraction] = {
            one.code: (redeem.max_share if one.max_redeem is None else one.max_redeem) if one.redeems else Fraction(0)
            for one in self._program.categories.values()
        }
        less = [code for code, share in shares.items() if code in of and share < max(shares.values())]
        # a kind that pays a part is the one they ask about; nobody asks about one that is never paid so
        known = [code for code in less if shares[code]] or less
        return self._of("most", self._middle(known[0]), units=True) if known else ()

    def _lapses_by_a_day(self) -> bool:
        expiry, earn = self._program.expiry, self._program.earn
        if expiry is None or earn is None or earn.usable.kind == "visit":
            return False
        return expiry.clock in ("accrual", "activity")


__all__ = ["TEN", "Instance", "PatientAsks", "asked_by_patients"]

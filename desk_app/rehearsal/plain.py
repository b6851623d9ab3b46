"""A rehearsal as plain values, for programs: the same numbers in the same order, whatever the language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_app.domain.money import decimal_text
from desk_app.rehearsal.figures import Group, Side
from desk_app.rehearsal.sums import Rehearsal
from desk_app.rehearsal.typical import Typical, YearOf

Json = dict[str, Any]


def plain(rehearsal: Rehearsal, typical: Sequence[Typical] = ()) -> Json:
    """All figures; money as text in major units, units as numbers, shares in percent as text."""
    return _Plain(rehearsal).all(typical)


class _Plain:
    def __init__(self, rehearsal: Rehearsal) -> None:
        self.rehearsal = rehearsal
        self.program = rehearsal.draft.program

    def all(self, typical: Sequence[Typical]) -> Json:
        found, owing, even = self.rehearsal, self.rehearsal.owing, self.rehearsal.break_even
        first, last = found.span
        return {
            "from": first.isoformat(), "to": last.isoformat(), "bills": found.total.bills, "visits": found.visits,
            "currency": self.program.currency, **self._sides(found.total),
            "difference": self.money(found.total.difference),
            "bands": [{"from": None if one.low is None else self.money(one.low),
                       "to": None if one.high is None else self.money(one.high), "patients": one.patients,
                       "sum": self.money(one.total)} for one in found.bands],
            "losers": [{"patient": one.patient, "bills": one.bills, "paid": self.money(one.was_paid),
                        "would_pay": self.money(one.would_paid), "gain": self.money(one.gain)} for one in found.losers],
            "branches": [self._group(one) for one in found.branches],
            "categories": [self._group(one) for one in found.categories],
            "levels": [self._group(one) for one in found.levels],
            "owed": {"eve": self.units(owing.eve), "was": self.units(owing.was), "would": self.units(owing.would),
                     "was_worth": self.money(owing.was_worth), "would_worth": self.money(owing.would_worth),
                     "lapsed": self.units(owing.lapsed), "overdue": self.units(owing.overdue)},
            "break_even": None if even is None else {
                "missing": self.money(even.missing), "percent": _percent(even.share.numerator, even.share.denominator),
                "visits": even.visits, "a_visit": self.money(even.a_visit)},
            "typical": [{"kind": one.kind, "visits": one.visits, "bill": self.money(one.bill),
                         "was": self._year(one.then), "would": self._year(one.draft)} for one in typical],
            "claims_not_followed": found.changed,
        }  # fmt: skip

    def money(self, minor: int) -> str:
        return decimal_text(minor, self.program.decimals)

    def units(self, count: int) -> int | str:
        return decimal_text(count, self.program.precision) if self.program.precision else count

    def _sides(self, group: Group) -> Json:
        return {"was": self._side(group.was), "would": self._side(group.would)}

    def _side(self, side: Side) -> Json:
        return {
            "listed": self.money(side.listed), "discounts": self.money(side.discounts), "gifts": self.money(side.gifts),
            "by_units": self.money(side.units), "cost": self.money(side.cost), "revenue": self.money(side.revenue),
            "percent": _percent(side.share.numerator, side.share.denominator), "earned": self.units(side.earned),
            "spent": self.units(side.spent),
        }  # fmt: skip

    def _group(self, group: Group) -> Json:
        return {"code": group.code, "bills": group.bills, "listed": self.money(group.was.listed),
                "was": self.money(group.was.cost), "would": self.money(group.would.cost),
                "difference": self.money(group.difference)}  # fmt: skip

    def _year(self, year: YearOf) -> Json:
        return {"paid": self.money(year.paid), "units": self.units(year.units), "level": year.level}


def _percent(numerator: int, denominator: int) -> str:
    """A share in percent with two decimals, halves up."""
    return decimal_text((2 * numerator * 10000 + denominator) // (2 * denominator), 2)

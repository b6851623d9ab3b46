"""A rehearsal told in words and tables, the same ones for the window and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desk_app.domain.program import Program, Unit
from desk_app.rehearsal.figures import Band, Group
from desk_app.rehearsal.sums import Rehearsal
from desk_app.rehearsal.typical import Typical, YearOf
from ui import formats
from ui.wording.rehearsal_words import say


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its cells, what it opens to as ("branch", code) or ("band", place), and a number to draw (0: none)."""

    cells: tuple[str, ...]
    opens: tuple[str, str] | None = None
    size: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heads; `name` is "cost", "bands" … The first column is words, the others are numbers."""

    name: str
    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What is said first, what it rests on, and the tables; the last one is a sentence alone: what covers the draft."""

    headline: str
    limit: str
    remarks: tuple[str, ...]
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The one with that name."""
        return next(one for one in self.tables if one.name == name)


def report(rehearsal: Rehearsal, typical: Sequence[Typical], names: Mapping[str, str], lang: str) -> Report:
    """Tell a rehearsal; `names` are those of the patients who are named."""
    return _Teller(rehearsal, lang).report(typical, names)


class _Teller:
    def __init__(self, rehearsal: Rehearsal, lang: str) -> None:
        self.rehearsal, self.lang = rehearsal, lang
        self.program: Program = rehearsal.draft.program

    def report(self, typical: Sequence[Typical], names: Mapping[str, str]) -> Report:
        remarks = []
        if self.rehearsal.changed:
            remarks.append(say("changed", self.lang, count=self.rehearsal.changed))
        if any(one.when.uses_total for one in self.program.promotions):
            remarks.append(say("total_uses", self.lang))
        found = self.rehearsal
        tables = [self._cost(), self._bands(), self._losers(names)]
        if len(found.branches) > 1:
            tables.append(self._groups("branch", found.branches, self._branch))
        tables += [
            self._groups("category", found.categories, self._category),
            self._groups("level", found.levels, self._level),
            self._owing(),
            self._typical(typical),
            self._even(),
        ]
        return Report(self.headline(), say("limit", self.lang), tuple(remarks), tuple(tables))

    def money(self, minor: int) -> str:
        return formats.short_money(minor, self.lang, self.program.currency, self.program.decimals)

    def signed(self, minor: int) -> str:
        return ("+" if minor > 0 else "") + self.money(minor)

    def share(self, part: Fraction) -> str:
        return formats.percent(part, self.lang)

    def units(self, count: int) -> str:
        unit = self.program.unit
        return formats.units_number(count, unit, self.lang) if unit else formats.number(count, 0, self.lang)

    def count(self, key: str, number: int) -> str:
        return f"{formats.number(number, 0, self.lang)} {formats.plural(number, say(key, self.lang), self.lang)}"

    def headline(self) -> str:
        total = self.rehearsal.total
        if not total.bills:
            return say("nothing", self.lang)
        first, last = self.rehearsal.span
        key = "same" if not total.difference else "more" if total.difference > 0 else "less"
        return say(
            key, self.lang, bills=self.count("bills", total.bills), first=formats.day(first), last=formats.day(last),
            was=self.money(total.was.cost), was_share=self.share(total.was.share), would=self.money(total.would.cost),
            would_share=self.share(total.would.share), difference=self.money(abs(total.difference)),
        )  # fmt: skip

    def _even(self) -> Table:
        return Table("even", say("table.even", self.lang), self.even(), (), ())

    def even(self) -> str:
        found = self.rehearsal.break_even
        if found is None:
            return say("even.none", self.lang)
        return say(
            "even", self.lang, share=self.share(found.share), visits=self.count("visits", found.visits),
            a_visit=self.money(found.a_visit), missing=self.money(found.missing),
        )  # fmt: skip

    def _table(self, name: str, heads: Iterable[str], rows: Iterable[TableRow], note: str = "") -> Table:
        told = tuple(say(f"head.{one}", self.lang) for one in heads)
        return Table(name, say(f"table.{name}", self.lang), say(note or f"note.{name}", self.lang), told, tuple(rows))

    def _compared(self, words: str, was: int, would: int, strong: bool = False, draw: bool = True) -> TableRow:
        cells = (words, self.money(was), self.money(would), self.signed(would - was))
        return TableRow(cells, ("", ""), would - was if draw else 0, strong)

    def _cost(self) -> Table:
        was, would = self.rehearsal.total.was, self.rehearsal.total.would
        rows = [
            self._compared(say("row.discounts", self.lang), was.discounts, would.discounts),
            self._compared(say("row.gifts", self.lang), was.gifts, would.gifts),
            self._compared(say("row.units", self.lang), was.units, would.units),
            self._compared(say("row.cost", self.lang), was.cost, would.cost, strong=True),
            TableRow((say("row.share", self.lang), self.share(was.share), self.share(would.share),
                      self._points(would.share - was.share)), ("", "")),
            self._compared(say("row.revenue", self.lang), was.revenue, would.revenue, draw=False),
        ]  # fmt: skip
        if self.program.unit is not None or was.earned:
            difference = would.earned - was.earned
            rows.append(TableRow((say("row.earned", self.lang), self.units(was.earned), self.units(would.earned),
                                  ("+" if difference > 0 else "") + self.units(difference)), ("", "")))  # fmt: skip
        return self._table("cost", ("what", "was", "would", "difference"), rows)

    def _points(self, part: Fraction) -> str:
        """A difference of shares is told in points, lest it be taken for a share of a share."""
        sign = "+" if part > 0 else formats.MINUS if part < 0 else ""
        return sign + self.share(abs(part)).replace("%", say("points", self.lang))

    def _bands(self) -> Table:
        bands = self.rehearsal.bands
        rows = [
            TableRow((self.band(one), formats.number(one.patients, 0, self.lang), self.signed(one.total)),
                     ("band", str(place)) if one.patients else None, one.patients)
            for place, one in enumerate(bands)
        ]  # fmt: skip
        rows.append(TableRow(
            (say("head.sum", self.lang), formats.number(sum(one.patients for one in bands), 0, self.lang),
             self.signed(sum(one.total for one in bands))), strong=True,
        ))  # fmt: skip
        return self._table("bands", ("what", "patients", "sum"), rows)

    def band(self, band: Band) -> str:
        """A band of gains in words; its ends are told by the round sums between them."""
        low, high = band.low, band.high
        if low == high == 0:
            return say("band.same", self.lang)
        if low is None:
            return say("band.below", self.lang, low=self.money(-(high or 0) - 1))
        if high is None:
            return say("band.above", self.lang, low=self.money(low - 1))
        if high < 0:
            if high == -1:
                return say("band.lose_little", self.lang, high=self.money(-low))
            return say("band.lose", self.lang, low=self.money(-high - 1), high=self.money(-low))
        if low == 1:
            return say("band.win_little", self.lang, high=self.money(high))
        return say("band.win", self.lang, low=self.money(low - 1), high=self.money(high))

    def _losers(self, names: Mapping[str, str]) -> Table:
        losers = self.rehearsal.losers
        rows = [
            TableRow((names.get(one.patient) or say("row.stranger", self.lang), self.money(one.was_paid),
                      self.money(one.would_paid), self.signed(one.gain)), ("patient", one.patient), -one.gain)
            for one in losers
        ]  # fmt: skip
        return self._table("losers", ("patient", "was", "would", "gain"), rows, "" if rows else "note.losers.none")

    def _groups(self, by: str, groups: Sequence[Group], name: Callable[[str], str]) -> Table:
        rows = [
            TableRow((name(one.code), formats.number(one.bills, 0, self.lang), self.money(one.was.cost),
                      self.money(one.would.cost), self.signed(one.difference)), (by, one.code), one.difference)
            for one in groups
        ]  # fmt: skip
        was, would = sum(one.was.cost for one in groups), sum(one.would.cost for one in groups)
        rows.append(TableRow((say("head.sum", self.lang), "", self.money(was), self.money(would),
                              self.signed(would - was)), ("", ""), 0, True))  # fmt: skip
        return self._table(by, ("what", "bills", "was", "would", "difference"), rows)

    def _branch(self, code: str) -> str:
        return code or say("row.no_branch", self.lang)

    def _category(self, code: str) -> str:
        known = self.program.categories.get(code)
        return known.name.plain(self.lang) if known else code or say("row.no_category", self.lang)

    def _level(self, code: str) -> str:
        return self.program.levels.step(code).name.plain(self.lang) if code else say("row.no_member", self.lang)

    def _owing(self) -> Table:
        owing = self.rehearsal.owing
        difference = owing.would - owing.was
        rows = [
            TableRow((say("row.eve", self.lang), self.units(owing.eve), self.units(owing.eve), "")),
            TableRow((say("row.owed", self.lang), self.units(owing.was), self.units(owing.would),
                      ("+" if difference > 0 else "") + self.units(difference))),
            self._compared(say("row.worth", self.lang), owing.was_worth, owing.would_worth, strong=True),
            TableRow((say("row.lapsed", self.lang), "", self.units(owing.lapsed), "")),
            TableRow((say("row.overdue", self.lang), "", self.units(owing.overdue), "")),
        ]  # fmt: skip
        return self._table("owing", ("what", "was", "would", "difference"), rows)

    def _typical(self, found: Sequence[Typical]) -> Table:
        rows = []
        for one in found:
            name = say("typical.of", self.lang, name=say(f"typical.{one.kind}", self.lang),
                       visits=self.count("visits", one.visits), bill=self.money(one.bill))  # fmt: skip
            better = one.then.in_all - one.draft.in_all
            rows.append(TableRow((name, self._year(one.then), self._year(one.draft), self.signed(better)),
                                 None, better))  # fmt: skip
        return self._table("typical", ("what", "was", "would", "gain"), rows)

    def _year(self, year: YearOf) -> str:
        """A year in a few words; a level of then that the draft has not keeps its code."""
        unit: Unit | None = self.program.unit
        steps = {step.code: step.name.plain(self.lang) for step in self.program.levels.steps}
        units = formats.units(year.units, unit, self.lang) if unit else formats.number(year.units, 0, self.lang)
        return say("typical.year", self.lang, paid=self.money(year.paid), units=units,
                   level=steps.get(year.level, year.level))  # fmt: skip


def lines(told: Report) -> list[str]:
    """The report as plain lines of text, columns in line; what a note says of keys is for the window alone."""
    out = [told.headline, told.limit, *told.remarks]
    for table in told.tables:
        out += ["", table.title]
        if table.name != "losers" or not table.rows:
            out.append(table.note)
        if not table.rows:
            continue
        cells = [table.heads, *(row.cells for row in table.rows)]
        widths = [max(len(row[i]) for row in cells) for i in range(len(table.heads))]
        for row in cells:
            first, *rest = zip(row, widths, strict=True)
            out.append("  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]).rstrip())
    return out

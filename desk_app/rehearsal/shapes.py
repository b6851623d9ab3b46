"""Prices of the lines of a bill under a draft, worked out once for every set of lines that is sold again and again.

Every number comes from the engine's own steps: discounts where they are not plain percents, pools of units, rates.
What is worked out here are percents on lines alone, which is what most programs are. All sums are minor units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk_app.domain.bill import Line
from desk_app.domain.conditions import Places
from desk_app.domain.discount_lines import open_lines
from desk_app.domain.program import OWN_PAYERS, Program
from desk_app.domain.promotions import When
from desk_app.domain.redeeming import Pool, RedeemLine, pools_of
from desk_app.rehearsal.discounting import Off, by_engine, by_percents, of_one, round_off
from desk_app.rehearsal.rates import rates_of, rates_together
from desk_app.rehearsal.table import Key, Rates, Shape, Table, Terms


class Shapes:
    """All shapes met so far under one draft, table by table."""

    def __init__(self, program: Program, lines: Sequence[Line]) -> None:
        self.program, self.lines = program, lines
        self.tables: dict[Key, Table] = {}
        self._opened = open_lines(program, lines)
        self._counts = [line.payer in OWN_PAYERS and program.category(line.category).counts_for_level
                        for line in lines]  # fmt: skip
        # what a line is priced at does not hang on its place on the bill: most lines are alike but for that
        first: dict[Line, int] = {}
        self._kinds = [first.setdefault(replace(line, id=""), place) for place, line in enumerate(lines)]

    def table(self, level: int, groups: tuple[str, ...], held: tuple[int, ...], bonus: bool, earns: bool) -> Table:
        """The rules for such a buyer at such a time."""
        key = (level, groups, held, bonus, earns)
        found = self.tables.get(key)
        if found is None:
            found = self.tables[key] = Table(self.program, *key)
        return found

    def shape(self, places: tuple[int, ...], table: Table) -> Shape:
        """The shape of these lines."""
        found = table.shapes.get(places)
        if found is None:
            found = table.shapes[places] = self._make(places, table)
        return found

    def counts_of(self, places: tuple[int, ...]) -> bool:
        """Whether some line counts for the level, and so makes a visit."""
        return any(self._counts[place] for place in places)

    def touched_by(self, when: When) -> frozenset[int]:
        """Places of the lines that a promotion may be for."""
        return frozenset(Places.of(self.program, range(len(self.lines)), self.lines).targets(when))

    def pools(self, shape: Shape) -> list[Pool]:
        """What units may pay of a shape."""
        if shape.pools is None:
            rules = self.program.redeem
            assert rules is not None
            redeem_lines = list(map(RedeemLine, shape.lines, shape.after, shape.flags))
            shape.pools = pools_of(self.program, rules, redeem_lines, [[] for _ in shape.lines])
            shape.capacity = sum([pool.capacity for pool in shape.pools])
        return shape.pools

    def _make(self, places: tuple[int, ...], table: Table) -> Shape:
        if table.level >= 0 and table.way == "line":
            return self._put_together(places, table)
        lines = tuple([self.lines[place] for place in places])
        if table.level < 0:
            off = Off((0,) * len(lines), (), tuple([line.on_promo for line in lines]))
        elif table.way == "percent":
            off = by_percents(table, lines, [self._opened[place] for place in places])
        else:
            off = by_engine(table, lines)
        listed = tuple([line.total for line in lines])
        after = tuple([one - part for one, part in zip(listed, off.off, strict=True)])
        return self._shape(places, lines, listed, off, after, rates_of(table, lines, after, off.flags))

    def _shape(
        self, places: tuple[int, ...], lines: tuple[Line, ...], listed: tuple[int, ...], off: Off,
        after: tuple[int, ...], rates: Rates,
    ) -> Shape:  # fmt: skip
        counts = tuple([self._counts[place] for place in places])
        if all(counts):
            paid, in_list = sum(after), sum(listed)
        else:
            paid = sum([one for one, flag in zip(after, counts, strict=True) if flag])
            in_list = sum([one for one, flag in zip(listed, counts, strict=True) if flag])
        return Shape(lines, listed, off.off, after, off.flags, counts, off.used, rates, any(counts),
                     (0,) * len(places), (paid, paid, in_list))  # fmt: skip

    def _put_together(self, places: tuple[int, ...], table: Table) -> Shape:
        """A shape from what each of its lines has by itself: only roundings are of the bill."""
        lines, listed, flags, rates = [], [], [], []
        terms, won = [], {}
        for i, place in enumerate(places):
            kind = self._kinds[place]
            own = table.terms.get(kind) or self._terms(kind, table)
            terms.append(own)
            line = self.lines[place]
            lines.append(line)
            listed.append(own.listed)
            flags.append(line.on_promo)
            rates.append(own.plain)
            if own.won is not None:
                won[i] = own.won
        taken, after = [0] * len(places), listed
        used: list[str] = []
        if won:
            taken, given = round_off(won, listed, [one.most_off for one in terms])
            after = [one - part for one, part in zip(listed, taken, strict=True)]
            for i in given:
                if terms[i].rule:
                    used.append(terms[i].rule)
                    flags[i], rates[i] = True, terms[i].discounted
        off = Off(tuple(taken), tuple(dict.fromkeys(used)), tuple(flags))
        whole = tuple(lines)
        return self._shape(places, whole, tuple(listed), off, tuple(after), rates_together(self.program, whole, rates))

    def _terms(self, kind: int, table: Table) -> Terms:
        line, opened = self.lines[kind], self._opened[kind]
        won, rule = of_one(table, line, opened)
        plain = discounted = rates_of(table, (line,), (opened.base,), (line.on_promo,))
        if rule and not line.on_promo:
            discounted = rates_of(table, (line,), (opened.base,), (True,))
        found = table.terms[kind] = Terms(line.total, opened.most, won, rule, plain, discounted)
        return found

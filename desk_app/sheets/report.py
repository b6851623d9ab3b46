"""The report of a span for the manager: each figure with how it was counted, and small pictures; nothing estimated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from desk_app.figures import Figures
from desk_app.sheets.blocks import Bar, Block, Chart, Heading, Sheet, Table, Title, Words
from desk_app.sheets.leaflet import Making

#: A name, a value, and the key of its definition.
Row = tuple[str, str]
#: So many months of lapse are told one by one; what comes after them is one bar.
_MONTHS = 12


def report(making: Making, told: Figures, branch: str = "") -> Sheet:
    """The report on A4; `branch` is what the one it tells of is called. Raises `sheet.retired`."""
    wording, sales = making.wording, told.sales
    span = wording.label("report.span", first=wording.day(told.first), last=wording.day(told.last))
    lead = "report.lead/branch" if told.branch else "report.lead"
    name = told.program.name.plain(wording.language)
    members = (("members", wording.number(told.members)), ("new_members", wording.number(told.new_members)))
    blocks: list[Block] = [
        Title(wording.label("report.title")),
        Words(wording.label(lead, name=name, span=span, branch=branch or told.branch), "lead"),
        Heading(wording.label("report.people")),
        _table(making, (
            *(() if told.branch else members),
            ("visits", wording.number(sales.visits)), ("member_visits", wording.number(sales.member_visits)),
            ("bills", wording.number(sales.bills)),
        )),
        Heading(wording.label("report.money")),
        _table(making, tuple(_money(making, told))),
        *_chart(making, "report.chart.money", (
            (wording.label("report.paid"), sales.paid), (wording.label("report.discounts"), sales.discounts),
            (wording.label("report.by_units"), sales.by_units),
        ), wording.exact),
    ]  # fmt: skip
    if told.branch:
        blocks.append(Words(wording.label("report.branch")))
    elif told.program.unit:
        moved = told.moved
        counts = (("earned", moved.earned), ("spent", moved.spent), ("lapsed", moved.lapsed),
                  ("withdrawn", moved.withdrawn), ("taken", moved.taken))  # fmt: skip
        blocks += [
            Heading(wording.label("report.units")),
            _table(making, tuple((key, wording.units(units)) for key, units in counts)),
            *_chart(making, "report.chart.units",
                    [(wording.label(f"report.{key}"), units) for key, units in counts[:3]], wording.units),
            Heading(wording.label("report.owed")),
            _table(making, tuple(_owed(making, told))),
            *_chart(making, "report.chart.owed", list(_by_month(making, told)), wording.exact),
        ]  # fmt: skip
    blocks.append(Words(wording.label("report.end"), "small"))
    return making.sheet("report", wording.label("report"), blocks, offer=False, link="report.link")


def _table(making: Making, rows: Sequence[Row]) -> Table:
    """Figures with their definitions beside them."""
    wording = making.wording
    head = tuple(wording.label(f"report.head.{one}") for one in ("name", "value", "means"))
    return Table(head, tuple(
        (wording.label(f"report.{key}"), value, wording.label(f"report.{key}.means")) for key, value in rows
    ), frozenset((1,)))  # fmt: skip


def _money(making: Making, told: Figures) -> Iterator[Row]:
    wording, sales = making.wording, told.sales
    yield "listed", wording.exact(sales.listed)
    yield "discounts", wording.exact(sales.discounts)
    if told.program.unit:
        yield "by_units", wording.exact(sales.by_units)
    yield "paid", wording.exact(sales.paid)
    yield "member_paid", wording.exact(sales.member_paid)
    yield "cost", wording.percent(sales.cost)
    yield "returns", wording.number(sales.returns)
    yield "money_back", wording.exact(sales.money_back)
    if sales.others:
        yield "others", wording.exact(sales.others)


def _owed(making: Making, told: Figures) -> Iterator[Row]:
    wording, owed = making.wording, told.owed
    yield "usable", wording.units(owed.usable)
    yield "pending", wording.units(owed.pending)
    if told.worth(1):
        yield "worth", wording.exact(told.worth(owed.units))


def _by_month(making: Making, told: Figures) -> Iterator[tuple[str, int]]:
    if not told.worth(1):
        return
    wording, by_month = making.wording, told.owed.by_month
    now = (told.last.year, told.last.month)
    over = sum(units for month, units in by_month.items() if month is not None and month < now)
    if over:
        yield wording.label("report.over"), told.worth(over)
    months = sorted(month for month in by_month if month is not None and month >= now)
    for year, month in months[:_MONTHS]:
        yield wording.month(date(year, month, 1)), told.worth(by_month[(year, month)])
    later = sum(by_month[month] for month in months[_MONTHS:])
    if later:
        yield wording.label("report.later"), told.worth(later)
    if by_month.get(None):
        yield wording.label("report.never"), told.worth(by_month[None])


def _chart(making: Making, key: str, figures: Iterable[tuple[str, int]], say: object) -> tuple[Block, ...]:
    known = [(name, amount) for name, amount in figures if amount > 0]
    longest = max((amount for _, amount in known), default=0)
    if not longest:
        return ()
    assert callable(say)
    bars = tuple(Bar(name, say(amount), 1000 * amount // longest) for name, amount in known)
    return (Chart(making.wording.label(key), bars),)

"""What `tessera bench` measures of a rehearsal: a year of 100,000 bills, beside the engine's quote of each."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import resources
from desk_app.demo.tables import price_list
from desk_app.documents.program_file import read_document
from desk_app.domain.bill import Line
from desk_app.domain.facts import Accrued, Fact, Joined, Warned
from desk_app.domain.ledger import fold
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Usable
from desk_app.domain.standing import Standing
from desk_app.rehearsal.draft import Draft, bill_under
from desk_app.rehearsal.keeping import InMemory
from desk_app.rehearsal.opening import opening_of
from desk_app.rehearsal.past import Buyer, Event, Household, LineWas, Past, Sold, TakenBack, Wish
from desk_app.rehearsal.run import draft_of, rehearse
from ui.cli.bench_work import no_receipt
from ui.cli.measured import Measured

FIRST: Final = date(2026, 1, 1)
_VISITS: Final = 4
_CLOCK = time.thread_time if time.get_clock_info("thread_time").resolution < 1e-6 else time.perf_counter
#: So many bills are priced by the engine to tell what all of them would take.
_SAMPLE: Final = 1000


def rows(bills: int = 100_000) -> Iterator[Measured]:
    """The rehearsal with its sums, and for the raw thing the engine's quote of every bill and nothing else."""
    draft = _draft()
    past = invented_past(draft, bills)
    began = _CLOCK()
    found = rehearse(past, draft, InMemory())
    priced = found.total.bills
    ours = _CLOCK() - began
    raw = _engine(past, draft) * priced
    note = f"{round(priced / ours):,} bills a second on one core, with all sums; raw: the engine's quote of each"
    yield Measured(f"rehearsal of {priced:,} bills", ours, raw, most_ms=priced / 20, note=note)


def reading(home: Path) -> Measured:
    """Reading the last year of the demo clinic for it, beside fetching the same receipts as text."""
    from desk_app.rehearsal.reading import past_of
    from desk_app.versions import today
    from ui import compose

    with compose.open_desk(home) as desk:
        with desk.store.reading() as reading:
            last = today(desk, reading) - timedelta(days=1)
        first = last - timedelta(days=364)
        began = _CLOCK()
        past = past_of(desk, first, last)
        ours = _CLOCK() - began
        began = _CLOCK()
        with desk.store.reading() as reading:
            count = sum(1 for _ in reading.receipts_of(first, last))
        raw = _CLOCK() - began
    note = f"{past.bills:,} bills and all accounts; raw: those {count:,} receipts whole"
    return Measured("reading a year for a rehearsal", ours, raw, most_ratio=12, note=note)


def _draft() -> Draft:
    """The points preset with other rates."""
    document = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
    for step, percent in zip(document["levels"]["steps"], ("5", "6", "8", "10"), strict=True):
        step["earn"] = {"percent": percent}
    return draft_of(document)


def invented_past(draft: Draft, bills: int, seed: int = 1) -> Past:
    """A year of patients who come four times, as the demo clinic's do: a few services often, many seldom.

    One bill in four spends all the points it may, one in a hundred comes back in part, a third of the patients are
    warned of a lapse.
    """
    lot = random.Random(seed)
    services = [one for one in price_list() if one.category in draft.program.categories]
    lines = [Line(str(place), one.price, 1, one.code, "", one.category)
             for one in services for place in range(1, 6)]  # fmt: skip
    households = [_household(lot, number, len(services), lines, draft) for number in range(bills // _VISITS)]
    return Past(FIRST, FIRST + timedelta(364), tuple(lines), tuple(households), "invented", 100,
                frozenset({"birthday"}), draft.document)  # fmt: skip


def _household(lot: random.Random, number: int, services: int, lines: Sequence[Line], draft: Draft) -> Household:
    member = f"m{number:06d}"
    joined = FIRST - timedelta(lot.randrange(30, 700))
    before: list[Fact] = [Joined(_moment(joined), f"{member}-join:0", member, joined)]
    earned = FIRST - timedelta(lot.randrange(1, 300))
    before.append(Accrued(_moment(earned), f"{member}-0:0", member, earned, lot.randrange(30, 900), "bill", Usable(),
                          draft.terms, 1, f"{member}-0", member))  # fmt: skip
    events: list[Event] = []
    for visit in range(_VISITS):
        day = FIRST + timedelta(visit * 91 + lot.randrange(80))
        sold = _sold(lot, member, visit, day, services, lines)
        events.append(sold)
        if lot.random() < 0.01:
            back = ((lines[sold.lines[0]].id, 1),)
            events.append(TakenBack(f"{sold.receipt}-back", sold.moment + 1, day, sold.receipt, back))
    if lot.random() < 0.3:
        day = FIRST + timedelta(lot.randrange(300))
        events.append(Warned(_moment(day), f"{member}-warned:0", member, day, (), "paper", ""))
    if lot.random() < 0.9:
        day = FIRST + timedelta(lot.randrange(364))
        events.append(Accrued(_moment(day), f"{member}-birthday:0", member, day, 300, "event:birthday", Usable(),
                              draft.terms, 1, "", member))  # fmt: skip
    events.sort(key=lambda event: event.moment)
    return Household.of(member, tuple(before), tuple(events), {}, {}, {}, opening_of(fold(before, no_receipt)), {}, {})


def _sold(
    lot: random.Random, member: str, visit: int, day: date, services: int, lines: Sequence[Line]
) -> Sold:  # fmt: skip
    count = lot.choices((1, 2, 3, 4, 5), (40, 30, 15, 10, 5))[0]
    chosen = sorted({int(services * lot.random() ** 3) for _ in range(count)})
    places = tuple(service * 5 + place for place, service in enumerate(chosen))
    wish = Wish(None, "card") if lot.random() < 0.25 else Wish()
    at = datetime(day.year, day.month, day.day, lot.randrange(8, 20), 15, tzinfo=UTC)
    was = tuple(LineWas(lines[place].total, 0, 0, 0) for place in places)
    return Sold(f"{member}-{visit + 1}", "", _moment(day) + visit, day, at, "main",
                Buyer(member, member, member, True), places, was, wish, "friend", 0, 0)  # fmt: skip


def _moment(day: date) -> int:
    return (day.toordinal() - 719_163) * 86_400_000


def _engine(past: Past, draft: Draft) -> float:
    """Seconds of the engine's quote of one bill, the mean of a thousand."""
    sold = [event for household in past.households[: _SAMPLE // _VISITS] for event in household.events
            if isinstance(event, Sold)]  # fmt: skip
    bills = [replace(bill_under(draft, past, one), redeem=0) for one in sold]
    standing = Standing(counted=1_000_000)
    began = _CLOCK()
    for bill in bills:
        price_bill(draft.program, bill, standing)
    return (_CLOCK() - began) / len(bills)

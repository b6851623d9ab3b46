"""`tessera bench`: what the desk takes beside the raw thing in the same run: both numbers, the ratio, and the limit."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import resources
from desk_app.documents.program_file import read_document, read_program
from ui.cli.answer import NO, Answer
from ui.cli.home import Bar
from ui.cli.measured import Measured

EXAMPLE = "tessera bench --patients 100000"
_MS = 1000.0
_MILLION = 1_000_000
#: Work that waits for nothing is told in the time this thread worked, where that is counted finely: what neighbours on
#: the computer take away is not ours.
_CLOCK = time.thread_time if time.get_clock_info("thread_time").resolution < 1e-6 else time.perf_counter
#: Seconds that an old computer's disk takes for one.
_FSYNC = 0.002


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "what",
        nargs="?",
        choices=("desk", "sync", "simulate", "training"),
        default="desk",
        help="what is measured or tried",
    )
    parser.add_argument("--steps", type=int, default=100_000, metavar="N", help="simulate: steps in all")
    parser.add_argument("--seed", type=int, metavar="N", help="simulate, training: the first seed; without it, any")
    parser.add_argument("--questions", type=int, default=10_000, metavar="N", help="training: questions in all")
    parser.add_argument(
        "--url", default="", metavar="URL", help="sync, simulate: a PostgreSQL server for throw-away databases"
    )
    parser.add_argument("--desks", type=int, default=8, metavar="N", help="sync: desks that work at once")
    parser.add_argument("--acts", type=int, default=20_000, metavar="N", help="sync: acts that come and go")
    parser.add_argument("--seconds", type=float, default=60.0, metavar="N", help="sync: how long two desks are watched")
    parser.add_argument(
        "--patients",
        type=int,
        metavar="N",
        help="the largest directory (a million), sync: the one a desk begins with (100,000)",
    )
    parser.add_argument("--no-window", action="store_true", help="without the window's first paint")


def run(options: argparse.Namespace) -> Answer:
    """Measure everything there is; exit code 1 when a row is over its limit."""
    if options.what == "simulate":
        from ui.cli import bench_simulate

        return bench_simulate.run(options)
    if options.what == "training":
        from ui.cli import bench_training

        return bench_training.run(options)
    if options.what == "sync":
        from ui.cli import bench_sync

        return bench_sync.run(options)
    from ui.cli.bench_day import growth

    options.patients = _MILLION if options.patients is None else options.patients
    rows: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="tessera-bench-") as folder:
        for measured in _rows(Path(folder), options):
            rows.append(measured)
            if not options.json:
                print(measured.line(), flush=True)
    over = [one for one in rows if not one.within]
    found: dict[int, dict[str, float]] = {}
    for one in rows:
        if one.patients:
            found.setdefault(one.patients, {})[one.what.split(": ")[1].removesuffix(", p99")] = one.ours
    picture = growth(found)
    value = {"rows": [one.json() for one in rows], "over": len(over), "growth": picture}
    return Answer(value, [*picture, f"{len(rows) - len(over)} within, {len(over)} over"], NO if over else 0)


def _rows(folder: Path, options: argparse.Namespace) -> Iterator[Measured]:
    if not options.no_window:
        yield _first_paint()
    yield from _rules()
    yield from _checkout(folder)
    yield from _paper()
    yield from _day(folder, options)
    sizes = [size for size in (10_000, 100_000) if size < options.patients]
    for size in [*sizes, max(1000, options.patients)]:
        yield from _look_up(folder, size)


def _first_paint() -> Measured:
    from ui.first_paint import measure

    told = measure()
    return Measured("process start → first paint", told.shell, told.bare, most_ratio=1.5)


def _best(work: Callable[[], object], times: int) -> float:
    """The least of five medians, each of so many runs: a neighbour on the computer disturbs some of them."""
    for _ in range(3):
        work()
    return min(median(_timed(work) for _ in range(times)) for _ in range(5))


def _timed(work: Callable[[], object]) -> float:
    began = _CLOCK()
    work()
    return _CLOCK() - began


def _in_turn(one: Callable[[], object], other: Callable[[], object], times: int) -> tuple[float, float]:
    """The medians of two kinds of work that take turns, so that a busy moment meets both."""
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(times + 3):
        for work, seconds in zip((one, other), took, strict=True):
            lasted = _timed(work)
            if number >= 3:
                seconds.append(lasted)
    return median(took[0]), median(took[1])


def _rules() -> Iterator[Measured]:
    from desk_app.checkup import check_up
    from ui.cli.bench_day import one_more_fact, quotes_twice_as_long
    from ui.cli.bench_work import account_facts, fold_facts, long_bill, visiting_facts, with_promotions

    document = with_promotions()
    program = read_program(document)
    yield Measured("reading 10 promotions", _best(lambda: read_program(document), 10), most_ms=30)
    ready, now = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes()), datetime.now(UTC)
    yield Measured("check-up of a ready program", _best(lambda: check_up(ready, now=now), 10), most_ms=50)
    yield Measured("quote, 20 lines, 10 promotions", _best(long_bill(program), 100), most_ms=1)
    for what, twice, once in quotes_twice_as_long():
        yield Measured(f"quote, {what}", *_in_turn(twice, once, 60), most_ratio=2.2)
    facts = account_facts(1000)
    yield Measured("fold of 1,000 facts", _best(lambda: fold_facts(facts), 30), most_ms=2)
    visits = visiting_facts(1000)
    yield Measured("fold of 1,000 facts, renewed by visits", _best(lambda: fold_facts(visits), 30), most_ms=2)
    grown = _in_turn(one_more_fact(10_000), one_more_fact(1000), 200)
    yield Measured("one more fact on 10,000 beside 1,000", *grown, most_ratio=2.0)


def _checkout(folder: Path) -> Iterator[Measured]:
    from ui import compose, compose_measuring, compose_records
    from ui.cli.bench_work import checkouts, open_clinic

    home = folder / "checkout"
    compose_records.make_desk(home, encrypted=False)
    now = datetime.now(UTC) - timedelta(days=1)
    document = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
    with compose.open_desk(home, "e-1") as desk:
        members = open_clinic(desk, document, now)
    ours, raw = compose_measuring.durable_twin(home, checkouts(members, now, 210, shown=False)).at(50)
    note = "of a bill nobody saw: priced on the way, which the bare statements need not"
    yield Measured("checkout, durable, p50, from a file", ours, raw, most_ratio=3.5, note=note)
    twin = compose_measuring.durable_twin(home, checkouts(members, now, 210, shown=True))
    note = "of the bill on show, as at a desk"
    yield Measured("checkout, durable, p50", *twin.at(50), most_ratio=2.0, note=note)
    ours, raw = twin.busy_at(50)
    note = "reckoned: what the computer was busy, and 2 ms"
    yield Measured("checkout, durable, p50, 2 ms fsync", ours + _FSYNC, raw + _FSYNC, most_ratio=1.25, note=note)


def _paper() -> Iterator[Measured]:
    from ui.cli.bench_paper import ten_cards, thousand_cards

    ours, bare = ten_cards()
    yield Measured("ten cards on A4, beside the same ink", *_in_turn(ours, bare, 12), most_ratio=2.0)
    yield Measured("a thousand cards on A4", thousand_cards(), most_ms=20_000)


def _day(folder: Path, options: argparse.Namespace) -> Iterator[Measured]:
    """The demo clinic made, its last slip drawn, and the window open on it."""
    from ui.cli import bench_rehearsal
    from ui.cli.bench_day import demo_clinic, report, slips

    yield from bench_rehearsal.rows(min(100_000, max(2000, options.patients)))
    home = folder / "demo"
    yield Measured("the demo clinic is made", demo_clinic(home), most_ms=10_000)
    yield Measured("report of a month, beside folding each account", *report(home), most_ratio=4.0)
    yield bench_rehearsal.reading(home)
    ours, bare = slips(home)
    yield Measured("a slip as PDF, beside the same ink", *_in_turn(ours, bare, 20), most_ratio=2.0)
    if not options.no_window:
        yield from _stalls(home)
        yield from _previews(home)
        from ui.open_memory import measure

        count = min(10_000, max(20, options.patients // 100))
        held = measure(home, count)
        if held is not None:
            for what, bytes_ in (("of the open desk", held.desk), (f"after {count:,} checkouts", held.worked)):
                above = (bytes_ - held.bare) / 1e6
                yield Measured(f"memory {what} above a bare window", above / _MS, most_ms=60, unit="MB")
            grown = (held.worked / 1e6 / _MS, held.settled / 1e6 / _MS)
            yield Measured("memory after all of them, beside a tenth", *grown, most_ratio=1.05, unit="MB")


def _stalls(home: Path) -> Iterator[Measured]:
    from ui.stalls import LIMIT, measure

    for act, most in measure(home).items():
        yield Measured(f"longest stall: {act}", most / _MS, most_ms=LIMIT)


def _previews(home: Path) -> Iterator[Measured]:
    from ui.previews import LIMIT, RATIO, measure

    for kind, took in measure(home).items():
        what = f"change → painted preview: {kind}"
        yield Measured(what, took.seen / _MS, took.alone / _MS, most_ratio=RATIO, most_ms=LIMIT)


def _look_up(folder: Path, patients: int) -> Iterator[Measured]:
    from ui import compose_measuring

    bars: dict[str, Bar] = {}

    def progress(what: str, done: int, total: int) -> None:
        bars.setdefault(what, Bar(what))(done, total)

    for kind, twin in compose_measuring.look_up_twin(folder, patients, 50, progress).items():
        ours, raw = twin.at(99)
        yield Measured(f"look-up, {patients:,}: {kind}, p99", ours, raw, most_ratio=2.0, most_ms=1.0, patients=patients)

"""`tessera bench sync`: sending, fetching and many desks at one server, each beside the raw thing in the same run."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Final

import resources
from desk_app.documents.program_file import read_document
from desk_app.domain.errors import WrongInput
from ui.cli import bench_fleet
from ui.cli.answer import NO, Answer
from ui.cli.bench_simulate import SERVER
from ui.cli.bench_work import checkouts, open_clinic
from ui.cli.measured import Measured

if TYPE_CHECKING:
    from ui.compose_measuring import Bench, BenchDesk

#: Ops in one push, and those that are fetched.
_BATCH: Final = 1000
_FETCHED: Final = 5000
#: Patients a new desk begins with, where nobody says how many: a million take a quarter of an hour.
_PATIENTS: Final = 100_000
#: Acts that come while a clerk takes money: a payment of each kind for every twenty or so.
_MEANWHILE: Final = 2000
_MS: Final = 1000.0
#: A push proves hashes, reads bodies and keeps the books; beside bare rows it may take this much longer.
_BARE: Final = 2.0
_PROGRAM: Final = "programs/points-3-5-7-10.toml"


def run(options: argparse.Namespace) -> Answer:
    """Measure the network; exit code 1 when a row is over its limit. Raises `WrongInput` (`centre.url`), `Trouble`."""
    from ui import compose_measuring

    url = options.url or os.environ.get(SERVER, "")
    if not url:
        raise WrongInput("centre.url")
    rows: list[Measured] = []
    with (
        tempfile.TemporaryDirectory(prefix="tessera-bench-") as folder,
        compose_measuring.network_bench(url, Path(folder)) as bench,
    ):
        for measured in _rows(bench, options):
            rows.append(measured)
            if not options.json:
                print(measured.line(), flush=True)
    over = sum(not one.within for one in rows)
    return Answer(
        {"rows": [one.json() for one in rows], "over": over},
        [f"{len(rows) - over} within, {over} over"],
        NO if over else 0,
    )


def _rows(bench: Bench, options: argparse.Namespace) -> Iterator[Measured]:
    acts = max(100, options.acts)
    # desks first: each that comes fetches all there is, and later on that is much
    yield from _seen_elsewhere(bench, options.seconds)
    yield from _fleet(bench, max(2, options.desks), max(5, acts // 100))
    yield from _meanwhile(bench, min(_MEANWHILE, acts))
    yield from _sending(bench, acts)
    yield from _fetching(bench, min(_FETCHED, acts))
    yield from _looks(bench)
    yield from _sizes(bench)
    yield from _beginning(bench, _PATIENTS if options.patients is None else max(100, options.patients))
    yield Measured("what does not hold at the centre", bench.breaches() / _MS, most_ms=0.5, unit="")


def _sending(bench: Bench, acts: int) -> Iterator[Measured]:
    batch = min(_BATCH, acts)
    sent = bench.sending(batch, max(3, acts // batch))
    yield Measured(f"push of {batch:,} acts, p50", *sent.at(50), most_ratio=1.667, note="60 % of COPY and upsert")
    one = bench.sending(1, max(20, acts // 40))
    note = "beside its rows by INSERT in one transaction"
    for percent in (50, 99):
        yield Measured(f"push of one act, p{percent}", *one.at(percent), most_ratio=_BARE, note=note)


def _fetching(bench: Bench, ops: int) -> Iterator[Measured]:
    page = min(200, ops)
    taken = bench.pulling(ops, page)
    what = f"pull and apply {ops:,} acts, {page:,} in a transaction"
    yield Measured(what, taken.ours, taken.raw, most_ratio=1.333, note="75 % of executemany from memory")


def _seen_elsewhere(bench: Bench, seconds: float) -> Iterator[Measured]:
    """From an act at one desk until another one's window is told of it, as both look by themselves."""
    with bench.desk("here") as here, bench.desk("there") as there:
        members = _clinic(here)
        here.exchange()
        took = bench.seen_elsewhere(here, there, checkouts(members, _yesterday(), 400, shown=False, of="seen"), seconds)
    yield Measured("an act is seen at another desk, p50", _at(took, 50), most_ms=4000)
    yield Measured("an act is seen at another desk, p99", _at(took, 99), most_ms=10_000)


def _fleet(bench: Bench, desks: int, acts: int) -> Iterator[Measured]:
    with bench.desk("first") as first:
        # of the desks before, if any measured something: their clinic is everybody's
        first.exchange()
        members = _members(first) or _clinic(first)
        first.exchange()
        before = first.ops()
    places = bench.places_beside_a_twin(f"D{number}" for number in range(1, desks + 1))
    did = bench_fleet.run(places, bench.folder, members, acts, before)
    pushes = [one for desk in did.desks for one in desk.pushes]
    note = f"{did.acts:,} acts, all sent after {did.sent:.1f} s, everywhere after {did.equal:.1f} s"
    yield Measured(f"{desks} desks: acts a second", did.acts / did.sent / _MS, unit="/s", note=note)
    bare = [one for desk in did.desks for one in desk.bare]
    note = "beside its rows by INSERT in one transaction, right after it at the same desk"
    for percent in (50, 99):
        yield Measured(f"{desks} desks: push, p{percent}", _at(pushes, percent), _at(bare, percent), most_ratio=_BARE,
                       note=note)  # fmt: skip
    yield Measured(f"{desks} desks: what differs at the end", (not did.is_equal) / _MS, most_ms=0.5, unit="")


def _meanwhile(bench: Bench, ops: int) -> Iterator[Measured]:
    with bench.desk("pays") as there:
        there.exchange()
        members = _members(there) or _clinic(there)
        pays = checkouts(members, _yesterday(), 4000, shown=True, of="pays")
        paid = bench.paying_meanwhile(there, pays, ops)
    note = f"beside the same with the exchange held, in turn; {len(paid.meanwhile)} of each in {paid.took:.1f} s"
    for percent in (50, 99):
        yield Measured(f"checkout while acts are fetched, p{percent}", _at(paid.meanwhile, percent),
                       _at(paid.alone, percent), most_ratio=2.0, note=note)  # fmt: skip


def _looks(bench: Bench) -> Iterator[Measured]:
    gate, heads = bench.looks(2000, 30)
    yield Measured("a look at a centre of 2,000 streams", gate, note="nothing new")
    yield Measured("how far 2,000 streams reach", heads, note="something new")


def _sizes(bench: Bench) -> Iterator[Measured]:
    for place, size in zip(("on the line", "at the centre", "at a desk"), bench.bytes_of_an_op(), strict=True):
        yield Measured(f"an act {place}", size / _MS, unit="B", note="a payment of three lines, units given and spent")


def _beginning(bench: Bench, patients: int) -> Iterator[Measured]:
    ours, raw, size = bench.beginning(patients)
    note = f"beside an import and its indexes; the seed is {size / 1e6:,.1f} MB"
    yield Measured(f"a new desk begins with {patients:,} patients", ours, raw, most_ratio=1.5, note=note)


def _clinic(there: BenchDesk) -> tuple[str, ...]:
    return open_clinic(there.desk, read_document(resources.path(_PROGRAM).read_bytes()), _yesterday())


def _members(there: BenchDesk) -> tuple[str, ...]:
    with there.desk.store.reading() as reading:
        return tuple(one.id for one in reading.find("Пациент", 50) if one.member)


def _yesterday() -> datetime:
    return datetime.now(UTC) - timedelta(days=1)


def _at(values: list[float] | tuple[float, ...], percent: int) -> float:
    if len(values) < 2:
        return values[0] if values else 0.0
    return quantiles(values, n=100, method="inclusive")[percent - 1]

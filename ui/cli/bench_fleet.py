"""Desks of `tessera bench sync` as processes of their own: each pays and exchanges, and all of it ends by itself."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from desk_app.domain.errors import Trouble

if TYPE_CHECKING:
    from ui.compose_measuring import Place

#: Seconds that any part of it may last at most.
_PATIENCE: Final = 300.0


@dataclass(frozen=True, slots=True)
class DeskDid:
    """What one process did: payments, seconds they took, seconds of each push and of its bare rows; what it knew."""

    acts: int
    took: float
    pushes: tuple[float, ...]
    bare: tuple[float, ...]
    ops: int
    digest: str


@dataclass(frozen=True, slots=True)
class FleetDid:
    """What all of them did: seconds until the last payment was sent, and until all were equal."""

    desks: tuple[DeskDid, ...]
    sent: float
    equal: float

    @property
    def acts(self) -> int:
        """Payments of all desks."""
        return sum(one.acts for one in self.desks)

    @property
    def is_equal(self) -> bool:
        """Whether everybody holds the same, and all of it."""
        return len({(one.digest, one.ops) for one in self.desks}) == 1


def run(places: Sequence[Place], folder: Path, members: Sequence[str], acts: int, before: int) -> FleetDid:
    """A process for each place, so many payments each; `before` is the number of ops that are there already.

    Raises `Trouble` (`centre.away`) when some desk did not come to its end.
    """
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(len(places) + 1, timeout=_PATIENCE)
    results: Any = context.Queue()
    due = before + acts * len(places)
    fleet = [
        context.Process(
            target=_work, args=(place, folder / f"{place.name}.db", tuple(members), acts, due, together, results)
        )
        for place in places
    ]
    for one in fleet:
        one.start()
    try:
        together.wait()
        began = perf_counter()
        together.wait()
        sent = perf_counter() - began
        together.wait()
        equal = perf_counter() - began
        return FleetDid(tuple(results.get(timeout=_PATIENCE) for _ in fleet), sent, equal)
    except (multiprocessing.context.TimeoutError, Empty, OSError, RuntimeError):
        raise Trouble("centre.away", detail="desk") from None
    finally:
        together.abort()
        for one in fleet:
            one.join(10)
            if one.is_alive():
                one.kill()
                one.join()


def _work(
    place: Place, file: Path, members: tuple[str, ...], acts: int, due: int, together: Any, results: Any
) -> None:  # fmt: skip
    from ui import compose_measuring
    from ui.cli.bench_work import checkouts

    try:
        with compose_measuring.bench_desk(file, place) as there:
            there.exchange()
            pays = [pay(there.desk) for pay in checkouts(members, datetime.now(UTC), acts, shown=False, of=place.name)]
            there.worker.begin()
            together.wait()
            began = perf_counter()
            for pay in pays:
                pay()
            took = perf_counter() - began
            there.until(lambda: not there.waiting())
            together.wait()
            there.worker.wake()
            there.until(lambda: there.ops() >= due)
            together.wait()
            there.worker.stop(5.0)
            results.put(DeskDid(acts, took, tuple(there.pushes), tuple(there.bare), there.ops(), there.digest()))
    except BaseException:
        together.abort()
        raise

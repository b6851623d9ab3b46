"""Puts together what `tessera bench` measures: real records, many patients, networks of desks and their centre."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app import station as stations
from desk_app.ports import Desk, Json, Store
from ui import compose_records

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from db.measuring import Twin
    from db.measuring_centre import Place as Place
    from db.measuring_network import Bench as Bench
    from db.measuring_network import BenchDesk as BenchDesk
    from db.simulation.running import Simulate


def durable_twin(home: Path, acts: Sequence[Callable[[Desk], Callable[[], object]]]) -> Twin:
    """Acts on the records of `home`, each beside its bare statements; see `db.measuring`."""
    from db.measuring import durable_acts

    station, program_of = stations.load(home).station, compose_records.programs()
    desks: dict[int, Desk] = {}

    def on(act: Callable[[Desk], Callable[[], object]]) -> Callable[[Store], Callable[[], object]]:
        def run(store: Store) -> Callable[[], object]:
            if id(store) not in desks:
                desks[id(store)] = compose_records.desk_on(store, station, program_of)
            return act(desks[id(store)])

        return run

    return durable_acts(home / compose_records.DATABASE, [on(act) for act in acts])


def simulations(url: str, document: Json) -> AbstractContextManager[Simulate]:
    """Networks of desks where everything fails, on the PostgreSQL server of `url`; see `db.simulation`."""
    from db.simulation.running import simulations

    return simulations(url, document, compose_records.programs())


def look_up_twin(folder: Path, patients: int, limit: int, progress: Callable[[str, int, int], None]) -> dict[str, Twin]:
    """Look-ups of every kind among so many patients, each beside its bare statements."""
    from db.measuring import look_up

    return look_up(folder, patients, limit, progress)


def network_bench(url: str, folder: Path) -> AbstractContextManager[Bench]:
    """What is measured of a network, on the PostgreSQL server of `url`; see `db.measuring_network`."""
    from db.measuring_network import bench

    return bench(url, folder, compose_records.programs())


def bench_desk(file: Path, place: Place) -> AbstractContextManager[BenchDesk]:
    """A desk of such a network, in this process."""
    from db.measuring_network import bench_desk

    return bench_desk(file, place, compose_records.programs())

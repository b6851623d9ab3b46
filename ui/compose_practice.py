"""Puts a practice desk together: the clinic's rules and prices in a file of its own that knows no centre.

What makes it another desk than the real one is decided here and nowhere else: its file has no key and is made anew,
its people are invented, and its centre, where an exercise wants one, exists in memory alone.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_app import station as stations
from desk_app.domain.errors import Trouble
from desk_app.ports import Desk, Store
from desk_app.sync.desk_store import DeskStore
from desk_app.training import practice
from desk_app.training.practice import Ground
from ui import compose, compose_network, compose_records
from ui.home import PRACTICE_MARK
from ui.opening import Furnished, Opened

if TYPE_CHECKING:
    from db.store import SqlStore
    from desk_app.sync.worker import Told, Worker
    from desk_app.training.practice_centre import PracticeCentre

#: Marks a folder that may be emptied; holds what the desk in it was furnished with, "" until it is whole.
MARK: Final = PRACTICE_MARK


def ground_at(home: Path) -> Ground:
    """What is read of the real desk of `home`, beside an open window too; no act is written there. Raises `Trouble`."""
    from db.keys import read_key
    from db.rescue import open_to_look

    now = datetime.now(UTC)
    if not (home / compose_records.DATABASE).exists():
        from desk_app.demo.tables import price_list

        return Ground((practice.preset(now.date()),), price_list())
    with open_to_look(home / compose_records.DATABASE, read_key(home)) as store:
        return practice.ground(Desk(store, lambda: now, compose_records.programs()))


def make(folder: Path, ground: Ground, station: stations.Station) -> None:
    """Make the practice desk of `folder` anew; whatever one before left there goes.

    Raises `Trouble`: `db.second` while its window is open, `db.exists` for the folder of another desk,
    `practice.folder` for one with something else in it.
    """
    _made(folder, ground, station).close()


def prepare(
    folder: Path, ground: Ground, station: stations.Station, begin: Callable[[Desk], None], *,
    anew: bool, joined: bool, up: bool,
) -> Furnished:  # fmt: skip
    """Open the practice desk of `folder` for the window, and `begin` with it; see `ui.hour.Exercise`. Raises `Trouble`.

    What `begin` raises is raised after the desk is closed.
    """
    store = _made(folder, ground, station) if anew else _as_left(folder, ground, station)
    try:
        records = DeskStore(store)
        # over it, so that the exchange and the strip both hear of an act
        heard = DeskStore(records)
        program_of = compose_records.programs()

        def desk() -> Desk:
            return compose_records.desk_on(heard, station, program_of)

        begin(desk())
        centre = _exchanged(heard, up=up) if joined else None

        def exchanger(told: Told) -> Worker | None:
            return _worker(records, centre, told) if centre is not None else None

        opened = Opened(compose.clinic_of(store, program_of, station.language), desk, store.close, records, exchanger)
    except BaseException:
        store.close()
        raise
    return Furnished(opened, heard, _line(centre))


def _line(centre: PracticeCentre | None) -> Callable[[bool], bool]:
    """Takes the line down or up; answers whether there is one."""

    def turn(up: bool) -> bool:
        if centre is not None:
            centre.up = up
        return centre is not None

    return turn


def _made(folder: Path, ground: Ground, station: stations.Station) -> SqlStore:
    from db.store import create
    from db.trouble import one_door

    named = _named(station)
    with one_door(folder.parent):
        _empty(folder)
        stations.save(folder, named)
    store = create(folder / compose_records.DATABASE, durable=False)
    try:
        practice.furnish(compose_records.desk_on(store, named, compose_records.programs()), ground)
        with one_door(folder):
            _note(folder, ground.mark())
    except BaseException:
        store.close()
        raise
    return store


def _as_left(folder: Path, ground: Ground, station: stations.Station) -> SqlStore:
    """The desk as its trainee left it, while it is furnished with the same and can be opened; else one made anew."""
    from db.store import open_store

    if _noted(folder) == ground.mark():
        try:
            return open_store(folder / compose_records.DATABASE, durable=False)
        except Trouble as trouble:
            if trouble.code == "db.second":
                raise
    return _made(folder, ground, station)


def _named(station: stations.Station) -> stations.Station:
    """This computer's settings as the practice desk has them: nothing of it goes out."""
    return replace(station, hand_over=False, desk=station.desk or compose_records.FIRST_DESK)


def _empty(folder: Path) -> None:
    """Take away what a practice desk left in its folder; the mark stays, so that a kill half-way harms nothing."""
    from db.engine import DeskLock

    folder.mkdir(parents=True, exist_ok=True)
    if _noted(folder) is None:
        if (folder / compose_records.DATABASE).exists():
            raise Trouble("db.exists")
        if any(folder.iterdir()):
            raise Trouble("practice.folder", folder=str(folder))
        _note(folder, "")
    DeskLock(folder / compose_records.DATABASE).close()
    _note(folder, "")
    for one in folder.iterdir():
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        elif one.name != MARK:
            one.unlink()


def _note(folder: Path, mark: str) -> None:
    (folder / MARK).write_text(json.dumps({"ground": mark}), encoding="utf-8")


def _noted(folder: Path) -> str | None:
    """What the desk of a folder was furnished with, "" while that is not known; None for a folder of something else."""
    try:
        found = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return ""
    return str(found.get("ground", "")) if isinstance(found, dict) else ""


def _exchanged(store: Store, *, up: bool) -> PracticeCentre:
    """A centre that holds what the desk holds; then its line is as the exercise wants it."""
    from desk_app.sync.driving import World, drive
    from desk_app.sync.engine import one_round
    from desk_app.sync.memory import Memory
    from desk_app.training.practice_centre import PracticeCentre

    centre = PracticeCentre(lambda: datetime.now(UTC))
    drive(one_round(store, Memory(compose_network.app())), World(centre.answer, lambda _: False))
    centre.up = up
    return centre


def _worker(store: Store, centre: PracticeCentre, told: Told) -> Worker:
    from desk_app.sync.memory import Memory
    from desk_app.sync.worker import Line, Worker

    return Worker(store, Line(centre.answer), told, memory=Memory(compose_network.app()))

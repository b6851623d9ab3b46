"""The desk's work beside its raw twin: the same statements through the bare driver, on a copy of the same file."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from db import raw_twin
from db.bulk import load
from db.crowd import crowd
from db.reading import SqlReading
from db.store import SqlStore, create
from db.writing import SqlWriting
from desk_app.domain.lookup_keys import other_layout
from desk_app.ports import Store

#: What is done at a desk: called with its store it makes ready, and answers what is measured.
Act = Callable[[Store], Callable[[], object]]
#: Told what is being done, how much of it is done and how much there is.
Progress = Callable[[str, int, int], None]
#: How often each look-up is asked, two of them to warm up.
_TURNS = 8


@dataclass(frozen=True, slots=True)
class Twin:
    """Seconds of single acts, ours and raw, in the order they were done; `…_busy` without what was waited for.

    What looks things up waits for nothing, and has none of the latter.
    """

    ours: tuple[float, ...]
    raw: tuple[float, ...]
    ours_busy: tuple[float, ...] = ()
    raw_busy: tuple[float, ...] = ()

    def at(self, percent: int) -> tuple[float, float]:
        """Both at a percentile."""
        return _percentile(self.ours, percent), _percentile(self.raw, percent)

    def busy_at(self, percent: int) -> tuple[float, float]:
        """Both at a percentile, as if the disk were there at once."""
        return _percentile(self.ours_busy, percent), _percentile(self.raw_busy, percent)


def _percentile(values: Sequence[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]


def asked_lines(count: int, seed: int = 3) -> dict[str, list[str]]:
    """Lines that are typed at a desk, by kind, about people of a crowd of that size."""
    dice = random.Random(seed)
    people = [one for number, one in enumerate(crowd(min(count, 20_000))) if number % 40 == 0][:200]
    kinds: dict[str, list[str]] = {
        "name": [one.surname[:4] for one in people],
        "two names": [f"{one.surname[:3]} {one.given[:2]}" for one in people],
        "phone tail": [one.phones[0][-7:] for one in people],
        "card": [one.card for one in people if one.card],
        "birth date": [".".join(reversed((one.birth_date or "").split("-"))) for one in people],
        "wrong layout": [other_layout(one.surname[:5]) for one in people],
    }
    for lines in kinds.values():
        dice.shuffle(lines)
    return kinds


def look_up(folder: Path, count: int, limit: int, progress: Progress) -> dict[str, Twin]:
    """Look-ups among so many patients, each kind beside its statements alone; all warm.

    Each line is asked several times, by us and bare in turn, and the median of its times is kept: a percentile is then
    one of lines, not of what else the computer was busy with.
    """
    path = folder / f"crowd-{count}.db"
    with create(path, durable=False) as store:
        load(store, crowd(count), lambda done: progress(f"{count:,}", done, count))
        with raw_twin.bare_reading(path) as bare:
            found = {kind: _asked(store, lines, limit, bare) for kind, lines in asked_lines(count).items()}
    path.unlink()
    return found


def _asked(store: SqlStore, lines: Sequence[str], limit: int, bare: Callable[[raw_twin.Script], float]) -> Twin:
    def ask(line: str) -> float:
        began = time.perf_counter()
        with store.reading() as reading:
            reading.find(line, limit)
        return time.perf_counter() - began

    scripts = [raw_twin.noted_reading(store, lambda reading, line=line: reading.find(line, limit)) for line in lines]  # type: ignore[misc]  # the line of this turn
    ours: list[list[float]] = [[] for _ in lines]
    raw: list[list[float]] = [[] for _ in lines]
    for turn in range(_TURNS):
        for number, (line, script) in enumerate(zip(lines, scripts, strict=True)):
            # who is second finds the pages in the processor's memory
            if turn % 2:
                raw[number].append(bare(script))
            ours[number].append(ask(line))
            if not turn % 2:
                raw[number].append(bare(script))
    # the first two turns warm up
    return Twin(tuple(median(times[2:]) for times in ours), tuple(median(times[2:]) for times in raw))


class _NotingStore:
    """A store that notes every statement of the acts it serves."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.scripts: list[tuple[str, raw_twin.Script]] = []

    @contextmanager
    def reading(self) -> Iterator[SqlReading]:
        with self.store.reading() as reading:
            self._note("BEGIN", reading)
            yield reading

    @contextmanager
    def writing(self) -> Iterator[SqlWriting]:
        with self.store.writing() as writing:
            self._note("BEGIN IMMEDIATE", writing)
            yield writing

    def _note(self, begin: str, door: SqlReading) -> None:
        script: raw_twin.Script = []
        self.scripts.append((begin, script))
        door.cursor = raw_twin.noting(door.cursor, script)


def noted_acts(store: SqlStore, acts: Sequence[Act]) -> list[list[tuple[str, raw_twin.Script]]]:
    """Do some acts; of each, its transactions: what began them, and their statements."""
    noting, scripts = _NotingStore(store), []
    for act in acts:
        ready = act(noting)
        noting.scripts = []
        ready()
        scripts.append(noting.scripts)
    return scripts


def durable_acts(path: Path, acts: Sequence[Act], warm_up: int = 5) -> Twin:
    """Acts on the desk file `path` and their statements on a copy of it, in turn and both durable.

    The statements are noted on another copy beforehand. In turn, for the disk is quicker at one moment than at another.
    """
    copy, plain = path.with_name("twin.db"), path.with_name("plain.db")
    shutil.copyfile(path, copy)
    shutil.copyfile(path, plain)
    with SqlStore(copy) as store:
        scripts = noted_acts(store, acts)
    ours: list[tuple[float, float]] = []
    raw: list[tuple[float, float]] = []
    with SqlStore(path) as store, raw_twin.bare_acting(plain) as bare:
        for turn, (act, script) in enumerate(zip(acts, scripts, strict=True)):
            # who is second finds the disk as the first has left it
            if turn % 2:
                raw.append(_spent(partial(bare, script)))
            ours.append(_spent(act(store)))
            if not turn % 2:
                raw.append(_spent(partial(bare, script)))
    both = (*zip(*ours[warm_up:], strict=True), *zip(*raw[warm_up:], strict=True))
    return Twin(both[0], both[2], both[1], both[3])


def _spent(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and those this thread was busy."""
    began, busy = time.perf_counter(), time.thread_time()
    work()
    return time.perf_counter() - began, time.thread_time() - busy

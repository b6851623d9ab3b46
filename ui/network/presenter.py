"""Gathers what the room of the network shows: the state, the acts that wait, the desks, and what came of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.sync import copied, joined
from desk_app.sync.courier import Answered, Carried
from desk_app.sync.desks import KnownDesk, known_desks
from desk_app.sync.joined import Joined
from desk_app.sync.state import Network
from desk_app.sync.unsent import Unsent, unsent

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]
LISTED = 100
"""Acts that are listed; of more only the number is told."""


@dataclass(frozen=True)
class NetworkState:
    """Everything the room shows. `place` is None for a desk alone; `done` what came of a courier's file.

    `copied` is when the desk was found to be a copy of another one, milliseconds UTC, while that is news. `twice` is a
    receipt's number that this desk and another one gave, because both bore one code; `code` is this desk's own now.
    """

    network: Network
    place: Joined | None = None
    acts: tuple[Unsent, ...] = ()
    desks: tuple[KnownDesk, ...] = ()
    busy: bool = False
    done: Carried | Answered | None = None
    problem: Refusal | Trouble | None = None
    copied: int | None = None
    twice: str = ""
    code: str = ""


class NetworkPresenter:
    """Reads the records for what it shows; courier's files are written and read on the worker."""

    def __init__(
        self,
        desk: Desk,
        home: Path,
        network: Callable[[], Network | None],
        show: Callable[[NetworkState], None],
        run: Run,
        write: Callable[[Path], Carried],
        take: Callable[[Path, Path], Answered],
    ) -> None:
        self._desk = desk
        self._home = home
        self._network = network
        self._show = show
        self._run = run
        self._write = write
        self._take = take
        self.state = NetworkState(Network())

    def refresh(self) -> None:
        """Read everything anew."""
        place = joined.read(self._home)
        self.state = replace(self.state, place=place if place is not None and place.done else None)
        self.follow()
        if self.state.place is not None:
            # all numbers are looked through: that takes longer than a key may wait
            self._run(self._given_twice, lambda number: self._become(twice=number, code=self._desk.code), self._failed)

    def _given_twice(self) -> str:
        with self._desk.store.reading() as reading:
            return reading.number_given_twice()

    def follow(self) -> None:
        """The network says something else: what waits may be something else, too."""
        with self._desk.store.reading() as reading:
            waiting, since = reading.waiting(), reading.waiting_since()
            found = copied.found(reading, int(self._desk.clock().timestamp() * 1000))
        network = self._network() or Network("alone", waiting, since)
        acts = unsent(self._desk, LISTED)
        desks = known_desks(self._desk) if self.state.place is not None else ()
        self._become(network=network, acts=acts, desks=desks, copied=found)

    def write_courier(self, file: Path) -> None:
        """Write what waits into a file for another desk."""
        self._begin(lambda: self._write(file))

    def take_courier(self, file: Path, answer: Path) -> None:
        """Take in what another desk wrote, and answer it."""
        self._begin(lambda: self._take(file, answer))

    def _begin(self, work: Callable[[], Carried | Answered]) -> None:
        if not self.state.busy:
            self._become(busy=True, done=None, problem=None)
            self._run(work, self._done, self._failed)

    def _done(self, done: Carried | Answered) -> None:
        self.state = replace(self.state, busy=False, done=done)
        self.follow()

    def _failed(self, why: Exception) -> None:
        self._become(busy=False)
        if not isinstance(why, Refusal | Trouble):
            raise why
        self._become(problem=why)

    def _become(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)

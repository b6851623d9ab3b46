"""A simulated computer: a real desk file, the engine at work on it, and a clock that may be wrong."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db.engine import connect
from db.store import SqlStore, open_store
from db.streams import begin
from db.writing import SqlWriting
from desk_app.domain.errors import Trouble
from desk_app.domain.program import Program
from desk_app.ports import Desk, Reading, VersionRecord, Writing
from desk_app.sync.calls import Ahead, Call, Draw, Now, Tell, Wait
from desk_app.sync.engine import rounds
from desk_app.sync.memory import Memory, Turn
from desk_app.sync.state import Network

ProgramOf = Callable[[VersionRecord], Program]


class _Reproduced(SqlWriting):
    """Writing that takes the names of new streams from the luck of the seed."""

    luck: random.Random

    def begin_stream(self) -> str:
        """As ever, by a name that the same seed chooses again."""
        return begin(self.cursor, self.fingerprint(), luck_name(self.luck))


def luck_name(luck: random.Random) -> str:
    """A stream's name out of the luck of a seed."""
    return str(uuid.UUID(int=luck.getrandbits(128), version=4))


class FullDisk:
    """A store whose transactions may be undone at their end, as on a disk that is full just then."""

    def __init__(self, store: SqlStore, strikes: Callable[[], bool], luck: random.Random) -> None:
        self._store = store
        self._strikes = strikes
        self._luck = luck

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """The store's own."""
        with self._store.reading() as reading:
            yield reading

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """The store's own, which may fail after everything was written. Raises `Trouble` (`disk.full`)."""
        with self._store.writing() as inner:
            writing = _Reproduced(inner.cursor, inner.ahead)
            writing.luck = self._luck
            yield writing
            if self._strikes():
                raise Trouble("disk.full")


class Computer:
    """One desk through time. `turn` is the engine in the middle of its work, `call` what it waits for."""

    def __init__(
        self, name: str, role: str, path: Path, clock: Callable[[], int], luck: random.Random, program_of: ProgramOf
    ) -> None:
        self.name = name
        self.role = role
        self.path = path
        self.skew = 0
        self.disk_full: float = 0.0
        self.backups: list[Path] = []
        self.state: Network | None = None
        self.memory = Memory("simulated")
        self.wakes = 0
        self.away = False
        self._clock = clock
        self._luck = luck
        self._program_of = program_of
        self._copies = 0
        self._turn: Turn[None] | None = None
        self.call: Call | None = None
        self.store = open_store(path, durable=False)
        self.desk = self._desk()

    def _desk(self) -> Desk:
        return Desk(self.store, lambda: datetime.fromtimestamp(self.now() / 1000, UTC), self._program_of,
                    code=self.name, operator="e-1", cache={})  # fmt: skip

    def now(self) -> int:
        """What this computer's clock says, in milliseconds UTC."""
        return self._clock() + self.skew

    def advance(self, answer: Any = None, trouble: Trouble | None = None) -> None:
        """Let the engine go on to its next call over the network, or to its next pause."""
        if self._turn is None:
            store = FullDisk(self.store, lambda: self._luck.random() < self.disk_full, self._luck)
            self.memory = Memory("simulated")
            self._turn = rounds(store, self.memory)
            self.call = next(self._turn)
        elif trouble is not None:
            self.call = self._turn.throw(trouble)
        else:
            self.call = self._turn.send(answer)
        while True:
            match self.call:
                case Now():
                    self.call = self._turn.send(self.now())
                case Draw():
                    self.call = self._turn.send(self._luck.random())
                case Tell(state):
                    self.state = state
                    self.call = self._turn.send(None)
                case Ahead():
                    self.call = self._turn.send(None)
                case Wait(seconds):
                    self.wakes = self._clock() + int(seconds * 1000)
                    return
                case _:
                    return

    @property
    def rests(self) -> bool:
        """Whether it has nothing left to do, not even for others."""
        state = self.state
        return state is not None and state.kind == "online" and not state.waiting and not self.memory.lacking

    def kill(self) -> None:
        """The process dies wherever it is; only what was committed is there afterwards."""
        self._stop()
        self._open()

    def save(self) -> None:
        """A backup of the file as it is."""
        self._copies += 1
        copy = self.path.with_name(f"{self.path.stem}-{self._copies}.saved")
        self.copy_to(copy)
        self.backups.append(copy)

    def copy_to(self, to: Path) -> None:
        """The file of this moment, once more."""
        with closing(connect(self.path, reader=False, durable=False)) as connection:
            connection.execute("VACUUM INTO ?", (str(to),))

    def go_back(self, copy: Path, *, knowing: bool) -> None:
        """The file is replaced by a backup; `knowing` says that a new stream is begun, as our own restore does."""
        self._stop()
        for tail in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + tail).unlink(missing_ok=True)
        self.path.write_bytes(copy.read_bytes())
        self._open()
        if knowing:
            with self.store.writing() as writing:
                begin(writing.cursor, writing.fingerprint(), luck_name(self._luck))

    def close(self) -> None:
        """Let go of the file."""
        self._stop()

    def _stop(self) -> None:
        if self._turn is not None:
            self._turn.close()
        self._turn = self.call = None
        self.wakes = 0
        self.store.close()

    def _open(self) -> None:
        self.store = open_store(self.path, durable=False)
        self.desk = self._desk()

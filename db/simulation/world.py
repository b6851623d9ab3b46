"""Runs a network of desks through a seed: acts, calls, faults, then healing, and the question whether all holds."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from db.simulation.acts import Clerk
from db.simulation.computers import Computer, ProgramOf, luck_name
from db.simulation.faraway import Faraway
from db.simulation.faults import NONE, Faults, swarm
from db.simulation.invariants import findings, held_anywhere
from db.simulation.poison import poisonous_stream
from db.store import create, open_store
from db.streams import begin
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Json
from desk_app.sync.calls import Call, Heads, Push, Wait

#: Milliseconds UTC at which every simulation begins: 10 January 2025, nine in the morning in Moscow.
_BEGINS: Final = 1_736_488_800_000
_MINUTE: Final = 60_000
_DAY: Final = 86_400_000
#: So many rounds of everybody must be enough after everything was healed.
_PATIENCE: Final = 30


class SimulationFailed(AssertionError):
    """A law did not hold; the seed and the number of steps bring it about again."""


@dataclass(slots=True)
class Outcome:
    """What a seed went through."""

    seed: int
    steps: int
    acts: int = 0
    refused: int = 0
    calls: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    ops: int = 0
    rounds: int = 0


def _bent(push: Push, place: int) -> Push:
    """A push in which one act does not say what it said when it was chained."""
    op = push.ops[place]
    bent = op._replace(body=op.body.replace('"v":1', '"v":2', 1))
    return replace(push, ops=(*push.ops[:place], bent, *push.ops[place + 1 :]))


def fresh_desk(folder: Path) -> Path:
    """An empty desk file, made once; every desk begins as a copy of it."""
    path = folder / "fresh-desk"
    if not path.exists():
        create(path, durable=False).close()
    return path


class World:
    """Some desks, a centre, a clock, and luck."""

    def __init__(
        self,
        seed: int,
        folder: Path,
        faraway: Faraway,
        document: Json,
        program_of: ProgramOf,
        faults: Faults | None = None,
    ) -> None:
        self._luck = random.Random(seed)
        self._folder = folder
        self._faraway = faraway
        self._program_of = program_of
        self.now = _BEGINS
        self.faults = faults or swarm(self._luck)
        self.outcome = Outcome(seed, 0)
        self._clerk = Clerk(self._luck, document)
        self._computers: list[Computer] = []
        self._late: list[tuple[str, Call]] = []
        self._stale: dict[str, Any] = {}
        self._lasting: set[str] = set()
        self._shut_out: set[str] = set()
        faraway.begin(self.clock)
        for number in range(self._luck.randint(2, 5)):
            path = folder / f"d{number}.db"
            shutil.copyfile(fresh_desk(folder.parent), path)
            with open_store(path, durable=False) as store, store.writing() as writing:
                begin(writing.cursor, path.stem, luck_name(self._luck))
            self._add(f"d{number}", faraway.new_desk(f"d{number}"), path)
        self._clerk.open_clinic(self._computers[0].desk)

    def clock(self) -> int:
        """The true time, in milliseconds UTC."""
        return self.now

    def _add(self, name: str, role: str, path: Path) -> None:
        self._computers.append(Computer(name, role, path, self.clock, self._luck, self._program_of))

    def run(self, steps: int) -> Outcome:
        """So many steps, then healing. Raises `SimulationFailed`."""
        try:
            for _ in range(steps):
                self.outcome.steps += 1
                self._step()
            self._heal()
        except SimulationFailed as failed:
            raise SimulationFailed(f"seed {self.outcome.seed}, {steps} steps: {failed}") from failed
        finally:
            for computer in self._computers:
                computer.close()
        return self.outcome

    # --- one step ---

    def _step(self) -> None:
        luck, faults = self._luck, self.faults
        self.now += luck.choice((50, 200, 1000, 5000, _MINUTE))
        if luck.random() < 0.01:
            self.now += luck.choice((_MINUTE * 90, _DAY, _DAY * 9))
        computer = luck.choice(self._computers)
        if luck.random() < 0.3:
            self._act(computer)
        else:
            self._exchange(computer)
        if self._late and luck.random() < 0.2:
            role, call = self._late.pop(0)
            with suppress(Trouble):
                self._faraway.ask(role, call)
        for name in ("killed", "snapshot", "restored", "rolled_back", "copied", "centre_saved", "centre_restored",
                     "centre_lost_tail", "clock", "poison", "revoked", "same_id"):  # fmt: skip
            if luck.random() < getattr(faults, name):
                getattr(self, f"_{name}")(luck.choice(self._computers))

    def _act(self, computer: Computer, identifier: str = "") -> None:
        try:
            self._clerk.act(computer.desk, identifier)
            self.outcome.acts += 1
        except Refusal:
            self.outcome.refused += 1

    def _exchange(self, computer: Computer) -> None:
        call = computer.call
        if call is None or isinstance(call, Wait):
            if call is None or self.now >= computer.wakes or self._luck.random() < 0.3:
                with self._disk(computer):
                    computer.advance(False if call is not None else None)
            return
        self.outcome.calls += 1
        answer, trouble = self._answer(computer.role, call)
        with self._disk(computer):
            computer.advance(answer, trouble)

    @contextmanager
    def _disk(self, computer: Computer) -> Iterator[None]:
        computer.disk_full = self.faults.disk_full
        try:
            yield
        finally:
            computer.disk_full = 0.0

    def _answer(self, role: str, call: Call) -> tuple[Any, Trouble | None]:
        """What the network makes of a call."""
        luck, faults, seen = self._luck, self.faults, self.outcome.faults
        away = Trouble("centre.away")
        if luck.random() < faults.request_lost:
            seen["request_lost"] += 1
            return None, away
        if luck.random() < faults.refused:
            seen["refused"] += 1
            return None, away
        if luck.random() < faults.late:
            seen["late"] += 1
            self._late.append((role, call))
            return None, away
        if isinstance(call, Heads) and role in self._stale and luck.random() < faults.stale:
            seen["stale"] += 1
            return self._stale[role], None
        if isinstance(call, Push) and luck.random() < faults.bent:
            seen["bent"] += 1
            call = _bent(call, luck.randrange(len(call.ops)))
        try:
            answer = self._faraway.ask(role, call)
            if isinstance(call, Push) and luck.random() < faults.doubled:
                seen["doubled"] += 1
                answer = self._faraway.ask(role, call)
        except Trouble as trouble:
            return None, trouble
        if luck.random() < faults.reply_lost:
            seen["reply_lost"] += 1
            return None, away
        if isinstance(call, Heads):
            self._stale[role] = answer
        return answer, None

    # --- faults ---

    def _killed(self, computer: Computer) -> None:
        self.outcome.faults["killed"] += 1
        computer.kill()

    def _snapshot(self, computer: Computer) -> None:
        self.outcome.faults["snapshot"] += 1
        computer.save()

    def _restored(self, computer: Computer, *, knowing: bool = True) -> None:
        if computer.backups:
            self.outcome.faults["restored" if knowing else "rolled_back"] += 1
            with self._destroying():
                computer.go_back(self._luck.choice(computer.backups), knowing=knowing)

    def _rolled_back(self, computer: Computer) -> None:
        self._restored(computer, knowing=False)

    def _copied(self, computer: Computer) -> None:
        if len(self._computers) < 8:
            self.outcome.faults["copied"] += 1
            name = f"{computer.name}x{len(self._computers)}"
            path = self._folder / f"{name}.db"
            computer.copy_to(path)
            self._add(name, computer.role, path)

    def _centre_saved(self, _: Computer) -> None:
        self.outcome.faults["centre_saved"] += 1
        self._faraway.save()

    def _centre_restored(self, _: Computer) -> None:
        self._centre_goes_back("centre_restored", self._luck.randrange(max(1, self._faraway.saved)))

    def _centre_lost_tail(self, _: Computer) -> None:
        self._centre_goes_back("centre_lost_tail", self._faraway.saved - 1)

    def _centre_goes_back(self, fault: str, number: int) -> None:
        if self._faraway.saved:
            self.outcome.faults[fault] += 1
            with self._destroying():
                self._faraway.go_back(number)

    def _clock(self, computer: Computer) -> None:
        self.outcome.faults["clock"] += 1
        computer.skew = self._luck.choice((0, 0, 1, -1, 40, -40, 365, -365)) * _DAY

    def _poison(self, computer: Computer) -> None:
        self.outcome.faults["poison"] += 1
        with suppress(Trouble):
            self._faraway.ask(computer.role, poisonous_stream(self._luck, self.now))

    def _revoked(self, computer: Computer) -> None:
        self.outcome.faults["revoked"] += 1
        self._shut_out.add(computer.role)
        self._faraway.revoke(computer.role)

    def _same_id(self, computer: Computer) -> None:
        self.outcome.faults["same_id"] += 1
        identifier = self._clerk.fresh()
        for one in {id(c): c for c in (computer, self._luck.choice(self._computers))}.values():
            self._act(one, identifier)

    @contextmanager
    def _destroying(self) -> Iterator[None]:
        """What is held nowhere any more afterwards was destroyed with all its copies, and need not be found again."""
        before = held_anywhere(self._computers, self._faraway) | self._lasting
        yield
        self._lasting = before & held_anywhere(self._computers, self._faraway)

    # --- the end ---

    def _heal(self) -> None:
        """The network is there again: without anybody doing anything, all must come to hold the same."""
        self.faults = NONE
        for role in sorted(self._shut_out):
            self._faraway.allow(role)
        for role, call in self._late:
            with suppress(Trouble):
                self._faraway.ask(role, call)
        self._late.clear()
        lasting = self._lasting | held_anywhere(self._computers, self._faraway)
        before = None
        for self.outcome.rounds in range(1, _PATIENCE + 1):
            for computer in self._computers:
                self._whole_round(computer)
            self.now += 90_000
            after = self._faraway.heads()
            if after == before and all(one.rests for one in self._computers):
                break
            before = after
        else:
            states = [(one.name, one.state) for one in self._computers]
            raise SimulationFailed(f"I16: not at rest after {_PATIENCE} rounds: {states}")
        self.outcome.ops = self._faraway.count()
        for finding in findings(self._computers, self._faraway, lasting):
            raise SimulationFailed(finding)

    def _whole_round(self, computer: Computer) -> None:
        """From wherever the engine is to its next pause, with every call answered."""
        for _ in range(2):
            if computer.call is None or isinstance(computer.call, Wait):
                computer.advance(False if computer.call is not None else None)
            for _ in range(10_000):
                if computer.call is None or isinstance(computer.call, Wait):
                    break
                answer, trouble = self._answer(computer.role, computer.call)
                computer.advance(answer, trouble)
            else:
                raise SimulationFailed(f"I16: {computer.name} never comes to rest, last asked {computer.call}")

"""The thread on which a desk exchanges acts with the centre while people work: it can be woken, asked and stopped.

It waits by the clock and not for events: whatever was missed, the next look finds it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Any, Final

from desk_app.domain.errors import Trouble
from desk_app.ports import Store
from desk_app.sync.calls import Call, Pull, Pushed
from desk_app.sync.driving import World, drive
from desk_app.sync.engine import rounds
from desk_app.sync.memory import Memory, network
from desk_app.sync.state import Network

#: Seconds after an act at the desk: the acts of one payment go together.
SOON: Final = 0.3
#: Seconds until somebody else's exchange of the same desk, or a fault of ours, is looked at again.
_AGAIN: Final = 10.0
#: Since when a stream lacks its owner, for which nobody waits.
LONG_AGO: Final = 0


class Stopped(Exception):
    """Nobody wants the exchange any more."""


def _nothing(*_: object) -> None:
    return None


@dataclass(slots=True)
class Told:
    """Whom the worker tells, from its own thread: the state, that acts of others came, that it failed unforeseen."""

    state: Callable[[Network], None] = _nothing
    arrived: Callable[[], None] = _nothing
    failed: Callable[[Exception], None] = _nothing


@dataclass(slots=True)
class Line:
    """The line to the centre: `ask` answers a call or raises `Trouble`; `cut` breaks a call from another thread."""

    ask: Callable[[Call], Any]
    cut: Callable[[], None] = _nothing
    hang_up: Callable[[], None] = _nothing


@dataclass(slots=True)
class Asked:
    """Somebody waits to hear whether a whole round went through: `done` is set when `complete` says so."""

    done: threading.Event = field(default_factory=threading.Event)
    complete: bool = False


class Worker:
    """Begins when it is told to, and is over within a second of being stopped, whatever the network does.

    `alone` is held while it exchanges: one desk file is exchanged once at a time (`sync.second`).
    """

    def __init__(
        self,
        store: Store,
        line: Line,
        told: Told,
        alone: Callable[[], AbstractContextManager[object]] = nullcontext,
        memory: Memory | None = None,
    ) -> None:
        self.memory = memory or Memory()
        self.state = Network("greeting")
        self._store = store
        self._line = line
        self._told = told
        self._alone = alone
        self._bell = threading.Condition()
        self._wake_at: float | None = None
        self._stopped = False
        self._asked: list[Asked] = []
        self._answering: list[Asked] = []
        self._came = False
        self._thread: threading.Thread | None = None

    # from any thread

    def begin(self) -> None:
        """Exchange from now on."""
        # a network that answers nothing must not keep the app from ending
        self._thread = threading.Thread(target=self._run, name="exchange", daemon=True)
        self._thread.start()

    def wake(self, after: float = 0.0) -> None:
        """Look again in so many seconds, or sooner if that was wanted before."""
        with self._bell:
            moment = monotonic() + after
            self._wake_at = moment if self._wake_at is None else min(moment, self._wake_at)
            self._bell.notify_all()

    def ask(self) -> Asked:
        """Run a whole round now; what is answered is told when it is over.

        A desk that is known to be away answers at once: no patient waits for a line that is not there.
        """
        asked = Asked()
        if self.state.kind not in ("online", "sending", "fetching", "greeting"):
            asked.done.set()
            return asked
        with self._bell:
            self._asked.append(asked)
            self._wake_at = monotonic()
            self._bell.notify_all()
        return asked

    def ask_first(self, seconds: float = 1.0) -> bool:
        """The same, waited for that long at most; whether both sides hold the same."""
        asked = self.ask()
        asked.done.wait(seconds)
        return asked.complete

    def give(self, streams: Iterable[str], seconds: float = 10.0) -> None:
        """Pass acts of others, whose desk cannot send them, on to the centre now; as far as that goes in this time."""
        self.memory.lacking = {**self.memory.lacking, **dict.fromkeys(streams, LONG_AGO)}
        # what was given comes back in the round after it, and is known to be there then
        if self.ask_first(seconds):
            self.ask_first(seconds)

    def stop(self, seconds: float = 1.0) -> bool:
        """End it; False when the thread still hangs in a call of the system after so many seconds."""
        with self._bell:
            self._stopped = True
            self._bell.notify_all()
        if self._thread is None:
            return True
        self._thread.join(seconds / 10)
        if self._thread.is_alive():
            self._line.cut()
            self._thread.join(seconds)
        return not self._thread.is_alive()

    # on the worker

    def _run(self) -> None:
        try:
            while True:
                self._hold_and_exchange()
        except Stopped:
            pass
        finally:
            self._answer(complete=False)
            self._line.hang_up()

    def _hold_and_exchange(self) -> None:
        """Until it is stopped, or until something happens that the rounds do not deal with."""
        try:
            with self._alone():
                drive(rounds(self._store, self.memory), World(self._ask, self._wait, self._tell))
        except Trouble as trouble:
            self._stumbled(trouble.code)
        except Stopped:
            raise
        except Exception as bug:  # noqa: BLE001 - the desk works on without the exchange, and somebody has to hear of it
            self._told.failed(bug)
            self._stumbled("bug")

    def _stumbled(self, code: str) -> None:
        self.memory.code, self.memory.welcome, self.memory.gated = code, None, None
        try:
            self._tell(network(self._store, self.memory, "trouble"))
        except Trouble:
            # the records themselves cannot be read
            self._tell(replace(self.state, kind="trouble", code=code))
        self._wait(_AGAIN)

    def _ask(self, call: Call) -> Any:
        self._go_on()
        try:
            answer = self._line.ask(call)
        finally:
            self._go_on()
        # acts of others, or own ones that the centre dates otherwise
        if answer if isinstance(call, Pull) else isinstance(answer, Pushed) and answer.moved:
            self._came = True
        return answer

    def _go_on(self) -> None:
        if self._stopped:
            raise Stopped

    def _tell(self, state: Network) -> None:
        self._go_on()
        self.state = state
        self._told.state(state)

    def _wait(self, seconds: float) -> bool:
        """A round is over: tell what came of it, then rest."""
        self._answer(complete=self.state.kind == "online" and not self.state.waiting)
        if self._came:
            self._came = False
            self._told.arrived()
        until = monotonic() + seconds
        with self._bell:
            while True:
                self._go_on()
                now = monotonic()
                if self._wake_at is not None and self._wake_at <= now:
                    self._wake_at = None
                    self._answering, self._asked = self._asked, []
                    return True
                if until <= now:
                    self._answering, self._asked = self._asked, []
                    return False
                self._bell.wait(min(until, self._wake_at or until) - now)

    def _answer(self, *, complete: bool) -> None:
        answering, self._answering = self._answering, []
        for one in answering:
            one.complete = complete
            one.done.set()

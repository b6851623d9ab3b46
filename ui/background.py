"""Work done elsewhere with its answer brought back to the window: one thread, one queue, no lock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

TURN = 0.0005
"""Seconds a busy worker keeps the interpreter from the window. With Python's own five milliseconds a key that needs it
ten times, as an import does, waits for twenty of them."""

Answer = TypeVar("Answer")


class Run(Protocol):
    """What a presenter sees of this: tests pass one that runs at once."""

    def __call__(
        self, work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[Exception], None]
    ) -> None: ...


class Background(QObject):
    """One worker thread with a name ("press", "opening"); jobs are done in the order they are given.

    A store is opened, used and closed inside one `work`; what comes back is frozen data.
    """

    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._pool: ThreadPoolExecutor | None = None
        # Sent from the worker it is queued; nothing else sends it.
        self._answered.connect(self._speak)
        self._closed = False

    def run(
        self, work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[Exception], None]
    ) -> None:
        """Call `work` on the worker; then, on the window's thread, `done` with its answer or `failed` with why not."""

        def job() -> None:
            try:
                answer = work()
            except Exception as trouble:  # noqa: BLE001 - whatever went wrong there has to be told here, not lost in a thread
                self._tell(_bind(failed, trouble))
            else:
                self._tell(_bind(done, answer))

        if self._closed:
            return
        if self._pool is None:
            # The first job comes after the first paint, and so does what threads need.
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
            sys.setswitchinterval(TURN)
        self._pool.submit(job)

    def to_main(self, call: Callable[[], None]) -> None:
        """Have `call` made on the thread of the window: how long work tells its progress."""
        self._tell(call)

    def close(self) -> None:
        """Finish what was begun, start nothing more, tell nobody."""
        self._closed = True
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _tell(self, call: Callable[[], None]) -> None:
        if not self._closed:
            self._answered.emit(call)

    def _speak(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()


Argument = TypeVar("Argument")


def _bind(call: Callable[[Argument], None], argument: Argument) -> Callable[[], None]:
    return lambda: call(argument)

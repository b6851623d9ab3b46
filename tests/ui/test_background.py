"""Work is done elsewhere and its answer comes back here, in order, and never after closing."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.background import Background


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Background]:
    made = Background("press")
    yield made
    made.close()


def test_work_runs_on_the_worker_and_the_answer_on_the_window(worker: Background, qtbot: QtBot) -> None:
    threads: list[str] = []
    worker.run(lambda: threading.current_thread().name, threads.append, lambda _: None)
    worker.run(lambda: 0, lambda _: threads.append(threading.current_thread().name), lambda _: None)
    qtbot.waitUntil(lambda: len(threads) == 2)

    assert threads[0].startswith("press")
    assert threads[1] == "MainThread"


def test_what_failed_there_is_told_here(worker: Background, qtbot: QtBot) -> None:
    told: list[Exception] = []
    worker.run(lambda: 1 // 0, lambda _: None, told.append)
    qtbot.waitUntil(lambda: bool(told))

    assert isinstance(told[0], ZeroDivisionError)


def test_jobs_are_done_in_the_order_they_were_given(worker: Background, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(20):
        worker.run(lambda number=number: number, order.append, lambda _: None)  # type: ignore[misc]  # bound now
    qtbot.waitUntil(lambda: len(order) == 20)

    assert order == list(range(20))


def test_nothing_is_told_after_closing(worker: Background) -> None:
    told: list[int] = []
    worker.run(lambda: 1, told.append, lambda _: None)
    worker.close()
    worker.run(lambda: 2, told.append, lambda _: None)
    QCoreApplication.processEvents()

    assert told == []

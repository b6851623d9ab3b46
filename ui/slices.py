"""Work that would hold the window up, done a slice at a time: between two slices every key is heard."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer

PAUSE = 1
"""Milliseconds between two slices. With none, Qt posts the next one into the queue it is just emptying, and hears no
key before the last."""


def at_once(slices: Iterator[None]) -> None:
    """Do them all now: nobody waits."""
    for _ in slices:
        pass


def one_by_one(owner: QObject, slices: Iterator[None]) -> None:
    """Go on to the next `yield` in each turn of the event loop; with `owner` the rest goes too."""
    done = object()
    if next(slices, done) is not done:
        QTimer.singleShot(PAUSE, owner, partial(one_by_one, owner, slices))

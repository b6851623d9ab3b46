"""Work that would hold the window up, done a slice at a time: between two slices every key is heard."""

from collections.abc import Generator, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

PAUSE = 1
"""Milliseconds between two slices. With none, Qt posts the next one into the queue it is just emptying, and hears no
key before the last."""


Made = TypeVar("Made")


def whole(slices: Generator[None, None, Made]) -> Made:
    """What is made in slices, made now: nobody waits."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            made: Made = end.value
            return made


def at_once(slices: Iterator[None]) -> None:
    """Do them all now: nobody waits."""
    for _ in slices:
        pass


def one_by_one(owner: QObject, slices: Iterator[None]) -> None:
    """Go on to the next `yield` in each turn of the event loop; with `owner` the rest goes too."""
    done = object()
    if next(slices, done) is not done:
        QTimer.singleShot(PAUSE, owner, partial(one_by_one, owner, slices))

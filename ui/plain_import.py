"""Loads Qt in the least time, and without leaving its tax on every later import."""

import builtins
import gc
import sys

ENOUGH = 1 << 40
"""References that no desk uses up: a million a second for twelve days."""


def load_qt() -> None:
    """Import PySide6, put Python's own `__import__` back, and let the garbage lie until the desk is open.

    PySide6 replaces `__import__` to look for `from __feature__ import …` in the source of whatever is imported later;
    this app uses no such feature, and SQLAlchemy alone would take a third longer to come in. While modules are loaded
    nothing becomes garbage, but the collector walks over all of them again and again: a tenth of the start.
    """
    gc.disable()
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - for what its import does to builtins

    builtins.__import__ = own


def started() -> None:
    """The desk is open: collect garbage again, but never walk over what was loaded until now."""
    gc.freeze()
    gc.enable()


def hold_none() -> None:
    """Give `None` and `True` the references that PySide6 6.12 forgets to take on Pythons older than 3.12.

    There every call that answers nothing takes one reference of `None` too many, and every `emit` one of `True`:
    `label.setText("x")` alone ends the process after some ten thousand calls ("deallocating None"), a morning's work.
    Newer Pythons never count these.
    Called after the first paint, in the tests, and by everything else that draws widgets.
    """
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > ENOUGH:
        return
    import ctypes

    for one in (None, True, False):
        ctypes.c_ssize_t.from_address(id(one)).value += 2 * ENOUGH

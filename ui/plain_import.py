"""Loads Qt without leaving its tax on every later import."""

import builtins


def load_qt() -> None:
    """Import PySide6 and put Python's own `__import__` back.

    PySide6 replaces it to look for `from __feature__ import …` in the source of whatever is imported later; this app
    uses no such feature, and SQLAlchemy alone would take a third longer to come in.
    """
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - for what its import does to builtins

    builtins.__import__ = own

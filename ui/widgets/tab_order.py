"""Lets Tab go the way the eye reads: down one column, then down the next."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def as_read(columns: Sequence[QWidget]) -> list[QWidget]:
    """The widgets Tab stops at, column by column, each from the top down and from left to right."""
    found: list[QWidget] = []
    for column in columns:
        stops = [one for one in column.findChildren(QWidget) if _stops(one) and one.window() is column.window()]
        found += sorted(stops, key=lambda one: _place(one, column))
    return found


def walk_as_read(columns: Sequence[QWidget]) -> None:
    """Have Tab go that way from now on; call it once the columns are laid out."""
    for one, following in pairwise(as_read(columns)):
        QWidget.setTabOrder(one, following)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _place(widget: QWidget, column: QWidget) -> tuple[int, int]:
    at = widget.mapTo(column, QPoint(0, widget.height() // 2))
    return at.y(), at.x()

"""Lets Tab go the way the eye reads: down one column, then down the next."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

_SAME_LINE = 12
"""Pixels by which two widgets of one line may differ in height."""


def as_read(columns: Sequence[QWidget]) -> list[QWidget]:
    """The widgets Tab stops at, column by column, each from the top down and from left to right."""
    found: list[QWidget] = []
    for column in columns:
        stops = [one for one in column.findChildren(QWidget) if _stops(one) and one.window() is column.window()]
        found += _line_by_line(stops, column)
    return found


def walk_as_read(columns: Sequence[QWidget]) -> None:
    """Have Tab go that way from now on; call it once the columns are laid out."""
    order: list[QWidget] = []
    held: dict[QWidget, QWidget] = {}
    for stop in as_read(columns):
        holders = _holders(stop)
        held.update(holders)
        order += [*holders, stop]
    # Tab comes to who hands the keyboard on as well: left behind its own field, it would lead back there for ever.
    # The system puts into another place only what takes the keyboard itself.
    policies = {holder: holder.focusPolicy() for holder in held}
    for holder in held:
        holder.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs know no way to have no proxy any more
        holder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one, following in pairwise(order):
        QWidget.setTabOrder(one, following)
    for holder, proxy in held.items():
        holder.setFocusPolicy(policies[holder])
        holder.setFocusProxy(proxy)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _holders(stop: QWidget) -> dict[QWidget, QWidget]:
    """The widgets around a stop that hand the keyboard on to it, from the outermost, each with whom it hands it to."""
    found: dict[QWidget, QWidget] = {}
    above = stop.parentWidget()
    while above is not None and not above.isWindow():
        proxy = above.focusProxy()
        if proxy is stop or proxy in found:
            found[above] = proxy
        above = above.parentWidget()
    return dict(reversed(found.items()))


def _line_by_line(stops: Sequence[QWidget], column: QWidget) -> list[QWidget]:
    """What stands in one line goes from left to right, though one is a little higher than the other."""
    places = {one: one.mapTo(column, QPoint(0, one.height() // 2)) for one in stops}
    lines: list[list[QWidget]] = []
    for one in sorted(stops, key=lambda one: places[one].y()):
        if lines and places[one].y() - places[lines[-1][0]].y() < _SAME_LINE:
            lines[-1].append(one)
        else:
            lines.append([one])
    return [one for line in lines for one in sorted(line, key=lambda one: places[one].x())]

"""Finds what a person could not read whole: words larger than their place, and controls outside of what shows them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

SPARE = 1
"""Pixels a rounded font may lack."""
MARGIN = 4
"""Pixels a field keeps free around its words."""


def cut(window: QWidget) -> list[str]:
    """One sentence for everything that is cut in `window` now; words in a list that scrolls may be below its edge."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not _is_scrollbar(widget):
            found += [f"{_named(widget)}: {what}" for what in (*_words(widget), *_place(widget))]
    return found


def _words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text():
        needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        wide = widget.minimumSizeHint().width() if widget.wordWrap() else widget.sizeHint().width()
        if widget.minimumWidth() == 1:
            wide = 0  # may be narrow: its words break anywhere a space is
        if needed > widget.height() + SPARE:
            yield f"needs {needed} px of height, has {widget.height()}"
        if wide > widget.width() + SPARE:
            yield f"needs {wide} px of width, has {widget.width()}"
    elif isinstance(widget, QAbstractButton) and (widget.text() or widget.layout() is not None):
        hint = widget.minimumSizeHint()
        if hint.width() > widget.width() + SPARE:
            yield f"needs {hint.width()} px of width, has {widget.width()}"


def placeholders(window: QWidget) -> list[str]:
    """One sentence for every empty field that cannot say whole what to put into it."""
    found = []
    for field in window.findChildren(QLineEdit):
        if not field.isVisible() or field.text() or not field.placeholderText():
            continue
        option = QStyleOptionFrame()
        field.initStyleOption(option)
        inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
        needed = field.fontMetrics().horizontalAdvance(field.placeholderText())
        if needed > inside.width() - MARGIN:
            found.append(f"{field.placeholderText()!r} needs {needed} px of width, has {inside.width() - MARGIN}")
    return found


def _place(widget: QWidget) -> Iterator[str]:
    """Whether it lies in all that holds it; a scroll area may hide what is above and below, never at the side."""
    rect = QRect(QPoint(0, 0), widget.size())
    at, sideways = widget, False
    while (holder := at.parentWidget()) is not None and not at.isWindow():
        rect.translate(at.pos())
        scrolls = isinstance(holder.parentWidget(), QAbstractScrollArea)
        inside = QRect(QPoint(0, 0), holder.size())
        sideways = sideways or scrolls
        if rect.left() < -SPARE or rect.right() > inside.right() + SPARE:
            yield f"sticks out sideways of {_named(holder)}: {rect.getRect()} in {inside.getRect()}"
            return
        if scrolls:
            return
        if rect.top() < -SPARE or rect.bottom() > inside.bottom() + SPARE:
            yield f"sticks out of {_named(holder)}: {rect.getRect()} in {inside.getRect()}"
            return
        at = holder


def _is_scrollbar(widget: QWidget) -> bool:
    return "QScrollBar" in (type(widget).__name__, type(widget.parentWidget()).__name__)


def _named(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    return f"{type(widget).__name__} {words or widget.accessibleName()!r}"

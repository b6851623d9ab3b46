"""Rows of a label beside its field, and rows that come and go with the document without taking the keyboard away."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.spoken import SpokenWidget
from ui.widgets.tab_order import walk_as_read

_LAID_OUT = 20
"""Milliseconds after which a new row has its place."""

RowWidget = TypeVar("RowWidget", bound=QWidget)


class FormRows(SpokenWidget):
    """A grid of labels and fields; what is wrong stands under its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID * 2)
        self._grid.setVerticalSpacing(theme.GRID // 2)
        self._grid.setColumnStretch(1, 1)
        self._row = 0
        self._rows: dict[QWidget, tuple[QWidget, ...]] = {}

    def row(self, words: Callable[[], str], field: QWidget, *below: QWidget) -> QLabel:
        """One field; its label is its accessible name and leads the mouse to it."""
        label = QLabel()
        label.setProperty("role", "quiet")
        label.setBuddy(field)
        self.spoken(label.setText, words)
        if not field.accessibleName():
            self.spoken(field.setAccessibleName, words)
        if field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed:
            self._grid.addWidget(label, self._row, 0)
            self._grid.addWidget(field, self._row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            # What is wide has the whole width: the form stands between two other things.
            label.setContentsMargins(0, theme.GRID // 2, 0, 0)
            self._grid.addWidget(label, self._row, 0, 1, 2)
            self._row += 1
            self._grid.addWidget(field, self._row, 0, 1, 2)
        self._row += 1
        for part in below:
            self._grid.addWidget(part, self._row, 0, 1, 2)
            self._row += 1
        self._rows[field] = (label, field)
        return label

    def wide(self, content: QWidget) -> None:
        """Something as wide as all of it."""
        self._grid.addWidget(content, self._row, 0, 1, 2)
        self._row += 1

    def show_row(self, field: QWidget, shown: bool) -> None:
        """Whether a row is there."""
        for part in self._rows[field]:
            part.setVisible(shown)


class Kept(SpokenWidget, Generic[RowWidget]):
    """Widgets under each other, one for each key; the ones whose keys stay are kept with what is typed in them.

    `around`, where given, is the form they belong to: Tab goes through all of it as one reads it.
    """

    def __init__(self, make: Callable[[Hashable], RowWidget], gone: Callable[[RowWidget], None],
                 around: QWidget | None = None) -> None:  # fmt: skip
        super().__init__()
        self._make, self._gone, self._around = make, gone, around
        self.rows: dict[Hashable, RowWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID // 2)

    def keep(self, keys: Sequence[Hashable]) -> Sequence[RowWidget]:
        """One widget for each key, in this order."""
        for key in [key for key in self.rows if key not in keys]:
            old = self.rows.pop(key)
            self._gone(old)
            # Hidden first: a widget without a parent would be a window.
            old.hide()
            old.setParent(None)
            old.deleteLater()
        for place, key in enumerate(keys):
            if key not in self.rows:
                self.rows[key] = self._make(key)
                # Qt puts what is new at the end of the window; once it is laid out it is seen where it belongs.
                if self._around is not None:
                    walk_soon(self._around)
            row = self.rows[key]
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        return [self.rows[key] for key in keys]


def walk_soon(form: QWidget) -> None:
    """Have Tab go through a form as one reads it, as soon as what is new in it has its place."""
    QTimer.singleShot(_LAID_OUT, form, lambda: walk_as_read((form,)) if form.isVisible() else None)

"""A list of the document's tables with its keys: one is added, taken away, and moved up or down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.flow import Flow
from ui.widgets.rows import RowList
from ui.widgets.spoken import SpokenWidget


class Listed(RowList):
    """Insert adds, Delete takes the chosen one away, Alt with an arrow moves it."""

    add_wanted = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class ListKeys(SpokenWidget):
    """The same with the mouse: a row of buttons below the list, each with its key."""

    def __init__(self, words: Callable[[], str], *more: QPushButton) -> None:
        """`words` of adding one; `more` buttons stand at the end."""
        super().__init__()
        self.add, self.remove, self.up, self.down = (QPushButton() for _ in range(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(self.add, self.remove, self.up, self.down, *more))
        self.spoken(self.add.setText, words)
        self.spoken(self.remove.setText, lambda: self.tr("Remove   Del"))
        self.spoken(self.up.setText, lambda: self.tr("Up   Alt+↑"))
        self.spoken(self.down.setText, lambda: self.tr("Down   Alt+↓"))

    def serve(
        self, rows: Listed, add: Callable[[], object], remove: Callable[[], object], move: Callable[[int], object],
        around: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Do what is asked by a button or in the list; Insert adds in all of `around`."""
        wanted = [rows.add_wanted, self.add.clicked]
        if around is not None:
            reach = Qt.ShortcutContext.WidgetWithChildrenShortcut
            wanted.append(QShortcut(QKeySequence(Qt.Key.Key_Insert), around, context=reach).activated)
        for signal in wanted:
            signal.connect(lambda *_: add())
        for signal in (rows.remove_wanted, self.remove.clicked):
            signal.connect(lambda *_: remove())
        rows.move_wanted.connect(move)
        self.up.clicked.connect(lambda: move(-1))
        self.down.clicked.connect(lambda: move(1))

    def show_chosen(self, chosen: int, count: int, least: int = 0) -> None:
        """Which of them can be done with the chosen one of so many; `least` always stay."""
        self.remove.setEnabled(count > least)
        self.up.setEnabled(chosen > 0)
        self.down.setEnabled(chosen + 1 < count)

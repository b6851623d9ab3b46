"""What a program is begun with: ready ones, the version in force, a file, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget


@dataclass(frozen=True)
class Start:
    """One way to begin: what it is called, and what it is in one sentence."""

    code: str
    name: str
    what: str


class StartView(SpokenWidget):
    """A list of ways to begin; Enter takes one."""

    chosen = Signal(str)

    def __init__(self, starts: Callable[[], Sequence[Start]], parent: QWidget | None = None) -> None:
        """`starts` answers them in the language of the moment."""
        super().__init__(parent, role="card")
        self._starts = starts
        self._shown: Sequence[Start] = ()
        title, what = QLabel(), QLabel()
        title.setProperty("role", "heading")
        what.setProperty("role", "quiet")
        what.setWordWrap(True)
        self.list = RowList(lambda row: f"{row.name}. {row.what}", _paint, lines=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, 8)
        column.setSpacing(4)
        for label in (title, what):
            label.setContentsMargins(13, 0, 12, 0)
            column.addWidget(label)
        column.addSpacing(theme.GRID // 2)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(lambda row: self.chosen.emit(self._shown[row].code))
        self.spoken(title.setText, lambda: self.tr("What do you begin with?"))
        self.spoken(
            what.setText,
            lambda: self.tr("Every ready program is complete: change what is different with you. Enter takes one."),
        )
        self.spoken(self.list.setAccessibleName, lambda: self.tr("What do you begin with?"))

    def refresh(self) -> None:
        """Ask again which ways there are."""
        place = self.list.currentIndex().row()
        self._shown = self._starts()
        self.list.put(self._shown, max(0, place))

    def retell(self) -> None:
        """In another language."""
        self.refresh()


def _paint(painter: QPainter, rect: QRect, row: Start, chosen: bool) -> None:
    above, below = two_lines(rect)
    Pen(painter, above).write(row.name, bold=True)
    Pen(painter, below).write(row.what, "quiet", "small")

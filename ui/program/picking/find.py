"""Words of the price list; what is found stands below while one types, Enter takes the highlighted one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desk_app.domain.people import Service
from ui import language
from ui.widgets.down import show_whole
from ui.widgets.rows import Pen, RowList, line_high
from ui.widgets.spoken import SpokenWidget

MOST_FOUND = 6


def name_of(service: Service) -> str:
    """What a service is called in the language of the window."""
    return service.name_en if language.current() == "en" and service.name_en else service.name


class FindService(SpokenWidget):
    """Tells the service that was `found`."""

    found = Signal(object)

    def __init__(self, find: Callable[[str], Sequence[Service]]) -> None:
        super().__init__()
        self._find = find
        self.field = _Stepping()
        self.rows = RowList(self._say, self._draw)
        self.rows.hide()
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.rows)
        self.setFocusProxy(self.field)
        self._services: Sequence[Service] = ()
        self._at = 0
        self.field.textEdited.connect(self._look)
        self.field.stepped.connect(self._step)
        self.field.chosen.connect(lambda: self._take(self._at))
        self.field.left.connect(self._close)
        self.rows.clicked.connect(lambda index: self._take(index.row()))

    def _look(self, words: str) -> None:
        self._services = tuple(self._find(words.strip())[:MOST_FOUND]) if words.strip() else ()
        self._at = 0
        self.rows.put(self._services, 0)
        self.rows.setVisible(bool(self._services))
        self.rows.setFixedHeight(len(self._services) * (line_high() + 14) + 2)
        if self._services:
            show_whole(self)

    def _step(self, by: int) -> None:
        if self._services:
            self._at = max(0, min(self._at + by, len(self._services) - 1))
            self.rows.put(self._services, self._at)

    def _take(self, row: int) -> None:
        if row < len(self._services):
            service = self._services[row]
            self._close()
            self.found.emit(service)

    def _close(self) -> None:
        self.field.clear()
        self._look("")

    def _say(self, service: Service) -> str:
        return f"{name_of(service)}, {service.code}"

    def _draw(self, painter: QPainter, rect: QRect, service: Service, chosen: bool) -> None:
        pen = Pen(painter, rect)
        pen.write(service.code, "quiet", "small", end=True)
        pen.write(name_of(service))


class _Stepping(QLineEdit):
    """A field that hands the keys of a list to the list."""

    stepped = Signal(int)
    chosen = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Enter; Esc empties it."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.left.emit()
        else:
            super().keyPressEvent(event)

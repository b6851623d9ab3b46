"""A list of services in a document, ticked on the price list; folded, it says how much of the list they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem
from desk_app.domain.people import Service
from desk_app.ports import Json
from ui import language, theme
from ui.icons import Icon, pixmap
from ui.program.faults import lies_in, problem_words
from ui.program.picking.presenter import Pick, PickingState, ServicesPresenter
from ui.widgets.down import show_whole
from ui.widgets.flow import Flow
from ui.widgets.rows import Pen, RowList, line_high
from ui.widgets.spoken import SpokenWidget

_SHOWN = 6
"""Rows in sight."""
_NAMED = 3
"""So many of the chosen are named while the list is folded."""


class _Ticks(RowList):
    """Space ticks the highlighted row."""

    ticked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class _Search(QLineEdit):
    """Up and Down move in the list, Enter ticks; Esc empties a field that has words."""

    stepped = Signal(int)
    ticked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that are the list's."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_SHOWN, Qt.Key.Key_PageDown: _SHOWN}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ticked.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ServicesControl(SpokenWidget):
    """A document in, edits out. `leaves_out`: the chosen ones take no part, which is what the words then say."""

    edited = Signal(object)

    def __init__(
        self, path: str, words: Callable[[], str], *, leaves_out: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = ServicesPresenter(path, self.edited.emit, self._show)
        self._leaves_out = leaves_out
        self._names: Mapping[str, str] = {}
        self.told, self.chosen = QLabel(), QLabel()
        self.chosen.setProperty("role", "small")
        self.chosen.setProperty("data", True)
        self.wrong = QLabel()
        self.wrong.setProperty("role", "bad")
        self.wrong.setProperty("data", True)
        for label in (self.told, self.chosen, self.wrong):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.hide()
        self.open = QPushButton()
        self.open.setCheckable(True)
        self.search = _Search()
        self.rows = _Ticks(self._say, self._draw)
        self.rows.setFixedHeight(_SHOWN * (line_high() + 14) + 2)
        self.only = QCheckBox()
        self.all, self.none = QPushButton(), QPushButton()
        self._list = QWidget()
        self._lay_out()
        self._wire()
        self.spoken(self.setAccessibleName, words)
        self.spoken(self.open.setAccessibleName, lambda: self.tr("Choose: {what}").format(what=words()))
        self.spoken(self.rows.setAccessibleName, words)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(self.told, 1)
        head.addWidget(self.open)
        foot = Flow(self.only, self.all, self.none, gap=theme.GRID)
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.GRID // 2)
        inner.addWidget(self.search)
        inner.addWidget(self.rows)
        inner.addWidget(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        column.addLayout(head)
        for part in (self.chosen, self.wrong, self._list):
            column.addWidget(part)
        self._list.hide()
        self.setFocusProxy(self.open)

    def _wire(self) -> None:
        presenter = self.presenter
        self.open.toggled.connect(self._unfold)
        self.search.textEdited.connect(presenter.search)
        self.search.textChanged.connect(lambda text: None if text else presenter.search(""))
        self.search.stepped.connect(presenter.step)
        self.search.ticked.connect(lambda: presenter.tick())
        self.rows.moved.connect(presenter.move)
        self.rows.ticked.connect(presenter.tick)
        self.rows.clicked.connect(lambda index: presenter.tick(index.row()))
        self.only.toggled.connect(presenter.show_only)
        self.all.clicked.connect(lambda: presenter.tick_found(on=True))
        self.none.clicked.connect(lambda: presenter.tick_found(on=False))
        self.spoken(self.open.setText, lambda: self.tr("Choose"))
        self.spoken(self.search.setPlaceholderText, lambda: self.tr("words or a code; Enter ticks"))
        self.spoken(self.search.setAccessibleName, lambda: self.tr("Find in the price list"))
        self.spoken(self.only.setText, lambda: self.tr("only those ticked"))
        self.spoken(self.all.setText, lambda: self.tr("Tick all found"))
        self.spoken(self.none.setText, lambda: self.tr("Untick all found"))

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now."""
        self.presenter.show_document(document)
        own = [one for one in problems if lies_in(one.place, self.presenter.path)]
        self.wrong.setText(" ".join(dict.fromkeys(map(problem_words, own))))
        self.wrong.setVisible(bool(own))

    def know(self, services: Sequence[Service], sales: Mapping[str, int]) -> None:
        """The price list."""
        self.presenter.know(services)

    def reveal(self, path: str) -> bool:
        """Bring the keyboard here; False where the place is another."""
        if not lies_in(path, self.presenter.path):
            return False
        self.open.setFocus()
        return True

    def retell(self) -> None:
        """Say again what depends on the document."""
        self._show(self.presenter.state)

    def _unfold(self, on: bool) -> None:
        self._list.setVisible(on)
        if on:
            self._show(self.presenter.state)
            self.search.setFocus()
            show_whole(self._list)

    def _show(self, state: PickingState) -> None:
        total, known = len(state.services), state.known
        said = self.tr("The price list has %n service(s); ", "", total)
        if not state.chosen:
            said += self.tr("none is left out.") if self._leaves_out else self.tr("none is named: all of them.")
        elif self._leaves_out:
            said += self.tr("%n is (are) left out ({percent} %).", "", known).format(percent=state.percent)
        else:
            said += self.tr("%n is (are) chosen ({percent} %).", "", known).format(percent=state.percent)
        strange = len(state.chosen) - known
        if strange and total:
            said += " " + self.tr("%n code(s) the price list does not have.", "", strange)
        self.told.setText(said)
        names = {one.code: _named(one) for one in state.services}
        told = [names.get(code, code) for code in state.chosen[:_NAMED]]
        more = len(state.chosen) - len(told)
        self.chosen.setText("; ".join(told) + (self.tr("; and %n more", "", more) if more else ""))
        self.chosen.setVisible(bool(told))
        if self.open.isChecked():
            self.rows.put(state.rows, state.at)
            self.all.setEnabled(bool(state.rows))
            self.none.setEnabled(bool(state.rows))

    def _say(self, row: Pick) -> str:
        name = _named(row.service) if row.service else self.tr("not in the price list")
        ticked = self.tr("ticked") if row.ticked else self.tr("not ticked")
        return f"{name}, {row.code}: {ticked}"

    def _draw(self, painter: QPainter, rect: QRect, row: Pick, chosen: bool) -> None:
        look = theme.current()
        box = QRect(rect.left(), rect.center().y() - 8, 16, 16)
        painter.setPen(QPen(QColor(look.accent if row.ticked else look.edge), 2))
        painter.setBrush(QColor(look.accent if row.ticked else look.surface))
        painter.drawRoundedRect(box, 3, 3)
        if row.ticked:
            painter.drawPixmap(box.topLeft(), pixmap(Icon.CHECK, 16, "on_accent", painter.device().devicePixelRatioF()))
        pen = Pen(painter, rect.adjusted(24, 0, 0, 0))
        pen.write(row.code, "quiet", "small", end=True)
        if row.service is None:
            pen.write(self.tr("not in the price list"), "warn")
        else:
            pen.write(_named(row.service))


def _named(service: Service) -> str:
    return service.name_en if language.current() == "en" and service.name_en else service.name

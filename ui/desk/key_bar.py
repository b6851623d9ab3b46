"""The keys of the acts of the desk, in one bar under everything: always the same place, whatever the bill says."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme
from ui.widgets.key_button import KeyButton
from ui.widgets.spoken import SpokenWidget

GAP = theme.GRID - 2


class KeyBar(SpokenWidget):
    """One row where the words leave room for it, two or three where the letters are large.

    Acts that are never alive together share a place.
    """

    def __init__(self, places: tuple[tuple[QAction, ...], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = tuple(tuple(KeyButton(action) for action in place) for place in places)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._arrange(len(self.places))
        self.spoken(self.setAccessibleName, lambda: self.tr("Keys of the desk"))

    @property
    def buttons(self) -> tuple[KeyButton, ...]:
        """Every button, in reading order."""
        return tuple(button for place in self.places for button in place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of keys."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """So may other words."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        for columns in (len(self.places), (len(self.places) + 1) // 2, 2):
            if self._needed(columns) <= self.width():
                break
        self._arrange(columns)

    def _needed(self, columns: int) -> int:
        """Pixels of the widest row when there are so many in a row."""
        wide = [max(button.sizeHint().width() for button in place) for place in self.places]
        by_column = [max(wide[column::columns]) for column in range(columns)]
        return sum(by_column) + GAP * (columns - 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, place in enumerate(self.places):
            for button in place:
                self._grid.addWidget(button, number // columns, number % columns)
        for column in range(len(self.places)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

"""Controls side by side that go on in the next row where the width ends, as words do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_Sized = tuple[QWidget, QSize]


class Flow(QWidget):
    """Rows of controls at their own width; whoever has an expanding policy shares what is left of its row.

    `gap` pixels between rows and between neighbours; `apart` between neighbours, where words without an edge would run
    into the next tick.
    """

    def __init__(self, *widgets: QWidget, gap: int = 6, apart: int | None = None) -> None:
        super().__init__()
        self._shown: list[QWidget] = []
        self._gap = gap
        self._apart = gap if apart is None else apart
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Put one more at the end."""
        self._shown.append(widget)
        widget.setParent(self)
        if self.isVisible():
            widget.show()
        self._changed()

    def take(self, widget: QWidget) -> None:
        """Take one out; whoever made it deletes it."""
        self._shown.remove(widget)
        widget.hide()
        self._changed()

    def hasHeightForWidth(self) -> bool:
        """Fewer pixels, more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels of all rows."""
        rows = self._rows(width)
        return sum(map(_high, rows)) + self._gap * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        """All of them in one row."""
        row = self._seen()
        return QSize(self._wide(row), _high(row))

    def minimumSizeHint(self) -> QSize:
        """The widest control must fit, and all rows of the width there is."""
        wide = max((hint.width() for _, hint in self._seen()), default=0)
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self._place()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """While nobody saw it, Qt told nothing of other sizes."""
        super().showEvent(event)
        self._changed()

    def event(self, event: QEvent) -> bool:
        """A control wants another width, came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def _changed(self) -> None:
        self.updateGeometry()
        self._place()

    def _seen(self) -> list[_Sized]:
        """Each control with its size, which is asked for once: a sheet takes its time to answer."""
        return [(widget, _hint(widget)) for widget in self._shown if not widget.isHidden()]

    def _wide(self, row: list[_Sized]) -> int:
        return sum(hint.width() for _, hint in row) + self._apart * max(0, len(row) - 1)

    def _rows(self, width: int) -> list[list[_Sized]]:
        rows: list[list[_Sized]] = []
        end = 0
        for sized in self._seen():
            end += self._apart + sized[1].width()
            if rows and end <= width:
                rows[-1].append(sized)
            else:
                rows.append([sized])
                end = sized[1].width()
        return rows

    def _place(self) -> None:
        top = 0
        for row in self._rows(self.width()):
            high, left = _high(row), 0
            greedy = sum(_grows(widget) for widget, _ in row)
            spare = max(0, self.width() - self._wide(row)) // max(1, greedy)
            for widget, hint in row:
                wide = min(hint.width() + (spare if _grows(widget) else 0), self.width())
                tall = min(high, hint.height())
                widget.setGeometry(QRect(left, top + (high - tall) // 2, wide, tall))
                left += wide + self._apart
            top += high + self._gap


def _hint(widget: QWidget) -> QSize:
    # The sheet may ask for more than the widget does.
    return widget.sizeHint().expandedTo(widget.minimumSize())


def _high(row: list[_Sized]) -> int:
    return max((hint.height() for _, hint in row), default=0)


def _grows(widget: QWidget) -> bool:
    return widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding

"""A column that scrolls down, never sideways, and follows the keyboard to where it goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_LAID_OUT = 20
"""Milliseconds after which what was just unfolded has its place."""
_HEADING = 64
"""Dots above a field in which the heading of its card is seen too."""


class Down(QScrollArea):
    """Scrolls down, never sideways: it is never narrower than what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setWidget(self, widget: QWidget) -> None:
        """Hold `widget`."""
        super().setWidget(widget)
        self._fit()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """The keyboard is never where nobody sees it: F6 goes to cards that lie below the edge."""
        held = self.widget()
        if now is None or held is None or not held.isAncestorOf(now):
            return
        self._bring()
        # What was only just put there has its place in the next turn of the event loop.
        QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        held, now = self.widget(), QApplication.focusWidget()
        if now is None or held is None or not held.isAncestorOf(now):
            return
        # What is seen whole stays where it is: it may just be pressed with the mouse.
        if now.visibleRegion().boundingRect().height() < now.height():
            self.ensureWidgetVisible(now, 0, _HEADING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is held was laid out anew: letters grew, or a row came."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            # A row that came above moved what has the keyboard.
            QTimer.singleShot(0, self, self._bring)
        return done

    def _fit(self) -> None:
        held = self.widget()
        if held is not None:
            self.setMinimumWidth(held.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())


def show_whole(widget: QWidget) -> None:
    """Have whatever scrolls around `widget` show all of it, as soon as it has its place."""
    QTimer.singleShot(_LAID_OUT, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea) and widget.isVisible():
        around.ensureWidgetVisible(widget, 0, 0)

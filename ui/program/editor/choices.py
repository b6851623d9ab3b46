"""Answers to choose from, in words, in as many rows as they need; none of them is pressed before one was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.flow import Flow
from ui.widgets.spoken import SpokenWidget

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class _Option(QPushButton):
    """One answer; the arrows go to its neighbours."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Space and Enter press."""
        if event.key() in _BACK:
            self.walked.emit(-1)
        elif event.key() in _ON:
            self.walked.emit(1)
        else:
            super().keyPressEvent(event)


class Options(SpokenWidget):
    """Some answers. `several`: any number of them may hold at once. Tab comes to them once, arrows walk inside."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Mapping[str, Callable[[], str]],
        name: Callable[[], str],
        *,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self.setProperty("data", True)
        self.buttons: dict[str, _Option] = {}
        for option, words in options.items():
            button = _Option()
            button.setCheckable(True)
            button.setProperty("role", "option")
            button.setProperty("data", True)
            self.buttons[option] = button
            self.spoken(button.setText, words)
            self.spoken(button.setAccessibleName, lambda words=words: f"{name()}: {words()}")  # type: ignore[misc]  # bound now
            button.clicked.connect(lambda _=False, option=option: self.chosen.emit(option))
            button.walked.connect(lambda by, option=option: self._walk(option, by))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(*self.buttons.values(), gap=4))
        self.spoken(self.setAccessibleName, name)
        self.show_chosen(())

    def show_chosen(self, options: object) -> None:
        """Press these and no other; nobody is told."""
        held = options if isinstance(options, list | tuple) else (options,)
        for option, button in self.buttons.items():
            button.setChecked(option in held)
        stop = next((option for option in self.buttons if option in held), next(iter(self.buttons)))
        self._stop_at(stop)

    def _walk(self, option: str, by: int) -> None:
        codes = list(self.buttons)
        following = codes[(codes.index(option) + by) % len(codes)]
        self._stop_at(following)
        self.buttons[following].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, stop: str) -> None:
        for option, button in self.buttons.items():
            here = option == stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[stop])

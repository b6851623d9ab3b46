"""One of a few, all of them in sight: pressed by mouse, by arrows, or read aloud."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui import theme
from ui.widgets.spoken import SpokenWidget


class Choice(SpokenWidget):
    """Buttons in a row, one of them pressed."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, Callable[[], str]]], name: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        """`options`: what is chosen, and the words for it; `name` is read before them."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GRID // 2)
        for option, words in options:
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("role", "option")
            button.setAutoExclusive(True)
            self._group.addButton(button)
            self._buttons[option] = button
            line.addWidget(button)
            self.spoken(button.setText, words)
            self.spoken(button.setAccessibleName, lambda words=words: f"{name()}: {words()}")  # type: ignore[misc]  # bound now
            button.clicked.connect(lambda _=False, option=option: self.chosen.emit(option))
        line.addStretch(1)
        self._group.buttonToggled.connect(self._walk)
        self.spoken(self.setAccessibleName, name)

    def choose(self, option: str) -> None:
        """Show what is chosen, without telling of it."""
        if option in self._buttons:
            self._buttons[option].setChecked(True)

    def _walk(self, pressed: QAbstractButton, on: bool) -> None:
        """Tab comes to the one that is chosen; Qt itself learns which that is only once the keyboard was here."""
        if on:
            for button in self._buttons.values():
                here = button is pressed
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            self.setFocusProxy(pressed)

    def button(self, option: str) -> QPushButton:
        """The button of an option."""
        return self._buttons[option]

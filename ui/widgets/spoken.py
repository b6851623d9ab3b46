"""Views that follow the language and the theme while they are on screen, without being built again."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

_drawing = False


def draw_from_now() -> None:
    """The shell is painted: from now on pictures are drawn as soon as they are made. Tests begin here."""
    global _drawing
    _drawing = True


class SpokenWidget(QFrame):
    """A widget that says its sentences again when the language changes, and redraws when the theme does.

    In a view's constructor: `self.spoken(button.setText, lambda: self.tr("Pay"))` and
    `self.drawn(lambda: button.setIcon(icon(Icon.PAY)))`. What depends on a state is said again by overriding `retell`.
    """

    def __init__(self, parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(parent)
        self._sentences: list[tuple[Callable[[str], Any], Callable[[], str]]] = []
        self._pictures: list[Callable[[], Any]] = []
        self._late: set[QEvent.Type] = set()
        if role:
            # A frame and not a bare widget: it paints the sheet's background and border by itself.
            self.setProperty("role", role)

    def spoken(self, put: Callable[[str], Any], words: Callable[[], str]) -> None:
        """Put `words()` now, and again after every change of the language."""
        self._sentences.append((put, words))
        put(words())

    def sized(self, put: Callable[[str], Any], words: Callable[[], str]) -> None:
        """As `spoken`, for words that are others in large letters: put again also after a change of the text size."""
        self.spoken(put, words)
        self.drawn(lambda: put(words()))

    def drawn(self, draw: Callable[[], Any]) -> None:
        """Call `draw` now, and again after every change of the theme."""
        self._pictures.append(draw)
        if _drawing:
            draw()

    def draw(self) -> None:
        """Draw all pictures now."""
        for draw in self._pictures:
            draw()

    def retell(self) -> None:
        """Say again what depends on the state: a view overrides it with `self.show_state(self._state)`."""

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells every widget when the translators, or the palette, were exchanged."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            if self.isVisible():
                self._follow(event.type())
            else:
                # Nobody sees it: it follows when it is shown, so that a change waits only for what is in sight.
                self._late.add(event.type())
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        while self._late:
            self._follow(self._late.pop())
        super().showEvent(event)

    def _follow(self, what: QEvent.Type) -> None:
        if what == QEvent.Type.LanguageChange:
            for put, words in self._sentences:
                put(words())
            self.retell()
        elif _drawing:
            self.draw()

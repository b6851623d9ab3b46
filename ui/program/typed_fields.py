"""Fields that show a value of the document and tell of every change, and keep the cursor where it is being typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui import language, theme
from ui.program.typed import TEXT, Kind, both, localized
from ui.widgets.short_field import EDGES
from ui.widgets.spoken import SpokenWidget

_NEVER = object()


class ValueField(QLineEdit):
    """Told the value after every change; what it told itself it does not write again."""

    typed = Signal(object)

    def __init__(self, kind: Kind = TEXT, signs: int = 0, parent: QWidget | None = None) -> None:
        """`signs`: as wide as so many digits; 0: as wide as there is room."""
        super().__init__(parent)
        self._kind = kind
        self._value: Any = _NEVER
        self._language = ""
        if signs:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._signs = signs
        self.textEdited.connect(self._type)
        self.editingFinished.connect(self._tidy)

    def show_value(self, value: Any, kind: Kind | None = None) -> None:
        """Show what the document has; while it is what was typed here, the words and the cursor stay."""
        self._kind = kind or self._kind
        spoken = language.current()
        if value == self._value and type(value) is type(self._value) and spoken == self._language:
            return
        self._value, self._language = value, spoken
        words = self._kind.write(value, spoken)
        if words != self.text():
            cursor = self.cursorPosition()
            self.setText(words)
            self.setCursorPosition(min(cursor, len(words)))

    def sizeHint(self) -> Any:
        """Room for its signs."""
        hint = super().sizeHint()
        if self._signs:
            hint.setWidth(self.fontMetrics().horizontalAdvance("0" * self._signs) + EDGES)
        return hint

    def minimumSizeHint(self) -> Any:
        """The same."""
        return self.sizeHint() if self._signs else super().minimumSizeHint()

    def _type(self, words: str) -> None:
        self._value, self._language = self._kind.read(words), language.current()
        self.typed.emit(self._value)

    def _tidy(self) -> None:
        """Left: what was typed is written as the document has it."""
        if self._value is not _NEVER:
            words = self._kind.write(self._value, language.current())
            if words != self.text():
                self.setText(words)


class NameField(SpokenWidget):
    """A text in Russian and in English, side by side."""

    typed = Signal(object)

    def __init__(self, name: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.russian, self.english = QLineEdit(), QLineEdit()
        self._value: Any = _NEVER
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        for field in (self.russian, self.english):
            field.setMinimumWidth(80)
            row.addWidget(field, 1)
            field.textEdited.connect(self._type)
        self.setFocusProxy(self.russian)
        self.spoken(self.russian.setPlaceholderText, lambda: self.tr("in Russian"))
        self.spoken(self.english.setPlaceholderText, lambda: self.tr("in English"))
        self.spoken(self.russian.setAccessibleName, lambda: self.tr("{what}, in Russian").format(what=name()))
        self.spoken(self.english.setAccessibleName, lambda: self.tr("{what}, in English").format(what=name()))

    def show_value(self, value: Any) -> None:
        """Show what the document has; while it is what was typed here, the words and the cursor stay."""
        if value == self._value:
            return
        self._value = value
        for field, words in zip((self.russian, self.english), both(value), strict=True):
            if words != field.text():
                cursor = field.cursorPosition()
                field.setText(words)
                field.setCursorPosition(min(cursor, len(words)))

    def _type(self) -> None:
        self._value = localized(self.russian.text(), self.english.text())
        self.typed.emit(self._value)

"""Where one key is answered: a line to type in, answers to choose from, or both; each tells of every change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.documents.program_sense import table, tables
from desk_app.editing.items import Field
from desk_app.ports import Json
from ui import language, theme
from ui.marking import QT_TRANSLATE_NOOP
from ui.program.editor.choices import Options
from ui.program.editor.kinds import kind_of
from ui.program.typed import PERCENT, said
from ui.program.typed_fields import NameField, ValueField
from ui.widgets.spoken import SpokenWidget
from ui.wording.program_form.words import FieldWords

_SHORT = {"money": 12, "percent": 8, "units": 10, "count": 8, "number": 10, "day": 11, "month_day": 8, "currency": 6}
_TERM = 16
YES, NO = "yes", "no"
_WORDS = {YES: QT_TRANSLATE_NOOP("FieldView", "Yes"), NO: QT_TRANSLATE_NOOP("FieldView", "No")}


class Answering(SpokenWidget):
    """`given` tells the value, None where nothing is said any more. `lines` are what is typed into."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[QWidget, ...] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.GRID // 2)

    def show_value(self, value: Any, document: Json) -> None:
        """Show what the document says."""

    def take_keyboard(self) -> None:
        """The keyboard goes to where one answers first."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class Typed(Answering):
    """A line, and before it the words that may stand instead of what is typed."""

    def __init__(self, field: Field, words: FieldWords, name: Callable[[], str]) -> None:
        super().__init__()
        self._field = field
        self._options = _options(field, words, name) if field.options else None
        signs = _TERM if field.kind in ("period", "or_period", "or_usable", "or_units") else _SHORT.get(field.kind, 0)
        self.line = ValueField(signs=signs)
        self.line.setProperty("data", True)
        self.lines = (self.line,)
        if self._options is not None:
            self.column.addWidget(self._options)
            self._options.chosen.connect(lambda option: self.given.emit(option))
        row = QHBoxLayout()
        row.addWidget(self.line)
        if signs:
            row.addStretch(1)
        self.column.addLayout(row)
        self.line.typed.connect(self.given)
        self.setFocusProxy(self._options or self.line)
        self.spoken(self.line.setAccessibleName, name)
        if self._options is not None:
            self.spoken(self.line.setPlaceholderText, lambda: self.tr("or as written here"))

    def show_value(self, value: Any, document: Json) -> None:
        """An option, or a line."""
        kind = kind_of(self._field, document)
        if self._options is None:
            self.line.show_value(value, kind)
            usual = kind.write(self._field.default, language.current()) if self._field.default is not None else ""
            self.line.setPlaceholderText(usual)
            return
        held = self._field.default if value is None else value
        self._options.show_chosen(held)
        self.line.show_value(None if held in self._field.options else held, kind)


class Named(Answering):
    """A text in both languages."""

    def __init__(self, field: Field, words: FieldWords, name: Callable[[], str]) -> None:
        super().__init__()
        self._default = field.default
        self.line = NameField(name)
        self.lines = (self.line.russian, self.line.english)
        self.column.addWidget(self.line)
        self.line.typed.connect(self.given)
        self.setFocusProxy(self.line)

    def show_value(self, value: Any, document: Json) -> None:
        """Both texts; what holds without them stands there in grey."""
        self.line.show_value(value)
        if isinstance(self._default, dict):
            self.line.russian.setPlaceholderText(self._default["ru"])
            self.line.english.setPlaceholderText(self._default["en"])


class Chosen(Answering):
    """One answer of a few."""

    def __init__(self, field: Field, words: FieldWords, name: Callable[[], str]) -> None:
        super().__init__()
        self._default = field.default
        self.options = _options(field, words, name)
        self.column.addWidget(self.options)
        self.options.chosen.connect(lambda option: self.given.emit(option))
        self.setFocusProxy(self.options)

    def show_value(self, value: Any, document: Json) -> None:
        """Press what holds; nothing where it was not answered."""
        self.options.show_chosen(self._default if value is None else value)


class YesNo(Answering):
    """True, false, or not answered."""

    def __init__(self, field: Field | None, words: FieldWords, name: Callable[[], str]) -> None:
        super().__init__()
        self._default = field.default if field is not None else None
        self.options = Options({one: lambda one=one: self.tr(_WORDS[one]) for one in (YES, NO)}, name)  # type: ignore[misc]  # bound now
        self.column.addWidget(self.options)
        self.options.chosen.connect(lambda option: self.given.emit(option == YES))
        self.setFocusProxy(self.options)

    def tr(self, words: str) -> str:  # type: ignore[override]  # said in one context for all
        """In the language of the moment."""
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate("FieldView", words)

    def show_value(self, value: Any, document: Json) -> None:
        """Press what holds."""
        held = self._default if value is None else value
        self.options.show_chosen(YES if held is True else NO if held is False else ())


class Several(Answering):
    """Any number of a few answers."""

    def __init__(self, field: Field, words: FieldWords, name: Callable[[], str]) -> None:
        super().__init__()
        self._field = field
        self._held: list[str] = []
        self.options = _options(field, words, name, several=True)
        self.column.addWidget(self.options)
        self.options.chosen.connect(self._turn)
        self.setFocusProxy(self.options)

    def show_value(self, value: Any, document: Json) -> None:
        """Press all that hold."""
        self._held = list(value if isinstance(value, list) else self._field.default or [])
        self.options.show_chosen(self._held)

    def _turn(self, option: str) -> None:
        held = {*self._held} ^ {option}
        strange = [one for one in self._held if one not in self._field.options]
        self.given.emit([one for one in self._field.options if one in held] + strange)


class OfCategories(Answering):
    """A percent for each kind of service; left empty, it is as for all.

    It has no focus proxy: its lines come and go, and a proxy put behind them would lead Tab round in a circle.
    """

    def __init__(self, field: Field, words: FieldWords, name: Callable[[], str]) -> None:
        super().__init__()
        self._name = name
        self._held: Json = {}
        self._rows: dict[str, tuple[QLabel, ValueField]] = {}
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self.column.addLayout(self._grid)

    def show_value(self, value: Any, document: Json) -> None:
        """One line for each kind of service there is, and for each the document names."""
        self._held = table(value)
        names = {
            str(one.get("code")): said(one.get("name"), language.current())
            for one in tables(document.get("categories"))
        }
        names = {**{code: code for code in self._held}, **names}
        if list(self._rows) != list(names):
            self._build(names)
        for code, (label, line) in self._rows.items():
            label.setText(names[code] or code)
            line.setAccessibleName(f"{self._name()}: {names[code] or code}")
            line.show_value(self._held.get(code), PERCENT)

    def _build(self, codes: Iterable[str]) -> None:
        for pair in self._rows.values():
            for old in pair:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self._rows = {}
        before = _tab_stop_before(self)
        for number, code in enumerate(codes):
            label, line = QLabel(), ValueField(PERCENT, signs=8)
            label.setProperty("data", True)
            label.setWordWrap(True)
            self._grid.addWidget(label, number, 0)
            self._grid.addWidget(line, number, 1)
            line.setProperty("data", True)
            line.typed.connect(lambda value, code=code: self._typed(code, value))
            if before is not None:
                # A field that comes later would be the last that Tab comes to.
                QWidget.setTabOrder(before, line)
            before = line
            for one in (label, line):
                one.setVisible(self.isVisible())
            self._rows[code] = (label, line)
        self.lines = tuple(line for _, line in self._rows.values())

    def take_keyboard(self) -> None:
        """To the first line."""
        if self.lines:
            self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, code: str, value: Any) -> None:
        held = {**self._held, code: value}
        self.given.emit({code: percent for code, percent in held.items() if percent is not None} or None)


def _tab_stop_before(widget: QWidget) -> QWidget | None:
    """Where the keyboard is before Tab comes to a widget of a window."""
    here = widget.previousInFocusChain()
    while here is not None and here is not widget:
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isAncestorOf(here):
            return here
        here = here.previousInFocusChain()
    return None


def _options(field: Field, words: FieldWords, name: Callable[[], str], *, several: bool = False) -> Options:
    def told(option: str) -> Callable[[], str]:
        return lambda: words.options[option].said(language.current())

    return Options({option: told(option) for option in field.options}, name, several=several)


def answering(field: Field, words: FieldWords, name: Callable[[], str]) -> Answering:
    """The widget that answers a field; `name` is read before its parts."""
    match field.kind:
        case "localized":
            return Named(field, words, name)
        case "choice":
            return Chosen(field, words, name)
        case "flag":
            return YesNo(field, words, name)
        case "many":
            return Several(field, words, name)
        case "category_percents":
            return OfCategories(field, words, name)
        case _:
            return Typed(field, words, name)

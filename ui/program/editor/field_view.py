"""One key of the form: its question, its answer, one sentence of help, what other clinics do, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from desk_app.documents.edits import value_at
from desk_app.editing.items import Field, Part
from desk_app.ports import Json
from ui import language, theme
from ui.program.editor.answering import YesNo, answering
from ui.program.faults import Faults
from ui.widgets.spoken import SpokenWidget
from ui.wording.program_form import FIELDS
from ui.wording.program_form.words import Both, FieldWords


class FieldView(SpokenWidget):
    """`path` answers the key path of the moment: a row has another number after rows were moved.

    `given` tells the path and the value; of a part, whether it is wanted.
    """

    given = Signal(str, object)

    def __init__(self, item: Field | Part, pattern: str, path: Callable[[], str], faults: Faults) -> None:
        super().__init__()
        self.item = item
        self.path = path
        self._words = words = FIELDS[pattern]
        self.answer = (
            YesNo(None, words, self._label_words)
            if isinstance(item, Part)
            else answering(item, words, self._label_words)
        )
        label, help_ = QLabel(), QLabel()
        self._open = QLabel()
        label.setProperty("role", "strong")
        label.setBuddy(self.answer)
        self._open.setProperty("role", "badge-warn")
        help_.setProperty("role", "small")
        for one in (label, help_):
            one.setProperty("data", True)
            one.setWordWrap(True)
        self.fault = faults.line(path, self.answer, self.answer.lines)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GRID)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.answer)
        column.addWidget(self.fault)
        column.addWidget(help_)
        self.spoken(label.setText, self._label_words)
        self.spoken(help_.setText, lambda: words.help.said(language.current()))
        self.spoken(self._open.setText, lambda: self.tr("needs an answer"))
        self._add_others(words, column)
        self._open.hide()
        if self.answer.focusProxy() is not None:
            self.setFocusProxy(self.answer)
        self.answer.given.connect(lambda value: self.given.emit(self.path(), value))

    def _label_words(self) -> str:
        return self._words.label.said(language.current())

    def _add_others(self, words: FieldWords, column: QVBoxLayout) -> None:
        if (others := words.others) is None:
            return
        told = QLabel()
        told.setProperty("role", "small")
        told.setProperty("data", True)
        told.setWordWrap(True)
        column.addWidget(told)
        self.spoken(told.setText, lambda: _others_words(others))

    def show_document(self, document: Json, *, missing: bool = False) -> None:
        """The document is so now. `missing`: it cannot do without this key."""
        value: Any = value_at(document, self.path())
        must = isinstance(self.item, Field) and self.item.must
        self._open.setVisible((must or missing) and value is None)
        if isinstance(self.item, Part):
            shown = None if value is None and missing else value is not None
            self.answer.show_value(shown, document)
        else:
            self.answer.show_value(value, document)

    def take_keyboard(self) -> None:
        """The keyboard goes to where it is answered."""
        self.answer.take_keyboard()

    def is_open(self) -> bool:
        """Whether it is shown as not answered."""
        return not self._open.isHidden()


def explained(words: FieldWords) -> str:
    """The sentence of help, and what others do, as one text."""
    parts = (words.help.said(language.current()), _others_words(words.others) if words.others is not None else "")
    return " ".join(part for part in parts if part)


def _others_words(others: Both) -> str:
    return QCoreApplication.translate("FieldView", "Others: {what}").format(what=others.said(language.current()))

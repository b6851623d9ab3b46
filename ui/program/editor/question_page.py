"""One question of the form: asked in words, with every key that answers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem
from desk_app.domain.people import Service
from desk_app.editing.answers import MISSING
from desk_app.editing.items import Control, Field, Item, Part, Question, Rows
from desk_app.ports import Json
from ui import language, theme
from ui.program.editor.controls import SpecialControl, control
from ui.program.editor.field_view import FieldView, explained
from ui.program.editor.rows_view import RowsView
from ui.program.faults import Faults, lies_in, problem_words
from ui.widgets.down import Down
from ui.widgets.spoken import SpokenWidget
from ui.wording.program_form import FIELDS
from ui.wording.program_form.asked import QUESTIONS, SKIPPED, SOURCE

TWELVE = 12
_BELOW = 2
"""What stands below the fields: where the figures come from, and the room that is left."""


class QuestionPage(SpokenWidget):
    """Tells `edited` with a tuple of edits, `switched` with a part and whether it is wanted.

    It is empty until `grow` was gone through.
    """

    edited = Signal(object)
    given = Signal(str, object)
    switched = Signal(object, object)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        # its name is the question, which has two languages of its own
        self.setProperty("data", True)
        self._faults = Faults(self)
        self._words = QUESTIONS[question.code]
        self.items: list[tuple[Item, QWidget]] = []
        number, asked = QLabel(), QLabel()
        number.setProperty("role", "small")
        asked.setProperty("role", "heading")
        asked.setProperty("data", True)
        self._note, self._wrong = QLabel(), QLabel()
        self._note.setProperty("role", "quiet")
        self._wrong.setProperty("role", "bad")
        self._source = source = QLabel()
        self._explained: dict[str, QLabel] = {}
        source.setProperty("role", "small")
        for label in (asked, self._note, self._wrong, source):
            label.setWordWrap(True)
        for label in (self._note, self._wrong, source):
            label.setProperty("data", True)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID)
        for label in (number, asked, self._note, self._wrong):
            column.addWidget(label)
        self._column = column
        column.addWidget(source)
        column.addStretch(1)
        self.area = Down()
        self.area.setWidget(inner)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.area)
        self.spoken(number.setText, self._number_words)
        self.spoken(asked.setText, lambda: self._words.asked.said(language.current()))
        self.spoken(self.setAccessibleName, lambda: self._words.asked.said(language.current()))
        self.spoken(self._note.setText, lambda: SKIPPED.said(language.current()))
        self.spoken(source.setText, lambda: SOURCE.said(language.current()))
        number.setVisible(bool(question.number))
        self._wrong.hide()

    def grow(self) -> Iterator[None]:
        """Make the fields one by one: between two of them every key is heard."""
        for item in self.question.items:
            for part in (self._made(item), self._help(item)):
                if part is not None:
                    self._column.insertWidget(self._column.count() - _BELOW, part)
            yield

    def _help(self, item: Item) -> QWidget | None:
        """What explains a control that has no place for it, and what others do; fields say that themselves."""
        if not isinstance(item, Control):
            return None
        words = FIELDS[item.key]
        label = self._explained[item.key] = QLabel()
        label.setProperty("role", "small")
        label.setProperty("data", True)
        label.setWordWrap(True)
        self.spoken(label.setText, lambda: explained(words))
        return label

    def _number_words(self) -> str:
        return self.tr("Question {number} of {all}").format(number=self.question.number, all=TWELVE)

    def _made(self, item: Item) -> QWidget:
        if isinstance(item, Field | Part):
            field = FieldView(item, item.key, lambda: item.key, self._faults)
            if isinstance(item, Part):
                field.given.connect(lambda _, on: self.switched.emit(item, on))
            else:
                field.given.connect(self.given)
            made: QWidget = field
        elif isinstance(item, Rows):
            rows = RowsView(item, self._faults)
            rows.edited.connect(self.edited)
            made = rows
        else:
            special = control(item)
            special.edited.connect(self.edited)
            made = cast("QWidget", special)
            made.setProperty("data", True)
        self.items.append((item, made))
        return made

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now; `problems` are all of it."""
        asked = self.question.asked(document)
        self._note.setVisible(not asked)
        self._source.setVisible(asked)
        missing = {one.place for one in problems if one.code == MISSING}
        for item, widget in self.items:
            shown = asked and item.asked(document)
            widget.setVisible(shown)
            if item.key in self._explained:
                self._explained[item.key].setVisible(shown)
            if not shown:
                continue
            if isinstance(widget, FieldView):
                widget.show_document(document, missing=item.key in missing)
            else:
                cast("SpecialControl", widget).show_document(document, problems)
        own = [one for one in problems if one.code != MISSING and self._has(one.place)]
        left = self._faults.show(own)
        left = tuple(one for one in left if not self._controlled(one.place))
        self._wrong.setText(" ".join(dict.fromkeys(problem_words(one) for one in left)))
        self._wrong.setVisible(bool(left))

    def _has(self, place: str) -> bool:
        return any(lies_in(place, item.key) for item, _ in self.items)

    def _controlled(self, place: str) -> bool:
        return any(
            lies_in(place, item.key) for item, widget in self.items if not isinstance(widget, FieldView | RowsView)
        )

    def know(self, services: Sequence[Service], sales: Mapping[str, int]) -> None:
        """The price list, for the controls that pick from it."""
        for _, widget in self.items:
            if not isinstance(widget, FieldView | RowsView):
                cast("SpecialControl", widget).know(services, sales)

    def take_keyboard(self, path: str = "") -> None:
        """The keyboard goes to the field of a place, or to the first one that is open, or to the first."""
        for item, widget in self.items:
            if path and lies_in(path, item.key):
                if not isinstance(widget, FieldView) and cast("SpecialControl", widget).reveal(path):
                    self._bring(widget, path)
                    return
                give(widget)
                self.area.ensureWidgetVisible(widget)
                return
        shown = [widget for _, widget in self.items if not widget.isHidden()]
        still = [widget for widget in shown if isinstance(widget, FieldView) and widget.is_open()]
        if first := next(iter(still or shown), None):
            give(first)
            if first is shown[0]:
                # the question itself stands above its first field
                self.area.verticalScrollBar().setValue(0)
            else:
                self.area.ensureWidgetVisible(first)

    def _bring(self, widget: QWidget, path: str) -> None:
        # A control brings the keyboard to its field itself, and the page follows it there.
        if isinstance(widget, RowsView):
            widget.take_keyboard(path)
            self.area.ensureWidgetVisible(widget)


def give(widget: QWidget) -> None:
    """Give the keyboard to a field, or to the first part of a control that Tab would come to."""
    if isinstance(widget, FieldView):
        widget.take_keyboard()
        return
    here: QWidget | None = widget
    while here is not None and (here is widget or widget.isAncestorOf(here)):
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isEnabled() and here.isVisibleTo(widget):
            here.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        here = here.nextInFocusChain()

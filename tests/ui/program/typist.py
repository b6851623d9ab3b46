"""Types a whole program through the window, with nothing but the keyboard."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk_app.documents.edits import value_at
from desk_app.documents.program_sense import tables
from desk_app.editing.items import Control, Field, Part, Rows
from desk_app.editing.questions import QUESTIONS
from desk_app.ports import Json
from tests.ui.typing import press, type_text
from ui.program.editor.answering import Chosen, Named, OfCategories, Several, Typed, YesNo
from ui.program.editor.choices import Options
from ui.program.editor.draft_page import EditorPage
from ui.program.editor.field_view import FieldView
from ui.program.editor.kinds import kind_of
from ui.program.editor.rows_view import RowsView
from ui.program.ladder import LadderControl
from ui.program.ladder.steps import RATES
from ui.program.ladder.steps import kind_of as rate_kind
from ui.program.picking import CategoriesControl
from ui.program.typed import both
from ui.program.typed_fields import NameField

#: Tab comes to any field of a question in fewer presses.
FAR = 150
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Typist:
    """Goes from question to question and from field to field as a hand does, and answers what `wanted` says."""

    def __init__(self, page: EditorPage, wanted: Json) -> None:
        self.page = page
        self.wanted = wanted

    def type_all(self) -> None:
        """Every key of the wanted document, question by question."""
        for row, question in enumerate(QUESTIONS):
            said = self.page.presenter.state.document
            of = [self.wanted if not isinstance(item, Part) else {**self.wanted, **said} for item in question.items]
            if any(value_at(one, item.key) is not None for one, item in zip(of, question.items, strict=True)):
                self._open(row)
                self._answer(question.code)

    def _open(self, row: int) -> None:
        questions = self.page.view.list
        questions.setFocus()
        press(questions, Qt.Key.Key_Home)
        for _ in range(row):
            press(questions, Qt.Key.Key_Down)
        press(questions, Qt.Key.Key_Return)

    def _answer(self, code: str) -> None:
        for item, widget in self.page.view.page(code).items:
            value = value_at(self.wanted, item.key)
            if isinstance(item, Part) and widget.isVisible():
                self._choose(cast(YesNo, cast(FieldView, widget).answer).options, "no" if value is None else "yes")
            elif value is None:
                continue
            elif isinstance(item, Control):
                self._control(widget)
            elif isinstance(item, Rows):
                self._rows(cast(RowsView, widget), value)
            else:
                self._field(cast(FieldView, widget), value)

    def _rows(self, view: RowsView, items: list[Json]) -> None:
        for item in items:
            self.tab_to(view.list if view.list.isVisible() else view.keys.add)
            press(self._focus(), Qt.Key.Key_Insert if view.list.isVisible() else Qt.Key.Key_Space)
            for field in view.fields:
                if isinstance(field, RowsView):
                    self._rows(field, item[field._rows.key])
                else:
                    value = value_at(item, field.item.key)
                    if value is not None:
                        self._field(field, value)

    def _field(self, view: FieldView, value: Any) -> None:
        answer, field = view.answer, cast(Field, view.item)
        document = self.page.presenter.state.document
        if isinstance(answer, Named):
            self._name(answer.line, value)
        elif isinstance(answer, YesNo):
            self._choose(answer.options, "yes" if value else "no")
        elif isinstance(answer, Chosen):
            self._choose(answer.options, value)
        elif isinstance(answer, Several):
            held = set(answer._held)
            for option in field.options:
                if (option in value) != (option in held):
                    self._choose(answer.options, option)
        elif isinstance(answer, OfCategories):
            for code, percent in value.items():
                self._type(answer._rows[code][1], percent)
        else:
            typed = cast(Typed, answer)
            if typed._options is not None and value in field.options:
                self._choose(typed._options, value)
            else:
                self._type(typed.line, kind_of(field, document).write(value, "en"))

    def _control(self, widget: QWidget) -> None:
        if isinstance(widget, LadderControl):
            self._ladder(widget)
        else:
            self._categories(cast(CategoriesControl, widget))

    def _ladder(self, ladder: LadderControl) -> None:
        form = ladder.form
        for number, step in enumerate(tables(self.wanted["levels"]["steps"])):
            self.tab_to(ladder.keys.add)
            press(ladder.keys.add, Qt.Key.Key_Space)
            self._name(form.name, step["name"])
            if number:
                self._type(form.start, str(step["from"]))
            if (rate := step.get("earn")) is not None:
                self.tab_to(form.rate.kind)
                press(form.rate.kind, Qt.Key.Key_Home)
                for _ in range(RATES.index(rate_kind(rate))):
                    press(form.rate.kind, Qt.Key.Key_Down)
                if "percent" in rate:
                    self._type(form.rate.percent, rate["percent"])
                else:
                    self._type(form.rate.units, str(rate["units"]))
                    self._type(form.rate.sum, rate.get("per", rate.get("per_full")))
            if "discount" in step:
                self._type(form.discount, step["discount"])

    def _categories(self, kinds: CategoriesControl) -> None:
        for item in tables(self.wanted["categories"]):
            self.tab_to(kinds.keys.add)
            press(kinds.keys.add, Qt.Key.Key_Space)
            self._name(kinds.name, item["name"])
            for key, line in (("max_discount", kinds.max_discount), ("max_redeem", kinds.max_redeem)):
                if key in item:
                    self._type(line, item[key])

    # what a hand does

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until the keyboard is there."""
        for _ in range(FAR):
            if self._focus() is wanted or (wanted.focusProxy() is not None and self._focus() is wanted.focusProxy()):
                return
            press(self._focus(), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {wanted.accessibleName() or wanted}")

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def _type(self, line: QLineEdit, words: str) -> None:
        self.tab_to(line)
        press(line, Qt.Key.Key_Home)
        press(line, Qt.Key.Key_End, SHIFT)
        type_text(line, words)

    def _name(self, field: NameField, value: Any) -> None:
        for line, words in zip((field.russian, field.english), both(value), strict=True):
            self._type(line, words)

    def _choose(self, options: Options, option: str) -> None:
        for _ in range(FAR):
            if self._focus() in options.buttons.values():
                break
            press(self._focus(), Qt.Key.Key_Tab)
        for _ in options.buttons:
            if self._focus() is options.buttons[option]:
                break
            press(self._focus(), Qt.Key.Key_Right)
        assert self._focus() is options.buttons[option]
        press(self._focus(), Qt.Key.Key_Space)

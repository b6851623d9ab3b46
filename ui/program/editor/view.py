"""Draws the editor: the questions at the left, the open one in the middle, what it means at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.people import Service
from desk_app.editing.answers import Standing
from desk_app.editing.questions import QUESTIONS
from ui import language, theme
from ui.icons import Icon
from ui.program.editor.presenter import EditorState
from ui.program.editor.question_page import QuestionPage, give
from ui.program.editor.start_view import Start, StartView
from ui.widgets.rows import Pen, RowList, wide_as
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack
from ui.widgets.tab_order import as_read
from ui.wording.program_form.asked import QUESTIONS as WORDS
from ui.wording.program_form.asked import STANDINGS

_LEFT = 26
"""Digits as wide as the list of questions."""
_NARROW = 92
"""Digits as wide as a window in which the form and what stands beside it have no room together."""
_PICTURES = {
    Standing.ANSWERED: (Icon.CHECK, "good"),
    Standing.OPEN: (Icon.WHY, "warn"),
    Standing.WRONG: (Icon.TROUBLE, "bad"),
}


@dataclass(frozen=True)
class _Row:
    code: str
    number: int
    standing: Standing

    @property
    def title(self) -> str:
        words = WORDS[self.code].title.said(language.current())
        return f"{self.number}. {words}" if self.number else words

    @property
    def said(self) -> str:
        return f"{self.title}: {STANDINGS[self.standing.value].said(language.current())}"


class EditorView(SpokenWidget):
    """What was typed is told as edits; what is shown comes from the state alone."""

    edited = Signal(object)
    given = Signal(str, object)
    switched = Signal(object, object)
    question_wanted = Signal(str)
    start_chosen = Signal(str)

    def __init__(self, starts: Callable[[], Sequence[Start]], beside: QWidget, parent: QWidget | None = None) -> None:
        """`beside` is the panel at the right."""
        super().__init__(parent)
        self._state = EditorState()
        self._pages: dict[str, QuestionPage] = {}
        self._making: dict[str, Iterator[None]] = {}
        self._turned = False
        self._listed: tuple[list[_Row], int] = ([], 0)
        self._known: tuple[Sequence[Service], Mapping[str, int]] = ((), {})
        self.beside = beside
        self.start = StartView(starts)
        self.list = RowList(lambda row: row.said, _paint)
        self.form = SpokenWidget(role="card")
        inside = QVBoxLayout(self.form)
        inside.setContentsMargins(16, 10, 8, 8)
        self._questions = Stack()
        inside.addWidget(self._questions)
        left = SpokenWidget(role="card")
        column = QVBoxLayout(left)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(self.list)
        work = QWidget()
        self._row = QHBoxLayout(work)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GRID)
        self._row.addWidget(left)
        self._row.addWidget(self.form, 5)
        self._row.addWidget(beside, 4)
        self._stack = Stack()
        self._stack.addWidget(self.start)
        self._stack.addWidget(work)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)
        self.list.moved.connect(lambda row: self.question_wanted.emit(QUESTIONS[row].code))
        self.list.chosen.connect(lambda _: self.take_keyboard())
        self.start.chosen.connect(self.start_chosen)
        self.drawn(self._fit)
        self.spoken(self.list.setAccessibleName, lambda: self.tr("Questions"))

    def show_state(self, state: EditorState) -> None:
        """Draw the list, and the question that is open."""
        before, self._state = self._state, state
        self._stack.setCurrentIndex(0 if state.starting else 1)
        if state.starting:
            self.start.refresh()
            return
        rows = [
            _Row(question.code, question.number, state.standings.get(question.code, Standing.USUAL))
            for question in QUESTIONS
        ]
        place = next(number for number, row in enumerate(rows) if row.code == state.question)
        if (rows, place) != self._listed:
            self._listed = (rows, place)
            self.list.put(rows, place)
        page = self._page(state.question)
        page.show_document(state.document, state.problems)
        if self._questions.currentWidget() is not page:
            self._questions.setCurrentWidget(page)
        if before.question != state.question:
            page.area.verticalScrollBar().setValue(0)

    def retell(self) -> None:
        """In another language."""
        self._listed = ([], 0)
        self.show_state(self._state)

    def know(self, services: Sequence[Service], sales: Mapping[str, int]) -> None:
        """The price list, for every control that picks from it."""
        self._known = (services, sales)
        for page in self._pages.values():
            page.know(services, sales)

    def take_keyboard(self, path: str = "") -> None:
        """The keyboard goes into the form: to a place of the document, or to what is open there."""
        if not self._state.starting:
            self._page(self._state.question).take_keyboard(path)

    def take_start(self) -> None:
        """The keyboard goes to where one begins: the list of starts, or of questions."""
        (self.start if self._state.starting else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self) -> None:
        """The keyboard goes to what stands beside the form; where there is no room for both, that comes forward."""
        there = QApplication.focusWidget()
        self._turned = not (self._turned if self._narrow() else there is not None and self.beside.isAncestorOf(there))
        self._fit()
        if self._turned:
            give(self.beside)
        else:
            self.take_keyboard()

    def turn_back(self) -> bool:
        """The form comes forward again; False where it is there."""
        if self._turned and self._narrow():
            self.turn()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask what has room now."""
        super().resizeEvent(event)
        self._fit()

    def _narrow(self) -> bool:
        return self.width() < wide_as("0" * _NARROW)

    def _fit(self) -> None:
        self.list.setFixedWidth(wide_as("0" * _LEFT))
        narrow = self._narrow()
        self.form.setVisible(not (narrow and self._turned))
        self.beside.setVisible(not narrow or self._turned)

    def in_form(self, widget: QWidget | None) -> bool:
        """Whether a widget is a part of the form."""
        return widget is not None and self.form.isAncestorOf(widget)

    def page(self, code: str) -> QuestionPage:
        """A question's page, made if it was not."""
        return self._page(code)

    def prepare(self) -> Iterator[None]:
        """Make every page, bit by bit, before it is asked for: no key then waits for all of one."""
        for question in QUESTIONS:
            while self._goes_on(question.code):
                yield

    def _goes_on(self, code: str) -> bool:
        """One bit more of a page; False once it is whole."""
        if code in self._pages:
            return False
        if code not in self._making:
            self._making[code] = self._made(code)
        return next(self._making[code], self) is not self

    def _page(self, code: str) -> QuestionPage:
        while self._goes_on(code):
            pass
        return self._pages[code]

    def _made(self, code: str) -> Iterator[None]:
        page = QuestionPage(next(one for one in QUESTIONS if one.code == code))
        yield from page.grow()
        self._questions.addWidget(page)
        yield
        self._put_last(page)
        page.edited.connect(self.edited)
        page.given.connect(self.given)
        page.switched.connect(self.switched)
        page.know(*self._known)
        if self._state.document:
            page.show_document(self._state.document, self._state.problems)
        self._pages[code] = page

    def _put_last(self, page: QWidget) -> None:
        """Tab goes through the form before it comes to what stands beside: Qt puts the newest widgets at the end."""
        last, here = page, page.nextInFocusChain()
        while here is not None and page.isAncestorOf(here):
            last, here = here, here.nextInFocusChain()
        for one, following in pairwise((last, *as_read((self.beside,)))):
            QWidget.setTabOrder(one, following)


def _paint(painter: QPainter, rect: QRect, row: _Row, chosen: bool) -> None:
    pen = Pen(painter, rect)
    picture = _PICTURES.get(row.standing)
    if picture is not None:
        pen.picture(*picture)
    else:
        pen.rect.setLeft(pen.rect.left() + theme.GRID * 5 // 2)
    token = "quiet" if row.standing is Standing.SKIPPED else "text"
    pen.write(row.title, token, bold=chosen)

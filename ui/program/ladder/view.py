"""Draws the ladder: the picture, the table of steps with its keys, and the form of the step that is worked on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem
from desk_app.domain.people import Service
from desk_app.ports import Json
from ui import language, theme
from ui.icons import Icon
from ui.program.amounts import Amounts
from ui.program.faults import problem_words
from ui.program.ladder.picture import LadderPicture, Rung
from ui.program.ladder.presenter import LadderPresenter, LadderState
from ui.program.ladder.step_form import StepForm
from ui.program.ladder.words import gives_words, name_words, start_words
from ui.program.listed import Listed, ListKeys
from ui.widgets.rows import Pen, line_high, two_lines
from ui.widgets.spoken import SpokenWidget


class LadderControl(SpokenWidget):
    """A document in, edits out: `edited` carries a tuple of `desk_app.documents.edits.Edit`."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = LadderPresenter(self.edited.emit, self._show)
        self.picture = LadderPicture()
        self.steps = Listed(lambda row: f"{row.name}: {row.start}, {row.gives}", _paint, lines=2)
        self.form = StepForm(self.presenter)
        self.alone = QLabel()
        self.alone.setProperty("role", "quiet")
        self.wrong = QLabel()
        self.wrong.setProperty("role", "bad")
        self.wrong.setProperty("data", True)
        for label in (self.alone, self.wrong):
            label.setWordWrap(True)
            label.hide()
        self.keys = ListKeys(lambda: self.tr("Add a level   Ins"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for part in (self.alone, self.picture, self.wrong, self.steps):
            column.addWidget(part)
        column.addWidget(self.keys)
        column.addWidget(self.form)
        self._wire()

    def _wire(self) -> None:
        presenter = self.presenter
        self.picture.chosen.connect(presenter.choose)
        self.steps.moved.connect(presenter.choose)
        self.steps.chosen.connect(lambda _: self.form.take_keyboard())
        self.keys.serve(self.steps, self._add, presenter.remove, presenter.move, self)
        self.spoken(self.steps.setAccessibleName, lambda: self.tr("Levels"))
        self.spoken(self.picture.setAccessibleName, lambda: self.tr("Levels, drawn as a ladder"))
        words: Callable[[], str] = lambda: self.tr(  # noqa: E731 - said twice
            "One level: everybody gets the same. Add another, and it becomes a ladder."
        )
        self.spoken(self.alone.setText, words)

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now."""
        self.presenter.show_document(document, problems)

    def know(self, services: Sequence[Service], sales: Mapping[str, int]) -> None:
        """The ladder has nothing to do with the price list."""

    def reveal(self, path: str) -> bool:
        """Bring the keyboard to a place; False where it is none of the ladder's."""
        if not self.presenter.reveal(path):
            return False
        self.form.take_keyboard(path)
        return True

    def retell(self) -> None:
        """Say again what depends on the document."""
        self._show(self.presenter.state)

    def _add(self) -> None:
        # In both languages at once: a leaflet is printed in either.
        number = len(self.presenter.state.steps) + 1
        self.presenter.add((f"Уровень {number}", f"Level {number}"))
        self.form.take_keyboard()
        self.form.name.russian.selectAll()

    def _show(self, state: LadderState) -> None:
        amounts = Amounts(state.document, language.current())
        rungs = [
            Rung(
                name_words(step, amounts.language),
                gives_words(step, amounts),
                start_words(step.get("from"), state.basis, amounts),
                state.wrong(number),
            )
            for number, step in enumerate(state.steps)
        ]
        several = len(rungs) > 1
        self.picture.setVisible(several)
        self.alone.setVisible(not several)
        self.picture.show_rungs(rungs, state.chosen)
        self.steps.put(rungs, state.chosen)
        self.steps.setFixedHeight(min(len(rungs), 6) * (line_high() + line_high("small") + 13) + 2)
        self.keys.show_chosen(state.chosen, len(rungs), least=1)
        left = self.form.show_state(state, amounts)
        told = " ".join(dict.fromkeys(problem_words(one) for one in left))
        self.wrong.setText(told)
        self.wrong.setVisible(bool(told))


def _paint(painter: QPainter, rect: QRect, row: Rung, chosen: bool) -> None:
    first, second = two_lines(rect)
    pen = Pen(painter, first)
    if row.wrong:
        pen.picture(Icon.WARNING, "bad")
    pen.write(row.start, "quiet", end=True)
    pen.write(row.name, bold=chosen)
    Pen(painter, second).write(row.gives, "quiet", "small")

"""Draws the promotions: the calendar, the list with its keys, who meets whom in words, and the form of one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk_app.documents.program_sense import Problem, table
from desk_app.domain.people import Service
from desk_app.ports import Json
from desk_app.price_list import titles
from ui import formats, language, theme
from ui.icons import Icon
from ui.program.amounts import Amounts
from ui.program.calendar.band import Band, BandRow
from ui.program.calendar.presenter import PromotionsPresenter, PromotionsState
from ui.program.calendar.promotion_form import PromotionForm
from ui.program.calendar.words import dates_words, effect_words, name_words
from ui.program.faults import problem_words
from ui.program.listed import Listed, ListKeys
from ui.program.picking.search import found
from ui.widgets.choice import Choice
from ui.widgets.flow import Flow
from ui.widgets.remarks import Remark, RemarksView
from ui.widgets.rows import Pen, line_high, two_lines
from ui.widgets.spoken import SpokenWidget
from ui.wording.collisions import meeting_sentences
from ui.wording.speech import Speech

_SHOWN = 5
"""Rows of the list in sight, and meetings told."""


class PromotionsControl(SpokenWidget):
    """A document in, edits out: `edited` carries a tuple of `desk_app.documents.edits.Edit`."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None, today: date | None = None) -> None:
        """`today`: the clinic's local day, this computer's unless said."""
        super().__init__(parent)
        self.presenter = PromotionsPresenter(today or date.today(), self.edited.emit, self._show)  # noqa: DTZ011 - where a calendar opens
        self.band = Band()
        self.months = Choice(
            [("year", lambda: self.tr("Year")), ("month", lambda: self.tr("Month"))],
            lambda: self.tr("The calendar shows"),
        )
        self.before, self.after = QPushButton("◀"), QPushButton("▶")
        self._shown_days = QLabel()
        self._shown_days.setProperty("role", "strong")
        self._empty, self.wrong = QLabel(), QLabel()
        self._empty.setProperty("role", "quiet")
        self.wrong.setProperty("role", "bad")
        self.wrong.setProperty("data", True)
        for label in (self._empty, self.wrong):
            label.setWordWrap(True)
            label.hide()
        self.promotions = Listed(self._say, self._draw, lines=2)
        self.meetings = RemarksView()
        self.keys = ListKeys(lambda: self.tr("Add a promotion   Ins"))
        self.form = PromotionForm(self.presenter, self._find)
        self._lay_out()
        self._wire()
        # Whoever comes here comes to the list; the calendar above it is looked at.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _lay_out(self) -> None:
        self._calendar = QWidget()
        self.months.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = Flow(self.before, self._shown_days, self.after, self.months, gap=theme.GRID)
        inner = QVBoxLayout(self._calendar)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.GRID // 2)
        inner.addWidget(head)
        inner.addWidget(self.band)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for one in (self._empty, self._calendar, self.promotions, self.wrong):
            column.addWidget(one)
        column.addWidget(self.keys)
        column.addWidget(self.meetings)
        column.addWidget(self.form)

    def _wire(self) -> None:
        presenter = self.presenter
        self.band.turned.connect(presenter.turn)
        self.band.chosen.connect(presenter.choose)
        self.before.clicked.connect(lambda: presenter.turn(-1))
        self.after.clicked.connect(lambda: presenter.turn(1))
        self.months.chosen.connect(lambda which: presenter.show_months(which == "month"))
        self.promotions.moved.connect(presenter.choose)
        self.promotions.chosen.connect(lambda _: self.form.take_keyboard())
        self.keys.serve(self.promotions, self._add, presenter.remove, presenter.move, self)
        self.spoken(self.promotions.setAccessibleName, lambda: self.tr("Promotions"))
        self.spoken(self.band.setAccessibleName, lambda: self.tr("Calendar of promotions"))
        self.spoken(self.before.setAccessibleName, lambda: self.tr("Earlier"))
        self.spoken(self.after.setAccessibleName, lambda: self.tr("Later"))
        self.spoken(self._empty.setText, lambda: self.tr("No promotions yet. A program can do without them."))

    def show_document(self, document: Json, problems: Sequence[Problem]) -> None:
        """The document is so now."""
        self.presenter.show_document(document, problems)

    def know(self, services: Sequence[Service], sales: Mapping[str, int]) -> None:
        """The price list, and what was sold last year."""
        self.form.know(sales)
        self.presenter.know(services)

    def reveal(self, path: str) -> bool:
        """Bring the keyboard to a place; False where it is none of the promotions'."""
        if not self.presenter.reveal(path):
            return False
        self.form.take_keyboard(path)
        return True

    def retell(self) -> None:
        """Say again what depends on the document."""
        self._show(self.presenter.state)

    def _add(self) -> None:
        # In both languages at once: a leaflet is printed in either.
        self.presenter.add(("Новая акция", "New promotion"))
        self.form.take_keyboard()
        self.form.name.russian.selectAll()

    def _find(self, words: str) -> Sequence[Service]:
        return found(tuple(self.presenter.state.services.values()), words)

    def _show(self, state: PromotionsState) -> None:
        items = state.items
        amounts = Amounts(state.document, language.current())
        self._empty.setVisible(not items)
        self.setFocusProxy(self.promotions if items else self.keys.add)
        for part in (self._calendar, self.promotions, self.form):
            part.setVisible(bool(items))
        self.keys.show_chosen(state.chosen, len(items))
        left: Sequence[Problem] = state.problems
        if items:
            self._show_calendar(state)
            self.promotions.put(list(range(len(items))), state.chosen)
            self.promotions.setFixedHeight(min(len(items), _SHOWN) * (line_high() + line_high("small") + 13) + 2)
            left = self.form.show_state(state, amounts)
        self._show_meetings(state)
        told = " ".join(dict.fromkeys(problem_words(one) for one in left))
        self.wrong.setText(told)
        self.wrong.setVisible(bool(told))

    def _show_calendar(self, state: PromotionsState) -> None:
        rows = [
            BandRow(name_words(item, language.current()), state.bars(number), state.wrong(number), self._say(number))
            for number, item in enumerate(state.items)
        ]
        heads = () if state.by_month else self._months()
        self.band.show_rows(rows, state.chosen, state.first, state.last, state.today, heads)
        self.months.choose("month" if state.by_month else "year")
        year = str(state.first.year)
        self._shown_days.setText(formats.month(state.first, language.current()) if state.by_month else year)

    def _show_meetings(self, state: PromotionsState) -> None:
        if state.names is None or not state.met:
            self.meetings.setVisible(False)
            return
        tongue = language.current()
        speech = Speech(tongue, state.names, titles(state.services, tongue))
        own = state.met_by(state.chosen)
        shown = [*own, *(one for one in state.met if one not in own)]
        lines = [
            Remark(Icon.WARNING, " ".join(meeting_sentences(one, speech)), "warn" if one in own else "quiet", data=True)
            for one in shown[:_SHOWN]
        ]
        if len(shown) > _SHOWN:
            more = self.tr("… and %n more pair(s) that meet.", "", len(shown) - _SHOWN)
            lines.append(Remark(Icon.INFO, more, "quiet"))
        self.meetings.show_lines(lines)
        self.meetings.setVisible(True)

    def _months(self) -> tuple[str, ...]:
        return (
            self.tr("Jan"), self.tr("Feb"), self.tr("Mar"), self.tr("Apr"), self.tr("May"), self.tr("Jun"),
            self.tr("Jul"), self.tr("Aug"), self.tr("Sep"), self.tr("Oct"), self.tr("Nov"), self.tr("Dec"),
        )  # fmt: skip

    def _about(self, number: int) -> str:
        state = self.presenter.state
        item = state.items[number]
        amounts = Amounts(state.document, language.current())
        given = table(item.get("effect")).get("free_service")
        service = titles(state.services, amounts.language).get(str(given), "")
        parts = [effect_words(item.get("effect"), amounts, service), dates_words(item.get("when"), amounts.language)]
        conditions = [key for key in table(item.get("when")) if key not in ("from", "to")]
        if conditions:
            parts.append(self.tr("%n condition(s)", "", len(conditions)))
        if met := len(state.met_by(number)):
            parts.append(self.tr("meets %n other(s)", "", met))
        return ", ".join(part for part in parts if part)

    def _say(self, number: int) -> str:
        return f"{name_words(self.presenter.state.items[number], language.current())}: {self._about(number)}"

    def _draw(self, painter: QPainter, rect: QRect, number: int, chosen: bool) -> None:
        state = self.presenter.state
        if number >= len(state.items):
            return
        first, second = two_lines(rect)
        pen = Pen(painter, first)
        if state.wrong(number):
            pen.picture(Icon.WARNING, "bad")
        pen.write(name_words(state.items[number], language.current()), bold=chosen)
        Pen(painter, second).write(self._about(number), "quiet", "small")

"""Draws the rehearsal: what is tried on which days, how far it is, and the figures with what they open to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.program_drafts import Draft
from ui import formats, language, theme
from ui.icons import Icon
from ui.program.draft_words import changed_words
from ui.program.rehearsal.figures_view import FiguresTable, ToldRows
from ui.program.rehearsal.presenter import Opened, RehearsalState
from ui.program.rehearsal.sentences import told_bill, told_table
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.empty import Empty
from ui.widgets.fault import FaultLine
from ui.widgets.rows import GAP, Pen, RowList, wide_as
from ui.widgets.short_field import ShortField
from ui.widgets.spoken import SpokenWidget
from ui.wording.rehearsal import Table

_SIGNS = 10


class RehearsalView(SpokenWidget):
    """The draft and the days above; below them nothing yet, how far it is, or the figures."""

    draft_chosen = Signal(str)
    days_chosen = Signal(object, object)
    table_chosen = Signal(int)
    row_highlighted = Signal(int)
    row_opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state = RehearsalState()
        self._asking = self._ask()
        self._nothing = Empty(Icon.COCKPIT)
        self._bar, self._how_far = QProgressBar(), QLabel()
        self._bar.setTextVisible(False)
        self.tables = RowList(lambda table: table.title, self._draw_table)
        self.figures, self.told = FiguresTable(), ToldRows()
        below = QWidget()
        self._stack = QStackedLayout(below)
        for part in (self._nothing, self._working(), self._shown()):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 10, 13, 10)
        column.setSpacing(theme.GRID)
        column.addWidget(self._asking)
        column.addWidget(below, 1)
        self.tables.moved.connect(self.table_chosen)
        for rows in (self.figures.rows, self.told):
            rows.moved.connect(self.row_highlighted)
            rows.chosen.connect(lambda _: self.row_opened.emit())
        self.tables.chosen.connect(lambda _: self.rows_in_sight().setFocus())
        self.setFocusProxy(self.drafts)

    def _ask(self) -> QWidget:
        self.drafts = drop_down()
        self.drafts.setProperty("data", True)
        self.first, self.last = ShortField(_SIGNS), ShortField(_SIGNS)
        self.faults = FaultLine(self.first), FaultLine(self.last)
        asking, label, dash = QWidget(), QLabel(), QLabel("–")
        label.setProperty("role", "quiet")
        label.setBuddy(self.drafts)
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addWidget(label)
        line.addWidget(self.drafts, 1)
        for part in (self.first, dash, self.last):
            line.addWidget(part)
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        for fault in self.faults:
            column.addWidget(fault)
        self.spoken(label.setText, lambda: self.tr("Draft"))
        self.spoken(self.drafts.setAccessibleName, lambda: self.tr("Draft"))
        self.spoken(self.first.setAccessibleName, lambda: self.tr("First day"))
        self.spoken(self.last.setAccessibleName, lambda: self.tr("Last day"))
        self.drafts.activated.connect(lambda row: self.draft_chosen.emit(self.drafts.itemData(row)))
        for field in (self.first, self.last):
            field.editingFinished.connect(self._typed)
        return asking

    def _working(self) -> QWidget:
        working = QWidget()
        column = QVBoxLayout(working)
        column.addStretch(2)
        column.addWidget(self._how_far, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._bar)
        column.addStretch(3)
        self.spoken(self._bar.setAccessibleName, lambda: self.tr("How far the rehearsal is"))
        return working

    def _shown(self) -> QWidget:
        self._headline, self._limit, self._title, self._note, self._alone = (QLabel() for _ in range(5))
        self._headline.setProperty("role", "strong")
        self._title.setProperty("role", "heading")
        self._note.setProperty("role", "small")
        self._limit.setProperty("role", "quiet")
        for label in (self._headline, self._limit, self._title, self._note, self._alone):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("data", True)
        self._rows = QStackedWidget()
        self._alone.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (self.figures, self.told, self._alone):
            self._rows.addWidget(part)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(self._title)
        right.addWidget(self._note)
        right.addWidget(self._rows, 1)
        sides = QHBoxLayout()
        sides.setSpacing(theme.GRID * 2)
        sides.addWidget(self.tables)
        sides.addLayout(right, 1)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._headline)
        column.addWidget(self._limit)
        column.addLayout(sides, 1)
        self.spoken(self.tables.setAccessibleName, lambda: self.tr("Tables of figures"))
        self.spoken(self.figures.rows.setAccessibleName, lambda: self.tr("Figures"))
        self.spoken(self.told.setAccessibleName, lambda: self.tr("Figures"))
        return shown

    # what is shown

    def _named(self, drafts: Sequence[Draft]) -> list[tuple[str, str]]:
        """Keys and names; those of one name are told apart by when they were changed."""
        names = [one.name or self._name(one.document) for one in drafts]
        return [
            (one.key, f"{name}, {changed_words(one)}" if names.count(name) > 1 else name)
            for one, name in zip(drafts, names, strict=True)
        ]

    def show_state(self, state: RehearsalState) -> None:
        """Draw everything."""
        self._state = state
        fill(self.drafts, self._named(state.drafts), state.draft)
        for widget in (self.drafts, self.first, self.last):
            widget.setEnabled(not state.busy and bool(state.drafts))
        for field, day in ((self.first, state.first), (self.last, state.last)):
            if not field.hasFocus() and day != date.min and not field.isModified():
                field.setText(formats.day(day))
        if state.busy:
            self._show_progress(state)
        elif state.told is not None:
            self._show_figures(state)
        else:
            self._show_nothing(state)

    def _name(self, document: object) -> str:
        named = document.get("name") if isinstance(document, dict) else None
        if isinstance(named, dict):
            named = named.get(language.current()) or next(iter(named.values()), "")
        return str(named) if named else self.tr("A program without a name")

    def _show_nothing(self, state: RehearsalState) -> None:
        if not state.drafts:
            self._nothing.say(self.tr("There is no draft to rehearse"), self.tr("Esc leads back: F2 there begins one."))
        elif state.stopped:
            self._nothing.say(self.tr("Stopped"), self.tr("What was done is kept: F9 goes on from there."))
        else:
            self._nothing.say(
                self.tr("What would these days have cost under the draft?"),
                self.tr("F9 prices every bill of them anew. Nothing is changed, nobody is told."),
            )
        self._stack.setCurrentIndex(0)

    def _show_progress(self, state: RehearsalState) -> None:
        words = self.tr("Reading the bills…") if state.busy == "reading" else self.tr("Pricing the bills anew…")
        self._how_far.setText(words + "  " + self.tr("Esc stops; what is done is kept."))
        self._bar.setRange(0, max(1, state.total))
        self._bar.setValue(state.done)
        self._stack.setCurrentIndex(1)

    def _show_figures(self, state: RehearsalState) -> None:
        told = state.told
        assert told is not None
        self._headline.setText(told.headline)
        self._limit.setText(" ".join((told.limit, *told.remarks)))
        # in large letters the room is for the table: what is said of all of it stands over the first one
        over = not theme.large() or (state.table == 0 and not state.opened)
        self._headline.setVisible(over)
        self._limit.setVisible(over)
        widest = max(wide_as(table.title, bold=True) for table in told.tables)
        self.tables.setFixedWidth(widest + 2 * GAP + theme.GRID * 3)
        self.tables.put(told.tables, state.table)
        if state.opened:
            self._show_opened(state.opened[-1])
        else:
            self._show_table(told.tables[state.table], state.row)
        self._stack.setCurrentIndex(2)

    def _show_table(self, table: Table, row: int) -> None:
        self._say(table.title, table.note if table.rows and not theme.large() else "")
        if table.name == "typical":
            self.told.put(told_table(table, language.current()), row)
            self._rows.setCurrentIndex(1)
        elif table.rows:
            self.figures.put(table.heads, table.rows, row)
            self._rows.setCurrentIndex(0)
        else:
            self._alone.setText(table.note)
            self._rows.setCurrentIndex(2)

    def _show_opened(self, opened: Opened) -> None:
        if opened.bill is not None:
            self._say(opened.title, opened.bill.remark)
            self.told.put(told_bill(opened.bill, language.current()), opened.row)
            self._rows.setCurrentIndex(1)
        elif opened.listing is not None:
            more = self.tr("and %n more, which the sum holds", "", opened.listing.more) if opened.listing.more else ""
            self._say(opened.title, more)
            self.figures.put(opened.listing.heads, opened.listing.rows, opened.row)
            self._rows.setCurrentIndex(0)

    def _say(self, title: str, note: str) -> None:
        self._title.setText(title)
        self._title.setVisible(not theme.large() or bool(self._state.opened))
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def rows_in_sight(self) -> RowList:
        """The list at the right."""
        return self.told if self._rows.currentIndex() == 1 else self.figures.rows

    def shown_nothing(self) -> bool:
        """Whether no figures are in sight."""
        return self._stack.currentIndex() != 2

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def settle(self) -> bool:
        """Take the days as typed; False while one of them is none."""
        return self._typed()

    def _typed(self) -> bool:
        first, last = formats.read_day(self.first.text()), formats.read_day(self.last.text())
        for fault, day in zip(self.faults, (first, last), strict=True):
            fault.say("" if day is not None else self.tr("A day is written like this: 31.01.2027."))
        if first is None or last is None:
            return False
        for field in (self.first, self.last):
            field.setModified(False)
        self.days_chosen.emit(first, last)
        return True

    def _draw_table(self, painter: QPainter, rect: QRect, table: Table, highlighted: bool) -> None:
        Pen(painter, rect).write(table.title, bold=highlighted)

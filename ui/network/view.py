"""Draws the room of the network: how it is and what to do, what waits, the desks, and the ways to join and to carry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.sync.courier import ANSWER_ENDING, ENDING, Answered, Carried
from desk_app.sync.desks import KnownDesk
from desk_app.sync.unsent import Unsent
from ui import language, theme
from ui.file_dialog import ask_file, ask_new_file
from ui.icons import Icon, beside_words, pixmap
from ui.join.view import JoinView
from ui.network.presenter import NetworkState
from ui.widgets.columns import Columns
from ui.widgets.form import Card
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget
from ui.widgets.status_line import LOOKS
from ui.wording import books
from ui.wording import network as words
from ui.wording.problems import problem

_SHOWN = 6
"""Rows of a list before it scrolls."""


class NetworkView(SpokenWidget):
    """Shows the state it is given; tells what the clerk wants."""

    sync_wanted = Signal()
    shift_wanted = Signal()
    courier_wanted = Signal(Path)
    taking_wanted = Signal(Path, Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: NetworkState | None = None
        self.join = JoinView()
        self._now, self._acts, self._desks = self._now_card(), self._acts_card(), self._desks_card()
        self._joining, self._courier = self._joining_card(), self._courier_card()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        columns = Columns((self._now, self._joining, self._desks), (self._acts, self._courier))
        around.addWidget(columns)
        self._now.setFocusProxy(self.sync)
        self._acts.setFocusProxy(self.acts)
        self._joining.setFocusProxy(self.join.choose)
        self._courier.setFocusProxy(self._write)
        self._desks.setFocusProxy(self.desks)
        self.panes = (self._now, self._joining, self._desks, self._acts, self._courier)
        self.parts = (*self.panes, columns.verticalScrollBar())

    # cards

    def _now_card(self) -> Card:
        card = Card(lambda: self.tr("Network"))
        self._image, self.head = QLabel(), QLabel()
        self.head.setProperty("role", "strong")
        self.head.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addWidget(self._image)
        line.addWidget(self.head, 1)
        card.wide(line)
        self._waits, self.advice, self._clock, self.copied = QLabel(), QLabel(), QLabel(), QLabel()
        self.twice = QLabel()
        for label in (self._waits, self.advice, self._clock, self.copied, self.twice):
            label.setWordWrap(True)
            card.wide(label)
        self.advice.setProperty("role", "quiet")
        self._clock.setProperty("role", "warn")
        self.copied.setProperty("role", "warn")
        self.twice.setProperty("role", "warn")
        self._last, self._desk, self._centre = QLabel(), QLabel(), QLabel()
        self._rows = [
            self._fact(card, lambda: self.tr("Last complete exchange"), self._last),
            self._fact(card, lambda: self.tr("This desk"), self._desk),
            self._fact(card, lambda: self.tr("Centre"), self._centre),
        ]
        self.sync, self._shift = QPushButton(), QPushButton()
        self.sync.setProperty("role", "primary")
        self.sync.setAutoDefault(True)
        self._shift.setAutoDefault(True)
        self.sync.clicked.connect(self.sync_wanted)
        self._shift.clicked.connect(self.shift_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID)
        buttons.addWidget(self.sync)
        buttons.addWidget(self._shift)
        buttons.addStretch(1)
        card.wide(buttons)
        self.drawn(self._draw)
        for label in (
            self.head, self._waits, self.advice, self._clock, self.copied, self.twice, self._last, self._desk,
            self._centre,
        ):  # fmt: skip
            # sentences with two languages of their own, and names
            label.setProperty("data", True)
        self.spoken(self.sync.setText, lambda: self.tr("Sync   F5"))
        self.spoken(self._shift.setText, lambda: self.tr("End of shift"))
        return card

    def _fact(self, card: Card, said: Callable[[], str], value: QLabel) -> QWidget:
        row = QWidget()
        row.setProperty("role", "scrolled")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = QLabel()
        name.setProperty("role", "quiet")
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        line.addWidget(name)
        line.addWidget(value, 1)
        self.spoken(name.setText, said)
        card.wide(row)
        return row

    def _acts_card(self) -> Card:
        card = Card(lambda: self.tr("Waiting to be sent"))
        self._none = QLabel()
        self._none.setWordWrap(True)
        self._none.setProperty("role", "quiet")
        self.acts = RowList(self._say_act, self._draw_act, lines=2)
        self._more = QLabel()
        self._more.setProperty("role", "small")
        for part in (self._none, self.acts, self._more):
            card.wide(part)
        self.spoken(self.acts.setAccessibleName, lambda: self.tr("Waiting to be sent"))
        return card

    def _desks_card(self) -> Card:
        card = Card(lambda: self.tr("Desks of the network"))
        self.desks = RowList(self._say_desk, self._draw_desk, lines=2)
        card.wide(self.desks)
        self.spoken(self.desks.setAccessibleName, lambda: self.tr("Desks of the network"))
        return card

    def _joining_card(self) -> Card:
        card = Card(lambda: self.tr("Join a network"))
        card.wide(self.join)
        return card

    def _courier_card(self) -> Card:
        card = Card(lambda: self.tr("By courier, on a stick"))
        note = QLabel()
        note.setWordWrap(True)
        note.setProperty("role", "small")
        self.spoken(
            note.setText,
            lambda: self.tr("For a desk without any line: a file is carried to another desk, and its answer back."),
        )
        card.wide(note)
        self._write, self._take = QPushButton(), QPushButton()
        self._write.setAutoDefault(True)
        self._take.setAutoDefault(True)
        self._write.clicked.connect(self._ask_target)
        self._take.clicked.connect(self._ask_source)
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addWidget(self._write)
        line.addWidget(self._take)
        line.addStretch(1)
        card.wide(line)
        self._came = QLabel()
        self._came.setWordWrap(True)
        self._came.setProperty("data", True)
        card.wide(self._came)
        self.spoken(self._write.setText, lambda: self.tr("Write a file…"))
        self.spoken(self._take.setText, lambda: self.tr("Take a file…"))
        return card

    # states

    def show_state(self, state: NetworkState) -> None:
        """Draw how things stand."""
        self._state = state
        network, tongue, alone = state.network, language.current(), state.place is None
        self.head.setText(words.head(network, tongue))
        waits = words.waits(network, tongue)
        self._put(self._waits, waits[:1].upper() + waits[1:])
        self._put(self._clock, words.clock(network, tongue))
        self._put(self.copied, words.copied(state.copied, tongue))
        self._put(self.twice, books.said("alike", tongue, number=state.twice, code=state.code) if state.twice else "")
        # a wrong clock is not all well, nor is a copy
        well = not network.offset and state.copied is None
        self._put(self.advice, words.advice(network, tongue) if well or network.kind != "online" else "")
        self._last.setText(words.last(network, tongue))
        if state.place is not None:
            self._desk.setText(state.place.desk)
            self._centre.setText(state.place.clinic or state.place.host)
        for row in self._rows:
            row.setVisible(not alone)
        # who was taken off has nothing to exchange
        for button in (self.sync, self._shift):
            button.setVisible(not alone and network.kind != "revoked")
        self._joining.setVisible(alone or network.kind in ("refused", "revoked") or state.copied is not None)
        self._desks.setVisible(not alone)
        self._acts.setVisible(not alone)
        self._show_acts(state)
        self.desks.put(state.desks, 0)
        self._lower(self.desks, len(state.desks))
        self._write.setEnabled(not state.busy and network.waiting > 0)
        self._take.setEnabled(not state.busy)
        self._put(self._came, self.courier_words(state))
        self._dress(self._came, "bad" if state.problem is not None else "good")
        self._draw()

    def courier_words(self, state: NetworkState) -> str:
        """What came of the last file."""
        tongue = language.current()
        if state.busy:
            return self.tr("Working on the file…")
        if state.problem is not None:
            return problem(state.problem, tongue)
        if isinstance(state.done, Carried):
            return words.carried(state.done, tongue)
        if isinstance(state.done, Answered):
            return words.taken(state.done, tongue)
        return ""

    def retell(self) -> None:
        """In another language."""
        if self._state is not None:
            self.show_state(self._state)

    def _show_acts(self, state: NetworkState) -> None:
        self.acts.put(state.acts, self.acts.currentIndex().row())
        self._lower(self.acts, len(state.acts))
        self.acts.setVisible(bool(state.acts))
        self._put(self._none, "" if state.acts else self.tr("Nothing waits: the centre has it all."))
        left = state.network.waiting - len(state.acts)
        self._put(self._more, self.tr("and %n more", "", left) if state.acts and left > 0 else "")

    def _lower(self, rows: RowList, count: int) -> None:
        """As high as its rows, up to the height of a few."""
        high = rows.sizeHintForRow(0) if count else 0
        rows.setFixedHeight(max(1, high) * min(max(count, 1), _SHOWN) + 2)

    def _put(self, label: QLabel, said: str) -> None:
        label.setText(said)
        label.setVisible(bool(said))

    def _dress(self, label: QLabel, role: str) -> None:
        if label.property("role") != role:
            label.setProperty("role", role)
            theme.restyle(label)

    def _draw(self) -> None:
        picture, token = LOOKS[self._state.network.kind if self._state is not None else "alone"]
        self._image.setPixmap(pixmap(picture, 24, token, self.devicePixelRatioF()))
        beside_words(self.sync, Icon.SYNC, "on_accent")

    # rows

    def _say_act(self, act: Unsent) -> str:
        tongue = language.current()
        return ", ".join(
            part for part in (words.act(act.kind, tongue), act.patient, words.moment(act.moment, tongue)) if part
        )

    def _draw_act(self, painter: QPainter, rect: QRect, act: Unsent, chosen: bool) -> None:
        tongue = language.current()
        upper, lower = two_lines(rect)
        Pen(painter, upper).write(words.act(act.kind, tongue), bold=True)
        pen = Pen(painter, lower)
        pen.write(words.moment(act.moment, tongue), "quiet", "small", end=True)
        pen.write(act.patient, "quiet", "small")

    def _say_desk(self, desk: KnownDesk) -> str:
        return ", ".join(part for part in (self._desk_name(desk), self._heard(desk)) if part)

    def _draw_desk(self, painter: QPainter, rect: QRect, desk: KnownDesk, chosen: bool) -> None:
        upper, lower = two_lines(rect)
        Pen(painter, upper).write(self._desk_name(desk), bold=desk.own)
        Pen(painter, lower).write(self._heard(desk), "quiet", "small")

    def _desk_name(self, desk: KnownDesk) -> str:
        if desk.own:
            return self.tr("This desk, {code}").format(code=desk.code)
        return f"{desk.code} · {desk.name}" if desk.name else desk.code

    def _heard(self, desk: KnownDesk) -> str:
        if not desk.last:
            return ""
        return self.tr("last act {moment}").format(moment=words.moment(desk.last, language.current()))

    # files

    def _ask_target(self) -> None:
        kinds = f"{self.tr('Courier’s file')} (*{ENDING})"
        name = f"tessera{ENDING}"
        if file := ask_new_file(self, self.tr("Where to write the courier’s file"), name, kinds):
            self.courier_wanted.emit(file if file.suffix else file.with_suffix(ENDING))

    def _ask_source(self) -> None:
        kinds = f"{self.tr('Courier’s file')} (*{ENDING} *{ANSWER_ENDING});;* (*)"
        if file := ask_file(self, self.tr("Which file was carried here"), kinds):
            self.taking_wanted.emit(file, file.with_suffix(ANSWER_ENDING))

"""Draws the page of cards: which there are, why another one, and the keys that do it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desk_app.cards import REASONS
from desk_app.domain.people import Card
from ui import formats, theme
from ui.action import Bound
from ui.desk.held_cards import CardsState
from ui.widgets.flow import Flow
from ui.widgets.key_button import KeyButton
from ui.widgets.rows import Pen, RowList, two_lines, wide_as
from ui.widgets.spoken import SpokenWidget
from ui.widgets.wheel import calm


class CardsView(SpokenWidget):
    """What it shows comes from the state alone."""

    highlighted = Signal(int)
    reason_chosen = Signal(str)

    def __init__(self, bound: Bound, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._state = CardsState()
        self._title, self._why, self._scan = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "strong")
        self._why.setProperty("role", "quiet")
        for label in (self._title, self._scan):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self.cards = RowList(self._say, self._draw, 2)
        self.reason = QComboBox()
        self.keys = tuple(KeyButton(bound[name]) for name in ("print_card", "new_card", "block_card"))
        self.reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self.cards, 1)
        column.addWidget(Flow(self._why, self.reason, gap=theme.GRID))
        for key in self.keys:
            column.addWidget(key)
        column.addWidget(self._scan)
        self.setFocusProxy(self.cards)
        calm(self)
        self.cards.moved.connect(self.highlighted)
        self.reason.activated.connect(lambda row: self.reason_chosen.emit(REASONS[row]))
        self.drawn(self._fit)
        self._fit()
        self.spoken(self.reason.setAccessibleName, lambda: self.tr("Why another one?"))
        self.spoken(self.cards.setAccessibleName, lambda: self.tr("Cards of the patient"))
        self.spoken(self._why.setText, lambda: self.tr("Why another one?"))

    def show_state(self, state: CardsState) -> None:
        """Draw the cards."""
        self._state = state
        self._title.setText(self.tr("Cards of {name}").format(name=state.name))
        self.cards.put(state.rows, state.chosen)
        words = self._reasons()
        if [self.reason.itemText(row) for row in range(self.reason.count())] != words:
            self.reason.clear()
            self.reason.addItems(words)
        self.reason.setCurrentIndex(REASONS.index(state.reason))
        for part in (self._why, self.reason):
            part.setEnabled(state.key is not None)
        if state.key is None:
            self._scan.setText(self.tr("Scan a card without a name to give it, or press Ctrl+F11 for a new number."))
        else:
            self._scan.setText(self.tr("Scan a card without a name now to give it in place of the old one."))

    def _fit(self) -> None:
        """Large letters: whose cards these are stands at the left, what a scan does below; the keys need the room."""
        large = theme.large()
        self._column.setContentsMargins(*((10, 4, 10, 6) if large else (13, 10, 12, 12)))
        self._column.setSpacing(theme.GRID // 2 if large else theme.GRID)
        for label in (self._title, self._scan):
            label.setHidden(large)

    def retell(self) -> None:
        """In another language."""
        self.show_state(self._state)

    def _reasons(self) -> list[str]:
        known = self._reason_words()
        return [known[reason] for reason in REASONS]

    def _reason_words(self) -> dict[str, str]:
        return {
            "lost": self.tr("Lost"), "stolen": self.tr("Stolen"), "broken": self.tr("Broken"),
            "renamed": self.tr("New name"), "other": self.tr("Other"),
        }  # fmt: skip

    def _since(self, card: Card) -> str:
        stopped = self._state.stopped.get(card.number)
        if stopped is not None:
            day, reason = stopped
            words = self.tr("blocked {day}: {reason}") if reason else self.tr("blocked {day}")
            return words.format(day=formats.day(day), reason=self._reason_words().get(reason, reason).lower())
        if card.issued is None:
            return self._is(card)
        if card.state == "active":
            return self.tr("opens the account since {day}").format(day=formats.day(card.issued))
        return self.tr("blocked, given {day}").format(day=formats.day(card.issued))

    def _is(self, card: Card) -> str:
        return self.tr("opens the account") if card.state == "active" else self.tr("blocked")

    def _say(self, card: Card) -> str:
        return f"{formats.card(card.number)}, {self._since(card)}"

    def _draw(self, painter: QPainter, rect: QRect, card: Card, highlighted: bool) -> None:
        above, below = two_lines(rect)
        alive = card.state == "active"
        Pen(painter, above).write(formats.card(card.number), "text" if alive else "quiet", bold=alive)
        since = self._since(card)
        words = since if wide_as(since, "small") <= below.width() else self._is(card)
        Pen(painter, below).write(words, "good" if alive else "quiet", "small")

"""Draws the paper room: choices at the left, the sheet as it will come out at the right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ui import language, theme
from ui.action import Bound
from ui.icons import Icon
from ui.paper_room.card_choices import CardsCard
from ui.paper_room.choices import SheetCard
from ui.paper_room.pages import GAP, ProofPages
from ui.paper_room.printing import FileCard, PrinterCard
from ui.paper_room.report_choices import ReportCard
from ui.paper_room.state import PaperState
from ui.paper_room.waiting import Waiting, WaitingCard
from ui.paper_room.words import kind_words, size_words
from ui.widgets.buttons import ActionButton
from ui.widgets.down import Down
from ui.widgets.empty import Empty
from ui.widgets.spoken import SpokenWidget
from ui.widgets.stack import Stack
from ui.widgets.wheel import calm
from ui.wording.problems import problem, trouble_sentence


class PaperView(SpokenWidget):
    """What it shows comes from the state alone; the cards tell of every change."""

    settings_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: PaperState | None = None
        self.sheet = SheetCard()
        self.report: ReportCard
        self.cards: CardsCard
        self.printer: PrinterCard
        self.file: FileCard
        self.waiting: WaitingCard
        self.pages = ProofPages()
        self.empty = Empty(Icon.PAPER)
        self.nothing = Nothing()
        self.panes: tuple[QWidget, ...] = ()
        self.parts: tuple[QWidget, ...] = ()

    def build(self, bound: Bound) -> Iterator[None]:
        """Lay everything out once the actions exist, in slices."""
        self.report, self.cards = ReportCard(), CardsCard()
        self.printer = PrinterCard()
        yield
        self.file, self.waiting = FileCard(), WaitingCard()
        yield
        self.print_button, self.save_button = ActionButton(bound["print"], "primary"), ActionButton(bound["save"])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID * 2)
        choices = self._choices()
        row.addWidget(choices, 2)
        yield
        proof = self._proof()
        row.addWidget(proof, 3)
        # Large letters: what is chosen is read whole, the sheet is looked at.
        self.drawn(lambda: row.setStretch(0, 3 if theme.large() else 2))
        yield
        self.parts = (
            self.sheet, self.report, self.cards, self.waiting, self.printer, self.file, proof,
            choices.verticalScrollBar(),
        )  # fmt: skip
        self.panes = (
            self.sheet, self.report, self.cards, self.printer, self.file, self.waiting, self._area, self.nothing.button,
        )  # fmt: skip
        for pane, first in (
            (self.sheet, self.sheet.kind), (self.report, self.report.span), (self.cards, self.cards.qr),
            (self.printer, self.printer.printer),
            (self.file, self.file.file.button("pdf")), (self.waiting, self.waiting.rows),
        ):  # fmt: skip
            pane.setFocusProxy(first)
        self.nothing.button.clicked.connect(self.settings_wanted)
        calm(self)

    def _choices(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.GRID, 0)
        column.setSpacing(theme.GRID * 2)
        for card in (self.sheet, self.report, self.cards, self.waiting, self.printer, self.file):
            column.addWidget(card)
        column.addStretch(1)
        area = Down()
        area.setWidget(inner)
        return area

    def _proof(self) -> QWidget:
        card = SpokenWidget(role="card")
        self._title, self._remark, self._more = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._title.setMinimumWidth(1)
        self._remark.setProperty("role", "warn")
        self._remark.setProperty("data", True)
        self._more.setProperty("role", "small")
        for label in (self._remark, self._more):
            label.setWordWrap(True)
            label.hide()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.hide()
        self._batch = self._batch_strip()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would change the width, and with it every dot of the pages.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setProperty("role", "proof")
        self._area.setWidget(self.pages)
        keys = QHBoxLayout()
        keys.setSpacing(theme.GRID)
        keys.addWidget(self._title, 1)
        keys.addStretch()
        keys.addWidget(self.print_button)
        keys.addWidget(self.save_button)
        self._stack = Stack()
        for page in (self._area, self.empty, self.nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(theme.GRID // 2)
        column.addLayout(keys)
        column.addWidget(self._bar)
        column.addWidget(self._batch)
        column.addWidget(self._remark)
        column.addWidget(self._stack, 1)
        column.addWidget(self._more)
        self.drawn(self._paint_ground)
        self.spoken(self._bar.setAccessibleName, lambda: self.tr("The sheet is being drawn"))
        self.spoken(self._area.setAccessibleName, lambda: self.tr("The sheet as it will be printed"))
        return card

    def _batch_strip(self) -> QWidget:
        strip = QWidget()
        self._batch_words, self._batch_bar, self.stop = QLabel(), QProgressBar(), QPushButton()
        self._batch_words.setProperty("role", "strong")
        self._batch_words.setWordWrap(True)
        self._batch_words.setMinimumWidth(1)
        self._batch_bar.setTextVisible(False)
        words = QVBoxLayout()
        words.setSpacing(theme.GRID // 2)
        words.addWidget(self._batch_words)
        words.addWidget(self._batch_bar)
        line = QHBoxLayout(strip)
        line.setContentsMargins(0, 0, 0, theme.GRID)
        line.setSpacing(theme.GRID * 2)
        line.addLayout(words, 1)
        line.addWidget(self.stop)
        self.spoken(self.stop.setText, lambda: self.tr("Stop   Esc"))
        self.spoken(self.stop.setAccessibleName, lambda: self.tr("Stop"))
        self.spoken(self.stop.setToolTip, lambda: self.tr("Until they are all there, no number is taken."))
        self.stop.clicked.connect(self.stop_wanted)
        strip.hide()
        return strip

    def _paint_ground(self) -> None:
        # Paper is seen against the ground of the window, not against the card that holds it.
        palette = QPalette(self.pages.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.current().ground))
        self.pages.setPalette(palette)
        self.pages.setAutoFillBackground(True)

    def width_of_page(self) -> int:
        """How many dots of this screen a page is wide."""
        room = max(self._area.viewport().width() - 2 * GAP, 560)
        return round(room * self.devicePixelRatioF())

    def show_state(self, state: PaperState, folder: str, *, qr: bool) -> None:
        """Draw the room; `folder` is where files go, `qr` whether cards have their number as a QR code too."""
        before, self._state, self._folder, self._qr = self._state, state, folder, qr
        self.sheet.show_state(state)
        self.report.show_state(state)
        self.cards.show_state(state, qr)
        self.printer.show_state(state)
        self.file.show_state(state, folder)
        self._title.setText(f"{kind_words(state.asked.kind)}, {size_words(state.asked.size)}")
        # Large letters: the choice at the left says the same, and the keys need the room.
        self._title.setVisible(not theme.large())
        self._bar.setVisible(state.slow)
        done, total = state.drawn or (0, 0)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._show_remarks(state)
        self._show_batch(state)
        proof = state.proof
        if proof is not None and (before is None or before.proof is not proof):
            self.pages.show_pictures(proof.pictures)
            self._area.verticalScrollBar().setValue(0)
        if state.lack:
            self._say_lack(state.lack)
            self._stack.setCurrentWidget(self.empty)
        elif state.problem is not None:
            mendable = state.problem.code == "sheet.legal"
            self.nothing.say(problem(state.problem, language.current()), mendable=mendable)
            self._stack.setCurrentWidget(self.nothing)
        elif proof is None:
            self.empty.say(self.tr("The sheet is being drawn"), self.tr("It is here in a moment."))
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentWidget(self._area)

    def show_waiting(self, kept: Sequence[Waiting], stopped: Collection[Waiting]) -> None:
        """Draw what no printer took, and which of it may not be printed any more."""
        self.waiting.show_kept(kept, stopped)

    def retell(self) -> None:
        """Say again what depends on the state."""
        if self._state is not None:
            self.show_state(self._state, self._folder, qr=self._qr)

    def sentence(self) -> str:
        """What is shown at the right, to be read aloud."""
        state = self._state
        if state is None or state.drawing:
            return ""
        if state.problem is not None:
            return self.nothing.words()
        if state.lack or state.proof is None:
            return self.empty.sentence()
        return self.tr("{title}: %n page(s)", "", state.proof.pages).format(title=self._title.text())

    def _show_remarks(self, state: PaperState) -> None:
        proof = state.proof if state.problem is None and not state.lack else None
        told = [trouble_sentence(code, {}, language.current()) for code in proof.left_out] if proof else []
        told += proof.remarks if proof else ()
        if proof and state.kind.batch and not state.makes_cards:
            told.append(self.tr("Samples of a draft: no number is taken, and no card is noted as printed."))
        elif proof and state.kind.name == "cards":
            told.append(self.tr("An example: the numbers are drawn when the cards are made."))
        self._remark.setText(" ".join(told[:2]))
        self._remark.setToolTip("\n".join(told) if len(told) > 2 else "")
        self._remark.setVisible(bool(told))
        more = proof.pages - len(proof.pictures) if proof else 0
        self._more.setText(self.tr("… and %n more page(s), all of them in the file and on paper.", "", more))
        self._more.setVisible(more > 0)

    def _show_batch(self, state: PaperState) -> None:
        self._batch.setVisible(state.batch is not None)
        if state.batch is not None:
            done, total = state.batch
            said = self.tr("Cards are being made: {done} of {total}").format(done=done, total=total)
            self._batch_words.setText(said)
            self._batch_bar.setAccessibleName(said)
            self._batch_bar.setRange(0, total)
            self._batch_bar.setValue(done)

    def _say_lack(self, lack: str) -> None:
        if lack == "patient":
            self.empty.say(
                self.tr("This sheet speaks of one patient"), self.tr("Find the patient (F3), then come back here.")
            )
        elif lack == "days":
            self.empty.say(self.tr("A day is not right"), self.tr("Put it right at the left; the report follows."))
        else:
            self.empty.say(
                self.tr("No program is in force yet"), self.tr("Publish one; its sheets are printed from here.")
            )


class Nothing(SpokenWidget):
    """Why there is no sheet, in a sentence of the rules, and the way to where it is put right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head, self._why = QLabel(), QLabel()
        self._head.setProperty("role", "lead")
        self._why.setProperty("data", True)
        self._why.setMaximumWidth(theme.GRID * 70)
        for label in (self._head, self._why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.button = QPushButton()
        column = QVBoxLayout(self)
        column.setSpacing(theme.GRID * 2)
        column.addStretch(2)
        column.addWidget(self._head)
        column.addWidget(self._why)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.spoken(self._head.setText, lambda: self.tr("This sheet cannot be printed"))
        self.spoken(self.button.setText, lambda: self.tr("Open the clinic’s settings"))

    def say(self, why: str, *, mendable: bool) -> None:
        """Why; `mendable` where the settings are the place to put it right."""
        self._why.setText(why)
        self.button.setVisible(mendable)
        self.setAccessibleDescription(why)

    def words(self) -> str:
        """What is said now."""
        return f"{self._head.text()}. {self._why.text()}"

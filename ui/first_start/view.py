"""Shows the page of the first start that the clerk is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.first_start.choice import ChoicePage
from ui.first_start.clinic import ClinicPage
from ui.first_start.join import JoinPage
from ui.first_start.key import KeyPage
from ui.first_start.presenter import FirstStartState, Page
from ui.widgets.spoken import SpokenWidget


class WorkingPage(SpokenWidget):
    """A progress line while a clinic is made; the demo clinic can be stopped."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._words.setProperty("role", "quiet")
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = QPushButton()
        self._stop.clicked.connect(self.stopped)
        middle = QWidget()
        middle.setMaximumWidth(480)
        column = QVBoxLayout(middle)
        column.setSpacing(theme.GRID * 2)
        column.addStretch(1)
        for widget in (self._title, self._words, self._bar):
            column.addWidget(widget)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        around = QHBoxLayout(self)
        around.addStretch(1)
        around.addWidget(middle, 6)
        around.addStretch(1)
        self.spoken(self._stop.setText, lambda: self.tr("Stop   Esc"))
        self.spoken(self._bar.setAccessibleName, lambda: self.tr("Progress"))

    def begin(self) -> None:
        """The page came forward."""
        (self._stop if self._stop.isVisibleTo(self) else self).setFocus()

    def show_state(self, state: FirstStartState) -> None:
        """How far it is."""
        self._stop.setVisible(state.making_demo)
        self._stop.setEnabled(not state.stopping)
        if state.stopping:
            self._words.setText(self.tr("Stopping; nothing of it stays."))
        elif state.making_demo:
            self._title.setText(self.tr("Making the demo clinic"))
            self._words.setText(
                self.tr("Invented patients, two years of visits, a price list. Some ten seconds, once.")
            )
        elif state.joining:
            self._title.setText(self.tr("Opening the desk"))
            self._words.setText(self.tr("Everything the centre has is here."))
        else:
            self._title.setText(self.tr("Setting up the clinic"))
            self._words.setText(self.tr("The program and the price list are being written."))
        done, total = state.progress
        percent = f"{100 * done // total} %" if total else ""
        self._bar.setAccessibleDescription(percent)
        # 0 of 0 is a line that runs to and fro.
        self._bar.setRange(0, total)
        self._bar.setValue(done)


class FirstStartView(SpokenWidget):
    """One page at a time; Esc goes back to the three ways."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="ground")
        self._state: FirstStartState | None = None
        self.choice, self.clinic, self.join, self.working = ChoicePage(), ClinicPage(), JoinPage(), WorkingPage()
        self._pages = QStackedWidget()
        self.key = KeyPage()
        for page in (self.choice, self.clinic, self.join, self.working, self.key):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.clinic.left.connect(self.back_wanted)
        self.join.left.connect(self.back_wanted)

    def show_state(self, state: FirstStartState) -> None:
        """Bring the page forward and draw it."""
        pages: dict[Page, QWidget] = {
            Page.CHOICE: self.choice,
            Page.CLINIC: self.clinic,
            Page.JOIN: self.join,
            Page.WORKING: self.working,
            Page.KEY: self.key,
        }
        before, self._state = self._state, state
        self.clinic.show_state(state)
        self.working.show_state(state)
        self.join.show_state(state)
        self.key.key.show_key(state.key)
        failed = state.page is Page.CHOICE and (state.trouble is not None or state.refusal is not None)
        self.choice.trouble.setVisible(failed)
        if failed:
            self.choice.trouble.setText(
                self.tr("It could not be done. Nothing was stored; check the disk and try again.")
            )
        if before is None or before.page is not state.page:
            self._pages.setCurrentWidget(pages[state.page])
            begin = {Page.CHOICE: self.choice.begin, Page.CLINIC: self.clinic.begin, Page.JOIN: self.join.begin,
                     Page.KEY: self.key.begin, Page.WORKING: self.working.begin}  # fmt: skip
            begin.get(state.page, lambda: None)()

    def retell(self) -> None:
        """Say again what depends on the state."""
        if self._state is not None:
            self.show_state(self._state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

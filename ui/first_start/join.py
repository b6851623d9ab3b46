"""The page of the third way: a file or a sheet of squares from the centre, and who works here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.first_start.presenter import FirstStartState
from ui.icons import Icon, pixmap
from ui.join.view import JoinView
from ui.widgets.spoken import SpokenWidget


class JoinPage(SpokenWidget):
    """Says what comes, and takes it."""

    left = Signal()
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        image, title = QLabel(), QLabel()
        title.setProperty("role", "title")
        self.join = JoinView()
        self.employee = QLineEdit()
        self.employee.setMaxLength(60)
        self.employee.textEdited.connect(lambda text: self.typed.emit("employee", text))
        self.employee.returnPressed.connect(self.join.choose.setFocus)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("role", "small")
        self._back = QPushButton()
        self._back.clicked.connect(self.left)
        who = QFormLayout()
        who.setHorizontalSpacing(theme.GRID * 2)
        name = QLabel()
        name.setProperty("role", "quiet")
        name.setBuddy(self.employee)
        who.addRow(name, self.employee)
        middle = QWidget()
        middle.setMaximumWidth(640)
        column = QVBoxLayout(middle)
        column.setSpacing(theme.GRID * 2)
        column.addStretch(1)
        column.addWidget(image)
        column.addWidget(title)
        column.addLayout(who)
        column.addWidget(self.join)
        column.addWidget(self._note)
        line = QHBoxLayout()
        line.addWidget(self._back)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(2)
        around = QHBoxLayout(self)
        around.addStretch(1)
        around.addWidget(middle, 6)
        around.addStretch(1)
        self.drawn(lambda: image.setPixmap(pixmap(Icon.JOIN, 40, "accent", self.devicePixelRatioF())))
        self.spoken(title.setText, lambda: self.tr("Join a network"))
        self.spoken(name.setText, lambda: self.tr("Who works here"))
        self.spoken(self.employee.setAccessibleName, lambda: self.tr("Who works here"))
        self.spoken(self._back.setText, lambda: self.tr("Back   Esc"))

    def begin(self) -> None:
        """The page came forward."""
        self.employee.setFocus()

    def show_state(self, state: FirstStartState) -> None:
        """How far it is."""
        if self.employee.text() != state.texts.get("employee", ""):
            self.employee.setText(state.texts.get("employee", ""))
        self.employee.setEnabled(not state.join.busy)
        self._back.setEnabled(not state.join.busy)
        self.join.show_state(state.join)
        done, total = state.progress
        if state.join.busy and total:
            self._note.setText(self.tr("Fetched {done} of {total} acts.").format(done=done, total=total))
        else:
            self._note.setText(
                self.tr("Patients, cards, points and rules come from the centre; then the desk works by itself too.")
            )

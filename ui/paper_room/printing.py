"""Where this kind of sheet comes out: the printer, by how much it is off, a trial page to measure that, and files."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import Icon, icon
from ui.paper_room.state import PaperState
from ui.widgets.choice import Choice
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.form import Card
from ui.widgets.tenths import Tenths


class PrinterCard(Card):
    """Each kind of sheet has its own printer, offset and size on this computer."""

    setting_changed = Signal(str, object)
    trial_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Printer of this sheet"), parent)
        self.printer = drop_down()
        self._note = QLabel()
        self.across, self.down, self.scale = Tenths(), Tenths(), Tenths()
        for box, low, high in ((self.across, -500, 500), (self.down, -500, 500), (self.scale, 500, 2000)):
            box.setRange(low, high)
            box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.trial = QPushButton()
        self.row(lambda: self.tr("Printer"), self.printer)
        self.note(self._note)
        self._fitting = QWidget()
        line = QHBoxLayout(self._fitting)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GRID)
        for box, name, words in (
            (self.across, "offset_x", lambda: self.tr("Right, mm")),
            (self.down, "offset_y", lambda: self.tr("Down, mm")),
            (self.scale, "scale", lambda: self.tr("Size, %")),
        ):
            label = QLabel()
            label.setProperty("role", "small")
            label.setBuddy(box)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label)
            column.addWidget(box)
            line.addLayout(column, 1)
            self.spoken(label.setText, words)
            self.spoken(box.setAccessibleName, words)
            box.valueChanged.connect(lambda value, name=name: self.setting_changed.emit(name, value))
        self.wide(self._fitting)
        self.wide(self.trial)
        self.spoken(self.trial.setText, lambda: self.tr("Print a trial page"))
        self.spoken(self.trial.setToolTip, lambda: self.tr("A page with a ruler, to set the offset and the size by"))
        self.printer.activated.connect(
            lambda row: self.setting_changed.emit("printer", self.printer.itemData(row) or "")
        )
        self.trial.clicked.connect(self.trial_wanted)

    def show_state(self, state: PaperState) -> None:
        """Draw the settings of the kind that is chosen."""
        settings, names = state.settings, list(state.printers)
        if settings.printer and settings.printer not in names:
            names.append(settings.printer)
        fill(self.printer, [("", self.tr("None yet")), *((name, name) for name in names)], settings.printer)
        self._note.setText(self._words(state))
        for box, value in (
            (self.across, settings.offset_x), (self.down, settings.offset_y), (self.scale, settings.scale),
        ):  # fmt: skip
            with QSignalBlocker(box):
                box.setValue(value)
        for part in (self._fitting, self.trial):
            part.setVisible(bool(settings.printer))

    def _words(self, state: PaperState) -> str:
        if state.looking_for_printers:
            return self.tr("Looking for printers…")
        if not state.printers:
            return self.tr("This system has no printer. Every sheet can be saved as a file.")
        if state.settings.printer and state.settings.printer not in state.printers:
            return self.tr("This printer is not there now.")
        return self.tr("Remembered for every sheet of this kind.")


class FileCard(Card):
    """The same sheet as a file: for a print shop, for the clinic's site, for a message."""

    file_chosen = Signal(str)
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("As a file"), parent)
        self.file = Choice(
            [("pdf", lambda: "PDF"), ("html", lambda: self.tr("Site")), ("txt", lambda: self.tr("Text"))],
            lambda: self.tr("Kind of file"),
        )
        self._folder = QLabel()
        self._folder.setProperty("role", "small")
        self._folder.setProperty("data", True)
        self._folder.setWordWrap(True)
        self._folder.setMinimumWidth(1)
        self.other = QPushButton()
        self.row(lambda: self.tr("Kind of file"), self.file)
        self.wide(self._folder)
        self.wide(self.other)
        self.spoken(self.other.setText, lambda: self.tr("Another folder…"))
        self.drawn(lambda: self.other.setIcon(icon(Icon.FOLDER)))
        self.file.chosen.connect(self.file_chosen)
        self.other.clicked.connect(self.folder_wanted)

    def show_state(self, state: PaperState, folder: str) -> None:
        """Draw what files are made, and where."""
        self.file.choose("pdf" if state.kind.compose is None else state.file)
        for other in ("html", "txt"):
            self.file.button(other).setEnabled(state.kind.compose is not None)
        # A path has no spaces to break at.
        self._folder.setText(folder.replace("/", "/\N{ZERO WIDTH SPACE}").replace("\\", "\\\N{ZERO WIDTH SPACE}"))
        self._folder.setToolTip(folder)

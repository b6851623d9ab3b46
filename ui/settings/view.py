"""Draws the settings as cards: look, clinic, scanner, this computer, exchange, paper."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.errors import Trouble
from desk_app.station import LONGEST_IDLE, TEXT_SIZES
from ui import language, theme
from ui.settings.clinic.view import ClinicCard
from ui.settings.hand_over import HandOverCard
from ui.settings.presenter import SettingsState
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.form import Card
from ui.widgets.paper_key import PaperKey
from ui.widgets.spoken import SpokenWidget
from ui.widgets.tenths import Tenths
from ui.widgets.wheel import calm
from ui.wording.problems import problem

SHEETS = ("slip", "slip-a5")
"""The kinds of sheet this desk prints."""
TEXT_FIELDS = ("desk", "branch", "employee")


class SettingsView(SpokenWidget):
    """Tells of every change as it is made; what it shows comes from the state alone."""

    look_chosen = Signal(str, object)
    place_typed = Signal(str, str)
    pin_typed = Signal(str)
    idle_chosen = Signal(int)
    scanner_set = Signal(str, object)
    listen_wanted = Signal()
    printer_set = Signal(str, str, object)
    reprint_wanted = Signal()
    key_wanted = Signal()
    network_wanted = Signal()
    key_written = Signal()

    def __init__(self, exchange: Path, parent: QWidget | None = None) -> None:
        """`exchange` is the folder of the hand-over."""
        super().__init__(parent)
        self._state: SettingsState | None = None
        self._exchange = exchange

    def build(self) -> Iterator[None]:
        """Make the cards, each in a slice of its own; only then is there a state to show."""
        self._look = self._look_card()
        yield
        self.clinic = ClinicCard()
        yield
        self._scan = self._scanner_card()
        yield
        self._place = self._place_card()
        yield
        self.hand_over = HandOverCard()
        yield
        self._paper = self._paper_card()
        yield
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        columns = Columns((self._look, self.clinic, self._scan), (self._place, self.hand_over, self._paper))
        around.addWidget(columns)
        yield
        for box in self.findChildren(QSpinBox):
            # The sheet's padding does not reach the field inside a spin box.
            box.lineEdit().setTextMargins(6, 0, 0, 0)
        calm(self)
        self.panes = (self._look, self.clinic, self._scan, self._place, self.hand_over, self._paper)
        self.parts = (*self.panes, columns.verticalScrollBar())
        for pane, first in zip(
            self.panes,
            (
                self._language,
                self.clinic.texts["name"],
                self._gap,
                self._texts["desk"],
                self.hand_over.switch,
                self._printers["slip"],
            ),
            strict=True,
        ):
            pane.setFocusProxy(first)

    def _look_card(self) -> Card:
        card = Card(lambda: self.tr("Look and language"))
        # Languages are called by their own names: whoever needs one can read it.
        self._language = Choice([("ru", lambda: "Русский"), ("en", lambda: "English")], lambda: self.tr("Language"))
        self._theme = Choice(
            [
                ("light", lambda: self.tr("Light")),
                ("dark", lambda: self.tr("Dark")),
                ("contrast", lambda: self.tr("High contrast")),
            ],
            lambda: self.tr("Colours"),
        )
        self._text_size = Choice(
            [(str(size), lambda size=size: f"{size} %") for size in TEXT_SIZES],  # type: ignore[misc]  # bound now
            lambda: self.tr("Text size"),
        )
        card.row(lambda: self.tr("Language"), self._language)
        card.row(lambda: self.tr("Colours"), self._theme)
        card.row(lambda: self.tr("Text size"), self._text_size)
        self._language.chosen.connect(lambda chosen: self.look_chosen.emit("language", chosen))
        self._theme.chosen.connect(lambda chosen: self.look_chosen.emit("theme", chosen))
        self._text_size.chosen.connect(lambda chosen: self.look_chosen.emit("text_size", int(chosen)))
        return card

    def _place_card(self) -> Card:
        card = Card(lambda: self.tr("This computer"))
        self._texts = {name: QLineEdit() for name in TEXT_FIELDS}
        for field in self._texts.values():
            field.setMaxLength(60)
        card.row(lambda: self.tr("Desk code"), self._texts["desk"])
        card.note(QLabel(), lambda: self.tr("Printed on receipts; each desk of the clinic has its own."))
        card.row(lambda: self.tr("Branch code"), self._texts["branch"])
        card.row(lambda: self.tr("Who works here"), self._texts["employee"])
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setMaxLength(12)
        card.row(lambda: self.tr("Unlocking code"), self._pin)
        self._pin_note = QLabel()
        card.note(self._pin_note)
        self._idle = QSpinBox()
        self._idle.setRange(0, LONGEST_IDLE)
        card.row(lambda: self.tr("Locks by itself after, min"), self._idle)
        self.spoken(self._idle.setSpecialValueText, lambda: self.tr("Never"))
        network = QPushButton()
        network.setAutoDefault(True)
        network.clicked.connect(self.network_wanted)
        self.spoken(network.setText, lambda: self.tr("Network of the clinic   Shift+F5"))
        card.wide(network)
        self.key_button, self.key = QPushButton(), PaperKey()
        self.key_button.setAutoDefault(True)
        self._key_note = QLabel()
        self._key_note.setWordWrap(True)
        self._key_note.setProperty("role", "small")
        card.wide(self.key_button)
        card.wide(self.key)
        card.wide(self._key_note)
        self.key_button.clicked.connect(lambda: (self.key_written if self.key.shown() else self.key_wanted).emit())
        for name, field in self._texts.items():
            field.editingFinished.connect(partial(self._typed, name))
        self._pin.editingFinished.connect(self._pin_finished)
        self._idle.valueChanged.connect(self.idle_chosen)
        return card

    def _scanner_card(self) -> Card:
        card = Card(lambda: self.tr("Scanner"))
        self._gap, self._shortest = QSpinBox(), QSpinBox()
        self._gap.setRange(5, 500)
        self._shortest.setRange(3, 40)
        self._prefix, self._suffix = QLineEdit(), QLineEdit()
        self._trial = QPushButton()
        self._trial_words = QLabel()
        self._trial_words.setWordWrap(True)
        self._trial_words.setProperty("role", "quiet")
        self.spoken(self._trial.setText, lambda: self.tr("Try the scanner"))
        line = QHBoxLayout()
        line.setSpacing(theme.GRID * 2)
        line.addWidget(self._trial)
        line.addWidget(self._trial_words, 1)
        card.wide(line)
        card.row(lambda: self.tr("Longest gap, ms"), self._gap)
        card.row(lambda: self.tr("Fewest digits"), self._shortest)
        card.row(lambda: self.tr("Before the code"), self._prefix)
        card.row(lambda: self.tr("After the code"), self._suffix)
        self._trial.clicked.connect(self.listen_wanted)
        self._gap.valueChanged.connect(lambda value: self.scanner_set.emit("gap", value))
        self._shortest.valueChanged.connect(lambda value: self.scanner_set.emit("shortest", value))
        for name, field in (("prefix", self._prefix), ("suffix", self._suffix)):
            field.setMaxLength(8)
            field.editingFinished.connect(lambda name=name, field=field: self.scanner_set.emit(name, field.text()))
        return card

    def _paper_card(self) -> Card:
        card = Card(lambda: self.tr("Paper"))
        names = {
            "slip": lambda: self.tr("Slip, 80 mm"),
            "slip-a5": lambda: self.tr("Slip, A5"),
        }
        self._printers: dict[str, QComboBox] = {}
        self._offsets: dict[str, tuple[QSpinBox, QSpinBox]] = {}
        self._scales: dict[str, QSpinBox] = {}
        self._fittings: dict[str, QWidget] = {}
        self._at_once: dict[str, QCheckBox] = {}
        for sheet in SHEETS:
            self._printers[sheet] = printers = QComboBox()
            printers.setMinimumContentsLength(10)
            printers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            card.row(names[sheet], printers)
            self._at_once[sheet] = at_once = QCheckBox()
            self.spoken(at_once.setText, lambda: self.tr("Print at once, without a preview"))
            card.under(at_once)
            card.wide(self._fitting(sheet))
            printers.activated.connect(partial(self._printer_chosen, sheet))
            at_once.clicked.connect(lambda on, sheet=sheet: self.printer_set.emit(sheet, "at_once", on))
        self._printer_note = QLabel()
        card.note(self._printer_note)
        self._waiting = QPushButton()
        self._waiting.hide()
        self._waiting.clicked.connect(self.reprint_wanted)
        card.wide(self._waiting)
        return card

    def _fitting(self, sheet: str) -> QWidget:
        """Where and how large the sheet is printed: measured once with a ruler, remembered for ever."""
        around = QWidget()
        line = QHBoxLayout(around)
        line.setContentsMargins(0, 0, 0, theme.GRID)
        line.setSpacing(theme.GRID)
        across, down, scale = Tenths(), Tenths(), Tenths()
        for box in (across, down):
            box.setRange(-500, 500)
        scale.setRange(500, 2000)
        self._offsets[sheet], self._scales[sheet] = (across, down), scale
        parts = (
            (across, "offset_x", lambda: self.tr("Move right, mm")),
            (down, "offset_y", lambda: self.tr("Move down, mm")),
            (scale, "scale", lambda: self.tr("Size, %")),
        )
        for box, name, words in parts:
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
            box.valueChanged.connect(lambda value, name=name: self.printer_set.emit(sheet, name, value))
        self._fittings[sheet] = around
        return around

    def show_state(self, state: SettingsState) -> None:
        """Draw the settings."""
        self._state = state
        station = state.station
        quiet = [QSignalBlocker(box) for box in self.findChildren(QSpinBox)]
        self._language.choose(station.language)
        self._theme.choose(station.theme)
        self._text_size.choose(str(station.text_size))
        for name, field in self._texts.items():
            self._mark(field, wrong=name in state.wrong)
            if name not in state.wrong:
                field.setText(getattr(station, name))
        self._mark(self._pin, wrong="pin" in state.wrong)
        self._pin_note.setText(self._pin_words(state))
        self._idle.setValue(station.idle_minutes)
        self.hand_over.show_station(station, self._exchange)
        self.key.show_key(state.key)
        self.key_button.setText(self.tr("Hide the recovery key") if state.key else self.tr("Show the recovery key"))
        self._key_note.setText(self._key_words(state))
        self._gap.setValue(station.scanner.gap)
        self._shortest.setValue(station.scanner.shortest)
        self._prefix.setText(station.scanner.prefix)
        self._suffix.setText(station.scanner.suffix)
        self._trial.setEnabled(not state.listening)
        self._trial_words.setText(self._trial_sentence(state))
        for sheet in SHEETS:
            self._show_printer(sheet, state)
        self._printer_note.setText(self._printer_sentence(state))
        self._waiting.setVisible(bool(state.waiting_sheets))
        self._waiting.setText(self.tr("Show %n sheet(s) that were not printed", "", len(state.waiting_sheets)))
        del quiet

    def retell(self) -> None:
        """Say again what depends on the state."""
        if self._state is not None:
            self.show_state(self._state)

    def _show_printer(self, sheet: str, state: SettingsState) -> None:
        settings, box = state.station.printer(sheet), self._printers[sheet]
        names = list(state.printers)
        if settings.printer and settings.printer not in names:
            names.append(settings.printer)
        wanted = [self.tr("Ask, or save as PDF"), *names]
        if [box.itemText(row) for row in range(box.count())] != wanted:
            box.clear()
            box.addItems(wanted)
        box.setCurrentIndex(names.index(settings.printer) + 1 if settings.printer else 0)
        self._at_once[sheet].setChecked(settings.at_once)
        across, down = self._offsets[sheet]
        across.setValue(settings.offset_x)
        down.setValue(settings.offset_y)
        self._scales[sheet].setValue(settings.scale)
        for part in (self._at_once[sheet], self._fittings[sheet]):
            part.setVisible(bool(settings.printer))

    def _pin_words(self, state: SettingsState) -> str:
        if "pin" in state.wrong:
            return self.tr("Four to twelve digits; nothing was changed.")
        if state.pin_set:
            return self.tr("A code is set. Type another one, or 0 to take it away.")
        return self.tr("No code: Enter unlocks the desk.")

    def _key_words(self, state: SettingsState) -> str:
        if state.key_lacks is True:
            return self.tr("Nothing here is encrypted: every backup opens everywhere.")
        if isinstance(state.key_lacks, Trouble):
            return problem(state.key_lacks, language.current())
        return self.tr("Write it down and keep it safe: without it a backup opens on no other computer.")

    def _trial_sentence(self, state: SettingsState) -> str:
        if state.listening:
            return self.tr("Scan any card now…")
        if state.trial_failed:
            return self.tr("No digits were heard. Set the scanner to keyboard mode and try again.")
        if state.trial is not None:
            return self.tr("Heard {code}: at most {gap} ms between digits. The desk is set for it.").format(
                code=state.trial.code, gap=state.trial.longest_gap
            )
        return self.tr("Sets everything below by itself.")

    def _printer_sentence(self, state: SettingsState) -> str:
        if state.looking_for_printers:
            return self.tr("Looking for printers…")
        if not state.printers:
            return self.tr("This system has no printer. Every sheet can be saved as a PDF.")
        return self.tr("%n printer(s) found.", "", len(state.printers))

    def trial_words(self) -> str:
        """What the trial scan gave, to be read aloud."""
        return self._trial_words.text()

    def _mark(self, field: QLineEdit, *, wrong: bool) -> None:
        value = "true" if wrong else "false"
        if field.property("wrong") != value:
            field.setProperty("wrong", value)
            theme.restyle(field)

    def _typed(self, name: str) -> None:
        self.place_typed.emit(name, self._texts[name].text())

    def _pin_finished(self) -> None:
        pin = self._pin.text()
        if pin:
            self._pin.clear()
            self.pin_typed.emit("" if pin == "0" else pin)

    def _printer_chosen(self, sheet: str, row: int) -> None:
        self.printer_set.emit(sheet, "printer", self._printers[sheet].itemText(row) if row else "")

"""The short form of a clinic that sets itself up: who it is, what it promises, which desk this is."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import language, theme
from ui.file_dialog import ask_file
from ui.first_start.places import currency_words, zone_words
from ui.first_start.presenter import CURRENCIES, FORM, TIMEZONES, FirstStartState
from ui.first_start.summary import summary
from ui.widgets.columns import Columns
from ui.widgets.fault import FaultLine
from ui.widgets.form import Card
from ui.widgets.spoken import SpokenWidget
from ui.widgets.wheel import calm
from ui.wording.problems import refusal_sentence


class ClinicPage(SpokenWidget):
    """Every answer is told as it is typed; Enter goes from field to field, F9 finishes."""

    typed = Signal(str, str)
    chosen = Signal(str, object)
    prices_chosen = Signal(object)
    finished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: FirstStartState | None = None
        self._texts: dict[str, QLineEdit] = {}
        self._faults: dict[str, FaultLine] = {}
        title = QLabel()
        title.setProperty("role", "title")
        self._finish, back = QPushButton(), QPushButton()
        self._finish.setProperty("role", "primary")
        # Not the button's own shortcut: that one is forgotten when its words change.
        QShortcut(QKeySequence("F9"), self, self.finished.emit)
        back.clicked.connect(self.left)
        self._finish.clicked.connect(self.finished)
        self._trouble = QLabel()
        self._trouble.setProperty("role", "bad")
        self._trouble.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self._trouble, 1)
        foot.addWidget(back)
        foot.addWidget(self._finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(theme.GRID * 2)
        column.addWidget(title)
        self._columns = Columns((self._clinic_card(),), (self._program_card(), self._desk_card()))
        column.addWidget(self._columns, 1)
        column.addLayout(foot)
        self._order(back)
        calm(self)
        self.spoken(title.setText, lambda: self.tr("Set up this clinic"))
        self.spoken(self._finish.setText, lambda: self.tr("Open the desk   F9"))
        self.spoken(back.setText, lambda: self.tr("Back   Esc"))

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(300 if name == "recipients" else 200)
        field.textEdited.connect(partial(self.typed.emit, name))
        field.returnPressed.connect(self.focusNextChild)
        self._texts[name] = field
        self._faults[name] = FaultLine(field)
        return field

    def _row(self, card: Card, name: str, words: Callable[[], str]) -> None:
        card.row(words, self._field(name))
        card.under(self._faults[name])

    def _clinic_card(self) -> Card:
        card = Card(lambda: self.tr("The clinic"))
        self._row(card, "name", lambda: self.tr("Name"))
        card.note(QLabel(), lambda: self.tr("The rest of this card is for slips and leaflets, and can come later."))
        self._row(card, "phone", lambda: self.tr("Phone"))
        self._row(card, "address", lambda: self.tr("Address"))
        self._row(card, "tax_id", lambda: self.tr("Tax number"))
        self._row(card, "registration_id", lambda: self.tr("Registration number"))
        self._row(card, "licence", lambda: self.tr("Licence"))
        self._row(card, "rules_url", lambda: self.tr("Page with the rules"))
        self._row(card, "recipients", lambda: self.tr("Who gets data of patients"))
        self.spoken(self._texts["recipients"].setPlaceholderText, lambda: self.tr("nobody"))
        self._currency, self._timezone = QComboBox(), QComboBox()
        self._currency.addItems(CURRENCIES)
        self._timezone.addItems(TIMEZONES)
        for row, currency in enumerate(CURRENCIES):
            self.spoken(partial(self._currency.setItemText, row), partial(currency_words, currency))
        for row, zone in enumerate(TIMEZONES):
            self.spoken(partial(self._timezone.setItemText, row), partial(zone_words, zone))
        self._currency.activated.connect(lambda row: self.chosen.emit("currency", CURRENCIES[row]))
        self._timezone.activated.connect(lambda row: self.chosen.emit("timezone", TIMEZONES[row]))
        card.row(lambda: self.tr("Currency"), self._currency)
        card.row(lambda: self.tr("Time zone"), self._timezone)
        return card

    def _program_card(self) -> Card:
        card = Card(lambda: self.tr("What patients get"))
        self._preset = QComboBox()
        self._summary = QLabel()
        self._prices, self._no_prices = QPushButton(), QPushButton()
        self._prices_note = QLabel()
        card.row(lambda: self.tr("Program"), self._preset)
        card.note(self._summary)
        line = QHBoxLayout()
        line.addWidget(self._prices)
        line.addWidget(self._no_prices)
        line.addStretch(1)
        card.under(line)
        card.note(self._prices_note)
        self._no_prices.setProperty("role", "quiet")
        self._preset.activated.connect(lambda row: self.chosen.emit("preset", row))
        self._prices.clicked.connect(self._ask_file)
        self._no_prices.clicked.connect(lambda: self.prices_chosen.emit(None))
        self.spoken(self._prices.setText, lambda: self.tr("Price list from a file…"))
        self.spoken(self._no_prices.setText, lambda: self.tr("Without it"))
        return card

    def _desk_card(self) -> Card:
        card = Card(lambda: self.tr("This desk"))
        self._row(card, "employee", lambda: self.tr("Who works here"))
        self._row(card, "desk", lambda: self.tr("Desk code"))
        card.note(QLabel(), lambda: self.tr("Both are needed: they stand on every receipt."))
        self._row(card, "branch", lambda: self.tr("Branch code"))
        return card

    def _order(self, back: QPushButton) -> None:
        """Tab goes down the left card, then down the right ones, then to the buttons."""
        left = ("name", "phone", "address", "tax_id", "registration_id", "licence", "rules_url", "recipients")
        walk = [*(self._texts[name] for name in left), self._currency, self._timezone, self._preset, self._prices]
        walk += [self._no_prices, *(self._texts[name] for name in ("employee", "desk", "branch")), self._finish, back]
        for one, following in pairwise(walk):
            QWidget.setTabOrder(one, following)

    def begin(self) -> None:
        """The page came forward."""
        self._texts["name"].setFocus()

    def show_state(self, state: FirstStartState) -> None:
        """Draw what was answered so far."""
        before, self._state = self._state, state
        for name, field in self._texts.items():
            if field.text() != state.texts.get(name, ""):
                field.setText(state.texts.get(name, ""))
            fault = state.faults.get(name, "")
            words = self._fault_words(name, fault) if fault else ""
            self._faults[name].say(words, data=fault not in ("", "missing", "code"))
        self._show_presets(state)
        self._currency.setCurrentIndex(CURRENCIES.index(state.currency))
        self._timezone.setCurrentIndex(TIMEZONES.index(state.timezone))
        self._prices_note.setText(self._prices_sentence(state))
        self._no_prices.setVisible(state.prices is not None)
        self._finish.setEnabled(bool(state.presets) and not state.looking)
        self._trouble.setText(self._trouble_sentence(state))
        if state.faults and before is not None and before.tries != state.tries:
            first = self._texts[next(name for name in FORM if name in state.faults)]
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._columns.ensureWidgetVisible(first)

    def retell(self) -> None:
        """Say again what depends on the state."""
        if self._state is not None:
            self.show_state(self._state)

    def _show_presets(self, state: FirstStartState) -> None:
        names = [preset.program.name.plain(language.current()) for preset in state.presets]
        quiet = QSignalBlocker(self._preset)
        if [self._preset.itemText(row) for row in range(self._preset.count())] != names:
            self._preset.clear()
            self._preset.addItems(names)
        if state.presets:
            self._preset.setCurrentIndex(state.preset)
            self._summary.setText(summary(state.presets[state.preset].program, language.current()))
        else:
            self._summary.setText(self.tr("Reading the programs…"))
        del quiet

    def _fault_words(self, name: str, fault: str) -> str:
        if fault == "code":
            return self.tr("Letters, digits and dashes only, at most twelve.")
        if fault != "missing":
            return refusal_sentence(fault, {}, language.current(), place=name)
        missing = {
            "name": self.tr("The clinic needs a name."),
            "employee": self.tr("Write who works here: the name stands on every receipt."),
            "desk": self.tr("The desk needs a code, for example A."),
        }
        return missing[name]

    def _prices_sentence(self, state: FirstStartState) -> str:
        if state.looking:
            return self.tr("Reading the price list…")
        if state.price_list is None:
            return self.tr("A CSV or Excel file with codes, names and prices; it can come later.")
        found = self.tr("%n service(s) will come in.", "", state.price_list.services)
        refused = state.price_list.refused
        if not refused:
            return found
        return " ".join((found, self.tr("%n row(s) will not:", "", len(refused)), refused[0]))

    def _trouble_sentence(self, state: FirstStartState) -> str:
        if state.faults:
            return self.tr("Not yet: what is wrong stands under its field.")
        if state.refusal is not None:
            told = refusal_sentence(state.refusal.code, state.refusal.params, language.current())
            return " ".join((told, self.tr("Nothing was stored.")))
        if state.trouble is not None:
            return self.tr("It could not be done. Nothing was stored; check the disk and try again.")
        return ""

    def _ask_file(self) -> None:
        file = ask_file(self, self.tr("Price list"), self.tr("Price lists (*.csv *.txt *.xlsx)"))
        if file is not None:
            self.prices_chosen.emit(file)

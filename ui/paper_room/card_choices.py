"""What is chosen of cards alone: whose they are, whether the number is a QR code too, and how many lie ready."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from ui.paper_room.state import PaperState
from ui.paper_room.words import list_words
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.form import Card

ALL, FILE, OTHER = "all", "file", "other"


class CardsCard(Card):
    """Shown for every kind of card."""

    everybody_wanted = Signal()
    file_wanted = Signal()
    qr_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Cards"), parent)
        self._state: PaperState | None = None
        self.whose: QComboBox = drop_down()
        self.told, self.ready = QLabel(), QLabel()
        for label in (self.told, self.ready):
            label.setWordWrap(True)
            label.setProperty("role", "small")
            label.setProperty("data", True)
        self.qr = QCheckBox()
        self.wide(self.whose)
        self.wide(self.told)
        self.wide(self.ready)
        self.wide(self.qr)
        self.spoken(self.whose.setAccessibleName, lambda: self.tr("Whose cards"))
        self.spoken(self.qr.setText, lambda: self.tr("The number as a QR code too"))
        self.whose.activated.connect(self._chosen)
        self.qr.clicked.connect(self.qr_chosen)

    def show_state(self, state: PaperState, qr: bool) -> None:
        """Draw what is chosen; `qr` is the setting of this computer."""
        self._state = state
        kind, file = state.kind, state.asked.members
        self.setVisible(kind.is_card)
        many = kind.name == "member-cards"
        rows = [(ALL, self.tr("Everybody without a printed card"))]
        if file is not None:
            rows.append((FILE, self.tr("The list {name}").format(name=file.name)))
        rows.append((OTHER, self.tr("A list from a file…")))
        fill(self.whose, rows, FILE if file is not None else ALL)
        self.whose.setVisible(many)
        found = state.proof.cards if state.proof is not None and not state.drawing else None
        self.told.setVisible(many and found is not None)
        self.told.setText(list_words(found) if found is not None else "")
        self.ready.setVisible(kind.name == "cards")
        self.ready.setText(self.tr("%n card(s) without a name are registered and nobody’s yet.", "", state.stock))
        self.qr.setChecked(qr)

    def _chosen(self, row: int) -> None:
        choice = self.whose.itemData(row)
        if choice == ALL:
            self.everybody_wanted.emit()
        elif choice == OTHER:
            self.file_wanted.emit()
            if self._state is not None:
                # Whoever closed the dialog chose nothing.
                self.show_state(self._state, self.qr.isChecked())

"""What is chosen of a sheet: its kind, version, size, language, whom it speaks of, and how many."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

from ui.paper_room.state import MOST_COPIES, PaperState, most_of
from ui.paper_room.words import kind_words, size_words, version_words
from ui.sheets import KINDS
from ui.widgets.choice import Choice
from ui.widgets.drop_down import drop_down, fill
from ui.widgets.form import Card

_DRAFT, _OTHER = "draft", "other"


class SheetCard(Card):
    """Tells of every change; what it shows comes from the state alone."""

    kind_chosen = Signal(str)
    version_chosen = Signal(object)
    file_wanted = Signal()
    size_chosen = Signal(str)
    language_chosen = Signal(str)
    copies_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Sheet"), parent)
        self._state: PaperState | None = None
        self.kind, self.version, self.paper_size = drop_down(), drop_down(), drop_down()
        self.language = Choice([("ru", lambda: "Русский"), ("en", lambda: "English")], lambda: self.tr("Language"))
        self.copies = QSpinBox()
        self.copies.setRange(1, MOST_COPIES)
        self.copies.lineEdit().setTextMargins(6, 0, 0, 0)
        self.whose = QLabel()
        self.whose.setProperty("role", "small")
        self.row(lambda: self.tr("What"), self.kind)
        self.note(self.whose)
        self.row(lambda: self.tr("Program"), self.version)
        self.row(lambda: self.tr("Size"), self.paper_size)
        self.row(lambda: self.tr("Language"), self.language)
        self.row(lambda: self.tr("Copies"), self.copies)
        self.kind.activated.connect(lambda row: self.kind_chosen.emit(self.kind.itemData(row)))
        self.version.activated.connect(self._version_chosen)
        self.paper_size.activated.connect(lambda row: self.size_chosen.emit(self.paper_size.itemData(row)))
        self.language.chosen.connect(self.language_chosen)
        self.copies.valueChanged.connect(self.copies_chosen)

    def show_state(self, state: PaperState) -> None:
        """Draw what is chosen."""
        self._state, asked = state, state.asked
        fill(self.kind, [(name, kind_words(name)) for name in KINDS], asked.kind)
        # The one in force is followed, whichever it is by then.
        versions: list[tuple[Any, str]] = [
            (None if row.status == "in_force" else row.version, version_words(row)) for row in state.versions
        ]
        of_program = state.kind.of == "program"
        # A sheet that is not of a program speaks of the one in force, whichever was looked at before.
        draft, version = (asked.draft, asked.version) if of_program else (None, None)
        if draft is not None:
            versions.append((_DRAFT, self.tr("Draft {name}").format(name=draft.name)))
        versions.append((_OTHER, self.tr("A program from a file…")))
        fill(self.version, versions, version if draft is None else _DRAFT)
        fill(self.paper_size, [(size, size_words(size)) for size in state.kind.sizes], asked.size)
        self.version.setEnabled(of_program)
        self.paper_size.setEnabled(len(state.kind.sizes) > 1)
        self.language.choose(asked.language)
        self.whose.setVisible(state.kind.of == "patient")
        self.whose.setProperty("data", bool(state.patient_name))
        self.whose.setText(state.patient_name or self.tr("Nobody is at the desk."))
        # Everybody on a list has one card.
        self.copies.setEnabled(state.kind.name != "member-cards")
        with QSignalBlocker(self.copies):
            self.copies.setMaximum(most_of(state.kind))
            self.copies.setValue(state.count)

    def _version_chosen(self, row: int) -> None:
        chosen = self.version.itemData(row)
        if chosen == _OTHER:
            self.file_wanted.emit()
            if self._state is not None:
                # Whoever closed the dialog chose nothing.
                self.show_state(self._state)
        elif chosen != _DRAFT:
            self.version_chosen.emit(chosen)

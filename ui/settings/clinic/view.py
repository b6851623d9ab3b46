"""Draws the card of the clinic: its names and addresses, its colour and its logo."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton

from ui import language
from ui.file_dialog import ask_file
from ui.settings.clinic.presenter import BRANCH, ClinicState
from ui.widgets.fault import FaultLine
from ui.widgets.form import Card
from ui.wording.problems import problem

_LOGO = QSize(160, 56)
_SWATCH = QSize(24, 24)


class ClinicCard(Card):
    """Every field is told when it is left; a file chosen for the logo is looked at elsewhere."""

    typed = Signal(str, str)
    logo_chosen = Signal(object)
    logo_dropped = Signal()

    def __init__(self) -> None:
        super().__init__(lambda: self.tr("The clinic, as patients see it"))
        self._state = ClinicState()
        self.texts: dict[str, QLineEdit] = {}
        self.faults: dict[str, FaultLine] = {}
        self._text("name", lambda: self.tr("Name"), 120)
        self._text(BRANCH, lambda: self.tr("Title of this branch"), 60)
        self._text("legal_name", lambda: self.tr("Organiser (legal name)"), 200)
        self._text("tax_id", lambda: self.tr("Tax number"), 30)
        self._text("registration_id", lambda: self.tr("Registration number"), 30)
        self._text("licence", lambda: self.tr("Licence: number and date"), 120)
        self._text("phone", lambda: self.tr("Phone"), 60)
        self._text("address", lambda: self.tr("Address"), 200)
        self._text("rules_url", lambda: self.tr("Page with the rules"), 300)
        self._text("recipients", lambda: self.tr("Who gets data of patients"), 300)
        self.note(QLabel(), lambda: self.tr("It stands in the form of consent to the use of data."))
        self._swatch = QLabel()
        self._swatch.setFixedSize(_SWATCH)
        self._text("colour", lambda: self.tr("Colour, six signs"), 7, beside=self._swatch)
        self._logo_row()
        self._note = QLabel()
        self.note(self._note)
        self.drawn(self._draw_logo)

    def _text(self, name: str, words: Callable[[], str], longest: int, beside: QLabel | None = None) -> None:
        field = QLineEdit()
        field.setMaxLength(longest)
        # What stands in it, also in its place while it is empty, is the clinic's own.
        field.setProperty("data", True)
        field.editingFinished.connect(partial(self._left, name))
        self.texts[name], self.faults[name] = field, FaultLine(field)
        self.row(words, field)
        if beside is not None:
            self.under(beside)
        self.under(self.faults[name])

    def _logo_row(self) -> None:
        self.choose_logo, self.drop_logo, self._logo = QPushButton(), QPushButton(), QLabel()
        self.drop_logo.setProperty("role", "quiet")
        self._logo.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.faults["logo"] = FaultLine(self.choose_logo)
        line = QHBoxLayout()
        line.addWidget(self.choose_logo)
        line.addWidget(self.drop_logo)
        line.addStretch(1)
        self.under(self._logo)
        self.under(line)
        self.under(self.faults["logo"])
        self.choose_logo.clicked.connect(self._ask_file)
        self.drop_logo.clicked.connect(self.logo_dropped)
        self.spoken(self.choose_logo.setText, lambda: self.tr("Logo from a file…"))
        self.spoken(self.drop_logo.setText, lambda: self.tr("Without it"))
        self.spoken(self._logo.setAccessibleName, lambda: self.tr("The logo"))

    def show_state(self, state: ClinicState) -> None:
        """Draw what is kept."""
        self._state = state
        for name, field in self.texts.items():
            text = state.texts.get(name, "")
            if field.text() != text:
                field.setText(text)
            usual = state.usual.get(name, "")
            field.setPlaceholderText(usual if usual != text else "")
        self.texts["recipients"].setPlaceholderText(self.tr("nobody"))
        for name, line in self.faults.items():
            line.say(problem(state.faults[name], language.current()) if name in state.faults else "", data=True)
        self.drop_logo.setVisible(state.logo is not None)
        self._logo.setVisible(state.logo is not None)
        self._note.setText(problem(state.trouble, language.current()) if state.trouble else self._usual_words())
        self._draw_logo()

    def retell(self) -> None:
        """In another language."""
        if self.texts:
            self.show_state(self._state)

    def _usual_words(self) -> str:
        return self.tr("What is empty here is taken from the program. The logo is PNG or SVG, up to 2 MB.")

    def _draw_logo(self) -> None:
        ratio = self.devicePixelRatioF()
        picture = logo_pixmap(self._state.logo, _LOGO * ratio) if self._state.logo is not None else QPixmap()
        picture.setDevicePixelRatio(ratio)
        self._logo.setPixmap(picture)
        colour = QColor(self._state.texts.get("colour") or self._state.usual.get("colour") or "#00000000")
        self._swatch.setVisible(bool(self._state.texts.get("colour")) and "colour" not in self._state.faults)
        patch = QPixmap(_SWATCH)
        patch.fill(colour)
        self._swatch.setPixmap(patch)

    def _left(self, name: str) -> None:
        self.typed.emit(name, self.texts[name].text())

    def _ask_file(self) -> None:
        file = ask_file(self, self.tr("Logo"), self.tr("Pictures (*.png *.svg)"))
        if file is not None:
            self.logo_chosen.emit(file)


def logo_pixmap(file: Path, most: QSize) -> QPixmap:
    """The logo as large as fits; empty where the file went away meanwhile."""
    if file.suffix != ".svg":
        read = QPixmap(str(file))
        smooth = Qt.TransformationMode.SmoothTransformation
        return read if read.isNull() else read.scaled(most, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    renderer = QSvgRenderer(str(file))
    if not renderer.isValid():
        return QPixmap()
    made = QPixmap(renderer.defaultSize().scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter)
    painter.end()
    return made

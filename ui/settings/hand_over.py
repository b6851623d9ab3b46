"""Draws the card of the hand-over: whether bills and receipts are exchanged, where, and what the register is told."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton

from desk_app.station import PAYMENTS, TAXATIONS, TAXES, Station
from ui.widgets.form import Card


class HandOverCard(Card):
    """Everything but the switch is hidden while nothing is exchanged."""

    switched = Signal(bool)
    told = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(lambda: self.tr("Exchange with the clinic system"))
        self._station = Station()
        self._place = Path()
        self.switch = QCheckBox()
        self.spoken(self.switch.setText, lambda: self.tr("Exchange bills and receipts as files"))
        self.wide(self.switch)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("role", "small")
        self.wide(self._note)
        self.open = QPushButton()
        self.wide(self.open)
        self.boxes = {"payment": QComboBox(), "tax": QComboBox(), "taxation": QComboBox()}
        self._values = {"payment": PAYMENTS, "tax": TAXES, "taxation": TAXATIONS}
        self.row(lambda: self.tr("Patients pay mostly"), self.boxes["payment"])
        self.row(lambda: self.tr("VAT of services"), self.boxes["tax"])
        self.row(lambda: self.tr("Taxation"), self.boxes["taxation"])
        self.spoken(self.open.setText, lambda: self.tr("Open the folder"))
        self.switch.clicked.connect(self.switched)
        self.open.clicked.connect(self._open)
        for name, box in self.boxes.items():
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
            box.activated.connect(lambda row, name=name: self.told.emit(name, self._values[name][row]))

    def show_station(self, station: Station, place: Path) -> None:
        """Draw the settings; `place` is the folder."""
        self._station, self._place = station, place
        self.switch.setChecked(station.hand_over)
        if station.hand_over:
            self._note.setText(
                self.tr(
                    "Bills dropped into {folder}/in open at this desk; receipts and tasks for the cash register "
                    "appear in {folder}/out."
                ).format(folder=place.name)
            )
        else:
            self._note.setText(self.tr("Off: nothing is read and nothing is written."))
        self.open.setVisible(station.hand_over)
        names = self._names()
        for name, box in self.boxes.items():
            said = [names[name][value] for value in self._values[name]]
            if [box.itemText(row) for row in range(box.count())] != said:
                box.clear()
                box.addItems(said)
            box.setCurrentIndex(self._values[name].index(getattr(station.fiscal, name)))
            box.setEnabled(station.hand_over)

    def retell(self) -> None:
        """In another language."""
        if hasattr(self, "boxes"):
            self.show_station(self._station, self._place)

    def _names(self) -> dict[str, dict[str, str]]:
        register = self.tr("As the register is set")
        rate = self.tr("VAT {percent} %")
        taxes = {value: rate.format(percent=value.removeprefix("vat")) for value in TAXES if value.startswith("vat")}
        return {
            "payment": {"electronically": self.tr("By card"), "cash": self.tr("In cash")},
            "tax": {"": register, "none": self.tr("Without VAT"), **taxes},
            "taxation": {
                "": register,
                "osn": self.tr("General"),
                "usnIncome": self.tr("Simplified, income"),
                "usnIncomeOutcome": self.tr("Simplified, income less costs"),
                "esn": self.tr("Agricultural"),
                "patent": self.tr("Patent"),
            },
        }

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._place)))

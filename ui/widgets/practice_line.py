"""The line over a practice desk without a lesson: that nothing here is real, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.widgets.spoken import SpokenWidget


class PracticeLine(SpokenWidget):
    """Amber and low; its button does what the key does."""

    left = Signal()

    def __init__(self, trainee: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="practice")
        self._trainee = trainee
        self._words = QLabel()
        self._back = QPushButton()
        self._back.setProperty("role", "practice")
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back.clicked.connect(self.left)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 2, 8, 2)
        line.addWidget(self._words, 1)
        line.addWidget(self._back)
        self.spoken(self._words.setText, self._told)
        self.spoken(self._back.setText, lambda: self.tr("Back to the real desk   F10"))

    def _told(self) -> str:
        if not self._trainee:
            return self.tr("Practice desk: nobody and nothing here is real.")
        return self.tr("Practice desk of {name}: nobody and nothing here is real.").format(name=self._trainee)

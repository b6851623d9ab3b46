"""The line over a practice desk without a lesson: that nothing here is real, how to begin anew, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.action import Action, Bound
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.crown import Crown
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton


class PracticeLine(Crown):
    """Amber and low; the way back has the key of the window itself."""

    anew = Signal()
    """Forget what was done here, and begin with other people."""
    left = Signal()

    def __init__(self, trainee: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="practice")
        self._trainee = trainee
        self._words = ElidedLabel()
        self._acts = acts = Bound(self, [Action(
            "begin-anew", QT_TRANSLATE_NOOP("Actions", "Begin anew"), "Ctrl+F10", Icon.SYNC, self.anew.emit,
            QT_TRANSLATE_NOOP("Actions", "Make this practice desk as it was on the first day"),
        )])  # fmt: skip
        acts["begin-anew"].setAutoRepeat(False)
        anew = KeyButton(acts["begin-anew"], "practice")
        self._back = QPushButton()
        self._back.setProperty("role", "practice")
        self._back.clicked.connect(self.left)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 2, 8, 2)
        line.addWidget(self._words, 1)
        for button in (anew, self._back):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            line.addWidget(button)
        self.spoken(self._say, lambda: self.tr("Nothing here is real."))
        self.spoken(self._back.setText, lambda: self.tr("Back to the real desk   F10"))

    def declared(self) -> Sequence[Action]:
        """Beginning anew."""
        return self._acts.declared()

    def _say(self, beginning: str) -> None:
        whose = self.tr("Practice desk: {name}").format(name=self._trainee) if self._trainee else ""
        self._words.say(f"{beginning} {whose}".strip(), beginning)

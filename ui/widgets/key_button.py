"""A narrow button for an act of the desk: its words, and its key beside them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class KeyButton(QPushButton):
    """Follows its `QAction`; `role` is that of a button: "plain", "primary", "pay", "quiet"."""

    def __init__(self, action: QAction, role: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._kept = True
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words = QLabel()
        self._key = QLabel()
        self._key.setProperty("role", "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self._key)
        for label in (self._words, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        self.follow()

    def keep(self, kept: bool) -> None:
        """Have a place on the screen, or leave it to others; the key works either way."""
        self._kept = kept
        self.follow()

    def follow(self) -> None:
        """Say and look as the action does now."""
        action = self._action
        key = str(action.property("keyWords") or "").replace("Shift+", "⇧")
        self.setEnabled(action.isEnabled())
        # Shown before it has a place, it would be a window of its own.
        shown = action.isVisible() and self._kept
        if self.parentWidget() is not None or not shown:
            self.setVisible(shown)
        self._words.setText(action.text())
        self._key.setText(key)
        self.setToolTip(action.toolTip() if action.toolTip() != action.text() else "")
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(str(action.property("keyWords") or ""))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As large as its words and key."""
        layout = self.layout()
        hint = layout.sizeHint() if layout is not None else super().sizeHint()
        return hint.expandedTo(QSize(0, 32))

    def minimumSizeHint(self) -> QSize:
        """Never so small that a word is cut."""
        return self.sizeHint()

"""Buttons that print their key beside their words."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.icons import Icon, pixmap


class ActionButton(QPushButton):
    """A button for a `QAction`: picture, words, and at the right edge the key that does the same.

    `role`: "plain", "primary" (the highlighted act Enter does), "pay" (the one big act of the desk) or "quiet".
    """

    def __init__(self, action: QAction, role: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setProperty("role", role)
        self._image = QLabel()
        self._words = QLabel()
        self._key = QLabel()
        self._key.setProperty("role", "key")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(8)
        line.addWidget(self._image)
        line.addWidget(self._words)
        line.addStretch(1)
        line.addSpacing(8)
        line.addWidget(self._key)
        for label in (self._image, self._words, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say and look as the action does now."""
        action = self._action
        self.setEnabled(action.isEnabled())
        # Shown before it has a place, it would be a window of its own.
        if self.parentWidget() is not None or not action.isVisible():
            self.setVisible(action.isVisible())
        self._words.setText(action.text())
        self.setToolTip(action.toolTip() if action.toolTip() != action.text() else "")
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(action.property("keyWords") or "")
        self._draw()
        self.updateGeometry()

    def _draw(self) -> None:
        keys = str(self._action.property("keyWords") or "")
        # Large letters: one of two keys that do the same is enough.
        self._key.setText(keys.partition(" / ")[0] if theme.large() else keys)
        picture = self._action.data()
        if not isinstance(picture, Icon):
            self._image.hide()
            return
        token = "on_accent" if self.property("role") in ("primary", "pay") else "accent"
        self._image.setPixmap(pixmap(picture, 20, token if self.isEnabled() else "quiet", self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """The picture follows the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange) and hasattr(self, "_image"):
            self._draw()

    def sizeHint(self) -> QSize:
        """As large as what stands in it."""
        layout = self.layout()
        return layout.sizeHint().expandedTo(QSize(0, 36)) if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never so small that a word is cut."""
        return self.sizeHint()

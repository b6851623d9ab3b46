"""The band over the bill that says which rules are new and what to tell this patient, until it is noted as said."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.rollout.at_desk import News
from ui import language
from ui.widgets.key_button import KeyButton
from ui.widgets.spoken import SpokenWidget
from ui.wording.rollout import head, to_say


class NewsBand(SpokenWidget):
    """One piece of news at a time, the nearest first; the key notes them all."""

    def __init__(self, told: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="plate-say")
        self._news: tuple[News, ...] = ()
        self._head, self._words = QLabel(), QLabel()
        for label, role in ((self._head, "strong"), (self._words, "plain")):
            label.setProperty("role", role)
            label.setProperty("data", True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.key = KeyButton(told)
        self._top = QHBoxLayout()
        self._top.addWidget(self._head, 1)
        self._top.addWidget(self.key)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._top)
        column.addWidget(self._words)
        self.hide()
        self.spoken(self.setAccessibleName, lambda: self.tr("New rules"))

    def stack_keys(self, under_each_other: bool) -> None:
        """Large letters need the whole width for the key, and leave the sentence to the patient's card."""
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.TopToBottom if under_each_other else directions.LeftToRight)
        self._words.setVisible(not under_each_other)

    def show_news(self, news: tuple[News, ...]) -> None:
        """Say the nearest that was not told; with none of them nothing stands here."""
        self._news = news
        say = language.current()
        if news:
            self._head.setText(head(news[0], say))
            self._words.setText(to_say(news[0], say))
        self.setVisible(bool(news))

    def retell(self) -> None:
        """In another language."""
        self.show_news(self._news)

    def sentences(self) -> tuple[str, ...]:
        """What stands there now."""
        return () if self.isHidden() else (self._head.text(), self._words.text())

"""The one bar that speaks: a quiet hint until there is something to say, and never a dialog."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.icons import Icon, pixmap
from ui.notice import Answer, Notice, Tone
from ui.widgets.spoken import SpokenWidget

PICTURES = {
    Tone.DONE: (Icon.GOOD, "good"),
    Tone.TOLD: (Icon.INFO, "accent"),
    Tone.REFUSED: (Icon.WARNING, "warn"),
    Tone.TROUBLE: (Icon.TROUBLE, "bad"),
}


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say `sentence` now, wherever the focus is; a window nobody sees is silent."""
    if widget.window().isHidden():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


HEIGHT = theme.GRID * 5 + 2
"""Pixels of the bar, with something to say or without: two lines of ordinary letters, or a button. Large letters and
their button ask for more, always the same."""
_AROUND = 4
"""Pixels of its edge, and of what stands between that and the words."""
LINES = 2
"""Lines of text the bar has room for; what is longer is said in smaller letters."""


class NoticeBar(SpokenWidget):
    """Keeps its place when it has nothing to say, so that nothing around it ever jumps.

    `claimed` tells whether the open room has an action of its own under the key of an answer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="notice-quiet")
        self._notice: Notice | None = None
        self.claimed: Callable[[str], bool] = lambda key: False
        self._hint = ""
        self._image = QLabel()
        self._words = QLabel()
        self._words.setProperty("role", "quiet")
        self._words.setWordWrap(True)
        # Wrapped words may become narrow; the tool tip has them whole.
        self._words.setMinimumWidth(1)
        self._answer = QPushButton()
        self._answer_key = QAction(self)
        self.addAction(self._answer_key)
        self._close = QPushButton()
        self._close.setProperty("role", "quiet")
        self._clock = QTimer(self, singleShot=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 1, 8, 1)
        line.setSpacing(theme.GRID)
        line.addWidget(self._image)
        line.addWidget(self._words, 1)
        line.addWidget(self._answer)
        line.addWidget(self._close)
        self.spoken(self.setAccessibleName, lambda: self.tr("Message"))
        self.spoken(self._close.setAccessibleName, lambda: self.tr("Hide the message"))
        self.spoken(self._close.setToolTip, lambda: self.tr("Hide the message"))
        self._clock.timeout.connect(self.hush)
        self._close.clicked.connect(self.hush)
        self._answer.clicked.connect(self._answered)
        self._answer_key.triggered.connect(self._answered)
        self._fit()
        for nothing_yet in (self._image, self._answer, self._close):
            nothing_yet.hide()
        self.drawn(self._show)

    def say(self, notice: Notice) -> None:
        """Show `notice` in place of what was there, and have it read aloud."""
        self._notice = notice
        self._clock.stop()
        if notice.seconds:
            self._clock.start(notice.seconds * 1000)
        self._show()
        announce(self, notice.sentence())

    def hush(self) -> None:
        """Back to the hint."""
        self._notice = None
        self._clock.stop()
        self._show()

    def hint(self, words: str) -> None:
        """What to do on this screen, shown while there is nothing to say."""
        self._hint = words
        if self._notice is None:
            self._words.setText(words)

    def spoken_notice(self) -> Notice | None:
        """What is being said now."""
        return self._notice

    def _answered(self) -> None:
        answer = self._notice.answer if self._notice else None
        self.hush()
        if answer is not None:
            answer.intent()

    def _show(self) -> None:
        notice = self._notice
        theme.set_role(self, f"notice-{notice.tone}" if notice else "notice-quiet")
        if notice is None:
            self._words.setText(self._hint)
            self._image.clear()
            self._image.hide()
        else:
            self._words.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            self._words.setText(notice.sentence())
            picture, token = PICTURES[notice.tone]
            self._image.setPixmap(pixmap(picture, 20, token, self.devicePixelRatioF()))
            self._image.show()
            self._close.setIcon(pixmap(Icon.CLOSE, 16, "quiet", self.devicePixelRatioF()))
        self._words.setToolTip(notice.sentence() if notice else "")
        self._close.setVisible(notice is not None)
        self._offer(notice.answer if notice else None)
        self._fit()

    def _fit(self) -> None:
        """Keep the height of this text size, and speak in the largest letters of which that holds the whole."""
        if not hasattr(self, "_close"):
            return
        large = theme.text_percent() > theme.ORDINARY
        if self._notice is None:
            # What may be known by heart takes the least room.
            theme.set_role(self._words, "small" if large else "quiet")
        else:
            theme.set_role(self._words, "note" if large else "plain")
        line = self._words.fontMetrics().lineSpacing()
        within = max(LINES * line + 2, self._answer.sizeHint().height() if large else 0)
        self.setMinimumHeight(max(HEIGHT, within + _AROUND))
        layout = self.layout()
        if self._notice is not None and layout is not None:
            layout.activate()
            if self._words.heightForWidth(self._words.width()) > LINES * line + line // 2:
                theme.set_role(self._words, "tight" if large else "note")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words into other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of letters asks for another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _offer(self, answer: Answer | None) -> None:
        self._answer.setVisible(answer is not None)
        self._answer_key.setEnabled(answer is not None)
        if answer is not None:
            from ui.action import key_words

            self._answer.setText(f"{answer.words}   {key_words(answer.key)}".rstrip())
            self._answer.setAccessibleName(answer.words)
            taken = not answer.key or self.claimed(answer.key)
            self._answer_key.setShortcut(QKeySequence() if taken else QKeySequence(answer.key))
        else:
            self._answer_key.setShortcut(QKeySequence())

"""Draws the first page: the name, the next thing with its big button, what is left, and the lessons."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desk_app.training.agreeing import left_behind, objections_of
from desk_app.training.offered import Offered
from ui import language, theme
from ui.icons import Icon
from ui.training.known import Known
from ui.training.sent_field import SentField
from ui.training.start import words
from ui.training.words import unread_words
from ui.widgets.remarks import Remark, RemarksView
from ui.widgets.rows import Pen, RowList, two_lines
from ui.widgets.spoken import SpokenWidget
from ui.wording import lessons as lesson_words

_LONGEST = 60
_PICTURE = theme.GRID * 2 + theme.GRID // 2
"""Pixels of a picture before the words of a row."""


class StartView(SpokenWidget):
    """What to do now at the left, all lessons at the right."""

    named = Signal(str)
    sent = Signal()
    begun = Signal()
    lesson_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = Known()
        self.name = SentField()
        self.name.setMaxLength(_LONGEST)
        self.head, self.why = QLabel(), QLabel()
        self.head.setProperty("role", "title")
        self.head.setProperty("data", True)
        self.why.setProperty("role", "quiet")
        for label in (self.head, self.why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
        self.begin = QPushButton()
        self.begin.setProperty("role", "primary")
        self.begin.clicked.connect(self.begun)
        self.unread = RemarksView()
        self.left = (RemarksView(), RemarksView())
        self.left_behind = RemarksView()
        self.lessons = RowList(self._say, self._draw, lines=2)
        self._broken = QLabel()
        self._broken.setTextFormat(Qt.TextFormat.PlainText)
        self._broken.setProperty("role", "small")
        self._broken.setProperty("data", True)
        self._broken.setWordWrap(True)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.GRID)
        sides.addWidget(self._now(), 11)
        sides.addWidget(self._listed(), 9)
        self.name.sent.connect(self.sent)
        self.name.editingFinished.connect(lambda: self.named.emit(self.name.text()))
        self.lessons.chosen.connect(self._chosen)
        self.spoken(self.lessons.setAccessibleName, lambda: self.tr("Lessons"))
        self.spoken(self.name.setAccessibleName, lambda: self.tr("Who learns"))
        self.spoken(self.name.setPlaceholderText, lambda: self.tr("Surname and given name"))

    def _now(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID * 2, theme.GRID)
        column.setSpacing(theme.GRID)
        who = QLabel()
        who.setProperty("role", "quiet")
        who.setBuddy(self.name)
        self.spoken(who.setText, lambda: self.tr("Who learns"))
        line = QHBoxLayout()
        line.addWidget(who)
        line.addWidget(self.name, 1)
        column.addLayout(line)
        column.addWidget(self.unread)
        column.addSpacing(theme.GRID)
        column.addWidget(self.head)
        column.addWidget(self.why)
        column.addWidget(self.begin)
        column.addSpacing(theme.GRID)
        for one in (*self.left, self.left_behind):
            column.addWidget(one)
        column.addStretch(1)
        card = SpokenWidget(role="card")
        self.scrolled = scroll = QScrollArea()
        scroll.setProperty("role", "proof")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # large letters do not fit: the arrows scroll
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setWidget(inner)
        self.spoken(scroll.setAccessibleName, lambda: self.tr("What is left to do"))
        around = QVBoxLayout(card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(scroll)
        return card

    def _listed(self) -> QWidget:
        card = SpokenWidget(role="card")
        title = QLabel()
        title.setProperty("role", "heading")
        title.setContentsMargins(12, 8, 12, 2)
        self._broken.setContentsMargins(12, 0, 12, 0)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 8)
        column.addWidget(title)
        column.addWidget(self.lessons, 1)
        column.addWidget(self._broken)
        self.spoken(title.setText, lambda: self.tr("Lessons"))
        return card

    def show_known(self, known: Known) -> None:
        """Draw what is known now."""
        before, self._known = self._known, known
        if not self.name.hasFocus() or before.name != known.name:
            self.name.setText(known.name)
        self.head.setText(words.head(known) if known.looked else self.tr("Looking…"))
        self.why.setText(words.why(known) if known.looked else "")
        self.why.setProperty("data", bool(known.away))
        self.begin.setText(f"{words.button(known)}   {self.tr('Enter')}")
        leads_on = (bool(known.course.matters) or known.next.step == "name") and not known.away
        self.begin.setEnabled(known.looked and leads_on)
        self.begin.setVisible(leads_on or not known.looked)
        self.unread.setVisible(bool(known.unread))
        self.unread.show_lines([Remark(Icon.WARNING, unread_words(file), "warn", data=True) for file in known.unread])
        for place, remarks in enumerate(self.left):
            remarks.setVisible(place < len(known.left))
            if place < len(known.left):
                left = known.left[place]
                said = objections_of(known.records, left.taught.key, known.name)
                remarks.show_lines(words.left_remarks(left, tuple(one for one in said if one.answer)))
        matters = [one.key for one in known.course.matters]
        behind = left_behind(known.records, matters, known.name) if known.name and known.looked else ()
        self.left_behind.setVisible(bool(behind))
        self.left_behind.show_lines(words.left_behind_remarks(known, behind))
        row = self.lessons.currentIndex().row()
        undone = next((place for place, one in enumerate(known.offered) if one.code == known.next.of), 0)
        same = before.offered == known.offered and before.next == known.next
        self.lessons.put(known.offered, row if same and row >= 0 else undone)
        self._broken.setVisible(bool(known.broken))
        self._broken.setText("\n".join(words.broken(known)))

    def retell(self) -> None:
        """In another language."""
        self.show_known(self._known)

    def _chosen(self, row: int) -> None:
        offered = self._known.offered[row]
        if offered.fits:
            self.lesson_wanted.emit(offered.code)

    def _standing(self, offered: Offered) -> str:
        if offered.unfit:
            return lesson_words.unfit(offered.unfit[0], language.current())
        if self._known.done(offered.code):
            return self.tr("done")
        return self.tr("not done yet")

    def _say(self, offered: Offered) -> str:
        return f"{offered.lesson.title.plain(language.current())}. {self._standing(offered)}"

    def _draw(self, painter: QPainter, rect: QRect, offered: Offered, _highlighted: bool) -> None:
        above, below = two_lines(rect)
        done = self._known.done(offered.code)
        pen = Pen(painter, above)
        picture, token = (Icon.GOOD, "good") if done else (Icon.TRAINING, "accent")
        if not offered.fits:
            picture, token = Icon.VOID, "quiet"
        pen.picture(picture, token)
        pen.write(offered.lesson.title.plain(language.current()), "text" if offered.fits else "quiet")
        below.setLeft(rect.left() + _PICTURE)
        Pen(painter, below).write(self._standing(offered), "quiet", "small")

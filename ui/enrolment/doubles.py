"""The list of people who may be the one that is being written down."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desk_app.domain.people import MemberSummary
from ui import formats
from ui.widgets.rows import Pen, RowList, two_lines

MOST = 3
"""People seen without scrolling."""


class Doubles(RowList):
    """As high as who is in it; not there at all while there is nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_say, _draw, 2, parent=parent)

    def show_people(self, people: Sequence[MemberSummary]) -> None:
        """Show who it may be, the likeliest highlighted."""
        self.setVisible(bool(people))
        self.put(people, 0)
        if people:
            self.setFixedHeight(self.sizeHintForRow(0) * min(MOST, len(people)) + 2)


def _say(row: MemberSummary) -> str:
    born = formats.day(row.birth_date) if row.birth_date else ""
    return ", ".join(part for part in (row.full_name, born, formats.phone_tail(row.phone)) if part)


def _draw(painter: QPainter, rect: QRect, row: MemberSummary, highlighted: bool) -> None:
    above, below = two_lines(rect)
    Pen(painter, above).write(row.full_name)
    pen = Pen(painter, below)
    if row.birth_date:
        pen.write(formats.day(row.birth_date), "quiet", "small")
    pen.write(formats.phone_tail(row.phone), "quiet", "small")

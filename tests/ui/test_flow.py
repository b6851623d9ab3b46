"""Controls that go on in the next row where the width ends; a sheet is slow to answer, so each is asked once."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import Flow


class Block(QWidget):
    """A control of 40 × 10 pixels that counts who asks for its size."""

    asked = 0

    def sizeHint(self) -> QSize:
        """Its size."""
        self.asked += 1
        return QSize(40, 10)


def test_rows_break_where_the_width_ends_and_each_control_is_asked_once(qtbot: QtBot) -> None:
    blocks = [Block() for _ in range(7)]
    flow = Flow(*blocks, gap=5)
    qtbot.addWidget(flow)
    for block in blocks:
        block.asked = 0

    # three of 40 pixels and two gaps are 130
    assert flow.heightForWidth(130) == 3 * 10 + 2 * 5
    assert {block.asked for block in blocks} == {1}
    assert [flow.heightForWidth(width) for width in (129, 400, 10)] == [4 * 10 + 3 * 5, 10, 7 * 10 + 6 * 5]


def test_ticks_stand_further_apart_than_their_rows(qtbot: QtBot) -> None:
    flow = Flow(*(Block() for _ in range(3)), gap=5, apart=20)
    qtbot.addWidget(flow)

    # two of 40 pixels and what is between them are 100
    assert [flow.heightForWidth(width) for width in (99, 100, 160)] == [3 * 10 + 2 * 5, 2 * 10 + 5, 10]

"""A list shows which of its rows is meant, and whether the keyboard is there."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.rows import RowList


def test_the_row_that_is_meant_has_a_frame_while_its_list_has_the_keyboard(qtbot: QtBot) -> None:
    def words(painter: QPainter, rect: QRect, row: str, chosen: bool) -> None:
        painter.drawText(rect, row)

    page, field, rows = QWidget(), QLineEdit(), RowList(str, words)
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(rows)
    rows.put(["first", "second"], 0)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()

    def accents() -> int:
        picture = rows.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        accent = theme.current().accent.lower()
        middle = rows.visualRect(rows.model().index(0, 0)).center().y()
        return sum(picture.pixelColor(x, middle).name() == accent for x in range(picture.width()))

    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    without = accents()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)

    assert 0 < without < accents()

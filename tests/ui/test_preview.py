"""A sheet before it is printed can always be kept as a file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ui.printer import Job
from ui.widgets.preview import PreviewView


def empty_page() -> bytes:
    made = BytesIO()
    canvas = Canvas(made)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_a_sheet_is_saved_where_the_clerk_says(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = empty_page()
    file = tmp_path / "slip.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    view = PreviewView()
    qtbot.addWidget(view)
    view.show_job(Job("slip", "Slip", pdf))

    with qtbot.waitSignal(view.saved):
        view.save()

    assert file.read_bytes() == pdf


def test_a_title_that_is_too_long_ends_in_dots_and_is_whole_in_its_tip(qtbot: QtBot) -> None:
    preview = PreviewView()
    qtbot.addWidget(preview)
    title = "Карта: Константинопольская-Задунайская Александра Всеволодовна"
    preview.show_job(Job("card", title, empty_page()))
    preview.resize(520, 400)
    preview.show()

    assert preview._title.toolTip() == title
    assert preview._title.minimumSizeHint().width() < preview._title.fontMetrics().horizontalAdvance(title)
    assert preview._title.width() + preview._print.width() < preview.width()

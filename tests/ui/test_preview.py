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


def test_a_sheet_is_saved_where_the_clerk_says(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = BytesIO()
    canvas = Canvas(made)
    canvas.showPage()
    canvas.save()
    file = tmp_path / "slip.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
    view = PreviewView()
    qtbot.addWidget(view)
    view.show_job(Job("slip", "Slip", made.getvalue()))

    with qtbot.waitSignal(view.saved):
        view.save()

    assert file.read_bytes() == made.getvalue()

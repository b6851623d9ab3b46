"""The sheet with which a desk joins: what to do in three sentences, and the QR codes to be scanned in any order."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from desk_app.printing.codes import qr_boxes
from desk_app.printing.faces import GREY, MM
from desk_app.printing.letters import at_most, fit, register, width
from desk_app.sync.join_file import JoinFile, squares

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_WIDE, _HIGH, _MARGIN = 210 * MM, 297 * MM, 18 * MM
_SIDE: Final = 78 * MM
_STEP: Final = 84 * MM
_COLUMNS: Final = 2
_BODY: Final = 11.0


def join_sheet(join: JoinFile, title: str, words: Sequence[str], number: str) -> bytes:
    """A PDF on A4. `words` are sentences under the title; `number` names a code, as "{n} of {all}"."""
    from reportlab.pdfgen.canvas import Canvas

    register()
    codes, out = squares(join), BytesIO()
    canvas = Canvas(out, pagesize=(_WIDE, _HIGH), invariant=True, pageCompression=1)
    canvas.setTitle(title)
    top = _head(canvas, join, title, words)
    column = 0
    for place, code in enumerate(codes, 1):
        if column == 0 and top - _STEP < _MARGIN:
            canvas.showPage()
            top = _HIGH - _MARGIN
        left = _MARGIN + column * (_WIDE - 2 * _MARGIN - _SIDE)
        for box in qr_boxes(code, left, 0, _SIDE):
            canvas.rect(box.x, top - box.y - box.height, box.width, box.height, stroke=0, fill=1)
        told = number.format(n=place, all=len(codes))
        canvas.setFont("PTSans", 9)
        canvas.drawString(left + (_SIDE - width(told, "PTSans", 9)) / 2, top - _SIDE - 3 * MM, told)
        column = (column + 1) % _COLUMNS
        if column == 0:
            top -= _STEP
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _head(canvas: Canvas, join: JoinFile, title: str, words: Sequence[str]) -> float:
    """Title, whose it is, and the sentences; where the codes begin."""
    room, y = _WIDE - 2 * _MARGIN, _HIGH - _MARGIN - 6 * MM
    canvas.setFont("PTSans-Bold", at_most(title, "PTSans-Bold", 20, room))
    canvas.drawString(_MARGIN, y, title)
    whose = " · ".join(part for part in (join.clinic, join.desk, join.host) if part)
    y -= 8 * MM
    canvas.setFillColorRGB(*GREY)
    canvas.setFont("PTSans", at_most(whose, "PTSans", 12, room))
    canvas.drawString(_MARGIN, y, whose)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("PTSans", _BODY)
    y -= 3 * MM
    for sentence in words:
        for line in fit(sentence, "PTSans", _BODY, room):
            y -= _BODY * 1.3
            canvas.drawString(_MARGIN, y, line)
    return y - 6 * MM

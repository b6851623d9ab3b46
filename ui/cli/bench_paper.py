"""What `tessera bench` measures of paper: ten cards beside the same ink in bare ReportLab, and a thousand cards."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import resources
from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.card_numbers import card_number
from desk_app.domain.people import Patient
from desk_app.domain.program import Organizer
from desk_app.sheets.blocks import Brand
from desk_app.sheets.cards import CardFace, card_face
from desk_app.sheets.edition import Edition
from desk_app.sheets.leaflet import Making
from desk_app.sheets.legal import advertising_terms
from desk_app.sheets.member_card import MemberCard, member_card
from ui.wording.sheets.sheet_words import SheetWords

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from desk_app.printing.card_side import Area, Line, Side
    from desk_app.printing.codes import Box

Work = Callable[[], bytes]
_SURNAMES = ("Щёлокова", "Ли", "Константинопольская-Преображенская", "Жуков", "Салтыков-Щедрин")


def ten_cards() -> tuple[Work, Work]:
    """Ten cards with their backs on A4: ours whole, and the same ink, laid out before, in bare ReportLab."""
    from desk_app.printing.card_front import own_part
    from desk_app.printing.cards import Design, draw_cards, places

    face, cards = _face(), _cards(10)
    design = Design.of(face, qr=False)
    fronts = places("a4", 10)
    own = [own_part(card, face, origin, qr=False) for card, origin in zip(cards, fronts, strict=True)]
    assert design.back is not None
    sides, backs, note = (
        (design.front, design.back),
        places("a4", 10, at_back=True),
        f"{face.sheet} · {face.foot} · 1/1",
    )
    return lambda: draw_cards(cards, face, "a4").pdf, lambda: _bare(sides, own, (fronts, backs), note)


def thousand_cards() -> float:
    """Seconds for a thousand cards with their backs, a hundred sheets of each."""
    from desk_app.printing.cards import draw_cards

    face, cards = _face(), _cards(1000)
    began = time.perf_counter()
    draw_cards(cards, face, "a4")
    return time.perf_counter() - began


def _face() -> CardFace:
    document = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
    organizer = Organizer("ООО «Ясень»", "7701234567", "1027700132195", "Л041-01137-77/00368259",
                          "https://yasen.example/rules", "+7 495 123-45-67", "Москва, ул. Лесная, д. 5")  # fmt: skip
    program = replace(read_program(document, 1), organizer=organizer)
    made = Making(
        Edition(program, document, date(2026, 1, 1)), Brand("Ясень", phone=organizer.phone), advertising_terms(),
        SheetWords(program, "ru", {}), datetime(2026, 11, 22, 12, tzinfo=UTC),
    )  # fmt: skip
    return card_face(made)


def _cards(count: int) -> list[MemberCard]:
    """Cards of people whose names are all different."""
    made = []
    for i in range(count):
        patient = Patient(str(i), _SURNAMES[i % 5] + "а" * (i // 5 % 3), f"Анна-{i}", "Сергеевна")
        made.append(member_card(patient, card_number(i * 7919)))
    return made


def _bare(
    sides: tuple[Side, Side],
    own: list[tuple[list[Line], list[Box], list[Area]]],
    origins: tuple[list[tuple[float, float]], list[tuple[float, float]]],
    note: str,
) -> bytes:
    """The sheet as somebody would write it who knows where everything stands."""
    from reportlab.pdfgen.canvas import Canvas

    from desk_app.printing.card_side import BLEED, HIGH, WIDE
    from desk_app.printing.cards import A4, EDGE, cuts
    from desk_app.printing.caution import draw_caution
    from desk_app.printing.faces import GREY, MM

    made = BytesIO()
    canvas = Canvas(made, A4, initialFontName="PTSans", invariant=1, lang="ru")  # type: ignore[arg-type]  # stubs: a float
    edge = BLEED * 1.1
    for name, side in zip(("front", "back"), sides, strict=True):
        canvas.beginForm(name, -edge, -edge, WIDE + edge, HIGH + edge)  # type: ignore[arg-type]  # stubs: whole points
        _ink(canvas, list(side.lines), list(side.boxes), list(side.areas))
        if side.caution:
            draw_caution(canvas, *side.caution)
        canvas.endForm()
    for name, places in zip(("front", "back"), origins, strict=True):
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(EDGE, EDGE, A4[0] - 2 * EDGE, A4[1] - 2 * EDGE)
        canvas.clipPath(path, stroke=0, fill=0)
        for (x, y), (lines, boxes, areas) in zip(places, own, strict=True):
            canvas.saveState()
            canvas.translate(x, y)
            path = canvas.beginPath()
            path.rect(-BLEED, -BLEED, WIDE + 2 * BLEED, HIGH + 2 * BLEED)
            canvas.clipPath(path, stroke=0, fill=0)
            canvas.doForm(name)
            if name == "front":
                _ink(canvas, lines, [], areas)
            canvas.restoreState()
            if name == "front":
                _ink(canvas, [], boxes, [])
        canvas.restoreState()
        for (left, low), (right, high), coloured in cuts():
            if coloured:
                canvas.setStrokeGray(1)
                canvas.setLineWidth(1.3)
                canvas.line(left, low, right, high)
            canvas.setStrokeGray(0)
            canvas.setLineWidth(0.4)
            canvas.line(left, low, right, high)
        canvas.saveState()
        canvas.setFillColorRGB(*GREY)
        canvas.setFont("PTSans", 6.5)
        canvas.translate(EDGE + 2.2 * MM, EDGE + 12 * MM)
        canvas.rotate(90)
        canvas.drawString(0, 0, note)
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _ink(canvas: Canvas, lines: list[Line], boxes: list[Box], areas: list[Area]) -> None:
    for area in areas:
        canvas.setFillColorRGB(*area.colour)
        if area.round:
            canvas.roundRect(area.x, area.y, area.width, area.height, area.round, stroke=0, fill=1)
        else:
            canvas.rect(area.x, area.y, area.width, area.height, stroke=0, fill=1)
    if boxes:
        canvas.setFillGray(0)
        path = canvas.beginPath()
        for box in boxes:
            path.rect(box.x, box.y, box.width, box.height)
        canvas.drawPath(path, stroke=0, fill=1)
    for line in lines:
        canvas.setFillColorRGB(*line.colour)
        canvas.setFont(line.face, line.size)
        canvas.drawString(line.x, line.y, line.text)

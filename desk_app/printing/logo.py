"""A clinic's logo on paper, SVG or PNG; one that cannot be drawn is left out and told, never a reason for no paper."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desk_app.domain.errors import Trouble

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

#: No logo of a clinic needs more; a file of 20 MB would slow every sheet.
MOST_BYTES = 2_000_000
_MOST_PIXELS = 16_000_000


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that can be drawn: its picture and its width in parts of its height."""

    picture: Any
    ratio: float
    vector: bool


def read_logo(data: bytes) -> Logo:
    """The logo of a file's bytes. Raises `Trouble` "logo.huge" or "logo.broken"."""
    if len(data) > MOST_BYTES:
        raise Trouble("logo.huge", size=len(data), most=MOST_BYTES)
    try:
        made = _png(data) if data[:8] == b"\x89PNG\r\n\x1a\n" else _svg(data)
    except Exception as problem:  # whatever a strange file makes the readers of pictures stumble over
        raise Trouble("logo.broken") from problem
    if made is None or not 0.05 < made.ratio < 20:
        raise Trouble("logo.broken")
    return made


def _png(data: bytes) -> Logo | None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    with Image.open(BytesIO(data)) as image:
        wide, high = image.size
        if wide * high > _MOST_PIXELS or not high:
            return None
        image.load()
    return Logo(ImageReader(BytesIO(data)), wide / high, False)


def _svg(data: bytes) -> Logo | None:
    from svglib.svglib import svg2rlg

    drawing = svg2rlg(BytesIO(data))
    if drawing is None or not drawing.width or not drawing.height:
        return None
    return Logo(drawing, drawing.width / drawing.height, True)


def draw_logo(canvas: Canvas, logo: Logo, x: float, y: float, high: float) -> float:
    """Draw it with its lower left corner at x, y; how wide it is."""
    wide = high * logo.ratio
    if logo.vector:
        from reportlab.graphics import renderPDF

        canvas.saveState()
        canvas.translate(x, y)
        canvas.scale(wide / logo.picture.width, high / logo.picture.height)
        renderPDF.draw(logo.picture, canvas, 0, 0)
        canvas.restoreState()
    else:
        canvas.drawImage(logo.picture, x, y, wide, high, mask="auto")
    return wide

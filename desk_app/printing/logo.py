"""A clinic's logo on paper, SVG or PNG; one that cannot be drawn is left out and told, never a reason for no paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desk_app.domain.errors import Trouble, WrongInput
from desk_app.printing import letters
from desk_app.printing.logo_check import LARGEST, kind_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that can be drawn: its picture and its width in parts of its height."""

    picture: Any
    ratio: float
    vector: bool


@lru_cache(maxsize=4)
def read_logo(data: bytes) -> Logo:
    """The logo of a file's bytes, read once for all sheets. Raises `Trouble` "logo.huge" or "logo.broken"."""
    try:
        kind = kind_of(data)
    except WrongInput as wrong:
        if wrong.code == "logo.huge":
            raise Trouble("logo.huge", size=len(data), most=LARGEST) from wrong
        raise Trouble("logo.broken") from wrong
    try:
        made = _png(data) if kind == "png" else _svg(data)
    except Exception as problem:  # whatever a strange file makes the readers of pictures stumble over
        raise Trouble("logo.broken") from problem
    if made is None:
        raise Trouble("logo.broken")
    return made


def _png(data: bytes) -> Logo:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    with Image.open(BytesIO(data)) as image:
        wide, high = image.size
        image.load()
    return Logo(ImageReader(BytesIO(data)), wide / high, False)


def _svg(data: bytes) -> Logo | None:
    from svglib.svglib import svg2rlg

    drawing = svg2rlg(BytesIO(data))
    if drawing is None or not drawing.width or not drawing.height:
        return None
    _in_our_letters(drawing)
    # a drawing begins with a font of its own, even where nothing is written
    drawing.initialFontName = "PTSans"  # type: ignore[attr-defined]  # the renderer asks for it by name
    return Logo(drawing, drawing.width / drawing.height, True)


def _in_our_letters(part: Any) -> None:
    """Words of a drawing in the faces that every sheet embeds: no other font may be named in a file."""
    if hasattr(part, "fontName"):
        letters.register()
        part.fontName = "PTSans-Bold" if "Bold" in str(part.fontName) else "PTSans"
    for one in getattr(part, "contents", ()):
        _in_our_letters(one)


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

"""PT Sans for paper: the faces embedded in every PDF, the width of words, and lines that fit."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

Face = Literal["PTSans", "PTSans-Bold"]
_FILES: Final[dict[Face, str]] = {"PTSans": "PT_Sans-Web-Regular.ttf", "PTSans-Bold": "PT_Sans-Web-Bold.ttf"}


@cache
def register() -> None:
    """Make the faces known to ReportLab, once for the life of the app. Raises `FileNotFoundError` without the font."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    spec = find_spec("fontpkg_pt_sans")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("fontpkg_pt_sans")
    folder = Path(spec.origin).parent / "files"
    for face, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(face, str(folder / file)))


def width(text: str, face: Face, size: float) -> float:
    """How wide a text is, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register()
    return float(stringWidth(text, face, size))


def fit(text: str, face: Face, size: float, room: float) -> list[str]:
    """The text in lines no wider than `room`: broken at spaces, and inside a word only where it alone is too wide."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, face, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, face, size, room)
        lines += whole
    return [*lines, line]


def _cut(word: str, face: Face, size: float, room: float) -> list[str]:
    """A word too wide for a line in parts, at its no-break spaces if it has any."""
    if width(word, face, size) <= room:
        return [word]
    if "\N{NO-BREAK SPACE}" in word:
        return fit(word.replace("\N{NO-BREAK SPACE}", " "), face, size, room)
    parts, part = [], ""
    for letter in word:
        if part and width(part + letter, face, size) > room:
            parts.append(part)
            part = ""
        part += letter
    return [*parts, part]

"""PT Sans for paper: the faces embedded in every PDF, the width of words, and lines that fit."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from desk_app.printing.hyphens import is_copied, syllables

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


def at_most(text: str, face: Face, most: float, room: float) -> float:
    """The largest size up to `most` at which a text stands in one line of that width."""
    wide = width(text, face, 1)
    return min(most, room / wide) if wide else most


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
    """A word too wide for a line in parts: at its no-break spaces, at its hyphens, at a syllable, else anywhere."""
    if width(word, face, size) <= room:
        return [word]
    if "\N{NO-BREAK SPACE}" in word:
        return fit(word.replace("\N{NO-BREAK SPACE}", " "), face, size, room)
    parts, begin = [], _copied if is_copied(word) else _begun
    while width(word, face, size) > room and len(word) > 1:
        line = begin(word, face, size, room)
        parts.append(line)
        word = word[len(line) :] if word.startswith(line) else word[len(line) - 1 :]
    return [*parts, word]


def _begun(word: str, face: Face, size: float, room: float) -> str:
    """As much of a word as a line holds; the hyphen at its end is the word's own or was added."""
    inside = range(1, len(word))
    own = [place for place in inside if place > 2 and word[place - 1] in "-\N{HYPHEN}"]
    lettered = [place for place in inside if word[place - 1].isalpha() and word[place].isalpha()]
    for ends, sign in ((own, ""), (syllables(word), "-"), (lettered, "-")):
        for end in sorted(ends, reverse=True):
            if width(word[:end] + sign, face, size) <= room:
                return word[:end] + sign
    return _copied(word, face, size, room)


def _copied(word: str, face: Face, size: float, room: float) -> str:
    """The same of what gets no sign that it has not."""
    return next((word[:end] for end in range(len(word) - 1, 0, -1) if width(word[:end], face, size) <= room), word[0])

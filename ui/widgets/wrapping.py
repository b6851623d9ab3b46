"""Words broken into as many lines as a place has: what does not fit is left out in the middle, never at the end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def wrapped(words: str, font: QFont, width: int, most: int = 2) -> tuple[str, ...]:
    """`words` in lines of at most `width` pixels.

    The last of `most` lines holds the rest: names of services differ at both ends ("first", "repeated"), so it is the
    middle of it that gives way to "…".
    """
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        start = line.textStart()
        lines.append(words[start : start + line.textLength()].strip())
        if len(lines) == most:
            rest = words[start:].strip()
            lines[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideMiddle, width)
    layout.endLayout()
    return tuple(lines)

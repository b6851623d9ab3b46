"""What the bar says of bills that wait, and how each is called in the list."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from ui.desk import happenings as h
from ui.notice import Answer, Notice, Tone

Aside = h.SetAside | h.AsideTaken | h.AsideDropped | h.LinesGiven


def name_words(name: str) -> str:
    """Whose bill it is."""
    return name or QCoreApplication.translate("Aside", "nobody’s bill yet")


def aside_notice(happening: Aside, put_back: Callable[[h.AsideDropped], None]) -> Notice:
    """The words of what happened to a bill that waits."""
    match happening:
        case h.SetAside():
            return Notice(Tone.TOLD, kept_words(happening), "", back_words(), seconds=12)
        case h.AsideTaken():
            words = QCoreApplication.translate(
                "Aside", "The bill that waited is open again: {name}, %n line(s).", "", happening.lines
            ).format(name=name_words(happening.name))
            kept = ""
            if happening.swapped is not None:
                said = QCoreApplication.translate("Aside", "In its place waits: {name}.")
                kept = said.format(name=name_words(happening.swapped))
            return Notice(Tone.TOLD, words, kept, seconds=10)
        case h.AsideDropped():
            said = QCoreApplication.translate("Aside", "The bill that waited is forgotten: {name}.")
            answer = Answer(QCoreApplication.translate("Notices", "Put back"), "Ctrl+F8", lambda: put_back(happening))
            return Notice(Tone.TOLD, said.format(name=name_words(happening.name)), answer=answer, seconds=15)
        case h.LinesGiven():
            words = QCoreApplication.translate(
                "Aside", "%n line(s) are now on the bill of {name}.", "", happening.lines
            )
            kept = QCoreApplication.translate("Aside", "Units and coupons of the first patient are not taken along.")
            return Notice(Tone.TOLD, words.format(name=happening.name), kept, seconds=10)
        case _:
            assert_never(happening)


def kept_words(kept: h.SetAside) -> str:
    """A bill waits."""
    if not kept.name:
        return QCoreApplication.translate("Aside", "The bill without a patient waits: %n line(s).", "", kept.lines)
    words = QCoreApplication.translate("Aside", "The bill of {name} waits: %n line(s).", "", kept.lines)
    return words.format(name=kept.name)


def back_words() -> str:
    """How a bill comes back."""
    return QCoreApplication.translate("Aside", "Shift+F3 brings it back.")

"""Which field says what is wrong at which place of the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from desk_app.documents.program_sense import Problem
from ui import language
from ui.marking import QT_TRANSLATE_NOOP
from ui.program.refused import Refused
from ui.widgets.fault import FaultLine
from ui.wording.problems import refusal_sentence

#: What a rule allows is told here where people understand it; how a file writes a value is for files.
_OF_FILES: Final = (
    "a text",
    '"',
    "a whole number or",
    "true or false",
    "a list",
    "a table",
    "percent; or",
    "either",
    "exactly one of",
)
_MISSING: Final = QT_TRANSLATE_NOOP("Faults", "This needs an answer.")


def problem_words(problem: Problem) -> str:
    """A problem as a sentence, in the language of the window."""
    if problem.code == "key.missing":
        return QCoreApplication.translate("Faults", _MISSING)
    if problem.allowed.startswith(_OF_FILES):
        problem = replace(problem, allowed="")
    if isinstance(problem, Refused):
        return refusal_sentence(problem.code, problem.params, language.current(), problem.program, problem.place)
    params = {"found": problem.found, "allowed": problem.allowed}
    return refusal_sentence(problem.code, params, language.current(), None, problem.place)


def lies_in(place: str, path: str) -> bool:
    """Whether a place is at a path or inside it."""
    return place == path or (place.startswith(path) and place[len(path) : len(path) + 1] in (".", "["))


class Faults(QObject):
    """Lines under fields; a field that is being typed in is not blamed before it is left."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[Callable[[], str], QWidget, FaultLine]] = []
        self._words: dict[QWidget, str] = {}

    def line(self, place: Callable[[], str], field: QWidget, watched: Sequence[QWidget] = ()) -> FaultLine:
        """The line for what is wrong at `place()` or inside it; `watched`: the parts of `field` that are typed in."""
        line = FaultLine(field)
        self._lines.append((place, field, line))
        for part in watched or (field,):
            part.installEventFilter(self)
        return line

    def forget(self, fields: Sequence[QWidget]) -> None:
        """These fields go."""
        self._lines = [one for one in self._lines if one[1] not in fields]
        for field in fields:
            self._words.pop(field, None)

    def show(self, problems: Sequence[Problem], *, at_once: bool = False) -> tuple[Problem, ...]:
        """Say each problem at the field that is nearest to it; answers those that no field here has."""
        said: dict[int, list[str]] = {}
        left: list[Problem] = []
        for problem in problems:
            best = self._nearest(problem.place)
            if best is None:
                left.append(problem)
            else:
                said.setdefault(best, []).append(problem_words(problem))
        for number, (_, field, line) in enumerate(self._lines):
            words = " ".join(dict.fromkeys(said.get(number, ())))
            self._words[field] = words
            if not words or at_once or line.words() or not _typed_in(field):
                line.say(words, data=True)
        return tuple(left)

    def _nearest(self, place: str) -> int | None:
        best, length = None, -1
        for number, (where, field, _) in enumerate(self._lines):
            path = where()
            if path and not field.isHidden() and len(path) > length and lies_in(place, path):
                best, length = number, len(path)
        return best

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field is left: now it may be blamed."""
        if event.type() == QEvent.Type.FocusOut:
            for _, field, line in self._lines:
                if field is watched or (isinstance(watched, QWidget) and field.isAncestorOf(watched)):
                    line.say(self._words.get(field, ""), data=True)
        return False


def _typed_in(field: QWidget) -> bool:
    return field.hasFocus() or any(part.hasFocus() for part in field.findChildren(QWidget))

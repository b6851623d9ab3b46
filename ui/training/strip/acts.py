"""What can be done with the strip over a practice desk, as data; its keys leave the desk's own alone."""

from __future__ import annotations

from collections.abc import Callable

from ui.action import Action
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP


def _nothing() -> None:
    return None


def strip_acts(
    *, hint: Callable[[], None] = _nothing, fold: Callable[[], None] = _nothing, more: Callable[[], None] = _nothing,
    repeat: Callable[[], None] = _nothing, go_on: Callable[[], None] = _nothing,
) -> tuple[Action, ...]:  # fmt: skip
    """The acts of the strip; what is not given does nothing, as in a picture."""
    return (
        Action(
            "hint", QT_TRANSLATE_NOOP("Actions", "Hint"), "Ctrl+F1", Icon.WHY, hint,
            QT_TRANSLATE_NOOP("Actions", "One hint more for this step of the lesson"),
        ),
        Action(
            "fold", QT_TRANSLATE_NOOP("Actions", "Story"), "Ctrl+F2", Icon.UP, fold,
            QT_TRANSLATE_NOOP("Actions", "From hints to steps, then leave the room to the desk, then the story again"),
        ),
        Action(
            "more", QT_TRANSLATE_NOOP("Actions", "Further down"), "Ctrl+Down", Icon.DOWN, more,
            QT_TRANSLATE_NOOP("Actions", "Read on where the story or the hints go on below, then from the top again"),
        ),
        Action(
            "repeat", QT_TRANSLATE_NOOP("Actions", "Once more"), "Ctrl+F3", Icon.SYNC, repeat,
            QT_TRANSLATE_NOOP("Actions", "The story once more with other people, at an empty desk"),
        ),
        Action(
            "next-lesson", QT_TRANSLATE_NOOP("Actions", "Next lesson"), "Ctrl+F10", Icon.NEXT, go_on,
            QT_TRANSLATE_NOOP("Actions", "On to the next lesson, once this one is done"),
        ),
    )  # fmt: skip

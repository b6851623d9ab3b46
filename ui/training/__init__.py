"""The room of training: lessons at a practice desk, the quiz, what patients ask, and who is ready for which version."""

from __future__ import annotations

from desk_app.ports import Desk
from ui.screen import Frame, Screen
from ui.sheets import Keys


def training_screen(frame: Frame, desk: Desk, keys: Keys | None = None) -> Screen:
    """The room, built; `keys` tells the cheat card which keys the window has."""
    from ui.training.room import TrainingRoom

    return TrainingRoom(frame, desk, keys).screen()


__all__ = ["training_screen"]

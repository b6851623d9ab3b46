"""The levels of a program as an editable ladder: a picture, a table beside it, and the step that is worked on."""

from ui.program.ladder.view import LadderControl

__all__ = ["LadderControl"]

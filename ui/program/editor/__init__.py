"""The editor of the program room: a draft as a form of questions, each answered, open or wrong."""

from __future__ import annotations

from desk_app.ports import Desk
from ui.paged import Page
from ui.program.page import Shell


def editor_page(shell: Shell, desk: Desk) -> Page:
    """The page, built."""
    from ui.program.editor.draft_page import EditorPage

    return EditorPage(shell, desk).page()


__all__ = ["editor_page"]

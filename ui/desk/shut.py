"""The words of a desk that cannot write: why, what works all the same, and how it goes on."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Trouble
from desk_app.domain.program import Program
from ui.action import Bound, help_sentence, words
from ui.desk.happenings import Shut
from ui.desk.sentences import problem_sentence
from ui.notice import Answer, Notice, Tone

WRITING = ("pay", "give_back", "undo", "void", "new", "join", "edit", "card", "warn", "units", "set_aside", "waiting")
"""Acts that are dead while nothing can be written."""


def shut_notice(shut: Shut, try_again: Callable[[], None], program: Program | None) -> Notice:
    """What the bar says."""
    answer = None
    if not shut.lasting:
        answer = Answer(QCoreApplication.translate("Shut", "Try again"), "Ctrl+Return", try_again)
    return Notice(Tone.TROUBLE, problem_sentence(shut.trouble, program), what_works(), answer=answer)


def what_works() -> str:
    """What can be done all the same."""
    return QCoreApplication.translate("Shut", "Finding, pricing and explaining work; nothing is paid or written.")


def shut_words(trouble: Trouble, program: Program | None) -> str:
    """Why nothing is written, and what works."""
    return f"{problem_sentence(trouble, program)} {what_works()}"


def explain_keys(bound: Bound, trouble: Trouble | None, program: Program | None) -> None:
    """Keys that write say in their tool tip why they are dead."""
    reason = shut_words(trouble, program) if trouble is not None else ""
    for action in bound.declared():
        if action.name in WRITING:
            bound[action.name].setToolTip(reason or help_sentence(action) or words(action))

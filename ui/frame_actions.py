"""What can be done in every room: find, send, go round, lock, and see all keys."""

from collections.abc import Callable

from ui.action import Action
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP


def frame_actions(
    *,
    search: Callable[[], None],
    sync: Callable[[], None],
    network: Callable[[], None],
    pane: Callable[[], None],
    lock: Callable[[], None],
    keys: Callable[[], None],
    practise: Callable[[], None],
) -> tuple[Action, ...]:
    """The actions of the window itself, each with what it does there."""
    return (
        Action(
            "search",
            QT_TRANSLATE_NOOP("Actions", "Search"),
            "F3",
            Icon.SEARCH,
            search,
            QT_TRANSLATE_NOOP("Actions", "Find a patient by surname, phone, card or birth date, from anywhere"),
        ),
        Action(
            "sync",
            QT_TRANSLATE_NOOP("Actions", "Send and fetch now"),
            "F5",
            Icon.SYNC,
            sync,
            QT_TRANSLATE_NOOP("Actions", "Send what waits and fetch what is new"),
        ),
        Action(
            "network",
            QT_TRANSLATE_NOOP("Actions", "Network"),
            "Shift+F5",
            Icon.ONLINE,
            network,
            QT_TRANSLATE_NOOP("Actions", "What waits to be sent, since when, and how the line is"),
        ),
        Action(
            "pane",
            QT_TRANSLATE_NOOP("Actions", "Next part"),
            "F6",
            Icon.NEXT,
            pane,
            QT_TRANSLATE_NOOP("Actions", "Go round the parts of the screen without the mouse"),
        ),
        # Ctrl with a letter is dead under a Russian layout on some systems; the second key is not.
        Action(
            "lock",
            QT_TRANSLATE_NOOP("Actions", "Lock the desk"),
            "Ctrl+L / Shift+F12",
            Icon.LOCK,
            lock,
            QT_TRANSLATE_NOOP("Actions", "Cover everything about patients while you are away"),
        ),
        Action(
            "keys",
            QT_TRANSLATE_NOOP("Actions", "All keys"),
            "Shift+F1",
            Icon.KEY,
            keys,
            QT_TRANSLATE_NOOP("Actions", "Every key of this screen on one page"),
        ),
        Action(
            "practise",
            QT_TRANSLATE_NOOP("Actions", "Practice desk"),
            "F10",
            Icon.TRAINING,
            practise,
            QT_TRANSLATE_NOOP("Actions", "To the practice desk, where nothing is real, and back again"),
        ),
    )


def unbound_actions() -> tuple[Action, ...]:
    """Keys that belong to what is said at the moment: told with all others, bound by the bar that says it."""
    return (
        Action(
            "answer",
            QT_TRANSLATE_NOOP("Actions", "What the message offers"),
            "Ctrl+F8 / Ctrl+Return",
            Icon.UNDO,
            lambda: None,
            QT_TRANSLATE_NOOP("Actions", "Put a line back, take a tie back, try again: the message names its key"),
        ),
    )

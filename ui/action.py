"""What can be done on a screen, declared once as data; buttons, shortcuts and the page of keys are drawn from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.icons import Icon


@dataclass(frozen=True)
class Action:
    """One act; `words` and `help` are English sources marked with QT_TRANSLATE_NOOP("Actions", …).

    `key` is "F9" or "Ctrl+L", several parted by " / ", or empty. `said` answers words that come from elsewhere, in the
    language of the window: the name of a room.
    """

    name: str
    words: str
    key: str
    icon: Icon
    intent: Callable[[], None]
    help: str = ""
    said: Callable[[], str] | None = None


def words(action: Action) -> str:
    """What the button says, in the language of the window."""
    return action.said() if action.said is not None else QCoreApplication.translate("Actions", action.words)


def help_sentence(action: Action) -> str:
    """What the page of keys says about it."""
    return QCoreApplication.translate("Actions", action.help) if action.help else ""


def key_words(key: str) -> str:
    """A key, or several held together, as it is printed on buttons."""
    named = {
        "Return": QCoreApplication.translate("Actions", "Enter"),
        "Escape": QCoreApplication.translate("Actions", "Esc"),
        "Space": QCoreApplication.translate("Actions", "Space"),
        "Down": "↓",
    }
    return "+".join(named.get(one, one) for one in key.split("+"))


class Bound(QObject):
    """The actions of one screen as Qt's, alive while the screen is visible.

    `bound["pay"].setEnabled(…)` follows the screen's state; `ActionButton(bound["pay"])` draws one.
    """

    def __init__(self, screen: QWidget, actions: Iterable[Action]) -> None:
        super().__init__(screen)
        self._actions = {action.name: action for action in actions}
        self._made: dict[str, QAction] = {}
        for action in self._actions.values():
            made = QAction(screen)
            made.setObjectName(action.name)
            made.setData(action.icon)
            # Its key is the window's, and yet silent while the screen is hidden: Qt asks whether its widget is visible.
            made.setShortcuts([QKeySequence(key) for key in _keys(action)])
            made.triggered.connect(_without_argument(action.intent))
            screen.addAction(made)
            self._made[action.name] = made
        screen.installEventFilter(self)
        self._tell()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def declared(self) -> tuple[Action, ...]:
        """The data they were made from, in order."""
        return tuple(self._actions.values())

    def claims(self, key: str) -> bool:
        """Whether a key is one of theirs."""
        return any(key in _keys(action) for action in self._actions.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the language; a picture is drawn by the button that shows it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        return False

    def _tell(self) -> None:
        for name, made in self._made.items():
            action = self._actions[name]
            made.setText(words(action))
            made.setProperty("keyWords", " / ".join(key_words(key) for key in _keys(action)))
            made.setToolTip(help_sentence(action) or words(action))


def _keys(action: Action) -> list[str]:
    return action.key.split(" / ") if action.key else []


def _without_argument(intent: Callable[[], None]) -> Callable[[], None]:
    # triggered hands over "checked", which no intent wants.
    return lambda *_: intent()

"""Long work lets keys through: between two slices the event loop has its turn."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.slices import one_by_one


def test_other_timers_are_heard_between_two_slices(qtbot: QtBot) -> None:
    told: list[str] = []
    owner = QObject()
    beat = QTimer(owner, interval=0)
    beat.timeout.connect(lambda: told.append("beat"))

    def slices() -> Iterator[None]:
        for number in range(3):
            told.append(f"slice {number}")
            yield

    beat.start()
    one_by_one(owner, slices())
    qtbot.waitUntil(lambda: "slice 2" in told)
    beat.stop()

    after = [told[told.index(f"slice {number}") + 1] for number in range(2)]
    assert after == ["beat", "beat"]


def test_a_change_of_colours_dresses_what_is_in_sight_and_what_is_not(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window, parts = QWidget(), [QLabel("in sight"), QLabel("hidden")]
    qtbot.addWidget(window)
    for part in parts:
        part.setParent(window)
        theme.wear(part)
    parts[1].hide()
    window.show()

    theme.apply(app, theme.DARK)
    qtbot.waitUntil(lambda: all(theme.DARK.accent in part.styleSheet() for part in parts))

    assert window.updatesEnabled()


def test_parts_share_the_sheet_of_their_window_until_the_look_changes(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window, parts = QWidget(), [QLabel("in sight"), QLabel("beside it")]
    qtbot.addWidget(window)
    theme.lend(window)
    for part in parts:
        part.setParent(window)
        part.setProperty("role", "quiet")
        theme.wear(part)

    def inks() -> list[str]:
        return [part.palette().windowText().color().name() for part in parts]

    assert ([part.styleSheet() for part in parts], inks()) == (["", ""], [theme.LIGHT.quiet] * 2)

    theme.apply(app, theme.DARK)
    assert (all(part.styleSheet() for part in parts), inks()) == (True, [theme.DARK.quiet] * 2)

    theme.apply(app, theme.LIGHT)
    assert ([part.styleSheet() for part in parts], inks()) == (["", ""], [theme.LIGHT.quiet] * 2)

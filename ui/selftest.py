"""`tessera --self-test`: the built app proves on the machine it landed on that nothing was forgotten."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

QTS_OWN = ("QPlatformTheme", "Cancel")


class CheckFailed(Exception):
    """Something is missing from the built app; the text is for whoever built it."""


def self_test() -> int:
    """Run every check, print a line for each; exit code 3 when one fails."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.plain_import import hold_none

    hold_none()
    failed = 0
    for name, check in CHECKS:
        try:
            said = check()
        except Exception as trouble:  # noqa: BLE001 - the report is what this is for
            failed += 1
            said = f"FAILED: {type(trouble).__name__}: {trouble}"
        sys.stdout.write(f"{name}: {said}\n")
    return 3 if failed else 0


def window() -> str:
    """The frame is built and painted, with its fonts, icons and style sheet."""
    from desk_app.station import Station
    from ui import fonts, theme
    from ui.app import make_app
    from ui.background import Background
    from ui.main_window import MainWindow

    app = make_app()
    with tempfile.TemporaryDirectory() as home:
        for table in theme.THEMES.values():
            theme.apply(app, table)
        press = Background("press")
        made = MainWindow(Path(home), Station(), demo=False, press=press)
        made.show()
        app.processEvents()
        picture = made.grab().toImage()
        press.close()
        made.close()
        # one that stays goes on hearing the scanner of the whole app
        made.deleteLater()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    if len(colours) < 3:
        raise CheckFailed("the window is blank")
    return f"{picture.width()} × {picture.height()}, {fonts.family()}"


def icons() -> str:
    """Every picture is there."""
    from ui.icons import Icon, drawing

    return f"{len([drawing(one) for one in Icon])} pictures"


def languages() -> str:
    """Both languages speak, Qt's own words included."""
    from PySide6.QtCore import QCoreApplication

    from ui import language
    from ui.app import make_app

    app = make_app()
    said = []
    for tongue in ("en", "ru"):
        language.speak(app, tongue)
        said.append(QCoreApplication.translate("Rooms", "Settings"))
    if said != ["Settings", "Настройки"]:
        raise CheckFailed(f"the catalogues say {said}")
    # Spread out, so that lupdate does not take a word of Qt's for one of ours.
    if QCoreApplication.translate(*QTS_OWN) != "Отмена":
        raise CheckFailed("Qt's own words are missing")
    return ", ".join(said)


def records() -> str:
    """A clinic is made, encrypted, and opened again."""
    from ui import compose
    from ui.first_start import joining
    from ui.first_start.tasks import Answers

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "clinic"
        joining.set_up(home, Answers(joining.presets()[0].code, {"name": "Клиника"}), lambda *_: None)
        with compose.open_desk(home) as desk, desk.store.reading() as reading:
            return f"{len(reading.versions())} program"


def paper() -> str:
    """A slip is drawn with the app's letters and read back."""
    from desk_app.printing.slip import draw
    from desk_app.slips import Paragraph, Row, Slip
    from ui.app import make_app
    from ui.printer import opened, page_image

    make_app()
    blocks = (Paragraph("Щёлокова Анна"), Row("Приём терапевта", "1 234,50 ₽"))
    image = page_image(opened(draw(Slip("ru", "Квитанция", ("Клиника",), blocks, "A-1"), "roll")), 0, 72)
    dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(image.width()) for y in range(image.height()))
    if not dark:
        raise CheckFailed("the page is blank")
    return f"{image.width()} × {image.height()}"


CHECKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("window", window),
    ("icons", icons),
    ("languages", languages),
    ("records", records),
    ("paper", paper),
)

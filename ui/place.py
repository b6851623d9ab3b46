"""Where the window stood, kept beside the records of the desk: it may be lost, and nothing else is."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

FILE = "windows.ini"


def keep_place(window: QWidget, home: Path) -> None:
    """Remember where `window` stands."""
    _places(home).setValue("main", window.saveGeometry())


def return_to_place(window: QWidget, home: Path) -> None:
    """Put it where it stood, if that is known."""
    if (home / FILE).exists() and (kept := _places(home).value("main")):
        window.restoreGeometry(kept)


def _places(home: Path) -> QSettings:
    return QSettings(str(home / FILE), QSettings.Format.IniFormat)

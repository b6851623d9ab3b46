"""Asks for a file or a folder in the language of the window.

The system's own dialog is the better one, but it speaks the system's language: it is used where that is the window's
too, else Qt's, which follows the window (`ui.language` loads its words).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.marking import QT_TRANSLATE_NOOP

LACKING = (QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"), QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"))
"""Words of Qt's dialog that its own Russian catalogue has lost: ours has them, in its context."""


def ask_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file that is there, of `kinds` as Qt spells them ("Programs (*.toml)"); None where nobody chose one."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds, options=options())
    return Path(name) if name else None


def ask_new_file(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where to write a file that is called `name` as a rule; None where nobody chose a place."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kinds, options=options())
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """A folder, beginning at one; None where nobody chose another."""
    chosen = QFileDialog.getExistingDirectory(
        parent, title, str(folder), options=options() | QFileDialog.Option.ShowDirsOnly
    )
    return Path(chosen) if chosen else None


def options() -> QFileDialog.Option:
    """Whose dialog it is."""
    if QLocale.system().language() == QLocale().language():
        return QFileDialog.Option(0)
    return QFileDialog.Option.DontUseNativeDialog

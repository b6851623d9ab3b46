"""The dialog of files speaks the language of the window, whatever the system speaks."""

import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from ui import language
from ui.file_dialog import options


@pytest.fixture
def russian(qapp: QApplication) -> None:
    language.speak(qapp, "ru")


@pytest.mark.usefixtures("russian")
def test_where_the_system_speaks_another_language_the_dialog_is_not_the_systems(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = options()
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(QLocale.Language.Russian))

    assert own == QFileDialog.Option.DontUseNativeDialog
    assert options() == QFileDialog.Option(0)


@pytest.mark.usefixtures("russian")
def test_every_word_of_the_dialog_is_russian() -> None:
    parent = QWidget()
    for mode in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
        dialog = QFileDialog(parent, "Куда?", "", "Списки (*.csv)", options=QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(mode)
        dialog.show()
        QApplication.processEvents()
        said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
        said += [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()]
        dialog.close()

        assert said
        assert [words for words in said if re.search("[A-Za-z]", words)] == []

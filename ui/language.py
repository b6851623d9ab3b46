"""Which language the window speaks, changed while it is open; sources are English, Qt's own words included."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources

LOCALES = {"ru": QLocale(QLocale.Language.Russian, QLocale.Country.Russia), "en": QLocale(QLocale.Language.English)}

_installed: list[QTranslator] = []


def speak(app: QApplication, language: str) -> None:
    """Exchange the translators; every `SpokenWidget` says its sentences again.

    A language without a catalogue leaves the English sources standing.
    """
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    QLocale.setDefault(LOCALES.get(language, LOCALES["en"]))
    folders = (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}"),
        (str(resources.path("translations")), f"tessera_{language}"),
    )
    for folder, name in folders:
        translator = QTranslator()
        if translator.load(name, folder):
            _installed.append(translator)
            app.installTranslator(translator)


def current() -> str:
    """The two letters of the language spoken now."""
    return QLocale().name()[:2]

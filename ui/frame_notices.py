"""What the window itself has to say through the bar."""

from PySide6.QtCore import QCoreApplication

from ui.notice import Notice, Tone


def settings_not_written() -> Notice:
    """The folder of the desk could not be written to."""
    return Notice(
        Tone.TROUBLE,
        QCoreApplication.translate("MainWindow", "The settings of this computer could not be written."),
        QCoreApplication.translate("MainWindow", "They hold until the app is closed."),
        QCoreApplication.translate("MainWindow", "Check that the disk is not full and the folder may be written to."),
    )


def no_centre() -> Notice:
    """There is no centre to speak with, and the desk says so rather than pretend."""
    return Notice(
        Tone.TOLD,
        QCoreApplication.translate("MainWindow", "This desk works by itself: no centre is joined."),
        QCoreApplication.translate("MainWindow", "Everything is kept on this computer."),
        seconds=8,
    )


def pdf_saved(name: str) -> Notice:
    """A sheet is a file now."""
    words = QCoreApplication.translate("MainWindow", "Saved as {name}.")
    return Notice(Tone.DONE, words.format(name=name), seconds=8)


def pdf_not_saved() -> Notice:
    """The file could not be written."""
    return Notice(
        Tone.TROUBLE,
        QCoreApplication.translate("MainWindow", "The PDF could not be written there."),
        QCoreApplication.translate("MainWindow", "Nothing was lost."),
        QCoreApplication.translate("MainWindow", "Choose another folder."),
    )


def went_wrong(code: str) -> Notice:
    """Something nobody foresaw; `code` finds its report."""
    return Notice(
        Tone.TROUBLE,
        QCoreApplication.translate("App", "Something went wrong that should not have."),
        QCoreApplication.translate("App", "What was already shown as done is kept."),
        QCoreApplication.translate("App", "Go on working; the report is {code}.").format(code=code),
    )

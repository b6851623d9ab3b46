"""What the list of versions says of a draft or a version."""

from PySide6.QtCore import QCoreApplication

from ui import language
from ui.program.versions.presenter import Row


def name_of(row: Row) -> str:
    """What a row is called: the name of its program, and the number of its version."""
    if row.version is not None:
        said = QCoreApplication.translate("Versions", "{name}, version {number}")
        return said.format(name=program_name(row.version.document), number=row.version.version)
    if row.draft is None:
        return ""
    return row.draft.name or program_name(row.draft.document)


def program_name(document: object) -> str:
    """The name a document says, in the language of the moment where it has one."""
    named = document.get("name") if isinstance(document, dict) else None
    if isinstance(named, dict):
        named = named.get(language.current()) or next(iter(named.values()), "")
    return str(named) if named else QCoreApplication.translate("Versions", "A program without a name")


def status_words(row: Row) -> str:
    """How far it is."""
    if row.status == "draft":
        return QCoreApplication.translate("Versions", "draft")
    if row.status == "announced":
        return QCoreApplication.translate("Versions", "announced")
    if row.status == "in_force":
        return QCoreApplication.translate("Versions", "in force")
    return QCoreApplication.translate("Versions", "retired")

"""What the pages of the training room say of versions, steps and topics."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_app.training.course import Taught
from ui import formats
from ui.marking import QT_TRANSLATE_NOOP

#: What a question of the quiz is about.
_TOPICS: Final = {
    "earn.level": QT_TRANSLATE_NOOP("Training", "What is earned on each level"),
    "earn.category": QT_TRANSLATE_NOOP("Training", "What services with rules of their own earn"),
    "earn.payer": QT_TRANSLATE_NOOP("Training", "What is earned when somebody else pays"),
    "earn.with_units": QT_TRANSLATE_NOOP("Training", "What is earned when units are spent"),
    "redeem.most": QT_TRANSLATE_NOOP("Training", "How much may be spent at most"),
    "redeem.category": QT_TRANSLATE_NOOP("Training", "Services that units may not pay, or not wholly"),
    "discount.level": QT_TRANSLATE_NOOP("Training", "The discount of each level"),
    "discount.category": QT_TRANSLATE_NOOP("Training", "The discount on services with rules of their own"),
    "discount.group": QT_TRANSLATE_NOOP("Training", "Privileges of groups"),
    "discount.hours": QT_TRANSLATE_NOOP("Training", "Promotions by day and hour"),
    "level.reached": QT_TRANSLATE_NOOP("Training", "Which level a bill leads to"),
    "level.missing": QT_TRANSLATE_NOOP("Training", "What is missing to the next level"),
    "lapse.day": QT_TRANSLATE_NOOP("Training", "When units lapse"),
}


def topic_words(topic: str) -> str:
    """What a topic of the quiz is called."""
    return QCoreApplication.translate("Training", _TOPICS[topic]) if topic in _TOPICS else topic


def unread_words(file: str) -> str:
    """What is said of a file of records that is there and cannot be read."""
    return QCoreApplication.translate(
        "Training", "The training records {file} cannot be read and were left as they are: what was learned there is "
        "missing here.",
    ).format(file=file)  # fmt: skip


def version_words(taught: Taught) -> str:
    """A version as it is spoken of: since when it holds, or from when it will."""
    day = formats.day(taught.edition.start)
    if taught.status == "announced":
        said = QCoreApplication.translate("Training", "Rules from {day}, version {number}")
    elif taught.status == "retired":
        said = QCoreApplication.translate("Training", "Rules that held from {day}, version {number}")
    else:
        said = QCoreApplication.translate("Training", "Rules in force since {day}, version {number}")
    return said.format(day=day, number=taught.record.label)

"""What is said of cards: scanned and nobody's, blocked, given, stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui import formats
from ui.desk import happenings as h
from ui.notice import Answer, Notice, Tone

Told = h.CardUnknown | h.CardBlocked | h.CardBound | h.CardAsked | h.CardStopped


class Doing(Protocol):
    """What the clerk may do about a card."""

    @property
    def bind(self) -> Callable[[str], None]: ...
    @property
    def enrol_with_card(self) -> Callable[[str], None]: ...
    @property
    def print_card(self) -> Callable[[], None]: ...


def card_notice(happening: Told, do: Doing) -> Notice:
    """The words of what happened to a card."""
    match happening:
        case h.CardUnknown():
            return _unknown(happening, do)
        case h.CardBlocked():
            words = QCoreApplication.translate("Notices", "This card of {name} is blocked.")
            if happening.now:
                holds = QCoreApplication.translate("Notices", "Card {number} opens the account now: scan that one.")
                said = holds.format(number=formats.card(happening.now))
                return Notice(Tone.REFUSED, words.format(name=happening.name), "", said)
            advice = QCoreApplication.translate("Notices", "Find the patient by name and give a new card: F11.")
            return Notice(Tone.REFUSED, words.format(name=happening.name), "", advice)
        case h.CardBound():
            return _bound(happening, do)
        case h.CardAsked():
            return _asked(happening)
        case h.CardStopped():
            words = QCoreApplication.translate("Notices", "The card {number} of {name} opens nothing any more.")
            advice = QCoreApplication.translate("Notices", "Give another one with Ctrl+F11, or scan one.")
            said = words.format(number=formats.card(happening.number), name=happening.name)
            kept = QCoreApplication.translate("Notices", "The account is as it was.")
            return Notice(Tone.DONE, said, kept, advice, seconds=15)


def print_answer(do: Doing) -> Answer:
    """Have the card of whom is at the desk printed."""
    return Answer(QCoreApplication.translate("Notices", "Print card"), "Ctrl+Return", do.print_card)


def _bound(bound: h.CardBound, do: Doing) -> Notice:
    words = QCoreApplication.translate("Notices", "Card {number} now belongs to {name}.")
    words = words.format(number=formats.card(bound.number), name=bound.name)
    kept = QCoreApplication.translate("Notices", "The one before opens nothing any more.") if bound.replaced else ""
    return Notice(Tone.DONE, words, kept, answer=None if bound.printed else print_answer(do), seconds=15)


def _asked(asked: h.CardAsked) -> Notice:
    if asked.another:
        words = QCoreApplication.translate("Notices", "Give {name} another card and block {number}?")
        advice = QCoreApplication.translate("Notices", "Ctrl+F11 again gives it; the chosen reason is kept.")
    else:
        words = QCoreApplication.translate("Notices", "Block card {number} of {name}?")
        advice = QCoreApplication.translate("Notices", "Shift+F11 again blocks it; the chosen reason is kept.")
    said = words.format(number=formats.card(asked.number), name=asked.name)
    return Notice(Tone.TOLD, said, QCoreApplication.translate("Notices", "Nothing is changed yet."), advice)


def _unknown(unknown: h.CardUnknown, do: Doing) -> Notice:
    if unknown.stock:
        words = QCoreApplication.translate("Notices", "The card without a name {number} is nobody’s yet.")
    else:
        words = QCoreApplication.translate("Notices", "Nobody has the card {number}.")
    words = words.format(number=formats.card(unknown.number))
    if unknown.offer and not unknown.member:
        advice = QCoreApplication.translate("Notices", "{name} can join with it.").format(name=unknown.offer)
        answer = Answer(
            QCoreApplication.translate("Notices", "Join"), "Ctrl+Return", lambda: do.enrol_with_card(unknown.number)
        )
    elif unknown.offer:
        advice = QCoreApplication.translate("Notices", "Give it to {name}?").format(name=unknown.offer)
        answer = Answer(
            QCoreApplication.translate("Notices", "Bind it"), "Ctrl+Return", lambda: do.bind(unknown.number)
        )
    else:
        advice = QCoreApplication.translate(
            "Notices", "Find the patient first, or write down a new one with this card."
        )
        answer = Answer(
            QCoreApplication.translate("Notices", "New patient"),
            "Ctrl+Return",
            lambda: do.enrol_with_card(unknown.number),
        )
    return Notice(Tone.TOLD if unknown.stock else Tone.REFUSED, words, "", advice, answer)

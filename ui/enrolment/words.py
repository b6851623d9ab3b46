"""The words of the form: channels, languages, and what is wrong with a field."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui import formats, language
from ui.enrolment.faults import Fault
from ui.marking import QT_TRANSLATE_NOOP
from ui.notice import Answer, Notice, Tone
from ui.wording.problems import problem

_CHANNELS = {
    "sms": QT_TRANSLATE_NOOP("Channels", "SMS"),
    "call": QT_TRANSLATE_NOOP("Channels", "Calls"),
    "email": QT_TRANSLATE_NOOP("Channels", "E-mail"),
    "messenger": QT_TRANSLATE_NOOP("Channels", "Messenger"),
}
_LANGUAGES = {"ru": QT_TRANSLATE_NOOP("Languages", "Russian"), "en": QT_TRANSLATE_NOOP("Languages", "English")}
_FAULTS = {
    "surname.missing": QT_TRANSLATE_NOOP("Faults", "The surname is missing."),
    "given.missing": QT_TRANSLATE_NOOP("Faults", "The given name is missing."),
    "birth_date.missing": QT_TRANSLATE_NOOP("Faults", "A member has a birth date."),
    "consent.data": QT_TRANSLATE_NOOP("Faults", "Joining needs the consent to keep personal data."),
    "name": QT_TRANSLATE_NOOP("Faults", "A name has letters only."),
    "birth_date": QT_TRANSLATE_NOOP("Faults", "Day, month, year, such as 17.05.1980."),
    "birth_date.no_day": QT_TRANSLATE_NOOP("Faults", "There is no {day}.{month}.{year}: that month has {days} days."),
    "birth_date.no_month": QT_TRANSLATE_NOOP("Faults", "There is no month {month}: a year has twelve."),
    "birth_date.ahead": QT_TRANSLATE_NOOP("Faults", "This day has not come yet."),
    "birth_date.old": QT_TRANSLATE_NOOP("Faults", "Nobody is that old: look at the year."),
    "phone": QT_TRANSLATE_NOOP("Faults", "This is no phone number yet."),
    "email": QT_TRANSLATE_NOOP("Faults", "This is no e-mail address yet."),
    "card": QT_TRANSLATE_NOOP("Faults", "This is no card number."),
    "card.digit": QT_TRANSLATE_NOOP("Faults", "A digit is wrong: compare the number, or scan the card."),
}


def held_notice(number: str) -> Notice:
    """A card was scanned into the form of somebody new."""
    words = QCoreApplication.translate("Form", "The card {number} is held for this form.")
    advice = QCoreApplication.translate("Form", "It is theirs once the form is saved.")
    return Notice(Tone.TOLD, words.format(number=formats.card(number)), "", advice, seconds=10)


def instead_notice(number: str, before: str, give: Callable[[], None]) -> Notice:
    """A card was scanned for a member who has one."""
    words = QCoreApplication.translate("Form", "Give the card {number} in place of {before}?")
    advice = QCoreApplication.translate("Form", "The one before then opens nothing any more.")
    answer = Answer(QCoreApplication.translate("Form", "Give it"), "Ctrl+Return", give)
    return Notice(Tone.TOLD, words.format(number=formats.card(number), before=formats.card(before)), "", advice, answer)


def another_notice(before: str, give: Callable[[], None]) -> Notice:
    """Another card is wished for, which stops the one that opens the account."""
    words = QCoreApplication.translate("Form", "Give another card and block {number}?").format(
        number=formats.card(before)
    )
    return _not_yet(words, Answer(QCoreApplication.translate("Form", "Give it"), "Ctrl+Return", give))


def block_notice(number: str, block: Callable[[], None]) -> Notice:
    """The card that opens the account is to be blocked, which nobody can take back."""
    words = QCoreApplication.translate("Form", "Block card {number}?").format(number=formats.card(number))
    return _not_yet(words, Answer(QCoreApplication.translate("Form", "Block it"), "Ctrl+Return", block))


def _not_yet(words: str, answer: Answer) -> Notice:
    return Notice(Tone.TOLD, words, QCoreApplication.translate("Form", "Nothing is changed yet."), answer=answer)


def channel_words(channel: str) -> str:
    """How a channel of messages is called."""
    return QCoreApplication.translate("Channels", _CHANNELS[channel]) if channel in _CHANNELS else channel


def language_words(code: str) -> str:
    """How a language is called."""
    return QCoreApplication.translate("Languages", _LANGUAGES[code])


def fault_words(fault: Fault) -> str:
    """What keeps the field from being saved."""
    if fault.refusal is not None:
        return problem(fault.refusal, language.current())
    said = QCoreApplication.translate("Faults", _FAULTS[fault.code])
    numbers = {name: f"{number:02}" if name in ("day", "month") else number for name, number in fault.numbers.items()}
    return said.format(**numbers)

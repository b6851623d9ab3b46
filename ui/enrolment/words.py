"""The words of the form: channels, languages, and what is wrong with a field."""

from PySide6.QtCore import QCoreApplication

from ui.marking import QT_TRANSLATE_NOOP

_CHANNELS = {
    "sms": QT_TRANSLATE_NOOP("Channels", "SMS"),
    "call": QT_TRANSLATE_NOOP("Channels", "Calls"),
    "email": QT_TRANSLATE_NOOP("Channels", "E-mail"),
    "messenger": QT_TRANSLATE_NOOP("Channels", "Messenger"),
}
_LANGUAGES = {"ru": QT_TRANSLATE_NOOP("Languages", "Russian"), "en": QT_TRANSLATE_NOOP("Languages", "English")}
_FAULTS = {
    "surname": QT_TRANSLATE_NOOP("Faults", "The surname is missing."),
    "given": QT_TRANSLATE_NOOP("Faults", "The given name is missing."),
    "birth_date": QT_TRANSLATE_NOOP("Faults", "Write the birth date as day, month, year: 17.05.1980."),
    "phone": QT_TRANSLATE_NOOP("Faults", "This is no phone number yet."),
    "consent.data": QT_TRANSLATE_NOOP("Faults", "Joining needs the consent to keep personal data."),
}


def channel_words(channel: str) -> str:
    """How a channel of messages is called."""
    return QCoreApplication.translate("Channels", _CHANNELS[channel]) if channel in _CHANNELS else channel


def language_words(code: str) -> str:
    """How a language is called."""
    return QCoreApplication.translate("Languages", _LANGUAGES[code])


def fault_words(fault: str) -> str:
    """What keeps the form from being saved."""
    return QCoreApplication.translate("Faults", _FAULTS[fault])

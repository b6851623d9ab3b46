"""A number in tenths that is read and typed as people do: 1,5 mm and not fifteen tenths of it."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from ui import formats, language


class Tenths(QSpinBox):
    """Its value is in whole tenths; what is shown and typed has one digit after the comma."""

    def textFromValue(self, value: int) -> str:
        """15 tenths are 1,5, and 1.5 in English."""
        return formats.number(value, 1, language.current())

    def valueFromText(self, text: str) -> int:
        """The tenths of what was typed; what is no number yet leaves the value as it is."""
        tenths = _tenths(text)
        return self.value() if tenths is None else tenths

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether this may stay as it is."""
        tenths = _tenths(text)
        if tenths is None:
            begun = text.strip() in ("", "-", formats.MINUS)
            return (QValidator.State.Intermediate if begun else QValidator.State.Invalid), text, place
        inside = self.minimum() <= tenths <= self.maximum()
        return (QValidator.State.Acceptable if inside else QValidator.State.Intermediate), text, place


def _tenths(text: str) -> int | None:
    plain = text.strip().replace(formats.MINUS, "-")
    minus = plain.startswith("-")
    read = formats.read_money(plain.removeprefix("-"), 1)
    return None if read is None else -read if minus else read

"""Amounts of a document that may not be valid yet, in words; what cannot be read is shown as it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desk_app.documents import program_sense, scalars
from desk_app.documents.scalars import Wrong
from desk_app.domain.program import Unit
from desk_app.domain.text import Text
from desk_app.ports import Json
from ui import formats
from ui.program.typed import both, write_percent, write_text


@dataclass(frozen=True, slots=True)
class Amounts:
    """How this document writes its sums and units in a language ("ru" or "en")."""

    document: Json
    language: str

    @property
    def decimals(self) -> int:
        """Of the currency."""
        return program_sense.currency_of(self.document)

    @property
    def precision(self) -> int:
        """Decimals of a unit."""
        return program_sense.precision_of(self.document)

    @property
    def currency(self) -> str:
        """Its code."""
        return write_text(self.document.get("currency"), self.language) or "RUB"

    def money(self, value: Any) -> str:
        """A sum in words."""
        try:
            amount = scalars.money(value, self.decimals)
        except Wrong:
            return write_text(value, self.language)
        return formats.short_money(amount, self.language, self.currency, self.decimals)

    def sign(self) -> str:
        """The sign of the currency."""
        return formats.money(0, self.language, self.currency, 0).strip(f"0{formats.SPACE}")

    def percent(self, value: Any) -> str:
        """A percent in words."""
        text = write_percent(value, self.language)
        return f"{text}{formats.SPACE}%" if self.language == "ru" else f"{text}%"

    def units(self, value: Any) -> str:
        """Units with their noun."""
        try:
            amount = scalars.units(value, self.precision)
        except Wrong:
            return write_text(value, self.language)
        return formats.units(amount, self._unit(), self.language)

    def many(self) -> str:
        """What units are called when they are not counted."""
        return formats.many(self._unit(), self.language)

    def _unit(self) -> Unit:
        russian, english = both(program_sense.table(self.document.get("unit")).get("name"))
        name = Text(russian or "балл|балла|баллов", english or russian or "point|points")
        return Unit("points", name, self.precision, 0)

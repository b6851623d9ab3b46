"""Texts of a program document, which patients read in one of two languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages; a document may give one string for both."""

    ru: str
    en: str

    def plain(self, language: str) -> str:
        """The text in that language ("ru" or "en")."""
        return self.ru if language == "ru" else self.en

"""The shape of what the form of a program says of a question, a field, and what other clinics do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Both:
    """A sentence in Russian and in English."""

    ru: str
    en: str

    def said(self, language: str) -> str:
        """In "ru" or "en"."""
        return self.ru if language == "ru" else self.en


@dataclass(frozen=True, slots=True)
class FieldWords:
    """`label` asks, `help` explains in one sentence; `others` is what published programs do, with their number.

    `others` never is a proposal: nothing is filled in from it.
    """

    label: Both
    help: Both
    others: Both | None = None
    options: Mapping[str, Both] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """`title` stands in the list of questions, `asked` above its fields."""

    title: Both
    asked: Both


def says(
    label: tuple[str, str], help_: tuple[str, str], others: tuple[str, str] | None = None, **options: tuple[str, str]
) -> FieldWords:
    """A field's words, each as (Russian, English)."""
    return FieldWords(
        Both(*label), Both(*help_), Both(*others) if others else None, {key: Both(*it) for key, it in options.items()}
    )


def asks(title: tuple[str, str], asked: tuple[str, str]) -> QuestionWords:
    """A question's words, each as (Russian, English)."""
    return QuestionWords(Both(*title), Both(*asked))

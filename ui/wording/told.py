"""The shape of what is said about a code that says no: when it happens, and the sentence with what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """`when` is for the list of errors; `ru` and `en` are whole sentences with gaps (see `saying.fill`)."""

    when: str
    ru: str
    en: str

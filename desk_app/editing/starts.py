"""What a program may begin with: one of the ready ones, the version in force, a file, or nothing."""

from __future__ import annotations

from typing import Final

import resources
from desk_app.clinic import Clinic
from desk_app.documents.program_file import read_document
from desk_app.editing.questions import EMPTY
from desk_app.ports import Json

#: Ready programs, in the order they are offered.
PRESETS: Final = ("points-3-5-7-10", "cashback", "growing-discount", "family", "laboratory", "dentistry")

_KEPT: Final = ("code", "currency", "timezone", "organizer")
#: Keys of the organizer, and what the settings call them.
_ORGANIZER: Final = {
    "name": "legal_name", "tax_id": "tax_id", "registration_id": "registration_id", "licence": "licence",
    "rules_url": "rules_url", "phone": "phone", "address": "address",
}  # fmt: skip


def preset(code: str) -> Json:
    """The document of a ready program."""
    return read_document((resources.path("programs") / f"{code}.toml").read_text(encoding="utf-8"))


def made_own(document: Json, live: Json | None, clinic: Clinic) -> Json:
    """A ready program as this clinic's: what is known of it already is not asked again.

    A clinic has one program, so a next version keeps its code, currency and organizer; the first one names whoever the
    clinic's settings name. What nobody knows stays as it was.
    """
    known = {key: document.get(key) for key in _KEPT}
    if live is not None:
        known |= {key: live[key] for key in _KEPT if key in live}
    else:
        told = {key: getattr(clinic, name) for key, name in _ORGANIZER.items() if getattr(clinic, name)}
        known["organizer"] = {**(document.get("organizer") or {}), **told} or None
    return {**document, **{key: value for key, value in known.items() if value is not None}}


def empty() -> Json:
    """A document with nothing said yet; what is not asked of people is there."""
    return {key: dict(value) if isinstance(value, dict) else value for key, value in EMPTY.items()}

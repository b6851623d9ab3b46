"""What the check-up found, as data: which pattern, how grave, where, with which numbers, and what would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from desk_app.documents.edits import Edit

Severity = Literal["error", "warning", "notice"]

#: Warnings that no reason answers: without these keys a program cannot be published (spec: program, goals).
UNANSWERABLE: Final = frozenset(("key.missing", "goals.key"))


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding at a key path; `""` is the whole document.

    `id` is a code of a refusal, a pattern of the check-up ("P02"), or a word for what is no pattern of numbers
    ("goals.unrealistic"). An error cannot be computed or contradicts itself, of a warning two desks or a patient would
    complain, a notice is good to know. `params` are plain values for its sentences: money in minor units, units in
    smallest parts, shares as fractions, local days. `fix`, where there is one, takes the finding away and makes no
    new error.
    """

    id: str
    severity: Severity
    place: str
    params: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    fix: tuple[Edit, ...] = ()

    @property
    def key(self) -> str:
        """What a written reason for it is kept under: "P02 earn.on_bill_with_units"."""
        return f"{self.id} {self.place}"


def error(identifier: str, place: str, *fix: Edit, **params: object) -> Finding:
    """It contradicts itself."""
    return Finding(identifier, "error", place, params, fix)


def warning(identifier: str, place: str, *fix: Edit, **params: object) -> Finding:
    """Two desks, or the desk and a patient, would not agree."""
    return Finding(identifier, "warning", place, params, fix)


def notice(identifier: str, place: str, *fix: Edit, **params: object) -> Finding:
    """Good to know."""
    return Finding(identifier, "notice", place, params, fix)


def unanswered(findings: Iterable[Finding], reasons: Mapping[str, str]) -> tuple[Finding, ...]:
    """What still stands in the way of publishing: errors, and warnings without a written reason (by `Finding.key`)."""
    return tuple(finding for finding in findings if _blocks(finding, reasons))


def _blocks(finding: Finding, reasons: Mapping[str, str]) -> bool:
    if finding.severity == "notice":
        return False
    if finding.severity == "error" or finding.id in UNANSWERABLE:
        return True
    return not reasons.get(finding.key, "").strip()

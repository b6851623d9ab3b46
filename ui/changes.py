"""What one version of the rules changes for patients, each difference in a sentence: for every room that tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desk_app.domain.differences import Class, Difference, beside_the_rules, differences
from desk_app.domain.program import Program
from desk_app.ports import Desk, Reading, VersionRecord
from desk_app.price_list import titles
from desk_app.versions import age, held_before
from ui.wording.sheets.changed import Changes


@dataclass(frozen=True, slots=True)
class Change:
    """One difference in a sentence, and for whom: "better", "worse" or "neutral"."""

    words: str
    kind: Class


def changes_of(
    desk: Desk, reading: Reading, before: VersionRecord, record: VersionRecord, language: str
) -> tuple[Change, ...]:
    """Everything a version changes of the one before it."""
    old, new = desk.program_of(before), desk.program_of(record)
    found = (*differences(old, new), *beside_the_rules(before.document, record.document))
    return in_words(reading, old, new, found, language)


def in_words(
    reading: Reading, old: Program, new: Program, found: Iterable[Difference], language: str
) -> tuple[Change, ...]:
    """Each difference in one sentence, the worse ones first."""
    names = titles({one.code: one for one in reading.services("", 1_000_000)}, language)
    words = Changes.of(old, new, language, names)
    order = ("worse", "better", "neutral")
    return tuple(Change(words.say(one), one.kind) for one in sorted(found, key=lambda one: order.index(one.kind)))


def version_before(versions: tuple[VersionRecord, ...], record: VersionRecord) -> VersionRecord | None:
    """What held before a version, or was replaced by it on one day; None before the first."""
    earlier = held_before(versions, record.effective_from, date.min)
    same = [
        one for one in versions
        if one.effective_from == record.effective_from and age(one) < age(record) and one.status != "withdrawn"
    ]  # fmt: skip
    return earlier or max(same, key=age, default=None)

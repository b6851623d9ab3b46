"""What is known of one version or draft: its differences in sentences, its diary, who heard of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk_app.documents.program_file import problems, read_program
from desk_app.domain.differences import beside_the_rules, differences
from desk_app.ports import Desk
from desk_app.program_drafts import Draft
from desk_app.rollout.diary import Entry, VersionLife, diary, life
from desk_app.rollout.telling import Heard, heard
from desk_app.versions import record_on, today
from ui.changes import Change, changes_of, in_words, version_before


@dataclass(frozen=True, slots=True)
class Looked:
    """`key` is the draft's or the version's mark; `before` the label of what it is compared with, "" for nothing.

    Of a version there is its `life`, its `diary` and who `heard` of it; of a draft how many `problems` it has.
    """

    key: str
    before: str = ""
    changes: tuple[Change, ...] = ()
    life: VersionLife | None = None
    diary: tuple[Entry, ...] = field(default=())
    heard: Heard | None = None
    problems: int = 0


def look_at_version(desk: Desk, mark: str, language: str) -> Looked:
    """A version beside the one that held before it. Raises `version.unknown`."""
    known = life(desk, mark)
    record = known.record
    with desk.store.reading() as reading:
        before = version_before(reading.versions(), record)
        changes: tuple[Change, ...] = ()
        if before is not None:
            changes = changes_of(desk, reading, before, record, language)
    asked = before is not None and known.status in ("announced", "in_force")
    return Looked(
        mark, before.label if before is not None else "", changes, known, diary(desk, mark),
        heard(desk, mark) if asked else None,
    )  # fmt: skip


def look_at_draft(desk: Desk, draft: Draft, language: str) -> Looked:
    """A draft beside the version in force; what cannot be read has no differences yet."""
    wrong = problems(draft.document)
    with desk.store.reading() as reading:
        if wrong or not reading.versions():
            return Looked(draft.key, problems=len(wrong))
        before = record_on(reading, today(desk, reading))
        old, new = desk.program_of(before), read_program(draft.document)
        found = (*differences(old, new), *beside_the_rules(before.document, draft.document))
        return Looked(draft.key, before.label, in_words(reading, old, new, found, language))

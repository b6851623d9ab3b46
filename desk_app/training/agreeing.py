"""Read and agreed, or an objection: what somebody at a desk says of a version, and what its owner answers."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.errors import refuse
from desk_app.training.records import Objection, Records, with_learned, with_person
from desk_app.training.shelf import Shelf

AGREED = "agreed"
OBJECTS = "objects"
_LONGEST = 1000


def agree(shelf: Shelf, name: str, version: str) -> None:
    """She has read the version and agrees. Raises `Trouble` (`training.*`)."""
    shelf.keep(lambda records: _with_word(records, name, version, AGREED))


def object_to(shelf: Shelf, name: str, version: str, text: str) -> None:
    """She has read the version, and says what is wrong with it: whoever owns the program answers.

    Raises `training.objection` where nothing is said, `Trouble` (`training.*`).
    """
    one = Objection(version, name, said(text))

    def objected(records: Records) -> Records:
        objections = tuple(other for other in records.objections if other.id != one.id)
        return replace(_with_word(records, name, version, OBJECTS), objections=(*objections, one))

    shelf.keep(objected)


def reply(shelf: Shelf, objection: Objection, text: str) -> None:
    """The owner's answer to an objection, whichever desk it was written at.

    Raises `training.objection` where nothing is said, `Trouble` (`training.*`).
    """
    told = replace(objection, answer=said(text))

    def answered(records: Records) -> Records:
        others = tuple(other for other in records.objections if other.id != told.id)
        return replace(records, objections=(*others, told))

    shelf.keep(answered)


def objections_of(records: Records, version: str, by: str = "") -> tuple[Objection, ...]:
    """What was said against a version, by one person or by anybody; unanswered ones first."""
    found = [one for one in records.objections if one.version == version and (not by or one.by == by)]
    return tuple(sorted(found, key=lambda one: (bool(one.answer), one.by, one.text)))


def _with_word(records: Records, name: str, version: str, word: str) -> Records:
    person = records.person(name)
    return with_person(records, with_learned(person, version, replace(person.of(version), word=word)))


def said(text: str) -> str:
    """What somebody wrote, as it is kept. Raises `training.objection` where it says nothing."""
    kept = " ".join(text.split())[:_LONGEST]
    if not kept:
        raise refuse("training.objection", "text")
    return kept

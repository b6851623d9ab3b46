"""Read and agreed, or an objection: what somebody at a desk says of a version, and what its owner answers."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from desk_app.domain.errors import refuse
from desk_app.training.records import AGREED, OBJECTS, Objection, Records, with_learned, with_person
from desk_app.training.shelf import Shelf

_LONGEST = 1000


def agree(shelf: Shelf, name: str, version: str) -> None:
    """She has read the version and agrees; what she had against it, at whichever desk, is taken back.

    Raises `Trouble` (`training.*`).
    """
    hers = [
        one for one in shelf.everybody().objections if (one.by, one.version, one.taken_back) == (name, version, False)
    ]
    back = [replace(one, turns=one.turns + 1) for one in hers]
    shelf.keep(lambda records: _with(_with_word(records, name, version, AGREED), back))


def object_to(shelf: Shelf, name: str, version: str, text: str) -> None:
    """She has read the version, and says what is wrong with it: whoever owns the program answers.

    Raises `training.objection` where nothing is said, `Trouble` (`training.*`).
    """
    one = Objection(version, name, said(text))
    known = next((other for other in shelf.everybody().objections if other.id == one.id), one)
    again = replace(one, turns=known.turns + known.taken_back)
    shelf.keep(lambda records: _with(_with_word(records, name, version, OBJECTS), (again,)))


def reply(shelf: Shelf, objection: Objection, text: str) -> None:
    """The owner's answer to an objection, whichever desk it was written at.

    Raises `training.objection` where nothing is said, `Trouble` (`training.*`).
    """
    told = replace(objection, answer=said(text))
    shelf.keep(lambda records: _with(records, (told,)))


def saw(shelf: Shelf, objections: Collection[Objection]) -> None:
    """Whoever objected has read what was answered. Raises `Trouble` (`training.*`)."""
    read = [replace(one, seen=True) for one in objections]
    shelf.keep(lambda records: _with(records, read))


def objections_of(records: Records, version: str, by: str = "") -> tuple[Objection, ...]:
    """What was said against a version, by one person or by anybody; unanswered ones first.

    One that was taken back before anybody answered is gone.
    """
    return _sorted(records, by, lambda one: one.version == version and (one.waits or bool(one.answer)))


def left_behind(records: Records, versions: Collection[str], by: str = "") -> tuple[Objection, ...]:
    """What was said against other versions than these and is not over, whatever holds by now: it waits for an answer,
    or the one `by` whom it was said has not seen the answer."""
    return _sorted(
        records, by, lambda one: one.version not in versions and (one.waits or bool(by and one.answer and not one.seen))
    )


def _sorted(records: Records, by: str, wanted: Callable[[Objection], bool]) -> tuple[Objection, ...]:
    found = [one for one in records.objections if wanted(one) and (not by or one.by == by)]
    return tuple(sorted(found, key=lambda one: (bool(one.answer), one.by, one.version, one.text)))


def _with(records: Records, objections: Collection[Objection]) -> Records:
    """The desk's own records with these objections as they are now."""
    ids = {one.id for one in objections}
    others = tuple(one for one in records.objections if one.id not in ids)
    return replace(records, objections=(*others, *objections))


def _with_word(records: Records, name: str, version: str, word: str) -> Records:
    person = records.person(name)
    return with_person(records, with_learned(person, version, replace(person.of(version), word=word)))


def said(text: str) -> str:
    """What somebody wrote, as it is kept. Raises `training.objection` where it says nothing."""
    kept = " ".join(text.split())[:_LONGEST]
    if not kept:
        raise refuse("training.objection", "text")
    return kept

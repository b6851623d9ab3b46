"""What those at the desk think of a program, without anybody knowing who: counts and texts, in blocks of five answers.

Nothing that is kept has a name, a moment or an order. An answer waits sealed on its desk's computer until five have
been given there; only then do the five go into the counts, together. So neither two looks nor two copies of the
records, one from before and one from after an answer, tell anything about it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from desk_app.domain.errors import refuse
from desk_app.ports import Json
from desk_app.training.records import Learned, Records, Tally, added, with_learned, with_person
from desk_app.training.shelf import Shelf, tally_from, tally_json
from desk_app.training.waiting import keep_waiting, waiting

#: Whether one knows the rules, understands them, and believes that they are good for the patient.
QUESTIONS: Final = ("know", "understand", "believe")
#: Fewer answers than this show nothing, and so many new ones are needed before anything else is shown.
BLOCK: Final = 5
_LONGEST: Final = 500
_NAME_BYTES: Final = 8


def ask(shelf: Shelf, name: str, version: str) -> None:
    """Note that somebody was asked, before she answers or does not: an answer leaves no trace with her name.

    Raises `Trouble` (`training.*`).
    """

    def noted(records: Records) -> Records:
        person = records.person(name)
        return with_person(records, with_learned(person, version, replace(person.of(version), asked=True)))

    shelf.keep(noted)
    # written anew for her who is asked and for her who answers: when it was written tells neither from the other
    keep_waiting(shelf.own_folder, waiting(shelf.own_folder, shelf.seal), shelf.seal)


def was_asked(records: Records, name: str, version: str) -> bool:
    """Whether she was asked about that version before."""
    learned: Learned = records.person(name).of(version)
    return learned.asked


def give(shelf: Shelf, version: str, marks: Mapping[str, int], words: str = "") -> None:
    """Count an answer: a mark from 1 to 5 for each of `QUESTIONS`, and a free line.

    Raises `pulse.mark`, `Trouble` (`training.*`).
    """
    for question in QUESTIONS:
        if marks.get(question) not in (1, 2, 3, 4, 5):
            raise refuse("pulse.mark", question)
    line = " ".join(words.split())[:_LONGEST]
    counts = {question: tuple(int(marks[question] == mark) for mark in range(1, 6)) for question in QUESTIONS}
    answer = Tally(counts, (line,) if line else ())
    held = _counted(shelf)
    known = tally_from(held[version]) if version in held else Tally()
    together = added(known, answer)
    # named before it is counted: whoever is cut off in between counts it once, under that name
    name = {"block": secrets.token_hex(_NAME_BYTES)} if together.total >= BLOCK else {}
    keep_waiting(shelf.own_folder, {**held, version: {**tally_json(together), **name}}, shelf.seal)
    if name:
        _counted(shelf)


def _counted(shelf: Shelf) -> dict[str, Json]:
    """Put what is whole into the counts; what waits on. Raises `Trouble` (`training.*`): then all of it waits."""
    held = waiting(shelf.own_folder, shelf.seal)
    whole = {version: said for version, said in held.items() if "block" in said}
    if not whole:
        return held

    def counted(records: Records) -> Records:
        blocks = {version: dict(known) for version, known in records.blocks.items()}
        for version, said in whole.items():
            blocks.setdefault(version, {})[str(said["block"])] = tally_from(said)
        return replace(records, blocks=blocks)

    shelf.keep(counted)
    left = {version: said for version, said in held.items() if version not in whole}
    keep_waiting(shelf.own_folder, left, shelf.seal)
    return left


def look(shelf: Shelf, version: str) -> Tally | None:
    """What may be shown of a version: the state at the last full block, None below five answers.

    Raises `Trouble` (`training.*`) where the look itself cannot be kept: then nothing is shown.
    """
    records = shelf.everybody()
    now, before = records.pulse.get(version, Tally()), records.shown.get(version)
    known = before.total if before else 0
    if now.total < known + BLOCK:
        return before
    shelf.keep(lambda own: replace(own, shown={**own.shown, version: now}))
    return now


def mean(tally: Tally, question: str) -> tuple[int, int]:
    """The mean mark as (sum of marks, how many marks)."""
    counts = tally.counts.get(question, (0,) * 5)
    return sum(mark * count for mark, count in enumerate(counts, start=1)), sum(counts)

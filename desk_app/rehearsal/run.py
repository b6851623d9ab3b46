"""Rehearses a draft on the past: household by household, with a word to whoever waits, and on from where it stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desk_app.documents.program_file import problems, read_document, read_program
from desk_app.documents.program_sense import refusal
from desk_app.ports import Json
from desk_app.rehearsal.draft import Draft
from desk_app.rehearsal.keeping import InMemory, Keeper
from desk_app.rehearsal.past import Household, Past
from desk_app.rehearsal.put_aside import put_aside
from desk_app.rehearsal.quick import Quick
from desk_app.rehearsal.rows import Lived
from desk_app.rehearsal.sums import Rehearsal
from desk_app.watch import UNWATCHED, Watch

#: So many bills are kept at once: a tenth of a second of work.
CHUNK: Final = 2000
#: So many households are lived between two words to whoever waits: some milliseconds.
_STEP: Final = 16


def draft_of(document: Json) -> Draft:
    """A document as rules to be tried. Raises its first problem."""
    document = read_document(document)
    for problem in problems(document):
        raise refusal(problem)
    return Draft(read_program(document), document)


def rehearse(
    past: Past, draft: Draft, keeper: Keeper | None = None, watch: Watch = UNWATCHED, chunk: int = CHUNK
) -> Rehearsal:  # fmt: skip
    """Live every household's span under the draft; `chunk` bills are kept at once.

    Raises `desk_app.watch.Cancelled`; what is done then is kept.
    The same past and draft give the same rehearsal to the byte, however often it was interrupted.
    """
    return _rehearse(past, draft, keeper or InMemory(), watch, chunk)


def _rehearse(past: Past, draft: Draft, keeper: Keeper, watch: Watch, size: int) -> Rehearsal:
    put_aside()
    known, quick, total = keeper.kept(), Quick(past, draft), past.bills
    lived: list[Lived] = []
    done = 0
    for number, chunk in enumerate(chunks(past.households, size)):
        found = known.get(number)
        if found is not None and [life.key for life in found] == [household.key for household in chunk]:
            lived += found
            done += sum(household.bills for household in chunk)
            watch.at(done, total)
            continue
        lives: list[Lived] = []
        for place, household in enumerate(chunk):
            if place % _STEP == 0:
                watch.at(done, total)
            lives.append(quick.live(household))
            done += household.bills
        keeper.keep(number, lives)
        lived += lives
        put_aside()
    watch.at(total, total)
    return Rehearsal(past, draft, lived)


def chunks(households: Sequence[Household], size: int) -> Iterator[Sequence[Household]]:
    """Households in their order, in pieces of so many bills or a few more."""
    begun = bills = 0
    for place, household in enumerate(households):
        bills += household.bills
        if bills >= size:
            yield households[begun : place + 1]
            begun, bills = place + 1, 0
    if begun < len(households):
        yield households[begun:]

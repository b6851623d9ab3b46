"""Which cards came out of a printer of this desk, or are in a file somebody keeps: by their numbers, for ever.

A note of this desk alone, no act: another desk knows nothing of the paper that came out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from desk_app.ports import Desk, Reading, Writing
from desk_app.versions import today

_PRINTED: Final = "card.printed."
_NOTE: Final = "card:"
#: Where a desk keeps the lists it read last: another card printed, and they may be others.
LISTS: Final = "card lists"


def note_printed(desk: Desk, numbers: Iterable[str]) -> None:
    """From now on these cards are printed; a desk that may not write forgets it."""
    if desk.shut is None:
        with desk.store.writing() as writing:
            note_in(writing, desk, numbers)


def note_in(writing: Writing, desk: Desk, numbers: Iterable[str]) -> None:
    """The same inside an open door."""
    if desk.cache is not None:
        desk.cache.pop(LISTS, None)
    day = today(desk, writing).isoformat()
    for number in numbers:
        writing.put_setting(_PRINTED + number, day)


def printed(reading: Reading) -> Mapping[str, str]:
    """Numbers of the cards that were printed here, each with its local day."""
    return reading.settings_under(_PRINTED)


def is_stopped(desk: Desk, note: str) -> bool:
    """Whether the card of a sheet's note was blocked meanwhile: nobody should have it in hand any more."""
    number = number_in(note)
    if not number:
        return False
    with desk.store.reading() as reading:
        card = reading.card(number)
    return card is not None and card.state == "blocked"


def note_of(number: str) -> str:
    """The note that travels with a sheet until it is printed: which card it is; "" for none."""
    return _NOTE + number if number else ""


def number_in(note: str) -> str:
    """`note_of` undone; "" for a note of something else."""
    return note.removeprefix(_NOTE) if note.startswith(_NOTE) else ""

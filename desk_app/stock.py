"""Cards without a name, printed ahead: a number is never printed twice, and no card is printed without its number.

A batch goes four steps, and stops safely after each of them. Numbers are *chosen*, and nothing is written; the
sheets are *drawn* in memory, and a cancel leaves nothing behind; the numbers are *registered* in one act, all or
none; the sheets are *handed over*, to a file or a printer, and that is noted. Between the last two the power may go,
and only a person can say whether paper came out: such a batch is `unfinished` on this desk, and is made again with
the very same numbers or put away, which blocks them. A batch that was handed over is never drawn again.
Source: spec: print, cards on A4.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from desk_app.acts import done_before, new_id, write
from desk_app.domain.card_numbers import card_number
from desk_app.domain.errors import refuse
from desk_app.ports import Desk, Json, Reading, Writing
from desk_app.printed_cards import note_in
from desk_app.versions import today

#: As many as a batch may have; more is a mistyped figure.
MOST: Final = 10_000
#: A setting of this desk alone: the paper is here, so only here somebody knows of it.
_UNFINISHED: Final = "cards.unfinished"

Ink = TypeVar("Ink")


@dataclass(frozen=True, slots=True)
class Batch:
    """Cards of one printing: the act's id, their numbers in the order of print, and the local day of registering."""

    id: str
    numbers: tuple[str, ...]
    day: date


def make(
    desk: Desk, count: int, draw: Callable[[tuple[str, ...]], Ink], hand_over: Callable[[Ink], None]
) -> Batch:  # fmt: skip
    """So many new stock cards: choose, `draw`, register, `hand_over`, note it. What a step raises comes through.

    Raises `value.bad` for a count below 1 or above `MOST`.
    """
    numbers = choose(desk, count)
    ink = draw(numbers)
    batch = register(desk, numbers, new_id())
    hand_over(ink)
    finish(desk, batch.id)
    return batch


def make_again(
    desk: Desk, batch: Batch, draw: Callable[[tuple[str, ...]], Ink], hand_over: Callable[[Ink], None]
) -> None:  # fmt: skip
    """Draw an unfinished batch once more, with the same numbers. Raises `stock.done` for one that was handed over."""
    if all(one.id != batch.id for one in unfinished(desk)):
        raise refuse("stock.done", "batch", day=batch.day.isoformat())
    hand_over(draw(batch.numbers))
    finish(desk, batch.id)


def choose(desk: Desk, count: int) -> tuple[str, ...]:
    """Numbers at random that nobody has; nothing is written. Raises `value.bad`."""
    if not 1 <= count <= MOST:
        raise refuse("value.bad", "count", found=count, allowed=f"1 … {MOST}")
    chosen: dict[str, None] = {}
    with desk.store.reading() as reading:
        while len(chosen) < count:
            number = card_number(secrets.randbelow(10**9))
            if number not in chosen and reading.card(number) is None:
                chosen[number] = None
    return tuple(chosen)


def register(desk: Desk, numbers: tuple[str, ...], identifier: str) -> Batch:
    """Have these numbers as stock cards from now on, all or none. Raises `card.taken` where one is somebody's now."""
    with desk.store.writing() as writing:
        before = done_before(writing, identifier, "stock")
        if before is not None:
            return _batch(identifier, before)
        for number in numbers:
            if writing.card(number) is not None:
                raise refuse("card.taken", "card", card=number)
        day = today(desk, writing)
        parts: Json = {"cards": [{"number": number, "member": "", "state": "stock"} for number in numbers]}
        write(writing, desk, identifier, "stock", day, parts)
        _keep(writing, [*_ids(writing), identifier])
        return Batch(identifier, numbers, day)


def finish(desk: Desk, identifier: str) -> None:
    """Note that the sheets of a batch are in somebody's hand: it is never drawn again."""
    with desk.store.writing() as writing:
        body = writing.op_body(identifier)
        if body is not None:
            note_in(writing, desk, _batch(identifier, body).numbers)
        _keep(writing, [one for one in _ids(writing) if one != identifier])


def unfinished(desk: Desk) -> tuple[Batch, ...]:
    """Batches of this desk whose numbers are registered and whose sheets were perhaps never printed, oldest first."""
    with desk.store.reading() as reading:
        found = ((one, reading.op_body(one)) for one in _ids(reading))
        return tuple(_batch(one, body) for one, body in found if body is not None)


def put_away(desk: Desk, batch: Batch, identifier: str) -> int:
    """Block the cards of a batch that nobody has by now, and forget it as unfinished; answers how many."""
    with desk.store.writing() as writing:
        before = done_before(writing, identifier, "stock")
        if before is not None:
            return len(before["cards"])
        held = (writing.card(number) for number in batch.numbers)
        left = [card.number for card in held if card is not None and card.state == "stock"]
        parts: Json = {"cards": [{"number": number, "member": "", "state": "blocked"} for number in left]}
        write(writing, desk, identifier, "stock", today(desk, writing), parts)
        _keep(writing, [one for one in _ids(writing) if one != batch.id])
        return len(left)


def _ids(reading: Reading) -> list[str]:
    return list(json.loads(reading.setting(_UNFINISHED) or "[]"))


def _keep(writing: Writing, ids: list[str]) -> None:
    writing.put_setting(_UNFINISHED, json.dumps(ids))


def _batch(identifier: str, body: Json) -> Batch:
    return Batch(identifier, tuple(one["number"] for one in body["cards"]), date.fromisoformat(body["day"]))

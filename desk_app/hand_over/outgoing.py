"""Hands over what this desk paid and took back: what is due follows from the log itself, so nothing is ever forgotten.

The log is read from a mark on; the mark moves on only when files are on the disk. After a crash between the two a file
is written once more, under the same name and with the same content. Source: spec: interfaces, Hand-over.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from desk_app import returning
from desk_app.accounts import open_receipt
from desk_app.domain.errors import Trouble
from desk_app.hand_over import fiscal, folder, papers
from desk_app.ports import Desk, JournalRow, Json, Reading, ReceiptRow
from desk_app.station import FiscalSettings

_MARK: Final = "hand_over.mark"
_KINDS: Final = ("checkout", "return", "void")
#: So many acts at once: the rest follows at once, and whoever waits meanwhile waits no longer than this takes.
_AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True)
class Handed:
    """What was written just now, and what kept the rest from being written, if anything did."""

    files: tuple[str, ...] = ()
    trouble: Trouble | None = None
    more: bool = False


def begin(desk: Desk) -> None:
    """Hand over what happens from now on; what was before is nobody's business."""
    with desk.store.writing() as writing:
        writing.put_setting(_MARK, str(writing.last_change()))


def begin_once(desk: Desk) -> None:
    """`begin`, unless it was begun before."""
    with desk.store.reading() as reading:
        begun = reading.setting(_MARK) is not None
    if not begun:
        begin(desk)


def is_due(desk: Desk) -> bool:
    """Whether anything happened since the mark; costs two look-ups."""
    with desk.store.reading() as reading:
        return _mark(reading) < reading.last_change()


def hand_over(desk: Desk, home: Path, settings: FiscalSettings) -> Handed:
    """Write the next acts of this desk that nobody was handed yet; those of other desks are theirs to hand over.

    A full disk or a folder that may not be written to stops it where it is: next time it goes on from there.
    """
    with desk.store.reading() as reading:
        mark, seen = _mark(reading), reading.last_change()
        acts = reading.acts_after(mark, _KINDS, _AT_ONCE + 1)
        due = [(place, _papers(reading, desk, act, settings)) for place, act in acts[:_AT_ONCE]
               if act.body.get("desk") == desk.code]  # fmt: skip
    more = len(acts) > _AT_ONCE
    reached = acts[_AT_ONCE - 1][0] if more else seen
    files: list[str] = []
    for place, sheets in due:
        try:
            for name, sheet in sheets:
                folder.put(folder.receipts_out(home), name, sheet)
                files.append(name)
        except Trouble as trouble:
            _remember(desk, mark)
            return Handed(tuple(files), trouble)
        mark = place
    _remember(desk, reached)
    return Handed(tuple(files), None, more)


def again(desk: Desk, home: Path, receipt: str, settings: FiscalSettings) -> None:
    """Write a receipt's files once more: the clinic system asks for a bill that was paid before. Raises `Trouble`."""
    with desk.store.reading() as reading:
        body = reading.op_body(receipt)
        sheets = _papers(reading, desk, JournalRow(receipt, 0, "checkout", body or {}), settings)
    for name, sheet in sheets:
        folder.put(folder.receipts_out(home), name, sheet)


def split_of(desk: Desk, row: ReceiptRow) -> str:
    """The positions of a receipt as lines of text, for the clipboard."""
    with desk.store.reading() as reading:
        held = open_receipt(reading, desk, row)
    return papers.split_text(held.receipt, held.program)


def _mark(reading: Reading) -> int:
    return int(reading.setting(_MARK) or 0)


def _remember(desk: Desk, mark: int) -> None:
    with desk.store.writing() as writing:
        # a command may have handed over more meanwhile
        if _mark(writing) < mark:
            writing.put_setting(_MARK, str(mark))


def _papers(reading: Reading, desk: Desk, act: JournalRow, settings: FiscalSettings) -> list[tuple[str, Json]]:
    """The files of one act, by their names."""
    employee = str(act.body.get("by", ""))
    given = act.body.get("return")
    row = reading.receipt(given["receipt"] if given else act.op_id)
    if row is None:
        return []
    held = open_receipt(reading, desk, row)
    receipt, program = held.receipt, held.program
    if given is None:
        paper = papers.receipt_paper(receipt, program, desk.code, employee)
        task = fiscal.sell(receipt, program, settings, employee)
        name = folder.safe_name(receipt.number)
    else:
        result = returning.result_of(given)
        at = datetime.fromtimestamp(act.moment / 1000, UTC).astimezone(ZoneInfo(program.timezone))
        moment = at.isoformat(timespec="seconds")
        paper = papers.return_paper(act.op_id, act.kind, receipt, program, result, moment, desk.code, employee)
        task = fiscal.give_back(receipt, program, result, settings, employee)
        name = f"{folder.safe_name(receipt.number)}-{act.kind}-{folder.safe_name(act.op_id)[-8:]}"
    return [(f"{name}.json", paper), *([(f"{name}.atol.json", task)] if task else [])]

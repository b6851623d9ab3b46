"""Bills that the clinic system drops into a folder: each becomes one bill that waits at the desk, or is refused aloud.

A file that is no whole JSON yet is given time, for its writer may not have finished. What was taken is on the disk
here before its file goes; what was refused lies in `refused/` beside a text. Source: spec: interfaces, Hand-over.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from desk_app import aside, drafts, price_list
from desk_app.accounts import version_on
from desk_app.acts import op_id
from desk_app.documents import tree
from desk_app.documents.bill_file import read_bill
from desk_app.domain.bill import Bill
from desk_app.domain.errors import Refusal, WrongInput, refuse
from desk_app.drafts import Draft
from desk_app.hand_over import folder
from desk_app.ports import Desk
from desk_app.versions import today

Fate = Literal["waits", "known", "paid", "early", "refused"]
Seen = tuple[int, int]
"""What tells whether a file changed: its size and when it was written."""

#: So many files at one look; the rest at the next.
_AT_ONCE: Final = 20
#: What says that a file may still be on its way.
_UNFINISHED: Final = ("json.bad", "file.not_utf8")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file in the folder as it was found."""

    path: Path
    seen: Seen


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file.

    "waits": a bill waits under `op_id` now; "known": it did already; "paid": its receipt is `op_id`, `number`;
    "early": not whole yet; "refused": `problem` says why, and it was moved away unless `stays`.
    """

    name: str
    fate: Fate
    bill: str = ""
    op_id: str = ""
    number: str = ""
    problem: Refusal | None = None
    stays: bool = False


def look(home: Path) -> tuple[Dropped, ...]:
    """Files that may be bills, the oldest first. Names that begin with a point, folders and links are passed over."""
    found: list[Dropped] = []
    with suppress(OSError), os.scandir(folder.bills_in(home)) as entries:
        for entry in entries:
            if entry.name.startswith(".") or not entry.name.lower().endswith(".json"):
                continue
            with suppress(OSError):
                if entry.is_file(follow_symlinks=False):
                    about = entry.stat(follow_symlinks=False)
                    found.append(Dropped(Path(entry.path), (about.st_size, about.st_mtime_ns)))
    return tuple(sorted(found, key=lambda one: (one.seen[1], one.path.name))[:_AT_ONCE])


def take(desk: Desk, dropped: Dropped, say: Callable[[Refusal], str], *, patient: bool) -> Taken:
    """Read a file. `patient`: it may still be on its way, so that what is no JSON yet is left where it lies.

    `say` puts a refusal into the sentence that is left beside the file. Raises `Trouble` when the desk cannot keep it.
    """
    name = dropped.path.name
    try:
        content = _read(dropped)
        bill = _bill(desk, content, dropped)
    except Refusal as problem:
        if patient and problem.code in _UNFINISHED:
            return Taken(name, "early")
        return Taken(name, "refused", problem=problem, stays=not _put_away(dropped.path, problem, say))
    except OSError:
        # Taken away meanwhile, or still held by its writer.
        return Taken(name, "early")
    taken = _keep(desk, name, bill)
    with suppress(OSError):
        dropped.path.unlink()
    return taken


def _read(dropped: Dropped) -> bytes:
    if dropped.seen[0] > tree.LARGEST_FILE:
        raise WrongInput("file.huge", found=dropped.seen[0], allowed=tree.LARGEST_FILE)
    return dropped.path.read_bytes()


def _bill(desk: Desk, content: bytes, dropped: Dropped) -> Bill:
    table = tree.json_table(content)
    with desk.store.reading() as reading:
        program = version_on(reading, desk, today(desk, reading))[0]
        bill = price_list.named(reading, read_bill(table, program, desk.clock(), nameless=True))
        if bill.patient and reading.patient(bill.patient) is None:
            raise refuse("member.unknown", "patient", member=bill.patient)
    # without an id of its own the file is the bill, and the same file is never two
    own = op_id(f"file:{dropped.path.name}:{dropped.seen[1]}:{hashlib.sha256(content).hexdigest()}")
    return replace(bill, id=bill.id or own, branch=bill.branch or desk.branch)


def _keep(desk: Desk, name: str, bill: Bill) -> Taken:
    identifier = op_id(f"bill:{bill.id}")
    draft = Draft(identifier, bill)
    with desk.store.reading() as reading:
        row = reading.receipt(identifier) or reading.receipt_of_bill(bill.id)
        kept = [drafts.from_json(one) for _, one in reading.drafts() if drafts.readable(one)]
    if row is not None:
        return Taken(name, "paid", bill.id, row.id, row.number)
    if any(one.op_id == identifier and _same(one.bill, bill) for one in kept):
        return Taken(name, "known", bill.id, identifier)
    at_counter = drafts.restore(desk)
    if at_counter is not None and at_counter.op_id == identifier:
        # It is on the screen and perhaps changed there: what the clerk sees holds.
        return Taken(name, "known", bill.id, identifier)
    aside.put(desk, draft)
    return Taken(name, "waits", bill.id, identifier)


def _same(kept: Bill, bill: Bill) -> bool:
    return replace(kept, at=bill.at) == bill


def _put_away(path: Path, problem: Refusal, say: Callable[[Refusal], str]) -> bool:
    """Move a refused file beside a text that names the place; False where the folder does not allow it."""
    refused = path.parent / "refused"
    target, number = refused / path.name, 1
    try:
        refused.mkdir(exist_ok=True)
        while target.exists():
            number += 1
            target = refused / f"{path.stem}-{number}{path.suffix}"
        place = ": ".join(part for part in (path.name, problem.place) if part)
        note = f"{place}: {say(problem)} ({problem.code})\n"
        target.with_suffix(".txt").write_text(note, encoding="utf-8")
        path.replace(target)
    except OSError:
        return False
    return True

"""What goes into a desk's memory and comes out of it: acts, and what is told of versions, receipts and streams.

One act of the desk is one `Op`, written in one transaction by `Writing.append`, together with everything that
follows from it (facts, receipt, directory, balances). The op's `body` is made of *parts*, each optional, and each
part has one projection in the store:

    patient   {"id": …, "fields": {name: value, …}}      directory, field by field, later stamp wins
    member    {"id", "joined", "referred_by", "left"}
    card      {"number", "member", "state"}               "active" | "blocked" | "stock"
    cards     [{"number", "member", "state"}, …]          the same for a batch
    consents  [{"member", "kind", "channel", "given", "day", "text_version"}]   a stop of the same day wins
    groups    [{"member", "code", "day"}]    segments [{"member", "code", "on"}]
    facts     [{"kind", "member", …}]                     see `desk_app.domain.facts`
    entries   [[account, amount], …]                      units in smallest parts; the contra entry is the program's
    receipt   {…}                                         see `desk_app.domain.receipts`
    return    {"receipt", "lines", "money", …}            one return of a receipt, kept whole
    uses      [{"kind": "promotion" | "reward", "code", "member"}]      frees: [receipt id]
    edge      {"kind": "merge" | "unmerge", "member", "into"}  (families are edges through facts)
    program   {"code", "version", "mark", "document", "effective_from", "status"}     `mark`: see `VersionRecord`
    closing   {"day", "days"}                             a `day` of "" takes the close back
    diary     {"what", "version": mark}                   an act in the life of a version or of the program
    told      {"version": mark, "members": […], "way", "day", "by"}     who heard of a version; the first word counts
    offer     {"member", "offer": {…}}
    services  [{"code", "name", "name_en", "category", "price", "minutes", "floor_price"}]
    clinic    {key: value, …}                             what the clinic says of itself, the later word on each wins
    note      free values a journal may show (reason, way …)

Every body also holds "kind" (the act), "desk", "by", "day", "v", and "utc": the minutes its local time was ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

Json = dict[str, Any]
_TWINS = ("", *"bcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class Op:
    """One act: `id` is a UUID text made before the act, `moment` milliseconds UTC."""

    id: str
    moment: int
    body: Json


class StoredOp(NamedTuple):
    """An op in its place: stream, position and the hash that chains it to the one before."""

    stream: str
    seq: int
    op_id: str
    moment: int
    body: str
    hash: bytes


@dataclass(frozen=True, slots=True)
class AsideRow:
    """An act that was put aside for a `reason`; `body` is what of it can be read, `booked` the units it gives people.

    `moment` is milliseconds UTC, 0 where nobody can say. The centre, which reads no more than entries, books these.
    """

    op_id: str
    moment: int
    kind: str
    desk: str
    reason: str
    body: Json
    booked: int


@dataclass(frozen=True, slots=True)
class OwnStream:
    """A stream as this desk holds it: `head` is the place of its last op, `hash` that op's (the anchor where none).

    `sent` is how far the centre is known to have it: a hint. `current` is the one this desk writes to now.
    """

    stream: str
    anchor: bytes
    head: int
    hash: bytes
    sent: int
    current: bool


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """One version of a program on this desk. `effective_from` is a local day; status as in spec: program, Versions.

    `mark` is the id of the act that made it, and what it is known by: two desks that were apart may have given the
    same number. Of those the one announced first has `twin` 0, the next 1. `order` is when it was announced.
    """

    code: str
    version: int
    status: str
    effective_from: date
    document: Json
    mark: str = ""
    twin: int = 0
    order: tuple[int, str] = (0, "")

    @property
    def label(self) -> str:
        """The number as people read it: "3", and "3b" for the second one that was given this number."""
        return f"{self.version}{_TWINS[min(self.twin, len(_TWINS) - 1)]}"


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A member of those who are to hear of a version: `day`, `way` and `by` of hearing, None and "" before."""

    member: str
    name: str
    phone: str
    joined: date
    day: date | None = None
    way: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt as stored: `id` is its operation's id, `number` is for people, `bill` the bill's id."""

    id: str
    number: str
    bill: str
    patient: str
    moment: int
    day: date
    body: Json


@dataclass(frozen=True, slots=True)
class PaidBill:
    """What a receipt says of its bill and its sums, without the reasons of the whole: for who reads a year of them.

    `body` has the receipt's "bill", "standing", "flags", "max", "offers", "version", "mark", and of its "quote" the
    "lines", "level", "redeemed_units" and "earns".
    """

    id: str
    number: str
    moment: int
    day: date
    body: Json


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One act as the journal shows it."""

    op_id: str
    moment: int
    kind: str
    body: Json

"""What a desk must be able to remember: the two doors of a store, and the desk that tasks work with.

What is written and what is answered, an act and its parts first of all, is `desk_app.records`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from desk_app.domain.errors import Trouble
from desk_app.domain.facts import Fact
from desk_app.domain.people import Card, Consent, Membership, MemberSummary, Patient, Service
from desk_app.domain.program import Program
from desk_app.records import (
    AsideRow,
    JournalRow,
    Json,
    Op,
    OwnStream,
    PaidBill,
    ReceiptRow,
    StoredOp,
    ToldRow,
    VersionRecord,
)


class Reading(Protocol):
    """What may be asked. Lists are in a stable order; unknown ids answer None or nothing."""

    def find(self, text: str, limit: int) -> tuple[MemberSummary, ...]:
        """Look-up: surname, "ива ма", initials, phone tail, card, birth date, contract, wrong layout, one typo."""

    def patient(self, patient: str) -> Patient | None: ...
    def patients(self) -> Iterator[Patient]:
        """Everybody in the directory, in the order of ids, read as one goes."""

    def count_patients(self) -> int: ...
    def membership(self, member: str) -> Membership | None: ...
    def cards(self, member: str) -> tuple[Card, ...]: ...
    def card(self, number: str) -> Card | None: ...
    def stopped(self, number: str) -> tuple[date, str] | None:
        """The local day on which a blocked card was blocked, and the reason, "" where nobody said; else None."""

    def open_cards(self) -> Iterator[Card]:
        """Every card that opens an account, in the order of numbers, read as one goes."""

    def count_cards(self, state: str) -> int:
        """How many cards are "active", "blocked" or "stock"."""

    def consents(self, member: str) -> tuple[Consent, ...]: ...
    def canonical(self, member: str) -> str:
        """The one that stays of merged members (smallest of the component as chosen by `into` edges)."""

    def merge(self, member: str) -> tuple[int, str, str, date, str] | None:
        """The merge by which a member went into the one that stays: (moment, op id, member, local day, into)."""

    def aliases(self, member: str) -> frozenset[str]:
        """All ids merged with this one, itself included."""

    def circle(self, member: str) -> frozenset[str]:
        """Ids whose facts may touch this account: merged ones, families ever joined, and their members."""

    def family_members(self, family: str) -> tuple[str, ...]:
        """Members now, in the order they joined (the first is the owner)."""

    def facts(self, members: Iterable[str], after: int = 0) -> tuple[Fact, ...]:
        """All their facts, ordered by (moment, id); `after` leaves out those known at that `last_change`."""

    def last_change(self) -> int:
        """A number that grows with every op, own or foreign; ops keep the one they came with."""

    def withdrawn(self) -> int:
        """How often facts known before changed: an act gave way to another desk's of the same id, or its moment moved.

        Facts read before the last of these are stale.
        """

    def state_mark(self) -> tuple[int, int]:
        """`last_change` and `withdrawn`: what was computed under the same two still holds."""

    def newest_moment(self) -> int:
        """The newest moment any stored op has, 0 when there is none."""

    def op_body(self, op_id: str) -> Json | None:
        """The body of an applied op."""

    def receipt(self, receipt: str) -> ReceiptRow | None: ...
    def receipt_of_bill(self, bill: str) -> ReceiptRow | None:
        """The receipt of a bill by the bill's id or the receipt's number, the newest of several."""

    def receipts_named(self, text: str) -> tuple[ReceiptRow, ...]:
        """All receipts with this bill's id or this number, newest first."""

    def number_given_twice(self) -> str:
        """The lowest number that several receipts bear, "" where there is none."""

    def number_lag(self, desk: str) -> int:
        """The highest number of a desk's receipts when fewer numbers were given so far, else 0."""

    def receipts(self, patients: Iterable[str], limit: int) -> tuple[ReceiptRow, ...]:
        """Newest first."""

    def last_receipts(self, limit: int) -> tuple[ReceiptRow, ...]: ...
    def last_own_receipt(self) -> ReceiptRow | None:
        """The newest receipt that was paid at this desk, whatever others paid since."""

    def returns(self, receipt: str) -> tuple[Json, ...]:
        """The `return` parts of a receipt, oldest first, each with "op_id", "moment", "day"."""

    def gave_way(self, kinds: Sequence[str]) -> tuple[JournalRow, ...]:
        """Acts of these kinds that another desk's act of the same id holds instead of, oldest first."""

    def patients_after(self, change: int, limit: int) -> tuple[int, tuple[tuple[str, int], ...]]:
        """Patients other desks wrote down or changed after a change, each with its moment; the last change seen."""

    def put_aside(self, limit: int) -> tuple[AsideRow, ...]:
        """The newest acts from which nothing follows here because they cannot be applied, at most `limit`."""

    def returned_often(self) -> tuple[str, ...]:
        """Receipts of which something came back more than once."""

    def cards_given_twice(self) -> tuple[tuple[str, str, int], ...]:
        """Number, member, stamp: cards given to this member that open another's account since the act of that stamp."""

    def receipts_of(self, first: date, last: date) -> Iterator[ReceiptRow]:
        """Receipts of these local days, in the order of their moments."""

    def paid_bills(self, first: date, last: date) -> Iterator[PaidBill]:
        """The bills of the same receipts in the same order, read as one goes."""

    def returns_of(self, first: date, last: date) -> tuple[Json, ...]:
        """The `return` parts of these local days, oldest first, each with "op_id", "moment", "day"."""

    def members(self) -> tuple[tuple[str, date, date | None], ...]:
        """Everybody who ever joined, in the order of ids: (id, day of joining, day of leaving)."""

    def uses_total(self, kind: str) -> Mapping[str, int]:
        """How often promotions ("promotion") or rewards ("reward") were used by all, freed uses left out."""

    def versions(self) -> tuple[VersionRecord, ...]:
        """Every version, by number; those of one number in the order of announcing."""

    def program_acts(self) -> tuple[JournalRow, ...]:
        """Acts in the life of the versions and of the program (announced, withdrawn, closed …), oldest first."""

    def told_of(self, mark: str, member: str) -> tuple[date, str, str] | None:
        """When, how and by whom a member was told of a version."""

    def told_counts(self, mark: str, last: date) -> Mapping[tuple[date, str], int]:
        """How many heard of a version by day and way, of those who joined until a day and did not leave."""

    def count_audience(self, last: date) -> int:
        """How many members joined until a day and did not leave."""

    def audience(self, mark: str, last: date, told: bool, after: str, limit: int) -> tuple[ToldRow, ...]:
        """Of those the ones told of a version, or not told, by id: a page behind a member."""

    def closing(self) -> tuple[date, int] | None:
        """Day of closing and wind-down days, once the program was closed."""

    def offers(self, member: str) -> tuple[Json, ...]: ...
    def service(self, code: str) -> Service | None: ...
    def services(self, text: str, limit: int) -> tuple[Service, ...]:
        """Price list look-up by code or words of the name; "" lists all in code order."""

    def drafts(self) -> tuple[tuple[str, Json], ...]:
        """Unfinished bills kept across a crash: (key, content)."""

    def adjustments_by(self, employee: str, reason: str, month: str) -> int:
        """How many adjustments this employee made for a reason in a month ("2026-11")."""

    def setting(self, key: str) -> str | None:
        """A value all desks of the clinic share (its name, its colour …), else one of this computer alone."""

    def settings_under(self, beginning: str) -> Mapping[str, str]:
        """All settings whose keys begin so, by what follows."""

    def referrals(self, referrer: str, year: int) -> int:
        """How many referral rewards a referrer has in a year."""

    def waiting(self) -> int:
        """Own ops not yet sent to a centre."""

    def waiting_since(self) -> int | None:
        """The moment of the oldest of them, None when nothing waits."""

    def unsent(self, limit: int) -> tuple[JournalRow, ...]:
        """Own acts not yet sent to a centre, oldest first."""

    def spent_here(self, members: Iterable[str], after: int) -> frozenset[str]:
        """Receipts on which this desk let these members spend units since that moment, or that nobody else has yet."""

    def spending_after(self, change: int, limit: int) -> tuple[int, tuple[str, ...]]:
        """Members whose units were spent, or wished to be, since that `last_change`, in at most so many acts.

        Answered with the `last_change` up to which was looked.
        """

    def heard_until(self) -> tuple[int, ...]:
        """The newest moment of each stream that has acts and goes on, oldest first."""

    def own_streams(self) -> tuple[OwnStream, ...]:
        """The streams this desk wrote, oldest first; those without an op are left out unless it writes there now."""

    def other_streams(self) -> tuple[OwnStream, ...]:
        """The streams other desks wrote, as far as they are known here."""

    def hash_at(self, stream: str, seq: int) -> bytes | None:
        """The hash of the op at a place of a stream, of place 0 the anchor; None where there is nothing."""

    def ops_of(self, stream: str, after: int, limit: int) -> tuple[StoredOp, ...]:
        """The ops of a stream behind a place, in their order."""

    def fingerprint(self) -> str:
        """Which computer the current stream was begun on, "" where nobody asked."""

    def journal(self, limit: int, before: int | None = None) -> tuple[JournalRow, ...]: ...
    def acts_after(self, change: int, kinds: Sequence[str], limit: int) -> tuple[tuple[int, JournalRow], ...]:
        """Acts of these kinds known since that `last_change`, each with the `last_change` it made, oldest first."""

    def heads(self) -> Mapping[str, int]:
        """How far every known stream reaches on this desk."""

    def ops_after(self, vector: Mapping[str, int], limit: int = -1) -> tuple[StoredOp, ...]:
        """Ops a desk with these heads lacks, each stream in its order."""


class Writing(Reading, Protocol):
    """One transaction: everything or nothing."""

    #: Whether what was written may be undone yet; what must not be remembered then is not.
    undoable: bool

    def append(self, op: Op) -> bool:
        """Write an op to this desk's stream with all its projections; False when this op id was applied before."""

    def append_many(self, ops: Iterable[Op]) -> int:
        """Write many ops; how many were new."""

    def take_foreign(
        self, ops: Iterable[StoredOp], anchors: Mapping[str, bytes] | None = None, then: Sequence[StoredOp] = ()
    ) -> int:
        """Verify, store and apply ops of other desks; how many were new. Raises `Trouble` (`chain.*`).

        `moment` of an op is when it happened, which may differ from what its body says; `anchors` are those of streams
        that do not begin from nothing. `then` are the very ops that are taken next, if all goes well.
        """

    def mark_sent(self, stream: str, head: int, moved: Mapping[str, int]) -> None:
        """The centre has a stream up to `head`, and set the moments of these ops (by id) right."""

    def set_moments(self, stream: str, first: int, last: int, moved: Mapping[str, int]) -> None:
        """At these places of a stream these ops (by id) have another moment than their bodies say, and no others."""

    def forget_sent(self) -> None:
        """Nobody knows any more what the centre has."""

    def part_stream(self, stream: str, after: int) -> str:
        """Move the ops of a stream behind a place to a stream of their own; its name follows from the first of them.

        The desk goes on there where it wrote to that stream.
        """

    def begin_stream(self) -> str:
        """Close the current stream and write to a new one from now on; its name."""

    def put_draft(self, key: str, content: Json | None) -> None:
        """Keep or forget (None) an unfinished bill."""

    def put_setting(self, key: str, value: str) -> None:
        """Keep a value of this computer alone; what all desks share is the `clinic` part of an op."""

    def next_number(self) -> int:
        """The next number of a receipt on this desk."""

    def begin_after(self, number: int) -> None:
        """Numbers of receipts go on above this one."""


class Store(Protocol):
    """The memory of a desk."""

    def reading(self) -> AbstractContextManager[Reading]: ...
    def writing(self) -> AbstractContextManager[Writing]: ...


@dataclass(slots=True)
class Reach:
    """How the desk reaches its centre just now: whether it is heard, and how it is asked before units are spent.

    `ask_first` exchanges everything within so many seconds and says whether both sides hold the same; `silent_since`
    is the moment at which it was asked in vain, until both hold the same again.
    """

    heard: Callable[[], bool]
    ask_first: Callable[[float], bool]
    silent_since: int | None = None


@dataclass(slots=True)
class Desk:
    """The working context of a task: a store, a clock, who is signed in, and where."""

    store: Store
    clock: Callable[[], datetime]  #: aware
    program_of: Callable[[VersionRecord], Program]
    code: str = "A"
    branch: str = "main"
    operator: str = ""
    cache: dict[str, Any] | None = None
    shut: Trouble | None = None  #: why nothing may be written here, where that was known when the desk was opened
    reach: Reach | None = None  #: None: nobody exchanges acts beside this desk, what was noted last is all it knows
    kept_accounts: int = 64  #: how many folded accounts are kept there between two acts


__all__ = ["AsideRow", "Callable", "Desk", "JournalRow", "Json", "Op", "OwnStream", "PaidBill", "Reach", "Reading",
           "ReceiptRow", "Sequence", "Store", "StoredOp", "ToldRow", "VersionRecord", "Writing"]  # fmt: skip

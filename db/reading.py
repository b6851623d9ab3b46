"""Everything that may be asked of a desk, each answer in domain objects; rows go no further."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from db import (
    aside,
    audience,
    cards,
    directory,
    journal,
    kinship,
    newcomers,
    oplog,
    people,
    receipt_numbers,
    receipts,
    services,
    spending,
    streams,
    versions,
)
from db.projections.ledger import adjusted_code
from db.projections.place import day_of
from desk_app.domain import sound_facts
from desk_app.domain.facts import KINDS, Fact
from desk_app.domain.lookup_keys import LAST
from desk_app.domain.people import Card, Consent, Membership, MemberSummary, Patient, Service
from desk_app.ports import (
    AsideRow,
    JournalRow,
    Json,
    OwnStream,
    PaidBill,
    ReceiptRow,
    StoredOp,
    ToldRow,
    VersionRecord,
)

if TYPE_CHECKING:
    from db.engine import Cursor

_FACTS = "SELECT moment, op_id, n, body FROM fact WHERE member=? AND pos>?"
_MARKS = (
    "SELECT (SELECT max(pos) FROM op), (SELECT value FROM counter WHERE name='withdrawn'), (SELECT max(moment) FROM op)"
)
#: What the clinic's desks agreed on comes before what this one was told by itself.
_SETTING = (
    "SELECT 0, value FROM clinic WHERE key=?1 UNION ALL SELECT 1, value FROM setting WHERE key=?1 ORDER BY 1 LIMIT 1"
)
#: Answers kept in one transaction; a check that walks over everybody must not keep everybody.
_MOST_KNOWN = 128


class SqlReading:
    """Questions over one transaction, so that all answers are of one moment.

    One moment has one answer: what a payment asks again and again is asked of the file once.
    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self._known: dict[tuple[str, str], Any] = {}

    def _once(self, what: str, of: str, ask: Callable[[Cursor, str], Any]) -> Any:
        key = (what, of)
        known = self._known
        if key not in known:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            known[key] = ask(self.cursor, of)
        return known[key]

    def _row(self, statement: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self.cursor.execute(statement, values).fetchone()
        return row

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self.cursor.execute(statement, values).fetchall()

    # people

    def find(self, text: str, limit: int) -> tuple[MemberSummary, ...]:
        """See `db.directory.find`."""
        return directory.find(self.cursor, text, limit)

    def patient(self, patient: str) -> Patient | None:
        found: Patient | None = self._once("patient", patient, people.patient)
        return found

    def patients(self) -> Iterator[Patient]:
        return people.patients(self.cursor)

    def count_patients(self) -> int:
        """How many there are in the directory, those merged into others too."""
        return people.count_patients(self.cursor)

    def membership(self, member: str) -> Membership | None:
        known: Membership | None = self._once("membership", member, self._membership)
        return known

    def _membership(self, cursor: Cursor, member: str) -> Membership | None:
        # who is alone in the circle was never in a family
        return people.membership(cursor, member, alone=len(self.circle(member)) == 1)

    def cards(self, member: str) -> tuple[Card, ...]:
        return cards.of_member(self.cursor, member)

    def card(self, number: str) -> Card | None:
        return cards.card(self.cursor, number)

    def stopped(self, number: str) -> tuple[date, str] | None:
        return cards.stopped(self.cursor, number)

    def open_cards(self) -> Iterator[Card]:
        return cards.opening(self.cursor)

    def count_cards(self, state: str) -> int:
        return cards.count(self.cursor, state)

    def consents(self, member: str) -> tuple[Consent, ...]:
        return people.consents(self.cursor, member)

    # who is one with whom

    def canonical(self, member: str) -> str:
        if len(self.circle(member)) == 1:
            return member
        known: str = self._once("canonical", member, kinship.canonical)
        return known

    def merge(self, member: str) -> tuple[int, str, str, date, str] | None:
        found = kinship.merge(self.cursor, member) if len(self.circle(member)) > 1 else None
        if found is None:
            return None
        moment, op_id = found
        row = self._row("SELECT o.body FROM applied a JOIN op o ON o.pos=a.pos WHERE a.op_id=?", op_id)
        assert row is not None
        return moment, op_id, member, day_of(moment, json.loads(row[0])), self.canonical(member)

    def aliases(self, member: str) -> frozenset[str]:
        alone = self.circle(member)
        return alone if len(alone) == 1 else kinship.merged(self.cursor, member)[0]

    def circle(self, member: str) -> frozenset[str]:
        known: frozenset[str] = self._once("circle", member, kinship.circle)
        return known

    def family_members(self, family: str) -> tuple[str, ...]:
        return kinship.family_members(self.cursor, family)

    # the books

    def facts(self, members: Iterable[str], after: int = 0) -> tuple[Fact, ...]:
        """All facts of some members, ordered by (moment, id); `after` leaves out those known at that `last_change`."""
        rows = [row for member in members for row in self.cursor.execute(_FACTS, (member, after)).fetchall()]
        decoded = json.loads("[" + ",".join([row[3] for row in rows]) + "]")
        # what a newer app writes beside is in the log, and counts here once this one knows it; what a faulty one wrote
        # never counts, and the rest of the account does
        found = [
            fact for data, (moment, op_id, n, _) in zip(decoded, rows, strict=True)
            if data["kind"] in KINDS and (fact := sound_facts.read(data, moment, f"{op_id}:{n}")) is not None
        ]  # fmt: skip
        found.sort(key=lambda fact: (fact.moment, fact.id))
        return tuple(found)

    def last_change(self) -> int:
        """A number that grows with every op, own or foreign."""
        return self._marks()[0]

    def withdrawn(self) -> int:
        """How often facts known before changed."""
        return self._marks()[1]

    def state_mark(self) -> tuple[int, int]:
        """What was computed under the same one still holds."""
        return self._marks()[:2]

    def newest_moment(self) -> int:
        return self._marks()[2]

    def _marks(self) -> tuple[int, int, int]:
        known: tuple[int, int, int] = self._once("marks", "", _marks)
        return known

    def balance(self, account: str) -> int:
        """Sum of an account's entries, in smallest units."""
        row = self._row("SELECT units FROM balance WHERE account=?", account)
        return row[0] if row else 0

    def op_body(self, op_id: str) -> Json | None:
        row = self._row("SELECT o.body FROM applied a JOIN op o ON o.pos=a.pos WHERE a.op_id=?", op_id)
        return oplog.body_of(row[0]) if row else None

    def receipt(self, receipt: str) -> ReceiptRow | None:
        return receipts.receipt(self.cursor, receipt)

    def receipt_of_bill(self, bill: str) -> ReceiptRow | None:
        return receipts.of_bill(self.cursor, bill)

    def receipts_named(self, text: str) -> tuple[ReceiptRow, ...]:
        return receipts.named(self.cursor, text)

    def number_given_twice(self) -> str:
        return receipt_numbers.given_twice(self.cursor)

    def number_lag(self, desk: str) -> int:
        return receipt_numbers.lag(self.cursor, desk)

    def receipts(self, patients: Iterable[str], limit: int) -> tuple[ReceiptRow, ...]:
        return receipts.of_patients(self.cursor, patients, limit)

    def last_receipts(self, limit: int) -> tuple[ReceiptRow, ...]:
        return receipts.last(self.cursor, limit)

    def last_own_receipt(self) -> ReceiptRow | None:
        return receipts.last_own(self.cursor)

    def returns(self, receipt: str) -> tuple[Json, ...]:
        return receipts.returns(self.cursor, receipt)

    def gave_way(self, kinds: Sequence[str]) -> tuple[JournalRow, ...]:
        return journal.gave_way(self.cursor, kinds)

    def patients_after(self, change: int, limit: int) -> tuple[int, tuple[tuple[str, int], ...]]:
        return newcomers.patients_after(self.cursor, change, limit)

    def put_aside(self, limit: int) -> tuple[AsideRow, ...]:
        return aside.put_aside(self.cursor, limit)

    def returned_often(self) -> tuple[str, ...]:
        return receipts.returned_often(self.cursor)

    def cards_given_twice(self) -> tuple[tuple[str, str, int], ...]:
        return cards.given_twice(self.cursor)

    def receipts_of(self, first: date, last: date) -> Iterator[ReceiptRow]:
        return receipts.of_days(self.cursor, first, last)

    def paid_bills(self, first: date, last: date) -> Iterator[PaidBill]:
        return receipts.paid_bills(self.cursor, first, last)

    def returns_of(self, first: date, last: date) -> tuple[Json, ...]:
        return receipts.returns_of(self.cursor, first, last)

    def members(self) -> tuple[tuple[str, date, date | None], ...]:
        return people.members(self.cursor)

    def uses_total(self, kind: str) -> Mapping[str, int]:
        return dict(self.cursor.execute("SELECT code, n FROM tally WHERE kind=? AND n<>0", ("use:" + kind,)).fetchall())

    def adjustments_by(self, employee: str, reason: str, month: str) -> int:
        return self._tally("adjusted", adjusted_code(employee, reason, month))

    def referrals(self, referrer: str, year: int) -> int:
        return self._tally("referral", f"{referrer}|{year}")

    def _tally(self, kind: str, code: str) -> int:
        row = self._row("SELECT n FROM tally WHERE kind=? AND code=?", kind, code)
        return row[0] if row else 0

    # rules and prices

    def versions(self) -> tuple[VersionRecord, ...]:
        """Every version that has its document, by code and number; a document is shared, not to be changed."""
        known: tuple[VersionRecord, ...] = self._once("versions", "", versions.versions)
        return known

    def program_acts(self) -> tuple[JournalRow, ...]:
        return audience.program_acts(self.cursor)

    def told_of(self, mark: str, member: str) -> tuple[date, str, str] | None:
        return audience.told_of(self.cursor, mark, member)

    def told_counts(self, mark: str, last: date) -> Mapping[tuple[date, str], int]:
        return audience.told_counts(self.cursor, mark, last)

    def count_audience(self, last: date) -> int:
        return audience.count_audience(self.cursor, last)

    def audience(self, mark: str, last: date, told: bool, after: str, limit: int) -> tuple[ToldRow, ...]:
        return audience.audience(self.cursor, mark, last, told, after, limit)

    def closing(self) -> tuple[date, int] | None:
        known: tuple[date, int] | None = self._once("closing", "", versions.closing)
        return known

    def offers(self, member: str) -> tuple[Json, ...]:
        rows = self._rows("SELECT body FROM offer WHERE member=? ORDER BY moment, op_id", member)
        return tuple(json.loads(body) for (body,) in rows)

    def service(self, code: str) -> Service | None:
        return services.service(self.cursor, code)

    def services(self, text: str, limit: int) -> tuple[Service, ...]:
        """See `db.services.services`."""
        return services.services(self.cursor, text, limit)

    # this desk

    def drafts(self) -> tuple[tuple[str, Json], ...]:
        rows = self._rows("SELECT key, content FROM draft ORDER BY key")
        return tuple((key, json.loads(content)) for key, content in rows)

    def setting(self, key: str) -> str | None:
        row = self._row(_SETTING, key)
        return row[1] if row else None

    def settings_under(self, beginning: str) -> Mapping[str, str]:
        rows = self._rows("SELECT key, value FROM setting WHERE key>=? AND key<?", beginning, beginning + LAST)
        return {key.removeprefix(beginning): value for key, value in rows}

    def journal(self, limit: int, before: int | None = None) -> tuple[JournalRow, ...]:
        return journal.before(self.cursor, limit, before)

    # for the exchange of ops

    def acts_after(self, change: int, kinds: Sequence[str], limit: int) -> tuple[tuple[int, JournalRow], ...]:
        return journal.acts_after(self.cursor, change, kinds, limit)

    def waiting(self) -> int:
        return streams.waiting(self.cursor)

    def waiting_since(self) -> int | None:
        return streams.waiting_since(self.cursor)

    def unsent(self, limit: int) -> tuple[JournalRow, ...]:
        return journal.unsent(self.cursor, limit)

    def spent_here(self, members: Iterable[str], after: int) -> frozenset[str]:
        return spending.spent_here(self.cursor, members, after, self.waiting_since())

    def spending_after(self, change: int, limit: int) -> tuple[int, tuple[str, ...]]:
        return spending.spending_after(self.cursor, change, limit)

    def heard_until(self) -> tuple[int, ...]:
        return spending.heard_until(self.cursor)

    def own_streams(self) -> tuple[OwnStream, ...]:
        return streams.own(self.cursor)

    def other_streams(self) -> tuple[OwnStream, ...]:
        return streams.others(self.cursor)

    def hash_at(self, stream: str, seq: int) -> bytes | None:
        return streams.hash_at(self.cursor, stream, seq)

    def ops_of(self, stream: str, after: int, limit: int) -> tuple[StoredOp, ...]:
        return streams.ops_of(self.cursor, stream, after, limit)

    def fingerprint(self) -> str:
        return streams.fingerprint(self.cursor)

    def heads(self) -> Mapping[str, int]:
        """How far every known stream reaches on this desk."""
        return oplog.heads(self.cursor)

    def ops_after(self, vector: Mapping[str, int], limit: int = -1) -> tuple[StoredOp, ...]:
        """Ops a desk with these heads lacks."""
        return oplog.ops_after(self.cursor, vector, limit)


def _marks(cursor: Cursor, _: str) -> tuple[int, int, int]:
    """The last op's place on this desk, how many acts gave way, and the newest moment."""
    place, withdrawn, moment = cursor.execute(_MARKS).fetchall()[0]
    return place or 0, withdrawn or 0, moment or 0

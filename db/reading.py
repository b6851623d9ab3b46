"""Everything that may be asked of a desk, each answer in domain objects; rows go no further."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from db import aside, audience, directory, kinship, oplog, receipt_numbers, services, spending, streams
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
)  # fmt: skip

if TYPE_CHECKING:
    from db.engine import Cursor

_FACTS = "SELECT moment, op_id, n, body FROM fact WHERE member=? AND pos>?"
_RECEIPT = "SELECT r.id, r.number, r.bill, r.patient, r.moment, r.day, o.body FROM receipt r JOIN op o ON o.pos=r.pos "
#: Taking a receipt apart in the file is twice as quick as reading all its reasons.
_BILL = (
    "SELECT r.id, r.number, r.moment, r.day, json_extract(o.body, '$.receipt.bill', '$.receipt.standing', "
    "'$.receipt.flags', '$.receipt.max', '$.receipt.offers', '$.receipt.version', '$.receipt.quote.lines', "
    "'$.receipt.quote.level', '$.receipt.quote.redeemed_units', '$.receipt.quote.earns', '$.receipt.mark') "
    "FROM receipt r JOIN op o ON o.pos=r.pos WHERE r.day BETWEEN ? AND ? ORDER BY r.moment, r.id"
)
#: The same act in two streams is one act, whichever of its places was put aside.
_GAVE_WAY = (
    "SELECT o.op_id, o.moment, o.body FROM quarantine q JOIN op o ON o.pos=q.pos "
    "WHERE q.reason=? GROUP BY o.op_id, o.hlc ORDER BY o.hlc"
)
_RETURN = "SELECT r.op_id, r.moment, r.day, o.body FROM return_ r JOIN op o ON o.pos=r.pos "
_PATIENT = (
    "SELECT id, surname, given, patronymic, birth_date, phones, email, contract, language, notes, contact_confirmed "
    "FROM patient"
)
_MEMBERSHIP = (
    "SELECT 0, joined, left, referred_by FROM membership WHERE member=?1 "
    "UNION ALL SELECT 1, code, day, NULL FROM grp WHERE member=?1 AND day IS NOT NULL "
    "UNION ALL SELECT 2, code, NULL, NULL FROM segment WHERE member=?1 AND is_on=1 ORDER BY 1, 2"
)
_MARKS = (
    "SELECT (SELECT max(pos) FROM op), (SELECT value FROM counter WHERE name='withdrawn'), (SELECT max(moment) FROM op)"
)
_VERSIONS = (
    "SELECT code, version, status, effective_from, document, mark, told FROM program_version "
    "WHERE document IS NOT NULL AND effective_from IS NOT NULL ORDER BY code, version, told, mark"
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
        found: Patient | None = self._once("patient", patient, _patient_of)
        return found

    def patients(self) -> Iterator[Patient]:
        # a cursor of its own, so that questions about each one may be asked meanwhile
        for row in self.cursor.connection.cursor().execute(f"{_PATIENT} ORDER BY id"):
            yield _patient(row)

    def count_patients(self) -> int:
        """How many there are in the directory, those merged into others too."""
        row = self._row("SELECT count(*) FROM patient")
        return row[0] if row else 0

    def membership(self, member: str) -> Membership | None:
        known: Membership | None = self._once("membership", member, self._membership)
        return known

    def _membership(self, cursor: Cursor, member: str) -> Membership | None:
        joined, left, referred_by, groups, segments = "", None, "", [], []
        for what, first, second, third in cursor.execute(_MEMBERSHIP, (member,)).fetchall():
            if what == 0:
                joined, left, referred_by = first, second, third
            elif what == 1:
                groups.append((first, date.fromisoformat(second)))
            else:
                segments.append(first)
        if not joined:
            return None
        # who is alone in the circle was never in a family
        family = kinship.family(cursor, member) if len(self.circle(member)) > 1 else ""
        gone = date.fromisoformat(left) if left else None
        return Membership(member, date.fromisoformat(joined), gone, referred_by, family, tuple(groups), tuple(segments))

    def cards(self, member: str) -> tuple[Card, ...]:
        rows = self._rows("SELECT number, member, state, issued FROM card WHERE member=? ORDER BY number", member)
        return tuple(_card(row) for row in rows)

    def card(self, number: str) -> Card | None:
        row = self._row("SELECT number, member, state, issued FROM card WHERE number=?", number)
        return _card(row) if row else None

    def stopped(self, number: str) -> tuple[date, str] | None:
        row = self._row("SELECT hlc FROM card WHERE number=? AND state='blocked'", number)
        # an op is never stamped before its moment, so that the index of moments leads to it at once
        found = row and self._row(
            "SELECT body FROM op WHERE moment<=? AND hlc=? ORDER BY moment DESC LIMIT 1",
            row[0] >> oplog.COUNTER_BITS, row[0],
        )  # fmt: skip
        if not found:
            return None
        body = oplog.body_of(found[0])
        note = body.get("note")
        return date.fromisoformat(body["day"]), str(note.get("reason") or "") if isinstance(note, dict) else ""

    def open_cards(self) -> Iterator[Card]:
        rows = self.cursor.connection.cursor().execute(
            "SELECT number, member, state, issued FROM card WHERE state='active' ORDER BY number"
        )
        yield from map(_card, rows)

    def count_cards(self, state: str) -> int:
        row = self._row("SELECT count(*) FROM card WHERE state=?", state)
        return row[0] if row else 0

    def consents(self, member: str) -> tuple[Consent, ...]:
        rows = self._rows(
            "SELECT kind, channel, given, day, text_version FROM consent WHERE member=? ORDER BY kind, channel", member
        )
        return tuple(Consent(row[0], row[1], row[2] == 1, date.fromisoformat(row[3]), row[4]) for row in rows)

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
        row = self._row(_RECEIPT + "WHERE r.id=?", receipt)
        return _receipt(row) if row else None

    def receipt_of_bill(self, bill: str) -> ReceiptRow | None:
        for column in ("bill", "number"):
            row = self._row(f"{_RECEIPT}WHERE r.{column}=? ORDER BY r.moment DESC, r.id DESC LIMIT 1", bill)
            if row:
                return _receipt(row)
        return None

    def receipts_named(self, text: str) -> tuple[ReceiptRow, ...]:
        return tuple(_receipt(row) for row in self._rows(_RECEIPT + receipt_numbers.NAMED, text))

    def number_given_twice(self) -> str:
        row = self._row("SELECT number FROM receipt GROUP BY number HAVING count(*)>1 ORDER BY number LIMIT 1")
        return row[0] if row else ""

    def number_lag(self, desk: str) -> int:
        return receipt_numbers.lag(self.cursor, desk)

    def receipts(self, patients: Iterable[str], limit: int) -> tuple[ReceiptRow, ...]:
        rows = [
            row
            for patient in patients
            for row in self._rows(f"{_RECEIPT}WHERE r.patient=? ORDER BY r.moment DESC LIMIT ?", patient, limit)
        ]
        rows.sort(key=lambda row: (row[4], row[0]), reverse=True)
        return tuple(_receipt(row) for row in rows[:limit])

    def last_receipts(self, limit: int) -> tuple[ReceiptRow, ...]:
        return tuple(_receipt(row) for row in self._rows(f"{_RECEIPT}ORDER BY r.moment DESC, r.id DESC LIMIT ?", limit))

    def last_own_receipt(self) -> ReceiptRow | None:
        own = f"{_RECEIPT}JOIN stream s ON s.no=o.stream WHERE s.mine ORDER BY r.moment DESC, r.id DESC LIMIT 1"
        row = self._row(own)
        return _receipt(row) if row else None

    def returns(self, receipt: str) -> tuple[Json, ...]:
        rows = self._rows(f"{_RETURN}WHERE r.receipt=? ORDER BY r.moment, r.op_id", receipt)
        return tuple(_return(row) for row in rows)

    def gave_way(self, kinds: Sequence[str]) -> tuple[JournalRow, ...]:
        rows = self._rows(_GAVE_WAY, oplog.REUSED)
        return tuple(act for row in rows if (act := _act(*row)).kind in kinds)

    def put_aside(self, limit: int) -> tuple[AsideRow, ...]:
        return aside.put_aside(self.cursor, limit)

    def returned_often(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._rows("SELECT receipt FROM return_ GROUP BY receipt HAVING count(*)>1"))

    def cards_given_twice(self) -> tuple[tuple[str, str, int], ...]:
        return tuple(self._rows("SELECT t.number, t.member, c.hlc FROM card_twice t JOIN card c USING (number) "
                                "WHERE c.member<>'' AND c.member<>t.member ORDER BY t.number, t.member"))  # fmt: skip

    def receipts_of(self, first: date, last: date) -> Iterator[ReceiptRow]:
        rows = self._rows(f"{_RECEIPT}WHERE r.day BETWEEN ? AND ? ORDER BY r.moment, r.id", first.isoformat(),
                          last.isoformat())  # fmt: skip
        yield from map(_receipt, rows)

    def paid_bills(self, first: date, last: date) -> Iterator[PaidBill]:
        # a cursor of its own, so that questions about each one may be asked meanwhile
        rows = self.cursor.connection.cursor().execute(_BILL, (first.isoformat(), last.isoformat()))
        yield from map(_paid_bill, rows)

    def returns_of(self, first: date, last: date) -> tuple[Json, ...]:
        rows = self._rows(f"{_RETURN}WHERE r.day BETWEEN ? AND ? ORDER BY r.moment, r.op_id", first.isoformat(),
                          last.isoformat())  # fmt: skip
        return tuple(_return(row) for row in rows)

    def members(self) -> tuple[tuple[str, date, date | None], ...]:
        rows = self._rows("SELECT member, joined, left FROM membership WHERE joined IS NOT NULL ORDER BY member")
        return tuple(
            (member, date.fromisoformat(joined), date.fromisoformat(left) if left else None)
            for member, joined, left in rows
        )

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
        known: tuple[VersionRecord, ...] = self._once("versions", "", _versions)
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
        known: tuple[date, int] | None = self._once("closing", "", _closing)
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
        rows = self._rows(
            "SELECT op_id, moment, body FROM op WHERE moment<? ORDER BY moment DESC, pos DESC LIMIT ?",
            (1 << 62) if before is None else before, limit,
        )  # fmt: skip
        return tuple(_act(*row) for row in rows)

    # for the exchange of ops

    def acts_after(self, change: int, kinds: Sequence[str], limit: int) -> tuple[tuple[int, JournalRow], ...]:
        # an op that stands in two streams was applied in one of them
        rows = self.cursor.execute(
            "SELECT o.pos, o.op_id, o.moment, o.body FROM op o JOIN applied a ON a.op_id=o.op_id AND a.pos=o.pos "
            "WHERE o.pos>? ORDER BY o.pos",
            (change,),
        )
        found: list[tuple[int, JournalRow]] = []
        for pos, op_id, moment, body in rows:
            values = oplog.body_of(body)
            if values.get("kind") in kinds:
                found.append((pos, JournalRow(op_id, moment, values["kind"], values)))
                if len(found) == limit:
                    break
        return tuple(found)

    def waiting(self) -> int:
        return streams.waiting(self.cursor)

    def waiting_since(self) -> int | None:
        return streams.waiting_since(self.cursor)

    def unsent(self, limit: int) -> tuple[JournalRow, ...]:
        rows = streams.unsent(self.cursor, limit)
        return tuple(_act(*row) for row in rows)

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


def _act(op_id: str, moment: int, text: str) -> JournalRow:
    body = oplog.body_of(text)
    return JournalRow(op_id, moment, body.get("kind", ""), body)


def _card(row: tuple[Any, ...]) -> Card:
    return Card(row[0], row[1], row[2], date.fromisoformat(row[3]) if row[3] else None)


def _receipt(row: tuple[Any, ...]) -> ReceiptRow:
    receipt, number, bill, patient, moment, day, body = row
    return ReceiptRow(receipt, number, bill, patient, moment, date.fromisoformat(day), json.loads(body)["receipt"])


def _paid_bill(row: tuple[Any, ...]) -> PaidBill:
    receipt, number, moment, day, taken = row
    bill, standing, flags, most, offers, version, lines, level, spent, earns, mark = json.loads(taken)
    quote = {"lines": lines or [], "level": level, "redeemed_units": spent or 0, "earns": earns or 0}
    body = {"bill": bill, "standing": standing, "flags": flags, "max": most, "offers": offers, "version": version,
            "mark": mark or "", "quote": quote}  # fmt: skip
    return PaidBill(receipt, number, moment, date.fromisoformat(day), body)


def _return(row: tuple[Any, ...]) -> Json:
    op_id, moment, day, body = row
    return {**json.loads(body)["return"], "op_id": op_id, "moment": moment, "day": day}


@lru_cache(maxsize=256)
def _document(text: str) -> Json:
    # one text is one document for ever, and a version is asked for at every keystroke
    document: Json = json.loads(text)
    return document


def _marks(cursor: Cursor, _: str) -> tuple[int, int, int]:
    """The last op's place on this desk, how many acts gave way, and the newest moment."""
    place, withdrawn, moment = cursor.execute(_MARKS).fetchall()[0]
    return place or 0, withdrawn or 0, moment or 0


def _versions(cursor: Cursor, _: str) -> tuple[VersionRecord, ...]:
    found: list[VersionRecord] = []
    for code, version, status, day, text, mark, told in cursor.execute(_VERSIONS).fetchall():
        last = found[-1] if found else None
        twin = last.twin + 1 if last is not None and (last.code, last.version) == (code, version) else 0
        document = _document(text)
        found.append(
            VersionRecord(code, version, status, date.fromisoformat(day), document, mark, twin, (told or 0, mark))
        )
    return tuple(found)


def _closing(cursor: Cursor, _: str) -> tuple[date, int] | None:
    row = cursor.execute("SELECT day, days FROM closing ORDER BY hlc DESC, op_id DESC LIMIT 1").fetchone()
    return (date.fromisoformat(row[0]), row[1]) if row and row[0] else None


def _patient_of(cursor: Cursor, patient: str) -> Patient | None:
    row = cursor.execute(f"{_PATIENT} WHERE id=?", (patient,)).fetchone()
    return _patient(row) if row else None


def _patient(row: tuple[Any, ...]) -> Patient:
    birth, confirmed = row[4], row[10]
    return Patient(row[0], row[1], row[2], row[3], birth and date.fromisoformat(birth), tuple(json.loads(row[5])),
                   row[6], row[7], row[8], row[9], confirmed and date.fromisoformat(confirmed))  # fmt: skip

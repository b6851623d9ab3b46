"""A desk's memory for telling years in seconds: acts are noted in dictionaries first and written in bulk behind.

The tasks of the desk work on a `Notebook` as on any store and make the very same ops. What it answers are the
questions that those tasks ask; nobody merges patients or closes the program in an invented past.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from desk_app.domain.facts import Fact, from_json
from desk_app.domain.people import Card, Membership, Patient
from desk_app.ports import Json, Op, ReceiptRow, Store, VersionRecord


@dataclass(slots=True)
class Notes:
    """Everything noted. `lasting` is the store that the ops go to; what went there is asked of it."""

    lasting: Store
    position: int = 0
    newest: int = 0
    applied: set[str] = field(default_factory=set)
    recent: dict[str, Op] = field(default_factory=dict)
    patients: dict[str, Patient] = field(default_factory=dict)
    members: dict[str, Membership] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)
    families: dict[str, list[str]] = field(default_factory=dict)
    facts: dict[str, list[tuple[int, Fact]]] = field(default_factory=lambda: defaultdict(list))
    returns: dict[str, list[Json]] = field(default_factory=lambda: defaultdict(list))
    versions: list[VersionRecord] = field(default_factory=list)
    offers: dict[str, list[Json]] = field(default_factory=lambda: defaultdict(list))
    counts: Counter[tuple[Any, ...]] = field(default_factory=Counter)

    def copy(self) -> Notes:
        """The same notes for somebody who hears no more of what is noted here."""
        return replace(
            self, applied=set(self.applied), recent=dict(self.recent), patients=dict(self.patients),
            members=dict(self.members), cards=dict(self.cards), families=_copied(self.families),
            facts=_copied(self.facts), returns=_copied(self.returns), versions=list(self.versions),
            offers=_copied(self.offers), counts=Counter(self.counts),
        )  # fmt: skip


class Questions:
    """What may be asked of the notes; answers as `ports.Reading` promises them."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def patient(self, patient: str) -> Patient | None:
        return self._notes.patients.get(patient)

    def membership(self, member: str) -> Membership | None:
        return self._notes.members.get(member)

    def card(self, number: str) -> Card | None:
        return self._notes.cards.get(number)

    def canonical(self, member: str) -> str:
        return member

    def merge(self, member: str) -> None:
        return None

    def aliases(self, member: str) -> frozenset[str]:
        return frozenset((member,))

    def circle(self, member: str) -> frozenset[str]:
        found = self._notes.members.get(member)
        family = found.family if found else ""
        return frozenset((member, family, *self._notes.families[family])) if family else frozenset((member,))

    def family_members(self, family: str) -> tuple[str, ...]:
        return tuple(self._notes.families.get(family, ()))

    def facts(self, members: Iterable[str], after: int = 0) -> tuple[Fact, ...]:
        found = []
        for member in members:
            for position, fact in reversed(self._notes.facts.get(member, ())):
                if position <= after:
                    break
                found.append(fact)
        return tuple(sorted(found, key=lambda fact: (fact.moment, fact.id)))

    def last_change(self) -> int:
        return self._notes.position

    def withdrawn(self) -> int:
        return 0

    def newest_moment(self) -> int:
        return self._notes.newest

    def op_body(self, op_id: str) -> Json | None:
        if op_id not in self._notes.applied:
            return None
        if op_id in self._notes.recent:
            return self._notes.recent[op_id].body
        with self._notes.lasting.reading() as reading:
            return reading.op_body(op_id)

    def receipt(self, receipt: str) -> ReceiptRow | None:
        if receipt in self._notes.recent:
            return _row(self._notes.recent[receipt])
        with self._notes.lasting.reading() as reading:
            return reading.receipt(receipt)

    def returns(self, receipt: str) -> tuple[Json, ...]:
        return tuple(self._notes.returns.get(receipt, ()))

    def uses_total(self, kind: str) -> Mapping[str, int]:
        return {key[2]: n for key, n in self._notes.counts.items() if key[:2] == ("use", kind)}

    def adjustments_by(self, employee: str, reason: str, month: str) -> int:
        return self._notes.counts["adjusted", employee, reason, month]

    def referrals(self, referrer: str, year: int) -> int:
        return self._notes.counts["referral", referrer, year]

    def versions(self) -> tuple[VersionRecord, ...]:
        return tuple(self._notes.versions)

    def closing(self) -> tuple[date, int] | None:
        return None

    def offers(self, member: str) -> tuple[Json, ...]:
        return tuple(self._notes.offers.get(member, ()))

    def setting(self, key: str) -> str | None:
        """None: an invented desk is set to nothing, and belongs to no network."""
        return None


class Pen(Questions):
    """What may be noted; nothing is ever struck out."""

    undoable = False

    def __init__(self, notebook: Notebook) -> None:
        super().__init__(notebook.notes)
        self._notebook = notebook

    def append(self, op: Op) -> bool:
        """Note an op and what follows from it; False when this id was noted before."""
        if not _note(self._notes, op):
            return False
        self._notebook.fresh.append(op)
        return True

    def next_number(self) -> int:
        """The next number of a receipt on this desk."""
        self._notebook.numbers += 1
        return self._notebook.numbers


@dataclass(slots=True)
class Notebook:
    """One desk's store of notes behind the two doors; desks that hear each other share the notes."""

    notes: Notes
    numbers: int = 0
    fresh: list[Op] = field(default_factory=list)

    @contextmanager
    def reading(self) -> Iterator[Questions]:
        """Questions about what was noted so far."""
        yield Questions(self.notes)

    @contextmanager
    def writing(self) -> Iterator[Pen]:
        """A pen; acts are noted one by one, and an invented one is never refused half-way."""
        yield Pen(self)

    def take(self, ops: Iterable[Op]) -> None:
        """Hear what another desk did."""
        for op in ops:
            _note(self.notes, op)

    def take_fresh(self) -> list[Op]:
        """What was done at this desk since this was asked the last time."""
        fresh, self.fresh = self.fresh, []
        return fresh

    def forget(self, ops: Iterable[Op]) -> None:
        """These ops lie in the lasting store now."""
        for op in ops:
            self.notes.recent.pop(op.id, None)


def _note(notes: Notes, op: Op) -> bool:
    if op.id in notes.applied:
        return False
    notes.applied.add(op.id)
    notes.recent[op.id] = op
    notes.position += 1
    notes.newest = max(notes.newest, op.moment)
    for part, follow in _FOLLOWS.items():
        if part in op.body:
            follow(notes, op, op.body[part])
    return True


def _copied(lists: dict[str, list[Any]]) -> defaultdict[str, list[Any]]:
    return defaultdict(list, {key: list(items) for key, items in lists.items()})


def _row(op: Op) -> ReceiptRow | None:
    part = op.body.get("receipt")
    if part is None:
        return None
    bill = part["bill"]
    return ReceiptRow(op.id, part["number"], bill["id"], bill["patient"], op.moment, _day(op), part)


def _day(op: Op) -> date:
    return date.fromisoformat(op.body["day"])


def _patient(notes: Notes, _: Op, part: Json) -> None:
    fields = dict(part["fields"])
    for name in ("birth_date", "contact_confirmed"):
        if name in fields:
            fields[name] = date.fromisoformat(fields[name])
    if "phones" in fields:
        fields["phones"] = tuple(fields["phones"])
    notes.patients[part["id"]] = Patient(part["id"], **fields)


def _member(notes: Notes, _: Op, part: Json) -> None:
    notes.members[part["id"]] = Membership(
        part["id"], date.fromisoformat(part["joined"]), None, part["referred_by"]
    )  # fmt: skip


def _card(notes: Notes, op: Op, part: Json) -> None:
    notes.cards[part["number"]] = Card(part["number"], part["member"], part["state"], _day(op))


def _groups(notes: Notes, _: Op, part: list[Json]) -> None:
    for one in part:
        member = notes.members[one["member"]]
        shown = {**dict(member.groups), one["code"]: date.fromisoformat(one["day"])}
        notes.members[one["member"]] = replace(member, groups=tuple(sorted(shown.items())))


def _facts(notes: Notes, op: Op, part: list[Json]) -> None:
    for n, data in enumerate(part):
        fact = from_json(data, op.moment, f"{op.id}:{n}")
        notes.facts[fact.member].append((notes.position, fact))
        if data["kind"] == "joined_family":
            notes.families.setdefault(data["family"], []).append(fact.member)
            notes.members[fact.member] = replace(notes.members[fact.member], family=data["family"])
        elif data["kind"] == "adjusted":
            notes.counts["adjusted", data["by"], data["reason"], data["day"][:7]] += 1
        elif data["kind"] == "accrued" and data["source"] == "referral":
            notes.counts["referral", fact.member, fact.day.year] += 1


def _return(notes: Notes, op: Op, part: Json) -> None:
    notes.returns[part["receipt"]].append({**part, "op_id": op.id, "moment": op.moment, "day": op.body["day"]})


def _uses(notes: Notes, _: Op, part: list[Json]) -> None:
    for use in part:
        notes.counts["use", use["kind"], use["code"]] += 1


def _program(notes: Notes, op: Op, part: Json) -> None:
    start, order = date.fromisoformat(part["effective_from"]), (op.moment, op.id)
    notes.versions.append(
        VersionRecord(part["code"], part["version"], part["status"], start, part["document"], op.id, 0, order)
    )


def _offer(notes: Notes, _: Op, part: Json) -> None:
    notes.offers[part["member"]].append(part["offer"])


_FOLLOWS: Final[dict[str, Callable[[Notes, Op, Any], None]]] = {
    "patient": _patient, "member": _member, "card": _card, "groups": _groups, "facts": _facts, "return": _return,
    "uses": _uses, "program": _program, "offer": _offer,
}  # fmt: skip

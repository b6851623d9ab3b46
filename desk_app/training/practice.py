"""What a practice desk is furnished with: the clinic's own rules and prices, and people who never lived.

It is another desk in another file (spec: desk-ui, Demo clinic): of the real one the rules, the prices and what the
clinic calls itself are read once, and nothing is ever written there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from hashlib import sha256
from typing import Final
from zoneinfo import ZoneInfo

import resources
from desk_app import checkout, clinic, enrolment, families
from desk_app.acts import derived, new_id, write
from desk_app.demo.people import DemoPatient, invent_patients
from desk_app.demo.tables import price_list
from desk_app.domain.bill import Bill, Line
from desk_app.domain.errors import Refusal
from desk_app.domain.people import Patient, Service
from desk_app.enrolment import EnrolmentForm
from desk_app.ports import Desk, Json, Reading, VersionRecord
from desk_app.versions import age, ahead_of, statuses, today

#: Under the rules in force people have a past of so many days at least, whenever those rules really began.
PAST: Final = 400
#: The ready program of a desk that has none.
PRESET: Final = "points-3-5-7-10"
#: How many people a practice desk knows.
PEOPLE: Final = 40
#: Out of so many who were invented they are chosen.
_INVENTED: Final = 120
#: Every so many of them has not joined yet.
_STRANGERS: Final = 13
#: Every so many comes often, and the others now and then.
_FAITHFUL: Final = 5
#: A visit costs more than nothing and less than this where there is anything of the kind, in minor units.
_DEAR: Final = 1_000_000
_LONGEST: Final = 40
_MARK: Final = 6

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of the rules: the act that made it, its number, its document, its first day, what was announced."""

    mark: str
    number: int
    document: Json
    day: date
    announcement: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is read of the real desk: the rules in force, then those announced; prices; what the clinic says of itself.

    `says` are values all its desks share, by their keys.
    """

    editions: tuple[Edition, ...]
    services: tuple[Service, ...]
    says: tuple[tuple[str, str], ...] = ()

    def mark(self) -> str:
        """The same for the same rules, prices and names."""
        # a price list is long, and its lines say themselves many times faster than they are taken apart
        return sha256(repr(self).encode()).hexdigest()[:16]


def slug(trainee: str) -> str:
    """The name of a trainee as the name of a folder: "Петрова М." is "петрова-м-" and a mark of its own, so that
    no two people share one; never empty."""
    name = " ".join(trainee.casefold().split())
    plain = re.sub(r"[\W_]+", "-", name).strip("-")[:_LONGEST].strip("-")
    return f"{plain or 'nobody'}-{sha256(name.encode()).hexdigest()[:_MARK]}"


def ground(desk: Desk) -> Ground:
    """What the real desk has today; a desk without rules or prices has those of a ready program. Reads, and no more."""
    with desk.store.reading() as reading:
        return ground_in(reading, today(desk, reading))


def ground_in(reading: Reading, day: date) -> Ground:
    """The same inside an open door, on a local day."""
    versions = reading.versions()
    told = statuses(versions, day)
    in_force = [one for one in versions if told[one.mark] == "in_force"]
    editions = tuple(_edition(reading, one) for one in sorted((*in_force, *ahead_of(versions, day)), key=age))
    says = {"clinic": reading.setting("clinic") or "", **_under(reading, "clinic."), **_under(reading, "branch.")}
    said = tuple(sorted((key, value) for key, value in says.items() if value and not key.startswith("clinic.logo")))
    return Ground(editions or (preset(day),), reading.services("", 1_000_000) or price_list(), said)


def preset(day: date) -> Edition:
    """The ready program as the first version of a desk that has none."""
    from desk_app.documents.program_file import read_document

    document = read_document(resources.path(f"programs/{PRESET}.toml").read_bytes())
    return Edition(derived("practice", PRESET), 1, document, day)


def furnish(desk: Desk, ground: Ground, seed: int = 1) -> None:
    """Fill an empty desk: rules, prices, and a few dozen people with a past under them.

    The rules in force began `PAST` days ago at the latest: first ones are taken to be so old, later ones keep number
    and day and are preceded by the same rules. Those announced keep their day.
    The same day and seed make the same people. Raises `Trouble` when the store cannot keep them.
    """
    _Furnishing(desk, ground, seed).do()


def _edition(reading: Reading, record: VersionRecord) -> Edition:
    body = reading.op_body(record.mark) or {}
    return Edition(record.mark, record.version, record.document, record.effective_from, body.get("announcement", {}))


def _under(reading: Reading, beginning: str) -> dict[str, str]:
    return {beginning + key: value for key, value in reading.settings_under(beginning).items()}


class _Furnishing:
    """Lives through the past of the invented people, on a clock of its own."""

    def __init__(self, desk: Desk, ground: Ground, seed: int) -> None:
        self._lasting = desk
        self._ground = ground
        self._chance = random.Random(f"practice {seed}")
        self._zone = ZoneInfo(str(ground.editions[0].document["timezone"]))
        self._now = desk.clock().astimezone(self._zone)
        self._today = self._now.date()
        self._begun = min(ground.editions[0].day, self._today - timedelta(days=PAST))
        self._at = self._now
        self._desk = replace(desk, clock=lambda: self._at, cache={})
        self._people = _chosen(invent_patients(self._today, seed, _INVENTED))
        known = {one["code"] for one in ground.editions[0].document.get("categories", ())}
        sold = [one for one in ground.services if one.price > 0]
        # what the rules do not know by its category cannot be billed
        sold = [one for one in sold if one.category in known] or sold
        self._sold = [one for one in sold if one.price < _DEAR] or sold

    def do(self) -> None:
        self._write_rules()
        for at, _, act in sorted(self._acts(), key=lambda act: act[:2]):
            self._at = at
            # rules of every kind meet people of every kind here: what they refuse has not happened
            with suppress(Refusal):
                act()

    def _write_rules(self) -> None:
        """Straight into the store: they were announced and checked where they come from, and keep their numbers."""
        first, *ahead = self._ground.editions
        self._at = datetime.combine(self._begun, time(8), self._zone)
        if first.day > self._begun and first.number > 1:
            # what is shown of the rules in force is what the real desk shows; the past before them had the same ones
            before = replace(first, mark=derived("practice", "before"), number=first.number - 1, announcement={})
            self._write_edition(before, "publish", "in_force", self._begun)
            self._write_edition(first, "publish", "in_force", first.day)
        else:
            self._write_edition(first, "publish", "in_force", self._begun)
        names = [one.name for one in fields(Service)]
        lines = [{name: getattr(one, name) for name in names} for one in self._ground.services]
        with self._desk.store.writing() as writing:
            write(writing, self._desk, derived("practice", "services"), "services", self._begun, {"services": lines})
        clinic.tell(self._desk, dict(self._ground.says))
        self._at = self._now - timedelta(minutes=5)
        for one in ahead:
            self._write_edition(one, "announce", "announced", one.day)

    def _write_edition(self, one: Edition, kind: str, status: str, day: date) -> None:
        part = {"code": str(one.document["code"]), "version": one.number, "document": one.document, "status": status,
                "effective_from": day.isoformat()}  # fmt: skip
        what = {"what": "published" if kind == "publish" else "announced", "version": one.mark}
        told: Json = {"announcement": one.announcement} if one.announcement else {}
        with self._desk.store.writing() as writing:
            parts: Json = {"program": part, "diary": what} | told
            write(writing, self._desk, one.mark, kind, self._at.date(), parts)

    def _acts(self) -> Iterator[tuple[datetime, str, Act]]:
        """What happened when; the name parts what happened at one moment."""
        known = self._desk.program_of(self._versions()[0])
        groups = [group.code for group in known.groups]
        for place, one in enumerate(self._people):
            name = one.id
            came = self._today - timedelta(days=20 + self._chance.randrange(PAST - 40))
            if place % _STRANGERS == _STRANGERS - 1 and not one.family:
                yield self._moment(came, 8), name, partial(self._note, one)
                continue
            group = groups[place // 7 % len(groups)] if groups and place % 7 == 3 else ""
            yield self._moment(came, 8), name, partial(self._enrol, one, group)
            if one.family and known.family is not None:
                yield self._moment(self._today - timedelta(days=10), 8), name, partial(self._join, one)
            often = place % _FAITHFUL == 0
            for number in range(self._chance.randint(4, 7) if often else self._chance.randint(0, 2)):
                day = came + timedelta(days=1 + self._chance.randrange((self._today - came).days - 1))
                if self._sold:
                    yield self._moment(day, 9 + number), name, partial(self._pay, one, self._chosen_services())

    def _versions(self) -> Sequence[VersionRecord]:
        with self._desk.store.reading() as reading:
            return reading.versions()

    def _moment(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour), self._zone) + timedelta(minutes=self._chance.randrange(59))

    def _chosen_services(self) -> tuple[Service, ...]:
        return tuple(self._chance.sample(self._sold, min(len(self._sold), self._chance.randint(1, 3))))

    def _note(self, one: DemoPatient) -> None:
        enrolment.add_patient(self._desk, _patient(one), derived("practice", "patient", one.id))

    def _enrol(self, one: DemoPatient, group: str) -> None:
        given = tuple((consent.kind, consent.channel) for consent in one.consents if consent.given)
        form = EnrolmentForm(_patient(one), given, one.card, (group,) if group else ())
        enrolment.enrol(self._desk, form, derived("practice", "enrol", one.id))

    def _join(self, one: DemoPatient) -> None:
        families.join_family(self._desk, _id(one), derived("practice", "family", one.family),
                             derived("practice", "kin", one.id))  # fmt: skip

    def _pay(self, one: DemoPatient, services: Sequence[Service]) -> None:
        lines = tuple(
            Line(str(number), service.price, 1, service.code, service.name, service.category,
                 floor_price=service.floor_price)
            for number, service in enumerate(services, 1)
        )  # fmt: skip
        bill = Bill(new_id(), _id(one), self._at, lines, branch=self._desk.branch)
        checkout.settle(self._desk, bill, new_id())


def _chosen(invented: Sequence[DemoPatient]) -> tuple[DemoPatient, ...]:
    """A family, namesakes, and others; everybody known once, and a member's papers for each."""
    known = [one for one in invented if one.joined is not None and not one.double_of]
    family = next((one.family for one in known if one.family), "")
    kin = [one for one in known if one.family == family and family]
    namesakes = [one for one in known if (one.surname, one.given, one.patronymic) == ("Иванов", "Иван", "Иванович")]
    first = [*namesakes[:3], *kin]
    others = [one for one in known if not one.family and one not in namesakes]
    return (*first, *others[: PEOPLE - len(first)])


def _patient(one: DemoPatient) -> Patient:
    return Patient(
        _id(one), one.surname, one.given, one.patronymic, one.birth_date, (one.phone,) if one.phone else (), one.email,
        one.contract, one.language, one.notes, one.contact_confirmed,
    )  # fmt: skip


def _id(one: DemoPatient) -> str:
    return derived("practice", "person", one.id)

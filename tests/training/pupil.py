"""A practice desk with a program, and a pupil who does a lesson rightly or makes the usual mistake, task by task."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import resources
from desk_app import announcing, cards, checkout, enrolment, families, programs, returning
from desk_app.acts import new_id, write
from desk_app.demo.tables import price_list
from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.bill import Bill, Line, ManualDiscount
from desk_app.domain.people import Patient
from desk_app.domain.program import Program
from desk_app.enrolment import EnrolmentForm
from desk_app.ports import Desk, Reach
from desk_app.rollout.telling import tell
from desk_app.sync.memory import COMPLETE
from desk_app.training.lessons import Lesson, Stage, shelf
from ui import compose, compose_records

Json = dict[str, Any]

PRESETS: Final = tuple(sorted(one.stem for one in resources.path("programs").glob("*.toml")))
LESSONS: Final = {one.code: one for one in shelf(None).found}
SERVICES: Final = {one.code: one for one in price_list()}
NOW: Final = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
AHEAD: Final = date(2027, 1, 11)


def document(preset: str) -> Json:
    """A preset's document."""
    return read_document(resources.path(f"programs/{preset}.toml").read_bytes())


@dataclass(frozen=True, slots=True)
class School:
    """A practice desk, and the rules on it."""

    desk: Desk
    program: Program
    ahead: Program | None


@contextmanager
def school(folder: Path, document: Json, *, following: Json | None = None) -> Iterator[School]:
    """A practice desk that has had these rules for long; `following` are announced."""
    clock = [NOW - timedelta(days=400)]
    folder.mkdir(parents=True, exist_ok=True)
    with compose.throw_away_desk(folder, "A", lambda: clock[0], compose_records.programs()) as desk:
        programs.publish(desk, document, None, new_id())
        listed = [
            {"code": one.code, "name": one.name, "name_en": one.name_en, "category": one.category, "price": one.price,
             "minutes": one.minutes, "floor_price": one.floor_price} for one in price_list()
        ]  # fmt: skip
        with desk.store.writing() as writing:
            write(writing, desk, new_id(), "services", clock[0].date(), {"services": listed})
        clock[0] = NOW
        if following is not None:
            programs.publish(desk, following, AHEAD, new_id())
        yield School(desk, read_program(document, 1), read_program(following, 2) if following else None)


def desk_for(lesson: Lesson, desk: Desk) -> Desk:
    """The desk as the lesson wants it: one of a network whose line is down, or one alone."""
    if lesson.network == "up":
        return desk
    with desk.store.writing() as writing:
        writing.put_setting(COMPLETE, str(int(NOW.timestamp() * 1000)))
    return replace(desk, reach=Reach(lambda: False, lambda seconds: False), cache={})


# what a pupil does


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody at the practice desk with a lesson under way."""

    desk: Desk
    stage: Stage

    def value(self, name: str) -> str:
        """A name or number of the story."""
        return str(self.stage.values[name])

    def member(self, person: str) -> str:
        """The id of somebody of the story; of one who was new, whoever bears that name now."""
        known = self.stage.cast.people[person]
        if known:
            return known
        with self.desk.store.reading() as reading:
            return next(one.id for one in reading.patients() if one.full_name == self.value(person))

    def pay(self, bill: str = "today", *, patient: str = "", **changed: Any) -> str:
        """Pay a bill of the story; `changed` is what is done otherwise. Answers the receipt."""
        cast = self.stage.cast
        lines = tuple(
            Line(str(place), role.price, role.pieces, role.code, role.name, role.category, role.payer)
            for place, role in enumerate(cast.bills[bill].lines, 1)
        )
        plan = self.stage.lesson.bill(bill)
        member = self.member(patient or plan.patient) if patient != "nobody" else ""
        asked = Bill(new_id(), member, self.desk.clock(), lines, branch="main",
                     redeem=None if plan.units == "most" else 0, proof="card")  # fmt: skip
        return checkout.settle(self.desk, replace(asked, **changed), new_id()).row.id

    def lines(self, bill: str = "today", **changed: Any) -> tuple[Line, ...]:
        """The lines of a bill of the story, each with the same thing done otherwise."""
        roles = self.stage.cast.bills[bill].lines
        return tuple(
            replace(Line(str(place), role.price, role.pieces, role.code, role.name, role.category, role.payer),
                    **changed)
            for place, role in enumerate(roles, 1)
        )  # fmt: skip

    def enrol(self, person: str, *, referrer: str = "", more: tuple[str, ...] = ()) -> str:
        """Write somebody new down as the story tells; `more` are consents ticked beyond it."""
        surname, names = self.value(f"{person}_surname"), self.value(f"{person}_given").split()
        patient = Patient("", surname, names[0], " ".join(names[1:]), date.fromisoformat(self.value(f"{person}_born")),
                          (self.value(f"{person}_phone"),))  # fmt: skip
        given = [*self.stage.lesson.person(person).consents, *more]
        consents = tuple((one, "") if one in ("program", "data") else ("messages", one) for one in given)
        form = EnrolmentForm(patient, consents, referred_by=self.member(referrer) if referrer else "")
        return enrolment.enrol(self.desk, form, new_id()).member

    def receipt(self, bill: str) -> str:
        """The receipt of a bill paid before."""
        return self.stage.cast.bills[bill].receipt

    def tell(self, person: str) -> None:
        """Tell somebody of the new rules."""
        tell(self.desk, self.member(person), self.stage.cast.mark, "desk")

    def warn(self, person: str) -> None:
        """Tell somebody what lapses."""
        _, announced = announcing.foretold(self.desk, self.member(person))
        for one in announced.values():
            announcing.record(self.desk, one, "desk")


Doing = Callable[[Pupil], object]


def _all(*done: Doing) -> Doing:
    return lambda pupil: [one(pupil) for one in done]


def _join_family(pupil: Pupil) -> None:
    families.join_family_of(pupil.desk, pupil.member("misha"), pupil.member("elena"), new_id())


def _join_wrong_family(pupil: Pupil) -> None:
    stranger = enrolment.enrol(
        pupil.desk, EnrolmentForm(Patient("", "Чужой", "Человек"), (("program", ""), ("data", ""))), new_id()
    )
    families.join_family_of(pupil.desk, pupil.member("misha"), stranger.member, new_id())


def _paid_without(bill: str = "today", **changed: Any) -> Doing:
    return lambda pupil: pupil.pay(bill, **changed)


_BY_HAND: Final = ManualDiscount("постоянный пациент", Fraction(5, 100))

#: How each lesson is done.
RIGHTLY: Final[dict[str, Doing]] = {
    "find-without-card": Pupil.pay,
    "wrong-layout": Pupil.pay,
    "enrol": _all(lambda pupil: pupil.enrol("olga"), Pupil.pay),
    "insurer": Pupil.pay,
    "spend": Pupil.pay,
    "why-not": Pupil.pay,
    "no-discount": Pupil.pay,
    "return-one": lambda pupil: returning.give_back(pupil.desk, pupil.receipt("before"), [("2", 1)], new_id()),
    "undo": _all(lambda pupil: returning.void(pupil.desk, pupil.receipt("mistake"), new_id()), Pupil.pay),
    "card-lost": lambda pupil: cards.issue(pupil.desk, pupil.member("galina"), new_id(), reason="lost"),
    "family": _join_family,
    "document": _all(
        lambda pupil: enrolment.show_document(pupil.desk, pupil.member("lidia"), pupil.value("lidia_group"), new_id()),
        Pupil.pay,
    ),
    "new-rules": _all(lambda pupil: pupil.tell("vera"), Pupil.pay),
    "offline": Pupil.pay,
    "lapse": _all(lambda pupil: pupil.warn("tamara"), Pupil.pay),
    "friend": lambda pupil: pupil.enrol("daria", referrer="sofia"),
}

#: The usual mistake in each lesson, and what is said to be missed.
MISTAKES: Final[dict[str, tuple[Doing, str]]] = {
    "find-without-card": (_paid_without(patient="twin"), "receipt.other"),
    "wrong-layout": (_paid_without(patient="nobody"), "receipt.stranger"),
    "enrol": (_all(lambda pupil: pupil.enrol("olga", more=("call",)), Pupil.pay), "consent.extra"),
    "insurer": (lambda pupil: pupil.pay(lines=pupil.lines(payer="self")), "line.payer"),
    "spend": (_paid_without(redeem=0), "units.none"),
    "why-not": (_paid_without(manual=_BY_HAND), "receipt.manual"),
    "no-discount": (_paid_without(manual=_BY_HAND), "receipt.manual"),
    "return-one": (
        lambda pupil: returning.give_back(pupil.desk, pupil.receipt("before"), [("1", 1), ("2", 1)], new_id()),
        "return.more",
    ),
    "undo": (Pupil.pay, "void.none"),
    "card-lost": (
        lambda pupil: cards.block(pupil.desk, pupil.value("galina_card"), new_id(), reason="lost"), "card.only_blocked",
    ),
    "family": (_join_wrong_family, "family.missing"),
    "document": (
        _all(Pupil.pay, lambda pupil: enrolment.show_document(
            pupil.desk, pupil.member("lidia"), pupil.value("lidia_group"), new_id())),
        "receipt.group",
    ),
    "new-rules": (Pupil.pay, "told.none"),
    "offline": (_paid_without(redeem=0), "units.none"),
    "lapse": (Pupil.pay, "warned.none"),
    "friend": (lambda pupil: pupil.enrol("daria"), "referral.forgotten"),
}  # fmt: skip

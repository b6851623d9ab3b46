"""Looks whether the goals of a lesson hold, from what the practice desk remembers; how it was done is nobody's concern.

Receipts, returns, members, consents, cards, families and who was told are facts; clicks and keys are none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from desk_app.accounts import load, version_on
from desk_app.announcing import owed_lots
from desk_app.domain.lookup_keys import name_key, phone_key
from desk_app.domain.people import Patient
from desk_app.ports import Desk, Reading
from desk_app.returning import returned_pieces
from desk_app.training.lessons.lesson import CHANNELS, Goal, Person
from desk_app.training.lessons.missed import GoalResult, Missed
from desk_app.training.lessons.paid import look_at_receipts
from desk_app.training.lessons.stage import Cast, Stage
from desk_app.versions import today


def check(desk: Desk, stage: Stage) -> tuple[GoalResult, ...]:
    """Every goal of the lesson, in its order, as the practice desk stands now; one that was passed over is begun."""
    out: list[GoalResult] = []
    passed_over = False
    with desk.store.reading() as reading:
        for goal in reversed(stage.lesson.goals):
            missed = _CHECKS[goal.kind](Scene(reading, desk, stage, goal))
            begun = passed_over or not missed or any(one.code not in UNTOUCHED for one in missed)
            out.append(GoalResult(goal.code, not missed, missed, begun))
            passed_over = passed_over or (begun and goal.kind not in _HOLD_AT_FIRST)
    return tuple(reversed(out))


#: What is missed by somebody who has not tried yet.
UNTOUCHED: Final = frozenset((
    "receipt.none", "return.none", "void.none", "member.none", "member.not", "card.none", "family.none", "told.none",
    "warned.none", "group.none", "referral.none",
))  # fmt: skip


#: Kinds of goals that hold before anything is done.
_HOLD_AT_FIRST: Final = frozenset(("single",))


@dataclass(frozen=True, slots=True)
class Scene:
    """What one goal is looked at with."""

    reading: Reading
    desk: Desk
    stage: Stage
    goal: Goal

    @property
    def cast(self) -> Cast:
        """The people it is about."""
        return self.stage.cast

    @property
    def person(self) -> Person:
        """The person of the story it is about."""
        return self.stage.lesson.person(self.goal.person)

    def records(self, person: str) -> tuple[str, ...]:
        """The records of somebody of the story: the one that was set up, else whoever bears the name and birthday."""
        known = self.cast.people[person]
        return (self.reading.canonical(known),) if known else tuple(sorted({
            self.reading.canonical(one.id) for one in self.reading.patients() if self._is_called(one, person)
        }))  # fmt: skip

    def _is_called(self, one: Patient, person: str) -> bool:
        values = self.cast.values
        born = one.birth_date.isoformat() if one.birth_date else ""
        same_day, same_name = (
            born == values[f"{person}_born"],
            name_key(one.surname) == name_key(str(values[f"{person}_surname"])),
        )
        same_phone = any(phone_key(phone) == phone_key(str(values[f"{person}_phone"])) for phone in one.phones)
        return same_name and (same_day or same_phone)

    def doubles(self, person: str) -> int:
        """How many records bear the name and birthday of somebody of the story."""
        values = self.cast.values
        return sum(
            one.full_name == values[person] and one.birth_date is not None
            and one.birth_date.isoformat() == values[f"{person}_born"]
            and self.reading.canonical(one.id) == one.id
            for one in self.reading.patients()
        )  # fmt: skip

    def say(self, code: str, person: str = "", **params: str | int) -> tuple[Missed, ...]:
        """One thing that was missed; `name` is who it is about."""
        named = {"name": self.cast.values[person]} if person else {}
        return (Missed(code, {**named, **params}),)


Check = Callable[[Scene], tuple[Missed, ...]]


def _receipt(scene: Scene) -> tuple[Missed, ...]:
    goal, lesson = scene.goal, scene.stage.lesson
    plan = lesson.bill(goal.bill)
    records = scene.records(plan.patient)
    return look_at_receipts(scene.reading, scene.desk, scene.cast, lesson, goal, records)


# what comes back


def _return(scene: Scene) -> tuple[Missed, ...]:
    bill, goal = scene.cast.bills[scene.goal.bill], scene.goal
    back = returned_pieces(scene.reading, bill.receipt)
    plan = scene.stage.lesson.bill(goal.bill)
    wanted = {
        str(place): item.pieces for place, item in enumerate(plan.lines, 1) if item.service in goal.lines
    }  # fmt: skip
    if not back:
        return scene.say("return.none", plan.patient)
    roles = {str(place): role for place, role in enumerate(bill.lines, 1)}
    for line, role in roles.items():
        given, due = back.get(line, 0), wanted.get(line, 0)
        if given > due:
            return scene.say("return.more", service=role.code, given=given, due=due)
    for line, role in roles.items():
        if back.get(line, 0) < wanted.get(line, 0):
            return scene.say("return.less", service=role.code, given=back.get(line, 0), due=wanted[line])
    return ()


def _void(scene: Scene) -> tuple[Missed, ...]:
    bill, patient = scene.cast.bills[scene.goal.bill], scene.stage.lesson.bill(scene.goal.bill).patient
    back = returned_pieces(scene.reading, bill.receipt)
    if not back:
        return scene.say("void.none", patient)
    left = [role for place, role in enumerate(bill.lines, 1) if back.get(str(place), 0) < role.pieces]
    return scene.say("void.part", service=left[0].code) if left else ()


# people


def _member(scene: Scene) -> tuple[Missed, ...]:
    person, values, reading = scene.person, scene.cast.values, scene.reading
    records = scene.records(person.code)
    if not records:
        return scene.say("member.none", person.code)
    if len(records) > 1:
        return scene.say("single.twice", person.code, count=len(records))
    record = records[0]
    membership = reading.membership(record)
    if membership is None or membership.left is not None:
        return scene.say("member.not", person.code)
    out: list[Missed] = []
    patient = reading.patient(record)
    assert patient is not None
    if not person.known:
        if name_key(patient.full_name) != name_key(str(values[person.code])):
            out += scene.say("member.name", person.code, found=patient.full_name)
        if patient.birth_date is None or patient.birth_date.isoformat() != values[f"{person.code}_born"]:
            born = patient.birth_date.isoformat() if patient.birth_date else ""
            out += scene.say("member.born", person.code, found=born, day=values[f"{person.code}_born"])
        if all(phone_key(phone) != phone_key(str(values[f"{person.code}_phone"])) for phone in patient.phones):
            out += scene.say("member.phone", person.code, phone=values[f"{person.code}_phone"])
    given = {one.channel or one.kind for one in reading.consents(record) if one.given}
    wanted = set(person.consents)
    for word in ("program", "data", *CHANNELS):
        if word in wanted - given:
            out += scene.say("consent.missing", person.code, consent=word)
        if word in given - wanted:
            out += scene.say("consent.extra", person.code, consent=word)
    return tuple(out)


def _single(scene: Scene) -> tuple[Missed, ...]:
    """Nobody was written down anew who was there already."""
    count = scene.doubles(scene.person.code)
    return scene.say("single.twice", scene.person.code, count=count) if count > 1 else ()


def _card(scene: Scene) -> tuple[Missed, ...]:
    """Another card opens the account, the lost one opens nothing, and it is noted why."""
    reading, person = scene.reading, scene.person
    lost, record = str(scene.cast.values[f"{person.code}_card"]), scene.records(person.code)[0]
    held = [card for card in reading.cards(record) if card.state == "active"]
    stopped = reading.stopped(lost)
    if stopped is None:
        return scene.say("card.both" if len(held) > 1 else "card.none", person.code)
    if not held:
        return scene.say("card.only_blocked", person.code)
    return () if stopped[1] == "lost" else scene.say("card.reason", person.code)


def _family(scene: Scene) -> tuple[Missed, ...]:
    reading, first = scene.reading, scene.goal.people[0]
    families = {}
    for one in scene.goal.people:
        records = scene.records(one)
        membership = reading.membership(records[0]) if records else None
        families[one] = membership.family if membership is not None else ""
    if not any(families.values()):
        return scene.say("family.none", first)
    out: list[Missed] = []
    whose = next(family for family in families.values() if family)
    for one, family in families.items():
        if family != whose:
            out += scene.say("family.other" if family else "family.missing", one)
    known = {record for one in scene.goal.people for record in scene.records(one)}
    strangers = [one for one in reading.family_members(whose) if one not in known]
    doubles = [one for one in scene.goal.people if scene.doubles(one) > 1]
    if doubles:
        # one of them was written down anew, and that record joined
        return scene.say("single.twice", doubles[0], count=scene.doubles(doubles[0]))
    if strangers:
        stranger = reading.patient(strangers[0])
        out.append(Missed("family.stranger", {"found": stranger.full_name if stranger else ""}))
    return tuple(out)


def _told(scene: Scene) -> tuple[Missed, ...]:
    heard = scene.reading.told_of(scene.cast.mark, scene.records(scene.person.code)[0])
    return () if heard is not None else scene.say("told.none", scene.person.code)


def _warned(scene: Scene) -> tuple[Missed, ...]:
    reading, desk, record = scene.reading, scene.desk, scene.records(scene.person.code)[0]
    day = today(desk, reading)
    held = load(reading, desk, record, version_on(reading, desk, day)[0], day)
    owed = sum(lot.left for lot in owed_lots(held))
    if owed:
        return scene.say("warned.none", scene.person.code, units=owed)
    # spent, nothing lapses any more; nobody told her all the same
    return () if any(lot.warnings for lot in held.account.lots) else scene.say("warned.spent", scene.person.code)


def _group(scene: Scene) -> tuple[Missed, ...]:
    person = scene.person
    records = scene.records(person.code)
    membership = scene.reading.membership(records[0]) if records else None
    code = str(scene.cast.values[f"{person.code}_group"])
    shown = {group for group, _ in membership.groups} if membership is not None else set()
    if code in shown:
        return ()
    if shown:
        return scene.say("group.other", person.code, group=code, found=min(shown))
    return scene.say("group.none", person.code, group=code)


def _referral(scene: Scene) -> tuple[Missed, ...]:
    person = scene.person
    records = scene.records(person.code)
    membership = scene.reading.membership(records[0]) if records else None
    if membership is None or not membership.referred_by:
        # whoever joins today is asked today
        return scene.say("referral.none" if membership is None or person.known else "referral.forgotten", person.code)
    friend = scene.reading.canonical(membership.referred_by)
    if friend in scene.records(person.referred_by):
        return ()
    other = scene.reading.patient(friend)
    return scene.say("referral.other", person.code, found=other.full_name if other else "")


_CHECKS: Final[Mapping[str, Check]] = {
    "receipt": _receipt, "return": _return, "void": _void, "member": _member, "single": _single, "card": _card,
    "family": _family, "told": _told, "warned": _warned, "group": _group, "referral": _referral,
}  # fmt: skip

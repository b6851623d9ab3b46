"""Families and doubles: joining and leaving a family's account, merging two records of one patient and undoing it.

Source: spec: engine, People.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.accounts import Holding, load, version_on
from desk_app.acts import done_before, op_id, write
from desk_app.domain.errors import Refusal, refuse
from desk_app.domain.facts import JoinedFamily, LeftFamily
from desk_app.domain.people import Patient
from desk_app.domain.program import Unit
from desk_app.events import member_of
from desk_app.ports import Desk, Reading, Writing
from desk_app.versions import today


@dataclass(frozen=True, slots=True)
class Ties:
    """Who a member is bound to: the family in the order of joining (empty without one), and records merged into theirs.

    `declared` is whether the program in force knows families, `pooled` whether a family has one account in it.
    """

    declared: bool = False
    pooled: bool = False
    family: tuple[Patient, ...] = ()
    merged: tuple[Patient, ...] = ()


def ties(desk: Desk, member: str) -> Ties:
    """The ties of a member as they are now; none of an unknown one."""
    with desk.store.reading() as reading:
        canonical = reading.canonical(member)
        membership = reading.membership(canonical)
        family = reading.family_members(membership.family) if membership is not None and membership.family else ()
        merged = sorted(reading.aliases(canonical) - {canonical})
        try:
            program, _ = version_on(reading, desk, today(desk, reading))
        except Refusal:
            return Ties(merged=_patients(reading, merged))
        pooled = program.family is not None and program.family.balance == "common"
        return Ties(program.family is not None, pooled, _patients(reading, family), _patients(reading, merged))


@dataclass(frozen=True, slots=True)
class Stake:
    """What an act upon ties is about: the member, the family id and who else is in it, all units of their account.

    `units` are smallest parts of `unit`, those that wait included; in a `pooled` family the account is everybody's.
    """

    patient: Patient
    family: str = ""
    others: tuple[Patient, ...] = ()
    units: int = 0
    unit: Unit | None = None
    pooled: bool = False


def stake(desk: Desk, member: str) -> Stake:
    """What a member, or a record merged into another, has at stake today. Raises `member.unknown`."""
    with desk.store.reading() as reading:
        canonical = reading.canonical(member)
        patient = reading.patient(member)
        if patient is None:
            raise refuse("member.unknown", "member", member=member)
        day = today(desk, reading)
        program, _ = version_on(reading, desk, day)
        held = load(reading, desk, canonical, program, day)
        family = held.membership.family if held.membership is not None else ""
        others = [one for one in reading.family_members(family) if one != canonical] if family else []
        pooled = program.family is not None and program.family.balance == "common"
        return Stake(patient, family, _patients(reading, others), held.account.left, program.unit, pooled)


def join_family(desk: Desk, member: str, family: str, identifier: str) -> Holding:
    """A member joins a family; the lots move to its account. Raises `family.none`, `family.full`, `family.member`."""
    with desk.store.writing() as writing:
        return _join(writing, desk, (member_of(writing, member),), family, identifier)


def join_family_of(desk: Desk, member: str, other: str, identifier: str) -> Holding:
    """A member joins the family of another; where the other has none, both begin one in one act, the other first.

    Raises the refusals of `join_family`, and `merge.same` for a member and themselves.
    """
    with desk.store.writing() as writing:
        joining, found = member_of(writing, member), member_of(writing, other)
        if joining == found:
            raise refuse("merge.same", "member")
        membership = writing.membership(found)
        if membership is not None and membership.family:
            return _join(writing, desk, (joining,), membership.family, identifier)
        return _join(writing, desk, (found, joining), op_id(f"family of {identifier}"), identifier)


def leave_family(desk: Desk, member: str, identifier: str) -> Holding:
    """A member leaves the family; the lots stay, the spend goes along. Raises `family.none`."""
    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        day = today(desk, writing)
        program, _ = version_on(writing, desk, day)
        membership = writing.membership(canonical)
        if done_before(writing, identifier, "family_leave") is None:
            if membership is None or not membership.family:
                raise refuse("family.none", "member")
            fact = LeftFamily(0, "", canonical, day, membership.family)
            write(writing, desk, identifier, "family_leave", day, {}, [fact])
        return load(writing, desk, canonical, program, day)


def merge(desk: Desk, member: str, into: str, identifier: str) -> Holding:
    """Two records of one patient become one; every lot is kept. Raises `merge.same`."""
    with desk.store.writing() as writing:
        gone, stays = member_of(writing, member), member_of(writing, into)
        if done_before(writing, identifier, "merge") is None:
            if gone == stays:
                raise refuse("merge.same", "into")
            _edge(writing, desk, identifier, "merge", gone, stays)
        return _holding(writing, desk, stays)


def unmerge(desk: Desk, member: str, identifier: str) -> Holding:
    """Undo a merge by one act; the member has its own lots again. Raises `merge.none`."""
    with desk.store.writing() as writing:
        if done_before(writing, identifier, "unmerge") is None:
            stays = writing.canonical(member)
            if stays == member:
                raise refuse("merge.none", "member")
            _edge(writing, desk, identifier, "unmerge", member, stays)
        return _holding(writing, desk, writing.canonical(member))


def _join(writing: Writing, desk: Desk, joining: tuple[str, ...], family: str, identifier: str) -> Holding:
    day = today(desk, writing)
    program, _ = version_on(writing, desk, day)
    if program.family is None:
        raise refuse("family.none", "family")
    if done_before(writing, identifier, "family_join") is None:
        for member in joining:
            membership = writing.membership(member)
            if membership is not None and membership.family:
                raise refuse("family.member", "member", member=member)
        members, limit = writing.family_members(family), program.family.max_members
        if limit and len(members) + len(joining) > limit:
            raise refuse("family.full", "family", limit=limit)
        pooled = program.family.balance == "common"
        facts = [JoinedFamily(0, "", member, day, family, pooled) for member in joining]
        write(writing, desk, identifier, "family_join", day, {}, facts)
    return load(writing, desk, joining[-1], program, day)


def _patients(reading: Reading, ids: Iterable[str]) -> tuple[Patient, ...]:
    return tuple(found for one in ids if (found := reading.patient(one)) is not None)


def _edge(writing: Writing, desk: Desk, identifier: str, kind: str, member: str, into: str) -> None:
    parts = {"edge": {"kind": kind, "member": member, "into": into}}
    write(writing, desk, identifier, kind, today(desk, writing), parts)


def _holding(writing: Writing, desk: Desk, member: str) -> Holding:
    day = today(desk, writing)
    program, _ = version_on(writing, desk, day)
    return load(writing, desk, member, program, day)

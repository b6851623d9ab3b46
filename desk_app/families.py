"""Families and doubles: joining and leaving a family's account, merging two records of one patient and undoing it.

Source: spec: engine, People.
"""

from __future__ import annotations

from desk_app.accounts import Holding, load, version_on
from desk_app.acts import write
from desk_app.domain.errors import refuse
from desk_app.domain.facts import JoinedFamily, LeftFamily
from desk_app.events import member_of
from desk_app.ports import Desk, Writing
from desk_app.versions import today


def join_family(desk: Desk, member: str, family: str, identifier: str) -> Holding:
    """A member joins a family; the lots move to its account. Raises `family.none`, `family.full`, `family.member`."""
    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        day = today(desk, writing)
        program, _ = version_on(writing, desk, day)
        if program.family is None:
            raise refuse("family.none", "family")
        if writing.op_body(identifier) is None:
            membership = writing.membership(canonical)
            if membership is not None and membership.family:
                raise refuse("family.member", "member", member=member)
            members = writing.family_members(family)
            if program.family.max_members and len(members) >= program.family.max_members:
                raise refuse("family.full", "family", limit=program.family.max_members)
            fact = JoinedFamily(0, "", canonical, day, family, program.family.balance == "common")
            write(writing, desk, identifier, "family_join", day, {}, [fact])
        return load(writing, desk, canonical, program, day)


def leave_family(desk: Desk, member: str, identifier: str) -> Holding:
    """A member leaves the family; the lots stay, the spend goes along. Raises `family.none`."""
    with desk.store.writing() as writing:
        canonical = member_of(writing, member)
        day = today(desk, writing)
        program, _ = version_on(writing, desk, day)
        membership = writing.membership(canonical)
        if writing.op_body(identifier) is None:
            if membership is None or not membership.family:
                raise refuse("family.none", "member")
            fact = LeftFamily(0, "", canonical, day, membership.family)
            write(writing, desk, identifier, "family_leave", day, {}, [fact])
        return load(writing, desk, canonical, program, day)


def merge(desk: Desk, member: str, into: str, identifier: str) -> Holding:
    """Two records of one patient become one; every lot is kept. Raises `merge.same`."""
    with desk.store.writing() as writing:
        gone, stays = member_of(writing, member), member_of(writing, into)
        if writing.op_body(identifier) is None:
            if gone == stays:
                raise refuse("merge.same", "into")
            _edge(writing, desk, identifier, "merge", gone, stays)
        return _holding(writing, desk, stays)


def unmerge(desk: Desk, member: str, identifier: str) -> Holding:
    """Undo a merge by one act; the member has its own lots again. Raises `merge.none`."""
    with desk.store.writing() as writing:
        if writing.op_body(identifier) is None:
            stays = writing.canonical(member)
            if stays == member:
                raise refuse("merge.none", "member")
            _edge(writing, desk, identifier, "unmerge", member, stays)
        return _holding(writing, desk, writing.canonical(member))


def _edge(writing: Writing, desk: Desk, identifier: str, kind: str, member: str, into: str) -> None:
    parts = {"edge": {"kind": kind, "member": member, "into": into}}
    write(writing, desk, identifier, kind, today(desk, writing), parts)


def _holding(writing: Writing, desk: Desk, member: str) -> Holding:
    day = today(desk, writing)
    program, _ = version_on(writing, desk, day)
    return load(writing, desk, member, program, day)

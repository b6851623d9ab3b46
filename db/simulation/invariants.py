"""What must hold when everything is healed; each finding begins with the name of the law it breaks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from db.oplog import chained
from db.verify import digest, verify

if TYPE_CHECKING:
    from db.simulation.computers import Computer
    from db.simulation.faraway import Faraway


def held_anywhere(computers: Sequence[Computer], faraway: Faraway) -> set[str]:
    """Ids of all acts that somebody holds."""
    held = faraway.op_ids()
    for computer in computers:
        with computer.store.reading() as reading:
            held |= {row[0] for row in reading.cursor.execute("SELECT DISTINCT op_id FROM op")}
    return held


def findings(computers: Sequence[Computer], faraway: Faraway, lasting: set[str]) -> Iterator[str]:
    """Every law that does not hold at rest. `lasting`: ids of acts that were not destroyed with all their copies."""
    yield from _losses(computers, faraway, lasting)
    yield from faraway.findings()
    yield from _chains(faraway)
    yield from _books(computers, faraway)
    yield from _agreement(computers, faraway)
    # all draw the same picture by now, so one of them made anew from its log is enough
    for finding in verify(computers[0].store):
        yield f"I9: {computers[0].name}: {finding}"


def _losses(computers: Sequence[Computer], faraway: Faraway, lasting: set[str]) -> Iterator[str]:
    lost = (lasting | held_anywhere(computers, faraway)) - faraway.op_ids()
    if lost:
        yield f"I1: {len(lost)} acts never reached the centre: {sorted(lost)[:3]}"


def _chains(faraway: Faraway) -> Iterator[str]:
    """Places without gaps, hashes that follow, moments that never go back."""
    for stream, anchor, head, head_hash, ops in faraway.streams():
        before, latest = anchor, 0
        for place, (seq, op_id, body, found, eff, alone) in enumerate(ops, 1):
            if seq != place or chained(before, op_id, body) != found:
                yield f"I6: {stream} does not follow at {seq}"
            before = found
            if not alone:
                # an act counts at one moment under all its names, which may be the moment of another stream
                continue
            if eff < latest:
                yield f"I14: {stream} goes back in time at {seq}"
            latest = eff
        if head != len(ops) or head_hash != before:
            yield f"I6: {stream} says {head}, has {len(ops)}"


def _books(computers: Sequence[Computer], faraway: Faraway) -> Iterator[str]:
    """Balances are what the bodies of applied acts say, at the centre and on every desk."""
    expected: dict[str, int] = {}
    for body in faraway.applied_bodies():
        for account, amount in json.loads(body).get("entries", ()):
            expected[account] = expected.get(account, 0) + amount
    known = {account: units for account, units in expected.items() if units}
    central = {account: units for account, units in faraway.balances().items() if units}
    if central != known:
        yield f"I4: the centre's balances {central} are not what its acts say: {known}"
    for computer in computers:
        with computer.store.reading() as reading:
            here = dict(reading.cursor.execute("SELECT account, units FROM balance WHERE units<>0").fetchall())
        if here != known:
            yield f"I4: balances of {computer.name} {here} differ from the centre's {known}"


def _agreement(computers: Sequence[Computer], faraway: Faraway) -> Iterator[str]:
    """Every copy of a stream is a beginning of the centre's, and all desks draw the same from what they hold."""
    hashes = {stream: [op[3] for op in ops] for stream, _, _, _, ops in faraway.streams()}
    pictures = set()
    for computer in computers:
        with computer.store.reading() as reading:
            cursor = reading.cursor
            rows = cursor.execute(
                "SELECT s.stream_id, o.seq, o.hash FROM op o JOIN stream s ON s.no=o.stream ORDER BY 1, 2"
            ).fetchall()
            pictures.add((digest(cursor), _effects(cursor.execute("SELECT op_id, body_sha FROM applied").fetchall())))
        held: dict[str, list[bytes]] = {}
        for stream, _, found in rows:
            held.setdefault(stream, []).append(found)
        behind = [one for one in hashes if len(held.get(one, ())) < len(hashes[one])]
        if behind:
            yield f"I16: {computer.name} has not fetched {behind}"
        for stream, copy in held.items():
            whole = hashes.get(stream, [])
            if copy[: len(whole)] != whole[: len(copy)]:
                yield f"I7: {computer.name} holds another {stream} than the centre"
    if len(pictures) != 1:
        yield f"I8: desks with the same acts draw {len(pictures)} different pictures from them"


def _effects(rows: list[tuple[str, bytes]]) -> str:
    return sha256(repr(sorted(rows)).encode()).hexdigest()

"""The desks of the network as far as this one has heard of them, each with the last of its acts that came."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from desk_app import clinic
from desk_app.ports import Desk, Json, Reading

#: Streams looked through; in a network of thousands the page shows those heard last.
_MOST: Final = 400
#: Values of the clinic under which desks say what they are called.
_NAME_KEY: Final = "desk.name."


@dataclass(frozen=True, slots=True)
class KnownDesk:
    """A desk by the code on its receipts; `last` is the moment of its newest act here, milliseconds UTC.

    `name` is what the centre calls it, "" where it has not said so.
    """

    code: str
    branch: str
    last: int
    own: bool
    name: str = ""


def introduce(desk: Desk, name: str) -> None:
    """Let all desks know what the centre calls this one; what they know already is not said again."""
    if name and name != desk.code:
        clinic.tell(desk, {_NAME_KEY + desk.code: name})


def names(reading: Reading, codes: Iterable[str]) -> dict[str, str]:
    """What desks of these codes are called, as far as they said so."""
    return {code: name for code in set(codes) if code and (name := reading.setting(_NAME_KEY + code))}


def known_desks(desk: Desk) -> tuple[KnownDesk, ...]:
    """This desk first, then the others, the one heard last first."""
    newest: dict[str, KnownDesk] = {}
    with desk.store.reading() as reading:
        for one in reading.other_streams()[-_MOST:]:
            for op in reading.ops_of(one.stream, one.head - 1, 1):
                body: Json = json.loads(op.body)
                code = str(body.get("desk", ""))
                before = newest.get(code)
                if code and (before is None or before.last < op.moment):
                    newest[code] = KnownDesk(code, str(body.get("branch", "")), op.moment, own=False)
        newest.pop(desk.code, None)
        called = names(reading, (desk.code, *newest))
        ends = [reading.ops_of(one.stream, one.head - 1, 1) for one in reading.own_streams()]
    own = max((op.moment for found in ends for op in found), default=0)
    others = sorted(newest.values(), key=lambda one: (-one.last, one.code))
    known = (KnownDesk(desk.code, desk.branch, own, own=True), *others)
    return tuple(replace(one, name=called.get(one.code, "")) for one in known)

"""The desks of the network as far as this one has heard of them, each with the last of its acts that came."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from desk_app.ports import Desk, Json

#: Streams looked through; in a network of thousands the page shows those heard last.
_MOST: Final = 400


@dataclass(frozen=True, slots=True)
class KnownDesk:
    """A desk by the code on its receipts; `last` is the moment of its newest act here, milliseconds UTC."""

    code: str
    branch: str
    last: int
    own: bool


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
        ends = [reading.ops_of(one.stream, one.head - 1, 1) for one in reading.own_streams()]
    own = max((op.moment for found in ends for op in found), default=0)
    others = sorted(newest.values(), key=lambda one: (-one.last, one.code))
    return (KnownDesk(desk.code, desk.branch, own, own=True), *others)

"""Acts that cannot be applied, from a desk of somebody else's making: well chained, and nonsense inside."""

from __future__ import annotations

import json
import random
import uuid
from typing import Final

from db.oplog import anchor_of, chained
from desk_app.ports import StoredOp
from desk_app.sync.calls import Push

_BODIES: Final = (
    "", "null", "[]", "{", '{"kind":"x"}', '"\\ud800"', "{}" * 3, '{"moment":1.5}',
)  # fmt: skip
_PARTS: Final[tuple[dict[str, object], ...]] = (
    {"entries": [["somebody", "1"]]}, {"entries": [["somebody", 1.5]]}, {"entries": [["somebody"]]}, {"entries": 7},
    {"entries": [["somebody", 10**30]]}, {"facts": [{"kind": "nonsense", "member": "x", "day": "2025-01-01"}]},
    {"patient": {}}, {"receipt": {}}, {"uses": "x"}, {"day": None}, {"moment": 10**30},
)  # fmt: skip


def poisonous_stream(luck: random.Random, now: int) -> Push:
    """A push of a stream that nobody else has."""
    stream = str(uuid.UUID(int=luck.getrandbits(128), version=4))
    anchor = before = anchor_of(stream)
    ops = []
    for seq in range(1, luck.randint(2, 5)):
        op_id = str(uuid.UUID(int=luck.getrandbits(128), version=4))
        moment = now + seq
        body = luck.choice(_BODIES)
        if luck.random() < 0.6:
            whole = {"kind": "x", "v": 1, "desk": "evil", "by": "", "day": "2025-01-10", "moment": moment,
                     "hlc": moment << 16}  # fmt: skip
            body = json.dumps(whole | luck.choice(_PARTS), separators=(",", ":"))
        before = chained(before, op_id, body)
        ops.append(StoredOp(stream, seq, op_id, moment, body, before))
    return Push(stream, anchor, 1, tuple(ops))

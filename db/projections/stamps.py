"""Later wins, field by field: which stamp each field of a row was written with, and the merge of two writers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from db.projections.place import dumps

Stamps = dict[str, int]


def merge(values: dict[str, Any], stamps: Stamps, fields: Mapping[str, Any], hlc: int) -> bool:
    """Put `fields` into `values` where their stamp is later; True when something was put.

    Equal stamps of two desks are decided by the value itself, so any order of arrival ends alike.
    """
    changed = False
    for name, value in fields.items():
        known = stamps.get(name, -1)
        if hlc > known or (hlc == known and dumps(value) > dumps(values.get(name))):
            values[name] = value
            stamps[name] = hlc
            changed = True
    return changed


def pack(stamps: Stamps, bits: Mapping[str, int]) -> tuple[int, int, str]:
    """Stamps in little room: the commonest stamp, the bits of the fields that have it, the others as JSON."""
    if not stamps:
        return 0, 0, ""
    counts: dict[int, int] = {}
    for hlc in stamps.values():
        counts[hlc] = counts.get(hlc, 0) + 1
    common = max(counts, key=lambda hlc: (counts[hlc], hlc)) if len(counts) > 1 else hlc
    having, others = 0, {}
    for name, hlc in stamps.items():
        if hlc == common:
            having |= bits[name]
        else:
            others[name] = hlc
    return common, having, dumps(dict(sorted(others.items()))) if others else ""


def unpack(common: int, having: int, others: str, bits: Mapping[str, int]) -> Stamps:
    """`pack` undone."""
    stamps: Stamps = {name: common for name, bit in bits.items() if having & bit}
    if others:
        stamps.update(json.loads(others))
    return stamps

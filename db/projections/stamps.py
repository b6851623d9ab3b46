"""Later wins, field by field: which stamp each field of a row was written with, and the merge of two writers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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


def pack(stamps: Stamps, names: Sequence[str]) -> tuple[int, int, str]:
    """Stamps in little room: the commonest stamp, a bit for each field that has it, the others as JSON."""
    if not stamps:
        return 0, 0, ""
    if len(stamps) == len(names) and len(set(stamps.values())) == 1:
        return stamps[names[0]], (1 << len(names)) - 1, ""
    counts: dict[int, int] = {}
    for hlc in stamps.values():
        counts[hlc] = counts.get(hlc, 0) + 1
    common = max(counts, key=lambda hlc: (counts[hlc], hlc))
    bits = sum(1 << place for place, name in enumerate(names) if stamps.get(name) == common)
    others = {name: hlc for name, hlc in sorted(stamps.items()) if hlc != common}
    return common, bits, dumps(others) if others else ""


def unpack(common: int, bits: int, others: str, names: Sequence[str]) -> Stamps:
    """`pack` undone."""
    stamps: Stamps = {name: common for place, name in enumerate(names) if bits >> place & 1}
    if others:
        stamps.update(json.loads(others))
    return stamps

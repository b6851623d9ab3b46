"""Acts as tasks write them, for the tests of the store."""

from __future__ import annotations

import uuid
from typing import Any

from desk_app.ports import Json, Op

DAY = "2026-11-02"
NOON = 1_793_610_000_000
_TERMS = {"clock": "never", "warn": 30, "grace": 30}


def op(moment: int = NOON, /, op_id: str = "", **parts: Any) -> Op:
    """An op with parts; the id is made unless given."""
    body: Json = {"kind": "act", "desk": "A", "by": "anna", "day": DAY, "v": 1, **parts}
    return Op(op_id or str(uuid.uuid4()), moment, body)


def patient(who: str, **fields: Any) -> Json:
    """A patient part."""
    return {"id": who, "fields": fields}


def person(who: str, name: str, birth: str | None = None, phones: tuple[str, ...] = (), **more: Any) -> Json:
    """A patient part from a full name."""
    surname, given, patronymic = (*name.split(), "", "", "")[:3]
    return patient(
        who, surname=surname, given=given, patronymic=patronymic, birth_date=birth, phones=list(phones), **more
    )


def accrued(member: str, units: int, source: str = "bill", day: str = DAY) -> Json:
    """A fact: units given."""
    return {"kind": "accrued", "member": member, "day": day, "units": units, "source": source, "usable": "at_once",
            "terms": _TERMS, "version": 1, "receipt": "", "patient": member}  # fmt: skip


def adjusted(member: str, units: int, by: str = "anna", reason: str = "goodwill") -> Json:
    """A fact: units given by hand."""
    return {"kind": "adjusted", "member": member, "day": DAY, "units": units, "reason": reason, "by": by,
            "terms": _TERMS, "version": 1}  # fmt: skip


def family(kind: str, member: str, of: str) -> Json:
    """A fact: a member joins or leaves a family ("joined_family" | "left_family")."""
    return {"kind": kind, "member": member, "day": DAY, "family": of}


def visited(member: str, receipt: str, paid: int) -> Json:
    """A fact: a paid bill."""
    return {"kind": "visited", "member": member, "day": DAY, "receipt": receipt, "counts": True,
            "sums": [paid, paid, paid], "earned": 0, "used": [], "services": []}  # fmt: skip


def receipt(op_id: str, number: str, bill: str, patient_id: str, lines: int = 3) -> Json:
    """A receipt as the store sees it: a number, a bill and a quote of some size."""
    line = {
        "list": 180000,
        "pays": 171000,
        "rule": "level:silver",
        "reasons": [{"code": "level", "params": {"p": "5"}}],
    }
    return {"id": op_id, "number": number, "day": DAY, "bill": {"id": bill, "patient": patient_id},
            "quote": {"pays": 171000 * lines, "lines": [{"id": str(n), **line} for n in range(lines)]}}  # fmt: skip


def checkout(member: str, number: int, moment: int = NOON, lines: int = 3) -> Op:
    """A whole checkout: receipt, visit, units spent and earned, entries, a use of a promotion."""
    op_id = str(uuid.uuid4())
    redeemed = {"kind": "redeemed", "member": member, "day": DAY, "units": 10, "receipt": op_id}
    return op(
        moment,
        op_id,
        kind="checkout",
        receipt=receipt(op_id, f"A-{number}", f"bill-{number}", member, lines),
        facts=[visited(member, op_id, 171000 * lines), redeemed, accrued(member, 250)],
        entries=[[member, -10], [member, 250]],
        uses=[{"kind": "promotion", "code": "morning", "member": member}],
    )

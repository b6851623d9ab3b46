"""A desk that writes nonsense spoils its own facts: on every other desk the patient's card opens and shows the same."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from desk_app import cases
from desk_app.lookup import find
from desk_app.ports import StoredOp
from desk_app.statement import statement
from tests.tasks.clinic import Clinic, treatment

_TERMS = {"clock": "accrual", "warn": 30, "grace": 30, "period": "12 months"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Clinic, str]]:
    """A clinic and a member of it who has paid once."""
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path_factory.mktemp("clinic"), "harbour")
        who = clinic.enrol("Анна")
        clinic.later()
        clinic.pay(who, treatment("5000.00"))
        clinic.later()
        yield clinic, who


def gift(who: str, **changed: Any) -> dict[str, Any]:
    """Units given, with some keys otherwise; of None they are left out."""
    fact = {"kind": "accrued", "member": who, "day": "2025-01-10", "units": 50, "source": "bill", "usable": "at_once",
            "terms": _TERMS, "version": 1, "receipt": "", "patient": who, **changed}  # fmt: skip
    return {name: value for name, value in fact.items() if value is not None}


def visit(who: str, **changed: Any) -> dict[str, Any]:
    """A visit, with some keys otherwise."""
    return {"kind": "visited", "member": who, "day": "2025-01-10", "receipt": "r", "counts": True,
            "sums": [100, 100, 100], "earned": 0, "used": [], "services": [], **changed}  # fmt: skip


def nonsense(who: str) -> list[dict[str, Any]]:
    """Facts that cannot be: of a kind nobody knows, and of known kinds with values that mean nothing."""
    plain = {"member": who, "day": "2025-01-10"}
    spoils: tuple[dict[str, Any], ...] = (
        {"clock": "cuckoo"}, {"warn": "30"}, {"grace": -1}, {"period": "soon"}, {"period": "999999999999 days"},
        {"starts": 7}, {"renewed_by": []}, {"calendar": [13, 31, 1, 1]}, {"calendar": [12, 31, 1, 0]},
    )  # fmt: skip
    terms = [{**_TERMS, **bad} for bad in spoils]
    amounts: tuple[Any, ...] = (-50, 1.5, "50", True, 10**30, [])
    return [
        {"kind": "of the future", **plain, "wonders": 7},
        *[gift(who, units=units) for units in amounts],
        *[gift(who, usable=usable) for usable in (7, "never", "visit x", "999999999999 days")],
        *[gift(who, terms=bad) for bad in (*terms, None, 7)],
        *[gift(who, day=day) for day in ("", "9999-12-31", 20250110, "10.01.2025")],
        gift(who, receipt=None), gift(who, patient={}), gift(who, source=[]), gift(who, version="1"),
        *[visit(who, sums=sums) for sums in ([1, 2], "123", ["1", "2", "3"], [-1, 0, 0], 7)],
        visit(who, counts="yes"), visit(who, earned=-1), visit(who, used=[[]]), visit(who, services=7),
        {"kind": "redeemed", **plain, "units": -5, "receipt": "r"}, {"kind": "redeemed", **plain, "receipt": "r"},
        {"kind": "returned", **plain, "receipt": "r", "role": "x", "lines": []},
        {"kind": "returned", **plain, "receipt": "r", "role": "visit", "lines": [["1"]]},
        {"kind": "adjusted", **plain, "units": "5", "reason": "x", "by": "y", "terms": _TERMS, "version": 1},
        {"kind": "warned", **plain, "lots": [["x:0", "soon"]], "way": "sms", "by": "y"},
        {"kind": "joined", **plain, "opening": [1]}, {"kind": "joined", **plain, "opening": ["1", None, 0, 0, 30]},
        {"kind": "joined_family", **plain, "family": 7}, {"kind": "left", **plain, "days": 10**12},
        {"kind": "wished", **plain, "receipt": "r", "units": None, "money": 0},
        {"kind": "handed_over", **plain, "receipt": "r", "done": "maybe"},
    ]  # fmt: skip


def parts_without_sense(who: str) -> list[dict[str, Any]]:
    """Words on a patient, a member and the clinic's rules that name days which are none, or have no form at all."""
    fields = ({"birth_date": "x"}, {"birth_date": "99999-01-01"}, {"contact_confirmed": "soon"}, {"phones": 7},
              {"surname": None})  # fmt: skip
    return [
        *[{"patient": {"id": who, "fields": one}} for one in fields],
        {"member": {"id": who, "joined": "soon"}}, {"member": {"id": who, "left": "2025-1-1"}},
        {"consents": [{"member": who, "kind": "news", "channel": "sms", "given": True, "day": "soon"}]},
        {"groups": [{"member": who, "code": "staff", "day": "soon"}]},
        {"offer": {"member": who, "offer": {}}}, {"offer": {"member": who, "offer": 7}},
        {"closing": {"day": "soon", "days": 1}}, {"closing": {"day": "2025-01-09", "days": 10**12}},
        {"program": {"code": "p", "version": 5, "document": 7, "effective_from": "2025-01-09", "status": "published"}},
        {"program": {"code": "p", "version": 6, "document": {}, "effective_from": "soon", "status": "published"}},
        {"entries": [[who, 2**63 - 1], [who, 2**63 - 1]]},
    ]  # fmt: skip


def written(parts: list[dict[str, Any]], moment: int) -> list[StoredOp]:
    """A stream of well chained acts, each with one of the parts."""
    stream = str(uuid.uuid4())
    before, ops = sha256(uuid.UUID(stream).bytes).digest(), []
    for seq, part in enumerate(parts, 1):
        op_id, at = str(uuid.uuid4()), moment + seq
        body = {"kind": "act", "v": 1, "desk": "Z", "by": "z", "day": "2025-01-10", "moment": at, "hlc": at << 16}
        text = json.dumps({**body, **part}, separators=(",", ":"))
        before = sha256(before + uuid.UUID(op_id).bytes + text.encode()).digest()
        ops.append(StoredOp(stream, seq, op_id, at, text, before))
    return ops


def moment_of(clinic: Clinic) -> int:
    """A little before now, milliseconds UTC."""
    return int(clinic.now.timestamp() * 1000) - 1000


def test_nonsense_of_a_faulty_desk_changes_no_card(served: tuple[Clinic, str]) -> None:
    clinic, who = served
    before = statement(clinic.desk, who)

    with clinic.desk.store.writing() as writing:
        writing.take_foreign(written([{"facts": [one]} for one in nonsense(who)], moment_of(clinic)))

    assert statement(clinic.desk, who) == before


def test_what_a_faulty_desk_says_soundly_beside_counts(served: tuple[Clinic, str]) -> None:
    clinic, who = served
    before = statement(clinic.desk, who)
    facts = [gift(who, units=-7), gift(who, units=70), {"kind": "of the future", "member": who}]

    with clinic.desk.store.writing() as writing:
        writing.take_foreign(written([{"facts": [one]} for one in facts], moment_of(clinic)))

    assert statement(clinic.desk, who).usable == before.usable + 70


def test_words_without_sense_leave_everything_as_it_is(served: tuple[Clinic, str]) -> None:
    clinic, who = served

    def told() -> object:
        with clinic.desk.store.reading() as reading:
            card = reading.patient(who), reading.consents(who), reading.versions(), reading.closing()
        return statement(clinic.desk, who), find(clinic.desk, "Анна"), card

    before = told()
    with clinic.desk.store.writing() as writing:
        writing.take_foreign(written(parts_without_sense(who), moment_of(clinic)))

    assert told() == before
    clinic.pay(who, treatment("100.00"))


def test_what_is_put_aside_is_a_case_with_its_reason_and_what_the_centre_books_of_it(tmp_path: Path) -> None:
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "harbour")
        who = clinic.enrol("Анна")
        clinic.later()
        parts: list[dict[str, Any]] = [
            {"kind": "adjust", "facts": [7], "entries": [[who, 50], ["clinic:gift", -50]], "member": {"id": who}},
            {"moment": "never"},
        ]
        with clinic.desk.store.writing() as writing:
            writing.take_foreign(written(parts, moment_of(clinic)))

        unreadable, adjusted = sorted(cases.cases(clinic.desk), key=lambda case: case.moment)
        assert (adjusted.kind, adjusted.name, adjusted.desk, adjusted.units) == ("aside", "Анна", "Z", 50)
        assert (unreadable.kind, unreadable.ended, unreadable.units, unreadable.moment) == ("aside", "body", 0, 0)
        cases.mark_seen(clinic.desk, adjusted, "Olga")
        assert [case.seen for case in cases.cases(clinic.desk)] == ["", "Olga"]
        with clinic.desk.store.reading() as reading:
            assert len(reading.put_aside(1)) == 1

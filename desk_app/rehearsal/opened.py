"""A figure of a rehearsal opened to its bills, and a bill opened to its lines: as it was, and as it would have been."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.accounts import open_receipt
from desk_app.domain.errors import refuse
from desk_app.domain.receipts import Recalled
from desk_app.ports import Desk
from desk_app.rehearsal.living import relive
from desk_app.rehearsal.past import Household
from desk_app.rehearsal.sums import Rehearsal


@dataclass(frozen=True, slots=True)
class OpenedBill:
    """Both quotes of one bill, each with its program; `returned`: pieces of it came back later."""

    was: Recalled
    would: Recalled
    returned: bool


def opened_bill(desk: Desk, rehearsal: Rehearsal, receipt: str) -> OpenedBill:
    """One bill of the rehearsal with both quotes whole. Raises `bill.unknown`."""
    household = _household(rehearsal, receipt)
    with desk.store.reading() as reading:
        row = reading.receipt(receipt)
        if row is None or household is None:
            raise refuse("bill.unknown", "bill", bill=receipt)
        was = open_receipt(reading, desk, row)
        returned = bool(reading.returns(receipt))
    would = relive(rehearsal.past, household, rehearsal.draft, receipt)
    return OpenedBill(was, Recalled(would.receipt, rehearsal.draft.program), returned)


def _household(rehearsal: Rehearsal, receipt: str) -> Household | None:
    for household, life in zip(rehearsal.past.households, rehearsal.lived, strict=True):
        for row in life.rows:
            if row.receipt == receipt:
                return household
    return None


def patients_of(desk: Desk, patients: Iterable[str]) -> dict[str, str]:
    """Names by id; a stranger has none."""
    out = {}
    with desk.store.reading() as reading:
        for one in patients:
            found = reading.patient(one) if not one.startswith("~") else None
            if found is not None:
                out[one] = found.full_name
    return out

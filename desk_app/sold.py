"""What each service of the price list brought in over the last year, for those who decide what takes part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desk_app.domain.days import Period, plus
from desk_app.ports import Desk
from desk_app.versions import today
from desk_app.watch import UNWATCHED, Cancelled, Watch

_YEAR: Final = Period(-12, "months")
#: Bills between two looks whether somebody wants to stop.
_STRIDE: Final = 1000


def sold_by_service(desk: Desk, watch: Watch = UNWATCHED) -> Mapping[str, int]:
    """Money of the last twelve months by code of service (minor units), whoever paid it; bills undone are left out.

    Told again at once while nothing has happened since. Raises `desk_app.watch.Cancelled`.
    """
    kept = desk.cache if desk.cache is not None else {}
    with desk.store.reading() as reading:
        day, state = today(desk, reading), reading.state_mark()
        if kept.get("sold", (None,))[0] == (state, day):
            known: Mapping[str, int] = kept["sold"][1]
            return known
        first = plus(day, _YEAR)
        undone = {part["receipt"] for part in reading.returns_of(first, day) if part["kind"] == "void"}
        sold: dict[str, int] = {}
        for count, bill in enumerate(reading.paid_bills(first, day)):
            if count % _STRIDE == 0 and watch.cancelled():
                raise Cancelled
            if bill.id in undone:
                continue
            for line, quoted in zip(bill.body["bill"]["lines"], bill.body["quote"]["lines"], strict=True):
                if code := line.get("service", ""):
                    sold[code] = sold.get(code, 0) + quoted.get("pays", 0)
    kept["sold"] = ((state, day), sold)
    return sold

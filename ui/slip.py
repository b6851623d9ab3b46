"""The slip of a receipt or of a return as PDF bytes, in the language and on the sheet that are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from desk_app import clinic, returning, slips
from desk_app.announcing import Announced, foretold
from desk_app.domain.errors import refuse
from desk_app.domain.receipts import Recalled
from desk_app.ports import Desk
from desk_app.price_list import retitled, spoken_of, titles
from desk_app.printing.slip import Size, draw
from desk_app.receipt_numbers import the_one
from desk_app.slips import CameBack, House, Slip
from desk_app.statement import Statement
from desk_app.station import DEFAULT_BRANCH
from ui.wording.slip_words import SlipWords
from ui.wording.statement import told_days


def slip_pdf(desk: Desk, receipt: str, size: Size, language: str, *, demo: bool = False) -> bytes:
    """The slip of a receipt (id, number or bill's id), "roll" or "a5". Raises `bill.unknown`, `bill.ambiguous`."""
    return draw(slip_of(desk, receipt, language, demo=demo), size)


def return_slip_pdf(desk: Desk, receipt: str, size: Size, language: str, *, demo: bool = False) -> bytes:
    """The slip of the last return of a receipt. Raises `bill.unknown` when there is no such receipt or return."""
    return draw(return_slip_of(desk, receipt, language, demo=demo), size)


def slip_of(desk: Desk, receipt: str, language: str, *, demo: bool = False) -> Slip:
    """The slip before ink."""
    held = _open(desk, receipt, language)
    account, announced = _account(desk, held)
    slip = slips.compose(
        held.receipt, held.program, account, _words(desk, held, language), language,
        house=_house(desk, held), demo=demo, back=came_back(desk, held),
    )  # fmt: skip
    return replace(slip, announced=announced)


def return_slip_of(desk: Desk, receipt: str, language: str, *, demo: bool = False) -> Slip:
    """The slip of the last return before ink. Raises `return.none`."""
    held = _open(desk, receipt, language)
    made = returning.returned(desk, held.receipt.id)
    if not made:
        raise refuse("return.none", "bill", bill=receipt)
    moment, result = made[-1]
    back = came_back(desk, held)
    account, announced = _account(desk, held)
    slip = slips.compose_return(
        held.receipt, held.program, result, account, _words(desk, held, language), language,
        house=_house(desk, held), at=_local(held, moment), demo=demo, void=back is not None and back.fate == "void",
    )  # fmt: skip
    return replace(slip, announced=announced)


def _open(desk: Desk, receipt: str, language: str) -> Recalled:
    """The receipt, its services called in the language of the slip where the price list has them in it."""
    with desk.store.reading() as reading:
        held = the_one(reading, desk, receipt)
        bill = held.receipt.bill
        bill = retitled(bill, spoken_of(reading, held.program, bill), language)
    return replace(held, receipt=replace(held.receipt, bill=bill))


def came_back(desk: Desk, held: Recalled) -> CameBack | None:
    """What became of a receipt since it was paid, None when nothing came back."""
    with desk.store.reading() as reading:
        parts = reading.returns(held.receipt.id)
    if not parts:
        return None
    fate: Literal["void", "whole", "part"] = "whole" if any(part["whole"] for part in parts) else "part"
    if any(part.get("kind") == "void" for part in parts):
        fate = "void"
    return CameBack(fate, _local(held, parts[-1]["moment"]), sum(part["money_back"]["self"] for part in parts))


def _local(held: Recalled, moment: int) -> datetime:
    return datetime.fromtimestamp(moment / 1000, UTC).astimezone(ZoneInfo(held.program.timezone))


def _house(desk: Desk, held: Recalled) -> House:
    """The clinic and the branch in the words patients know; a branch without a title is named only beside others."""
    code = held.receipt.bill.branch
    with desk.store.reading() as reading:
        title = clinic.branch_title(reading, code)
        return House(clinic.shown(reading, held.program), title or ("" if code == DEFAULT_BRANCH else code))


def _account(desk: Desk, held: Recalled) -> tuple[Statement | None, Announced | None]:
    """What the patient has, and what the sentences about it warn of."""
    member = held.receipt.bill.patient
    with desk.store.reading() as reading:
        if reading.membership(reading.canonical(member)) is None:
            return None, None
    told, by_day = foretold(desk, member, held.receipt.id)
    lots = tuple(lot for day in told_days(told) if day in by_day for lot in by_day[day].lots)
    return told, Announced(told.member, lots)


def _words(desk: Desk, held: Recalled, language: str) -> SlipWords:
    with desk.store.reading() as reading:
        known = titles(spoken_of(reading, held.program, held.receipt.bill), language)
    offers = {f"offer:{offer.code}": offer.name.plain(language) for offer in held.receipt.standing.offers}
    return SlipWords(held.program, language, known | offers)

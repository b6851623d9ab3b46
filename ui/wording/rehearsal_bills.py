"""The rows that a figure of a rehearsal opens to, in words: patients, bills, and the lines of one bill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.domain.receipts import Recalled
from desk_app.rehearsal.figures import BillSum, PatientSum, who
from desk_app.rehearsal.opened import OpenedBill
from desk_app.rehearsal.sums import Rehearsal
from ui import formats
from ui.wording.explain import Explanation, explain
from ui.wording.rehearsal import TableRow
from ui.wording.rehearsal_words import say

#: So many rows are shown; how many more there are is said.
MOST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows with their sum in the last one; `more` are not shown, and yet in the sum."""

    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line of a bill: paid then and under the draft, and why in a sentence each."""

    name: str
    was: str
    would: str
    was_why: str
    would_why: str


@dataclass(frozen=True, slots=True)
class BillShown:
    """A bill on both sides."""

    title: str
    lines: tuple[LineShown, ...]
    sums: tuple[LineShown, ...]
    remark: str = ""


def bills_listing(rehearsal: Rehearsal, bills: Sequence[BillSum], names: Mapping[str, str], lang: str) -> Listing:
    """Bills, the largest differences first; what each privilege cost, then and under the draft."""
    program = rehearsal.draft.program

    def money(minor: int) -> str:
        return formats.short_money(minor, lang, program.currency, program.decimals)

    def signed(minor: int) -> str:
        return ("+" if minor > 0 else "") + money(minor)

    shown = sorted(bills, key=lambda one: (-abs(one.difference), one.sold.moment, one.sold.receipt))[:MOST_SHOWN]
    rows = [
        TableRow((f"{one.sold.number} · {formats.day(one.sold.day)} · {_name(names, who(one.sold), lang)}",
                  money(one.was_cost), money(one.would_cost), signed(-one.difference)), ("bill", one.sold.receipt),
                 -one.difference)
        for one in shown
    ]  # fmt: skip
    was, would = sum(one.was_cost for one in bills), sum(one.would_cost for one in bills)
    rows.append(TableRow((say("head.sum", lang), money(was), money(would), signed(would - was)), None, 0, True))
    heads = tuple(say(f"head.{one}", lang) for one in ("receipt", "was", "would", "difference"))
    return Listing(heads, tuple(rows), len(bills) - len(shown))


def patients_listing(
    rehearsal: Rehearsal, patients: Sequence[PatientSum], names: Mapping[str, str], lang: str
) -> Listing:
    """Patients of a band, the largest gain or loss first."""
    program = rehearsal.draft.program

    def money(minor: int) -> str:
        return formats.short_money(minor, lang, program.currency, program.decimals)

    shown = sorted(patients, key=lambda one: (-abs(one.gain), one.patient))[:MOST_SHOWN]
    rows = [
        TableRow((_name(names, one.patient, lang), money(one.was_paid), money(one.would_paid),
                  ("+" if one.gain > 0 else "") + money(one.gain)), ("patient", one.patient), one.gain)
        for one in shown
    ]  # fmt: skip
    total = sum(one.gain for one in patients)
    rows.append(TableRow(
        (say("head.sum", lang), money(sum(one.was_paid for one in patients)),
         money(sum(one.would_paid for one in patients)), ("+" if total > 0 else "") + money(total)), None, 0, True,
    ))  # fmt: skip
    heads = tuple(say(f"head.{one}", lang) for one in ("patient", "was", "would", "gain"))
    return Listing(heads, tuple(rows), len(patients) - len(shown))


def bill_shown(opened: OpenedBill, names: Mapping[str, str], lang: str) -> BillShown:
    """A bill line by line with the reasons of both sides."""
    receipt = opened.was.receipt
    told_was, told_would = _told(opened.was, opened, lang), _told(opened.would, opened, lang)
    program = opened.would.program

    def money(minor: int) -> str:
        return formats.short_money(minor, lang, program.currency, program.decimals)

    lines = [
        LineShown(line.name or line.service or line.id, money(was.pays), money(would.pays), told_was.line(line.id),
                  told_would.line(line.id))
        for line, was, would in zip(receipt.bill.lines, receipt.quote.lines, opened.would.receipt.quote.lines,
                                    strict=True)
    ]  # fmt: skip
    was, would = receipt.quote, opened.would.receipt.quote
    total = [LineShown(say("bill.total", lang), money(was.pays), money(would.pays), told_was.sum("pays"),
                       told_would.sum("pays"))]  # fmt: skip
    if was.earns or would.earns:
        unit = program.unit
        counted = [formats.units(count, unit, lang) if unit else str(count) for count in (was.earns, would.earns)]
        total.append(LineShown(say("bill.earned", lang), counted[0], counted[1], told_was.sum("earns"),
                               told_would.sum("earns")))  # fmt: skip
    title = say("bill", lang, number=receipt.number, day=formats.day(receipt.day),
                who=_name(names, receipt.bill.patient, lang))  # fmt: skip
    return BillShown(title, tuple(lines), tuple(total), say("bill.returned", lang) if opened.returned else "")


def _told(side: Recalled, opened: OpenedBill, lang: str) -> Explanation:
    services = {line.service: line.name for line in opened.was.receipt.bill.lines if line.service}
    return explain(side.receipt.quote, side.program, side.receipt.bill, lang, offers=side.receipt.standing.offers,
                   services=services, paid=True)  # fmt: skip


def _name(names: Mapping[str, str], patient: str, lang: str) -> str:
    return names.get(patient) or say("row.stranger", lang)

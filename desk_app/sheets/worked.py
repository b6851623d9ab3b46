"""A published example as a bill on paper: priced by the engine when the sheet is made, never by what it claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from desk_app.documents.bill_file import read_bill
from desk_app.documents.program_file import examples
from desk_app.documents.state_file import read_state
from desk_app.domain.bill import Bill, Line
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.domain.standing import Standing
from desk_app.domain.text import Text
from desk_app.sheets.blocks import BillRow, WorkedBill
from desk_app.sheets.edition import Edition
from desk_app.sheets.wording import Wording

#: What a bill of one service costs where a program publishes no example, in major units.
_USUAL = 5000


@dataclass(frozen=True, slots=True)
class Example:
    """A bill with its quote, and how it is called; `title` is None where the program published none."""

    title: Text | None
    bill: Bill
    quote: Quote


def worked_examples(edition: Edition, day: datetime) -> tuple[Example, ...]:
    """The published examples under the edition's own rules; one made up of the first service kind without any.

    `day` is aware; an edition that is still ahead is priced on its first day.
    """
    program = edition.program
    at = day.astimezone(ZoneInfo(program.timezone))
    if edition.start is not None and at.date() < edition.start:
        at = datetime.combine(edition.start, time(12), ZoneInfo(program.timezone))
    found = tuple(_examples(edition, at))
    return found or (_made_up(program, at),)


def _examples(edition: Edition, at: datetime) -> Iterator[Example]:
    program = edition.program
    for example in examples(edition.document):
        bill = replace(read_bill(example.bill, program, at), at=at)
        state = read_state(example.state, program, at.date(), edition.document)
        yield Example(example.title, bill, price_bill(program, state.prove(bill), state.standing))


def _made_up(program: Program, at: datetime) -> Example:
    category = next((one.code for one in program.categories.values() if one.earns or one.discounts), None)
    line = Line("1", _USUAL * 10**program.decimals, category=category)
    bill = Bill("example", "example", at, (line,), "example", "example")
    return Example(None, bill, price_bill(program, bill, Standing(joined=at.date())))


def worked_bill(example: Example, program: Program, wording: Wording) -> WorkedBill:
    """An example as a block: lines at list price with why they differ, what comes off, what is paid and earned."""
    quote = example.quote
    said = wording.explained(quote, example.bill)
    lines = []
    for line, quoted in zip(example.bill.lines, quote.lines, strict=True):
        name = line.name or wording.service(line.service)
        if not name and line.category:
            name = program.category(line.category).name.plain(wording.language)
        # a line with nothing of its own is told by the sums alone
        own = quoted.discount or line.payer != "self" or (program.earn and not quoted.earns_base)
        lines.append(BillRow(name or wording.label("example.service"), wording.exact(quoted.list),
                             said.get(line.id, "") if own else ""))  # fmt: skip
    sums = []
    if quote.discount:
        sums.append(BillRow(wording.label("example.discount"), wording.exact(-quote.discount)))
    if quote.redeemed:
        spent = wording.units(quote.redeemed_units - quote.reward_units)
        sums.append(BillRow(wording.label("example.units", units=spent), wording.exact(-quote.redeemed)))
    for payer, money in quote.pays_by_payer.items():
        if payer != "self" and money:
            sums.append(BillRow(wording.label(f"example.pays.{payer}"), wording.exact(-money)))
    after = []
    if quote.earns:
        after.append(wording.label("example.earns", units=wording.units(quote.earns)))
    if quote.level_after != quote.level:
        after.append(wording.label("example.level", level=wording.rule(f"level:{quote.level_after}")))
    title = example.title.plain(wording.language) if example.title else wording.label("example")
    return WorkedBill(title, tuple(lines), tuple(sums),
                      BillRow(wording.label("example.pays"), wording.exact(quote.pays)), tuple(after))  # fmt: skip

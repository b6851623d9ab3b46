"""The slip handed over after a payment or a return, as rows and paragraphs; the words are handed in.

Every number on it comes from the stored receipt, the return or the statement; nothing is computed here but sums of
those. What it looks like is decided in `desk_app.printing` (spec: print, slip).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, Protocol

from desk_app.announcing import Announced
from desk_app.clinic import Clinic
from desk_app.domain.bill import Line
from desk_app.domain.program import Program
from desk_app.domain.quote import QuoteLine
from desk_app.domain.receipts import Receipt
from desk_app.returning import ReturnResult
from desk_app.sheets.legal import filled
from desk_app.statement import Statement

Weight = Literal["plain", "strong", "small", "total"]


class Wording(Protocol):
    """How a slip says things in the reader's language."""

    def label(self, key: str, **values: object) -> str:
        """The words under a key; see `LABELS`."""

    def money(self, minor: int) -> str:
        """A sum, always with its decimals."""

    def units(self, count: int) -> str:
        """Units with their noun."""

    def rule(self, rule: str) -> str:
        """The name of what gave a discount."""

    def moment(self, at: datetime) -> str:
        """A local day and time."""

    def day(self, when: date) -> str:
        """A local day."""

    def name(self, line: Line) -> str:
        """What a line is called."""

    def explanation(self, receipt: Receipt) -> Sequence[str]:
        """The sentences of the quote, to the patient."""

    def account(self, statement: Statement) -> Sequence[str]:
        """What the patient has, in sentences."""

    def policy(self, program: Program) -> str:
        """What happens when something is brought back."""


#: Keys that a wording must have.
LABELS = (
    "receipt", "return", "demo", "at", "branch", "program", "version", "pieces", "list", "discount", "units", "pays",
    "pays.insurer", "pays.state", "pays.employer", "pays.certificate", "pays.deposit", "saved", "reward", "earned",
    "balance", "why", "account", "rules", "policy", "imprint", "money_back", "back.insurer", "back.state",
    "back.employer", "back.certificate", "back.deposit", "units_back", "withdrawn", "withheld", "shortfall",
    "line_units", "gone.void", "gone.whole", "gone.part", "mark.void", "mark.whole", "voided",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """Words at the left, an amount at the right; a row without an amount is a line of words."""

    left: str
    right: str = ""
    weight: Weight = "plain"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words over the whole width."""

    text: str
    weight: Weight = "plain"


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line between two parts."""


Block = Row | Paragraph | Rule


@dataclass(frozen=True, slots=True)
class House:
    """Whose slip it is: the clinic as patients know it, and what they call the branch ("" where there is but one)."""

    clinic: Clinic
    branch: str = ""


@dataclass(frozen=True, slots=True)
class CameBack:
    """What became of a receipt after it was paid: own money given back so far (minor units), and when the last of it.

    `fate` is "void" (undone on its own day), "whole" (all pieces came back) or "part".
    """

    fate: Literal["void", "whole", "part"]
    at: datetime
    money: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip before ink: `head` centred lines, `link` for the QR, `number` for the barcode, `mark` across the sheet.

    `announced` are the lots whose lapse it warns of, once it is in the patient's hand.
    """

    language: str
    title: str
    head: tuple[str, ...]
    blocks: tuple[Block, ...]
    number: str
    link: str = ""
    link_words: str = ""
    mark: str = ""
    announced: Announced | None = None


def compose(
    receipt: Receipt, program: Program, statement: Statement | None, wording: Wording, language: str, *,
    house: House, demo: bool = False, back: CameBack | None = None,
) -> Slip:  # fmt: skip
    """The slip of a paid receipt; one that came `back` never reads as paid.

    `statement` is the account at the time of printing, None for whoever has none.
    """
    blocks: list[Block] = _opening(receipt, program, wording, language, house, "receipt")
    if back is not None:
        told = wording.label(f"gone.{back.fate}", at=wording.moment(back.at), money=wording.money(back.money))
        blocks.insert(1, Paragraph(told, "strong"))
    blocks.append(Rule())
    worth = program.unit.worth if program.unit else 0
    evenly = all(one.redeemed == one.redeemed_units * worth for one in receipt.quote.lines)
    for line, quoted in zip(receipt.bill.lines, receipt.quote.lines, strict=True):
        blocks += _line(line, quoted, wording, evenly)
    blocks += [Rule(), *_totals(receipt, program, wording)]
    if back is not None:
        blocks.append(Row(wording.label("money_back"), wording.money(-back.money), "total"))
    blocks.append(Rule())
    blocks += _said(wording, "why", wording.explanation(receipt))
    if statement is not None and program.unit:
        blocks += [Rule(), *_account(wording, statement)]
    slip = _slip(receipt, program, wording, language, blocks, house, "receipt", demo)
    if back is None or back.fate == "part" or demo:
        return slip
    return replace(slip, mark=wording.label(f"mark.{back.fate}"))


def compose_return(
    receipt: Receipt, program: Program, result: ReturnResult, statement: Statement | None, wording: Wording,
    language: str, *, house: House, at: datetime, demo: bool = False, void: bool = False,
) -> Slip:  # fmt: skip
    """The slip of a return of a receipt, or of its `void`: what came back, and what the account holds now."""
    kind = "voided" if void else "return"
    blocks: list[Block] = _opening(receipt, program, wording, language, house, kind, at)
    blocks.append(Rule())
    lines = {line.id: line for line in receipt.bill.lines}
    for line_id, positions in result.register:
        pieces = sum(position.quantity for position in positions)
        money = sum(position.sum for position in positions)
        name = wording.name(lines[line_id])
        blocks.append(Row(wording.label("pieces", name=name, pieces=pieces), wording.money(money)))
    blocks.append(Rule())
    blocks.append(Row(wording.label("money_back"), wording.money(result.money_back), "total"))
    for payer, money in result.money_back_by_payer.items():
        if payer != "self" and money:
            blocks.append(Row(wording.label(f"back.{payer}"), wording.money(money)))
    told = (("units_back", result.units_back), ("withdrawn", result.withdrawn), ("shortfall", result.shortfall))
    blocks += [Row(wording.label(key), wording.units(count)) for key, count in told if count]
    if result.withheld:
        blocks.append(Row(wording.label("withheld"), wording.money(result.withheld)))
    if statement is not None and program.unit:
        blocks += [Rule(), *_account(wording, statement)]
    return _slip(receipt, program, wording, language, blocks, house, kind, demo)


def _slip(
    receipt: Receipt, program: Program, wording: Wording, language: str, blocks: list[Block], house: House, kind: str,
    demo: bool,
) -> Slip:  # fmt: skip
    clinic, policy = house.clinic, wording.policy(program)
    # what a ready program has in place of the clinic's own words is for whoever sets it up, not for patients
    link = clinic.rules_url if filled(clinic.rules_url) else ""
    if policy:
        blocks += [Rule(), Paragraph(policy, "small")]
    # the code tells versions of one name apart, for whoever has to look a slip up years later
    blocks.append(Paragraph(wording.label("imprint", code=program.code, version=receipt.version), "small"))
    return Slip(
        language, wording.label(kind, number=receipt.number),
        tuple(words for words in (clinic.name, clinic.address, clinic.phone) if filled(words)), tuple(blocks),
        receipt.number, link, wording.label("rules") if link else "", wording.label("demo") if demo else "",
    )  # fmt: skip


def _opening(
    receipt: Receipt, program: Program, wording: Wording, language: str, house: House, kind: str,
    at: datetime | None = None,
) -> list[Block]:  # fmt: skip
    branch = [Row(wording.label("branch"), house.branch)] if house.branch else []
    version = wording.label("version", name=program.name.plain(language), version=receipt.version)
    return [
        Paragraph(wording.label(kind, number=receipt.number), "strong"),
        Row(wording.label("at"), wording.moment(at or receipt.bill.at)),
        *branch,
        Paragraph(f"{wording.label('program')}: {version}", "small"),
    ]


def _line(line: Line, quoted: QuoteLine, wording: Wording, evenly: bool) -> Iterable[Block]:
    """The rows of a line; how many units were spent on it only where units and money of all lines agree `evenly`."""
    name = wording.name(line)
    if line.quantity > 1:
        name = wording.label("pieces", name=name, pieces=line.quantity)
    yield Row(name, wording.money(quoted.list))
    for part in quoted.discounts:
        yield Row(wording.rule(part.rule), wording.money(-part.amount), "small")
    if quoted.redeemed:
        spent = wording.label("units", units=wording.units(quoted.redeemed_units))
        yield Row(spent if evenly else wording.label("line_units"), wording.money(-quoted.redeemed), "small")
    if line.payer != "self":
        yield Row(wording.label(f"pays.{line.payer}"), wording.money(quoted.pays), "small")


def _totals(receipt: Receipt, program: Program, wording: Wording) -> Iterable[Block]:
    quote = receipt.quote
    yield Row(wording.label("list"), wording.money(quote.list))
    if quote.discount:
        yield Row(wording.label("discount"), wording.money(-quote.discount))
    if quote.redeemed:
        spent = wording.units(quote.redeemed_units - quote.reward_units)
        yield Row(wording.label("units", units=spent), wording.money(-quote.redeemed))
    for payer, money in quote.pays_by_payer.items():
        if payer != "self" and money:
            # with a minus, so that the column adds up to what was paid here
            yield Row(wording.label(f"pays.{payer}"), wording.money(-money))
    yield Row(wording.label("pays"), wording.money(quote.pays), "total")
    if quote.discount + quote.redeemed:
        yield Row(wording.label("saved"), wording.money(quote.discount + quote.redeemed), "strong")
    if program.unit is None:
        return
    if quote.reward_units:
        yield Row(wording.label("reward"), wording.units(quote.reward_units))
    if quote.earns:
        yield Row(wording.label("earned"), wording.units(quote.earns))
    if receipt.standing.member:
        yield Row(wording.label("balance"), wording.units(quote.balance_after))


def _account(wording: Wording, statement: Statement) -> list[Block]:
    """Dated: a slip printed again says what there is on the day it is printed, not on the day of the receipt."""
    return _said(wording, "account", wording.account(statement), day=wording.day(statement.day))


def _said(wording: Wording, key: str, sentences: Sequence[str], **values: object) -> list[Block]:
    if not sentences:
        return []
    return [Paragraph(wording.label(key, **values), "strong"), *(Paragraph(sentence) for sentence in sentences)]

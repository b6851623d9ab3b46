"""What the right part of the desk says: the sums of a bill, of a receipt just paid, or of a return."""

from PySide6.QtCore import QCoreApplication

from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from ui import formats, language
from ui.desk.bill.presenter import BillState
from ui.desk.bill.words import payer_words
from ui.desk.receipts.presenter import ReceiptsState
from ui.desk.sentences import problem_sentence, sentence_for_patient
from ui.desk.state import DeskState, Done
from ui.desk.total.view import TotalWords


def total_words(state: DeskState) -> TotalWords:
    """The words for the state of the room."""
    if state.returning and state.bill.program is not None:
        return return_words(state.receipts, state.bill.program)
    if state.done is not None:
        return done_words(state.done)
    return bill_words(state.bill)


def bill_words(bill: BillState) -> TotalWords:
    """The open bill."""
    program, quote = bill.program, bill.quote
    if bill.problem is not None:
        caption = QCoreApplication.translate("Total", "To pay")
        return TotalWords(caption=caption, sum="—", sentence=problem_sentence(bill.problem, program), tone="warn")
    if quote is None or program is None:
        return TotalWords(caption=QCoreApplication.translate("Total", "To pay"), sum="—")
    return TotalWords(
        rows=_rows(quote, program) if bill.bill.lines else (),
        caption=QCoreApplication.translate("Total", "To pay"),
        sum=_money(quote.pays, program),
        under=_units_lines(quote, program) if bill.member and bill.bill.lines else (),
        sentence=sentence_for_patient(quote, program, bill) if bill.bill.lines else "",
    )


def done_words(done: Done) -> TotalWords:
    """The receipt that was just paid."""
    return TotalWords(
        rows=_rows(done.quote, done.program, paid=True),
        caption=QCoreApplication.translate("Total", "Paid, receipt {number}").format(number=done.row.number),
        sum=_money(done.quote.pays, done.program),
        done=True,
        under=_units_paid(done.quote, done.program) if done.member else (),
        sentence=QCoreApplication.translate("Total", "Give the slip (F12), or take it back at once (F8)."),
    )


def return_words(receipts: ReceiptsState, program: Program) -> TotalWords:
    """What a return would give, and to whom."""
    result, problem = receipts.preview, receipts.problem
    caption = QCoreApplication.translate("Total", "Money back")
    if receipts.name:
        caption = QCoreApplication.translate("Total", "Money back: {name}").format(name=receipts.name)
    if problem is not None:
        return TotalWords(caption=caption, sum="—", sentence=problem_sentence(problem, program), tone="warn")
    if result is None:
        hint = QCoreApplication.translate("Total", "Choose a receipt, then how many pieces of each line come back.")
        return TotalWords(caption=caption, sum=_money(0, program), sentence=hint)
    rows = tuple(
        (_payer(payer), _money(amount, program)) for payer, amount in result.money_back_by_payer.items() if amount
    )
    under = []
    if program.unit is not None:
        for words, units in (
            (QCoreApplication.translate("Total", "{units} come back to the patient"), result.units_back),
            (QCoreApplication.translate("Total", "{units} that were earned are taken back"), result.withdrawn),
        ):
            if units:
                under.append(words.format(units=formats.units(units, program.unit, language.current())))
    if result.withheld:
        words = QCoreApplication.translate("Total", "{amount} is kept for units already spent")
        under.append(words.format(amount=_money(result.withheld, program)))
    hint = QCoreApplication.translate("Total", "F9 gives it back; nothing has been written yet.")
    return TotalWords(rows, caption, _money(result.money_back, program), under=tuple(under), sentence=hint)


def _rows(quote: Quote, program: Program, *, paid: bool = False) -> tuple[tuple[str, str], ...]:
    rows = [(QCoreApplication.translate("Total", "At list price"), _money(quote.list, program))]
    if quote.discount:
        rows.append((QCoreApplication.translate("Total", "Discount"), _money(-quote.discount, program)))
    if quote.redeemed_units and program.unit is not None:
        spent = formats.units(quote.redeemed_units, program.unit, language.current())
        words = QCoreApplication.translate("Total", "Spending {units}")
        if paid:
            words = QCoreApplication.translate("Total", "Spent {units}")
        rows.append((words.format(units=spent), _money(-quote.redeemed, program)))
    rows += [
        # With a minus, so that the column adds up to what is paid here.
        (_payer(payer), _money(-amount, program))
        for payer, amount in quote.pays_by_payer.items()
        if payer != "self" and amount
    ]
    return tuple(rows)


def _units_lines(quote: Quote, program: Program) -> tuple[str, ...]:
    if program.unit is None:
        return ()
    say, lines = language.current(), []
    if quote.earns:
        words = QCoreApplication.translate("Total", "earns {units}")
        lines.append(words.format(units=formats.units_number(quote.earns, program.unit, say)))
    words = QCoreApplication.translate("Total", "{units} after it")
    lines.append(words.format(units=formats.units(quote.balance_after, program.unit, say)))
    return (" · ".join(lines),)


def _units_paid(quote: Quote, program: Program) -> tuple[str, ...]:
    if program.unit is None:
        return ()
    say, lines = language.current(), []
    if quote.earns:
        words = QCoreApplication.translate("Total", "{units} earned")
        lines.append(words.format(units=formats.units_number(quote.earns, program.unit, say)))
    words = QCoreApplication.translate("Total", "{units} on the account")
    lines.append(words.format(units=formats.units(quote.balance_after, program.unit, say)))
    return (" · ".join(lines),)


def _payer(payer: str) -> str:
    """A payer at the beginning of a row."""
    words = payer_words(payer)
    return words[:1].upper() + words[1:]


def _money(minor: int, program: Program) -> str:
    return formats.money(minor, language.current(), program.currency, program.decimals)

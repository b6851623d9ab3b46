"""What the bar says of each happening: what happened, what was kept, what to do now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_app.domain.errors import Trouble
from desk_app.domain.program import Program
from desk_app.returning import ReturnResult
from ui import formats, language
from ui.desk import happenings as h
from ui.desk.aside.words import aside_notice, back_words, kept_words
from ui.desk.cards.words import card_notice, print_answer
from ui.desk.sentences import problem_sentence
from ui.desk.shut import shut_notice
from ui.notice import Answer, Notice, Tone


@dataclass(frozen=True)
class Answers:
    """What the clerk may do about a notice."""

    undo: Callable[[], None]
    void: Callable[[], None]
    bind: Callable[[str], None]
    print_card: Callable[[], None]
    enrol_with_card: Callable[[str], None]
    put_back: Callable[[h.LineRemoved], None]
    put_bill_back: Callable[[h.AsideDropped], None]
    give_lines: Callable[[str], None]
    try_again: Callable[[], None]
    still_owed: Callable[[h.MoneyHanded], None]


def notice(happening: h.Happening, program: Program | None, do: Answers) -> Notice:
    """The words of a happening, in the language of the window."""
    match happening:
        case h.Shut():
            return shut_notice(happening, do.try_again, program)
        case h.Reopened():
            words = QCoreApplication.translate("Notices", "The disk takes everything again; the open bill is kept.")
            return Notice(Tone.DONE, words, seconds=10)
        case h.Paid():
            return _paid(happening, do)
        case h.UndoAsked():
            return _undo_asked(happening, do)
        case h.WholeElsewhere():
            return Notice(
                Tone.TOLD,
                QCoreApplication.translate("Notices", "F8 undoes nothing among receipts."),
                advice=QCoreApplication.translate("Notices", "F9 gives pieces back, Shift+F9 undoes a whole receipt."),
                seconds=10,
            )
        case h.Covered(waiting=True):
            return Notice(
                Tone.REFUSED,
                QCoreApplication.translate("Notices", "Nothing is paid while the bills that wait cover the open one."),
                advice=QCoreApplication.translate("Notices", "Choose a bill with Enter, or go back with Esc."),
                seconds=10,
            )
        case h.Covered():
            return Notice(
                Tone.REFUSED,
                QCoreApplication.translate("Notices", "Nothing is paid while the list of patients covers the bill."),
                advice=QCoreApplication.translate("Notices", "Choose the patient with Enter, or go back with Esc."),
                seconds=10,
            )
        case h.NobodyAsked():
            return Notice(
                Tone.TOLD,
                QCoreApplication.translate("Notices", "This bill is nobody’s: without a name nothing is earned."),
                QCoreApplication.translate("Notices", "Nothing was paid."),
                QCoreApplication.translate("Notices", "F3 finds the patient; F9 again takes the payment as it is."),
            )
        case h.PriceMissing():
            words = QCoreApplication.translate("Notices", "What does “{name}” cost?")
            return Notice(
                Tone.REFUSED,
                words.format(name=happening.line.name),
                QCoreApplication.translate("Notices", "Nothing was paid."),
                QCoreApplication.translate("Notices", "Type the price; 0 when it is free."),
            )
        case h.Undone():
            kept = QCoreApplication.translate("Notices", "Its bill is open again.") if happening.reopened else ""
            words = QCoreApplication.translate("Notices", "Receipt {number} of {name} is undone, {amount} back.")
            if not happening.name:
                words = QCoreApplication.translate("Notices", "Receipt {number} is undone, {amount} back.")
            amount = _money(happening.result.money_back, happening.program)
            said = words.format(number=happening.row.number, name=happening.name, amount=amount)
            return Notice(Tone.DONE, said, kept)
        case h.GivenBack():
            words = QCoreApplication.translate("Notices", "Given back to {name}: {amount} of receipt {number}.")
            if not happening.name:
                words = QCoreApplication.translate("Notices", "Given back: {amount} of receipt {number}.")
            amount = _money(happening.result.money_back, happening.program)
            return Notice(
                Tone.DONE,
                words.format(name=happening.name, amount=amount, number=happening.row.number),
                _units_back(happening.result, happening.program),
            )
        case h.Moved():
            return _moved(happening)
        case h.Opened():
            return _opened(happening, do)
        case h.SetAside() | h.AsideTaken() | h.AsideDropped() | h.LinesGiven():
            return aside_notice(happening, do.put_bill_back)
        case h.CardUnknown() | h.CardBlocked() | h.CardBound() | h.CardAsked() | h.CardStopped():
            return card_notice(happening, do)
        case h.Restored():
            return _restored(happening)
        case h.PaidBefore():
            return _paid_before(happening, program)
        case h.LineRemoved():
            words = QCoreApplication.translate("Notices", "Taken off: {name}.")
            answer = Answer(
                QCoreApplication.translate("Notices", "Put back"), "Ctrl+F8", lambda: do.put_back(happening)
            )
            name = happening.line.name or happening.line.service
            return Notice(Tone.TOLD, words.format(name=name), answer=answer, seconds=10)
        case h.Enrolled():
            return _enrolled(happening, do)
        case h.Saved():
            words = QCoreApplication.translate("Notices", "Changes of {name} are saved.")
            return Notice(Tone.DONE, words.format(name=happening.name), seconds=8)
        case h.Warned():
            return _warned(happening)
        case h.RulesTold():
            words = QCoreApplication.translate("Notices", "Noted: {name} was told of the new rules.")
            if happening.news.kind == "closing":
                words = QCoreApplication.translate("Notices", "Noted: {name} was told that the program ends.")
            return Notice(Tone.DONE, words.format(name=happening.name), seconds=10)
        case h.MoneyHanded():
            words = QCoreApplication.translate("Notices", "{amount} handed over to {name}.")
            said = words.format(amount=_money(happening.money, happening.program), name=happening.name)
            answer = Answer(
                QCoreApplication.translate("Notices", "Put back"), "Ctrl+F8", lambda: do.still_owed(happening)
            )
            if not happening.unheard:
                return Notice(Tone.DONE, said, answer=answer, seconds=30)
            beware = QCoreApplication.translate(
                "Notices", "The centre is silent: another desk may have handed it over already, ask the patient."
            )
            return Notice(Tone.TOLD, said, advice=beware, answer=answer, seconds=60)
        case h.NothingToUndo():
            return Notice(
                Tone.TOLD,
                QCoreApplication.translate("Notices", "There is nothing left to undo."),
                advice=QCoreApplication.translate("Notices", "Older receipts: Shift+F8."),
                seconds=8,
            )
        case h.NothingToPrint():
            return Notice(
                Tone.TOLD, QCoreApplication.translate("Notices", "There is no receipt to print yet."), seconds=8
            )
        case h.Refused(beside=True):
            words = QCoreApplication.translate("Notices", "Nothing was written: the reason stands at the sum.")
            return Notice(Tone.REFUSED, words, seconds=8)
        case h.Refused():
            kept = QCoreApplication.translate("Notices", "Nothing was changed.")
            return Notice(Tone.REFUSED, problem_sentence(happening.refusal, program), kept)
        case h.Troubled():
            return troubled(happening.trouble, program)
        case _:
            assert_never(happening)


def troubled(trouble: Trouble, program: Program | None) -> Notice:
    """The world failed."""
    kept = QCoreApplication.translate("Notices", "What was saved before is safe.")
    return Notice(Tone.TROUBLE, problem_sentence(trouble, program), kept)


def _paid(paid: h.Paid, do: Answers) -> Notice:
    if paid.again:
        words = QCoreApplication.translate("Notices", "This bill is paid already: {amount}, receipt {number}.")
    else:
        words = QCoreApplication.translate("Notices", "Paid {amount}, receipt {number}.")
    said = words.format(amount=_money(paid.quote.pays, paid.program), number=paid.row.number)
    unit, extra = paid.program.unit, ""
    if unit is not None and paid.quote.earns:
        extra = QCoreApplication.translate("Notices", "{units} earned.").format(
            units=formats.units(paid.quote.earns, unit, language.current())
        )
    return Notice(Tone.DONE, said, extra, answer=Answer(QCoreApplication.translate("Notices", "Undo"), "F8", do.undo))


def _undo_asked(asked: h.UndoAsked, do: Answers) -> Notice:
    words = QCoreApplication.translate("Notices", "Undo receipt {number} of {name}, {amount} back?")
    if asked.partly:
        words = QCoreApplication.translate(
            "Notices", "Part of receipt {number} of {name} came back. Undo what is left of it, {amount} back?"
        )
    if asked.whole:
        key, act = "Shift+F9", do.void
        advice = QCoreApplication.translate("Notices", "Shift+F9 again undoes it; the reason is kept.")
    else:
        key, act = "F8", do.undo
        advice = QCoreApplication.translate("Notices", "F8 again undoes it.")
    name = asked.name or QCoreApplication.translate("Notices", "nobody")
    said = words.format(number=asked.row.number, name=name, amount=_money(asked.money_back, asked.program))
    answer = Answer(QCoreApplication.translate("Notices", "Undo"), key, act)
    return Notice(Tone.TOLD, said, QCoreApplication.translate("Notices", "Nothing is changed yet."), advice, answer)


def _opened(opened: h.Opened, do: Answers) -> Notice:
    proof = QCoreApplication.translate("Notices", "The card is the proof of the holder.") if opened.by_card else ""
    if opened.kept is not None:
        kept = opened.kept
        words = QCoreApplication.translate("Notices", "{name} is here.").format(name=opened.name)
        answer = Answer(
            QCoreApplication.translate("Notices", "Move its lines here"),
            "Ctrl+Return",
            lambda: do.give_lines(kept.op_id),
        )
        return Notice(Tone.TOLD, words, kept_words(kept), back_words(), answer)
    if opened.attached:
        words = QCoreApplication.translate("Notices", "{name}: the open bill is theirs now.")
    else:
        words = QCoreApplication.translate("Notices", "{name} is here.")
    waits = QCoreApplication.translate("Notices", "Their bill waits: Shift+F3.") if opened.waits else ""
    return Notice(Tone.TOLD, words.format(name=opened.name), proof, waits, seconds=12 if waits else 6)


def _restored(restored: h.Restored) -> Notice:
    if restored.paid is not None:
        words = QCoreApplication.translate("Notices", "The bill that was open had been paid: receipt {number}.")
        return Notice(Tone.TOLD, words.format(number=restored.paid.number))
    words = QCoreApplication.translate(
        "Notices", "The bill that was open is here again: %n line(s).", "", restored.lines
    )
    return Notice(Tone.TOLD, words, QCoreApplication.translate("Notices", "Nothing was lost."), seconds=20)


def _paid_before(before: h.PaidBefore, program: Program | None) -> Notice:
    words = QCoreApplication.translate("Notices", "The last receipt here: {number}, {name}, {amount}: paid.")
    if not before.name:
        words = QCoreApplication.translate("Notices", "The last receipt here: {number}, {amount}: paid.")
    minor = before.row.body["quote"].get("pays", 0)
    amount = _money(minor, program) if program is not None else formats.money(minor, language.current())
    said = words.format(number=before.row.number, name=before.name, amount=amount)
    advice = QCoreApplication.translate("Notices", "F8 undoes it, Shift+F8 shows the receipts.")
    return Notice(Tone.TOLD, said, advice=advice, seconds=60)


def _enrolled(enrolled: h.Enrolled, do: Answers) -> Notice:
    if not enrolled.joined:
        words = QCoreApplication.translate("Notices", "{name} is written down.")
        return Notice(Tone.DONE, words.format(name=enrolled.name), seconds=10)
    words = QCoreApplication.translate("Notices", "{name} has joined, card {number}.")
    said = words.format(name=enrolled.name, number=formats.card(enrolled.card))
    return Notice(Tone.DONE, said, answer=print_answer(do), seconds=30)


def _moved(moved: h.Moved) -> Notice:
    same = moved.now == moved.before
    if moved.rules and same:
        words = QCoreApplication.translate("Notices", "New rules hold now: the sum is the same, what is earned is not.")
    elif moved.rules:
        words = QCoreApplication.translate("Notices", "New rules hold now: {now} instead of {before}.")
    elif same:
        words = QCoreApplication.translate("Notices", "The sum is the same, but what is earned has changed meanwhile.")
    else:
        words = QCoreApplication.translate("Notices", "The price has changed meanwhile: {now} instead of {before}.")
    return Notice(
        Tone.REFUSED,
        words.format(now=_money(moved.now, moved.program), before=_money(moved.before, moved.program)),
        QCoreApplication.translate("Notices", "Nothing was paid."),
        QCoreApplication.translate("Notices", "Tell the patient the new sum, then press F9 again.")
        if not same
        else QCoreApplication.translate("Notices", "Tell the patient, then press F9 again."),
    )


def _warned(warned: h.Warned) -> Notice:
    unit, say = warned.program.unit, language.current()
    words = QCoreApplication.translate("Notices", "Noted that the patient was told: {lots}.")
    lots = ", ".join(
        QCoreApplication.translate("Notices", "{units} until {day}").format(
            units=formats.units(units, unit, say), day=formats.day(day)
        )
        for units, day in warned.lots
        if unit is not None
    )
    return Notice(Tone.DONE, words.format(lots=lots), seconds=12)


def _units_back(result: ReturnResult, program: Program) -> str:
    if program.unit is None or not result.units_back:
        return ""
    words = QCoreApplication.translate("Notices", "{units} are on the account again.")
    return words.format(units=formats.units(result.units_back, program.unit, language.current()))


def _money(minor: int, program: Program) -> str:
    return formats.money(minor, language.current(), program.currency, program.decimals)

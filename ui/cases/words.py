"""What the room of cases says of each case: who, where, how much, and whose loss it is."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from desk_app import alike
from desk_app.cases import Case
from desk_app.domain.program import Program
from ui import formats, language
from ui.marking import QT_TRANSLATE_NOOP
from ui.wording.put_aside import aside_words, booked_words

#: What two desks did of one thing while they did not hear each other.
_DOUBLED = {
    "paid_twice": QT_TRANSLATE_NOOP(
        "Cases", "One bill was paid at two desks: {number} is the receipt {others} now."
    ),
    "returned_twice": QT_TRANSLATE_NOOP(
        "Cases", "Receipt {number}: desk {desk} gave money back for what desk {others} had taken back already."
    ),
    "handed_twice": QT_TRANSLATE_NOOP(
        "Cases", "Receipt {number}: the money owed was handed over at desk {others} and at desk {desk}."
    ),
    "card_twice": QT_TRANSLATE_NOOP(
        "Cases", "Card {number} was given to two people and opens the account of {others}: a new card is needed."
    ),
}  # fmt: skip


def title(case: Case) -> str:
    """Whose case it is."""
    if case.kind == "aside" and not case.name:
        return QCoreApplication.translate("Cases", "An act put aside")
    return case.name or QCoreApplication.translate("Cases", "without a name")


def units(case: Case, program: Program) -> str:
    """How many units, and their worth."""
    unit, say = program.unit, language.current()
    worth = formats.money(case.money, say, program.currency, program.decimals)
    if case.kind in ("card_twice", alike.KIND) or (case.kind == "aside" and not case.units):
        return ""
    if case.kind == "aside":
        return formats.units(case.units, unit, say) if unit is not None else ""
    if not case.units:
        return worth
    return f"{formats.units(case.units, unit, say)} · {worth}" if unit is not None else worth


def told(case: Case, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """What happened, in one sentence; `names` are those of desks, by code."""
    desk = _called(case.desk, names)
    if case.kind == "overdraft" and case.others:
        words = QCoreApplication.translate("Cases", "Receipt {number} spent what {others} had spent already.")
        return words.format(number=case.number, others=", ".join(case.others))
    if case.kind == alike.KIND:
        return QCoreApplication.translate(
            "Cases", "Perhaps one person: two records have this name, this birth date and one phone."
        )
    if case.kind == "aside":
        return aside_words(case.number, desk, case.ended, language.current())
    if case.kind in _DOUBLED:
        words = QCoreApplication.translate("Cases", _DOUBLED[case.kind])
        others = ", ".join(_called(one, names) for one in case.others)
        return words.format(number=case.number, desk=desk, others=others or "?")
    if case.kind == "overdraft":
        words = QCoreApplication.translate("Cases", "Receipt {number} spent more than there was.")
    elif case.ended == "returned":
        words = QCoreApplication.translate("Cases", "Receipt {number} came back before its units were spent.")
    else:
        words = QCoreApplication.translate("Cases", "For receipt {number} the units were not there any more.")
    return words.format(number=case.number)


def _called(code: str, names: Mapping[str, str]) -> str:
    """A desk by its code, and by its name where that is known."""
    return f"{code} ({names[code]})" if names.get(code) else code


def standing(case: Case, program: Program | None = None) -> str:
    """Whose loss it is, and who has looked at it."""
    if case.kind == "card_twice":
        said = QCoreApplication.translate("Cases", "The books are right; no money was given twice.")
    elif case.kind == alike.KIND:
        said = QCoreApplication.translate("Cases", "Each keeps its units until they are one record (F2).")
    elif case.kind == "aside":
        said = booked_words(case.units, program, language.current())
    elif case.kind in _DOUBLED:
        said = QCoreApplication.translate("Cases", "The books are right; ask both desks where the money is.")
    elif case.kind == "overdraft":
        if case.settled:
            said = QCoreApplication.translate("Cases", "The clinic bears it, the books are settled.")
        else:
            said = QCoreApplication.translate("Cases", "The clinic bears it, nothing is taken from the patient.")
    else:
        said = QCoreApplication.translate("Cases", "The patient paid in full and was told so.")
    seen = QCoreApplication.translate("Cases", "Seen by {name}.").format(name=case.seen) if case.seen else ""
    return " ".join(part for part in (said, seen) if part)

"""What a step of the ladder says of itself: where it begins and what it gives."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desk_app.documents.program_sense import table
from desk_app.ports import Json
from ui.program.amounts import Amounts
from ui.program.ladder.steps import kind_of
from ui.program.typed import said, write_text


def name_words(step: Json, language: str) -> str:
    """What it is called."""
    return said(step.get("name"), language) or write_text(step.get("code"), language) or "…"


def start_words(start: Any, basis: str, amounts: Amounts) -> str:
    """Where it begins: from 50 000 ₽, from 5 visits."""
    if start is None or start == "":
        return QCoreApplication.translate("ProgramLadder", "from …")
    if basis == "visits":
        visits = int(start) if isinstance(start, int) or (isinstance(start, str) and start.isdigit()) else None
        if visits is None:
            return write_text(start, amounts.language)
        return QCoreApplication.translate("ProgramLadder", "from %n visit(s)", "", visits)
    told = amounts.units(start) if basis == "units_earned" else amounts.money(start)
    return QCoreApplication.translate("ProgramLadder", "from {sum}").format(sum=told)


def rate_words(rate: Any, amounts: Amounts) -> str:
    """How it earns: 3 %; 100 points for each 1 000 ₽; "" for nothing."""
    known = table(rate)
    match kind_of(rate):
        case "percent":
            return amounts.percent(known.get("percent"))
        case "per_full":
            words = QCoreApplication.translate("ProgramLadder", "{units} for each full {sum}")
        case "per":
            words = QCoreApplication.translate("ProgramLadder", "{units} for {sum}")
        case _:
            return ""
    of = known.get("per_full", known.get("per"))
    return words.format(units=amounts.units(known.get("units")), sum=amounts.money(of))


def discount_words(step: Json, amounts: Amounts) -> str:
    """The discount, "" for none."""
    share = write_text(step.get("discount"), amounts.language)
    if not share or share.strip("0") in ("", "."):
        return ""
    return QCoreApplication.translate("ProgramLadder", "{percent} off").format(percent=amounts.percent(share))


def gives_words(step: Json, amounts: Amounts) -> str:
    """What it gives in few words: what is earned, what comes off, rates of their own, rights."""
    parts = [rate_words(step.get("earn"), amounts), discount_words(step, amounts)]
    own, perks = table(step.get("by_category")), step.get("perks") or []
    if own:
        parts.append(QCoreApplication.translate("ProgramLadder", "%n kind(s) of service otherwise", "", len(own)))
    if perks:
        parts.append(QCoreApplication.translate("ProgramLadder", "%n right(s)", "", len(perks)))
    told = [part for part in parts if part]
    return ", ".join(told) if told else QCoreApplication.translate("ProgramLadder", "gives nothing")

"""What effects and conditions of promotions are called in the form, and a promotion in few words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desk_app.documents.program_sense import table
from desk_app.ports import Json
from ui import formats
from ui.program.amounts import Amounts
from ui.program.typed import day_of, said, write_text


def effect_label(kind: str) -> str:
    """An effect, to be chosen."""
    known = {
        "percent": QCoreApplication.translate("ProgramPromotions", "a percent off"),
        "amount": QCoreApplication.translate("ProgramPromotions", "a sum off the bill"),
        "price": QCoreApplication.translate("ProgramPromotions", "a price of its own"),
        "cheapest_percent": QCoreApplication.translate("ProgramPromotions", "a percent off the cheapest service"),
        "units": QCoreApplication.translate("ProgramPromotions", "units as a gift, once a bill"),
        "multiply_units": QCoreApplication.translate("ProgramPromotions", "more units: a multiplier"),
        "free_service": QCoreApplication.translate("ProgramPromotions", "a service for nothing"),
        "buy": QCoreApplication.translate("ProgramPromotions", "so many paid, so many free"),
        "steps": QCoreApplication.translate("ProgramPromotions", "a percent that grows with the bill"),
    }
    return known[kind]


def condition_label(key: str) -> str:
    """A condition, before its field."""
    known = {
        "weekdays": QCoreApplication.translate("ProgramPromotions", "Days of the week"),
        "hours": QCoreApplication.translate("ProgramPromotions", "Hours"),
        "categories": QCoreApplication.translate("ProgramPromotions", "Kinds of service"),
        "services": QCoreApplication.translate("ProgramPromotions", "Services"),
        "with_services": QCoreApplication.translate("ProgramPromotions", "Together with"),
        "after_services": QCoreApplication.translate("ProgramPromotions", "After services"),
        "min_bill": QCoreApplication.translate("ProgramPromotions", "Bill of at least"),
        "min_quantity": QCoreApplication.translate("ProgramPromotions", "Services at least"),
        "levels": QCoreApplication.translate("ProgramPromotions", "Levels"),
        "groups": QCoreApplication.translate("ProgramPromotions", "Groups"),
        "segment": QCoreApplication.translate("ProgramPromotions", "Segment"),
        "branches": QCoreApplication.translate("ProgramPromotions", "Branches"),
        "payers": QCoreApplication.translate("ProgramPromotions", "Paid by"),
        "first_visit": QCoreApplication.translate("ProgramPromotions", "First visit only"),
        "nth_visit": QCoreApplication.translate("ProgramPromotions", "Every visit number"),
        "birthday": QCoreApplication.translate("ProgramPromotions", "Around the birthday"),
        "coupon": QCoreApplication.translate("ProgramPromotions", "Only with the coupon"),
        "uses_per_patient": QCoreApplication.translate("ProgramPromotions", "Times for each patient"),
        "uses_per_period": QCoreApplication.translate("ProgramPromotions", "Times in a period"),
        "uses_total": QCoreApplication.translate("ProgramPromotions", "Times in all"),
    }
    return known[key]


def name_words(item: Json, language: str) -> str:
    """What a promotion is called."""
    return said(item.get("name"), language) or write_text(item.get("code"), language) or "…"


def effect_words(effect: Any, amounts: Amounts, service: str = "") -> str:
    """What it does, in few words; "" while it says nothing. `service`: the name of the one it gives."""
    known = table(effect)
    kind = next(iter(known), "")
    value, buy = known.get(kind), table(known.get("buy"))
    words = {
        "percent": QCoreApplication.translate("ProgramPromotions", "{percent} off"),
        "cheapest_percent": QCoreApplication.translate("ProgramPromotions", "{percent} off the cheapest"),
        "amount": QCoreApplication.translate("ProgramPromotions", "{sum} off"),
        "price": QCoreApplication.translate("ProgramPromotions", "for {sum}"),
        "units": "+{units}",
        "multiply_units": QCoreApplication.translate("ProgramPromotions", "units × {factor}"),
        "free_service": QCoreApplication.translate("ProgramPromotions", "free: {service}"),
        "buy": QCoreApplication.translate("ProgramPromotions", "{paid} + {free} free"),
        "steps": QCoreApplication.translate("ProgramPromotions", "a percent by the size of the bill"),
    }.get(kind, "")
    plain = write_text(value, amounts.language) if not isinstance(value, dict | list) else ""
    return words.format(
        percent=amounts.percent(plain), sum=amounts.money(plain), units=amounts.units(value), factor=plain,
        service=service or plain or "…", paid=buy.get("paid", "…"), free=buy.get("free", "…"),
    )  # fmt: skip


def dates_words(when: Any, language: str) -> str:
    """From when to when."""
    first, last = (day_of(table(when).get(key)) for key in ("from", "to"))
    if first and last:
        return f"{formats.day(first)} – {formats.day(last)}"
    if first:
        return QCoreApplication.translate("ProgramPromotions", "from {day}").format(day=formats.day(first))
    if last:
        return QCoreApplication.translate("ProgramPromotions", "until {day}").format(day=formats.day(last))
    return QCoreApplication.translate("ProgramPromotions", "always")

"""What the price list calls a service, for bills and programs that only know its code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desk_app.domain.bill import Bill
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.ports import Reading


def named(reading: Reading, bill: Bill) -> Bill:
    """The bill, its nameless lines called as the price list calls their services."""
    codes = {line.service for line in bill.lines if line.service and not line.name}
    known = {code: service.name for code in codes if (service := reading.service(code)) is not None}
    if not known:
        return bill
    lines = tuple(line if line.name else replace(line, name=known.get(line.service, "")) for line in bill.lines)
    return replace(bill, lines=lines)


def spoken_of(reading: Reading, program: Program, bill: Bill) -> Mapping[str, Service]:
    """The services a sentence about this bill may have to name: those on it, and those the program names by code."""
    codes = {line.service for line in bill.lines} | {reward.service for reward in program.rewards}
    for promotion in program.promotions:
        when = promotion.when
        codes |= when.services | when.with_services | when.after_services | {promotion.effect.service}
    return {code: service for code in sorted(codes - {""}) if (service := reading.service(code)) is not None}


def retitled(bill: Bill, services: Mapping[str, Service], language: str) -> Bill:
    """The bill in the reader's language: lines that were called as the price list calls them in either of its two.

    A name that somebody else gave stays: it is what the patient was told.
    """
    lines = tuple(
        replace(line, name=titles({line.service: known}, language)[line.service])
        if (known := services.get(line.service)) is not None and line.name in (known.name, known.name_en)
        else line
        for line in bill.lines
    )
    return replace(bill, lines=lines)


def titles(services: Mapping[str, Service], language: str) -> dict[str, str]:
    """Names by code, in the reader's language where the price list has them in it."""
    return {code: one.name_en if language == "en" and one.name_en else one.name for code, one in services.items()}

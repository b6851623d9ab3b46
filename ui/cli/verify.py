"""`tessera verify`: every chain, sum and projection of the records, computed anew."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from desk_app.audit import NUMBER
from ui import compose, formats
from ui.cli.answer import NO, Answer
from ui.cli.home import Bar, home_of
from ui.wording.books import said

EXAMPLE = "tessera verify --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""


def run(options: argparse.Namespace) -> Answer:
    """Exit code 1 when something does not hold; receipts of one number are told and are no fault of the books."""
    bar = Bar("verify")
    found = compose.verify(home_of(options), bar)
    bar.clear()
    findings = [one for one in found if one.check != NUMBER]
    notices = [one for one in found if one.check == NUMBER]
    told = [{"check": one.check, "place": one.place, "detail": one.detail} for one in findings]
    value: dict[str, Any] = {"findings": told, "sound": not told}
    if notices:
        value["notices"] = [{"check": one.check, "place": one.place, "detail": one.detail} for one in notices]
    rows = [f"{one.check} {one.place} {one.detail}".rstrip() for one in findings] or [said("sound", options.lang)]
    rows += [_one_number(one.place, one.detail, options.lang) for one in notices]
    return Answer(value, rows, NO if findings else 0)


def _one_number(number: str, detail: str, language: str) -> str:
    """Which receipts bear one number, by day and sum."""
    told = []
    for one in detail.split(", "):
        _, day, pays, currency = one.split(" ")
        decimals = len(pays.partition(".")[2])
        amount = formats.money(int(pays.replace(".", "")), language, currency, decimals)
        told.append(f"{formats.said_day(date.fromisoformat(day), language)}, {amount}")
    return said("number", language, number=number, receipts="; ".join(told))

"""`tessera verify`: every chain, sum and projection of the records, computed anew."""

from __future__ import annotations

import argparse

from ui import compose
from ui.cli.answer import NO, Answer
from ui.cli.home import Bar, home_of

EXAMPLE = "tessera verify --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""


def run(options: argparse.Namespace) -> Answer:
    """Exit code 1 when something does not hold."""
    bar = Bar("verify")
    findings = compose.verify(home_of(options), bar)
    bar.clear()
    told = [{"check": one.check, "place": one.place, "detail": one.detail} for one in findings]
    sound = "всё сходится" if options.lang == "ru" else "everything holds"
    rows = [f"{one.check} {one.place} {one.detail}".rstrip() for one in findings] or [sound]
    return Answer({"findings": told, "sound": not told}, rows, NO if findings else 0)

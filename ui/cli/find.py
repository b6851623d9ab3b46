"""`tessera find`: the look-up of the desk."""

from __future__ import annotations

import argparse

from desk_app.domain.errors import WrongInput
from ui.cli.answer import NO, Answer
from ui.cli.home import desk_of
from ui.cli.sentences import sentence

EXAMPLE = 'tessera find "ива ма" --limit 5'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("text", nargs="+", help="surname, initials, phone tail, card, birth date, contract")
    parser.add_argument("--limit", type=int, default=20, help="how many to show")


def run(options: argparse.Namespace) -> Answer:
    """Patients the text may mean; exit code 1 when there is none."""
    if options.limit < 1:
        raise WrongInput("value.bad", "--limit", found=options.limit, allowed="a whole number above 0")
    limit = min(options.limit, 1000)
    with desk_of(options) as desk, desk.store.reading() as reading:
        found = reading.find(" ".join(options.text), limit + 1)
    shown = found[:limit]
    patients = [
        {
            "id": one.id, "name": one.full_name, "birth_date": one.birth_date and one.birth_date.isoformat(),
            "phone": one.phone, "card": one.card, "contract": one.contract, "member": one.member,
        }
        for one in shown
    ]  # fmt: skip
    rows = [
        f"{one.full_name:<40} {one.birth_date.isoformat() if one.birth_date else '':<10} {one.phone:<14} {one.card:<14}"
        f" {one.id}"
        for one in shown
    ]
    rows = rows or [sentence("find.nobody", options.lang)]
    return Answer({"patients": patients, "more": len(found) > limit}, rows, 0 if found else NO)

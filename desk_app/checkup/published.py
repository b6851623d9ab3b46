"""Whether what a program publishes is its own and true: examples recomputed, texts that nobody filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, error, notice, warning
from desk_app.documents.bill_file import read_bill
from desk_app.documents.edits import Edit
from desk_app.documents.program_file import Example, examples
from desk_app.documents.quote_json import quote_json
from desk_app.documents.state_file import read_state
from desk_app.documents.tree import texts
from desk_app.domain.errors import Refusal
from desk_app.domain.pricing import price_bill
from desk_app.domain.program import Program
from desk_app.ports import Json
from desk_app.sheets.legal import filled


def examples_are_true(checked: Checked) -> Iterator[Finding]:
    """Published examples that the rules do not bear out."""
    yield from untrue_examples(checked.program, checked.document, checked.now)


def texts_are_filled_in(checked: Checked) -> Iterator[Finding]:
    """Texts that still read as in the ready programs."""
    for place, text in placeholders(checked.document):
        yield notice("publish.placeholder", place, found=text)


def texts_are_kept(checked: Checked, before: Json) -> Iterator[Finding]:
    """Texts of the organizer that the version in force has filled in, and this one has as in the ready programs."""
    known = before.get("organizer") or {}
    for place, text in placeholders(checked.document):
        table, _, key = place.partition(".")
        own = known.get(key, "")
        if table == "organizer" and isinstance(own, str) and filled(own):
            yield warning("publish.text_lost", place, Edit(place, own), found=text, allowed=own)


def untrue_examples(program: Program, document: Json, now: datetime) -> tuple[Finding, ...]:
    """Errors of the published examples of a valid document, priced at an aware moment: bills and untrue claims.

    A change of one rate makes many claims untrue: the fix of any of them puts all of them right.
    """
    wrong = [
        finding
        for number, example in enumerate(examples(document))
        for finding in _untrue(program, document, example, f"examples[{number}]", now)
    ]
    every = tuple(edit for one in wrong for edit in one.fix)
    return tuple(replace(one, fix=every) if one.fix else one for one in wrong)


def untrue_on(program: Program, document: Json, start: date | None, now: datetime) -> tuple[Finding, ...]:
    """The same of a version that begins on a local day (None: today): what is ahead is priced on its first day."""
    zone = ZoneInfo(program.timezone)
    ahead = start is not None and start > now.astimezone(zone).date()
    return untrue_examples(program, document, datetime.combine(start, time(12), zone) if start and ahead else now)


def placeholders(document: Json) -> Iterator[tuple[str, str]]:
    """Key path and text of whatever still reads as in the ready programs, in the order of the document."""
    return ((place, text) for place, text in texts(document) if text.strip() and not filled(text))


def recomputed(program: Program, document: Json, example: Example, now: datetime) -> Json:
    """The quote of a published example. Raises what its bill is refused with."""
    bill = read_bill(example.bill, program, now)
    state = read_state(example.state, program, bill.at.date(), document)
    return quote_json(price_bill(program, state.prove(bill), state.standing), program)


def _untrue(program: Program, document: Json, example: Example, place: str, now: datetime) -> list[Finding]:
    try:
        quote = recomputed(program, document, example, now)
    except Refusal as refusal:
        return [error(refusal.code, f"{place}.bill", found=refusal.place)]
    return [
        error("C01", f"{place}.claims.{key}", Edit(f"{place}.claims.{key}", quote[key]), claim=key, found=str(claimed),
              allowed=str(quote[key]))
        for key, claimed in example.claims.items()
        if not _same(claimed, quote[key])
    ]  # fmt: skip


def _same(claimed: object, given: object) -> bool:
    if isinstance(claimed, str | int) and isinstance(given, str | int):
        try:
            return Decimal(str(claimed)) == Decimal(str(given))
        except ArithmeticError:
            pass
    return claimed == given

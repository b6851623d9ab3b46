"""Sheets that are no offers, and what changed: what the desk knows and the words, brought together before ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desk_app.domain.people import Service
from desk_app.editions import edition_before
from desk_app.ports import Desk
from desk_app.sheets.blocks import Sheet
from desk_app.sheets.consent_forms import ConsentKind
from desk_app.sheets.leaflet import Making
from desk_app.spans import span_of
from desk_app.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from desk_app.lot_history import LotHistory


def changes_of(desk: Desk, made: Making) -> Sheet:
    """What the version changes against the one before it. Raises `sheet.first`."""
    from desk_app.sheets.changes import changes
    from ui.wording.sheets.changed import Changes

    with desk.store.reading() as reading:
        before = edition_before(reading, desk, made.edition)
        names = _services(reading.services("", 100_000), made.wording.language)
    words = Changes.of(before.program, made.edition.program, made.wording.language, names)
    return changes(made, before, words.say)


def _services(services: Iterable[Service], language: str) -> dict[str, str]:
    return {one.code: one.name_en if language == "en" and one.name_en else one.name for one in services}


def desk_card_of(made: Making, keys: Sequence[tuple[str, str, str]]) -> Sheet:
    """The card for staff, with the keys of the window as they are declared there."""
    from desk_app.sheets.desk_card import KeyTold, desk_card

    return desk_card(made, [KeyTold(*one) for one in keys])


def statement_of(desk: Desk, member: str, made: Making) -> Sheet:
    """The account of a member. Raises `member.unknown`."""
    from desk_app.lot_history import history
    from desk_app.sheets.statement_sheet import Told, statement_sheet
    from ui.wording.lot_sources import came_from
    from ui.wording.speech import Speech
    from ui.wording.statement import account

    told = history(desk, member)
    language = made.wording.language
    with desk.store.reading() as reading:
        patient = reading.patient(told.patient)
    speech = Speech(language, told.program, patient=True)

    def source(lot: LotHistory) -> str:
        if not lot.own:
            return made.wording.label("statement.source/family")
        if lot.bill and lot.bill.day == lot.day:
            # the day stands in a column of its own
            return made.wording.label("statement.source", number=lot.bill.number)
        said = came_from(lot.source, (lot.bill.number, lot.bill.day) if lot.bill else None, speech)
        return said[:1].upper() + said[1:]

    sentences = account(told.statement, told.program, language, "patient")
    return statement_sheet(made, told, Told(patient.full_name if patient else member, sentences, source))


def consent_of(desk: Desk, kind: ConsentKind, patient: str, made: Making) -> Sheet:
    """A form of consent, with the patient's name on it where one is given. Raises `member.unknown`."""
    from desk_app import clinic
    from desk_app.domain.errors import refuse
    from desk_app.enrolment import TEXT_VERSION
    from desk_app.forms import CHANNELS
    from desk_app.sheets.consent_forms import Signer, consent_form
    from ui import formats

    with desk.store.reading() as reading:
        recipients = clinic.read(reading).recipients
    signer = Signer()
    if patient:
        with desk.store.reading() as reading:
            known = reading.patient(reading.canonical(patient))
        if known is None:
            raise refuse("member.unknown", "member", member=patient)
        phone = formats.phone(known.phones[0]) if known.phones else ""
        contacts = (("sms", phone), ("call", phone), ("email", known.email))
        signer = Signer(known.full_name, known.birth_date, contacts)
    return consent_form(
        made, kind, signer, text_version=TEXT_VERSION, channels=CHANNELS, recipients=recipients
    )  # fmt: skip


def report_of(
    desk: Desk, span: tuple[date, date] | None, made: Making, branch: str = "", watch: Watch = UNWATCHED
) -> Sheet:
    """The report of a span, of this month where none is given; of one branch where one is named.

    Raises `span.backwards`, `span.bad`, `desk_app.watch.Cancelled`.
    """
    from desk_app import clinic
    from desk_app.figures import figures
    from desk_app.sheets.report import report

    told = figures(desk, *(span or span_of("month", made.day)), branch, watch)
    title = ""
    if branch:
        with desk.store.reading() as reading:
            title = clinic.branch_title(reading, branch) or branch
    return report(made, told, title)

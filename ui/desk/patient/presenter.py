"""Gathers what the card of a patient shows from the store and the rules; nothing is decided here."""

from dataclasses import dataclass
from datetime import date

from desk_app import statement
from desk_app.domain.lots import WARNING_REACH
from desk_app.domain.people import Card, Consent, Membership, Patient
from desk_app.domain.program import Program
from desk_app.ports import Desk, Json
from desk_app.rollout.at_desk import News, news
from desk_app.statement import LotRow, Statement
from desk_app.versions import today


@dataclass(frozen=True)
class PatientState:
    """Who is at the desk. Without a membership there is neither statement nor card, and joining is offered."""

    patient: Patient
    today: date
    membership: Membership | None = None
    statement: Statement | None = None
    cards: tuple[Card, ...] = ()
    consents: tuple[Consent, ...] = ()
    offers: tuple[Json, ...] = ()
    program: Program | None = None
    news: tuple[News, ...] = ()

    @property
    def to_tell(self) -> tuple[News, ...]:
        """New rules that concern them and that nobody has told them of."""
        return tuple(one for one in self.news if one.told is None and one.mark)

    @property
    def member(self) -> bool:
        """Whether they joined and did not leave."""
        return self.membership is not None and self.membership.left is None

    @property
    def card(self) -> Card | None:
        """The card that opens the account now."""
        return next((card for card in self.cards if card.state == "active"), None)

    @property
    def to_warn(self) -> tuple[LotRow, ...]:
        """Lots that will lapse and whose warning is owed: saying it at the desk is one (spec: engine, Ledger)."""
        if self.statement is None:
            return ()
        return tuple(
            lot
            for lot in self.statement.lots
            if lot.declared is not None and not lot.warned and (lot.declared - self.today).days <= WARNING_REACH
        )

    @property
    def contact_to_confirm(self) -> bool:
        """Whether nobody has asked within a year if the phone is still theirs; who joins is asked by that."""
        known = [self.patient.contact_confirmed, self.membership.joined if self.membership is not None else None]
        last = max((day for day in known if day is not None), default=None)
        return bool(self.patient.phones) and (last is None or (self.today - last).days > 365)


def patient_state(desk: Desk, patient_id: str, program: Program | None) -> PatientState | None:
    """All of a patient, read at one moment; None for an id nobody has."""
    with desk.store.reading() as reading:
        day = today(desk, reading)
        canonical = reading.canonical(patient_id)
        patient = reading.patient(canonical)
        if patient is None:
            return None
        membership = reading.membership(canonical)
        if membership is None or membership.left is not None:
            return PatientState(patient, day, membership, program=program)
        cards = reading.cards(canonical)
        consents = reading.consents(canonical)
        offers = reading.offers(canonical)
    account = statement.statement(desk, canonical) if program is not None else None
    fresh = news(desk, canonical) if program is not None else ()
    return PatientState(patient, day, membership, account, cards, consents, offers, program, fresh)

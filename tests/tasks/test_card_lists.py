"""Whose cards are printed together: who a list names, and everybody whose card never came out here."""

from __future__ import annotations

from desk_app import cards, enrolment, stock
from desk_app.card_lists import listed, unprinted
from desk_app.domain.people import Patient
from desk_app.enrolment import EnrolmentForm
from desk_app.printed_cards import note_printed
from tests.tasks.clinic import Clinic


def join(clinic: Clinic, surname: str, phone: str = "", contract: str = "", card: str = "") -> str:
    """A new member of the first desk."""
    patient = Patient("", surname, phones=(phone,) if phone else (), contract=contract)
    return enrolment.enrol(clinic.desk, EnrolmentForm(patient, card=card), clinic.op()).member


def number_of(clinic: Clinic, member: str) -> str:
    with clinic.desk.store.reading() as reading:
        return cards.key_of(reading, member)


def test_a_card_is_unprinted_until_it_came_out_and_a_new_one_again(clinic: Clinic) -> None:
    boris, anna = join(clinic, "Быков"), join(clinic, "Агеева")
    first = unprinted(clinic.desk).members
    note_printed(clinic.desk, [number_of(clinic, anna)])
    second = unprinted(clinic.desk).members
    cards.issue(clinic.desk, anna, clinic.op(), reason="lost")

    assert first == (anna, boris), "by surname"
    assert second == (boris,)
    assert unprinted(clinic.desk).members == (anna, boris)


def test_cards_printed_ahead_and_cards_of_another_house_are_in_a_hand_already(clinic: Clinic) -> None:
    batch = stock.make(clinic.desk, 2, lambda numbers: b"", lambda ink: None)
    join(clinic, "Агеева", card=batch.numbers[0])
    join(clinic, "Быков", card="7700123")
    vera = join(clinic, "Вершинина")
    cards.issue(clinic.desk, vera, clinic.op(), number=batch.numbers[1])

    assert unprinted(clinic.desk).members == ()


def test_a_list_is_of_cards_contracts_and_phones_and_only_of_exactly_these(clinic: Clinic) -> None:
    anna = join(clinic, "Агеева", phone="+79120001122")
    boris = join(clinic, "Быков", contract="Д-17/2026")
    vera = join(clinic, "Вершинина")
    lines = [
        "8 (912) 000-11-22", "Д-17/2026", number_of(clinic, vera), number_of(clinic, anna), "8 912 000-11-23", "Быков",
        "2026",
    ]  # fmt: skip

    found = listed(clinic.desk, "\n".join(lines).encode())

    assert found.members == (anna, boris, vera)
    assert found.unknown == ("8 912 000-11-23", "Быков", "2026")


def test_a_phone_of_two_members_and_a_blocked_card_give_no_card_and_are_told(clinic: Clinic) -> None:
    for surname in ("Агеева", "Агеев"):
        join(clinic, surname, phone="+79120001122")
    lost = join(clinic, "Быков")
    number = number_of(clinic, lost)
    cards.block(clinic.desk, number, clinic.op())

    found = listed(clinic.desk, f"+7 912 000-11-22\n{number}".encode("utf-16"))

    assert found.members == ()
    assert found.several == ("+7 912 000-11-22",)
    assert found.without == ("Быков",)


def test_whoever_is_named_twice_has_one_card(clinic: Clinic) -> None:
    anna = join(clinic, "Агеева")

    made, _ = cards.cards_of(clinic.desk, [anna, anna])

    assert [card.number for card in made] == [number_of(clinic, anna)]

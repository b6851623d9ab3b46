"""Writing down, joining and changing a patient: read as people type, saved once, doubles noticed."""

from __future__ import annotations

from datetime import date

from desk_app.domain.card_numbers import is_card_number
from tests.ui.clinic import Clinic
from tests.ui.desk.conftest import clinic as clinic  # the same small clinic
from ui.desk.patient.presenter import patient_state
from ui.enrolment.presenter import FormPresenter, FormState


def form(clinic: Clinic) -> FormPresenter:
    shown: list[FormState] = []
    return FormPresenter(clinic.desk, shown.append)


def fill_in(presenter: FormPresenter, **fields: str) -> None:
    for name, text in fields.items():
        presenter.type(name, text)
        presenter.tidy(name)


def test_a_new_patient_joins_with_two_consents_and_gets_a_card(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open("")
    fill_in(presenter, surname="смирнова", given="ольга", birth_date="17051980", phone="8 912 000-11-33")
    presenter.consent("program", "", True)
    presenter.consent("data", "", True)
    presenter.consent("messages", "sms", True)

    written = presenter.save()

    assert written is not None
    assert written.joined
    assert is_card_number(written.card)
    with clinic.desk.store.reading() as reading:
        patient = reading.patient(written.patient)
        given = {(one.kind, one.channel): one.given for one in reading.consents(written.patient)}
    assert patient is not None
    assert (patient.full_name, patient.birth_date, patient.phones) == (
        "Смирнова Ольга", date(1980, 5, 17), ("+79120001133",),
    )  # fmt: skip
    assert given[("program", "")]
    assert given[("messages", "sms")]
    assert not given[("messages", "email")]


def test_what_is_typed_takes_its_shape_when_the_field_is_left(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open("")

    fill_in(presenter, surname="мамин-сибиряк", birth_date="6 11 1852", phone="89120001133")

    typed = presenter.state.typed
    assert typed["surname"] == "Мамин-Сибиряк"
    assert typed["birth_date"] == "06.11.1852"
    assert typed["phone"].replace("\N{NO-BREAK SPACE}", " ") == "+7 912 000-11-33"


def test_nothing_is_saved_while_something_is_missing_and_it_is_named(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open("")
    fill_in(presenter, surname="Смирнова", phone="8 912")
    presenter.consent("program", "", True)
    assert set(presenter.state.faults) == {"phone"}

    assert presenter.save() is None

    assert list(presenter.state.faults) == ["given", "birth_date", "phone", "consent.data"]


def test_without_the_consent_to_the_program_a_patient_is_only_written_down(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open("")
    fill_in(presenter, surname="Смирнова", given="Ольга")

    written = presenter.save()

    assert written is not None
    assert not written.joined
    with clinic.desk.store.reading() as reading:
        assert reading.membership(written.patient) is None


def test_saving_twice_is_one_patient(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open("")
    fill_in(presenter, surname="Единственная", given="Ольга")
    first = presenter.save()
    second = presenter.save()

    with clinic.desk.store.reading() as reading:
        assert len(reading.find("единственная", 5)) == 1
    assert first is not None
    assert second is not None
    assert first.patient == second.patient


def test_a_namesake_of_the_same_day_or_a_known_phone_is_noticed(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open("")
    fill_in(presenter, surname="Иванова", given="Мария", birth_date="08.03.1951")
    by_birth = [one.id for one in presenter.state.doubles]

    fill_in(presenter, birth_date="09.03.1951", phone="+7 926 555-44-00")

    assert by_birth == [clinic.people["elder"]]
    assert [one.id for one in presenter.state.doubles] == [clinic.people["younger"]]


def test_somebody_known_joins_and_keeps_one_record(clinic: Clinic) -> None:
    presenter = form(clinic)
    stranger = clinic.people["stranger"]
    presenter.open(stranger)
    presenter.consent("program", "", True)
    presenter.consent("data", "", True)
    presenter.refer(clinic.people["anna"], "Щёлокова Анна Юрьевна")
    presenter.group("pensioner", True)

    written = presenter.save()

    assert written is not None
    assert written.patient == stranger
    with clinic.desk.store.reading() as reading:
        membership = reading.membership(stranger)
    assert membership is not None
    assert membership.referred_by == clinic.people["anna"]
    assert [code for code, _ in membership.groups] == ["pensioner"]


def test_changes_write_only_what_changed(clinic: Clinic) -> None:
    presenter = form(clinic)
    anna = clinic.people["anna"]
    presenter.open(anna)
    fill_in(presenter, phone="8 999 000-00-01", notes="")
    presenter.consent("messages", "sms", False)

    written = presenter.save()

    assert written is not None
    assert not written.joined
    with clinic.desk.store.reading() as reading:
        patient = reading.patient(anna)
        given = {(one.kind, one.channel) for one in reading.consents(anna) if one.given}
        latest = reading.journal(3)
    assert patient is not None
    assert (patient.phones, patient.notes, patient.surname) == (("+79990000001",), "", "Щёлокова")
    assert ("messages", "sms") not in given
    fields = [row.body["patient"]["fields"] for row in latest if "patient" in row.body]
    assert set(fields[0]) == {"phones", "notes", "contact_confirmed"}


def test_a_lost_card_is_blocked_and_another_one_opens_the_account(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open(clinic.people["anna"])

    lost = presenter.block_card()
    fresh = presenter.new_card()

    states = {card.number: card.state for card in presenter.state.cards}
    assert states == {lost: "blocked", fresh: "active"}


def test_a_form_that_was_left_is_found_as_it_was(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open("")
    fill_in(presenter, surname="Недописанная")

    presenter.open("")

    assert presenter.state.typed["surname"] == "Недописанная"


def test_who_told_a_phone_today_is_not_asked_whether_it_still_holds(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open("")
    fill_in(presenter, surname="смирнова", given="ольга", birth_date="17051980", phone="8 912 000-11-33")

    written = presenter.save()

    assert written is not None
    state = patient_state(clinic.desk, written.patient, None)
    assert state is not None
    assert not state.contact_to_confirm


def test_what_a_slow_scanner_types_into_a_name_becomes_the_card_of_the_form(clinic: Clinic) -> None:
    presenter = form(clinic)
    presenter.open("")
    presenter.type("surname", "Смирнова2912345678906")
    presenter.type("phone", "2912345678906")

    assert presenter.strayed("surname") == "2912345678906"
    assert presenter.state.typed["surname"] == "Смирнова"
    assert presenter.strayed("phone") == "", "no number of the clinic's own: it may be a phone yet to be mended"
    presenter.type("phone", "8 912 000-11-33")
    assert presenter.strayed("phone") == ""
    presenter.type("birth_date", clinic.cards["anna"])
    assert presenter.strayed("birth_date") == clinic.cards["anna"]
    assert presenter.state.typed["birth_date"] == ""

"""The invented clinic is the same every time, hangs together, and gives every screen something to show."""

import hashlib
from collections import Counter
from datetime import date, timedelta

import pytest

from desk_app.demo.past import DemoPast
from desk_app.demo.people import PAST, DemoPatient, invent_patients
from desk_app.demo.tables import price_list
from desk_app.demo.visits import HYGIENE_COUPON, PROGRAM, invent_past
from desk_app.documents.program_file import read_program
from desk_app.domain.card_numbers import is_card_number
from desk_app.domain.program import PAYERS
from resources import path

TODAY = date(2027, 3, 15)


@pytest.fixture(scope="module")
def patients() -> tuple[DemoPatient, ...]:
    return invent_patients(TODAY)


@pytest.fixture(scope="module")
def past(patients: tuple[DemoPatient, ...]) -> DemoPast:
    return invent_past(patients, TODAY)


def digest(*told: object) -> str:
    return hashlib.sha256(repr(told).encode()).hexdigest()


def test_the_same_day_and_seed_invent_the_same_clinic(patients: tuple[DemoPatient, ...], past: DemoPast) -> None:
    again = invent_patients(TODAY)

    assert digest(again, invent_past(again, TODAY)) == digest(patients, past)


def test_another_seed_or_day_invents_another_clinic(patients: tuple[DemoPatient, ...]) -> None:
    assert invent_patients(TODAY, seed=2) != patients
    assert invent_patients(TODAY + timedelta(days=1)) != patients


def test_there_are_three_thousand_patients_and_most_are_members(patients: tuple[DemoPatient, ...]) -> None:
    members = [one for one in patients if one.joined]

    assert len(patients) == 3000
    assert 2600 < len(members) < 3000


def test_no_two_patients_share_a_number(patients: tuple[DemoPatient, ...]) -> None:
    for taken in (
        [one.id for one in patients],
        [one.phone for one in patients if one.phone],
        [one.card for one in patients if one.card],
        [one.email for one in patients if one.email],
        [one.contract for one in patients],
    ):
        assert len(set(taken)) == len(taken)


def test_every_member_has_a_card_the_scanner_accepts(patients: tuple[DemoPatient, ...]) -> None:
    assert all(is_card_number(one.card) == (one.joined is not None) for one in patients)


def test_nobody_can_be_rung_up_or_written_to(patients: tuple[DemoPatient, ...]) -> None:
    assert all(one.phone == "" or (one.phone.startswith("+7975") and len(one.phone) == 12) for one in patients)
    assert all(one.email == "" or one.email.endswith("@example.org") for one in patients)


def test_namesakes_differ_in_birth_date_and_phone(patients: tuple[DemoPatient, ...]) -> None:
    namesakes = [one for one in patients if one.full_name == "Иванов Иван Иванович"]

    assert len(namesakes) >= 3
    assert len({one.birth_date for one in namesakes}) == len(namesakes)


def test_names_are_as_various_as_at_a_real_desk(patients: tuple[DemoPatient, ...]) -> None:
    assert any("ё" in one.surname.lower() for one in patients)
    assert any("-" in one.surname for one in patients)
    assert any("-" in one.given for one in patients)
    assert any(not one.patronymic for one in patients)
    assert any(one.patronymic.endswith(("оглы", "кызы")) for one in patients)
    assert any(one.language == "en" and one.surname.isascii() for one in patients)


def test_a_few_people_were_entered_twice(patients: tuple[DemoPatient, ...]) -> None:
    by_id = {one.id: one for one in patients}
    doubles = [one for one in patients if one.double_of]

    assert doubles
    for double in doubles:
        first = by_id[double.double_of]
        assert (double.given, double.birth_date) == (first.given, first.birth_date)
        assert double.surname == first.surname.replace("ё", "е")


def test_children_of_a_family_bear_the_fathers_name(patients: tuple[DemoPatient, ...]) -> None:
    families: dict[str, list[DemoPatient]] = {}
    for one in patients:
        if one.family:
            families.setdefault(one.family, []).append(one)

    assert len(families) > 50
    whole = [kin for kin in families.values() if len(kin) > 2]
    for father, mother, *children in whole:
        assert (father.sex, mother.sex) == ("m", "f")
        assert len({child.patronymic for child in children if child.sex == "m"}) <= 1
        assert all(child.birth_date > father.birth_date for child in children)
    assert all(2 <= len(kin) <= 6 for kin in whole)


def test_everyone_joined_after_birth_and_before_today(patients: tuple[DemoPatient, ...]) -> None:
    first = TODAY - timedelta(days=PAST)
    assert all(one.joined is None or first <= one.joined < TODAY for one in patients)
    assert all(one.joined is None or one.birth_date < one.joined for one in patients)


def test_a_friend_was_brought_by_somebody_who_joined_earlier(patients: tuple[DemoPatient, ...]) -> None:
    joined = {one.id: one.joined for one in patients}
    brought = [one for one in patients if one.referred_by]

    assert brought
    for one in brought:
        earlier = joined[one.referred_by]
        assert earlier is not None
        assert one.joined is not None
        assert earlier < one.joined


def test_a_stopped_message_consent_was_given_first(patients: tuple[DemoPatient, ...]) -> None:
    stopped = 0
    for patient in patients:
        given: dict[tuple[str, str], date] = {}
        for consent in patient.consents:
            assert consent.day < TODAY
            if consent.given:
                given[consent.kind, consent.channel] = consent.day
            else:
                stopped += 1
                assert given[consent.kind, consent.channel] < consent.day
    assert stopped


def test_the_past_is_in_order_and_ends_yesterday(past: DemoPast) -> None:
    moments = [visit.at for visit in past.visits]

    assert moments == sorted(set(moments))
    assert moments[-1].date() == TODAY - timedelta(days=1)
    assert moments[0].date() >= TODAY - timedelta(days=PAST)
    assert 4_500 < len(moments) < 7_000


def test_no_member_was_treated_before_joining(patients: tuple[DemoPatient, ...], past: DemoPast) -> None:
    joined = {one.id: one.joined for one in patients}
    for visit in past.visits:
        day = joined[visit.patient]
        assert day is None or day <= visit.at.date()


def test_every_service_of_the_price_list_was_sold(past: DemoPast) -> None:
    sold = {line.service for visit in past.visits for line in visit.lines}

    assert sold == {service.code for service in price_list()}


def test_every_kind_of_payer_turned_up(past: DemoPast) -> None:
    assert {line.payer for visit in past.visits for line in visit.lines} == set(PAYERS)


def test_quantities_are_counted_from_one(past: DemoPast) -> None:
    assert all(line.quantity >= 1 for visit in past.visits for line in visit.lines)
    assert any(line.quantity > 1 for visit in past.visits for line in visit.lines)


def test_returns_follow_their_bills_and_ask_for_no_more_than_was_bought(past: DemoPast) -> None:
    visits = {visit.id: visit for visit in past.visits}
    assert any(one.void for one in past.returns)
    assert any(not one.void for one in past.returns)
    for one in past.returns:
        visit = visits[one.visit]
        assert visit.at < one.at
        assert one.at.date() < TODAY
        assert not one.void or one.at.date() == visit.at.date()
        assert all(quantity <= visit.lines[place].quantity for place, quantity in one.lines)


def test_units_lapse_next_month_and_their_owners_were_told(past: DemoPast) -> None:
    soon = [one for one in past.warnings if TODAY - timedelta(days=40) < one.at.date() < TODAY]
    last_seen = {visit.patient: visit.at.date() for visit in past.visits}

    assert any(last_seen[one.patient] < TODAY - timedelta(days=300) for one in soon)


def test_some_plans_were_left_in_the_middle(past: DemoPast) -> None:
    visits, long_ago = {visit.id: visit for visit in past.visits}, TODAY - timedelta(days=90)
    begun = [plan for plan in past.plans if plan.steps[0].done and plan.steps[0].due < long_ago]
    silent = [plan for plan in begun if not plan.finished]

    assert len(silent) > 20
    for plan in past.plans:
        assert all(visits[step.done].patient == plan.patient for step in plan.steps if step.done)


def test_while_a_desk_was_cut_off_the_same_units_were_spent_twice(past: DemoPast) -> None:
    long = past.spells[0]
    spent = Counter(
        visit.patient for visit in past.visits if visit.redeem is None and long.begins <= visit.at <= long.ends
    )
    twice = [patient for patient, times in spent.items() if times >= 2]

    desks = {visit.desk for visit in past.visits if visit.patient in twice and long.begins <= visit.at <= long.ends}
    assert twice
    assert desks == {"a", "b"}
    assert any(visit.offline for visit in past.visits)


def test_the_program_of_the_demo_knows_every_category_and_coupon(past: DemoPast) -> None:
    program = read_program(path(f"programs/{PROGRAM}.toml").read_bytes())
    coupons = {coupon for visit in past.visits for coupon in visit.coupons}

    assert {service.category for service in price_list()} == set(program.categories)
    assert coupons == {HYGIENE_COUPON}
    assert HYGIENE_COUPON in {promotion.code for promotion in program.promotions}

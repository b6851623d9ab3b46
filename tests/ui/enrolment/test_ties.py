"""Families and records of one person in the form of a member: bound by one act, undone in the same place."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import resources
from desk_app import accounts, families, programs
from desk_app.acts import new_id
from desk_app.domain.errors import Refusal
from desk_app.versions import today
from tests.ui.clinic import Clinic
from tests.ui.desk.conftest import Desktop
from tests.ui.desk.conftest import clinic as clinic  # the same small clinic
from tests.ui.desk.conftest import desktop as desktop  # and its window
from ui.enrolment.ties.presenter import TiesPresenter, TiesState
from ui.enrolment.ties.view import FamilyView

ENTER = Qt.Key.Key_Return


class Part:
    """The part of the form about others, without its picture."""

    def __init__(self, clinic: Clinic, name: str) -> None:
        self.shown: list[TiesState] = []
        self.changes = 0
        self.presenter = TiesPresenter(clinic.desk, self.shown.append, self._changed)
        self.presenter.open(clinic.people[name])

    @property
    def state(self) -> TiesState:
        return self.presenter.state

    def _changed(self) -> None:
        self.changes += 1


def units(clinic: Clinic, name: str) -> int:
    with clinic.desk.store.reading() as reading:
        day = today(clinic.desk, reading)
        program, _ = accounts.version_on(reading, clinic.desk, day)
        member = reading.canonical(clinic.people[name])
        return accounts.load(reading, clinic.desk, member, program, day).usable


def republish(clinic: Clinic, **family: object) -> None:
    document = tomllib.loads(resources.path("programs/points-3-5-7-10.toml").read_text(encoding="utf-8"))
    document["family"] = {**document["family"], **family}
    if not family:
        del document["family"]
    programs.publish(clinic.desk, document, clinic.clock.now.date(), new_id())


def test_two_members_without_a_family_begin_one_and_the_found_one_is_first(clinic: Clinic) -> None:
    part = Part(clinic, "younger")
    earned = units(clinic, "anna")

    part.presenter.join(clinic.people["anna"])

    assert [one.id for one in part.state.ties.family] == [clinic.people["anna"], clinic.people["younger"]]
    assert part.state.others == ("Щёлокова Анна Юрьевна",)
    assert units(clinic, "younger") == earned > 0
    assert part.changes == 1


def test_a_third_joins_the_family_there_is(clinic: Clinic) -> None:
    Part(clinic, "younger").presenter.join(clinic.people["anna"])
    part = Part(clinic, "elder")

    part.presenter.join(clinic.people["younger"])

    assert [one.id for one in part.state.ties.family] == [clinic.people[who] for who in ("anna", "younger", "elder")]


def test_who_leaves_has_no_family_and_the_units_stay(clinic: Clinic) -> None:
    earned = units(clinic, "anna")
    part = Part(clinic, "anna")
    part.presenter.join(clinic.people["younger"])

    part.presenter.leave()

    assert part.state.ties.family == ()
    assert (units(clinic, "anna"), units(clinic, "younger")) == (0, earned)


def test_a_full_family_refuses_in_place_and_nobody_is_bound(clinic: Clinic) -> None:
    republish(clinic, max_members=2)
    Part(clinic, "younger").presenter.join(clinic.people["anna"])
    part = Part(clinic, "elder")

    part.presenter.join(clinic.people["anna"])

    assert isinstance(part.state.family_problem, Refusal)
    assert part.state.family_problem.code == "family.full"
    assert part.state.ties.family == ()
    assert part.changes == 0


def test_nobody_begins_a_family_by_half(clinic: Clinic) -> None:
    desk, younger, elder = clinic.desk, clinic.people["younger"], clinic.people["elder"]
    families.join_family(desk, younger, "family-1", new_id())

    with pytest.raises(Refusal) as refused:
        families.join_family_of(desk, younger, elder, new_id())

    assert refused.value.code == "family.member"
    assert families.ties(desk, elder).family == ()


def test_a_family_is_begun_once_under_one_id(clinic: Clinic) -> None:
    act, younger, anna = new_id(), clinic.people["younger"], clinic.people["anna"]

    families.join_family_of(clinic.desk, younger, anna, act)
    families.join_family_of(clinic.desk, younger, anna, act)

    assert len(families.ties(clinic.desk, anna).family) == 2


def test_a_program_without_families_offers_none(clinic: Clinic) -> None:
    republish(clinic)

    part = Part(clinic, "anna")
    part.presenter.join(clinic.people["elder"])

    assert not part.state.ties.declared
    assert part.state.family_problem is not None
    assert part.state.family_problem.code == "family.none"


def test_a_record_goes_into_this_one_with_every_unit_and_comes_out_again(clinic: Clinic) -> None:
    earned = units(clinic, "anna")
    part = Part(clinic, "younger")

    part.presenter.merge(clinic.people["anna"])
    merged, together = [one.id for one in part.state.ties.merged], units(clinic, "younger")
    part.presenter.part(clinic.people["anna"])

    assert merged == [clinic.people["anna"]]
    assert together == earned
    assert part.state.ties.merged == ()
    assert (units(clinic, "anna"), units(clinic, "younger")) == (earned, 0)


def test_nobody_is_offered_themselves(clinic: Clinic) -> None:
    part = Part(clinic, "elder")

    assert [one.id for one in part.presenter.find("иванова")] == [clinic.people["younger"]]
    assert part.presenter.find("кузнецов") == ()


def at_family(desktop: Desktop) -> FamilyView:
    """Anna's form, the keyboard in the field of the family, somebody found."""
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F4)
    family = desktop.room.form.view.family
    for _ in range(20):
        if family.person.field.hasFocus():
            break
        desktop.press(Qt.Key.Key_Tab)
    desktop.type("иванова")
    return family


def test_two_enters_join_no_family(desktop: Desktop) -> None:
    family, anna = at_family(desktop), desktop.clinic.people["anna"]

    desktop.press(ENTER, ENTER)

    assert families.ties(desktop.clinic.desk, anna).family == ()
    assert not family.leave.hasFocus()


def test_who_was_found_is_in_sight_on_the_smallest_screen(desktop: Desktop) -> None:
    family = at_family(desktop)

    for _ in range(5):
        QApplication.processEvents()

    seen = family.person.list
    assert seen.visibleRegion().boundingRect() == seen.rect()


def test_before_a_family_is_joined_it_is_said_whose_units_go_where(desktop: Desktop) -> None:
    family = at_family(desktop)

    desktop.press(ENTER)

    said = (
        "One family, one account: Щёлокова Анна Юрьевна brings 276 points, Иванова Мария Петровна brings 0 points; "
        "all of it stays there."
    ).replace(" points", "\N{NO-BREAK SPACE}points")
    assert desktop.notice == f"{said} Nothing is changed yet. F9 does it, Esc leaves it."
    assert said in family.lines.sentences()


def test_escape_leaves_a_family_that_was_chosen_unjoined(desktop: Desktop) -> None:
    family, anna = at_family(desktop), desktop.clinic.people["anna"]
    desktop.press(ENTER)

    desktop.press(Qt.Key.Key_Escape)
    desktop.press(Qt.Key.Key_F9)

    assert families.ties(desktop.clinic.desk, anna).family == ()
    assert family.person.field.text() == ""


def test_a_family_is_joined_and_left_by_a_key_of_its_own_and_leaving_is_taken_back(desktop: Desktop) -> None:
    family, anna = at_family(desktop), desktop.clinic.people["anna"]
    desk = desktop.clinic.desk
    desktop.press(ENTER, Qt.Key.Key_F9)
    inside, on_leave = len(families.ties(desk, anna).family), family.leave.hasFocus()
    said = desktop.notice

    family.leave.setFocus()
    desktop.press(ENTER, ENTER)
    still = len(families.ties(desk, anna).family)
    desktop.press(Qt.Key.Key_F9)
    left = families.ties(desk, anna).family
    desktop.press(Qt.Key.Key_F8, modifier=Qt.KeyboardModifier.ControlModifier)

    assert (inside, on_leave, still, left) == (2, False, 2, ())
    assert said == (
        "Щёлокова Анна Юрьевна is in one family now with Иванова Мария Петровна. "
        "On leaving, the units stay with the family."
    )
    assert len(families.ties(desk, anna).family) == 2


def test_where_accounts_stay_apart_joining_is_taken_back(desktop: Desktop) -> None:
    republish(desktop.clinic, balance="own")
    at_family(desktop)
    desktop.press(ENTER, Qt.Key.Key_F9)
    anna = desktop.clinic.people["anna"]
    joined = len(families.ties(desktop.clinic.desk, anna).family)

    desktop.press(Qt.Key.Key_F8, modifier=Qt.KeyboardModifier.ControlModifier)

    assert joined == 2
    assert families.ties(desktop.clinic.desk, anna).family == ()


def test_a_record_is_merged_and_parted_by_a_key_of_its_own(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F4)
    records = desktop.room.form.view.records
    records.person.field.setFocus()
    desktop.type("иванова")

    desktop.press(ENTER)
    chosen = dict(records.part)
    desktop.press(Qt.Key.Key_F9)
    QApplication.processEvents()
    names = [button.accessibleName() for button in records.part.values()]
    desktop.press(Qt.Key.Key_Tab, ENTER, ENTER)
    parting = len(records.part)
    desktop.press(Qt.Key.Key_F9)

    assert (chosen, names, parting) == ({}, ["Part again: Иванова Мария Петровна"], 1)
    assert records.part == {}


def test_a_refusal_is_said_under_the_field(desktop: Desktop) -> None:
    republish(desktop.clinic, max_members=2)
    Part(desktop.clinic, "younger").presenter.join(desktop.clinic.people["elder"])
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F4)

    desktop.room.form.ties.join(desktop.clinic.people["elder"])

    said = desktop.room.form.view.family.lines.sentences()
    assert said[-1] == "The family has as many members as the program allows: 2."


def test_a_new_patient_is_asked_for_neither(desktop: Desktop) -> None:
    desktop.press(Qt.Key.Key_F4)

    form = desktop.room.form.view
    assert (form.family.isHidden(), form.records.isHidden()) == (True, True)


def test_typed_changes_survive_a_new_family(desktop: Desktop) -> None:
    desktop.find("щел")
    desktop.press(Qt.Key.Key_F4)
    desktop.room.form.presenter.type("birth_date", "15.02.1986")
    desktop.room.form.ties.join(desktop.clinic.people["elder"])

    desktop.press(Qt.Key.Key_F9)

    with desktop.clinic.desk.store.reading() as reading:
        kept = reading.patient(desktop.clinic.people["anna"])
    assert kept is not None
    assert kept.birth_date == date(1986, 2, 15)

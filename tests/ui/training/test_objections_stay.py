"""An objection stays until it is answered and the answer is read, whatever version holds by then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk_app.training import agreeing
from desk_app.training.records import Objection
from tests.ui.training.classroom import Place, now
from ui.training.branch import words as branch_words
from ui.training.branch.presenter import BranchPresenter
from ui.training.known import Classroom, Known
from ui.training.start import words as start_words
from ui.training.version.presenter import VersionPresenter
from ui.training.version.view import VersionView

HER = "Ольга Белова"
#: A version that held before those the desk has now.
GONE = "club/7/0123abcd"


def branch(room: Classroom, place: Place, key: str = "") -> BranchPresenter:
    made = BranchPresenter(room, lambda: place.station, place.home, lambda _: None, lambda _: None)
    made.open(key)
    return made


def version(room: Classroom) -> VersionPresenter:
    made = VersionPresenter(room, lambda _: None, lambda _: None, lambda: "en")
    made.open("")
    return made


def told(presenter: BranchPresenter) -> str:
    return "\n".join(line.words for line in branch_words.lines(presenter.state))


def first_page(known: Known) -> list[str]:
    matters = [one.key for one in known.course.matters]
    found = agreeing.left_behind(known.records, matters, known.name)
    return [one.words for one in start_words.left_behind_remarks(known, found)]


@pytest.mark.usefixtures("qapp")
def test_an_objection_to_rules_that_hold_no_more_waits_for_its_answer(room: Classroom, place: Place) -> None:
    room.keep(lambda shelf: agreeing.object_to(shelf, HER, GONE, "порог слишком высокий"))

    assert first_page(room.known) == ["Your objection to version 7 waits for an answer"]
    assert version(room).state.left_behind == (("7", Objection(GONE, HER, "порог слишком высокий")),)
    owner = branch(room, place)
    assert f"{HER}, of version 7: порог слишком высокий" in told(owner)

    owner.answer("с марта он ниже", lambda: None)
    owner.open()

    assert "None." in told(owner)
    assert first_page(room.known) == ["Your objection to version 7 was answered: с марта он ниже"]


@pytest.mark.usefixtures("qapp")
def test_an_answer_about_rules_that_hold_no_more_goes_once_it_was_read(room: Classroom) -> None:
    answered = Objection(GONE, HER, "порог слишком высокий")
    room.keep(lambda shelf: agreeing.reply(shelf, answered, "с марта он ниже"))

    page = version(room)

    assert [one.answer for _, one in page.state.left_behind] == ["с марта он ниже"]
    view = VersionView()
    view.show_state(page.state)
    rows = view.lines.model()
    shown = [rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert shown == ["Your objection to version 7", "порог слишком высокий", "Answer: с марта он ниже"]
    assert first_page(room.known) == []
    page.open("")
    assert page.state.left_behind == ()


@pytest.mark.usefixtures("qapp")
def test_an_objection_that_was_taken_back_waits_no_more_and_said_again_it_does(room: Classroom, place: Place) -> None:
    room.keep(lambda shelf: agreeing.object_to(shelf, HER, now(room), "уровней много"))
    owner = branch(room, place, now(room))
    assert owner.state.objection is not None

    page = version(room)
    page.open(now(room))
    page.agree()
    owner.open(now(room))

    assert not any(one.by == HER for one in owner.state.objections)
    assert "None." in told(owner)
    page.object_to("уровней много")
    owner.open(now(room))
    assert [one.text for one in owner.state.objections] == ["уровней много"]

"""The form of joining takes squares in any order, a file by choice, and says in one sentence what was wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import Trouble, WrongInput
from desk_app.sync.join_file import JoinFile, read, squares, written
from ui.join.presenter import JoinPresenter, JoinState
from ui.join.view import JoinView

LONG = JoinFile("centre", "clinic", "desk", "secret", "Касса", ca="".join(map(chr, range(0x4E00, 0x5000))))


def at_once(work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
    try:
        answer = work()
    except Exception as trouble:  # noqa: BLE001 - as the worker of the window does
        failed(trouble)
    else:
        done(answer)


class Form:
    def __init__(self, fails: Exception | None = None) -> None:
        self.states: list[JoinState] = []
        self.joined: list[JoinFile] = []
        self._fails = fails
        self.presenter = JoinPresenter(self.join, at_once, self.states.append, self.joined.append)

    def join(self, content: bytes | str) -> JoinFile:
        if self._fails is not None:
            raise self._fails
        return read(content)

    @property
    def state(self) -> JoinState:
        return self.presenter.state


def test_the_last_square_joins_whatever_the_order() -> None:
    form, made = Form(), squares(LONG)
    assert len(made) > 2
    for one in (*made[1:], made[1]):
        form.presenter.take_scan(one + "\r")
        assert not form.joined
    assert form.state.scanned == tuple(range(2, len(made) + 1))

    form.presenter.take_scan(made[0])

    assert form.joined == [LONG]
    assert form.state.squares == ()


def test_a_card_scanned_here_says_that_it_is_no_square() -> None:
    form = Form()
    assert not form.presenter.take_scan("2900000000018")
    assert isinstance(form.state.problem, WrongInput)
    assert form.state.problem.code == "join.digits"


def test_a_square_of_another_sheet_begins_anew() -> None:
    form, other = Form(), squares(JoinFile("other", "clinic", "desk", "x" * 290, "B", ca=LONG.ca[:200]))
    assert len(other) > 1
    form.presenter.take_scan(squares(LONG)[0])
    form.presenter.take_scan(other[1])

    assert (form.state.scanned, form.state.count) == ((2,), len(other))


def test_a_file_that_is_none_is_told_and_can_be_chosen_again(tmp_path: Path) -> None:
    form, file = Form(), tmp_path / "desk.join"
    file.write_text("hello", encoding="utf-8")
    form.presenter.take_file(file)
    assert isinstance(form.state.problem, WrongInput)

    file.write_text(written(LONG), encoding="utf-8")
    form.presenter.take_file(file)
    assert form.joined == [LONG]


def test_a_centre_that_is_away_is_told_and_nothing_is_kept() -> None:
    form = Form(Trouble("centre.away"))
    for one in squares(LONG):
        form.presenter.take_scan(one)

    assert isinstance(form.state.problem, Trouble)
    assert (form.state.busy, form.state.squares) == (False, ())


def test_no_secret_is_in_a_state_that_a_report_may_show() -> None:
    form = Form(Trouble("centre.away"))
    form.presenter.take_scan(squares(LONG)[0])
    assert squares(LONG)[0][:40] not in repr(form.state)


@pytest.mark.parametrize("words", ["Scanned 1 of {count}", "Still to be scanned: 2"])
def test_the_form_says_how_far_it_is(words: str, qtbot: QtBot) -> None:
    view, made = JoinView(), squares(LONG)
    qtbot.addWidget(view)
    presenter = JoinPresenter(lambda _: None, at_once, view.show_state, lambda _: None)
    view.scanned.connect(presenter.take_scan)

    view.field.setText(made[0])
    view.field.returnPressed.emit()

    assert words.format(count=len(made)) in view.sentence()
    assert view.field.text() == ""

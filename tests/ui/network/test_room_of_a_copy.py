"""The room of the network on a desk that is a copy of another one: it says so, and does not say that all is well."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from pytestqt.qtbot import QtBot

from desk_app.sync import joined
from desk_app.sync.joined import Joined
from desk_app.sync.state import Network
from tests.tasks.clinic import Clinic, treatment
from tests.tasks.conftest import clinic as clinic
from ui.network.presenter import NetworkPresenter, NetworkState
from ui.network.view import NetworkView
from ui.wording import network as words

NOON = 1_793_610_000_000


def test_a_copy_is_told_and_nothing_is_called_well_meanwhile(qtbot: QtBot) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    place, online = Joined("centre", 5432, "clinic", "desk", "Касса"), Network("online", 0, None, NOON)

    view.show_state(NetworkState(online, place))
    assert (view.copied.isHidden(), view.advice.isHidden()) == (True, False)

    view.show_state(NetworkState(online, place, copied=NOON))
    assert (view.copied.isHidden(), view.advice.isHidden()) == (False, True)
    joining = view.join.parentWidget()
    assert joining is not None
    assert not joining.isHidden(), "here it joins as a desk of its own"
    assert view.copied.text() in {words.copied(NOON, language) for language in ("ru", "en")}


def test_a_code_that_the_network_had_already_is_told(qtbot: QtBot, tmp_path: Path, clinic: Clinic) -> None:
    clinic.pay(clinic.enrol("Ира"), treatment("500.00"))
    clinic.desks["b"].code = "a"
    clinic.later()
    clinic.pay(clinic.enrol("Олег"), treatment("700.00"), on="b")
    clinic.exchange()
    (tmp_path / joined.FILE).write_text(
        joined.text_of(Joined("centre", 5432, "clinic", "desk", "Касса", done=True)), encoding="utf-8"
    )
    view = NetworkView()
    qtbot.addWidget(view)
    presenter = NetworkPresenter(
        clinic.desks["b"], tmp_path, lambda: Network("online"), view.show_state,
        lambda work, done, failed: done(work()), unused, unused,
    )  # fmt: skip

    presenter.refresh()

    assert not view.twice.isHidden()
    assert "a-000001" in view.twice.text()


def unused(*_: object) -> NoReturn:
    raise AssertionError("no file")

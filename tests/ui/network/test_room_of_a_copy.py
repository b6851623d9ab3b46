"""The room of the network on a desk that is a copy of another one: it says so, and does not say that all is well."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk_app.sync.joined import Joined
from desk_app.sync.state import Network
from ui.network.presenter import NetworkState
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

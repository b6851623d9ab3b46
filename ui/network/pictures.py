"""The states of the network that the tour shows: what waits, each trouble, joining, the end of a shift."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from desk_app import checkout, drafts
from desk_app.sync import joined
from desk_app.sync.join_file import JoinFile, squares
from desk_app.sync.joined import Joined
from desk_app.sync.state import Kind, Network
from ui.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_app.ports import Desk
    from ui.main_window import MainWindow

_WAITING: Final = 3
_MINUTE: Final = 60_000
_LOOKED_THROUGH: Final = 200


def waiting(window: MainWindow, desk: Desk) -> None:
    """The desk with the line away: three acts wait, and the band at the foot says so."""
    _stand(window, desk, "away")


def page(window: MainWindow, desk: Desk) -> None:
    """The page of the network: what waits, since when, the desks, and what to do."""
    _stand(window, desk, "away")
    window.show_room("network")


def state(kind: Kind, **more: int) -> Callable[[MainWindow, Desk], None]:
    """The same page in another state."""

    def pose(window: MainWindow, desk: Desk) -> None:
        _stand(window, desk, kind, **more)
        window.show_room("network")

    pose.__doc__ = f"The page of the network while it is {kind}."
    return pose


def alone(window: MainWindow, desk: Desk) -> None:
    """A desk alone: how it joins a network."""
    window.show_room("network")


def scanning(window: MainWindow, desk: Desk) -> None:
    """The squares of a join sheet, half of them scanned."""
    window.show_room("network")
    made = squares(JoinFile("centre.clinic.ru", "clinic", "desk", "x", "Регистратура", ca="certificate " * 90))
    # pressed together, these letters stay as long as they are
    longer = squares(
        JoinFile("centre.clinic.ru", "clinic", "desk", "x", "Регистратура", ca="".join(map(chr, range(0x4E00, 0x5000))))
    )
    window.take_scan((longer if len(longer) > 1 else made)[0])


def shift(window: MainWindow, desk: Desk) -> None:
    """The end of a shift with three acts that were not sent."""
    from ui.network.shift import ShiftPage

    _stand(window, desk, "away")
    covering = ShiftPage()
    window.cover(covering)
    now = window.link.state
    assert now is not None
    covering.show_network(now, 18)


def _stand(window: MainWindow, desk: Desk, kind: Kind, **more: int) -> None:
    """A desk of a network with three acts of today that wait."""
    place = Joined("centre.clinic.ru", 5432, "clinic", "desk", "Регистратура 1", clinic="Клиника «Здоровье»", done=True)
    window.home.mkdir(parents=True, exist_ok=True)
    (window.home / joined.FILE).write_text(joined.text_of(place), encoding="utf-8")
    waits = 0 if kind == "online" else _WAITING
    if waits:
        _serve(desk)
    with desk.store.writing() as writing:
        for own in writing.own_streams():
            writing.mark_sent(own.stream, max(0, own.head - (waits if own.current else 0)), {})
    now = int(datetime.now(UTC).timestamp() * 1000)
    with desk.store.reading() as reading:
        since = reading.waiting_since()
    network = Network(kind, waits, since if waits else None, (since or now) - 5 * _MINUTE)
    if kind == "online":
        network = replace(network, complete=now - _MINUTE)
    window.link.tell(replace(network, offset=more.get("offset", 0), missing=more.get("missing", 0)))


def _serve(desk: Desk) -> None:
    """Three patients of this morning: a payment each."""
    with desk.store.reading() as reading:
        members = [one.id for one, _ in zip(reading.patients(), range(_LOOKED_THROUGH), strict=False)
                   if reading.membership(one.id)][:_WAITING]  # fmt: skip
        services = reading.services("", _WAITING)
    for member, service in zip(members, services, strict=False):
        draft, _ = drafts.with_service(drafts.with_bill(drafts.start(desk), patient=member), service)
        checkout.settle(desk, drafts.dated(desk, draft.bill), draft.op_id)


PICTURES = (
    Picture("network-waiting", waiting, demo=False),
    Picture("network-page", page, demo=False),
    Picture("network-online", state("online", offset=7 * _MINUTE), demo=False),
    Picture("network-refused", state("refused"), demo=False),
    Picture("network-revoked", state("revoked"), demo=False),
    Picture("network-fetching", state("fetching", missing=4211), demo=False),
    Picture("network-alone", alone, demo=False),
    Picture("network-scanning", scanning, demo=False),
    Picture("network-shift", shift, demo=False),
)

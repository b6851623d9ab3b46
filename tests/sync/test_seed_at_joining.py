"""A new desk of a large clinic begins from a whole desk file at the centre, and knows everything at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.centre import admin, seeding
from db.centre.kept import SqlCentre
from db.verify import digest
from desk_app.acts import op_id
from desk_app.domain.errors import Trouble
from desk_app.ports import Op
from desk_app.sync.state import Network
from tests.sync.conftest import Centre
from ui import compose, compose_network

pytestmark = pytest.mark.postgres


def large_clinic(centre: Centre, folder: Path, people: int) -> Path:
    """A desk that has many patients and sent all of them."""
    home = folder / "first"
    compose_network.join(home, centre.desk(folder, "Первая", "A").read_bytes())
    with compose.open_desk(home) as desk, desk.store.writing() as writing:
        writing.append_many(
            Op(op_id(f"patient {n}"), 1_736_488_800_000 + n, {
                "kind": "patient", "v": 1, "desk": "A", "by": "", "day": "2025-01-10",
                "patient": {"id": op_id(f"who {n}"), "fields": {"surname": f"Иванова {n}"}}})
            for n in range(people)
        )  # fmt: skip
    compose_network.exchange_once(home)
    return home


def offered(centre: Centre, home: Path) -> tuple[int, int]:
    """The centre has a seed of that desk; acts and bytes in it."""
    with admin.opened(centre.url) as connection:
        return compose_network.offer_seed(home, SqlCentre(connection))


def picture(home: Path) -> str:
    """What follows from all a desk knows; its records are sound."""
    assert compose.verify(home) == ()
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        return digest(reading.cursor)  # type: ignore[attr-defined] # the store of a real desk


def test_a_new_desk_of_a_large_clinic_begins_from_a_seed(
    centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeding, "_WORTH", 100)
    first = large_clinic(centre, tmp_path, 300)
    ops, size = offered(centre, first)
    assert ops >= 300
    assert size > 100_000

    home, told = tmp_path / "second", list[Network]()
    compose_network.join(home, centre.desk(tmp_path, "Вторая", "B").read_bytes())
    with compose.open_desk(home) as desk, desk.store.writing() as writing:
        writing.append(Op(op_id("own"), 1_736_488_900_000, {"kind": "services", "v": 1, "desk": "B", "by": "",
                                                            "day": "2025-01-10", "services": []}))  # fmt: skip
    state = compose_network.fetch_all(home, told.append)

    assert (state.kind, state.waiting) == ("online", 0)
    assert max(one.missing for one in told) < 300, "no act was fetched by itself"
    compose_network.exchange_once(first)
    assert picture(home) == picture(first)
    assert not list(home.glob("seed-*"))


def test_a_seed_of_another_past_is_not_begun_from(
    centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeding, "_WORTH", 100)
    first = large_clinic(centre, tmp_path, 200)
    offered(centre, first)
    centre.ask(
        "UPDATE tessera.op_log SET hash=sha256(hash) WHERE seq=(SELECT max(seq) FROM tessera.op_log) RETURNING 1"
    )
    home = tmp_path / "second"
    compose_network.join(home, centre.desk(tmp_path, "Вторая", "B").read_bytes())

    with pytest.raises(Trouble) as told:
        seeding.begin(home, home / "desk.db", compose_key(home), lambda _: None)

    assert told.value.code == "centre.seed"
    assert not list(home.glob("seed-*"))


def test_a_seed_that_was_damaged_on_the_way_is_left_and_every_act_is_fetched(
    centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeding, "_WORTH", 100)
    first = large_clinic(centre, tmp_path, 200)
    offered(centre, first)
    centre.ask(
        "UPDATE tessera.seed_part SET content=set_byte(content, 5000, 1 + get_byte(content, 5000) % 200) RETURNING 1"
    )
    home = tmp_path / "second"
    compose_network.join(home, centre.desk(tmp_path, "Вторая", "B").read_bytes())

    state = compose_network.fetch_all(home)

    assert state.kind == "online"
    assert picture(home) == picture(first)


def compose_key(home: Path) -> bytes | None:
    """The key of a desk's records."""
    from db.keys import read_key

    return read_key(home)

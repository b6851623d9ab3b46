"""A desk that begins from a seed has everything the seed has, all it had itself, and nothing of another computer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import seed
from db.part import part_of
from db.schema import REVISION
from db.store import SqlStore, create, open_store
from db.verify import verify
from desk_app.domain.errors import Trouble
from tests.db import acts
from tests.db.conftest import digest_of


class PowerCut(BaseException):
    """The power goes."""


KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))


def pay(store: SqlStore, who: str, *numbers: int) -> None:
    for number in numbers:
        with store.writing() as writing:
            writing.append(acts.checkout(who, number, acts.NOON + number))


def exchange(*stores: SqlStore) -> None:
    for taker in stores:
        for giver in stores:
            if taker is not giver:
                with giver.reading() as reading:
                    ops, anchors = reading.ops_after({}), {one.stream: one.anchor for one in reading.own_streams()}
                with taker.writing() as writing:
                    writing.take_foreign(ops, anchors)


@pytest.fixture
def giver(tmp_path: Path) -> Iterator[SqlStore]:
    store = create(tmp_path / "giver.db", KEY, durable=False)
    with store.writing() as writing:
        writing.append(acts.op(1, patient=acts.person("p-1", "Ким Ия", "1990-01-01", ("+79120000001",))))
        writing.put_draft("bill", {"secret": "draft of this computer"})
        writing.put_setting("sync.generation", "setting of this computer")
        writing.next_number()
    pay(store, "p-1", 1, 2, 3)
    yield store
    store.close()


def content(path: Path, table: str, key: bytes | None = None) -> list[tuple[object, ...]]:
    with open_store(path, key, durable=False) as store, store.reading() as reading:
        return reading.cursor.execute(f"SELECT * FROM {table}").fetchall()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_seed_has_the_log_and_nothing_of_its_computer(key: bytes | None, tmp_path: Path) -> None:
    store = create(tmp_path / "giver.db", key, durable=False)
    with store.writing() as writing:
        writing.put_draft("bill", {"secret": "draft of this computer"})
        writing.put_setting("sync.generation", "setting of this computer")
        writing.next_number()
    pay(store, "p-1", 1, 2)
    with store.reading() as reading:
        (own,) = reading.own_streams()

    ends = seed.make(store, tmp_path / "seed.db")

    assert ends == seed.ends(tmp_path / "seed.db") == {own.stream: (2, own.hash)}
    raw = (tmp_path / "seed.db").read_bytes()
    assert b"of this computer" not in raw
    shutil.copyfile(tmp_path / "seed.db", tmp_path / "looked.db")
    assert content(tmp_path / "looked.db", "counter") == []
    store.close()
    assert sorted(one.name for one in tmp_path.iterdir() if "seed" in one.name) == ["seed.db"]


def test_a_new_desk_begins_from_a_seed(giver: SqlStore, tmp_path: Path) -> None:
    seed.make(giver, tmp_path / "seed.db")

    assert seed.adopt(tmp_path / "seed.db", tmp_path / "new.db", OTHER_KEY) is None

    with open_store(tmp_path / "new.db", OTHER_KEY, durable=False) as new:
        assert digest_of(new) == digest_of(giver)
        assert verify(new) == ()
        with new.writing() as writing:
            assert writing.next_number() == 1
            assert [one.head for one in writing.own_streams()] == [0]
            assert [one.head for one in writing.other_streams()] == [4]
            assert writing.append(acts.checkout("p-1", 9))
            assert writing.waiting() == 1


def test_a_desk_keeps_its_own_acts_and_words_when_it_begins_from_a_seed(giver: SqlStore, tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    desk = create(path, OTHER_KEY, durable=False)
    pay(desk, "p-1", 11, 12)
    exchange(giver, desk)
    with desk.writing() as writing:
        writing.mark_sent(writing.own_streams()[0].stream, 2, {})
        writing.put_draft("bill", {"open": "bill"})
        writing.put_setting("printer", "this one")
        for _ in range(40):
            writing.next_number()
    seed.make(giver, tmp_path / "seed.db")
    pay(giver, "p-1", 4)
    pay(desk, "p-1", 13)
    with desk.writing() as writing:
        writing.begin_stream()
    pay(desk, "p-1", 14)
    desk.close()

    kept = seed.adopt(tmp_path / "seed.db", path, OTHER_KEY)

    assert kept is not None
    with open_store(path, OTHER_KEY, durable=False) as desk:
        assert verify(desk) == ()
        with desk.writing() as writing:
            assert [(one.head, one.sent, one.current) for one in writing.own_streams()] == [
                (3, 2, False),
                (1, 0, True),
            ]
            assert writing.waiting() == 2
            assert (writing.drafts(), writing.setting("printer")) == ((("bill", {"open": "bill"}),), "this one")
            assert writing.next_number() == 41
        exchange(giver, desk)
        assert digest_of(desk) == digest_of(giver)


def test_what_goes_another_way_than_the_seed_keeps_its_acts_under_a_name_of_its_own(
    giver: SqlStore, tmp_path: Path
) -> None:
    twin = tmp_path / "twin.db"
    giver.close()
    shutil.copyfile(tmp_path / "giver.db", twin)
    with open_store(tmp_path / "giver.db", KEY, durable=False) as first:
        pay(first, "p-1", 4)
        seed.make(first, tmp_path / "seed.db")
    with open_store(twin, KEY, durable=False) as second:
        pay(second, "p-1", 5, 6)

    seed.adopt(tmp_path / "seed.db", twin, KEY)

    with open_store(twin, KEY, durable=False) as desk:
        assert verify(desk) == ()
        with desk.reading() as reading:
            own = reading.own_streams()
            assert [(one.head, one.current) for one in own] == [(5, False), (2, True)]
            assert {row.number for row in reading.last_receipts(9)} == {f"A-{n}" for n in range(1, 7)}


def test_a_file_that_is_no_seed_changes_nothing(giver: SqlStore, tmp_path: Path) -> None:
    giver.close()
    before = (tmp_path / "giver.db").read_bytes()
    (tmp_path / "letter.db").write_bytes(b"dear clinic" * 1000)
    with open_store(tmp_path / "giver.db", KEY, durable=False) as store:
        seed.make(store, tmp_path / "seed.db")
    damaged = bytearray((tmp_path / "seed.db").read_bytes())
    damaged[8192:20480] = bytes(12288)
    (tmp_path / "damaged.db").write_bytes(damaged)

    for name in ("letter.db", "damaged.db", "none.db"):
        with pytest.raises(Trouble):
            seed.adopt(tmp_path / name, tmp_path / "giver.db", KEY)

    assert (tmp_path / "giver.db").read_bytes() == before


def test_a_desk_at_work_is_not_replaced_by_a_seed(giver: SqlStore, tmp_path: Path) -> None:
    seed.make(giver, tmp_path / "seed.db")

    with pytest.raises(Trouble) as trouble:
        seed.adopt(tmp_path / "seed.db", tmp_path / "giver.db", KEY)

    assert trouble.value.code == "db.second"


@pytest.mark.parametrize("step", ["seal", "_carry_over", "sync", "set_aside", "sync_folder"])
def test_cut_short_anywhere_a_whole_desk_is_there(
    step: str, giver: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed.make(giver, tmp_path / "seed.db")
    path = tmp_path / "desk.db"
    with create(path, OTHER_KEY, durable=False) as desk:
        pay(desk, "p-1", 11)

    def power_goes(*_: object) -> None:
        raise PowerCut

    monkeypatch.setattr(seed, step, power_goes)
    with pytest.raises(PowerCut):
        seed.adopt(tmp_path / "seed.db", path, OTHER_KEY)
    monkeypatch.undo()

    with open_store(path, OTHER_KEY, durable=False) as desk:
        assert verify(desk) == ()
        with desk.reading() as reading:
            assert reading.receipt_of_bill("A-11") is not None
    with part_of(path):
        pass
    seed.adopt(tmp_path / "seed.db", path, OTHER_KEY)
    with open_store(path, OTHER_KEY, durable=False) as desk, desk.reading() as reading:
        assert {row.number for row in reading.last_receipts(9)} == {"A-1", "A-2", "A-3", "A-11"}
        assert reading.cursor.execute("SELECT version_num FROM alembic_version").fetchone() == (REVISION,)

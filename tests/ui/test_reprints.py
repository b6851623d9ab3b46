"""Papers that wait beside an encrypted desk are as unreadable as the desk itself, and nobody else's to open."""

import json
import sys
from pathlib import Path

import pytest

from db.sealing import Sealing
from ui import compose, compose_records
from ui.printer import Job
from ui.reprints import Reprints

KEY = bytes(range(32))
CARD = Job("card", "Карта: Щёлокова Анна", b"%PDF- 2957766913954", note="card:2957766913954")


def seal(key: bytes = KEY) -> Sealing:
    return Sealing(key, "waiting papers")


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


def test_a_paper_that_waits_beside_an_encrypted_desk_shows_neither_name_nor_number(tmp_path: Path) -> None:
    kept = Reprints(tmp_path, seal()).keep(CARD)

    assert "Щёлокова".encode() not in on_disk(tmp_path / "reprint")
    assert b"2957766913954" not in on_disk(tmp_path / "reprint")
    assert Reprints(tmp_path, seal()).all() == (kept,)
    assert Reprints(tmp_path, seal()).all()[0].job() == CARD
    assert kept.since() is not None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder of a user to that user by itself")
@pytest.mark.parametrize("sealed", [True, False])
def test_a_paper_that_waits_is_readable_by_its_owner_alone(tmp_path: Path, sealed: bool) -> None:
    Reprints(tmp_path, seal() if sealed else None).keep(CARD)

    assert (tmp_path / "reprint").stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "reprint").iterdir()} == {0o600}


def test_papers_of_an_older_app_are_taken_over_where_the_desk_is_opened(tmp_path: Path) -> None:
    compose_records.make_desk(tmp_path)
    old = tmp_path / "reprint"
    old.mkdir()
    (old / "20270120-101500-000001-card.pdf").write_bytes(CARD.pdf)
    about = {"sheet": "card", "title": CARD.title, "note": CARD.note, "copies": 1}
    (old / "20270120-101500-000001-card.json").write_text(json.dumps(about), encoding="utf-8")

    sealed = compose.waiting_papers(tmp_path)

    assert sealed is not None
    assert [kept.job() for kept in Reprints(tmp_path, sealed).all()] == [CARD]
    assert {file.suffix for file in old.iterdir()} == {".sheet", ".about"}
    assert b"2957766913954" not in on_disk(old)


def test_a_desk_without_a_key_keeps_its_papers_open_and_shut_to_others(tmp_path: Path) -> None:
    compose_records.make_desk(tmp_path, encrypted=False)
    kept = Reprints(tmp_path).keep(CARD)
    kept.file.chmod(0o644)

    assert compose.waiting_papers(tmp_path) is None
    assert Reprints(tmp_path).all() == (kept,)
    if sys.platform != "win32":
        assert kept.file.stat().st_mode & 0o777 == 0o600


def test_a_paper_of_another_desks_key_can_be_put_away_but_not_read(tmp_path: Path) -> None:
    Reprints(tmp_path, seal()).keep(CARD)
    other = Reprints(tmp_path, seal(bytes(32)))
    (kept,) = other.all()

    assert "Щёлокова" not in kept.title
    with pytest.raises(OSError, match="not of this desk"):
        kept.job()
    other.drop(kept)
    assert list((tmp_path / "reprint").iterdir()) == []

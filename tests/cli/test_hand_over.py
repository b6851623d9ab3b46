"""The hand-over from the command line: where it is switched on, every act of a script leaves its files."""

import json
from collections.abc import Callable
from pathlib import Path

from desk_app import station
from desk_app.hand_over import folder
from desk_app.station import Station
from tests.cli.conftest import Run

Bill = Callable[..., Path]


def enrolled(tessera: Run) -> str:
    said = tessera("enroll", "--name", "Иванова Мария Петровна", "--birth", "17.05.1980", "--consent", "program")
    member: str = said.json["member"]
    return member


def test_a_script_that_pays_and_takes_back_leaves_the_files_for_the_register(
    desk: Path, tessera: Run, bill: Bill
) -> None:
    station.save(desk, Station(hand_over=True))
    member = enrolled(tessera)

    paid = tessera("checkout", "--bill", bill(member, "5000.00", id="MIS-1")).json
    back = tessera("return", paid["receipt"]["number"], "--void").json

    number = paid["receipt"]["number"]
    assert paid["hand_over"] == {"files": [f"{number}.json", f"{number}.atol.json"], "trouble": None}
    assert len(back["hand_over"]["files"]) == 2
    tasks = [json.loads(file.read_text()) for file in sorted(folder.receipts_out(desk).glob("*.atol.json"))]
    assert sorted(task["type"] for task in tasks) == ["sell", "sellReturn"]


def test_nothing_is_written_where_it_is_not_switched_on(desk: Path, tessera: Run, bill: Bill) -> None:
    paid = tessera("checkout", "--bill", bill(enrolled(tessera), "5000.00")).json

    assert "hand_over" not in paid
    assert not (desk / folder.NAME).exists()


def test_a_folder_that_takes_no_files_stops_no_sale(desk: Path, tessera: Run, bill: Bill) -> None:
    station.save(desk, Station(hand_over=True))
    member = enrolled(tessera)
    (desk / folder.NAME).write_text("a file in the place of the folder")
    stopped = tessera("checkout", "--bill", bill(member, "5000.00", id="MIS-1"), "--lang", "en")
    (desk / folder.NAME).unlink()
    later = tessera("checkout", "--bill", bill(member, "100.00", id="MIS-2"))

    assert (stopped.code, stopped.json["pays"]) == (0, "5000.00")
    assert stopped.json["hand_over"]["trouble"] == "hand_over.failed"
    assert "The act itself is done" in stopped.err
    assert len(later.json["hand_over"]["files"]) == 4

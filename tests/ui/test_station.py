"""This computer's settings survive what happens to files."""

import json
from pathlib import Path

import pytest

from desk_app import station
from desk_app.station import ScannerSettings, SheetPrinter, Station


def test_what_was_saved_is_what_is_loaded(tmp_path: Path) -> None:
    kept = Station(
        language="en",
        theme="dark",
        text_size=130,
        employee="Петрова М.",
        scanner=ScannerSettings(gap=80, prefix="~"),
        printers={"slip": SheetPrinter("Epson", offset_x=-15, at_once=False)},
    )
    station.save(tmp_path, kept)

    assert station.load(tmp_path) == station.Loaded(kept, found=True)


def test_a_new_computer_has_the_usual_settings(tmp_path: Path) -> None:
    assert station.load(tmp_path / "nowhere") == station.Loaded(Station(), found=False)


@pytest.mark.parametrize("broken", [b"{", b"[1]", b"\xff\xfe", b""])
def test_a_broken_file_is_kept_aside_and_the_desk_opens(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / station.FILE).write_bytes(broken)

    loaded = station.load(tmp_path)

    assert loaded.station == Station()
    assert loaded.aside is not None
    assert loaded.aside.read_bytes() == broken
    assert not (tmp_path / station.FILE).exists()


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    for broken in (b"{1", b"{2"):
        (tmp_path / station.FILE).write_bytes(broken)
        station.load(tmp_path)

    assert sorted(file.read_bytes() for file in tmp_path.iterdir()) == [b"{1", b"{2"]


def test_one_wrong_value_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    found = {"language": "xx", "theme": "dark", "text_size": "big", "scanner": {"gap": -1, "shortest": 10},
             "printers": {"slip": {"printer": "Epson", "scale": 0}, "unheard": {}}}  # fmt: skip
    (tmp_path / station.FILE).write_text(json.dumps(found), encoding="utf-8")

    loaded = station.load(tmp_path).station

    assert (loaded.language, loaded.theme, loaded.text_size) == ("ru", "dark", 100)
    assert loaded.scanner == ScannerSettings(shortest=10)
    assert loaded.printers == {"slip": SheetPrinter("Epson")}


def test_settings_that_cannot_be_written_leave_the_old_ones_whole(tmp_path: Path) -> None:
    station.save(tmp_path, Station(employee="А"))
    (tmp_path / f"{station.FILE}.new").mkdir()

    with pytest.raises(OSError, match="directory"):
        station.save(tmp_path, Station(employee="Б"))

    assert station.load(tmp_path).station.employee == "А"

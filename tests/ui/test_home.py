"""A desk whose people never lived says so, whichever way its folder was named."""

from __future__ import annotations

from pathlib import Path

from ui import compose_records
from ui.home import PRACTICE_MARK, demo_home, is_invented


def test_the_demo_clinic_is_known_by_its_records_and_a_real_desk_in_a_folder_of_that_name_is_none(
    tmp_path: Path,
) -> None:
    demo, real = demo_home(tmp_path / "one"), demo_home(tmp_path / "other")
    assert not is_invented(demo), "nothing is there yet"
    for home, encrypted in ((demo, False), (real, True)):
        home.mkdir(parents=True)
        compose_records.make_desk(home, encrypted=encrypted)

    assert is_invented(demo)
    assert not is_invented(real)


def test_the_folder_of_a_practice_desk_is_invented(tmp_path: Path) -> None:
    (tmp_path / PRACTICE_MARK).write_text("{}", encoding="utf-8")

    assert is_invented(tmp_path)

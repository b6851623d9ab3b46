"""A clinic set up by the form is a clinic: its program is in force, its prices are there, its name is on it."""

from pathlib import Path

import pytest

from desk_app import clinic
from desk_app.domain.errors import WrongInput
from ui import compose
from ui.first_start import joining
from ui.first_start.tasks import Answers


def prices(folder: Path) -> Path:
    file = folder / "prices.csv"
    file.write_text("Код;Услуга;Цена\nA1;Приём терапевта;1 800,00\nA2;Анализ;без цены\n", encoding="cp1251")
    return file


def test_the_form_makes_a_clinic_that_opens(tmp_path: Path) -> None:
    home, told = tmp_path / "home", []
    answers = Answers(
        "cashback", {"name": "ООО «Здоровье»"}, timezone="Asia/Omsk", prices=prices(tmp_path), employee="Петрова М."
    )

    joining.set_up(home, answers, lambda done, total: told.append((done, total)))

    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        program = desk.program_of(reading.versions()[-1])
        assert (program.organizer.name, program.timezone) == ("ООО «Здоровье»", "Asia/Omsk")
        assert [(one.code, one.price) for one in reading.services("", 10)] == [("A1", 180000)]
        assert reading.setting("clinic") == "ООО «Здоровье»"
    assert told[-1] == (3, 3)


def test_who_gets_data_of_patients_is_a_setting_of_the_clinic_and_no_rule_of_its_program(tmp_path: Path) -> None:
    answers = Answers("cashback", {"name": "Здоровье"}, recipients="ООО «Рассылки»")

    joining.set_up(tmp_path, answers, lambda done, total: None)

    with compose.open_desk(tmp_path) as desk, desk.store.reading() as reading:
        assert clinic.read(reading).recipients == "ООО «Рассылки»"
        assert "recipients" not in reading.versions()[-1].document["organizer"]


def test_a_price_list_is_looked_at_before_anything_is_kept(tmp_path: Path) -> None:
    found = joining.look_at_prices(prices(tmp_path), "ru")

    assert found.services == 1
    assert [row.split(":")[0] for row in found.refused] == ["3"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", "Имя;Возраст\nАнна;40\n".encode()])
def test_what_is_no_price_list_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(content)

    with pytest.raises(WrongInput):
        joining.look_at_prices(file, "ru")


def test_every_preset_can_be_begun_with(tmp_path: Path) -> None:
    for preset in joining.presets():
        home = tmp_path / preset.code
        joining.set_up(home, Answers(preset.code, {"name": "Клиника"}), lambda done, total: None)

        with compose.open_desk(home) as desk, desk.store.reading() as reading:
            assert len(reading.versions()) == 1

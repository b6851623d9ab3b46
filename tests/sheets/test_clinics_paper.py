"""What the clinic set is what its paper carries; a spoilt logo keeps nothing from being printed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desk_app import clinic as clinics
from desk_app import logo, programs
from desk_app.demo_clinic import demo_program
from desk_app.domain.errors import WrongInput
from tests.printing.hard_sheets import SVG, png, preset
from tests.printing.paper_eye import all_text, squeezed
from tests.tasks.clinic import Clinic
from ui.sheets import Asked, making, print_sheet


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    """A clinic that gives points, with a version in force."""
    with ExitStack() as stack:
        made = Clinic.open(stack, tmp_path, "harbour", "a")
        yield made


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder beside the records."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def put_in_force(clinic: Clinic, organizer: dict[str, str]) -> None:
    """The points program under that organizer, from today on."""
    document = {**preset("points-3-5-7-10"), "code": "harbour", "organizer": organizer}
    programs.publish(clinic.desk, document, clinic.now.date(), clinic.op())


ORGANIZER = {"name": "ООО «Гавань»", "tax_id": "7701234567", "licence": "Л041-1", "address": "Пермь, Мира, 1"}
LEAFLET = Asked("leaflet", "a5", "ru")


@pytest.mark.usefixtures("qapp")
def test_what_was_set_for_the_clinic_is_on_its_paper(clinic: Clinic, home: Path) -> None:
    put_in_force(clinic, ORGANIZER)
    for field, text in (("name", "Гавань здоровья"), ("rules_url", "gavan.example/rules"), ("colour", "#aa3300")):
        clinics.keep(clinic.desk, field, text)
    logo.put(clinic.desk, home, "logo.svg", SVG)

    made = making(clinic.desk, "ru", home=home)
    drawn = print_sheet(clinic.desk, LEAFLET, home=home)

    assert (made.brand.clinic, made.brand.colour, made.brand.logo) == ("Гавань здоровья", "#aa3300", SVG)
    assert drawn.left_out == ()
    written = all_text(drawn.pdf)
    for one in ("Гавань здоровья", "https://gavan.example/rules", "ООО «Гавань»", "7701234567"):
        assert squeezed(one) in written


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(20_000_000), "logo.huge"), (png(64, 64)[:90], "logo.broken"), (b"", "logo.broken")],
)
def test_a_logo_that_was_spoilt_on_the_disk_is_left_out(clinic: Clinic, home: Path, spoilt: bytes, told: str) -> None:
    put_in_force(clinic, {**ORGANIZER, "rules_url": "https://gavan.example/rules"})
    logo.put(clinic.desk, home, "logo.png", png(64, 64))
    (home / "logo.png").write_bytes(spoilt)

    drawn = print_sheet(clinic.desk, LEAFLET, home=home)

    assert drawn.left_out == ((told,) if spoilt else ())
    assert drawn.pages == 2


def test_a_logo_that_went_away_is_missed_by_nobody(clinic: Clinic, home: Path) -> None:
    put_in_force(clinic, {**ORGANIZER, "rules_url": "https://gavan.example/rules"})
    logo.put(clinic.desk, home, "logo.png", png(64, 64))
    (home / "logo.png").unlink()

    assert print_sheet(clinic.desk, LEAFLET, home=home).left_out == ()


def test_what_paper_cannot_draw_is_not_taken_as_the_logo(tmp_path: Path) -> None:
    file = tmp_path / "odd.png"
    # whole by its sums, but of a kind of colour that no picture has at this depth
    file.write_bytes(_odd_png())

    with pytest.raises(WrongInput) as wrong:
        logo.read(file)

    assert wrong.value.code == "logo.broken"


def _odd_png() -> bytes:
    whole = bytearray(png(64, 64))
    whole[24] = 3  # bits of a colour: 1, 2, 4, 8 or 16
    whole[29:33] = struct.pack(">I", zlib.crc32(bytes(whole[12:29])))
    return bytes(whole)


def test_the_demo_clinic_has_an_organizer_of_its_own(clinic: Clinic, home: Path) -> None:
    put_in_force(clinic, demo_program(2)["organizer"])

    for size in ("a4", "a5", "a6"):
        assert print_sheet(clinic.desk, Asked("leaflet", size, "en"), home=home, demo=True).pages > 1

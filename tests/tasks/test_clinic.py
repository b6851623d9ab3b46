"""Who the clinic is: kept as it is to be written, refused with a sentence, taken from the program where it is empty."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from desk_app import clinic as clinics
from desk_app import logo
from desk_app.accounts import version_on
from desk_app.domain.errors import WrongInput
from tests.tasks.clinic import Clinic
from ui.wording.problems import problem


def png(wide: int = 64, high: int = 64, cut: int = 0) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x40\x80\xc0" * wide) * (high - cut))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><rect width="200" height="80"/></svg>'


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("name", "  Клиника   «Здоровье» ", "Клиника «Здоровье»"),
        ("phone", "8 (495) 123-45-67, доб. 2", "8 (495) 123-45-67, доб. 2"),
        ("rules_url", "clinic.ru/rules", "https://clinic.ru/rules"),
        ("rules_url", "http://клиника.рф/правила?a=1", "http://клиника.рф/правила?a=1"),
        ("colour", "#0B6B70", "#0b6b70"),
        ("address", "", ""),
    ],
)
def test_what_is_typed_of_the_clinic_is_kept_as_it_will_be_printed(
    clinic: Clinic, field: str, typed: str, kept: str
) -> None:
    clinics.keep(clinic.desk, field, typed)

    with clinic.desk.store.reading() as reading:
        assert getattr(clinics.read(reading), field) == kept


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("name", "я" * 121, "clinic.text"),
        ("name", "Клиника\x07", "clinic.text"),
        ("phone", "звоните", "clinic.phone"),
        ("phone", "12", "clinic.phone"),
        ("rules_url", "javascript:alert(1)", "clinic.url"),
        ("rules_url", "правила", "clinic.url"),
        ("rules_url", "https://a b.ru", "clinic.url"),
        ("rules_url", "https://user:secret@clinic.ru", "clinic.url"),
        ("rules_url", "https://clinic.ru:port", "clinic.url"),
        ("colour", "teal", "clinic.colour"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_a_sentence(clinic: Clinic, field: str, typed: str, code: str) -> None:
    with pytest.raises(WrongInput) as refused:
        clinics.keep(clinic.desk, field, typed)

    assert refused.value.code == code
    assert refused.value.place == field
    assert problem(refused.value, "ru") != problem(refused.value, "en")


def test_paper_names_the_clinic_as_it_calls_itself_and_the_program_only_where_that_is_empty(clinic: Clinic) -> None:
    with clinic.desk.store.reading() as reading:
        program = version_on(reading, clinic.desk, clinic.now.date())[0]
        before = clinics.shown(reading, program)
    clinics.keep(clinic.desk, "name", "Здоровье")
    clinics.keep(clinic.desk, "legal_name", "ООО «Здоровье и дети»")
    clinics.keep(clinic.desk, "rules_url", "https://clinic.ru/rules")

    with clinic.desk.store.reading() as reading:
        after, paper = clinics.shown(reading, program), clinics.on_paper(reading, program)

    assert before.name == program.organizer.name
    assert (after.name, after.phone) == ("Здоровье", program.organizer.phone)
    assert (paper.organizer.name, paper.organizer.rules_url) == ("ООО «Здоровье и дети»", "https://clinic.ru/rules")
    assert paper.organizer.licence == program.organizer.licence


def test_what_the_law_asks_of_an_offer_can_be_filled_in_beside_the_program(clinic: Clinic) -> None:
    for field, text in (("tax_id", "7701234567"), ("registration_id", "1027700132195"), ("licence", "Л041 от 2021")):
        clinics.keep(clinic.desk, field, text)

    with clinic.desk.store.reading() as reading:
        program = version_on(reading, clinic.desk, clinic.now.date())[0]
        organizer = clinics.on_paper(reading, program).organizer

    assert (organizer.tax_id, organizer.registration_id, organizer.licence) == (
        "7701234567", "1027700132195", "Л041 от 2021",
    )  # fmt: skip


def test_a_branch_is_called_by_its_title(clinic: Clinic) -> None:
    clinics.keep_branch(clinic.desk, "main", "Клиника на Ленина")

    with clinic.desk.store.reading() as reading:
        assert clinics.branch_title(reading, "main") == "Клиника на Ленина"
        assert clinics.branch_title(reading, "second") == ""


@pytest.mark.parametrize(("content", "name"), [(png(), "logo.png"), (SVG.encode(), "logo.svg")])
def test_a_logo_is_copied_beside_the_records_and_the_one_before_goes(
    clinic: Clinic, tmp_path: Path, content: bytes, name: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for file, bytes_ in (("a.png", png(100, 50)), ("b.svg", SVG.encode()), ("c", content)):
        (tmp_path / file).write_bytes(bytes_)
        logo.keep(clinic.desk, home, tmp_path / file)

    with clinic.desk.store.reading() as reading:
        kept = clinics.read(reading).logo
    assert kept == name
    assert [file.name for file in home.iterdir()] == [name]
    assert logo.path_of(home, kept) == home / name


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "logo.kind"),
        (b"GIF89a", "logo.kind"),
        (png()[:-20], "logo.broken"),
        (png(64, 64, cut=8), "logo.broken"),
        (png().replace(b"IDAT", b"IDAX"), "logo.broken"),
        (png(8, 8), "logo.size"),
        (png(400, 32), "logo.size"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * (2 * 1024 * 1024), "logo.huge"),
        (b"<svg", "logo.broken"),
        (SVG.replace("<rect", "<script>1</script><rect").encode(), "logo.broken"),
        (SVG.replace("<rect", '<image href="https://a.ru/b.png"/><rect').encode(), "logo.broken"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.encode(), "logo.broken"),
        (SVG.replace("200 80", "0 0").encode(), "logo.size"),
        (SVG.replace(' viewBox="0 0 200 80"', "").encode(), "logo.broken"),
    ],
)
def test_a_file_that_is_no_logo_is_not_kept(clinic: Clinic, tmp_path: Path, content: bytes, code: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "file").write_bytes(content)

    with pytest.raises(WrongInput) as refused:
        logo.keep(clinic.desk, home, tmp_path / "file")

    assert refused.value.code == code
    assert not list(home.iterdir())


def test_a_logo_that_is_not_wanted_any_more_is_forgotten(clinic: Clinic, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    logo.keep(clinic.desk, tmp_path, tmp_path / "a.png")
    logo.drop(clinic.desk, tmp_path)

    with clinic.desk.store.reading() as reading:
        assert clinics.read(reading).logo == ""
    assert not (tmp_path / "logo.png").exists()

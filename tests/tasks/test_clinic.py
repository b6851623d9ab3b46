"""Who the clinic is: kept as it is to be written, refused with a sentence, taken from the program where it is empty."""

from __future__ import annotations

import re
import struct
import zlib
from hashlib import sha256
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


@pytest.mark.parametrize(("content", "kind"), [(png(), "png"), (SVG.encode(), "svg")])
def test_a_logo_is_copied_beside_the_records_and_the_one_before_goes(
    clinic: Clinic, tmp_path: Path, content: bytes, kind: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for file, bytes_ in (("a.png", png(100, 50)), ("b.svg", SVG.encode()), ("c", content)):
        (tmp_path / file).write_bytes(bytes_)
        logo.keep(clinic.desk, home, tmp_path / file)

    with clinic.desk.store.reading() as reading:
        kept = clinics.read(reading).logo
    assert re.fullmatch(rf"logo-[0-9a-f]{{16}}\.{kind}", kept)
    assert [file.name for file in home.iterdir()] == [kept]
    assert logo.path_of(home, kept) == home / kept


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
    assert not list(tmp_path.glob("logo*"))


def at(clinic: Clinic, desk: str) -> clinics.Clinic:
    with clinic.desks[desk].store.reading() as reading:
        return clinics.read(reading)


def test_what_the_clinic_is_called_is_known_at_every_desk(clinic: Clinic) -> None:
    clinics.keep(clinic.desk, "name", "Здоровье")
    clinics.keep_branch(clinic.desk, "main", "На Ленина")
    clinic.exchange()
    clinics.keep(clinic.desks["b"], "colour", "#aabbcc")
    clinics.keep(clinic.desks["b"], "name", "Здоровье и дети")
    clinic.exchange()

    assert at(clinic, "a") == at(clinic, "b")
    assert (at(clinic, "a").name, at(clinic, "a").colour) == ("Здоровье и дети", "#aabbcc")
    with clinic.desks["b"].store.reading() as reading:
        assert clinics.branch_title(reading, "main") == "На Ленина"
        told = reading.last_change()
    clinics.keep(clinic.desks["b"], "name", "Здоровье и дети")
    with clinic.desks["b"].store.reading() as reading:
        assert reading.last_change() == told


def test_a_logo_of_any_size_comes_to_every_desk(clinic: Clinic, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for home in (here, there):
        home.mkdir()
    big = SVG.replace("</svg>", f"<!-- {'x' * 1_200_000} --></svg>").encode()
    for content in (png(), big):
        name = f"logo-{sha256(content).hexdigest()[:16]}.{'png' if content[:1] != b'<' else 'svg'}"
        logo.put(clinic.desk, here, name, content)
        clinic.exchange()
        with clinic.desks["b"].store.reading() as reading:
            logo.follow(reading, there)
            logo.follow(reading, there)
            assert clinics.read(reading).logo == name
        assert [file.read_bytes() for file in there.iterdir()] == [content]
    with clinic.desks["b"].store.reading() as reading:
        ops = reading.ops_after({})
    assert max(len(op.body) for op in ops) < 1_000_000


def test_half_a_logo_is_not_shown(clinic: Clinic, tmp_path: Path) -> None:
    logo.put(clinic.desk, tmp_path, "logo-0123456789abcdef.svg", SVG.encode())
    clinic.exchange()
    (tmp_path / "logo-0123456789abcdef.svg").unlink()

    with clinic.desks["b"].store.reading() as reading:
        logo.follow(reading, tmp_path)

    assert not list(tmp_path.glob("*logo-*"))


def test_what_was_filled_in_before_desks_told_each_other_is_told_once(clinic: Clinic, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    with clinic.desk.store.writing() as writing:
        for key, value in (("clinic", "Ромашка"), ("branch.main", "Центр"), ("clinic.logo", "logo.png"),
                           (clinics.TO_TELL, "1")):  # fmt: skip
            writing.put_setting(key, value)

    logo.tell_what_was_kept(clinic.desk, tmp_path)
    clinics.tell_what_was_kept(clinic.desk)
    logo.tell_what_was_kept(clinic.desk, tmp_path)
    clinics.tell_what_was_kept(clinic.desk)
    clinic.exchange()

    assert at(clinic, "b") == at(clinic, "a")
    assert at(clinic, "b").name == "Ромашка"
    assert logo.path_of(tmp_path, at(clinic, "a").logo) is not None
    with clinic.desks["b"].store.reading() as reading:
        assert clinics.branch_title(reading, "main") == "Центр"
        kinds = [row.kind for row in reading.journal(50)]
    assert kinds.count("clinic") == 3


def test_what_a_desk_was_told_when_it_joined_gives_way_to_what_the_clinic_says(clinic: Clinic) -> None:
    with clinic.desks["b"].store.writing() as writing:
        writing.put_setting("clinic", "Из файла")
    assert at(clinic, "b").name == "Из файла"
    clinics.keep(clinic.desk, "name", "Здоровье")
    clinic.exchange()

    assert at(clinic, "b").name == "Здоровье"

"""`tessera print slip` writes a PDF, `statement` and `quote` speak in sentences."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.printed_cards import printed
from desk_app.stock import unfinished
from tests.cli.conftest import CASES, Run
from tests.cli.test_desk_acts import enrolled
from tests.printing.paper_eye import all_text, squeezed
from ui import compose
from ui.home import default_home

Bill = Callable[..., Path]


@pytest.mark.usefixtures("desk")
def test_the_slip_of_a_receipt_and_of_its_return(tessera: Run, bill: Bill, tmp_path: Path) -> None:
    member = enrolled(tessera)
    number = tessera("checkout", "--bill", bill(member, "5000.00")).json["receipt"]["number"]
    file = tmp_path / "slip.pdf"

    nothing = tessera("print", "slip", number, "--out", file, "--returned")
    paid = tessera("print", "slip", number, "--out", file, "--size", "a5", "--lang", "ru")
    tessera("return", number, "--line", "1")
    back = tessera("print", "slip", number, "--out", file, "--returned")

    assert (nothing.code, nothing.json["error"]) == (1, "return.none")
    assert (paid.code, back.code) == (0, 0)
    assert back.json["bytes"] == len(file.read_bytes())
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("desk")
def test_a_slip_needs_a_receipt_and_a_place(tessera: Run, bill: Bill, tmp_path: Path) -> None:
    number = tessera("checkout", "--bill", bill(enrolled(tessera))).json["receipt"]["number"]

    assert tessera("print", "slip", "A-999999", "--out", tmp_path / "x.pdf").json["error"] == "bill.unknown"
    assert tessera("print", "slip", number, "--out", tmp_path).json["error"] == "file.folder"
    assert tessera("print", "slip", number, "--out", tmp_path / "no" / "x.pdf").json["error"] == "file.no_folder"


@pytest.mark.usefixtures("desk")
def test_a_statement_speaks_in_sentences(tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)
    tessera("checkout", "--bill", bill(member, "5000.00"))

    told = tessera("statement", member, "--lang", "ru", as_json=False).out

    assert told.replace("\N{NO-BREAK SPACE}", " ").startswith("Доступно 500 points.")


def test_a_quote_explains_itself_in_both_languages(tessera: Run, tmp_path: Path) -> None:
    bill = tmp_path / "b.json"
    bill.write_text('{"patient": "p", "lines": [{"price": "100.00", "payer": "insurer"}]}', encoding="utf-8")

    said = tessera("quote", "--program", CASES / "programs" / "harbour.toml", "--bill", bill).json["explanation"]

    assert said["ru"][0].startswith("1: платит страховая компания, поэтому без скидки")
    assert said["en"][0].startswith("1: paid by the insurer, so no discount")
    assert len(said["ru"]) == len(said["en"])


def filled_in(tmp_path: Path, name: str) -> Path:
    """The program of the tests with somebody who stands behind it, under another name."""
    document = (CASES / "programs" / "harbour.toml").read_text(encoding="utf-8")
    organizer = """
[organizer]
name = "ООО «Гавань»"
tax_id = "7701234567"
licence = "Л041-1"
address = "Пермь, улица Мира, 1"
rules_url = "https://gavan.example/rules"
"""
    file = tmp_path / "filled.toml"
    file.write_text(re.sub(r"(?m)^name = .*$", f'name = "{name}"', document, count=1) + organizer, encoding="utf-8")
    return file


@pytest.mark.usefixtures("desk")
def test_a_leaflet_names_what_is_missing_and_remarks_on_what_was_typed(tessera: Run, tmp_path: Path) -> None:
    file = tmp_path / "leaflet.pdf"

    refused = tessera("print", "leaflet", "--lang", "ru", "--out", file)
    published = tessera("program", "publish", filled_in(tmp_path, "Гарантированная выгода"))
    assert published.code == 0, published
    printed = tessera("print", "leaflet", "--lang", "ru", "--out", file)
    said = tessera("print", "leaflet", "--lang", "ru", "--out", file, as_json=False).out

    assert refused.json["error"] == "sheet.legal"
    for words in ("название организатора", "ИНН или ОГРН", "лицензия", "адрес", "адрес правил"):
        assert words in refused.json["message"]
    assert printed.code == 0, printed
    assert printed.json["left_out"] == []
    claim = next(one for one in printed.json["remarks"] if one["kind"] == "claim")
    assert claim["text"] == "Гарантированная выгода"
    assert claim["hint"] in said


@pytest.mark.usefixtures("desk")
def test_cards_are_printed_for_a_list_each_member_once_and_then_not_again(tessera: Run, tmp_path: Path) -> None:
    assert tessera("program", "publish", filled_in(tmp_path, "Гавань")).code == 0
    member = enrolled(tessera)
    number = tessera("find", "ива", "ма").json["patients"][0]["card"]
    listed = tmp_path / "members.txt"
    listed.write_text(f"Карта\n{number}\n{number}\n2900000000018\n", encoding="utf-8")
    out = tmp_path / "cards.pdf"

    twice = tessera("print", "cards", member, member, "--out", tmp_path / "twice.pdf")
    by_list = tessera("print", "cards", "--list", listed, "--out", out)
    rest = tessera("print", "cards", "--unprinted", "--out", tmp_path / "rest.pdf")

    assert twice.json["cards"] == by_list.json["cards"] == [number]
    assert by_list.json["unknown"] == ["2900000000018"]
    assert rest.json["error"] == "card.all_printed"


@pytest.mark.usefixtures("desk")
def test_whose_cards_are_printed_is_said_once(tessera: Run, tmp_path: Path) -> None:
    member, out = enrolled(tessera), tmp_path / "cards.pdf"
    listed = tmp_path / "members.txt"
    listed.write_text("79120001122\n", encoding="utf-8")

    for given in (
        ("--count", "3", "--unprinted"), ("--count", "10", "--list", listed), (member, "--count", "3"),
        (member, "--unprinted"), ("--list", listed, "--unprinted"),
    ):  # fmt: skip
        said = tessera("print", "cards", *given, "--out", out)
        assert (said.code, said.json["error"]) == (2, "arguments.mixed"), given
        assert not out.exists()
    assert "--unprinted, --count" in tessera("print", "cards", "--count", "3", "--unprinted", "--out", out).err


@pytest.mark.usefixtures("desk")
def test_it_is_told_how_many_cards_came_out_and_how_to_print_them_again(tessera: Run, tmp_path: Path) -> None:
    assert tessera("program", "publish", filled_in(tmp_path, "Гавань")).code == 0
    enrolled(tessera)
    out, listed = tmp_path / "cards.pdf", tmp_path / "members.txt"
    listed.write_text(tessera("find", "ива", "ма").json["patients"][0]["card"], encoding="utf-8")

    stock = tessera("print", "cards", "--count", "3", "--out", out, "--lang", "en", as_json=False)
    first = tessera("print", "cards", "--unprinted", "--out", out)
    rest = tessera("print", "cards", "--unprinted", "--out", out, "--lang", "ru")
    again = tessera("print", "cards", "--list", listed, "--out", out)

    assert "Cards made: 3" in stock.out
    assert first.json["made"] == again.json["made"] == 1
    assert (rest.code, rest.json["error"]) == (1, "card.all_printed")
    assert "--list" in rest.json["message"]


@pytest.mark.usefixtures("desk")
def test_no_number_is_taken_for_cards_whose_file_cannot_be_written(tessera: Run, tmp_path: Path) -> None:
    assert tessera("program", "publish", filled_in(tmp_path, "Гавань")).code == 0
    (tmp_path / ".cards.pdf.part").mkdir()

    said = tessera("print", "cards", "--count", "40", "--out", tmp_path / "cards.pdf")

    assert (said.code, said.json["error"]) == (3, "out.failed")
    assert not (tmp_path / "cards.pdf").exists()
    with compose.open_desk(default_home(), "") as desk, desk.store.reading() as reading:
        assert reading.count_cards("stock") == 0
        assert [row.kind for row in reading.journal(100) if row.kind == "stock"] == []
        assert unfinished(desk) == ()


@pytest.mark.usefixtures("desk", "qapp")
def test_a_draft_gives_marked_samples_and_takes_no_number(tessera: Run, tmp_path: Path) -> None:
    enrolled(tessera)
    draft, out = filled_in(tmp_path, "Новая гавань"), tmp_path / "sheet.pdf"

    cards = tessera("print", "cards", "--program", draft, "--out", out, "--lang", "en")
    told = tessera("print", "cards", "--program", draft, "--out", out, "--lang", "en", as_json=False).out
    marked = squeezed("DRAFT") in all_text(out.read_bytes())
    many = tessera("print", "cards", "--program", draft, "--count", "3", "--out", out)
    leaflet = tessera("print", "leaflet", "--program", draft, "--out", out, "--lang", "en")

    assert (cards.code, cards.json["made"], cards.json["cards"]) == (0, 0, [])
    assert "Samples of a draft" in told
    assert marked
    assert (many.code, many.json["error"]) == (2, "arguments.mixed")
    assert leaflet.code == 0, leaflet
    assert squeezed("DRAFT") in (written := all_text(out.read_bytes()))
    assert squeezed("Новая гавань") in written
    with compose.open_desk(default_home(), "") as desk, desk.store.reading() as reading:
        assert reading.count_cards("stock") == 0
        assert not printed(reading)


@pytest.mark.usefixtures("desk")
def test_a_draft_and_a_version_are_not_asked_for_together(tessera: Run, tmp_path: Path) -> None:
    draft, out = filled_in(tmp_path, "Новая гавань"), tmp_path / "sheet.pdf"
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\n", encoding="utf-8")

    for sheet in ("leaflet", "changes", "desk-card"):
        both = tessera("print", sheet, "--program", draft, "--version", "1", "--out", out)
        assert (both.code, both.json["error"]) == (2, "arguments.mixed")
        wrong = tessera("print", sheet, "--program", broken, "--out", out)
        assert (wrong.code, "broken.toml: " in wrong.err) == (2, True)
        assert tessera("print", sheet, "--program", tmp_path / "no.toml", "--out", out).json["error"] == "file.missing"
    assert tessera("print", "changes", "--program", draft, "--out", out).code == 0

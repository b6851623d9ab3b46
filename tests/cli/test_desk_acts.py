"""The desk's acts from the command line: the same tasks and the same database as the window."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, Run
from ui import compose, compose_records

Bill = Callable[..., Path]


def enrolled(tessera: Run) -> str:
    said = tessera("enroll", "--name", "Иванова Мария Петровна", "--birth", "17.05.1980", "--phone", "8 912 345-67-89",
                   "--consent", "program", "--op", "first")  # fmt: skip
    assert said.code == 0
    member: str = said.json["member"]
    return member


def test_a_day_at_the_desk(desk: Path, tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)

    paid = tessera("checkout", "--bill", bill(member, "5000.00", id="MIS-1"))
    found = tessera("find", "ива", "ма").json["patients"]
    told = tessera("statement", found[0]["card"]).json
    spent = tessera("checkout", "--bill", bill(member, "1000.00", id="MIS-2"), "--redeem", "max").json
    back = tessera("return", spent["receipt"]["number"], "--line", "1").json

    assert (paid.code, paid.json["earns"], paid.json["pays"]) == (0, 500, "5000.00")
    assert [one["id"] for one in found] == [member]
    assert found[0]["phone"] == "+79123456789"
    assert (told["usable"], told["spent"], told["visits"]) == (500, "5000.00", 1)
    assert (spent["redeemed_units"], spent["pays"], spent["earns"]) == (500, "500.00", 50)
    assert (back["money_back"], back["units_back"], back["withdrawn"]) == ("500.00", 500, 50)
    assert tessera("statement", member).json["usable"] == 500
    assert tessera("verify").json == {"findings": [], "sound": True}


def test_the_same_bill_sent_twice_is_one_receipt(desk: Path, tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)
    file = bill(member, id="MIS-7")

    first, second = tessera("checkout", "--bill", file).json, tessera("checkout", "--bill", file).json

    assert (first["receipt"]["repeated"], second["receipt"]["repeated"]) == (False, True)
    assert first["receipt"]["number"] == second["receipt"]["number"]
    assert tessera("statement", member).json["spent"] == "1000.00"


def test_the_same_operation_twice_is_done_once(desk: Path, tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)

    first = tessera("checkout", "--bill", bill(member), "--op", "op-7").json
    second = tessera("checkout", "--bill", bill(member), "--op", "op-7").json

    assert enrolled(tessera) == member
    assert first["receipt"]["id"] == second["receipt"]["id"]
    assert tessera("statement", member).json["usable"] == 100


def test_a_draft_prices_and_stores_nothing(desk: Path, tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)

    draft = tessera("checkout", "--bill", bill(member), "--draft").json

    assert (draft["earns"], draft["receipt"]) == (100, None)
    assert tessera("statement", member).json["spent"] == "0.00"


def test_more_than_is_left_is_not_taken_back(desk: Path, tessera: Run, bill: Bill) -> None:
    tessera("checkout", "--bill", bill(enrolled(tessera), id="MIS-1"))

    said = tessera("return", "MIS-1", "--line", "1=2")

    assert (said.code, said.json["error"], said.json["place"]) == (1, "return.quantity", "lines[0]")
    assert tessera("return", "MIS-1", "--preview").json["money_back"] == "1000.00"
    assert tessera("return", "MIS-1", "--void").json["money_back"] == "1000.00"
    assert tessera("return", "MIS-1").code == 1
    assert tessera("return", "nothing").json["error"] == "bill.unknown"


def test_versions_are_listed_and_shown_as_they_were_given(desk: Path, tessera: Run) -> None:
    published = tessera("program", "publish", CASES / "programs" / "harbour-v2.toml").json

    versions = tessera("program", "list").json["versions"]
    shown = tessera("program", "show", "1", as_json=False)

    assert (published["version"], [one["version"] for one in versions]) == (2, [1, 2])
    assert 'rounding = "down"' in shown.out
    assert tessera("program", "show", "9").code == 2


def test_a_backup_is_a_desk_and_comes_back(desk: Path, tessera: Run, bill: Bill, tmp_path: Path) -> None:
    member = enrolled(tessera)
    copy = tmp_path / "copy.db"

    made = tessera("backup", "--out", copy).json
    tessera("checkout", "--bill", bill(member))
    restored = tessera("restore", copy).json

    assert made["backup"] == str(copy)
    assert Path(restored["kept"]).is_file()
    assert tessera("statement", member).json["spent"] == "0.00"
    assert tessera("verify").code == 0


@pytest.mark.parametrize("pieces", ["0", "-1", "1.5", "", "two", "9" * 5000])
def test_a_quantity_that_is_none_is_not_taken_for_all_that_is_left(
    desk: Path, tessera: Run, bill: Bill, pieces: str
) -> None:
    member = enrolled(tessera)
    number = tessera("checkout", "--bill", bill(member, "1000.00")).json["receipt"]["number"]

    said = tessera("return", number, f"--line=1={pieces}")

    assert (said.code, said.json["error"], said.json["place"]) == (2, "quantity.bad", "lines[0].quantity")
    assert tessera("statement", member).json["spent"] == "1000.00"


def test_a_backup_opens_on_another_computer_with_the_key_from_the_paper(
    tmp_path: Path, tessera: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, copy = tmp_path / "first", tmp_path / "second", tmp_path / "copy.db"
    compose_records.make_desk(first)
    paper = compose.recovery_key(first)
    compose.back_up(first, copy)
    monkeypatch.setenv("TESSERA_HOME", str(second))

    without = tessera("restore", copy)
    mistyped = tessera("restore", copy, "--key", paper[:-1])
    another = tessera("restore", copy, "--key", "0" * 64)
    restored = tessera("restore", copy, "--key", paper.lower().replace(" ", "-"))

    assert [(one.code, one.json["error"]) for one in (without, mistyped, another)] == [
        (3, "backup.key"), (2, "key.paper"), (3, "backup.key")
    ]  # fmt: skip
    assert restored.code == 0
    assert paper[:9] not in without.err + mistyped.err + another.err + restored.err + restored.out
    assert compose.recovery_key(second) == paper
    assert tessera("verify").code == 0


def test_a_desk_that_is_not_there_is_trouble_and_says_what_to_do(tessera: Run) -> None:
    said = tessera("find", "иванов")

    assert (said.code, said.json["error"]) == (3, "db.missing")
    assert "tessera demo" in said.err


@pytest.mark.parametrize("name", ["points-3-5-7-10", "cashback", "growing-discount", "family", "laboratory"])
def test_a_preset_passes_its_check_but_for_what_the_clinic_has_to_fill_in(tessera: Run, name: str) -> None:
    import resources

    said = tessera("program", "check", resources.path(f"programs/{name}.toml"))

    found = said.json["findings"]
    told = {(one["id"], one["severity"]) for one in found}
    assert (said.code, told) == (0, {("publish.placeholder", "notice"), ("goals.ready", "notice")})
    assert {"organizer.name", "organizer.tax_id", "organizer.address", "organizer.rules_url"} <= {
        one["place"] for one in found
    }
    assert all(one["message"] for one in found)


def test_a_program_that_was_filled_in_has_nothing_left_to_warn_of(tessera: Run, tmp_path: Path) -> None:
    import resources

    text = Path(resources.path("programs/cashback.toml")).read_text(encoding="utf-8")
    file = tmp_path / "own.toml"
    own = text.replace(" — заполните", "").replace("example.org", "yasen.example")
    own = own.replace('baseline = "38"', 'baseline = "37"')
    file.write_text(re.sub(r"(?m)^phone = .*$", 'phone = "+7 495 123-45-67"', own), encoding="utf-8")

    assert tessera("program", "check", file).json["findings"] == []


def test_an_untrue_example_is_found(tessera: Run, tmp_path: Path) -> None:
    import resources

    text = Path(resources.path("programs/points-3-5-7-10.toml")).read_text(encoding="utf-8")
    head, claims, rest = text.partition("claims = {")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(head + claims + 'discount = "99.99", ' + rest, encoding="utf-8")

    said = tessera("program", "check", wrong)

    assert said.code == 1
    assert (said.json["error"], said.json["place"]) == ("C01", "examples[0].claims.discount")


def test_the_schema_is_json(tessera: Run) -> None:
    assert tessera("program", "schema").json["title"] == "Program document"
    assert json.loads(tessera("program", "schema", as_json=False).out)["type"] == "object"


def test_a_demo_that_is_open_is_not_taken_away(tessera: Run, desk_folder: Path) -> None:
    from desk_app.station import Station

    home = desk_folder / "demo"
    compose_records.make_desk(home, encrypted=False)
    opened = compose.prepare(home, Station(), demo=True)

    said = tessera("demo", "--reset", "--no-window")

    opened.close()
    assert (said.code, said.json["error"]) == (3, "db.second")
    assert (home / compose_records.DATABASE).exists()


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_people_read_words_and_not_the_names_of_values(desk: Path, tessera: Run, bill: Bill, lang: str) -> None:
    member = enrolled(tessera)
    file = bill(member, "1000.00", id="MIS-5")
    number = tessera("checkout", "--bill", file).json["receipt"]["number"]

    said = [
        tessera(*words, "--lang", lang, as_json=False)
        for words in (
            ("enroll", "--name", "Ким Олег"), ("statement", member), ("checkout", "--bill", file),
            ("return", number, "--line", "1", "--op", "r-1"), ("return", number, "--line", "1", "--op", "r-1"),
        )
    ]  # fmt: skip

    text = "".join(one.out for one in said)
    assert [one.code for one in said] == [0] * len(said)
    assert not [word for word in ("True", "False", "None", "_") if word in text]
    again = "под тем же номером операции" if lang == "ru" else "under the same operation id"
    assert [again in one.out for one in said] == [False, False, True, False, True]
    assert ("возвращено денег: 1000.00" if lang == "ru" else "money back: 1000.00") in said[3].out


def test_a_service_without_a_name_is_called_as_the_price_list_calls_it(
    desk: Path, tessera: Run, tmp_path: Path
) -> None:
    prices = tmp_path / "services.csv"
    prices.write_text("Код;Название;Категория;Цена\nB01.047.001;Приём терапевта;treatment;1000,00\n", encoding="utf-8")
    assert tessera("import", "services", prices).code == 0
    bill = {"patient": enrolled(tessera), "lines": [
        {"service": "B01.047.001", "category": "treatment", "price": "1000.00"}]}  # fmt: skip
    file = tmp_path / "nameless.json"
    file.write_text(json.dumps(bill), encoding="utf-8")

    draft = tessera("checkout", "--bill", file, "--draft", "--lang", "ru", as_json=False).out
    paid = tessera("checkout", "--bill", file).json

    assert "B01.047.001" not in draft
    assert draft.startswith("Приём терапевта")
    assert any(one.startswith("Приём терапевта: ") for one in paid["explanation"]["ru"])


def test_a_statement_says_where_units_came_from(desk: Path, tessera: Run, bill: Bill) -> None:
    member = enrolled(tessera)
    number = tessera("checkout", "--bill", bill(member, id="MIS-1")).json["receipt"]["number"]

    told = tessera("statement", member, "--lang", "ru", as_json=False).out

    assert f"начислено по квитанции № {number} от " in told
    assert "bill:" not in told


@pytest.mark.parametrize(
    ("program", "category", "ahead", "since", "account"),
    [
        ("health-club", "treatment", "до уровня «silver» ещё 30 000 ₽",
         "после этого счёта до уровня «silver» ещё 10 000 ₽", "до уровня «silver» ещё 10 000 ₽"),
        ("grove-visits", "care", "до уровня «regular» ещё 3 визита",
         "до этого счёта до уровня «regular» было ещё 3 визита", "до уровня «regular» ещё 2 визита"),
    ],
)  # fmt: skip
def test_what_is_missing_to_the_next_level_is_told_as_it_is_once_the_bill_is_paid(
    desk_folder: Path, tessera: Run, tmp_path: Path, program: str, category: str, ahead: str, since: str, account: str
) -> None:
    compose_records.make_desk(desk_folder, encrypted=False)
    document = CASES / "programs" / f"{program}.toml"
    assert tessera("program", "publish", document, "--from", "2025-01-01").code == 0
    member = enrolled(tessera)
    file = tmp_path / "bill.json"
    line = {"category": category, "price": "20000.00"}
    file.write_text(json.dumps({"patient": member, "lines": [line], "id": "MIS-1"}), encoding="utf-8")
    given = ("checkout", "--bill", file)

    priced = tessera(*given, "--draft").json
    paid, again = tessera(*given).json, tessera(*given).json

    assert paid["next_level"] == again["next_level"] == priced["next_level"]
    assert ahead in _plain(priced["explanation"]["ru"])
    assert since in _plain(paid["explanation"]["ru"])
    assert again["explanation"] == paid["explanation"]
    assert account in _plain([tessera("statement", member, "--lang", "ru", as_json=False).out])


def _plain(sentences: list[str]) -> str:
    return " ".join(sentences).replace("\N{NO-BREAK SPACE}", " ")

"""Import and export from the command line: a preview, the broken rows, and nothing twice."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROWS = ["Фамилия;Имя;Дата рождения;Телефон;№ карты;Цвет",
        "Иванова;Мария;17.05.1980;8 (912) 345-67-89;2900000000017;синий",
        "Петров;Иван;31.02.1975;;;", "Сидоров;Пётр;1975-02-28;нет;;"]  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "base.csv"
    file.write_bytes("\r\n".join(ROWS).encode("cp1251"))
    return file


def test_a_preview_tells_all_and_writes_nothing(desk: Path, tessera: Run, table: Path) -> None:
    said = tessera("import", "patients", table, "--dry-run", "--lang", "ru")

    assert (said.code, said.json["new"], said.json["members"], said.json["dry_run"]) == (0, 1, 1, True)
    assert (said.json["encoding"], said.json["separator"], said.json["ignored"]) == ("windows-1251", ";", ["Цвет"])
    assert said.json["columns"]["card"] == "№ карты"
    assert [(one["line"], one["column"], one["error"]) for one in said.json["refused"]] == [
        (3, "birth_date", "date.bad"), (4, "phone", "phone.bad"),
    ]  # fmt: skip
    assert tessera("find", "иванова").code == 1


def test_a_second_import_changes_nothing(desk: Path, tessera: Run, table: Path) -> None:
    first, again = tessera("import", "patients", table).json, tessera("import", "patients", table).json

    assert (first["new"], len(first["refused"])) == (1, 2)
    assert (again["new"], again["completed"], again["unchanged"], len(again["refused"])) == (0, 0, 1, 2)
    assert tessera("verify").code == 0


def test_the_broken_rows_are_listed_with_line_and_reason(desk: Path, tessera: Run, table: Path) -> None:
    said = tessera("import", "patients", table, "--lang", "en", as_json=False)

    assert f"{table}:3: birth_date: " in said.out
    assert f"{table}:4: phone: " in said.out


def test_what_is_exported_is_imported_unchanged(desk: Path, tessera: Run, table: Path, tmp_path: Path) -> None:
    tessera("import", "patients", table)

    for name in ("out.csv", "out.xlsx"):
        out = tessera("export", "patients", tmp_path / name, "--balances").json
        again = tessera("import", "patients", tmp_path / name).json

        assert out["rows"] == 1
        assert (again["new"], again["completed"], again["unchanged"], again["refused"]) == (0, 0, 1, [])


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "table.empty"), (b"\x00\x00", "table.bad"), (b"a;b\n1;2\n", "column.missing"),
     ("Имя;Имя\nа;б".encode(), "column.repeated")],
)  # fmt: skip
def test_a_file_that_is_no_table_of_patients_is_refused(
    desk: Path, tessera: Run, tmp_path: Path, content: bytes, code: str
) -> None:
    file = tmp_path / "wrong.csv"
    file.write_bytes(content)

    said = tessera("import", "patients", file)

    assert (said.code, said.json["error"]) == (2, code)
    assert said.err.startswith("wrong.csv: ")


def test_an_export_to_another_kind_of_file_is_refused(desk: Path, tessera: Run, tmp_path: Path) -> None:
    assert tessera("export", "patients", tmp_path / "out.pdf").json["error"] == "value.bad"
    assert tessera("export", "services", tmp_path / "none" / "out.csv").json["error"] == "file.no_folder"


def test_the_price_list_goes_round(desk: Path, tessera: Run, tmp_path: Path) -> None:
    prices = tmp_path / "prices.csv"
    prices.write_text("code,name,category,price\nA1,=Visit,treatment,1500.00\nA2,Test,yoga,1\n", encoding="utf-8")

    first = tessera("import", "services", prices).json
    tessera("export", "services", tmp_path / "out.xlsx", "--lang", "en")
    again = tessera("import", "services", tmp_path / "out.xlsx").json

    assert (first["new"], [one["error"] for one in first["refused"]]) == (1, ["category.unknown"])
    assert (again["unchanged"], again["refused"]) == (1, [])


def test_short_english_names_of_columns_are_known(desk: Path, tessera: Run, tmp_path: Path) -> None:
    file = tmp_path / "short.csv"
    file.write_text("surname,name,birth,phone,mail,card\nSmith,Ann,17.05.1980,89123456789,ann@example.org,2900000000017\n",
                    encoding="utf-8")  # fmt: skip

    said = tessera("import", "patients", file)

    assert (said.json["new"], said.json["warnings"], said.err) == (1, [], "")
    assert set(said.json["columns"]) == {"surname", "given", "birth_date", "phone", "email", "card"}
    assert [one["name"] for one in tessera("find", "17.05.1980").json["patients"]] == ["Smith Ann"]


@pytest.mark.parametrize(("title", "value", "like"), [
    ("Д/рожд.", "17.05.1980", "birth_date"), ("Связь", "8 912 345-67-89", "phone"), ("Сайт", "a@example.org", "email"),
    ("Пластик", "2900000000017", "card"), ("Цвет", "синий", ""),
])  # fmt: skip
def test_a_column_nobody_reads_is_told_by_what_it_holds(
    desk: Path, tessera: Run, tmp_path: Path, title: str, value: str, like: str
) -> None:
    file = tmp_path / "unread.csv"
    file.write_text(f"Фамилия;{title};Пусто\nИванова;{value};\n", encoding="utf-8")

    said = tessera("import", "patients", file, "--dry-run", "--lang", "ru")

    assert [(one["column"], one["like"]) for one in said.json["warnings"]] == [(title, like)]
    assert title in said.err

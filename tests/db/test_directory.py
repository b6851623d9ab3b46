"""A patient is found by whatever the receptionist has: a few letters, the end of a phone, a card, a date."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import directory
from db.bulk import load
from db.crowd import crowd
from db.store import SqlStore, create
from desk_app.ports import Json
from tests.db import acts

#: who, full name, birth, phones, contract, card
PEOPLE = [
    ("p-01", "Иванов Иван Петрович", "1980-05-17", ("+79123456789", "+74951112233"), "Д-12/5", "2000000000015"),
    ("p-02", "Иванова Мария Ивановна", "1975-01-02", ("+79161234567",), "", ""),
    ("p-03", "Иванов Марк Олегович", "2010-12-31", (), "", ""),
    ("p-04", "Семёнов Пётр Ильич", "1960-02-29", ("+79031112233",), "", ""),
    ("p-05", "Борисов Борис", "1999-09-09", (), "", ""),
    ("p-06", "Смит-Джонс Анна", None, ("+4930123456",), "", ""),
    ("p-07", "Smith John", None, (), "", ""),
    ("p-08", "Жук Ольга Ивановна", "1980-05-17", ("+79169996789",), "Д-17/05/2023", ""),
]


@pytest.fixture
def clinic(desk: SqlStore) -> SqlStore:
    with desk.writing() as writing:
        for who, name, birth, phones, contract, card in PEOPLE:
            parts: Json = {"patient": acts.person(who, name, birth, phones, contract=contract)}
            if card:
                parts["card"] = {"number": card, "member": who, "state": "active"}
                parts["member"] = {"id": who, "joined": acts.DAY}
            writing.append(acts.op(**parts))
    return desk


def found(store: SqlStore, text: str, limit: int = 20) -> list[str]:
    with store.reading() as reading:
        return [one.id for one in reading.find(text, limit)]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("иванов", ["p-01", "p-03", "p-02"]),
        ("ИВАНОВА", ["p-02"]),
        ("ива ма", ["p-03", "p-02"]),
        ("Иванов И П", ["p-01"]),
        ("иванов и.п.", ["p-01"]),
        ("семенов", ["p-04"]),
        ("СЕМЁНОВ", ["p-04"]),
        ("bdfyjd", ["p-01", "p-03", "p-02"]),
        ("bdf vf", ["p-03", "p-02"]),
        ("<jhb", ["p-05"]),
        ("smi", ["p-07"]),
        ("ыьшер", ["p-07"]),
        ("смит-джонс", ["p-06"]),
        ("смит джонс", ["p-06"]),
        ("мария иванова", ["p-02"]),
        ("ивонов", ["p-01", "p-03"]),
        ("иваонв", ["p-01", "p-03"]),
        ("bdfjyd", ["p-01", "p-03"]),
        ("семеов", ["p-04"]),
        ("иванова мприя", ["p-02"]),
        ("6789", ["p-01", "p-08"]),
        ("345-67-89", ["p-01"]),
        ("8 (912) 345-67-89", ["p-01"]),
        ("+7 912 345 67 89", ["p-01"]),
        ("8 912 345", ["p-01"]),
        ("+7916", ["p-02", "p-08"]),
        ("1112233", ["p-04", "p-01"]),
        ("+49 30", ["p-06"]),
        ("2000000000015", ["p-01"]),
        ("2000000000015\r\n", ["p-01"]),
        ("200000000", ["p-01"]),
        ("д-12/5", ["p-01"]),
        ("Д125", ["p-01"]),
        ("17.05.1980", ["p-08", "p-01"]),
        ("17051980", ["p-08", "p-01"]),
        ("1980-05-17", ["p-08", "p-01"]),
        ("170580", ["p-08", "p-01"]),
        ("29.02.1960", ["p-04"]),
        ("иванов 6789", ["p-01"]),
        ("иванов 17.05.1980", ["p-01"]),
        ("иванов 1980", ["p-01"]),
        ("ива 1980", ["p-01"]),
        ("1980 иванов", ["p-01"]),
        ("bdfyjd 1980", ["p-01"]),
        ("ива 17.05", ["p-01"]),
        ("иванов 1871", []),
        ("иип", ["p-01"]),
        ("bbg", ["p-01"]),
        ("жук 17.05.80", ["p-08"]),
        ("Д-17/05/2023", ["p-08"]),
        ("иванов 09.09.1999", []),
        ("щукин", []),
        ("ивонова мприя", []),
        ("123", []),
        ("", []),
        ("%", []),
        ("' OR 1=1 --", []),
    ],
)
def test_a_patient_is_found_by(typed: str, who: list[str], clinic: SqlStore) -> None:
    assert found(clinic, typed) == who


def test_a_line_shows_who_it_is(clinic: SqlStore) -> None:
    with clinic.reading() as reading:
        (one,) = reading.find("2000000000015", 5)

    assert (one.full_name, one.phone, one.card, one.member, one.contract) == (
        "Иванов Иван Петрович", "+79123456789", "2000000000015", True, "Д-12/5",
    )  # fmt: skip
    assert one.birth_date is not None
    assert one.birth_date.year == 1980


def test_one_more_than_shown_tells_that_there_are_more(clinic: SqlStore) -> None:
    assert len(found(clinic, "иванов", 2)) == 2
    assert len(found(clinic, "иванов", 4)) == 3


def test_namesakes_stand_in_the_same_order_every_time(desk: SqlStore) -> None:
    births = ["1990-01-01", "1950-01-01", "1970-01-01"]
    with desk.writing() as writing:
        for n, birth in enumerate(births):
            writing.append(acts.op(patient=acts.person(f"p-{n}", "Иванов Иван Иванович", birth)))

    assert found(desk, "иванов") == ["p-1", "p-2", "p-0"]
    assert found(desk, "иванов и") == ["p-1", "p-2", "p-0"]


def test_a_patient_is_not_found_by_the_phone_and_name_she_no_longer_has(desk: SqlStore) -> None:
    with desk.writing() as writing:
        writing.append(acts.op(1, patient=acts.person("p", "Иванова Мария", "1980-01-01", ("+79123456789",))))
        writing.append(acts.op(2, patient=acts.patient("p", surname="Петрова", phones=["+79990001122"])))

    assert found(desk, "иванова") == []
    assert found(desk, "6789") == []
    assert found(desk, "петрова") == found(desk, "1122") == ["p"]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """Some thousand patients, most of them namesakes of somebody."""
    with create(tmp_path_factory.mktemp("city") / "desk.db", durable=False) as store:
        load(store, crowd(5000))
        yield store


@pytest.mark.parametrize(
    ("typed", "surname", "given"),
    [
        ("Ивонов Мария", "Иванова", "Мария"),
        ("Кузнецв Мария", "Кузнецова", "Мария"),
        ("Ивонова Мария", "Иванова", "Мария"),
        ("Ивонов Сергей", "Иванов", "Сергей"),
        ("Мария Ивонова", "Иванова", "Мария"),
        ("Иванов Мпрья", "", ""),
        ("Иванов Мрия", "Иванова", "Мария"),
        ("Bdjyjd Vfhbz", "Иванова", "Мария"),
    ],
)
def test_one_typo_beside_a_second_name_finds_the_person_among_namesakes(
    typed: str, surname: str, given: str, city: SqlStore
) -> None:
    with city.reading() as reading:
        named = {tuple(one.full_name.split()[:2]) for one in reading.find(typed, 20)}

    assert named == ({(surname, given)} if surname else set())


def test_the_given_name_is_asked_before_the_likeliest_surnames_are_chosen(desk: SqlStore) -> None:
    letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    with desk.writing() as writing:
        for n, letter in enumerate(letters):
            given = "Мария" if letter == "я" else "Пётр"
            writing.append(acts.op(n + 1, patient=acts.person(f"p-{letter}", f"Ив{letter}нов {given}")))

    assert found(desk, "Ивнов Мария") == ["p-я"]
    assert len(found(desk, "Ивнов", 50)) == 20


def test_of_merged_patients_the_one_that_stays_is_shown(desk: SqlStore) -> None:
    with desk.writing() as writing:
        writing.append(acts.op(1, edge={"kind": "merge", "member": "double", "into": "p"}))
        writing.append(acts.op(2, patient=acts.person("p", "Иванова Мария", None, ("+79123456789",))))
        writing.append(acts.op(3, patient=acts.person("double", "Иванова Маша", None, ("+79990001122",))))
        writing.append(acts.op(4, patient=acts.person("q", "Иванова Яна")))

    assert found(desk, "иванова") == ["p", "q"]
    assert found(desk, "1122") == found(desk, "иванова маша") == ["p"]

    with desk.writing() as writing:
        writing.append(acts.op(5, edge={"kind": "unmerge", "member": "double", "into": "p"}))
    assert found(desk, "иванова") == ["p", "double", "q"]


STATEMENTS = {
    "by id": (directory.BY_ID, 1),
    "surname": (directory.SURNAME, 3),
    "two names": (directory.TWO_NAMES, 5),
    "three names": (directory.THREE_NAMES, 7),
    "two beginnings": (directory.TWO_HEADS, 7),
    "three beginnings": (directory.THREE_HEADS, 9),
    "birth": (directory.BIRTH, 2),
    "birth and name": (directory.BIRTH_AND_NAME, 4),
    "contract": (directory.CONTRACT, 3),
    "card": (directory.CARD, 3),
    "tail": (directory.TAIL, 3),
    "tail and name": (directory.TAIL_AND_NAME, 5),
    "phone": (directory.PHONE, 3),
    "born and name": (directory.BORN_AND_NAME, 6),
    "given names": (directory.GIVEN_NAMES, 2),
    "misspelling": (directory.near_surnames_statement(9), 9),
}


@pytest.mark.parametrize("shape", STATEMENTS)
def test_no_look_up_scans(shape: str, clinic: SqlStore) -> None:
    statement, values = STATEMENTS[shape]
    with clinic.reading() as reading:
        plan = reading.cursor.execute("EXPLAIN QUERY PLAN " + statement, ("а",) * values).fetchall()

    lines = [row[3] for row in plan]
    assert lines
    assert not [line for line in lines if line.startswith("SCAN")], lines


def test_beginnings_of_two_names_come_in_order_out_of_their_own_index(clinic: SqlStore) -> None:
    with clinic.reading() as reading:
        plans = [
            [row[3] for row in reading.cursor.execute("EXPLAIN QUERY PLAN " + statement, ("а",) * values).fetchall()]
            for statement, values in (STATEMENTS["two beginnings"], STATEMENTS["three beginnings"])
        ]

    assert all(len(plan) == 1 and plan[0].startswith("SEARCH p USING INDEX patient_heads") for plan in plans), plans


def test_thousands_of_surnames_under_three_letters_are_not_walked_over(desk: SqlStore) -> None:
    rare = [acts.op(number, patient=acts.person(f"p-{number}", f"Дро{number_in_letters(number)} Мария"))
            for number in range(2000)]  # fmt: skip
    with desk.writing() as writing:
        writing.append_many([*rare, acts.op(5000, patient=acts.person("one", "Дроянин Павел"))])

    assert found(desk, "дро па") == ["one"]
    assert steps(desk, "дро па") < 0.02 * steps(desk, "др па")


def number_in_letters(number: int) -> str:
    return "".join("абвгдежзик"[int(digit)] for digit in f"{number:04d}")


def steps(desk: SqlStore, typed: str) -> int:
    """How many tens of steps the library takes for a look-up."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    with desk.reading() as reading:
        reading.cursor.connection.set_progress_handler(count, 10)
        reading.find(typed, 50)
        reading.cursor.connection.set_progress_handler(None, 0)
    return taken


def test_every_statement_a_look_up_runs_is_one_of_these(clinic: SqlStore) -> None:
    run: list[str] = []
    with clinic.reading() as reading:
        for typed in ("иванов", "ива ма", "ива ма и", "и и п", "ивонов", "иванов ивен", "6789", "17051980", "д1",
                      "иванов 6789", "иванов 17.05.1980", "иии", "200000", "+7912", "щщщщ щщщщ"):  # fmt: skip
            watched = _Watched(reading.cursor, run)
            directory.find(watched, typed, 20)  # type: ignore[arg-type]  # it asks for `execute` alone

    known = {statement for statement, _ in STATEMENTS.values()}
    assert {one for one in run if "misspelling" not in one} <= known


class _Watched:
    """Notes the statements that pass."""

    def __init__(self, cursor: object, run: list[str]) -> None:
        self._cursor, self._run = cursor, run

    def execute(self, statement: str, values: object) -> object:
        self._run.append(statement)
        return self._cursor.execute(statement, values)  # type: ignore[attr-defined]  # a cursor of the driver

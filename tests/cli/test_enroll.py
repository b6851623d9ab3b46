"""Who is enrolled from the command line is read as strictly as a table, and a possible double is told of."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_desk_acts import enrolled

NAME = ("--name", "Ким Олег Игоревич")


@pytest.mark.parametrize(
    ("words", "code", "place"),
    [
        (("--name", "Иван\x07ов Иван"), "name.bad", "--name"),
        (("--name", "Ю" * 101), "name.bad", "--name"),
        (("--name", "Иванов 2"), "name.bad", "--name"),
        (("--name", "Иванов\nИван"), "name.bad", "--name"),
        (("--name", " \n"), "name.missing", "--name"),
        ((*NAME, "--email", "oleg"), "email.bad", "--email"),
        ((*NAME, "--email", "oleg\x1b@mail.ru"), "email.bad", "--email"),
        ((*NAME, "--email", "o" * 300 + "@mail.ru"), "email.bad", "--email"),
        ((*NAME, "--birth", "31.02.1980"), "date.bad", "--birth"),
        ((*NAME, "--birth", "17.05.2980"), "date.bad", "--birth"),
        ((*NAME, "--phone", "8 912 345-67-89", "--phone", "no"), "phone.bad", "--phone[1]"),
        ((*NAME, "--contract", "№ " * 30), "code.bad", "--contract"),
        ((*NAME, "--contract", "77\x00"), "code.bad", "--contract"),
        ((*NAME, "--card", "**"), "code.bad", "--card"),
        ((*NAME, "--card", "2912345678976"), "card.bad", "card"),
        ((*NAME, "--group", "wizard"), "group.unknown", "groups[0]"),
        ((*NAME, "--patient", "p-1"), "arguments.bad", ""),
        (("--patient", "nobody"), "member.unknown", "--patient"),
        ((*NAME, "--referred-by", "nobody"), "member.unknown", "referred_by"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_what_no_table_would_bring_in_is_not_enrolled_either(
    tessera: Run, words: tuple[str, ...], code: str, place: str
) -> None:
    said = tessera("enroll", *words)

    assert (said.code, said.json["error"], said.json["place"]) == (2, code, place)
    assert len(said.err.splitlines()) == 1
    assert tessera("find", "Ким").code == 1


@pytest.mark.usefixtures("desk")
def test_a_table_refuses_signs_nobody_sees_as_well(tessera: Run, tmp_path: Path) -> None:
    rows = ["Фамилия;Имя;Почта;Договор", "Ким;Олег;a\x1b@mail.ru;", "Ли;Анна;;7\x077", f"Цой;Вера;{'a' * 300}@b.ru;"]
    (tmp_path / "t.csv").write_text("\n".join(rows), encoding="utf-8")

    said = tessera("import", "patients", tmp_path / "t.csv")

    assert [(one["line"], one["error"]) for one in said.json["refused"]] == [
        (2, "email.bad"), (3, "code.bad"), (4, "email.bad")
    ]  # fmt: skip


@pytest.mark.usefixtures("desk")
def test_the_same_person_twice_is_told_and_not_refused(tessera: Run) -> None:
    first = enrolled(tessera)

    same_name = tessera("enroll", "--name", "иванова мария", "--birth", "1980-05-17")
    same_phone = tessera("enroll", "--name", "Ким Олег", "--phone", "+7 912 345 67 89", "--lang", "ru")
    another = tessera("enroll", "--name", "Иванова Мария", "--birth", "1981-05-17")

    assert [one.code for one in (same_name, same_phone, another)] == [0, 0, 0]
    assert [one["patient"] for one in same_name.json["warnings"]] == [first]
    assert [one["code"] for one in same_phone.json["warnings"]] == ["patient.double"]
    assert same_phone.err.startswith("Возможно, этот человек уже есть в базе: Иванова Мария Петровна")
    assert (another.json["warnings"], another.err) == ([], "")


@pytest.mark.usefixtures("desk")
def test_an_enrolment_that_is_sent_again_is_no_double_of_itself(tessera: Run) -> None:
    words = ("enroll", "--name", "Ким Олег", "--phone", "8 912 345-67-89", "--op", "one")

    first, again = tessera(*words), tessera(*words)

    assert first.json["member"] == again.json["member"]
    assert again.json["warnings"] == []


@pytest.mark.usefixtures("desk")
def test_a_card_is_known_however_it_was_typed(tessera: Run) -> None:
    first = tessera("enroll", "--name", "Ким Олег", "--card", "29123 45678975")
    taken = tessera("enroll", "--name", "Ли Анна", "--card", "2912345678975")
    own = tessera("enroll", "--name", "Ли Анна", "--card", "K-77")

    assert first.json["card"] == "2912345678975"
    assert (taken.code, taken.json["error"]) == (1, "card.taken")
    assert own.code == 0


@pytest.mark.parametrize(
    ("name", "english", "russian"),
    [
        ("Иванов 2", "is no name: the sign “2” does not belong there", "это не имя: знак «2» в нём лишний"),
        ("<b>Ivan", "is no name: the sign “<” does not belong there", "это не имя: знак «<» в нём лишний"),
        ("Ив\u200fан", "is no name: the sign “U+200F” does not belong", "это не имя: знак «U+200F» в нём лишний"),
        ("Иванов\nИван", "is no name: the sign “U+000A” does not belong", "это не имя: знак «U+000A» в нём лишний"),
        ("Ю" * 300, "No name; a name has up to 100 letters", "Это не имя; в имени не больше 100 знаков"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_what_keeps_a_name_from_being_one_is_named(tessera: Run, name: str, english: str, russian: str) -> None:
    assert english in tessera("enroll", "--name", name, "--lang", "en").json["message"]
    assert russian in tessera("enroll", "--name", name, "--lang", "ru").json["message"]


@pytest.mark.parametrize("given", [" ", "a\nb", "\u202eabc", "a" * 10_000])
def test_an_operation_id_that_will_not_do_says_what_would(tessera: Run, given: str) -> None:
    english, russian = (tessera("enroll", *NAME, "--op", given, "--lang", lang) for lang in ("en", "ru"))

    assert (english.code, english.json["error"]) == (2, "arguments.bad")
    assert "--op takes 1 to 200 letters, none of them a line break" in english.json["message"]
    assert "--op — от 1 до 200 знаков, среди них ни переводов строки" in russian.json["message"]

"""An account in sentences: usable, pending until when, what lapses when, the level now and next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import resources
from desk_app.documents.program_file import read_program
from desk_app.domain.program import Program
from desk_app.statement import LotRow, NextStep, Statement
from ui.wording.statement import account

TODAY = date(2027, 5, 17)


@pytest.fixture(scope="module")
def program() -> Program:
    """Points with levels."""
    return read_program(resources.path("programs/points-3-5-7-10.toml").read_text(encoding="utf-8"))


def lot(left: int, until: date | None, usable: date | None = None) -> LotRow:
    """A lot; one with a day to come is pending."""
    return LotRow("l", left, left, usable is None, usable or TODAY, until, until, False, "bill:b", 1)


EMPTY = Statement(
    "anna", TODAY, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, "friend", None, NextStep("silver", 1250050), 0, 1, None, (), (), True
)  # fmt: skip
RICH = replace(
    EMPTY, usable=1201, pending=21,
    lots=(
        lot(180, date(2027, 12, 31)), lot(1, date(2028, 3, 1)), lot(1020, None),
        lot(21, date(2028, 5, 31), date(2027, 5, 31)),
    ),
)  # fmt: skip


def told(statement: Statement, program: Program, language: str, audience: str = "desk") -> list[str]:
    """The sentences with ordinary spaces."""
    said = account(statement, program, language, "patient" if audience == "patient" else "desk")
    return [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in said]


def test_the_desk_reads_what_there_is_and_until_when(program: Program) -> None:
    assert told(RICH, program, "ru") == [
        "Доступно 1 201 балл.",
        "Ещё 21 балл — с 31.05.2027.",
        "180 баллов сгорят 31.12.2027, если не потратить раньше.",
        "1 балл сгорит 01.03.2028, если не потратить раньше.",
        "21 балл сгорит 31.05.2028, если не потратить раньше.",
        "Уровень «Друг»; до уровня «Серебро» ещё 12 500,50 ₽.",
    ]


def test_the_patient_hears_it_in_english(program: Program) -> None:
    assert told(RICH, program, "en", "patient") == [
        "You have 1,201 points to spend.",
        "21 points more are yours to spend from 31 May 2027 on.",
        "180 points lapse on 31 December 2027 unless you spend them before.",
        "1 point lapses on 1 March 2028 unless you spend it before.",
        "21 points lapse on 31 May 2028 unless you spend them before.",
        "Your level is “Friend”; ₽12,500.50 more and you reach “Silver”.",
    ]


def test_many_days_of_lapse_are_gathered(program: Program) -> None:
    lots = tuple(lot(10, date(2027, month, 1)) for month in range(6, 12))

    said = told(replace(EMPTY, usable=60, lots=lots), program, "ru")

    assert len(said) == 6
    assert said[-2] == "Ещё 30 баллов сгорят позже, последние — 01.11.2027."


def test_lots_of_one_day_are_one_sentence(program: Program) -> None:
    same = (lot(10, date(2027, 6, 1)), lot(5, date(2027, 6, 1)))

    assert "15 баллов сгорят 01.06.2027, если не потратить раньше." in told(replace(EMPTY, lots=same), program, "ru")


def test_units_that_wait_for_a_visit(program: Program) -> None:
    waiting = LotRow("l", 40, 40, False, None, None, None, False, "bill:b", 1)

    said = told(replace(EMPTY, lots=(waiting,)), program, "ru", "patient")

    assert said[:2] == [
        "Доступных баллов у вас пока нет.", "Ещё 40 баллов можно будет потратить после следующих визитов.",
    ]  # fmt: skip


def test_a_debt_and_a_kept_level_are_told(program: Program) -> None:
    said = told(replace(EMPTY, debt=20, kept_until=date(2028, 2, 1), next_level=None, level="platinum"), program, "ru")

    assert said[1:] == [
        "Долг 20 баллов: его покроют следующие начисления.",
        "Уровень «Платина», он высший.",
        "Уровень «Платина» сохраняется до 01.02.2028.",
    ]


def test_who_left_is_told_that_the_rest_may_be_spent(program: Program) -> None:
    said = told(replace(EMPTY, is_member=False, usable=5), program, "ru", "patient")

    assert said == [
        "Вы вышли из программы, остаток баллов ещё можно потратить.", "Вы можете потратить 5 баллов.",
    ]  # fmt: skip


def test_units_spent_twice_are_told_to_the_desk_and_are_nothing_to_the_patient(program: Program) -> None:
    twice = replace(RICH, overdraft=50)

    assert told(twice, program, "ru")[-2] == (
        "50 баллов потрачены дважды, пока стойки не слышали друг друга: это расход клиники, "
        "с пациента ничего не возьмут."
    )
    assert told(replace(RICH, overdraft=1), program, "en")[-2].startswith("1 point was spent twice while the desks")
    assert told(twice, program, "en", "patient") == told(RICH, program, "en", "patient")

"""Every lot of a statement says where it came from in words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import resources
from desk_app.documents.program_file import read_program
from desk_app.domain.program import Program
from desk_app.statement import LotRow
from ui.wording.lot_sources import SOURCES, lot_sentence

ROOT = Path(__file__).resolve().parents[2]
RECEIPT = ("A-000017", date(2027, 5, 17))


@pytest.fixture(scope="module")
def program() -> Program:
    """Points with levels."""
    return read_program(resources.path("programs/points-3-5-7-10.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("source", "until", "words"),
    [
        ("bill:MIS-7", date(2028, 5, 17), "21 балл до 17.05.2028 — начислено по квитанции № A-000017 от 17.05.2027."),
        ("opening", None, "21 балл без срока — перенесено из прежнего учёта."),
        ("event:birthday", date(2027, 6, 1), "21 балл до 01.06.2027 — подарок ко дню рождения."),
        ("referral", None, "21 балл без срока — за приглашённого пациента."),
        ("adjustment:apology", None, "21 балл без срока — извинение клиники."),
        ("adjustment:ошибка в счёте", None, "21 балл без срока — начислено вручную: ошибка в счёте."),
        ("event:moon", None, "21 балл без срока — начислено программой."),
    ],
)
def test_a_lot_names_its_source(program: Program, source: str, until: date | None, words: str) -> None:
    lot = LotRow("l", 21, 21, True, date(2027, 5, 17), until, until, False, source, 1)

    said = lot_sentence(lot, RECEIPT if source.startswith("bill:") else None, program, "ru")

    assert said.replace("\N{NO-BREAK SPACE}", " ") == words


def test_every_event_that_gives_units_has_words() -> None:
    code = "".join((ROOT / "desk_app" / name).read_text(encoding="utf-8") for name in ("events.py", "enrolment.py"))
    events = set(re.findall(r'give\([^"]*"(\w+)"', code)) | set(re.findall(r'_EVENTS = \("(\w+)", "(\w+)"\)', code)[0])

    assert len(events) >= 5
    assert {f"event:{event}" for event in events} <= set(SOURCES)

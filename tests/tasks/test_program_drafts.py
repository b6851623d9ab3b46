"""Drafts of a program: kept as they are typed, on this computer alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk_app import program_drafts
from desk_app.domain.errors import Refusal
from tests.tasks.clinic import Clinic


def test_a_draft_is_kept_whether_it_makes_sense_or_not_and_is_no_act(clinic: Clinic) -> None:
    with clinic.desk.store.reading() as reading:
        before = reading.last_change(), reading.waiting()

    first = program_drafts.begin(clinic.desk, {"name": "К"}, "Клуб")
    second = program_drafts.save(
        clinic.desk, replace(first, document={"name": 7}, reasons={"P02 redeem": "так и надо"})
    )

    assert program_drafts.drafts(clinic.desk) == (second,)
    assert program_drafts.draft(clinic.desk, first.key) == second
    with clinic.desk.store.reading() as reading:
        assert (reading.last_change(), reading.waiting()) == before


def test_a_draft_thrown_away_is_gone(clinic: Clinic) -> None:
    kept = program_drafts.begin(clinic.desk, {}, "Клуб")

    program_drafts.forget(clinic.desk, kept.key)

    assert program_drafts.drafts(clinic.desk) == ()
    with pytest.raises(Refusal, match=r"draft\.gone"):
        program_drafts.draft(clinic.desk, kept.key)

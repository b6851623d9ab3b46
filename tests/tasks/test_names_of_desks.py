"""A desk says what the centre calls it, once, and others say its name beside its code."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from desk_app.case import Case
from desk_app.sync import desks
from tests.stories.test_spent_at_two_desks import meet, part, under
from tests.tasks.clinic import treatment
from ui.cases import words


def test_a_desk_says_its_name_once_and_others_know_it(tmp_path: Path) -> None:
    with ExitStack() as stack:
        clinic = under(stack, tmp_path, "harbour")
        ira = clinic.enrol("Ира")
        part(clinic)
        clinic.pay(ira, treatment("500.00"), on="b")
        for _ in range(2):
            desks.introduce(clinic.desks["b"], "Касса 2")
        desks.introduce(clinic.desks["a"], "a")
        meet(clinic)

        with clinic.desks["a"].store.reading() as reading:
            assert desks.names(reading, ("a", "b", "c")) == {"b": "Касса 2"}
            assert [act.kind for act in reading.journal(20)].count("clinic") == 1
        names = {one.code: one.name for one in desks.known_desks(clinic.desks["a"])}
        assert names["b"] == "Касса 2"


def test_a_case_names_the_desks(tmp_path: Path) -> None:
    twice = Case("returned_twice", "p", "", "r", "A-000005", "B", 0, 0, 430_000, ("A",))

    assert "desk B (Касса 2) gave money back for what desk A had" in words.told(twice, {"B": "Касса 2"})

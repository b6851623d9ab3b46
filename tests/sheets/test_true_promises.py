"""A promise on paper never says more than the program gives to the one who joined today."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from desk_app.sheets.cards import card_face
from desk_app.sheets.leaflet import leaflet, poster
from tests.printing.hard_sheets import Hard, brand, making, preset
from tests.printing.paper_eye import sentences


def _said(document: dict[str, Any], language: str) -> list[str]:
    made = making(Hard(document, brand(), language))
    back = card_face(made).back
    assert back is not None
    sheets = [" ".join(sentences(one.blocks)) for one in (leaflet(made, "a5"), poster(made))]
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in (*sheets, back.mechanic)]


@pytest.mark.parametrize(("language", "true"), [("ru", "до 10 %"), ("en", "up to 10%")])
def test_a_ladder_whose_first_level_gives_nothing_promises_up_to_its_best(language: str, true: str) -> None:
    discounts, points = preset("growing-discount"), copy.deepcopy(preset("points-3-5-7-10"))
    assert discounts["levels"]["steps"][0]["discount"] == "0"
    points["levels"]["steps"][0]["earn"]["percent"] = "0"

    for document in (discounts, points):
        for said in _said(document, language):
            assert true in said.lower()
            assert not any(f"{low} до 10" in said or f"{low} to 10" in said for low in ("0 %", "3 %", "0%", "3%"))


def test_a_ladder_that_gives_from_the_first_level_on_says_from_how_much() -> None:
    for said in _said(preset("points-3-5-7-10"), "ru")[1:]:
        assert "от 3 % до 10 %" in said.lower()


def test_a_leaflet_of_a5_says_that_a_level_can_fall() -> None:
    said = " ".join(sentences(leaflet(making(Hard(preset("growing-discount"), brand())), "a5").blocks)).casefold()

    assert "считаем за последние" in said
    assert "если сумма стала меньше, уровень сохраняется ещё" in said


def test_points_are_earned_for_services_and_a_discount_is_on_them() -> None:
    made = making(Hard(preset("points-3-5-7-10"), brand()))
    said = " ".join(sentences(leaflet(made, "a4").blocks)).replace("\N{NO-BREAK SPACE}", " ")

    assert "начисляем в 2 раза больше за «Массаж" in said
    assert "скидка 10 % на «Гигиена" in said

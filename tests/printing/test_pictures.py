"""Pictures in narrow places: a parted ladder stays one ladder, steps are never squeezed, the clinic's name is read."""

from __future__ import annotations

import pytest

from desk_app.printing.faces import MM
from desk_app.printing.pictures import Ink, LadderPicture, StepsPicture
from desk_app.printing.sheet import draw
from desk_app.sheets.blocks import Format, Rung
from desk_app.sheets.leaflet import rungs
from tests.printing.hard_sheets import HARD, making, sheet
from tests.printing.paper_eye import boxes_of
from ui.printer import opened

INK = Ink((0, 0, 0), (0, 0, 0), 9.2)


def test_the_rest_of_a_ladder_of_rows_is_rows_too() -> None:
    levels = tuple(Rung(f"Постоянный и высокоуважаемый пациент {i}", "от 1 000 ₽", "2 %", 100 * i) for i in range(1, 8))
    ladder = LadderPicture(levels, INK)
    room = 90 * MM
    ladder.wrap(room, 1e6)
    assert ladder._columns is None

    parts = ladder.split(room, ladder.height * 0.75)

    assert len(parts) == 2
    for part in parts:
        part.wrap(room, 1e6)
        assert isinstance(part, LadderPicture)
        assert part._columns is None
    assert sum(len(part.rungs) for part in parts if isinstance(part, LadderPicture)) == 7


@pytest.mark.parametrize(("room", "abreast"), [(128 * MM, True), (60 * MM, False)])
def test_steps_stand_side_by_side_only_where_each_has_room(room: float, abreast: bool) -> None:
    steps = StepsPicture(("Назовите фамилию или покажите карту", "Скидку посчитаем сами и покажем в квитанции"), INK,
                         abreast=True)  # fmt: skip
    three = StepsPicture((*steps.items, "Следующие визиты приближают следующий уровень"), INK, abreast=True)

    three.wrap(room, 1e6)

    assert three._in_row is abreast
    assert max(map(len, three._lines)) <= 3


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", ["a4", "a5", "a6"])
def test_a_long_name_is_read_beside_a_wide_logo(size: Format) -> None:
    document = opened(draw(sheet(making(HARD["dentistry, wide logo, yellow"]), "leaflet", size), size).pdf)

    assert min(box.height() for box in boxes_of(document, 0, "Многопрофильная")) > 5


def test_the_number_of_a_level_is_not_parted_from_its_sign() -> None:
    made = making(HARD["seven long levels"])

    assert [one.name.endswith(f"№\N{NO-BREAK SPACE}{place}") for place, one in enumerate(
        rungs(made.edition.program, made.wording), 1)] == [True] * 7  # fmt: skip

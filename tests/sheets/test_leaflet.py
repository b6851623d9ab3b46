"""What a leaflet says is what its program says and the engine counts; what may not be printed is refused."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from desk_app.documents.program_file import read_program
from desk_app.domain.errors import Refusal
from desk_app.domain.program import Organizer
from desk_app.printing.sheet import draw
from desk_app.sheets.blocks import Format, Spare, Steps, WorkedBill
from desk_app.sheets.leaflet import leaflet
from desk_app.sheets.promises import promises
from desk_app.sheets.worked import worked_examples
from tests.printing.hard_sheets import HARD, ORGANIZER, Hard, brand, making, preset, sheet
from tests.printing.paper_eye import all_text, sentences, squeezed
from ui import formats
from ui.wording.problems import problem

PRESETS = ("points-3-5-7-10", "growing-discount", "cashback", "family", "dentistry", "laboratory")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", PRESETS)
def test_the_numbers_on_paper_are_those_of_the_program_and_of_the_engine(name: str, language: str) -> None:
    document = preset(name)
    made = making(Hard(document, brand(), language))
    program = made.edition.program

    written = all_text(draw(leaflet(made, "a4"), "a4").pdf)

    steps = program.levels.steps
    shares = [share for step in steps for share in (step.discount, step.earn and step.earn.percent) if share]
    assert shares
    for share in shares:
        assert squeezed(formats.percent(share, language)) in written
    for step in steps:
        if program.levels.basis == "spend" and step.start:
            assert squeezed(whole(step.start, language)) in written
    for example in worked_examples(made.edition, made.now)[:2]:
        for minor in (example.quote.pays, *(line.list for line in example.quote.lines)):
            assert squeezed(formats.money(minor, language)) in written
        if example.quote.earns and program.unit:
            assert squeezed(formats.units(example.quote.earns, program.unit, language)) in written


def whole(minor: int, language: str) -> str:
    """A sum without its kopecks, which nobody writes where there are none."""
    return re.sub(r"[.,]00(?!\d)", "", formats.money(minor, language))


@pytest.mark.usefixtures("qapp")
def test_another_percent_in_the_document_is_another_percent_everywhere() -> None:
    before, after = preset("cashback"), copy.deepcopy(preset("cashback"))
    after["levels"]["steps"][0]["earn"]["percent"] = "7"

    five, seven = (leaflet(making(Hard(one, brand())), "a5") for one in (before, after))

    said = [" ".join(sentences(one.blocks)).replace("\N{NO-BREAK SPACE}", " ") for one in (five, seven)]
    assert "5 % от оплаты" in said[0]
    assert "7 % от оплаты" in said[1]
    assert "5 % от оплаты" not in said[1]
    bills = [next(part for part in one.blocks if isinstance(part, WorkedBill)) for one in (five, seven)]
    assert bills[0].after != bills[1].after
    assert squeezed(bills[1].after[0]) in all_text(draw(seven, "a5").pdf)


def test_a_version_that_is_not_yet_in_force_says_from_when() -> None:
    made = leaflet(making(HARD["points"], start=date(2027, 1, 15)), "a5")

    assert any("Действует с 15" in one for one in sentences(made.blocks))


def test_a_version_that_holds_no_more_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        leaflet(making(HARD["points"], end=date(2026, 11, 21)), "a5")

    assert refused.value.code == "sheet.retired"
    assert leaflet(making(HARD["points"], end=date(2026, 11, 22)), "a5").legal is not None


@pytest.mark.parametrize(
    ("lacking", "keys"),
    [
        ({"name": ""}, "name"),
        ({"tax_id": "", "registration_id": ""}, "tax_id"),
        ({"licence": "   "}, "licence"),
        ({"address": ""}, "address"),
        ({"rules_url": ""}, "rules_url"),
        ({"name": "", "rules_url": ""}, "name,rules_url"),
        (
            {"licence": "Номер — заполните", "rules_url": "https://example.org/rules"},
            "licence,rules_url",
        ),
    ],
)
@pytest.mark.parametrize("kind", ["leaflet", "poster"])
def test_an_offer_without_its_organizer_is_refused_by_name(kind: str, lacking: dict[str, str], keys: str) -> None:
    made = making(HARD["points"], organizer=replace(ORGANIZER, **lacking))

    with pytest.raises(Refusal) as refused:
        sheet(made, kind, "a4")

    assert refused.value.code == "sheet.legal"
    assert refused.value.params["missing"] == keys
    assert all(problem(refused.value, language) for language in ("ru", "en"))


@pytest.mark.parametrize("key", ["tax_id", "registration_id"])
def test_one_of_the_two_numbers_is_enough(key: str) -> None:
    made = leaflet(making(HARD["points"], organizer=replace(ORGANIZER, **{key: ""})), "a5")

    assert made.legal is not None
    assert not any(getattr(ORGANIZER, key) in line for line in made.legal.lines)


@pytest.mark.parametrize("name", PRESETS)
def test_a_ready_program_prints_nothing_until_its_organizer_is_filled_in(name: str) -> None:
    organizer = read_program(preset(name), 1).organizer

    with pytest.raises(Refusal) as refused:
        leaflet(making(Hard(preset(name), brand()), organizer=organizer), "a5")

    assert refused.value.params["missing"] == "name,tax_id,licence,address,rules_url"


def test_the_law_asks_what_it_asked_on_that_day() -> None:
    made = making(HARD["points"])
    stricter = replace(made.terms[0], since=date(2027, 1, 1), least=70, aim=80)

    now, later = (
        leaflet(replace(made, terms=(*made.terms, stricter), now=datetime(year, 6, 1, tzinfo=UTC)), "a5")
        for year in (2026, 2027)
    )

    assert now.legal is not None
    assert later.legal is not None
    assert (now.legal.least, later.legal.least) == (50, 70)
    assert draw(later, "a5").share >= 70


def test_what_the_law_wants_on_the_face_is_on_every_poster() -> None:
    for name in ("points", "discounts, English, no phone", "dentistry, wide logo, yellow"):
        said = " ".join(sentences(sheet(making(HARD[name]), "poster", "a4").blocks))
        assert "не складываются" in said or "do not add up" in said
        assert "не участвует" in said or "takes no part" in said


def test_nobody_is_promised_more_than_the_highest_level_gives() -> None:
    made = making(HARD["points"])

    best = max(step.earn.percent or Fraction(0) for step in made.edition.program.levels.steps if step.earn)

    title = sheet(made, "poster", "a3").blocks[0]
    assert formats.percent(best, "ru") in next(sentences(title))


def test_a_clinic_without_anything_is_no_organizer() -> None:
    with pytest.raises(Refusal):
        leaflet(making(HARD["points"], organizer=Organizer()), "a6")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", ["growing-discount", "laboratory"])
def test_a_program_of_discounts_never_speaks_of_points(name: str, language: str) -> None:
    sizes: tuple[Format, ...] = ("a4", "a6")
    for size in sizes:
        said = " ".join(sentences(leaflet(making(Hard(preset(name), brand(), language)), size).blocks)).casefold()
        assert "балл" not in said
        assert "point" not in said


def test_money_that_comes_back_is_told_so_and_stamps_are_collected() -> None:
    blocks = [part for name in ("cashback", "stamps") for part in sheet(making(HARD[name]), "poster", "a4").blocks]

    assert [part.items[1] for part in blocks if isinstance(part, Steps)] == [
        "Оплатите визит — часть вернём в виде рублей кешбэка",
        "Оплатите визит — начислим вам отметок",
    ]


@pytest.mark.parametrize("size", ["a4", "a5", "a6"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_size_says_over_which_time_a_level_counts_and_how_long_it_is_kept(language: str, size: Format) -> None:
    made = making(Hard(preset("growing-discount"), brand(), language))
    levels = promises(made.edition.program, made.day).levels
    wanted = [one for one in levels if one.code.startswith(("level.window/", "level.keep/"))]

    told = list(sentences(tuple(part for part in leaflet(made, size).blocks if not isinstance(part, Spare))))

    assert len(wanted) == 2
    assert all(made.wording.promise(one) in told for one in wanted)

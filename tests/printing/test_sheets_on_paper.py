"""No word of a sheet is cut, covered or missing; codes are read back; the warning is as large as the law asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from desk_app.domain.errors import Refusal
from desk_app.printing.faces import MM
from desk_app.printing.sheet import Drawn, draw
from desk_app.sheets.blocks import Format, Legal, Questions, Sheet
from tests.printing.hard_sheets import HARD, RULES, SIZES, SVG, Hard, brand, making, png, preset, sheet
from tests.printing.paper_eye import all_text, boxes_of, codes, fonts, ink_share, runs, sentences, squeezed, streams
from ui.printer import opened

#: A3 is A4 made larger: two of the cases are enough for it.
EVERY = [
    (name, kind, size) for name in HARD for kind, size in SIZES
    if size != "a3" or name in ("points", "seven long levels")
]  # fmt: skip
_KNOWN: dict[tuple[str, str, Format], tuple[Sheet, Drawn]] = {}


def printed(name: str, kind: str, size: Format) -> tuple[Sheet, Drawn]:
    """A hard case on paper; each is drawn once for all tests."""
    key = (name, kind, size)
    if key not in _KNOWN:
        made = sheet(making(HARD[name]), kind, size)
        _KNOWN[key] = (made, draw(made, size))
    return _KNOWN[key]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("name", "kind", "size"), EVERY)
def test_no_word_leaves_the_paper_or_covers_another(name: str, kind: str, size: Format) -> None:
    document = opened(printed(name, kind, size)[1].pdf)

    for page in range(document.pageCount()):
        paper, found = document.pagePointSize(page), runs(document, page)
        inside = QRectF(5 * MM, 5 * MM, paper.width() - 10 * MM, paper.height() - 10 * MM)
        assert all(inside.contains(box) for box in found)
        for one, other in combinations(found, 2):
            common = one.intersected(other)
            assert common.width() < 0.4 or common.height() < 0.4, (one, other)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("name", "kind", "size"), EVERY)
def test_every_sentence_of_a_sheet_is_on_the_paper(name: str, kind: str, size: Format) -> None:
    made, drawn = printed(name, kind, size)
    written = all_text(drawn.pdf)

    assert made.legal is not None
    assert made.link is not None
    for told in (*sentences(drawn.blocks), *made.legal.lines, made.legal.warning, made.brand.clinic, made.brand.phone,
                 made.link.address, made.link.words, made.foot):  # fmt: skip
        assert squeezed(told).casefold() in written.casefold(), told


@pytest.mark.parametrize(("name", "kind", "size"), EVERY)
def test_only_what_is_spare_is_left_out(name: str, kind: str, size: Format) -> None:
    made, drawn = printed(name, kind, size)

    firm = [part for part in made.blocks if type(part).__name__ != "Spare"]
    assert [part for part in drawn.blocks if part in firm] == firm


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("name", "kind", "size"), EVERY)
def test_the_warning_takes_the_share_the_law_asks_for_on_every_page(name: str, kind: str, size: Format) -> None:
    made, drawn = printed(name, kind, size)
    document, faces = opened(drawn.pdf), 2 if size == "tent" else 1

    assert made.legal is not None
    for page in range(document.pageCount()):
        shares = ink_share(document, page, made.legal.warning, faces)
        assert len(shares) == faces
        assert min(shares) >= 0.05


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("black", [False, True])
@pytest.mark.parametrize(("name", "kind", "size"), [one for one in EVERY if "yellow" in one[0] or one[0] == "points"])
def test_the_code_of_the_rules_is_read_back(name: str, kind: str, size: Format, black: bool) -> None:
    document = opened(printed(name, kind, size)[1].pdf)

    assert codes(document, document.pageCount() - 1, black=black) == {RULES}


@pytest.mark.parametrize(("name", "kind", "size"), EVERY)
def test_only_our_letters_are_named_and_they_are_inside(name: str, kind: str, size: Format) -> None:
    pdf = printed(name, kind, size)[1].pdf

    assert {one.rpartition("+")[2] for one in fonts(pdf)} <= {"PTSans-Regular", "PTSans-Bold"}
    assert pdf.count(b"/FontFile2") == len(fonts(pdf))
    whole = b"\n".join((pdf, *streams(pdf)))
    assert not any(other in whole for other in (b"Helvetica", b"Times", b"Courier"))


@pytest.mark.parametrize(("kind", "size"), SIZES)
def test_the_same_sheet_is_the_same_bytes(kind: str, size: Format) -> None:
    one = sheet(making(Hard(preset("dentistry"), brand(logo=SVG))), kind, size)

    assert draw(one, size).pdf == draw(one, size).pdf


@pytest.mark.parametrize(("size", "pages"), [("a4", 2), ("a5", 2), ("a6", 4)])
@pytest.mark.parametrize("name", [name for name in HARD if "fifteen" not in name])
def test_a_leaflet_is_one_folded_or_turned_sheet(name: str, size: Format, pages: int) -> None:
    assert printed(name, "leaflet", size)[1].pages == pages


@pytest.mark.parametrize(("size", "pages"), [("a4", 1), ("a5", 1), ("a6", 1)])
def test_a_program_of_few_words_has_fewer_pages_and_is_not_refused(size: Format, pages: int) -> None:
    made = sheet(making(HARD["points"]), "leaflet", size)

    assert draw(replace(made, blocks=made.blocks[:3]), size).pages == pages


def test_questions_are_what_a_full_leaflet_leaves_out_first() -> None:
    made, drawn = printed("points", "leaflet", "a5")

    asked = [part for part in drawn.blocks if isinstance(part, Questions)]
    assert len(asked[0].items if asked else ()) < len(next(sentences_of(made)).items)


def sentences_of(made: Sheet) -> Iterator[Questions]:
    """The questions a sheet has to say."""
    for part in made.blocks:
        for one in getattr(part, "blocks", ()):
            if isinstance(one, Questions):
                yield one


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("demo", "mark"), [(True, "ДЕМО"), (False, "ПРОЕКТ")])
@pytest.mark.parametrize(("kind", "size"), SIZES)
def test_a_demo_and_a_draft_say_so_across_every_page(kind: str, size: Format, demo: bool, mark: str) -> None:
    made = making(HARD["points"], demo=demo, start=None)

    document = opened(draw(sheet(made, kind, size), size).pdf)

    for page in range(document.pageCount()):
        found = boxes_of(document, page, mark)
        assert len(found) == (2 if size == "tent" else 1)
        assert all(box.width() > document.pagePointSize(page).width() * 0.3 for box in found)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("kind", "size"), SIZES)
def test_a_demo_in_english_says_so_in_both_alphabets_and_inside_the_page(kind: str, size: Format) -> None:
    made = making(HARD["points, English"], demo=True)

    document = opened(draw(sheet(made, kind, size), size).pdf)

    for page in range(document.pageCount()):
        paper = document.pagePointSize(page)
        found = boxes_of(document, page, "ДЕМО · DEMO")
        assert len(found) == (2 if size == "tent" else 1)
        assert all(QRectF(0, 0, paper.width(), paper.height()).contains(box) for box in found)


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        (png(64, 64), ()),
        (SVG, ()),
        (png(64, 64)[:-30], ("logo.broken",)),
        (b"<svg", ("logo.broken",)),
        (b"GIF89a", ("logo.broken",)),
        (b"\x89PNG\r\n\x1a\n" + bytes(20_000_000), ("logo.huge",)),
    ],
)
def test_a_logo_that_cannot_be_drawn_is_left_out_and_told(logo: bytes, told: tuple[str, ...]) -> None:
    drawn = draw(sheet(making(Hard(preset("cashback"), brand(logo=logo))), "leaflet", "a5"), "a5")

    assert drawn.left_out == told
    assert drawn.pages == 2


def test_a_warning_that_cannot_reach_its_share_is_refused() -> None:
    made = sheet(making(HARD["points"]), "leaflet", "a6")
    assert made.legal is not None
    much = Legal("ДА", 400, 450, made.legal.lines)

    with pytest.raises(Refusal) as refused:
        draw(replace(made, legal=much), "a6")

    assert refused.value.code == "sheet.share"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", ["a4", "a5", "a6"])
def test_a_clinic_of_no_name_logo_and_phone_has_no_empty_band(size: Format) -> None:
    tops = []
    for known in (brand(), brand(clinic="", phone="")):
        made = sheet(making(Hard(preset("growing-discount"), known)), "leaflet", size)
        tops.append(boxes_of(opened(draw(made, size).pdf), 0, "Скидка до 10 %")[0].top())

    assert tops[1] < tops[0] - 5 * MM

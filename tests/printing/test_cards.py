"""A card can be scanned whatever printer made it, nothing on it is cut, and its back says what the program says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from desk_app.domain.card_numbers import card_number, grouped
from desk_app.domain.errors import Refusal
from desk_app.domain.people import Patient
from desk_app.printing.card_front import own_part
from desk_app.printing.card_side import HIGH, WIDE, Line
from desk_app.printing.cards import Design, Layout, draw_cards, places
from desk_app.printing.codes import Box
from desk_app.printing.faces import MM, contrast, rgb
from desk_app.printing.letters import width
from desk_app.sheets.cards import card_face
from desk_app.sheets.member_card import MemberCard, member_card, stock_cards
from desk_app.sheets.promises import promises
from desk_app.watch import Cancelled
from tests.printing.cards import BRANDS, NAMES, ORGANIZER, TEN, making
from tests.printing.paper_eye import fonts
from ui.cli.bench_paper import ten_cards
from ui.printer import opened, page_image

LAYOUTS: tuple[Layout, ...] = ("cr80", "a4")
LANGUAGES = ("ru", "en")
#: What a scanner of a clinic is set to.
SYMBOLS = zxingcpp.BarcodeFormats(
    [zxingcpp.BarcodeFormat.EAN13, zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode]
)
PRESETS = ("points-3-5-7-10", "cashback", "growing-discount", "family", "laboratory", "dentistry")
pytestmark = pytest.mark.usefixtures("qapp")


def grey(image: QImage, *, black_and_white: bool = False) -> QImage:
    """As a scanner sees it: in shades of grey, or as a fax would leave it."""
    made = image.convertToFormat(QImage.Format.Format_Grayscale8)
    if not black_and_white:
        return made
    shades = bytes(made.constBits()).translate(bytes(0 if shade < 128 else 255 for shade in range(256)))
    return QImage(shades, made.width(), made.height(), made.bytesPerLine(), made.format()).copy()


def rows(image: QImage) -> memoryview:
    """The picture as rows of grey bytes."""
    return memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))


def codes(image: QImage) -> Counter[tuple[str, str]]:
    """What is read on a picture: kind of code and text, and how often."""
    read = zxingcpp.read_barcodes(rows(image), formats=SYMBOLS)
    return Counter(
        (str(one.format).rpartition(".")[2].replace("-", "").replace(" ", "").upper(), one.text) for one in read
    )


def written(pdf: bytes, page: int) -> str:
    """The words of a page, with ordinary spaces."""
    return re.sub(r"[\s\N{NO-BREAK SPACE}]+", " ", opened(pdf).getAllText(page).text())


# codes


@pytest.mark.parametrize("qr", [False, True])
@pytest.mark.parametrize("colour", ["#0b5d66", "#ffd400", "#000000"])
def test_all_ten_cards_of_a_sheet_are_read_back(colour: str, qr: bool) -> None:
    brand = replace(BRANDS["no logo"], colour=colour)
    document = opened(draw_cards(TEN, card_face(making(brand=brand)), "a4", qr=qr).pdf)
    pictures = [page_image(document, page, 300) for page in (0, 1)]

    expected = Counter(("EAN13", card.number) for card in TEN)
    if qr:
        expected += Counter(("QRCODE", card.number) for card in TEN)
    for black_and_white in (False, True):
        front, back = (codes(grey(picture, black_and_white=black_and_white)) for picture in pictures)
        assert front == expected
        assert back == Counter({("QRCODE", ORGANIZER.rules_url): 10})


@pytest.mark.parametrize("qr", [False, True])
@pytest.mark.parametrize("brand", BRANDS)
def test_a_plastic_card_is_read_back(brand: str, qr: bool) -> None:
    face = card_face(making(brand=BRANDS[brand], demo=True))
    document = opened(draw_cards(TEN[:1], face, "cr80", qr=qr).pdf)
    pictures = [page_image(document, page, 300) for page in (0, 1)]

    number = TEN[0].number
    for black_and_white in (False, True):
        front, back = (codes(grey(picture, black_and_white=black_and_white)) for picture in pictures)
        assert front == Counter([("EAN13", number), *([("QRCODE", number)] if qr else [])])
        assert back == Counter([("QRCODE", ORGANIZER.rules_url)])


@pytest.mark.parametrize("number", ["000123456", "CARD-000123456", "2900000000000", "123456789012345678"])
def test_a_number_of_another_house_is_read_back_too(number: str) -> None:
    card = MemberCard(number, "Щёлокова Анна", "Щёлокова А.")
    document = opened(draw_cards([card], card_face(making()), "cr80").pdf)

    assert [text for _, text in codes(grey(page_image(document, 0, 300)))] == [number]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_bars_are_black_and_white_with_nothing_between(layout: Layout) -> None:
    face = card_face(making())
    count = 1 if layout == "cr80" else 10
    document = opened(draw_cards(TEN[:count], face, layout).pdf)
    picture = grey(page_image(document, 0, 300))
    image, high = rows(picture), picture.height()

    for card, origin in zip(TEN, places(layout, count), strict=False):
        _, bars, _ = own_part(card, face, origin, qr=False)
        # a plastic card is shown without its bleed
        aside, below = origin if layout == "cr80" else (0.0, 0.0)
        y = high - round((bars[0].y - below + bars[0].height / 2) / 72 * 300)
        left, right = (round((place - aside) / 72 * 300) for place in (bars[0].x, bars[-1].x + bars[-1].width))
        quiet = 11 * 4
        shades = [image[y, x] for x in range(left - quiet, right + 7 * 4)]
        # a hair's breadth of rounding is invisible
        assert {shade for shade in shades if 1 < shade < 254} == set()
        assert min(*shades[:quiet], *shades[-7 * 4 :]) >= 254
        assert min(len(run.group()) for run in re.finditer(b"[\x00\x01]+", bytes(shades))) == 4


# nothing is cut, nothing lies on anything else


def apart(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    slack = 0.05
    return (
        one[2] <= other[0] + slack or other[2] <= one[0] + slack or one[3] <= other[1] + slack
        or other[3] <= one[1] + slack
    )  # fmt: skip


def around(boxes: list[Box] | tuple[Box, ...]) -> tuple[float, float, float, float]:
    return (min(one.x for one in boxes), min(one.y for one in boxes), max(one.x + one.width for one in boxes),
            max(one.y + one.height for one in boxes))  # fmt: skip


def tidy(lines: list[Line], others: list[tuple[float, float, float, float]], margin: float) -> None:
    """Lines stay inside the card's margin, and on nothing."""
    boxes = [line.box for line in lines]
    for line, (left, low, right, high) in zip(lines, boxes, strict=True):
        assert left >= margin - 0.05, line
        assert low >= margin / 2, line
        assert right <= WIDE - margin + 0.05, line
        assert high <= HIGH - margin / 2 + 0.05, line
    for one, other in combinations([*boxes, *others], 2):
        assert apart(one, other), (one, other)


@pytest.mark.parametrize("qr", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("brand", BRANDS)
def test_nothing_of_a_front_is_cut_or_covered(brand: str, language: str, qr: bool) -> None:
    face = card_face(making(language, BRANDS[brand]))
    design = Design.of(face, qr=qr)

    for card in TEN:
        lines, boxes, areas = own_part(card, face, (0.0, 0.0), qr=qr)
        bars = [box for box in boxes if box.y < HIGH / 3]
        left, low, right, high = around(bars)
        others = [(left - 11 * 0.96, low, right + 7 * 0.96, high)]
        plates = [one for one in design.front.areas if one.colour == (1.0, 1.0, 1.0) and one.round]
        others += [(one.x, one.y, one.x + one.width, one.y + one.height) for one in (*plates, *areas)]
        tidy([*design.front.lines, *lines], others, 5 * MM)
        assert right <= WIDE - 5 * MM + 0.24
        if qr:
            inside = around([box for box in boxes if box.y > HIGH / 3])
            assert any(one.x < inside[0] and inside[2] < one.x + one.width for one in plates)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("brand", ["no logo", "sixty letters", "nameless"])
def test_nothing_of_a_back_is_cut_or_covered(brand: str, preset: str, language: str) -> None:
    face = card_face(making(language, BRANDS[brand], preset))
    side = Design.of(face, qr=False).back
    assert side is not None
    assert side.caution is not None
    caution, x, y = side.caution

    tidy(list(side.lines), [(x, y, x + caution.width, y + caution.height), around(side.boxes)], 4 * MM)

    assert min(line.size for line in side.lines) >= 3.6


def test_a_back_that_cannot_hold_what_it_must_say_is_refused() -> None:
    endless = replace(ORGANIZER, name="Клиника " * 200)

    with pytest.raises(Refusal, match=r"sheet\.full"):
        draw_cards(TEN, card_face(making(organizer=endless)), "cr80")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_told_whole_or_with_initials_and_large_enough_to_read(name: str) -> None:
    card = member_card(NAMES[name], card_number(1))

    lines, _, _ = own_part(card, card_face(making()), (0.0, 0.0), qr=False)

    bold = [line for line in lines if line.face == "PTSans-Bold"][1:]
    told = re.sub(r"[\s\N{NO-BREAK SPACE}]", "", "".join(line.text for line in bold))
    forms = {re.sub(r"[\s\N{NO-BREAK SPACE}-]", "", text) for text in (card.name, card.short)}
    # a hyphen at the end of a line is the surname's own, or says that it goes on
    assert told.replace("-", "") in forms
    assert min(line.size for line in bold) >= 6.5
    assert len(bold) <= 3


def test_a_surname_too_long_for_its_line_goes_on_after_a_hyphen() -> None:
    endless = Patient("8", "Абдурахмангаджимагомедгаджиевакурбанмагомедова", "Патимат")
    card = member_card(endless, card_number(1))

    lines, _, _ = own_part(card, card_face(making()), (0.0, 0.0), qr=False)

    first, *_ = [line.text for line in lines if line.face == "PTSans-Bold"][1:]
    assert first.endswith("-")
    assert first[-2] in "аеиоуыэюяйьъ" or first[-3] in "аеиоуыэюя"


def test_initials_stand_for_names_only_where_the_whole_name_has_no_room() -> None:
    def told(name: str) -> str:
        lines, _, _ = own_part(member_card(NAMES[name], card_number(1)), card_face(making()), (0.0, 0.0), qr=False)
        return " ".join(line.text for line in lines)

    assert "Анна\N{NO-BREAK SPACE}Сергеевна" in told("plain")
    assert "Владиславовна" in told("sixty").replace("\N{NO-BREAK SPACE}", " ")
    assert "И.\N{NO-BREAK SPACE}И." in told("unbroken") or "И. И." in told("unbroken")


@pytest.mark.parametrize("brand", BRANDS)
def test_words_can_be_read_on_the_clinics_colour(brand: str) -> None:
    design = Design.of(card_face(making(brand=BRANDS[brand])), qr=False)

    ground = rgb(BRANDS[brand].colour)
    assert all(contrast(line.colour, ground) >= 4.5 for line in design.front.lines if line.size >= 7)
    assert design.back is not None
    assert all(contrast(line.colour, (1.0, 1.0, 1.0)) >= 4.5 for line in design.back.lines)


def test_every_word_is_on_the_paper() -> None:
    face = card_face(making("en", BRANDS["sixty letters"]))
    pdf = draw_cards(TEN, face, "a4").pdf
    assert face.back is not None

    front, back = written(pdf, 0), written(pdf, 1)

    for words in ("Щёлокова", "29 123 456 789 75", face.program, face.blank, "version 3"):
        assert words in front
    for words in (face.back.mechanic, face.back.lost, face.brand.phone, "7701234567", face.back.legal.warning):
        assert _bare(words) in _bare(back)


def _bare(text: str) -> str:
    """Letters and digits only: where lines end is another matter."""
    return re.sub(r"\W", "", text)


# the back


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mechanic_and_its_limits_are_the_programs_own_promises(language: str, preset: str) -> None:
    made = making(language, preset=preset)
    told = promises(made.edition.program, made.day)
    back = card_face(made).back
    assert back is not None

    assert back.mechanic == made.wording.promise(told.gives[0])
    for one in (*told.limits, *told.lapses):
        if one.code.startswith(("limit.payers", "limit.stacking", "lapse.")) and not one.code.startswith("lapse.w"):
            assert made.wording.promise(one) in back.limits


def test_the_warning_takes_a_twentieth_of_the_back_by_its_letters_alone() -> None:
    for language in LANGUAGES:
        face = card_face(making(language))
        side = Design.of(face, qr=False).back
        assert side is not None
        assert side.caution is not None
        caution, x, y = side.caution
        document = opened(draw_cards(TEN[:1], face, "cr80").pdf)
        picture = grey(page_image(document, 1, 300))
        image = rows(picture)
        dots = 300 / 72
        frame = 0.5 * MM
        columns = range(round((x + frame) * dots), round((x + caution.width - frame) * dots))
        heights = range(round(picture.height() - (y + caution.height - frame) * dots),
                        round(picture.height() - (y + frame) * dots))  # fmt: skip
        dark = [(column, row) for row in heights for column in columns if image[row, column] < 128]
        wide = max(column for column, _ in dark) - min(column for column, _ in dark)
        high = max(row for _, row in dark) - min(row for _, row in dark)
        assert wide * high / (WIDE * HIGH * dots * dots) >= 0.05


def test_a_card_without_an_organizer_is_refused_with_what_is_missing() -> None:
    bare = making(organizer=replace(ORGANIZER, licence="", address=" "))

    with pytest.raises(Refusal) as refused:
        card_face(bare)

    assert refused.value.code == "sheet.legal"
    assert set(str(refused.value.params["missing"]).split(",")) == {"licence", "address"}
    # a front alone offers nothing
    drawn = draw_cards(TEN, card_face(bare, back=False), "a4")
    assert (drawn.pages, drawn.share) == (1, 0.0)


def test_a_card_of_a_retired_version_is_refused() -> None:
    with pytest.raises(Refusal, match=r"sheet\.retired"):
        card_face(making(end=date(2026, 11, 21)))


# paper


def test_a_plastic_page_is_as_large_as_the_card_and_keeps_its_bleed_for_the_print_shop() -> None:
    pdf = draw_cards(TEN[:1], card_face(making()), "cr80").pdf

    shown = opened(pdf).pagePointSize(0)
    assert (shown.width(), shown.height()) == pytest.approx((85.60 * MM, 53.98 * MM), abs=0.15)

    for box, wide, high in (("TrimBox", 85.60, 53.98), ("BleedBox", 89.60, 57.98)):
        found = [list(map(float, one.split())) for one in re.findall(rf"/{box} \[ ?([^\]]+?) ?\]".encode(), pdf)]
        assert len(found) == 2
        for left, low, right, top in found:
            assert right - left == pytest.approx(wide * MM, abs=0.01)
            assert top - low == pytest.approx(high * MM, abs=0.01)
            assert min(left, low) >= 0


def test_a_sheet_prints_nothing_within_five_millimetres_of_its_edge() -> None:
    document = opened(draw_cards(TEN, card_face(making(brand=BRANDS["black"])), "a4").pdf)
    edge = round(5 / 25.4 * 150) - 1

    for page in (0, 1):
        picture = grey(page_image(document, page, 150))
        image, wide, high = rows(picture), picture.width(), picture.height()
        for row in range(high):
            beside = range(wide) if row < edge or row >= high - edge else [*range(edge), *range(wide - edge, wide)]
            assert all(image[row, column] == 255 for column in beside)


def test_backs_lie_behind_their_fronts_when_the_sheet_is_turned() -> None:
    fronts, backs = places("a4", 7), places("a4", 7, at_back=True)

    paper = 2480 * 72 / 300
    assert [(round(paper - x - WIDE, 6), y) for x, y in fronts] == [(round(x, 6), y) for x, y in backs]


def test_every_page_of_a_demo_says_so() -> None:
    for layout in LAYOUTS:
        pdf = draw_cards(TEN, card_face(making("en", demo=True)), layout).pdf
        # the word of the demo in both alphabets, for whoever reads English alone
        assert all("ДЕМО · DEMO" in written(pdf, page) for page in range(opened(pdf).pageCount()))
    assert "ДЕМО" not in written(draw_cards(TEN, card_face(making()), "a4").pdf, 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("qr", [False, True])
def test_the_mark_of_a_demo_leaves_the_white_around_codes_alone(language: str, qr: bool) -> None:
    design = Design.of(card_face(making(language, demo=True)), qr=qr)
    assert design.back is not None
    code = around(design.back.boxes)
    plates = [one for one in design.front.areas if one.colour == (1.0, 1.0, 1.0) and one.round]

    for side, edges in ((design.front, [one.x for one in plates]), (design.back, [code[0]])):
        assert side.mark is not None
        text, x, _, size, _ = side.mark
        half = width(text, "PTSans-Bold", size) / 2
        assert x - half >= 0
        assert x + half <= min([WIDE, *edges])


@pytest.mark.parametrize(("logo", "told"), [(b"<svg no more", "logo.broken"), (b"\x89PNG" * 600_000, "logo.huge")])
def test_a_logo_that_cannot_be_drawn_is_left_out_and_told(logo: bytes, told: str) -> None:
    drawn = draw_cards(TEN, card_face(making(brand=replace(BRANDS["no logo"], logo=logo))), "a4")

    assert drawn.left_out == (told,)
    assert drawn.pages == 2


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_cards_are_the_same_bytes_in_embedded_letters(layout: Layout) -> None:
    face = card_face(making(brand=BRANDS["wide logo"]))

    pdf = draw_cards(TEN, face, layout, qr=True).pdf

    assert pdf == draw_cards(TEN, face, layout, qr=True).pdf
    assert {re.sub(r"^[A-Z]{6}\+|-.*", "", name) for name in fonts(pdf)} == {"PTSans"}


def test_black_is_black_ink_alone() -> None:
    pdf = draw_cards(stock_cards([card_number(7)]), card_face(making()), "cr80").pdf

    assert b"DeviceCMYK" not in pdf


def test_a_stock_card_has_a_line_for_the_name() -> None:
    face = card_face(making())

    lines, _, areas = own_part(MemberCard(card_number(7)), face, (0.0, 0.0), qr=False)

    assert [line.text for line in lines] == [grouped(card_number(7)), face.blank]
    assert len(areas) == 1


# many


def test_a_batch_tells_how_far_it_is_and_stops_when_it_is_asked_to() -> None:
    face, many = card_face(making()), stock_cards(card_number(number) for number in range(35))
    heard: list[tuple[int, int]] = []

    drawn = draw_cards(many, face, "a4", progress=lambda done, total: heard.append((done, total)))

    assert heard == [(10, 35), (20, 35), (30, 35), (35, 35)]
    assert drawn.pages == 8
    heard.clear()
    with pytest.raises(Cancelled):
        draw_cards(many, face, "a4", progress=lambda *far: heard.append(far), cancelled=lambda: len(heard) == 2)
    assert heard[-1] == (20, 35)


def test_there_is_no_sheet_of_no_cards() -> None:
    with pytest.raises(Refusal, match=r"card\.none"):
        draw_cards([], card_face(making()), "a4")


def test_the_bench_measures_beside_a_twin_that_draws_the_very_same_sheet() -> None:
    ours, bare = (opened(draw()) for draw in ten_cards())

    for page in (0, 1):
        assert page_image(ours, page, 100) == page_image(bare, page, 100)

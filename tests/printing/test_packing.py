"""Long sheets go on over pages: tables between their rows under the same head, paragraphs between their lines."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.printing.sheet import draw
from desk_app.sheets.blocks import Bar, Block, Chart, Field, Fields, Heading, PageEnd, Sheet, Table, Title, Words
from tests.printing.hard_sheets import brand
from tests.printing.paper_eye import all_text, squeezed
from ui.printer import opened


def plain(*blocks: Block) -> Sheet:
    """A sheet that offers nothing: no warning, no code."""
    return Sheet("statement", "ru", "Выписка", brand(), blocks, "points · 22.11.2026", date(2026, 11, 22))


HEAD = ("Счёт", "Когда", "Баллы", "Чем потрачены")
ROWS = tuple((f"A-{place:06}", "1 ноября 2026", f"{place + 1000}", "Счёт A-000500 и ещё один") for place in range(200))


@pytest.mark.usefixtures("qapp")
def test_a_long_table_goes_on_under_the_same_head_and_loses_no_row() -> None:
    drawn = draw(plain(Title("Выписка"), Heading("Всё, что начислено"), Table(HEAD, ROWS, frozenset({2}))), "a4")

    document = opened(drawn.pdf)
    assert document.pageCount() == drawn.pages > 3
    pages = [document.getAllText(page).text() for page in range(drawn.pages)]
    assert all("Чем потрачены" in page for page in pages)
    assert all(sum(row[0] in page for page in pages) == 1 for row in ROWS)


@pytest.mark.usefixtures("qapp")
def test_a_paragraph_longer_than_a_page_goes_on() -> None:
    words = " ".join(f"слово{place}" for place in range(2000))

    drawn = draw(plain(Words(words)), "a5")

    document = opened(drawn.pdf)
    written = " ".join(document.getAllText(page).text() for page in range(drawn.pages)).split()
    assert drawn.pages > 2
    assert [word for word in written if word.startswith("слово")] == words.split()


@pytest.mark.usefixtures("qapp")
def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    for lines in range(20, 60):
        filler = tuple(Words(f"Строка {place}.") for place in range(lines))
        document = opened(draw(plain(*filler, Heading("Заголовок"), Words("Под ним.")), "a5").pdf)
        pages = [document.getAllText(page).text() for page in range(document.pageCount())]
        assert all(("Заголовок" in page) == ("Под ним." in page) for page in pages)


@pytest.mark.usefixtures("qapp")
def test_a_page_end_begins_a_new_page() -> None:
    document = opened(draw(plain(Title("Первая"), PageEnd(), Title("Вторая")), "a5").pdf)

    assert ["Первая" in document.getAllText(0).text(), "Вторая" in document.getAllText(1).text()] == [True, True]
    assert document.pageCount() == 2


@pytest.mark.usefixtures("qapp")
def test_charts_and_forms_say_every_figure_and_label() -> None:
    chart = Chart("Визиты", (Bar("Сентябрь и первая половина октября", "1 200", 400), Bar("Октябрь", "3 000", 1000)))
    form = Fields((Field("Фамилия, имя", "Воскресенская-Преображенская Александра"), Field("Согласна", tick=True)))

    written = all_text(draw(plain(Title("Отчёт"), chart, form), "a4").pdf)

    for told in ("Сентябрь и первая половина октября", "1 200", "3 000", "Воскресенская", "Согласна"):
        assert squeezed(told) in written

"""The page for the site and the plain text say what the paper says, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from desk_app.sheets.blocks import Format, Sheet, Title, Words
from desk_app.sheets.pages import as_html
from desk_app.sheets.plain_text import WIDE, as_text
from tests.printing.hard_sheets import HARD, SVG, brand, making, sheet
from tests.printing.paper_eye import sentences, squeezed

SHEETS: tuple[tuple[str, Format], ...] = (("leaflet", "a4"), ("leaflet", "a6"), ("poster", "a4"))


class _Page(HTMLParser):
    """A page as a browser reads it: its words, its tags in order, what it asks for from elsewhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[str] = []
        self.asked: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.asked += [
            value or "" for key, value in attrs if key in ("src", "srcset", "data") or (tag, key) == ("link", "href")
        ]
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.said.append(data)


def told(made: Sheet) -> list[str]:
    """Everything that a sheet has to say."""
    assert made.legal is not None
    assert made.link is not None
    return [*sentences(made.blocks), *made.legal.lines, made.legal.warning, made.brand.clinic, made.foot,
            made.link.address, made.link.words]  # fmt: skip


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize(("kind", "size"), SHEETS)
def test_every_sentence_of_the_paper_is_on_the_page_and_in_the_text(name: str, kind: str, size: Format) -> None:
    made = sheet(making(HARD[name]), kind, size)

    page, text = _Page(as_html(made)), as_text(made)

    for one in told(made):
        assert squeezed(one) in squeezed("".join(page.said)), one
        assert squeezed(one) in squeezed(text), one


@pytest.mark.parametrize("name", HARD)
def test_nothing_is_said_a_second_time_in_other_words(name: str) -> None:
    made = sheet(making(HARD[name]), "leaflet", "a4")
    known = squeezed(" ".join([*told(made), made.brand.phone, made.name]))

    for said in _Page(as_html(made)).said:
        assert squeezed(said).strip(":☐") in known, said
    for line in as_text(made).splitlines():
        for said in re.split(r"\s{2,}|, | – |: ", re.sub(r"^(- |\d\. |\[ \] )|^[=\-*]+$", "", line.strip())):
            assert squeezed(said) in known, line


def test_the_page_needs_nothing_from_elsewhere() -> None:
    made = sheet(making(replace(HARD["points"], brand=brand(logo=SVG))), "leaflet", "a4")

    page = _Page(as_html(made))

    assert all(one.startswith("data:image/svg+xml;base64,") for one in page.asked)
    assert not {"script", "link", "iframe", "object"} & set(page.tags)
    assert "@import" not in as_html(made)
    assert "url(" not in as_html(made)


def test_the_page_is_read_by_its_structure() -> None:
    text = as_html(sheet(making(HARD["points, English"]), "leaflet", "a4"))
    page = _Page(text)

    assert page.open == []
    assert '<html lang="en">' in text
    assert page.tags.count("h1") == 1
    assert page.tags.count("main") == 1
    assert page.tags.count("table") == page.tags.count("caption") == 2
    assert 'role="note"' in text


def test_words_of_a_clinic_cannot_become_a_part_of_the_page() -> None:
    made = sheet(making(HARD["points"]), "leaflet", "a4")
    nasty = "<script>alert(1)</script>&\"'"
    odd = replace(made, blocks=(Title(nasty), Words(nasty)), brand=brand(clinic=nasty, colour="#fff}</style><b>"))

    page = _Page(as_html(odd))

    assert "script" not in page.tags
    assert "b" not in page.tags
    assert page.said.count(nasty) == 3


def test_an_address_that_would_run_is_no_link() -> None:
    made = sheet(making(HARD["points"]), "leaflet", "a4")
    assert made.link is not None

    assert "href" not in as_html(replace(made, link=replace(made.link, address="javascript:alert(1)")))


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize(("kind", "size"), SHEETS)
def test_the_warning_keeps_its_share_in_the_text_and_on_the_page(name: str, kind: str, size: Format) -> None:
    made = sheet(making(HARD[name]), kind, size)
    assert made.legal is not None

    lines = as_text(made).splitlines()
    first = next(place for place, line in enumerate(lines) if line and set(line) == {"*"})

    assert all(len(line) <= WIDE for line in lines)
    assert (len(lines) - first) / len(lines) >= 0.05
    assert f"--share:{made.legal.aim / 10:g}vh" in as_html(made)
    assert "min-height:var(--share)" in as_html(made)


def test_no_sum_is_parted_from_its_sign_at_the_end_of_a_line() -> None:
    for name in HARD:
        lines = as_text(sheet(making(HARD[name]), "leaflet", "a4")).splitlines()
        assert not any(re.match(r"\s*(₽\s|%|000\b)", line) for line in lines)


def test_a_demo_says_so_in_the_text_and_on_the_page() -> None:
    made = sheet(making(HARD["points"], demo=True), "leaflet", "a4")

    assert as_text(made).startswith("ДЕМО\n")
    assert "ДЕМО" in _Page(as_html(made)).said

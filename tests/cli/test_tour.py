"""The tour walks through an invented clinic without a screen: acts, papers that open, pictures, a page of it all."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from desk_app import demo_clinic
from desk_app.station import Station
from tests.cli.conftest import Run
from ui import compose
from ui.home import demo_home
from ui.sheets import KINDS
from ui.tour import take


@pytest.fixture(autouse=True)
def small_clinic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred patients are enough to walk among."""
    monkeypatch.setattr(demo_clinic, "make", partial(demo_clinic.make, patients=200))


@pytest.mark.usefixtures("qapp")
def test_the_tour_leaves_papers_that_open_and_a_page_of_pictures(tessera: Run, tmp_path: Path) -> None:
    out = tmp_path / "tour"

    told = tessera("tour", "--out", out, "--look", "ru.light", "--picture", "desk-bill", "--picture", "keys")

    assert told.code == 0
    assert [step.split(":")[0] for step in told.json["steps"]][:2] == ["find", "quote"]
    assert sorted(told.json["pictures"]) == ["desk-bill.ru.light.png", "keys.ru.light.png"]
    assert all((out / name).read_bytes().startswith(b"\x89PNG") for name in told.json["pictures"])
    assert {"slip-roll.pdf", "slip-a5.pdf", "return-roll.pdf"} <= set(told.json["papers"])
    assert {f"{kind.name}-{size}.pdf" for kind in KINDS.values() for size in kind.sizes} <= set(told.json["papers"])
    for name in told.json["papers"]:
        paper = QPdfDocument()
        assert paper.load(str(out / name)) == QPdfDocument.Error.None_
        assert paper.pageCount() >= 1
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "desk-bill.ru.light.png" in page
    assert "slip-a5.pdf" in page


def test_a_tour_needs_a_folder(tessera: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")

    assert tessera("tour", "--out", tmp_path / "file").code == 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        (("--picture", "keys", "--picture", "desk-bil"), "desk-bill"),
        (("--look", "ru.lihgt"), "ru.light"),
    ],
)
def test_a_picture_that_there_is_not_is_refused_with_the_nearest(
    tessera: Run, tmp_path: Path, asked: tuple[str, ...], nearest: str
) -> None:
    told = tessera("tour", "--out", tmp_path / "tour", *asked)

    assert (told.code, told.json["error"]) == (2, "picture.unknown")
    assert nearest in told.json["message"]
    assert list((tmp_path / "tour").iterdir()) == []


@pytest.mark.usefixtures("qapp")
def test_who_wants_no_picture_gets_none(tmp_path: Path) -> None:
    home = demo_home(tmp_path)
    compose.make_demo(home)
    opened = compose.prepare(home, Station(desk="A"), demo=True)
    try:
        assert list(take(opened, tmp_path / "out", wanted=())) == []
    finally:
        opened.close()

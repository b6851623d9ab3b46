"""`tessera tour`: the main job end to end without a screen, its papers as PDF, and a picture of every screen."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.domain.errors import WrongInput
from desk_app.ports import Desk
from ui.cli import tour_index
from ui.cli.answer import Answer
from ui.cli.home import Bar
from ui.cli.output import folder_of
from ui.home import demo_home

if TYPE_CHECKING:
    from desk_app.domain.bill import Bill

EXAMPLE = "tessera tour --out tour"
_NEAREST = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", required=True, metavar="DIR", help="where pictures and papers go")
    parser.add_argument("--no-pictures", action="store_true", help="only the acts and the papers")
    parser.add_argument(
        "--look",
        action="append",
        metavar="LANG.THEME",
        help="only this look, as ru.dark; repeatable",
    )
    parser.add_argument("--picture", action="append", metavar="NAME", help="only this picture; repeatable")


def run(options: argparse.Namespace) -> Answer:
    """Walk through an invented clinic of its own; nothing of a real one is touched."""
    out = folder_of(options, options.out)
    # drawn into memory, whatever display there is
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if not options.no_pictures:
        _check(options.look, options.picture)
    from ui import compose

    with tempfile.TemporaryDirectory(prefix="tessera-tour-") as folder:
        home = demo_home(Path(folder))
        bar = Bar("demo")
        compose.make_demo(home, bar)
        bar.clear()
        with compose.open_desk(home, "Анна Ким") as desk:
            told = list(_walk(desk, home, out, options.lang))
        files = [] if options.no_pictures else _pictures(home, out, options.look, options.picture)
    papers = sorted(str(file.name) for file in out.glob("*.pdf"))
    page = tour_index.write(out, told, _captions() if files else {}, files)
    value = {"steps": told, "papers": papers, "pictures": files, "out": str(out), "index": str(page)}
    lines = [*told, *(str(out / name) for name in papers), f"{len(files)} → {out}"]
    return Answer(value, lines)


def _walk(desk: Desk, home: Path, out: Path, lang: str) -> Iterator[str]:
    """Find a patient who has units, price a bill, pay, print, take a piece back; then one of every sheet of paper."""
    from desk_app import checkout, drafts, lookup, returning, statement
    from desk_app.acts import new_id
    from desk_app.domain.bill import Bill, Line
    from ui.cli.tour_papers import papers
    from ui.slip import return_slip_pdf, slip_pdf
    from ui.wording import explain

    found = lookup.find(desk, "ива", 50).rows
    members = [(one, statement.statement(desk, one.id)) for one in found if one.member]
    who, told = max(members, key=lambda pair: pair[1].usable)
    yield f"find: {who.full_name}, {who.card}, {told.usable}"
    with desk.store.reading() as reading:
        services = [service for service in reading.services("", -1) if service.price][:3]
    lines = tuple(
        Line(str(place), service.price, service=service.code, name=service.name, category=service.category)
        for place, service in enumerate(services, 1)
    )
    bill = Bill(new_id(), who.id, desk.clock(), lines, who.id, who.id, desk.branch, redeem=None, proof="card")
    bill = drafts.dated(desk, bill)
    priced = checkout.price(desk, bill)
    yield f"quote: {priced.quote.list / 100:.2f} − {priced.quote.redeemed / 100:.2f} = {priced.quote.pays / 100:.2f}"
    yield from explain(priced.quote, priced.program, bill, lang).sentences()
    settled = checkout.settle(desk, bill, new_id(), priced.quote)
    yield f"checkout: {settled.row.number}"
    for size in ("roll", "a5"):
        (out / f"slip-{size}.pdf").write_bytes(slip_pdf(desk, settled.row.id, size, lang, demo=True))
    back = returning.give_back(desk, settled.row.id, [(lines[0].id, 1)], new_id())
    yield f"return: {back.money_back / 100:.2f}, {back.units_back}"
    (out / "return-roll.pdf").write_bytes(return_slip_pdf(desk, settled.row.id, "roll", lang, demo=True))
    yield f"void: {_undone(desk, bill, out, lang)}"
    yield f"statement: {statement.statement(desk, who.id).usable}"
    yield from papers(desk, home, out, lang, who.id)


def _undone(desk: Desk, bill: Bill, out: Path, lang: str) -> str:
    """A receipt undone on its own day: what the slip of the undoing says, and what its own slip says from then on."""
    from desk_app import checkout, drafts, returning
    from desk_app.acts import new_id
    from ui.slip import return_slip_pdf, slip_pdf

    row = checkout.settle(desk, drafts.dated(desk, replace(bill, id=new_id(), redeem=0)), new_id()).row
    returning.void(desk, row.id, new_id())
    for size in ("roll", "a5"):
        (out / f"void-{size}.pdf").write_bytes(return_slip_pdf(desk, row.id, size, lang, demo=True))
    (out / "slip-void-a5.pdf").write_bytes(slip_pdf(desk, row.id, "a5", lang, demo=True))
    return row.number


def _check(looks: Sequence[str] | None, names: Sequence[str] | None) -> None:
    """Refuse a look or a picture that there is not, with those that are spelled most like it: `picture.unknown`."""
    from ui.plain_import import load_qt

    load_qt()
    from ui.tour import LOOKS, pictures

    for asked, known in ((looks, [str(look) for look in LOOKS]), (names, [one.name for one in pictures()])):
        for name in asked or ():
            if name not in known:
                near = get_close_matches(name, known, _NEAREST, 0.0)
                raise WrongInput("picture.unknown", found=name, allowed=near)


def _pictures(home: Path, out: Path, looks: Sequence[str] | None, names: Sequence[str] | None) -> list[str]:
    from desk_app.station import Station
    from ui import compose
    from ui.plain_import import load_qt

    load_qt()
    from ui.tour import LOOKS, pictures, take

    chosen = [look for look in LOOKS if looks is None or str(look) in looks]
    wanted = [picture for picture in pictures() if names is None or picture.name in names]
    bar, files = Bar("pictures"), list[str]()
    for look in chosen:
        # What one look pays and gives back is not there for the next: the same picture shows the same state.
        with tempfile.TemporaryDirectory(prefix="tessera-look-") as folder:
            copy = Path(shutil.copytree(home, Path(folder) / home.name))
            opened = compose.prepare(copy, Station(desk="A", employee="Анна Ким"), demo=True)
            try:
                for file in take(opened, out, [look], wanted):
                    files.append(file.name)
                    bar(len(files), len(chosen) * len(wanted))
            finally:
                opened.close()
    return files


def _captions() -> dict[str, str]:
    """What each picture shows: the sentence of the function that poses it."""
    from ui.tour import pictures

    return {picture.name: (picture.pose.__doc__ or "").strip().splitlines()[0] for picture in pictures()}

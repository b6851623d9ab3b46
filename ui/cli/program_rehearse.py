"""`tessera program rehearse`: what the bills of some days would have cost under a draft; stopped, it goes on later."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from desk_app.documents.program_file import problems, read_document
from desk_app.documents.program_sense import refusal
from ui.cli import files
from ui.cli.answer import NO, Answer, naming
from ui.cli.days import read_day
from ui.cli.home import Bar, desk_of
from ui.wording.rehearsal_words import say

if TYPE_CHECKING:
    from desk_app.ports import Desk
    from desk_app.rehearsal.sums import Rehearsal
    from desk_app.rehearsal.typical import Typical


def add_rehearse(acts: Any) -> None:
    """What it takes."""
    one = acts.add_parser(
        "rehearse", help="what past bills would have cost under a program, and whom",
        epilog="example: tessera program rehearse new.toml --from 01.01.2026 --to 31.12.2026",
    )  # fmt: skip
    one.add_argument("file", metavar="P.toml", help="the program document")
    one.add_argument("--from", dest="first", required=True, metavar="DAY", help="the first day")
    one.add_argument("--to", dest="last", required=True, metavar="DAY", help="the last day; today at the latest")


def rehearse(options: argparse.Namespace) -> Answer:
    """Rehearse a document on this desk's bills; Ctrl+C ends kindly, and the same command goes on."""
    with naming(options.file):
        document = read_document(files.read(options.file))
        for problem in problems(document):
            raise refusal(problem)
    first, last = read_day("--from", options.first), read_day("--to", options.last)
    reading, living = (Bar(say(f"cli.{what}", options.lang)) for what in ("reading", "living"))
    with desk_of(options) as desk:
        try:
            return _rehearsed(desk, document, (first, last), (reading, living), options.lang)
        except KeyboardInterrupt:
            reading.clear()
            living.clear()
            said = say("cli.stopped", options.lang)
            return Answer({"stopped": True, "message": said}, [said], NO)


def _rehearsed(desk: Desk, document: dict[str, Any], span: tuple[Any, Any], bars: tuple[Bar, Bar], lang: str) -> Answer:
    from desk_app.rehearsal.keeping import OnDesk, name_of
    from desk_app.rehearsal.plain import plain
    from desk_app.rehearsal.reading import past_of
    from desk_app.rehearsal.run import draft_of
    from desk_app.rehearsal.run import rehearse as run
    from desk_app.rehearsal.typical import typical
    from desk_app.watch import Watch
    from ui.wording.rehearsal import lines, report

    draft = draft_of(document)
    past = past_of(desk, *span, Watch(bars[0]))
    found: Rehearsal = run(past, draft, OnDesk(desk, name_of(past, draft)), Watch(bars[1]))
    years: tuple[Typical, ...] = typical(past, draft_of(past.then), draft)
    names = names_of(desk, found)
    value = plain(found, years)
    for one in value["losers"]:
        one["name"] = names.get(one["patient"], "")
    return Answer(value, lines(report(found, years, names, lang)))


def names_of(desk: Desk, found: Rehearsal) -> dict[str, str]:
    """Names of those who lose most."""
    out = {}
    with desk.store.reading() as reading:
        for one in found.losers:
            patient = reading.patient(one.patient)
            if patient is not None:
                out[one.patient] = patient.full_name
    return out

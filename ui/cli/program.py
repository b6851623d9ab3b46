"""`tessera program`: check, compare, announce, publish, list and show the program document, and its JSON Schema."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from desk_app.documents.program_file import read_document, read_program
from desk_app.documents.program_shape import schema
from desk_app.domain.errors import WrongInput
from ui.cli import files
from ui.cli.answer import Answer, naming
from ui.cli.home import desk_of
from ui.cli.program_check import add_check, check
from ui.cli.program_life import add_life, announce, diary, end_words, retire, told, withdraw
from ui.cli.program_local import add_local, local
from ui.cli.program_publish import add_publish, publish
from ui.cli.program_rehearse import add_rehearse, rehearse
from ui.cli.sentences import sentence

EXAMPLE = "tessera program check club.toml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    acts = parser.add_subparsers(dest="act", metavar="check|diff|announce|publish|list|show|schema…", required=True)
    add_check(acts)
    one = acts.add_parser(
        "diff", help="every difference of two documents, for whom it is better",
        epilog="example: tessera program diff club.toml P.toml",
    )  # fmt: skip
    one.add_argument("old", metavar="OLD.toml", help="what holds now")
    one.add_argument("new", metavar="NEW.toml", help="what shall hold")
    add_publish(acts, parser.get_default("lang"))
    add_life(acts)
    add_local(acts)
    add_rehearse(acts)
    acts.add_parser("list", help="versions on this desk", epilog="example: tessera program list")
    one = acts.add_parser("show", help="a version as TOML", epilog="example: tessera program show 3")
    one.add_argument("version", nargs="?", metavar="N", help="left out: the one in force")
    acts.add_parser("schema", help="JSON Schema of the document", epilog="example: tessera program schema")


def run(options: argparse.Namespace) -> Answer:
    """What the act gives; see the module."""
    return _ACTS[options.act](options)


def _diff(options: argparse.Namespace) -> Answer:
    from desk_app.domain.differences import beside_the_rules, differences
    from ui.wording.sheets.changed import Changes

    documents, programs = [], []
    for name in (options.old, options.new):
        with naming(name):
            documents.append(read_document(files.read(name)))
            programs.append(read_program(documents[-1]))
    words = Changes.of(programs[0], programs[1], options.lang)
    found = (*differences(*programs), *beside_the_rules(*documents))
    told = [{"key": one.key, "place": one.place, "class": one.kind, "sentence": words.say(one)} for one in found]
    lines: list[str] = []
    for kind in ("worse", "better", "neutral"):
        of_kind = [one["sentence"] for one in told if one["class"] == kind]
        if of_kind:
            lines += [sentence(f"diff.{kind}", options.lang), *(f"  {words}" for words in of_kind)]
    count = {kind: sum(one.kind == kind for one in found) for kind in ("better", "worse", "neutral")}
    return Answer({"differences": told, **count}, lines or [sentence("diff.none", options.lang)])


def _list(options: argparse.Namespace) -> Answer:
    from desk_app.rollout.retire import ending_in
    from desk_app.versions import statuses, today

    with desk_of(options) as desk, desk.store.reading() as reading:
        versions = reading.versions()
        status = statuses(versions, today(desk, reading))
        end = ending_in(reading)
    told = [
        {
            "code": one.code,
            "version": one.version,
            "label": one.label,
            "status": status[one.mark],
            "effective_from": one.effective_from.isoformat(),
        }
        for one in versions
    ]
    rows = [
        f"{one['code']}  {one['label']}  {sentence('status.' + str(one['status']), options.lang)}  "
        f"{one['effective_from']}"
        for one in told
    ]
    value: dict[str, object] = {"versions": told, "ends": None}
    if end is not None:
        value["ends"] = {"day": end.day.isoformat(), "last_good_day": end.last_good_day.isoformat()}
        rows.append(end_words(end, options.lang))
    return Answer(value, rows)


def _show(options: argparse.Namespace) -> Answer:
    from desk_app.documents.program_toml import to_toml
    from desk_app.versions import statuses, today

    with desk_of(options) as desk, desk.store.reading() as reading:
        versions = reading.versions()
        holds = statuses(versions, today(desk, reading))
    wanted = [one for one in versions if options.version in (None, one.label)]
    if options.version is None:
        # before the first one begins there is none in force
        wanted = [one for one in wanted if holds[one.mark] == "in_force"] or wanted
    if not wanted:
        raise WrongInput("moment.no_version", "version", found=options.version)
    return Answer(wanted[-1].document, to_toml(wanted[-1].document).splitlines())


def _schema(options: argparse.Namespace) -> Answer:
    import json

    made = schema()
    return Answer(made, json.dumps(made, ensure_ascii=False, indent=1).splitlines())


_ACTS: Final[dict[str, Callable[[argparse.Namespace], Answer]]] = {
    "check": check, "diff": _diff, "publish": publish, "list": _list, "show": _show, "schema": _schema,
    "announce": announce, "withdraw": withdraw, "retire": retire, "diary": diary, "told": told, "local": local,
    "rehearse": rehearse,
}  # fmt: skip

"""`tessera program`: check, compare, announce, publish, list and show the program document, and its JSON Schema."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_app.documents.program_file import problems, publishable, read_document, read_program
from desk_app.documents.program_sense import refusal
from desk_app.documents.program_shape import schema
from desk_app.domain.errors import WrongInput
from desk_app.ports import Json
from ui.cli import files
from ui.cli.answer import NO, Answer, naming
from ui.cli.days import read_day
from ui.cli.home import add_op, desk_of, home_of
from ui.cli.program_check import add_check, as_json, check
from ui.cli.program_life import add_life, announce, diary, retire, told, withdraw, without_notice
from ui.cli.program_local import add_local, local
from ui.cli.program_rehearse import add_rehearse, rehearse
from ui.cli.publish_warnings import publish_warnings
from ui.cli.sentences import sentence

if TYPE_CHECKING:
    from desk_app.checkup import Finding

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
    one = acts.add_parser(
        "publish", help="put a version in force; makes the desk where there is none",
        description=sentence("publish.makes_a_desk", parser.get_default("lang")),
        epilog="example: tessera program publish P.toml",
    )  # fmt: skip
    one.add_argument("file", metavar="P.toml", help="the program document")
    one.add_argument("--from", dest="day", default="", metavar="DAY", help="the first day; left out: today")
    one.add_argument("--now", default="", metavar="TEXT", help="why patients get no notice of what is worse")
    add_op(one)
    add_life(acts)
    add_local(acts)
    add_rehearse(acts)
    acts.add_parser("list", help="versions on this desk", epilog="example: tessera program list")
    one = acts.add_parser("show", help="a version as TOML", epilog="example: tessera program show 3")
    one.add_argument("version", nargs="?", metavar="N", help="left out: the newest")
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


def _publish(options: argparse.Namespace) -> Answer:
    from desk_app import programs
    from desk_app.acts import new_id, op_id

    content = files.read(options.file)
    with naming(options.file):
        document = read_document(content)
        for problem in (*problems(document), *publishable(document)):
            raise refusal(problem)
    identifier = op_id(options.op) if options.op else new_id()
    day: date | None = read_day("--from", options.day) if options.day else None
    # an act that was done is answered as it was; of anything else every untrue example is told, not the first alone
    wrong = () if options.op else _untrue(document, day)
    if wrong:
        return _not_published([as_json(one, None, options.lang) for one in wrong], options.file)
    made = _make_desk(home_of(options))
    with desk_of(options) as desk, naming(options.file):
        with desk.store.reading() as reading:
            known, done = reading.versions(), reading.op_body(identifier) is not None
        early = None if done else without_notice(desk, document, day, options)
        if early is not None and not options.now.strip():
            return early
        record = programs.publish(desk, document, day, identifier, options.now.strip() if early else "")
    warned = publish_warnings(document, record, known, options.lang, reason=options.now if early else "")
    value: dict[str, object] = {
        "code": record.code,
        "version": record.version,
        "effective_from": record.effective_from.isoformat(),
    }
    told = [sentence("publish.made", options.lang).format(**made)] if made else []
    line = f"{record.code} {record.version} {record.effective_from.isoformat()}"
    value |= {"warnings": warned} | ({"made": made} if made else {})
    return Answer(value, [line, *told], warnings=[one["message"] for one in warned])


def _untrue(document: Json, day: date | None) -> tuple[Finding, ...]:
    """Published examples that the rules do not bear out on the first day: told before a desk is made."""
    from desk_app.checkup.published import untrue_on
    from desk_app.documents.program_compile import compile_program

    return untrue_on(compile_program(document), document, day, datetime.now(UTC))


def _not_published(errors: list[Json], file: str) -> Answer:
    """As `check` tells them, on standard error."""
    first = errors[0]
    value = {"error": first["id"], "place": first["place"], "message": first["message"], "findings": errors}
    name = Path(file).name
    return Answer(value, (), NO, [f"{name}: {one['place']}: {one['message']} ({one['id']})" for one in errors])


def _make_desk(home: Path) -> dict[str, str]:
    """Make the desk of a folder that has none, as the window does; its folder and recovery key, which is told once."""
    from ui import compose

    if (home / compose.DATABASE).exists():
        return {}
    compose.make_desk(home)
    return {"home": str(home), "key": compose.recovery_key(home)}


def _list(options: argparse.Namespace) -> Answer:
    from desk_app.versions import statuses, today

    with desk_of(options) as desk, desk.store.reading() as reading:
        versions = reading.versions()
        status = statuses(versions, today(desk, reading))
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
    return Answer({"versions": told}, rows)


def _show(options: argparse.Namespace) -> Answer:
    from desk_app.documents.program_toml import to_toml

    with desk_of(options) as desk, desk.store.reading() as reading:
        versions = reading.versions()
    wanted = [one for one in versions if options.version in (None, one.label)]
    if not wanted:
        raise WrongInput("moment.no_version", "version", found=options.version)
    return Answer(wanted[-1].document, to_toml(wanted[-1].document).splitlines())


def _schema(options: argparse.Namespace) -> Answer:
    import json

    made = schema()
    return Answer(made, json.dumps(made, ensure_ascii=False, indent=1).splitlines())


_ACTS: Final[dict[str, Callable[[argparse.Namespace], Answer]]] = {
    "check": check, "diff": _diff, "publish": _publish, "list": _list, "show": _show, "schema": _schema,
    "announce": announce, "withdraw": withdraw, "retire": retire, "diary": diary, "told": told, "local": local,
    "rehearse": rehearse,
}  # fmt: skip

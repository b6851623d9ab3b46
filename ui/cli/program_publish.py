"""`tessera program publish`: a version put in force directly, once the check-up is answered."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_app.documents.program_file import problems, publishable, read_document
from desk_app.documents.program_sense import refusal
from desk_app.ports import Desk, Json
from ui.cli import files
from ui.cli.answer import NO, Answer, naming
from ui.cli.days import read_day
from ui.cli.findings_told import add_answers, answers_of, not_answered
from ui.cli.home import add_op, desk_of, home_of
from ui.cli.program_check import as_json
from ui.cli.program_life import without_notice
from ui.cli.publish_warnings import publish_warnings
from ui.cli.sentences import sentence

if TYPE_CHECKING:
    from desk_app.checkup import Finding


def add_publish(acts: Any, lang: str) -> None:
    """What the command takes."""
    one = acts.add_parser(
        "publish", help="put a version in force; makes the desk where there is none",
        description=sentence("publish.makes_a_desk", lang), epilog="example: tessera program publish P.toml",
    )  # fmt: skip
    one.add_argument("file", metavar="P.toml", help="the program document")
    one.add_argument("--from", dest="day", default="", metavar="DAY", help="the first day; left out: today")
    one.add_argument("--now", default="", metavar="TEXT", help="why patients get no notice of what is worse")
    add_answers(one)
    add_op(one)


def publish(options: argparse.Namespace) -> Answer:
    """Put it in force; or tell everything that stands in the way."""
    from desk_app import programs
    from desk_app.acts import new_id, op_id
    from desk_app.documents.program_compile import compile_program
    from ui import compose_records

    content = files.read(options.file)
    with naming(options.file):
        document = read_document(content)
        for problem in (*problems(document), *publishable(document)):
            raise refusal(problem)
    identifier = op_id(options.op) if options.op else new_id()
    day: date | None = read_day("--from", options.day) if options.day else None
    reasons = answers_of(options)
    # an act that was done is answered as it was; of anything else every untrue example is told, not the first alone
    wrong = () if options.op else _untrue(document, day)
    if wrong:
        return _not_published([as_json(one, None, options.lang) for one in wrong], options.file)
    if not (home_of(options) / compose_records.DATABASE).exists():
        # told before a desk is made
        found = _open(document, reasons)
        if found:
            return not_answered(found, compile_program(document), options)
    made = _make_desk(home_of(options))
    with desk_of(options) as desk, naming(options.file):
        with desk.store.reading() as reading:
            known, done = reading.versions(), reading.op_body(identifier) is not None
        early = None if done else without_notice(desk, document, day, options)
        if early is not None and not options.now.strip():
            return early
        found = () if done or made else _open(document, reasons, desk)
        if found:
            return not_answered(found, compile_program(document), options)
        record = programs.publish(desk, document, day, identifier, options.now.strip() if early else "", reasons)
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


def _open(document: Json, reasons: Mapping[str, str], desk: Desk | None = None) -> tuple[Finding, ...]:
    """What the check-up finds and nobody answered; examples are recomputed for their own day, see `_untrue`."""
    from desk_app.checkup import check_up, history_of, unanswered
    from desk_app.rollout.announce import open_findings

    if desk is None:
        found = unanswered(check_up(document, now=datetime.now(UTC)), reasons)
    else:
        history_of(desk)  # goals are held against the clinic's own past
        with desk.store.reading() as reading:
            found = open_findings(desk, reading, document, reasons)
    return tuple(one for one in found if not one.place.startswith("examples["))


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
    from ui import compose, compose_records

    if (home / compose_records.DATABASE).exists():
        return {}
    compose_records.make_desk(home)
    return {"home": str(home), "key": compose.recovery_key(home)}

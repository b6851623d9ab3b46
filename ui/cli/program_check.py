"""`tessera program check`: what the check-up finds in a document, with examples in numbers and what mends it."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from desk_app.documents.program_compile import compile_program
from desk_app.documents.program_file import problems, read_document
from desk_app.domain.program import Program
from desk_app.ports import Json
from ui.cli import files
from ui.cli.answer import NO, WRONG, Answer, naming
from ui.cli.home import desk_of
from ui.cli.sentences import sentence
from ui.formats import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk_app.checkup import Finding, History
    from desk_app.domain.people import Service

#: A price list is never as long.
MOST_SERVICES: Final = 1_000_000


def add_check(acts: Any) -> None:
    """What the command takes."""
    one = acts.add_parser(
        "check", help="findings with ids and severities", epilog="example: tessera program check P.toml"
    )
    one.add_argument("file", metavar="P.toml", help="the program document")
    one.add_argument("--desk", action="store_true", help="also against this desk's price list and past")


def check(options: argparse.Namespace) -> Answer:
    """The findings. Exit code 1 where one is an error, 2 where the document cannot be read or its examples priced."""
    from desk_app.checkup import check_up

    content = files.read(options.file)
    with naming(options.file):
        document = read_document(content)
    services, history = _own(options) if options.desk else ((), None)
    findings = check_up(document, now=datetime.now(UTC), services=services, history=history)
    program = None if problems(document) else compile_program(document)
    said = [as_json(one, program, options.lang) for one in findings]
    errors = [one for one in said if one["severity"] == "error"]
    count = {kind: sum(one.severity == kind for one in findings) for kind in ("error", "warning", "notice")}
    value: Json = {"findings": said, "errors": count["error"], "warnings": count["warning"], "notices": count["notice"]}
    if errors:
        value |= {"error": errors[0]["id"], "place": errors[0]["place"], "message": errors[0]["message"]}
    beside = _beside(document, program, services, options.lang) if program and not errors else {"information": []}
    value |= beside
    lines = [line for one in said for line in _lines(one)]
    nouns = {f"{kind}s": plural(many, sentence(f"check.{kind}s", options.lang), options.lang)
             for kind, many in count.items()}  # fmt: skip
    end = sentence("check.count", options.lang).format(**count, **nouns)
    # what cannot be read, or an example that cannot be priced, is wrong input; any other error is a "no"
    refused = program is None or any(one["place"].endswith("].bill") for one in errors)
    return Answer(value, [*lines, *beside["information"], end], WRONG if refused else NO if errors else 0)


def _beside(document: Json, program: Program, services: Sequence[Service], lang: str) -> Json:
    """What the owner should know before deciding, though nothing is wrong."""
    from desk_app.checkup.complexity import complexity
    from desk_app.checkup.prices import coverage
    from desk_app.checkup.worked import percent_text
    from ui import formats

    count, share = complexity(document, program), coverage(program, services)
    told: Json = {"information": _outage(program, lang)}
    told["complexity"] = {"rules": count.rules, "exceptions": count.exceptions, "numbers": count.numbers,
                          "words": count.words, "score": count.score}  # fmt: skip
    if share is not None:
        told["information"].append(sentence("check.coverage", lang).format(share=formats.percent(share, lang)))
        told["coverage_percent"] = percent_text(share)
    return told


def _own(options: argparse.Namespace) -> tuple[Sequence[Service], History]:
    """The price list and the past of the desk."""
    from desk_app.checkup import history_of

    with desk_of(options) as desk:
        with desk.store.reading() as reading:
            services = reading.services("", MOST_SERVICES)
        return services, history_of(desk)


def as_json(one: Finding, program: Program | None, lang: str) -> Json:
    """A finding as the command prints it; "why", "example" and "fix" only where there is something to say."""
    from ui.wording.checkup import told

    words = told(one, program, lang)
    value: Json = {"id": one.id, "severity": one.severity, "place": one.place, "message": words.what}
    value |= {key: text for key, text in (("why", words.why), ("example", words.example)) if text}
    if one.fix:
        value["fix"] = {"label": words.fix, "edits": [{"path": edit.path, "value": edit.value} for edit in one.fix]}
    return value


def _lines(one: Json) -> list[str]:
    more = [str(one[key]) for key in ("why", "example") if key in one]
    more += [f"→ {one['fix']['label']}"] if "fix" in one else []
    return [f"{one['severity']} {one['id']} {one['place']}: {one['message']}", *(f"    {words}" for words in more)]


def _outage(program: Program, lang: str) -> list[str]:
    """What an outage may cost."""
    from desk_app.domain.offline import most_lost
    from ui import formats

    unit, limit = program.unit, program.limits.offline_redeem
    if unit is None or program.redeem is None or not unit.worth:
        return []
    if not limit:
        return [sentence("check.offline.none", lang)]

    def money(units: int) -> str:
        return formats.short_money(units * unit.worth, lang, program.currency, program.decimals)

    two, ten = money(most_lost(limit, 2)), money(most_lost(limit, 10))
    words = sentence("check.offline", lang)
    return [words.format(units=formats.units(limit, unit, lang, "genitive"), two=two, ten=ten)]

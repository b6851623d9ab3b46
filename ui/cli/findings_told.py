"""What the check-up still asks before a version is published: every finding told, and how its answer is written."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.domain.errors import WrongInput
from ui.cli.answer import NO, Answer
from ui.cli.program_check import as_json
from ui.cli.sentences import sentence
from ui.wording.problems import refusal_sentence

if TYPE_CHECKING:
    from desk_app.checkup import Finding
    from desk_app.domain.program import Program
    from desk_app.ports import Json


def add_answers(one: argparse.ArgumentParser) -> None:
    """The option by which a finding is answered."""
    one.add_argument("--answer", action="append", default=[], metavar="TEXT",
                     help='why a finding may stay, "P02 earn.usable=it was asked for"; may be repeated')  # fmt: skip


def answers_of(options: argparse.Namespace) -> dict[str, str]:
    """Reasons by the key of their finding. Raises `value.bad`."""
    return dict(_answered(one) for one in options.answer)


def not_answered(found: Sequence[Finding], program: Program, options: argparse.Namespace) -> Answer:
    """The refusal with every finding, as JSON and on standard error."""
    told: list[Json] = [as_json(one, program, options.lang) | {"key": one.key} for one in found]
    values = {"count": len(found), "findings": ", ".join(one.key.strip() for one in found)}
    message = refusal_sentence("checkup.unanswered", values, options.lang)
    name = Path(options.file).name
    lines = [f"{name}: {one['severity']} {one['place']}: {one['message']} ({one['id']})" for one in told]
    reasoned = next((one for one in found if one.severity == "warning"), None)
    hint = [sentence("publish.answer", options.lang).format(key=reasoned.key)] if reasoned is not None else []
    value = {"error": "checkup.unanswered", "place": found[0].place, "message": message, "findings": told}
    return Answer(value, (), NO, [f"{message} (checkup.unanswered)", *lines, *hint])


def _answered(text: str) -> tuple[str, str]:
    key, equals, why = text.partition("=")
    if not equals or not key.strip() or not why.strip():
        raise WrongInput("value.bad", "--answer", found=text, allowed="KEY=TEXT")
    return key.strip(), why.strip()

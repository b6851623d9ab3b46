"""`tessera replay`: a story through the real tasks on throw-away desks, and whether it ends as it should."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import Any

from ui.cli.answer import NO, Answer
from ui.cli.home import Bar
from ui.cli.sentences import sentence
from ui.cli.story.scenario import read_scenario
from ui.cli.story.stage import Played, play
from ui.cli.story.words import act, gave
from ui.wording.problems import refusal_sentence

EXAMPLE = "tessera replay story.scenario.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenario", metavar="SCENARIO.json", help="the story")


def run(options: argparse.Namespace) -> Answer:
    """Play it; exit code 1 when a step did not give what is expected."""
    scenario = read_scenario(options.scenario)

    def say(code: str, params: Mapping[str, object], place: str) -> str:
        return refusal_sentence(code, params, options.lang, place=place)

    bar, played = Bar("replay"), []
    for one in play(scenario, say):
        played.append(one)
        bar(len(played), len(scenario.steps))
    failed = sum(bool(one.wrong) for one in played)
    value = {
        "steps": [{"at": one.step.at.isoformat(), "do": one.step.do, "gave": one.gave} for one in played],
        "passed": len(played) - failed,
        "failed": failed,
    }
    lines = [line for number, one in enumerate(played) for line in _lines(number, one, options.lang)]
    return Answer(value, [*lines, f"{len(played) - failed} passed, {failed} failed"], NO if failed else 0)


def _lines(number: int, played: Played, lang: str) -> list[str]:
    step = played.step
    rows = [
        f"{number:>3}  {step.at:%Y-%m-%d %H:%M}  {step.on}  {act(step.do, lang)}  {gave(played.gave, lang)}".rstrip()
    ]
    # the key of an expectation is told as the story writes it
    return rows + [
        "     FAIL "
        + sentence("replay.fail", lang).format(key=one.key, expected=_json(one.expected), gave=_json(one.gave))
        for one in played.wrong
    ]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)

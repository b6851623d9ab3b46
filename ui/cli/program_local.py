"""`tessera program local`: what a branch may add to the network's program, and what it has added."""

from __future__ import annotations

import argparse
import json
from typing import Any

from desk_app.documents.tree import from_toml, json_table, normal
from desk_app.domain.errors import WrongInput
from desk_app.ports import Json
from ui.cli import files
from ui.cli.answer import Answer, naming
from ui.cli.days import read_day
from ui.cli.home import add_op, desk_of
from ui.cli.sentences import sentence


def add_local(acts: Any) -> None:
    """What the act takes."""
    one = acts.add_parser(
        "local", help="rules of this desk's branch, within the limits of the network",
        epilog="example: tessera program local list",
    )  # fmt: skip
    one.add_argument("what", choices=("list", "limits", "add", "remove"), help="what to do")
    one.add_argument(
        "rule", nargs="?", default="", metavar="RULE",
        help='file of the limits or of the rule ("none": no limits, so no rules), or the rule\'s code',
    )  # fmt: skip
    one.add_argument(
        "--from", dest="day", default="", metavar="DAY", help="the first day; left out: the first lawful one"
    )
    one.add_argument("--reason", default="", metavar="TEXT", help="why; it is kept in the diary")
    add_op(one)


def local(options: argparse.Namespace) -> Answer:
    """List, allow, add or end rules of branches."""
    return {"list": _list, "limits": _limits, "add": _add, "remove": _remove}[options.what](options)


def _list(options: argparse.Namespace) -> Answer:
    from desk_app.rollout import local_rules

    with desk_of(options) as desk:
        found = local_rules.rules(desk)
        told = [
            {"branch": one.branch, "code": one.code, "version": one.version.label, "promotion": one.document}
            for one in found
        ]
        branch = desk.branch
    rows = [f"{one['branch']}  {one['code']}  {one['version']}" for one in told]
    return Answer({"rules": told, "branch": branch}, rows or [sentence("local.none", options.lang)])


def _limits(options: argparse.Namespace) -> Answer:
    from desk_app.rollout import local_rules

    with desk_of(options) as desk:
        if options.rule == "none":
            local_rules.set_limits(desk, None, _op(options))
        elif options.rule:
            document = _object(options.rule)
            with naming(options.rule):
                local_rules.set_limits(desk, document, _op(options))
        known = local_rules.limits_document(desk)
    lines = [] if known is None else json.dumps(known, ensure_ascii=False, indent=1).splitlines()
    return Answer({"limits": known}, lines or [sentence("local.no_limits", options.lang)])


def _add(options: argparse.Namespace) -> Answer:
    from desk_app.rollout import local_rules

    promotion = _object(options.rule)
    day = read_day("--from", options.day) if options.day else None
    with desk_of(options) as desk, naming(options.rule):
        record = local_rules.add(desk, promotion, _op(options), day)
    return _made(record.code, record.label, record.effective_from.isoformat())


def _remove(options: argparse.Namespace) -> Answer:
    from desk_app.rollout import local_rules

    if not options.rule:
        raise WrongInput("key.missing", "RULE")
    day = read_day("--from", options.day) if options.day else None
    with desk_of(options) as desk:
        record = local_rules.remove(desk, options.rule, day, options.reason, _op(options))
    return _made(record.code, record.label, record.effective_from.isoformat())


def _made(code: str, label: str, day: str) -> Answer:
    return Answer({"code": code, "label": label, "effective_from": day}, [f"{code} {label} {day}"])


def _object(file: str) -> Json:
    if not file:
        raise WrongInput("key.missing", "RULE")
    content = files.read(file)
    with naming(file):
        table: Json = normal(from_toml(content) if file.lower().endswith(".toml") else json_table(content))
        return table


def _op(options: argparse.Namespace) -> str:
    from desk_app.acts import new_id, op_id

    return op_id(options.op) if options.op else new_id()

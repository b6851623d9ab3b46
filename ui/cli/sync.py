"""`tessera sync`: exchange acts with the centre, once or until it is stopped, and how things stand."""

from __future__ import annotations

import argparse
import sys
import threading
from datetime import UTC, datetime
from typing import Any

from desk_app.ports import AsideRow
from desk_app.sync import copied, courier, joined
from desk_app.sync.state import Network
from desk_app.sync.unsent import Unsent, standing, unsent
from ui import compose, compose_network
from ui.cli.answer import NO, Answer, naming
from ui.cli.home import home_of
from ui.cli.output import place_of, target_of
from ui.wording import network as words
from ui.wording.put_aside import aside_words, booked_words

EXAMPLE = "tessera sync --once"
_LISTED = 20
_ENDLESS = {
    "ru": "Обмен идёт и повторяется сам, пока его не остановят (Ctrl+C); один раз — с ключом --once.",
    "en": "The exchange goes on and is tried again by itself until it is stopped (Ctrl+C); --once ends after a round.",
}
_NOTHING = {
    "ru": "Отправлять нечего: всё уже в центре. Файл не записан.",
    "en": "Nothing waits to be sent: the centre has it all. No file was written.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("act", nargs="?", choices=("status",), help="only tell how things stand")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--once", action="store_true", help="one complete round, then end")
    one.add_argument("--courier", metavar="FILE", help="write what waits to be sent, to be carried to another desk")
    one.add_argument("--take", metavar="FILE", help="take in what was carried here, and write the answer")
    parser.add_argument("--answer", metavar="FILE", help="with --take: where; left out: beside the file that was taken")


def run(options: argparse.Namespace) -> Answer:
    """Exit code 0 when both sides hold the same, 1 when something is still to come, 3 when the line failed."""
    if options.act == "status":
        return _status(options)
    if options.courier:
        return _carry(options)
    if options.take:
        return _take(options)
    home = home_of(options)
    if options.once:
        network = compose_network.exchange_once(home)
        return Answer(_values(network), _lines(network, options.lang), 0 if _is_complete(network) else NO)
    told: list[str] = []

    def tell(network: Network) -> None:
        if not told:
            print(_ENDLESS[options.lang], file=sys.stderr, flush=True)
        # each state once, as it comes
        line = "; ".join(_lines(network, options.lang)[:2])
        if told[-1:] != [line]:
            told[:] = [line]
            print(line, file=sys.stderr, flush=True)

    compose_network.exchange_without_end(home, tell, _rest)
    raise AssertionError("rounds have no end")


def _carry(options: argparse.Namespace) -> Answer:
    target = target_of(options, options.courier, lambda path: path.suffix == courier.ENDING)
    with compose.open_desk(home_of(options)) as desk:
        with desk.store.reading() as reading:
            waiting = reading.waiting()
        if not waiting:
            return Answer({"ops": 0, "file": None}, [_NOTHING[options.lang]])
        done = courier.write(desk, target)
    return Answer({"ops": done.ops, "file": str(done.file)}, [words.carried(done, options.lang)])


def _take(options: argparse.Namespace) -> Answer:
    file, home = place_of(options.take), home_of(options)
    to = options.answer or str(file.with_suffix(courier.ANSWER_ENDING))
    target = target_of(options, to, lambda path: path.suffix == courier.ANSWER_ENDING)
    with naming(options.take), compose.open_desk(home) as desk:
        done = courier.take_and_answer(
            desk, file, target, lambda streams: compose_network.give_to_centre(home, streams)
        )
    value = {
        "desk": done.desk, "taken": done.taken, "confirmed": done.confirmed,
        "answer": str(done.answer.file) if done.answer else None, "answered": done.answer.ops if done.answer else None,
    }  # fmt: skip
    return Answer(value, [words.taken(done, options.lang)])


def _rest(seconds: float) -> bool:
    return threading.Event().wait(seconds)


def _status(options: argparse.Namespace) -> Answer:
    home = home_of(options)
    place = joined.read(home)
    with compose.open_desk(home) as desk:
        with desk.store.reading() as reading:
            network = standing(reading, alone=place is None or not place.done)
            copy = copied.found(reading, int(desk.clock().timestamp() * 1000))
            aside = reading.put_aside(_LISTED)
        acts = [_act(one, options.lang) for one in unsent(desk, _LISTED)]
    value = {**_values(network), "joined": place is not None and place.done, "acts": acts,
             "aside": [_aside(one, options.lang) for one in aside]}  # fmt: skip
    lines = _lines(network, options.lang)
    if copy is not None:
        value["copied"] = _iso(copy)
        lines.append(words.copied(copy, options.lang))
    if place is not None and place.done:
        value |= {"desk": place.desk, "centre": place.host, "clinic": place.clinic}
        lines.insert(0, f"{place.desk} → {place.host}")
    if acts and network.kind == "alone":
        # elsewhere the line of what waits stands above them
        lines.append(words.only_here(network, options.lang))
    lines += [f"  {act['at']}  {act['act']}  {act['patient']}".rstrip() for act in acts]
    if len(acts) < network.waiting:
        lines.append("  …")
    return Answer(value, [*lines, *(_aside_line(one, options.lang) for one in aside)])


def _aside_line(one: AsideRow, lang: str) -> str:
    told = [aside_words(one.kind, one.desk, one.reason, lang)]
    if one.booked:
        told.append(booked_words(one.booked, None, lang))
    return "  ".join([*([_iso(one.moment)] if one.moment else []), " ".join(told)])


def _aside(one: AsideRow, lang: str) -> dict[str, Any]:
    return {
        "op": one.op_id, "at": _iso(one.moment) if one.moment else None, "kind": one.kind, "desk": one.desk,
        "reason": one.reason, "booked": one.booked, "told": aside_words(one.kind, one.desk, one.reason, lang),
    }  # fmt: skip


def _act(act: Unsent, lang: str) -> dict[str, str]:
    return {
        "op": act.op_id,
        "at": _iso(act.moment),
        "kind": act.kind,
        "act": words.act(act.kind, lang),
        "patient": act.patient,
    }


def _values(network: Network) -> dict[str, Any]:
    return {
        "state": network.kind,
        "waiting": network.waiting,
        "since": _iso(network.since) if network.since is not None else None,
        "complete": _iso(network.complete) if network.complete is not None else None,
        "missing": network.missing,
        "clock": network.offset,
    }


def _lines(network: Network, lang: str) -> list[str]:
    last = {"ru": "Последний полный обмен", "en": "Last complete exchange"}[lang]
    told = [words.head(network, lang), words.waits(network, lang), words.clock(network, lang)]
    if network.kind != "alone":
        told.append(f"{last}: {words.last(network, lang)}")
    return [line for line in told if line]


def _is_complete(network: Network) -> bool:
    return network.kind == "online" and not network.waiting


def _iso(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone().isoformat(timespec="seconds")

"""`tessera join`: this desk becomes one of a network, with the file its centre has given it."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk_app.domain.errors import Trouble
from desk_app.sync.state import Network
from ui import compose, compose_network
from ui.cli.answer import NO, Answer, naming
from ui.cli.files import read
from ui.cli.home import add_by, home_of
from ui.wording import network as words
from ui.wording.books import said
from ui.wording.problems import problem

EXAMPLE = "tessera join desk.join"
_MOST = 64 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "file", metavar="FILE", help="the join file, or - for the digits of its QR codes on standard input"
    )
    add_by(parser)


def run(options: argparse.Namespace) -> Answer:
    """Join, then exchange everything once; exit code 1 where the desk has joined and the exchange is still to come."""
    home = home_of(options)
    with naming(options.file):
        place = compose_network.join(home, read(options.file, _MOST), options.by or "")
    value = {"desk": place.desk, "centre": place.host, "clinic": place.clinic}
    joined = {
        "ru": "Место «{desk}» подключено к центру {centre}",
        "en": "The desk “{desk}” has joined the centre {centre}",
    }
    lines = [joined[options.lang].format(**value)]
    try:
        network = compose_network.fetch_all(home)
    except Trouble as trouble:
        told = problem(trouble, options.lang)
        return Answer({**value, "complete": False, "error": trouble.code}, [*lines, told], NO)
    lines.append(words.head(network, options.lang))
    return Answer({**value, "complete": _complete(network)}, lines, warnings=_alike(options, home))


def _alike(options: argparse.Namespace, home: Path) -> list[str]:
    """A word where this desk's receipts and another's bear one number."""
    with compose.open_desk(home) as desk, desk.store.reading() as reading:
        number = reading.number_given_twice()
        return [said("alike", options.lang, number=number, code=desk.code)] if number else []


def _complete(network: Network) -> bool:
    return network.kind == "online" and not network.waiting

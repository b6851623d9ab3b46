"""`tessera demo`: opens the demo clinic, in its own folder and colour; --reset makes it anew."""

from __future__ import annotations

import argparse
import sys

from ui.cli.answer import NO, Answer
from ui.cli.home import Bar, home_of
from ui.cli.sentences import sentence
from ui.home import demo_home, has_display

EXAMPLE = "tessera demo --reset"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--reset", action="store_true", help="make it anew as of today")
    parser.add_argument("--no-window", action="store_true", help="only make it")


def run(options: argparse.Namespace) -> Answer:
    """Make the demo clinic where there is none, and open its window unless it is not wanted."""
    from ui import compose

    home = demo_home(home_of(options))
    if options.reset:
        compose.forget_demo(home)
    answer = Answer({"home": str(home)}, [str(home)])
    if options.no_window or not has_display():
        bar = Bar(sentence("demo.making", options.lang))
        try:
            compose.make_demo(home, bar)
        finally:
            bar.clear()
        if options.no_window:
            return answer
        return Answer(answer.value, [sentence("demo.no_display", options.lang).format(home=home)], NO)
    if sys.stderr.isatty() and not any(home.glob("*.db")):
        # the window shows how far it is, and lets it be stopped
        print(sentence("demo.making", options.lang), file=sys.stderr)
    from ui.plain_import import load_qt

    load_qt()
    from ui.app import open_window

    return Answer(answer.value, (), open_window(home, demo=True))

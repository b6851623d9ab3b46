"""Which desk a command works on, and how long work is shown while it lasts."""

from __future__ import annotations

import argparse
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desk_app.domain.errors import WrongInput
from desk_app.ports import Desk
from ui.home import default_home

_LONGEST_NAME: Final = 200


def home_of(options: argparse.Namespace) -> Path:
    """The folder of `--home`, TESSERA_HOME, or the system's place for it. Raises `file.name`, `value.bad`."""
    try:
        home = Path(options.home).expanduser().resolve() if options.home else default_home()
        if stat.S_ISDIR(home.stat().st_mode):
            return home
    except (FileNotFoundError, PermissionError):
        # made later, or trouble that is told when the desk is opened
        return home
    except NotADirectoryError:
        pass
    except (OSError, ValueError, RuntimeError):
        raise WrongInput("file.name", "--home") from None
    raise WrongInput("value.bad", "--home", found=str(home), allowed="a folder")


@contextmanager
def desk_of(options: argparse.Namespace) -> Iterator[Desk]:
    """The desk of the command's folder, under the name of `--by` where the command has it."""
    from ui import compose

    with compose.open_desk(home_of(options), getattr(options, "by", "") or "") as desk:
        yield desk


def add_op(parser: argparse.ArgumentParser) -> None:
    """What every act takes: the id that makes it repeatable, and who does it."""
    parser.add_argument("--op", type=_named, metavar="ID", help="operation id: the same id again is the same act")
    add_by(parser)


def add_by(parser: argparse.ArgumentParser) -> None:
    """Who does it."""
    parser.add_argument("--by", type=_named, metavar="NAME", help="who does it")


def _named(text: str) -> str:
    """A short visible text; an empty one is a value a script lost, and all who lose it would share one act."""
    if not text.strip() or len(text) > _LONGEST_NAME or not text.isprintable():
        raise argparse.ArgumentTypeError(f"1 to {_LONGEST_NAME} letters, none of them a sign that nobody sees")
    return text


class Bar:
    """A progress bar on a terminal; nothing at all anywhere else."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = -1
        self._on = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Show how much is done; called as often as one likes."""
        percent = 100 * done // total if total else 100
        if self._on and percent != self._shown:
            self._shown = percent
            filled = percent * 30 // 100
            end = "\n" if percent == 100 else ""
            print(f"\r{self._label} [{'#' * filled}{'.' * (30 - filled)}] {percent:3} %", end=end, file=sys.stderr,
                  flush=True)  # fmt: skip

    def clear(self) -> None:
        """Take an unfinished bar away."""
        if self._on and 0 <= self._shown < 100:
            print("\r" + " " * (len(self._label) + 42) + "\r", end="", file=sys.stderr, flush=True)

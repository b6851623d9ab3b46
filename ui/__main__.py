"""The one door: `tessera` alone opens the window, `tessera` with a command is the desk without a screen."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window or run a command; the exit code is 0 done, 1 no, 2 wrong input, 3 trouble.

    Neither front end loads the other: the first paint does not wait for the command line, and a script needs no Qt.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    home = _only_home(given)
    if home is not None or not given:
        return _window(home)
    if given == ["--self-test"]:
        from ui.plain_import import load_qt

        load_qt()
        from ui.selftest import self_test

        return self_test()
    from ui.cli import main as command

    return command(given)


def _only_home(given: list[str]) -> Path | None:
    """The folder of `tessera --home DIR`, when nothing else was asked for."""
    if len(given) == 2 and given[0] == "--home":
        return Path(given[1]).expanduser().resolve()
    if len(given) == 1 and given[0].startswith("--home="):
        return Path(given[0].removeprefix("--home=")).expanduser().resolve()
    return None


def _window(home: Path | None) -> int:
    from ui.plain_import import load_qt

    load_qt()
    from ui.app import open_window
    from ui.home import default_home

    return open_window(home or default_home())


if __name__ == "__main__":
    raise SystemExit(main())

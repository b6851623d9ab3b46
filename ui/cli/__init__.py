"""The desk without a screen: one thin module per command, the same tasks and the same database as the window."""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, Final

from desk_app.documents.scalars import visible
from desk_app.domain.errors import Refusal, Trouble, WrongInput
from ui.cli.answer import NO, TROUBLE, WRONG, Answer, InFile
from ui.cli.arguments import arguments_in
from ui.cli.sentences import sentence
from ui.wording.problems import problem

#: command → the module that carries it out; only that one is imported.
COMMANDS: Final = {
    "quote": "quote", "replay": "replay", "program": "program", "find": "find", "enroll": "enroll",
    "checkout": "checkout", "return": "give_back", "statement": "statement", "import": "bring_in",
    "export": "take_out", "print": "sheets", "backup": "backup", "restore": "restore", "verify": "verify",
    "join": "join", "sync": "sync", "central": "centre", "train": "train", "demo": "demo", "tour": "tour",
    "bench": "bench",
}  # fmt: skip
#: What a document calls its keys may be of any length; what is said of it may not.
_LONGEST_PLACE: Final = 300
_LONGEST_SENTENCE: Final = 1500
_WITH_VALUE: Final = ("--home", "--lang")


def main(argv: Sequence[str]) -> int:
    """Run one command; the exit code is 0 done, 1 no, 2 wrong input, 3 trouble."""
    given = list(argv)
    _speak_somewhere()
    wanted = _Wanted(given)
    _speak_utf8(wanted.json)
    try:
        try:
            code = _run(given, wanted)
            sys.stdout.flush()
        except SystemExit as left:
            return left.code if isinstance(left.code, int) else WRONG
        except InFile as inside:
            return _refused(inside.refusal, inside.file, wanted)
        except Refusal as refusal:
            return _refused(refusal, "", wanted)
        except Trouble as trouble:
            return _said(trouble.code, "", problem(trouble, wanted.lang), wanted, TROUBLE)
        except BrokenPipeError:
            raise
        except OSError as error:
            told = problem(Trouble("disk.failed", found=error.strerror or ""), wanted.lang)
            return _said("disk.failed", "", told, wanted, TROUBLE)
        except KeyboardInterrupt:
            return _said("stopped", "", sentence("stopped", wanted.lang), wanted, TROUBLE)
        except Exception as error:  # noqa: BLE001 - a script must get one sentence, and we the place where it happened
            return _unforeseen(error, wanted)
        return code
    except BrokenPipeError:
        # The reader of a pipe left; nothing may be written while Python shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TROUBLE


class _Wanted:
    """What has to be known before the arguments are read: the command, the language and the form of what is said.

    Options of every command may stand anywhere, also behind an act of `program`; `words` are all others.
    """

    def __init__(self, given: Sequence[str]) -> None:
        self.json = "--json" in given
        self.lang = _default_language()
        self.lang_said = False
        self.home = ""
        self.command = ""
        self.common = ["--json"] if self.json else []
        self.words: list[str] = []
        rest = list(given)
        while rest:
            word = rest.pop(0)
            name, parted, value = word.partition("=")
            if name in _WITH_VALUE:
                if not parted and rest and not rest[0].startswith("-"):
                    value = rest.pop(0)
                # an empty value is one that was forgotten, and the parser says so
                self.common += [f"{name}={value}"] if value else [name]
                self.lang = value if name == "--lang" and value in ("ru", "en") else self.lang
                self.lang_said = self.lang_said or name == "--lang"
                self.home = value if name == "--home" else self.home
            elif word.startswith("-") or self.command:
                self.words += [word] if word != "--json" else []
            else:
                self.command = word


def _default_language() -> str:
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "ru" if spoken.lower().startswith("ru") else "en"


def _run(given: list[str], wanted: _Wanted) -> int:
    if not wanted.command:
        if {"--version", "-V"} & set(given):
            return _version(wanted.json)
        overview = _overview(wanted.lang)
        if wanted.json:
            _print_json({"help": overview, "commands": list(COMMANDS)})
        else:
            print(overview)
        return 0 if {"-h", "--help"} & set(given) else WRONG
    if wanted.command not in COMMANDS:
        raise WrongInput("command.unknown", found=wanted.command, allowed=", ".join(COMMANDS))
    noun = importlib.import_module(f"ui.cli.{COMMANDS[wanted.command]}")
    parser = arguments_in(wanted.lang, as_json=wanted.json)(
        prog=f"tessera {wanted.command}",
        description=sentence(f"command.{wanted.command}", wanted.lang),
        epilog=f"{sentence('example', wanted.lang)}: {noun.EXAMPLE}",
        allow_abbrev=False,
    )
    parser.add_argument("--json", action="store_true", help=sentence("help.json", wanted.lang))
    parser.add_argument("--lang", choices=("ru", "en"), default=wanted.lang, help=sentence("help.lang", wanted.lang))
    parser.add_argument("--home", default="", metavar="DIR", help=sentence("help.home", wanted.lang))
    parser.set_defaults(lang_said=wanted.lang_said)
    noun.add_arguments(parser)
    answer: Answer = noun.run(parser.parse_args([*wanted.common, *wanted.words]))
    if wanted.json:
        _print_json(answer.value)
    else:
        for line in answer.lines:
            print(line)
    for warning in answer.warnings:
        print(warning, file=sys.stderr)
    return answer.code


def _overview(lang: str) -> str:
    width = max(map(len, COMMANDS)) + 2
    rows = [f"  {name:<{width}}{sentence(f'command.{name}', lang)}" for name in COMMANDS]
    return "\n".join([sentence("overview", lang), "", *rows, "", sentence("overview.end", lang)])


def _version(as_json: bool) -> int:
    from importlib.metadata import version

    if as_json:
        _print_json({"version": version("tessera")})
    else:
        print(f"tessera {version('tessera')}")
    return 0


def _refused(refusal: Refusal, file: str, wanted: _Wanted) -> int:
    inside = visible(refusal.place, _LONGEST_PLACE)
    place = ": ".join(part for part in (visible(file, _LONGEST_PLACE), inside) if part)
    code = WRONG if refusal.wrong_input else NO
    message = visible(problem(refusal, wanted.lang), _LONGEST_SENTENCE)
    if wanted.json:
        _print_error(refusal.code, inside, message)
    print(f"{place + ': ' if place else ''}{message} ({refusal.code})", file=sys.stderr)
    return code


def _said(code: str, place: str, message: str, wanted: _Wanted, exit_code: int) -> int:
    if wanted.json:
        _print_error(code, place, message)
    print(f"{message} ({code})", file=sys.stderr)
    return exit_code


def _unforeseen(error: Exception, wanted: _Wanted) -> int:
    from pathlib import Path

    from ui.crash import Reporter
    from ui.home import default_home

    home = Path(wanted.home) if wanted.home else default_home()
    report = Reporter(home, lambda _: None).report(error)
    return _said("bug", "", sentence("bug", wanted.lang).format(report=report, folder=home / "logs"), wanted, TROUBLE)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False))


def _print_error(code: str, place: str, message: str) -> None:
    """The error as JSON; where standard output takes nothing any more, the error stream tells it still."""
    try:
        _print_json({"error": code, "place": place, "message": message})
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_somewhere() -> None:
    """A script may close what nobody reads; what is said there is lost, and nothing else."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))


def _speak_utf8(as_json: bool) -> None:
    """JSON is UTF-8 whatever the terminal speaks; a sentence loses a letter rather than the command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace", **({"encoding": "utf-8"} if as_json else {}))

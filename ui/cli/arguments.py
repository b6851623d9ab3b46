"""Reads the arguments of a command, and tells of them in the reader's language."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Final, NoReturn

from desk_app.domain.errors import WrongInput
from ui.cli.help_words import VALUES, complaint, helped

#: What argparse says where an act is none; acts are named as `list|check|quiz`.
_ACT: Final = re.compile(r"argument [\w-]+\|\S*: invalid choice: '(?P<found>.*)' \(choose from (?P<allowed>.*)\)")


class _RussianHelp(argparse.HelpFormatter):
    """The help with its headings, texts and names of values in Russian."""

    def start_section(self, heading: str | None) -> None:
        super().start_section(helped(heading, "ru") if heading else heading)

    def add_text(self, text: str | None) -> None:
        super().add_text(helped(text, "ru") if text else text)

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, helped("usage: ", "ru") if prefix is None else prefix)

    def _expand_help(self, action: argparse.Action) -> str:
        return helped(super()._expand_help(action), "ru")

    def _metavar_formatter(self, action: argparse.Action, default_metavar: str) -> Any:
        named = action.metavar if isinstance(action.metavar, str) else None
        shown = VALUES.get(named or default_metavar)
        if shown is None or (action.choices and named is None):
            return super()._metavar_formatter(action, default_metavar)

        def format_(size: int) -> Sequence[str]:
            return (shown,) * size

        return format_


class Arguments(argparse.ArgumentParser):
    """Says what is wrong with the arguments as every other refusal is said; parsers of acts are of the same class."""

    lang: ClassVar[str] = "en"
    as_json: ClassVar[bool] = False

    def __init__(self, **options: Any) -> None:
        if self.lang == "ru":
            options.setdefault("formatter_class", _RussianHelp)
        super().__init__(**options)

    def error(self, message: str) -> NoReturn:
        if unknown := _ACT.fullmatch(message):
            act = " ".join((*self.prog.split()[1:], unknown["found"]))
            raise WrongInput("command.unknown", found=act, allowed=unknown["allowed"].replace("'", ""))
        raise WrongInput("arguments.bad", found=complaint(message, self.lang), allowed=f"{self.prog} --help")

    def print_help(self, file: Any = None) -> None:
        """With --json the help is JSON too: nothing else comes to standard output."""
        if self.as_json:
            print(json.dumps({"help": self.format_help()}, ensure_ascii=False))
        else:
            super().print_help(file)


def arguments_in(lang: str, *, as_json: bool = False) -> type[Arguments]:
    """The parser that speaks this language; a class, because parsers of acts are made by their parent's class."""
    return type(Arguments.__name__, (Arguments,), {"lang": lang, "as_json": as_json})

"""Every command explains itself in the reader's language."""

from __future__ import annotations

import argparse
import importlib
import re
from collections.abc import Iterator

import pytest

from tests.cli.conftest import Run
from ui.cli import COMMANDS
from ui.cli.arguments import arguments_in

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
#: What is typed, and names of formats: the same in every language.
TYPED = re.compile(
    r"tessera [^\n]*(\n\s*--[^\n]*)*|--?[\w-]+|\{[^}]*\}|[\w-]+\.(?:json|toml|pdf|csv|xlsx|dark)\b|check\|publish\S*"
    r"|\b(?:announce|withdraw|retire|diary|told|local|rehearse|end|none|P02 earn.usable)\b"
    r"|\b(?:TESSERA_HOME|JSON|TOML|CSV|XLSX|UTF|Windows|Schema|max|backups|check|publish|list|show|schema|diff|slip|leaflet"
    r"|changes|desk-card|statement|consent|report|cards?|program|data|messages"
    r"|patients|services|roll|ru|en|dark|N|X|P|S|B)\b|\.csv|\.xlsx|«?max»?"
)


def parsers(command: str, lang: str) -> Iterator[argparse.ArgumentParser]:
    """The parser of a command and those of its acts."""
    noun = importlib.import_module(f"ui.cli.{COMMANDS[command]}")
    parser = arguments_in(lang)(prog=f"tessera {command}", allow_abbrev=False)
    parser.set_defaults(lang=lang)
    noun.add_arguments(parser)
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained_in_russian(command: str) -> None:
    for parser in parsers(command, "ru"):
        shown = parser.format_help()
        assert shown.startswith("вызов: ")
        for action in parser._actions:
            if action.help:
                words = parser._get_formatter()._expand_help(action)
                assert CYRILLIC.search(words) or re.fullmatch(r"[\d. -]+|[\d. -]+ или [\d-]+", words), words


@pytest.mark.parametrize("command", ["program", "print", "checkout", "enroll", "return", "find", "restore"])
def test_the_help_is_russian_throughout(tessera: Run, command: str) -> None:
    shown = tessera(command, "--help", "--lang", "ru", as_json=False).out

    assert not re.findall(r"\b[a-z]{3,}\b", TYPED.sub(" ", shown.split("\n\n", 1)[1])), shown


@pytest.mark.parametrize("command", COMMANDS)
def test_no_value_has_a_latin_name_in_the_russian_help(command: str) -> None:
    for parser in parsers(command, "ru"):
        shown = TYPED.sub(" ", parser.format_help())
        assert set(re.findall(r"\b[A-Z]{2,}\b", shown)) <= {"QR", "PGPASSWORD"}, shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_an_explanation(command: str) -> None:
    bare = [
        f"{parser.prog} {action.dest}" for parser in parsers(command, "en") for action in parser._actions
        if not action.help and action.help != argparse.SUPPRESS and not isinstance(action, argparse._SubParsersAction)
    ]  # fmt: skip

    assert not bare


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("checkout",), "Команда неполна: не указано --bill; подсказка: tessera checkout --help."),
        (("print",), "не указано ЛИСТ"),
        (("find", "ива", "--limit", "x"), "--limit — целое число, а не «x»"),
        (("find", "ива", "--zz"), "здесь нет такого: --zz"),
        (("program", "fly"), "Команды «program fly» нет. Можно: check"),
    ],
)
def test_wrong_arguments_are_told_in_russian(tessera: Run, words: tuple[str, ...], said: str) -> None:
    told = tessera(*words, "--lang", "ru", as_json=False)

    assert told.code == 2
    assert said in told.err
    assert "argument " not in told.err

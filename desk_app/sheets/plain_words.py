"""Reads words as a patient does: finds sentences too long, words of the law or of the house, claims no advert may make.

What is looked for lies in `resources/plain_words.toml`, Russian and English (spec: requirements, S47; law, D-04).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Final

import resources
from desk_app.documents.program_file import examples
from desk_app.domain.program import Program
from desk_app.domain.text import Text
from desk_app.sheets.edition import Edition

#: What parts sentences of one text: an end, and what follows a colon or a semicolon is read in a new breath.
_SENTENCE: Final = re.compile(r"(?<=[.!?…;:])[»”\"]?\s+")
_WORD: Final = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
#: A name in quotes is taken in at one glance, however many words it has.
_NAME: Final = re.compile(r"«[^«»]*»|“[^“”]*”")
_LINK: Final = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is hard to read: its kind ("long", "law", "inner", "claim", "abbreviation", "latin", "code"), the words
    found, the whole text, and a hint in the language of the text."""

    kind: str
    found: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    hint: str
    found: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Rules:
    most_words: int
    latin: frozenset[str]
    rules: tuple[_Rule, ...]


_TOO_LONG: Final = {
    "ru": "Разделите предложение: в нём больше {words} слов.",
    "en": "Part the sentence: it has more than {words} words.",
}


@cache
def _rules(language: str) -> _Rules:
    with resources.path("plain_words.toml").open("rb") as file:
        document = tomllib.load(file)
    rules = []
    for one in document[language]:
        # letters of both cases mean the same, but not where capitals alone make an abbreviation
        pattern = "|".join(one["found"])
        cased = one["kind"] == "abbreviation"
        rules.append(_Rule(one["kind"], one["hint"], re.compile(pattern, 0 if cased else re.IGNORECASE)))
    return _Rules(document["words"], frozenset(document["latin"]), tuple(rules))


def remarks(text: str, language: str) -> tuple[Remark, ...]:
    """Everything to be said against a text in "ru" or "en"; nothing where it reads well."""
    return tuple(_remarks(text, _rules(language), language))


def _remarks(text: str, rules: _Rules, language: str) -> Iterator[Remark]:
    plain = _LINK.sub("", text).replace("\N{NO-BREAK SPACE}", " ")
    for sentence in _SENTENCE.split(_NAME.sub("name", plain)):
        if len(_WORD.findall(sentence)) > rules.most_words:
            yield Remark("long", plain, text, _TOO_LONG[language].format(words=rules.most_words))
    for rule in rules.rules:
        for match in rule.found.finditer(plain):
            if rule.kind != "latin" or match[0] not in rules.latin:
                yield Remark(rule.kind, match[0], text, rule.hint)


def typed_remarks(edition: Edition, language: str) -> tuple[Remark, ...]:
    """The same of what the clinic typed itself: names in its program and titles of its examples, each text once."""
    seen = dict.fromkeys(text for text in _typed(edition, language) if text)
    return tuple(remark for text in seen for remark in remarks(text, language))


def _typed(edition: Edition, language: str) -> Iterator[str]:
    for text in _texts(edition.program):
        # forms of a noun are parted by |
        yield text.plain(language).split("|")[0]
    for example in examples(edition.document):
        yield example.title.plain(language)


def _texts(part: Any) -> Iterator[Text]:
    """Every text of two languages inside a program."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, Program) or is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
    elif isinstance(part, dict):
        yield from _all(part.values())
    elif isinstance(part, tuple | list):
        yield from _all(part)


def _all(parts: Iterable[Any]) -> Iterator[Text]:
    for one in parts:
        yield from _texts(one)

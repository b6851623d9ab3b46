"""No sentence speaks as a program does: whatever value it is given, people read words of their language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

import pytest

from desk_app.documents import scalars
from desk_app.domain.reasons import CATALOGUE
from tests.wording.test_sentences import COMPOSED
from ui.wording.allowed import in_russian
from ui.wording.problems import REFUSALS
from ui.wording.reasons import SAYINGS
from ui.wording.saying import fill
from ui.wording.speech import Speech
from ui.wording.statement import ACCOUNT
from ui.wording.troubles import TROUBLES

GAP: Final = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
#: Everything a file or a rule may hand over.
ANYTHING: Final[tuple[object, ...]] = (
    None, True, False, 0, 7, 1.5, "текст", Fraction(1, 3), date(2027, 5, 17), [1, "два"], ("а",), {"ключ": 1},
    *map(scalars.shown, (None, True, [1], {"a": 1}, date(2027, 5, 17))),
)  # fmt: skip
#: A value of each kind that takes no other.
OF_KIND: Final[Mapping[str, object]] = {
    "receipts": [("17", "2026-11-22", 100, "1")],
    "money": 123450, "units": 21, "of": 21, "taking": 21, "number": 3, "percent": Fraction(1, 20), "factor": "3/2",
    "exact": "7/3", "date": "2027-05-17", "clock": 725, "hours": "08:00-12:00", "weekdays": "0,4", "payer": "insurer",
    "rounding": "down", "per": "bill", "rule": "manual", "by": "manual", "with": "manual", "level": "Друг",
    "levels": "Друг,Серебро", "category": "Анализы", "service": "Снимок", "services": "Снимок,Приём",
    "nothing": "discounts+earn", "missing": 2000, "many": 1, "organizer": "", "organization": "",
}  # fmt: skip
#: Names of formats and programs that Russian writes in Latin letters, and commands to be typed.
LATIN: Final = {
    "tessera", "restore", "publish", "program", "demo", "toml", "json", "csv", "xlsx", "utf", "pdf", "key", "usable",
    "receipt", "redeem", "starts", "f", "p", "tessera_home", "svg", "png", "qr",
    # what whoever keeps a server reads in its own papers
    "postgresql", "createrole", "utf8",
}  # fmt: skip
#: A page, a colour and a code, as an example of how one is written, and commands as they are typed.
EXAMPLE: Final = re.compile(
    r"(?:https?|postgresql)://\S+|#[0-9a-f]{6}|например b\b|tessera(?: [a-z][a-z-]*)+(?: url)?|createdb [^.]+\."
    r"|--[a-z]+(?: f)?", re.IGNORECASE,
)  # fmt: skip
PYTHON: Final = re.compile(r"\b(None|True|False|nan)\b|[\[\]{}']|\b[a-z]+_[a-z_]+\b|Decimal|Fraction|datetime")


def said(template: str, anything: object) -> str:
    """A Russian template with this value wherever any value may stand."""
    params: dict[str, object] = {}
    for name, kind in GAP.findall(template):
        counted = "|" in kind
        params[name] = 21 if counted else OF_KIND.get(kind, anything)
    return fill(template, params, Speech("ru"))


RUSSIAN: Final = {
    **{code: told.ru for code, told in {**REFUSALS, **TROUBLES}.items()},
    **{key: saying.ru for key, saying in {**SAYINGS, **ACCOUNT}.items()},
    **{f"{key}, to the patient": saying.patient_ru for key, saying in {**SAYINGS, **ACCOUNT}.items()},
}


@pytest.mark.parametrize("key", RUSSIAN)
def test_a_russian_sentence_has_no_words_of_a_program(key: str) -> None:
    for anything in ANYTHING:
        words = said(RUSSIAN[key], anything)
        assert not PYTHON.search(words), words
        # what was typed by people is theirs; all else is ours
        ours = set(re.findall(r"[a-z]+(?:_[a-z]+)*", EXAMPLE.sub("", words.lower()))) - {"true", "false"}
        assert ours <= LATIN, words


def test_every_reason_of_the_catalogue_is_among_them() -> None:
    assert {key.partition("/")[0] for key in SAYINGS} - {key.partition("/")[0] for key in COMPOSED} == set(CATALOGUE)


def test_codes_to_be_typed_are_explained() -> None:
    assert in_russian("self, certificate, insurer") == "self (пациент), certificate (сертификат), insurer (страховая)"
    assert in_russian("friend, silver") == "friend, silver"


@pytest.mark.parametrize(
    ("found", "words"),
    [(None, "null"), (True, "true"), ([1], "a list"), ({"a": 1}, "a table"), (date(2027, 5, 17), "2027-05-17")],
)
def test_a_raw_value_is_shown_as_its_file_writes_it(found: object, words: str) -> None:
    assert scalars.shown(found) == words

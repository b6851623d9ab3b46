"""Every difference of two versions is one sentence in both languages, with what holds and what held before."""

from pathlib import Path
from typing import Any

import pytest

from desk_app.documents.program_file import read_document, read_program
from desk_app.domain.differences import beside_the_rules, differences, keys
from resources import path
from tests.domain.one_key import IDENTITY, changed, leaves, rules
from tests.wording.test_plain_words import PYTHON
from ui.wording.sheets.change_words import CAME_OR_WENT, CHOICES, SUBJECTS
from ui.wording.sheets.changed import Changes

CASES = Path(__file__).parents[1] / "cases" / "programs"
FILES = (
    *(path(f"programs/{name}.toml") for name in ("points-3-5-7-10", "dentistry", "family")),
    CASES / "effects-declared.toml", CASES / "grove-rewards.toml",
)  # fmt: skip
LONGEST = 34


def sentences(old: dict[str, Any], new: dict[str, Any], language: str) -> list[str]:
    first, second = rules(old), rules(new)
    words = Changes.of(first, second, language)
    return [words.say(one) for one in (*differences(first, second), *beside_the_rules(old, new))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_change_is_one_plain_sentence(file: Path) -> None:
    document = read_document(file.read_bytes())
    for example in document.get("examples", ()):
        example["claims"] = {}
    for place, _ in leaves(document):
        other = None if place[-1] in IDENTITY else changed(document, place)
        if other is None:
            continue
        (russian,), (english,) = (sentences(document, other, language) for language in ("ru", "en"))
        for words in (russian, english):
            assert words.endswith((".", "?")), words
            assert words[0].isupper() or not words[0].isalpha(), words
            assert "…" not in words, (place, words)
            assert len(words.replace("\N{NO-BREAK SPACE}", "_").split()) <= LONGEST, words
        if place[0] not in ("organizer", "timezone", "currency", "examples", "goals"):
            assert not PYTHON.search(russian), russian


def test_every_plain_key_has_a_name() -> None:
    lists = [value for name, value in vars(keys).items() if name.isupper() and isinstance(value, tuple)]
    known = {key.name for every in (*lists, *keys.LAPSE_BY_CLOCK.values()) for key in every}

    assert known <= set(SUBJECTS)
    assert not set(SUBJECTS) & set(CAME_OR_WENT) - {"examples"}
    assert all(all(pair) for pair in (*SUBJECTS.values(), *CHOICES.values()))


def test_a_sentence_tells_what_holds_and_what_held_before() -> None:
    document = read_document((CASES / "health-club.toml").read_bytes())
    other = read_document((CASES / "health-club.toml").read_bytes())
    other["expiry"]["period"] = "6 months"

    (said,) = sentences(document, other, "ru")

    assert said.replace("\N{NO-BREAK SPACE}", " ") == "Срок накопленного: теперь 6 месяцев, раньше 12 месяцев."


def test_an_example_whose_sums_are_others_is_worked_out_anew() -> None:
    document = read_document((CASES / "health-club.toml").read_bytes())
    first, second = ({**document, "examples": [{"title": "A visit", "bill": [], "claims": {"pays": pays}}]}
                     for pays in ("10.00", "9.00"))  # fmt: skip
    (found,) = beside_the_rules(first, second)
    program = read_program(document)

    said = [Changes.of(program, program, language).say(found) for language in ("ru", "en")]

    assert said == ["Пример 1 посчитан заново.", "Example 1 is worked out anew."]


def test_what_is_new_is_called_new_and_what_is_gone_is_gone() -> None:
    document = read_document(path("programs/family.toml").read_bytes())
    other = {key: value for key, value in document.items() if key != "family"}
    for one in (document, other):
        one.pop("examples", None)

    assert sentences(document, other, "en")[-1:] == ["There are no family accounts any more."]
    assert "Now families can join together." in sentences(other, document, "en")

"""Promises are short and in a patient's words; what a clinic types itself is remarked upon."""

from __future__ import annotations

import copy

import pytest

from desk_app.sheets.blocks import BillRow
from desk_app.sheets.plain_words import remarks, typed_remarks
from tests.printing.hard_sheets import SIZES, Hard, brand, making, preset, sheet
from tests.printing.paper_eye import sentences
from tests.sheets.test_leaflet import PRESETS
from ui.wording.sheets.labels import LABELS


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", PRESETS)
def test_every_promise_of_every_ready_program_reads_well(name: str, language: str) -> None:
    made = making(Hard(preset(name), brand(), language))
    services = {row for kind, size in SIZES for row in _services(sheet(made, kind, size).blocks)}

    for kind, size in SIZES:
        for text in sentences(sheet(made, kind, size).blocks):
            if text not in services:
                assert remarks(text, language) == ()


def _services(part: object) -> list[str]:
    """Names of the price list, which are as the law wants them."""
    if isinstance(part, tuple):
        return [name for one in part for name in _services(one)]
    if isinstance(part, BillRow):
        return [part.left]
    return _services(getattr(part, "lines", ()))


@pytest.mark.parametrize("name", PRESETS)
def test_what_the_ready_programs_type_reads_well(name: str) -> None:
    for language in ("ru", "en"):
        assert typed_remarks(making(Hard(preset(name), brand(), language)).edition, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("ru", "Гарантируем результат.", "claim"),
        ("ru", "Лучшая клиника города.", "claim"),
        ("ru", "Помогает в 100 % случаев.", "claim"),
        ("ru", "Ботокс со скидкой.", "claim"),
        ("ru", "Баллы предоставляются в соответствии с офертой.", "law"),
        ("ru", "Действие осуществляется на основании правил.", "law"),
        ("ru", "Каждый лот живёт год.", "inner"),
        ("ru", "За 30 дн. предупредим.", "abbreviation"),
        ("ru", "Полис ДМС не участвует.", "inner"),
        ("ru", "Уровень gold_level даёт больше.", "latin"),
        ("ru", " ".join(["слово"] * 21) + ".", "long"),
        ("en", "We guarantee the result.", "claim"),
        ("en", "Points shall be credited pursuant to the rules.", "law"),
        ("en", "The ledger shows it.", "inner"),
        ("en", "Up to 5%, excl. goods.", "abbreviation"),
        ("en", "The level gold_level gives more.", "code"),
        ("en", " ".join(["word"] * 21) + ".", "long"),
    ],
)
def test_a_bad_sentence_is_remarked_upon_with_a_hint(language: str, text: str, kind: str) -> None:
    found = remarks(text, language)

    assert kind in {one.kind for one in found}
    assert all(one.hint and one.text == text for one in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "От 3 % до 10 % оплаты возвращаем в виде баллов: чем выше уровень, тем больше."),
        ("ru", "Витамин D по купону: https://clinic.ru/rules_2026"),
        ("ru", "УЗИ и МРТ участвуют."),
        ("ru", "Скидка на «Уход за кожей лица и тела», «Массаж спины и шеи для взрослых», «Лечение зубов и дёсен»."),
        ("en", "Discounts do not add up: the best one for you is taken."),
    ],
)  # fmt: skip
def test_plain_words_are_let_be(language: str, text: str) -> None:
    assert remarks(text, language) == ()


def test_names_that_a_clinic_typed_are_remarked_upon() -> None:
    document = copy.deepcopy(preset("points-3-5-7-10"))
    document["promotions"][0]["name"] = {"ru": "Лучшие врачи гарантируют", "en": "Guaranteed"}
    document["examples"][0]["title"] = {"ru": "Пример для физических лиц", "en": "An example"}

    found = typed_remarks(making(Hard(document, brand())).edition, "ru")

    assert {(one.kind, one.text) for one in found} == {
        ("claim", "Лучшие врачи гарантируют"), ("law", "Пример для физических лиц"),
    }  # fmt: skip


@pytest.mark.parametrize("place", [0, 1])
def test_standing_words_of_sheets_read_well(place: int) -> None:
    for key, words in LABELS.items():
        if key.startswith("legal.") or key in ("demo", "draft.mark", "card.sheet"):
            continue  # what the law wants is in the law's words; how to print a sheet of cards is said to staff
        assert remarks(words[place].format_map(_Anything()), ("ru", "en")[place]) == (), key


class _Anything(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "7"

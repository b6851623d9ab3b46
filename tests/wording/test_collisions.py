"""Two promotions that meet, in sentences of both languages."""

from __future__ import annotations

from desk_app.collisions import meetings
from desk_app.documents.edits import Edit, edited
from desk_app.editing.starts import preset
from ui.program.names import named_program, promotions_of
from ui.wording.collisions import meeting_sentences
from ui.wording.speech import Speech


def _told(language: str) -> tuple[str, ...]:
    morning = {
        "code": "morning", "name": {"ru": "Утро", "en": "Morning"}, "effect": {"percent": "20"},
        "when": {"from": "2027-03-01", "to": "2027-05-31", "weekdays": ["mon"], "hours": "08:00-11:00"},
    }  # fmt: skip
    all_day = {"code": "spring", "name": {"ru": "Весна", "en": "Spring"}, "effect": {"percent": "10"}}
    document = edited(preset("points-3-5-7-10"), (Edit("promotions", [all_day, morning]),))
    read = [one for one in promotions_of(document) if one is not None]
    program = named_program(document, read)
    (found,) = meetings(read, program.categories, program.stacking.order, {})
    return meeting_sentences(found, Speech(language, program))


def test_where_and_when_they_meet_and_who_wins() -> None:
    where, who = _told("en")
    assert where == (
        "The promotion “Spring” and the promotion “Morning” meet: from 1 March 2027 to 31 May 2027, Monday, "
        "from 08:00 to 11:00."
    ).replace("1 March 2027", "1\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2027").replace(
        "31 May 2027", "31\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2027")  # fmt: skip
    assert who == "Each line gets the better one: here that is always the promotion “Morning”."


def test_the_same_in_russian() -> None:
    where, who = _told("ru")
    assert where.startswith("Акция «Весна» и акция «Утро» пересекаются: с 01.03.2027 по 31.05.2027, понедельник")
    assert who == "Каждая строка получает ту, что выгоднее: здесь всегда акция «Утро»."

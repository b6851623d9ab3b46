"""Two promotions that meet, in one or two sentences: where and when they do, and who then wins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from desk_app.collisions import Meeting
from ui.wording.nouns import WEEKDAYS, Pair
from ui.wording.saying import fill, sentence
from ui.wording.speech import Speech

#: What happens where both hold; `{winner}` only where no bill is needed to tell.
_OUTCOMES: Final[Mapping[str, Pair]] = {
    "better": (
        "каждая строка получает ту, что выгоднее пациенту",
        "each line gets the one that is better for the patient",
    ),
    "better/winner": (
        "каждая строка получает ту, что выгоднее: здесь всегда {winner:rule}",
        "each line gets the better one: here that is always {winner:rule}",
    ),
    "declared": (
        "строка получает ту, что стоит раньше в списке: {winner:rule}",
        "a line gets the one that stands first in the list: {winner:rule}",
    ),
    "added": (
        "действуют обе: вторая считается от того, что осталось после первой",
        "both hold: the second is taken of what the first left",
    ),
    "alone": (
        "из двух, которые действуют одни, остаётся та, что снимает со счёта больше",
        "of two that hold alone the one stays that takes more off the bill",
    ),
    "alone/winner": (
        "{winner:rule} действует одна, если снимает со счёта больше, чем все остальные вместе; иначе её нет",
        "{winner:rule} holds alone if it takes more off the bill than all others together; else it does not hold",
    ),
    "larger": (
        "начисляем по большему множителю: {winner:rule}",
        "the larger multiplier is taken: {winner:rule}",
    ),
}
_MEET: Final[Pair] = (
    "{one:rule} и {other:rule} пересекаются[: {where}]",
    "{one:rule} and {other:rule} meet[: {where}]",
)
_ALWAYS: Final[Pair] = ("в любой день", "on any day")
_DATES: Final[Mapping[str, Pair]] = {
    "dates": ("с {first:date} по {last:date}", "from {first:date} to {last:date}"),
    "from": ("с {first:date}", "from {first:date} on"),
    "to": ("до {last:date}", "until {last:date}"),
}
_HOURS: Final[Pair] = ("с {start:clock} до {end:clock}", "from {start:clock} to {end:clock}")
_BRANCHES: Final[Pair] = ("филиалы {branches}", "branches {branches}")
_CATEGORIES: Final[Pair] = ("{categories:categories}", "{categories:categories}")
_SERVICES: Final[Pair] = ("{services:services}", "{services:services}")
_MORE: Final[Pair] = ("и ещё {count:услуга|услуги|услуг}", "and {count:service|services} more")
#: So many services are named.
_NAMED: Final = 3


def meeting_sentences(meeting: Meeting, speech: Speech) -> tuple[str, str]:
    """Where and when they meet, and who wins."""
    english = speech.language == "en"
    params = {"one": f"promotion:{meeting.one}", "other": f"promotion:{meeting.other}",
              "winner": f"promotion:{meeting.winner}", "where": ", ".join(_where(meeting, speech))}  # fmt: skip
    form = "/winner" if meeting.winner and f"{meeting.outcome}/winner" in _OUTCOMES else ""
    outcome = _OUTCOMES[meeting.outcome + form][english]
    return sentence(fill(_MEET[english], params, speech)), sentence(fill(outcome, params, speech))


def _where(meeting: Meeting, speech: Speech) -> Iterator[str]:
    english = speech.language == "en"
    if meeting.first or meeting.last:
        key = "dates" if meeting.first and meeting.last else "from" if meeting.first else "to"
        yield fill(_DATES[key][english], {"first": meeting.first, "last": meeting.last}, speech)
    elif len(meeting.weekdays) == 7:
        yield _ALWAYS[english]
    if len(meeting.weekdays) < 7:
        yield ", ".join(WEEKDAYS[day][english] for day in sorted(meeting.weekdays))
    for start, end in meeting.hours:
        yield fill(_HOURS[english], {"start": start, "end": end}, speech)
    if meeting.branches:
        yield fill(_BRANCHES[english], {"branches": ", ".join(sorted(meeting.branches))}, speech)
    if meeting.categories:
        yield fill(_CATEGORIES[english], {"categories": ",".join(sorted(meeting.categories))}, speech)
    if meeting.services:
        named = sorted(meeting.services)[:_NAMED]
        yield fill(_SERVICES[english], {"services": ",".join(named)}, speech)
        if more := len(meeting.services) - len(named):
            yield fill(_MORE[english], {"count": more}, speech)

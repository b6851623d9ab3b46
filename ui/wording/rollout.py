"""The life of a version in words: what happened to it, how patients were told, and what staff say at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ui import formats
from ui.wording.nouns import Pair
from ui.wording.sheets.changed import Changes

if TYPE_CHECKING:
    from desk_app.rollout.at_desk import News

_WAYS: Final[Mapping[str, Pair]] = {
    "desk": ("на стойке", "at the desk"),
    "leaflet": ("листовкой", "by a leaflet"),
    "sms": ("по СМС", "by SMS"),
    "email": ("по почте", "by e-mail"),
    "messenger": ("в мессенджере", "by messenger"),
    "call": ("звонком", "by phone"),
    "poster": ("плакатом", "by a poster"),
    "site": ("на сайте", "on the website"),
}
_HAPPENED: Final[Mapping[str, Pair]] = {
    "published": ("введена в действие", "put in force"),
    "announced": ("объявлена", "announced"),
    "withdrawn": ("отозвана", "withdrawn"),
    "closing": ("объявлено окончание программы", "end of the program announced"),
    "closing_back": ("окончание программы отменено", "end of the program taken back"),
    "leaflet": ("листовка напечатана", "leaflet printed"),
    "desks": ("регистратуры оповещены", "desks informed"),
    "message": ("сообщения отправлены", "messages sent"),
    "local_added": ("правило филиала", "rule of a branch"),
    "local_removed": ("правило филиала снято", "rule of a branch ended"),
    "local_limits": ("границы для филиалов", "limits for branches"),
}
_HEADS: Final[Mapping[str, Pair]] = {
    "ahead": ("Новые правила с {day}", "New rules from {day}"),
    "today": ("Новые правила с сегодняшнего дня", "New rules since today"),
    "since": ("Новые правила с {day}", "New rules since {day}"),
    "closing": ("Программа заканчивается {day}", "The program ends on {day}"),
    "closed": ("Программа закончилась {day}", "The program ended on {day}"),
}
_CLOSING: Final[Pair] = (
    "Накопленным можно пользоваться до {last} включительно.",
    "What you have collected can be used until {last}, that day included.",
)
_MORE: Final[Pair] = ("Остальное — в листовке «Что изменилось».", "The leaflet “What changed” has the rest.")
#: Said aloud; the others are on the leaflet.
_SAID: Final = 2


def told_way(way: str, language: str) -> str:
    """How a patient heard of it."""
    return _one(_WAYS.get(way, (way, way)), language)


def what_happened(what: str, language: str) -> str:
    """A line of the diary."""
    return _one(_HAPPENED.get(what, (what, what)), language)


def head(news: News, language: str) -> str:
    """The few words on the banner."""
    kind: str = "today" if news.is_first_day else news.kind
    if kind == "closing" and news.today >= news.day:
        kind = "closed"
    return _one(_HEADS[kind], language).format(day=formats.said_day(news.day, language))


def to_say(news: News, language: str, services: Mapping[str, str] | None = None) -> str:
    """What staff say to this patient: the plan's own sentence, and what changes for her."""
    said = [news.sentence[language].strip()] if news.sentence.get(language, "").strip() else []
    if news.kind == "closing":
        assert news.last_good_day is not None
        return " ".join([*said, _one(_CLOSING, language).format(last=formats.said_day(news.last_good_day, language))])
    words = replace(Changes.of(news.old, news.new, language, services), ahead=news.kind == "ahead")
    said += [words.say(one) for one in news.differences[:_SAID]]
    if len(news.differences) > _SAID:
        said.append(_one(_MORE, language))
    return " ".join(said)


def _one(pair: Pair, language: str) -> str:
    return pair[language == "en"]

"""The state of the network in words, for the band of the window, its page and the command line; plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from desk_app.sync.courier import Answered, Carried
from desk_app.sync.state import Kind, Network
from ui.formats import plural, said_day
from ui.wording.troubles import TROUBLES

Pair = tuple[str, str]

_HEADS: Final[Mapping[Kind, Pair]] = {
    "alone": ("Работает без сети", "Works without a network"),
    "greeting": ("Соединяется с центром…", "Connecting to the centre…"),
    "sending": ("Отправляет", "Sending"),
    "fetching": ("Получает", "Fetching"),
    "online": ("На связи", "Online"),
    "away": ("Нет связи с центром", "No line to the centre"),
    "refused": ("Центр не пускает это место", "The centre refuses this desk"),
    "revoked": ("Отключено от сети: только чтение", "Taken off the network: reading only"),
    "older": ("На связи; пора обновить приложение", "Online; time to update the app"),
    "trouble": ("Обмен не удался", "The exchange failed"),
}
_ADVICE: Final[Mapping[Kind, Pair]] = {
    "alone": (
        "Всё хранится на этом компьютере. Если у клиники есть центр, подключитесь к нему файлом или с листа.",
        "Everything is kept on this computer. Where the clinic has a centre, join it with a file or a sheet.",
    ),
    "greeting": ("Работать можно и сейчас.", "Work goes on meanwhile."),
    "sending": ("Работать можно и сейчас.", "Work goes on meanwhile."),
    "fetching": ("Работать можно и сейчас.", "Work goes on meanwhile."),
    "online": ("Всё в порядке, делать ничего не нужно.", "All is well, nothing need be done."),
    "away": (
        "Всё работает и хранится на этом диске; отправится само, как только появится связь. Проверьте сеть.",
        "Everything works and is kept on this disk; it is sent by itself once the line is back. Check the network.",
    ),
    "refused": (
        "Всё работает и хранится на этом диске. Попросите у центра новый файл подключения для этого места.",
        "Everything works and is kept on this disk. Ask the centre for a new join file for this desk.",
    ),
    "revoked": (
        "Искать и смотреть можно, записывать нельзя; всё, что записано, цело. Обратитесь к управляющему.",
        "You can look up and read, not write; everything written is kept. Ask the manager.",
    ),
    "older": (
        "Продажи работают и отправляются, новое от других мест не приходит. Обновите приложение.",
        "Sales work and are sent, but nothing new comes from other desks. Update the app.",
    ),
    "trouble": (
        "Всё работает и хранится на этом диске; обмен повторится сам.",
        "Everything works and is kept on this disk; the exchange is tried again by itself.",
    ),
}
#: Act → what people call it.
_ACTS: Final[Mapping[str, Pair]] = {
    "deferred": ("Списание до связи", "Units to be spent later"),
    "made_good": ("Списание после связи", "Units spent later"),
    "made_good_back": ("Возврат на баланс", "Units given back"), "wish_ended": ("Списать не вышло", "Units not spent"),
    "handed_over": ("Деньги выданы", "Money handed over"),
    "handed_over_undone": ("Выдача отменена", "Hand-over taken back"),
    "case_seen": ("Случай просмотрен", "Case looked at"),
    "overdraft_absorbed": ("Перерасход списан", "Overdraft settled"),
    "checkout": ("Оплата", "Payment"), "return": ("Возврат", "Return"), "void": ("Отмена оплаты", "Payment undone"),
    "enroll": ("Участие оформлено", "Joined"), "patient": ("Данные пациента", "Patient’s data"),
    "consent": ("Согласие", "Consent"), "card": ("Карта", "Card"), "stock": ("Партия карт", "Batch of cards"),
    "adjust": ("Начисление или списание вручную", "Adjustment by hand"),
    "event": ("Начисление за событие", "Units for an event"),
    "warn": ("Предупреждение о сгорании", "Warning of a lapse"), "reward": ("Награда", "Reward"),
    "offer": ("Личное предложение", "Personal offer"), "group": ("Льгота", "Privilege"),
    "refer": ("Рекомендация", "Referral"), "family_join": ("Вход в семью", "Family joined"),
    "family_leave": ("Выход из семьи", "Family left"), "merge": ("Карточки объединены", "Records merged"),
    "unmerge": ("Карточки разъединены", "Records parted"), "leave": ("Выход из программы", "Program left"),
    "publish": ("Правила программы", "Rules of the program"), "close": ("Закрытие программы", "Program closed"),
    "announce": ("Объявлены правила", "Rules announced"), "withdraw_version": ("Правила отозваны", "Rules withdrawn"),
    "retire": ("Объявлено закрытие программы", "End of the program announced"),
    "retire_back": ("Закрытие программы отменено", "End of the program taken back"),
    "told": ("Рассказано о новых правилах", "Told of new rules"),
    "program_note": ("Запись в дневнике программы", "Note in the program’s diary"),
    "local_rule": ("Правило филиала", "Rule of a branch"),
    "local_limits": ("Границы для филиалов", "Limits for branches"),
    "services": ("Прейскурант", "Price list"), "clinic": ("Данные клиники", "The clinic’s data"),
}  # fmt: skip
_COUNTED: Final[Pair] = ("операция|операции|операций", "act|acts")
_MINUTES: Final[Pair] = ("минуту|минуты|минут", "minute|minutes")
_HOURS: Final[Pair] = ("час|часа|часов", "hour|hours")
_DAYS: Final[Pair] = ("день|дня|дней", "day|days")


def head(network: Network, language: str) -> str:
    """The state in a few words; while something moves, how much."""
    words = _say(_HEADS[network.kind], language)
    if network.kind == "sending" and network.waiting:
        return f"{words}: {counted(network.waiting, language)}"
    if network.kind == "fetching" and network.missing:
        return f"{words}: {_say(('ещё', 'still'), language)} {counted(network.missing, language)}"
    return words


def waits(network: Network, language: str, now: datetime | None = None) -> str:
    """How many acts wait and since when, "" where none do and where nobody waits for them."""
    if not network.waiting or network.kind in ("alone", "sending"):
        return ""
    number = counted(network.waiting, language)
    since = moment(network.since, language, now) if network.since is not None else ""
    if language == "ru":
        return f"ждут отправки: {number}" + (f", с {since}" if since else "")
    return f"waiting to be sent: {number}" + (f", since {since}" if since else "")


def only_here(network: Network, language: str) -> str:
    """The heading over the acts of a desk alone: they would be the first to be sent."""
    number = counted(network.waiting, language)
    return f"Есть только на этом компьютере: {number}" if language == "ru" else f"Only on this computer: {number}"


def last(network: Network, language: str, now: datetime | None = None) -> str:
    """When both sides last held the same."""
    if network.complete is None:
        return _say(("ещё ни разу", "not yet"), language)
    return moment(network.complete, language, now)


def advice(network: Network, language: str) -> str:
    """One plain sentence: what still works, and what to do; what exactly failed comes before it."""
    what = TROUBLES.get(network.code) if network.kind == "trouble" else None
    said = (what.ru if language == "ru" else what.en) if what is not None and not _has_gaps(what.ru) else ""
    return " ".join(part for part in (said, _say(_ADVICE[network.kind], language)) if part)


def copied(found: int | None, language: str) -> str:
    """That this desk is a copy of another one, "" where it is none; `found` is milliseconds UTC."""
    if found is None:
        return ""
    if language == "ru":
        return (
            f"Это копия другого рабочего места (замечено: {moment(found, language)}). Работать можно: операции не "
            "перепутаются. Подключите этот компьютер отдельным местом."
        )
    return (
        f"This is a copy of another desk (noticed: {moment(found, language)}). Work goes on: no act is mixed up. "
        "Let this computer join as a desk of its own."
    )


def clock(network: Network, language: str) -> str:
    """How wrong this computer's clock is, "" where it is right enough."""
    if not network.offset:
        return ""
    apart = span(abs(network.offset), language)
    if language == "ru":
        way = "отстают" if network.offset > 0 else "спешат"
        return f"Часы этого компьютера {way} на {apart}: время берётся у центра. Поправьте часы."
    way = "slow" if network.offset > 0 else "fast"
    return f"This computer’s clock is {apart} {way}: the centre’s time is used. Set the clock right."


def shift(network: Network, language: str, now: datetime | None = None) -> str:
    """What somebody who goes home should know of what was not sent."""
    number = counted(network.waiting, language)
    since = moment(network.since, language, now) if network.since is not None else ""
    if language == "ru":
        begun = f" с {since}" if since else ""
        return f"Не отправлено: {number}{begun}. Всё сохранено на этом диске и уйдёт само, когда приложение откроют."
    begun = f" since {since}" if since else ""
    return f"Not sent yet: {number}{begun}. All of it is safe on this disk and goes by itself when the app is open."


def carried(done: Carried, language: str) -> str:
    """What came of a courier's file."""
    number = counted(done.ops, language)
    if language == "ru":
        return (
            f"В файл «{done.file.name}» записано: {number}. Отнесите его на другое место сети. "
            "В нём данные пациентов: после передачи сотрите его."
        )
    return (
        f"Written to “{done.file.name}”: {number}. Carry it to another desk of the network. "
        "It holds data of patients: delete it once it was taken in."
    )


def taken(done: Answered, language: str) -> str:
    """What came of a file that was taken in."""
    number = counted(done.taken, language)
    if done.confirmed is not None:
        sent = counted(done.confirmed, language)
        if language == "ru":
            return f"Ответ принят. Нового: {number}; центр подтвердил: {sent}."
        return f"The answer is taken in. New here: {number}; confirmed by the centre: {sent}."
    file = done.answer.file.name if done.answer else ""
    if language == "ru":
        return f"Принято от места {done.desk}, нового: {number}. Отнесите обратно ответ «{file}»."
    return f"Taken in from desk {done.desk}, new here: {number}. Carry the answer “{file}” back."


def act(kind: str, language: str) -> str:
    """What people call an act."""
    return _say(_ACTS.get(kind, ("Операция", "Act")), language)


def counted(count: int, language: str) -> str:
    """3 операции, 3 acts."""
    return f"{count} {plural(count, _say(_COUNTED, language), language)}"


def span(milliseconds: int, language: str) -> str:
    """A length of time in its largest whole measure."""
    minutes = max(1, round(milliseconds / 60_000))
    for size, forms in ((1440, _DAYS), (60, _HOURS)):
        if minutes >= 2 * size:
            return f"{minutes // size} {plural(minutes // size, _say(forms, language), language)}"
    return f"{minutes} {plural(minutes, _say(_MINUTES, language), language)}"


def moment(milliseconds: int, language: str, now: datetime | None = None) -> str:
    """A moment by this computer's clock: the time alone of today, else with its day."""
    here = datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(now.tzinfo if now else None)
    today = (now or datetime.now(UTC).astimezone()).date()
    time = f"{here:%H:%M}"
    return time if here.date() == today else f"{said_day(here.date(), language)} {time}"


def _say(pair: Pair, language: str) -> str:
    return pair[0] if language == "ru" else pair[1]


def _has_gaps(template: str) -> bool:
    return "{" in template

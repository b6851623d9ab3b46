"""What `tessera central` says, in both languages, as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from desk_app.sync.keeping import CentreReport, DeskSeen

#: key → (English, Russian)
_SAID: Final[Mapping[str, tuple[str, str]]] = {
    "made": ("The centre is set up.", "Центр создан."),
    "upgraded": ("The centre is brought up to date.", "Центр обновлён."),
    "same": ("The centre is as it should be.", "Центр в порядке, менять нечего."),
    "added": (
        "“{name}” (code {code}) joins with {file}: hand it over in person, it works once, for whoever has it first.",
        "Место «{name}» (код {code}) подключится файлом {file}: передайте из рук в руки, он сработает один раз.",
    ),
    "local": (
        "Only this computer reaches the centre by that address; elsewhere: --url postgresql://SERVER/DATABASE.",
        "По этому адресу центр виден только с этого компьютера; с других: --url postgresql://СЕРВЕР/БАЗА.",
    ),
    "unproven": (
        "The desk will not be able to tell this server from another one: make certificates and give --ca DIR.",
        "Рабочее место не отличит этот сервер от подставного: создайте сертификаты и укажите --ca ПАПКА.",
    ),
    "revoked": (
        "“{name}” is taken off the list, lines cut: {lines}. It keeps what it has and sends nothing more.",
        "Место «{name}» отключено, разорвано соединений: {lines}. Своё оно хранит, но больше ничего не пришлёт.",
    ),
    "restored": (
        "Every desk will compare what it has and send what the centre lost. Generation {generation}.",
        "Все рабочие места сверятся с центром и отправят то, что он потерял. Поколение {generation}.",
    ),
    "safe": ("The copy holds: {ops} acts are safe.", "Копия верна: надёжно сохранено действий — {ops}."),
    "seeded": (
        "New desks begin from a file of {size} MB with {ops} acts. Make it anew from time to time.",
        "Новые места начнут с базы на {size} МБ, действий в ней: {ops}. Время от времени обновляйте её.",
    ),
    "reapplied": ("Tried again: {tried}; applied now: {applied}.", "Проверено заново: {tried}; принято: {applied}."),
    "certificates": (
        "Made: {files}. Keep ca.key off the server and away from desks.",
        "Создано: {files}. Файл ca.key храните не на сервере и не на рабочих местах.",
    ),
    "password": ("Password for {who}: ", "Пароль для {who}: "),
    "page.head": (
        "PostgreSQL {server}, schema {schema}, generation {generation}",
        "PostgreSQL {server}, схема {schema}, поколение {generation}",
    ),
    "page.desks": ("Desks: {n}", "Рабочие места: {n}"),
    "page.desk": ("  {name}: {state}; acts {ops}", "  {name}: {state}; действий {ops}"),
    "desk.revoked": ("revoked", "отключено"),
    "desk.never": ("never came yet", "ещё не подключалось"),
    "desk.seen": ("last seen {at}, version {app}", "последний раз {at}, версия {app}"),
    "page.counts": (
        "Streams {streams}, acts {ops}, entries {entries}",
        "Потоков {streams}, действий {ops}, проводок {entries}",
    ),
    "page.aside": (
        "Put aside: {n}. After a mend: tessera central reapply",
        "Отложено: {n}. После исправления: tessera central reapply",
    ),
    "page.aside.one": ("  {desk}, {stream}, {seq}: {reason}", "  {desk}, {stream}, {seq}: {reason}"),
    "page.aside.none": ("Nothing is put aside.", "Отложенных действий нет."),
    "page.sound": (
        "Chains are whole, every act sums to nothing, balances are their entries.",
        "Цепочки целы, каждое действие сходится в ноль, балансы равны своим проводкам.",
    ),
    "page.safe": (
        "In a proven backup of {at}: {safe} of {ops} acts",
        "В проверенной копии от {at}: действий {safe} из {ops}",
    ),
    "page.safe.none": (
        "No backup was proven yet: tessera central safe-point URL-OF-THE-COPY",
        "Ни одна копия ещё не проверена: tessera central safe-point АДРЕС-КОПИИ",
    ),
    "page.seed": (
        "New desks begin from a file of {at}, {ops} acts",
        "Новые места начинают с базы от {at}, действий {ops}",
    ),
    "page.seed.none": (
        "New desks fetch every act by itself.",
        "Новые места загружают действия по одному.",
    ),
    "breach.chain": ("chain: {place} does not follow at {detail}", "цепочка: {place} нарушена на {detail}"),
    "breach.head": ("head: {place} does not end at {detail}", "конец: {place} кончается не на {detail}"),
    "breach.effect": ("effect: {place}, {detail}", "действие: {place}, {detail}"),
    "breach.sum": ("sum: {place} is {detail}, not 0", "сумма: {place} — {detail}, а не 0"),
    "breach.balance": ("balance: {place}, {detail}", "баланс: {place}, {detail}"),
    "breach.books": ("entries: {place}, line {detail}", "проводки: {place}, строка {detail}"),
    "breach.safe": (
        "safe point of {place} is past its end: {detail}",
        "точка надёжности {place} дальше конца: {detail}",
    ),
    "breach.role": (
        "“{place}”: its role at the server does not match the list; tessera central add-desk --again, or revoke",
        "«{place}»: роль на сервере не совпадает со списком; tessera central add-desk --again или revoke",
    ),
    "breach.copied": (
        "“{place}” works on {detail} computers: it was copied, or moved",
        "«{place}» работает на нескольких компьютерах ({detail}): его скопировали или перенесли",
    ),
}


#: What may be wrong while chains and books hold.
_BESIDE_THE_BOOKS: Final = frozenset({"role", "copied", "safe"})


def when(milliseconds: int) -> str:
    """A moment by this computer's clock."""
    return f"{datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone():%Y-%m-%d %H:%M}"


def said(key: str, lang: str, **values: object) -> str:
    """The words under a key, with its gaps filled."""
    english, russian = _SAID[key]
    return (russian if lang == "ru" else english).format(**values)


def page(report: CentreReport, lang: str) -> list[str]:
    """A report, line by line."""
    lines = [said("page.head", lang, server=report.server, schema=report.schema, generation=report.generation),
             said("page.desks", lang, n=len(report.desks))]  # fmt: skip
    lines += [
        said("page.desk", lang, name=f"{one.name} ({one.code})" if one.code else one.name, state=_state(one, lang),
             ops=one.ops)
        for one in report.desks
    ]  # fmt: skip
    lines.append(said("page.counts", lang, streams=report.streams, ops=report.ops, entries=report.entries))
    if report.put_aside:
        lines.append(said("page.aside", lang, n=report.put_aside))
        lines += [
            said("page.aside.one", lang, desk=one.desk, stream=one.stream, seq=one.seq, reason=one.reason)
            for one in report.asides
        ]
    else:
        lines.append(said("page.aside.none", lang))
    lines += [said(f"breach.{one.check}", lang, place=one.place, detail=one.detail) for one in report.breaches]
    if not {one.check for one in report.breaches} - _BESIDE_THE_BOOKS:
        lines.append(said("page.sound", lang))
    if report.safe_at is None:
        lines.append(said("page.safe.none", lang))
    else:
        lines.append(said("page.safe", lang, at=when(report.safe_at), safe=report.safe, ops=report.ops))
    if report.seed is None:
        lines.append(said("page.seed.none", lang))
    else:
        lines.append(said("page.seed", lang, at=when(report.seed.at), ops=report.seed.ops))
    return lines


def _state(desk: DeskSeen, lang: str) -> str:
    if desk.revoked:
        return said("desk.revoked", lang)
    if desk.last_seen is None:
        return said("desk.never", lang)
    return said("desk.seen", lang, at=when(desk.last_seen), app=desk.app or "?")

"""The words of a slip in one language, handed to the paper; sentences are those of the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from desk_app.domain.bill import Line
from desk_app.domain.program import Program
from desk_app.domain.receipts import Receipt
from desk_app.statement import Statement
from ui import formats
from ui.wording.explain import explain
from ui.wording.saying import fill, sentence
from ui.wording.speech import Speech
from ui.wording.statement import account

#: key → (Russian, English)
_LABELS: Final[Mapping[str, tuple[str, str]]] = {
    "receipt": ("Квитанция № {number}", "Receipt {number}"),
    "return": ("Возврат по квитанции № {number}", "Return of receipt {number}"),
    "voided": ("Отмена квитанции № {number}", "Receipt {number} undone"),
    "gone.void": ("ОТМЕНЕНА {at}, возвращено {money}", "VOID since {at}, {money} given back"),
    "gone.whole": ("ВОЗВРАЩЕНА ПОЛНОСТЬЮ {at}: {money}", "RETURNED IN FULL on {at}: {money}"),
    "gone.part": ("ВОЗВРАЩЕНА ЧАСТЬ: {money}, последний раз {at}", "RETURNED IN PART: {money}, last on {at}"),
    "mark.void": ("ОТМЕНА", "VOID"),
    "mark.whole": ("ВОЗВРАТ", "RETURN"),
    "demo": ("ДЕМО", "ДЕМО · DEMO"),
    "at": ("Дата", "Date"),
    "branch": ("Филиал", "Branch"),
    "program": ("Программа", "Program"),
    "version": ("{name}, редакция {version}", "{name}, version {version}"),
    "pieces": ("{name} × {pieces}", "{name} × {pieces}"),
    "list": ("По прейскуранту", "List price"),
    "discount": ("Скидка", "Discount"),
    "units": ("Списано: {units}", "Spent: {units}"),
    "line_units": ("Из {unit}", "Paid with {unit}"),
    "pays": ("Оплачено", "Paid"),
    "pays.insurer": ("Платит страховая компания", "Paid by the insurer"),
    "pays.state": ("Платит государство", "Paid by the state"),
    "pays.employer": ("Платит работодатель", "Paid by the employer"),
    "pays.certificate": ("Оплачено сертификатом", "Paid with a certificate"),
    "pays.deposit": ("Оплачено с депозита", "Paid from a deposit"),
    "saved": ("Вы сэкономили", "You saved"),
    "reward": ("За награду", "For the reward"),
    "earned": ("Начислено", "Earned"),
    "balance": ("На балансе после оплаты", "Balance after paying"),
    "why": ("Как получилась сумма", "How the sum came about"),
    "account": ("Ваш баланс на {day}", "Your balance on {day}"),
    "rules": ("Правила программы", "Rules of the program"),
    "policy": ("Возврат: {money} {units}", "Returns: {money} {units}"),
    "imprint": ("{code} / {version}", "{code} / {version}"),
    "money_back": ("Возвращено", "Given back"),
    "back.insurer": ("Страховой компании", "To the insurer"),
    "back.state": ("Государству", "To the state"),
    "back.employer": ("Работодателю", "To the employer"),
    "back.certificate": ("На сертификат", "To the certificate"),
    "back.deposit": ("На депозит", "To the deposit"),
    "units_back": ("Возвращено на баланс", "Back on the balance"),
    "withdrawn": ("Отменено начисление", "Taken back with what was returned"),
    "withheld": ("Удержано из возврата", "Withheld from the money"),
    "shortfall": ("Из него уже потрачено", "Of it spent already"),
}
_POLICY_MONEY: Final[Mapping[str, tuple[str, str]]] = {
    "at_paid_price": (
        "за каждую неоказанную услугу вернём столько, сколько за неё заплачено.",
        "for each service not rendered you get back what you paid for it.",
    ),
    "at_list_price": (
        "оказанные услуги посчитаем по прейскуранту, остальное вернём.",
        "services rendered count at list price, the rest of the money comes back.",
    ),
}
_POLICY_UNITS: Final[Mapping[str, tuple[str, str]]] = {
    "forgive": (
        "Списание {unit:many} отменим, начисление за эти услуги тоже; уже потраченное не удержим.",
        "{unit:many} spent on them come back, those earned with them go; what you have used of them is not asked for.",
    ),
    "debt": (
        "Списание {unit:many} отменим, начисление за эти услуги тоже; недостающее зачтём из следующих начислений.",
        "{unit:many} spent on them come back, those earned with them go; a rest is taken from what you earn next.",
    ),
    "withhold": (
        "Списание {unit:many} отменим, начисление за эти услуги тоже; недостающее удержим из возврата.",
        "{unit:many} spent on them come back, those earned with them go; a rest is withheld from the money.",
    ),
}


class SlipWords:
    """A `desk_app.slips.Wording` for one program and language ("ru" or "en")."""

    def __init__(self, program: Program, language: str, names: Mapping[str, str] | None = None) -> None:
        """`names` are those the program does not know: of services by code, of personal offers ("offer:…")."""
        self._program = program
        self._language = language
        self._speech = Speech(language, program, names or {}, patient=True, paid=True)

    def label(self, key: str, **values: object) -> str:
        """The words under a key."""
        unit = formats.many(self._speech.unit, self._language)
        return self._of(_LABELS[key]).format(**{"unit": unit, **values})

    def money(self, minor: int) -> str:
        """A sum, always with its decimals, as the window shows it."""
        return formats.money(minor, self._language, self._program.currency, self._program.decimals)

    def units(self, count: int) -> str:
        """Units with their noun."""
        return self._speech.units(count)

    def rule(self, rule: str) -> str:
        """The name of what gave a discount, with a capital."""
        name = self._speech.rule(rule, "name")
        return name[:1].upper() + name[1:]

    def moment(self, at: datetime) -> str:
        """A local day and time."""
        return f"{formats.said_day(at.date(), self._language)}{formats.SPACE}{at:%H:%M}"

    def day(self, when: date) -> str:
        """A local day."""
        return formats.said_day(when, self._language)

    def name(self, line: Line) -> str:
        """What a line is called."""
        return line.name or self._speech.names.get(line.service) or line.service or line.id

    def explanation(self, receipt: Receipt) -> Sequence[str]:
        """The sentences of the quote as the patient hears them.

        Left out is what the rows say already, and the level: it is told with the account, as it is after this bill.
        """
        told = explain(
            receipt.quote, self._program, receipt.bill, self._language, "patient", receipt.standing.offers,
            services=self._speech.names, paid=True,
        )  # fmt: skip
        lines = [f"{one.name}: {one.sentence[:1].lower()}{one.sentence[1:]}" for one in told.lines]
        sums = [one.sentence for one in told.sums if one.about in ("redeemed", "earns")]
        return (*lines, *sums, *told.notes)

    def account(self, statement: Statement) -> Sequence[str]:
        """What the patient has, in sentences."""
        return account(statement, self._program, self._language, "patient")

    def policy(self, program: Program) -> str:
        """What happens when something is brought back."""
        words = fill(self._of(_POLICY_UNITS[program.returns.shortfall]), {}, self._speech)
        units = sentence(words) if program.unit else ""
        return self.label("policy", money=self._of(_POLICY_MONEY[program.returns.used_part]), units=units).strip()

    def _of(self, pair: tuple[str, str]) -> str:
        return pair[self._language == "en"]

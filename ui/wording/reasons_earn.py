"""How many units a line and a bill earn, and why not more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

SAYINGS: Final[Mapping[str, Saying]] = {
    "earn.percent": Saying(
        "<начисляем//начислено> {percent:percent} от {base:money}[ × {factor:factor}]",
        "<earns//earned> {percent:percent} of {base:money}[ × {factor:factor}]",
    ),
    # what a second rate of the same line adds, when a threshold parts it
    "earn.percent/more": Saying("ещё {percent:percent} от {base:money}", "{percent:percent} of {base:money} more"),
    "earn.proportional/more": Saying(
        "ещё {units:taking} за каждые {per:money} из {base:money}",
        "{units:units} for each {per:money} of {base:money} more",
    ),
    "earn.steps/more": Saying(
        "ещё {units:taking} за каждые полные {per:money} из {base:money}",
        "{units:units} for each full {per:money} of {base:money} more",
    ),
    "earn.proportional": Saying(
        "начисляем {units:taking} за каждые {per:money} из {base:money}[ × {factor:factor}]",
        "earns {units:units} for each {per:money} of {base:money}[ × {factor:factor}]",
    ),
    "earn.steps": Saying(
        "начисляем {units:taking} за каждые полные {per:money} из {base:money}[ × {factor:factor}]",
        "earns {units:units} for each full {per:money} of {base:money}[ × {factor:factor}]",
    ),
    "earn.multiplied": Saying(
        "{rule:rule} умножает начисление на {factor:factor}",
        "{rule:rule} multiplies what is earned by {factor:factor}",
    ),
    "earn.none/no_rate": Saying(
        "на этом уровне такая услуга — {step:nothing}",
        "{step:nothing} for this service at this level",
        "эта услуга — {step:nothing}",
        "{step:nothing} for this service",
    ),
    "earn.none/not_earning": Saying(
        "начисления нет: пациент не участвует в программе",
        "nothing is earned: the patient takes no part in the program",
        "начисление начнётся, когда вы вступите в программу",
        "earning begins when you join the program",
    ),
    "earn.none/units_spent": Saying(
        "начисления нет: в этом счёте есть списание {unit:many}",
        "nothing is earned: {unit:many} were spent on this bill",
        "за счёт со списанием {unit:many} новых не начисляем",
        "a bill paid with {unit:many} earns no new ones",
    ),
    "earn.sum": Saying(
        "точно вышло {exact:exact}, {rounding:rounding} {per:per}",
        "exactly {exact:exact}, {rounding:rounding} {per:per}",
        "{units:units}",
        "{units:units}",
    ),
    "earn.promotion": Saying(
        "{rule:rule} добавляет {units:taking}",
        "{rule:rule} adds {units:units}",
    ),
    "earn.capped": Saying(
        "за один счёт начисляем не больше {limit:of}, иначе вышло бы {before:units}",
        "a bill earns at most {limit:units}, it would have been {before:units}",
        "за один счёт начисляем не больше {limit:of}",
        "a bill earns at most {limit:units}",
    ),
    "earn.family": Saying(
        "за семью из {members:человека|человек|человек} добавляем к проценту {percent:percent}",
        "{percent:percent} more for a family of {members:person|people}",
        "за семью добавляем вам ещё {percent:percent}",
        "your family earns {percent:percent} more",
    ),
    "earn.band": Saying(
        "{share:percent} счёта считаем по уровню {level:level}",
        "{share:percent} of the bill counts at the level {level:level}",
    ),
    "earn.min_bill": Saying(
        "начисление — по счетам от {need:money}, а в этом {have:money}",
        "bills earn from {need:money} on, this one has {have:money}",
    ),
    "earn.lost_by_spending": Saying(
        "списание стоит пациенту начисления: без него было бы {units:units}",
        "spending costs what the bill would earn: {units:units}",
        "если сегодня не тратить {unit:many}, за этот счёт начислим {units:taking}",
        "if you spend no {unit:many} today, this bill earns {units:units}",
    ),
}

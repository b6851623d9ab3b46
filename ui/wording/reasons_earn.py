"""How many units a line and a bill earn, and why not more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording.saying import Saying

SAYINGS: Final[Mapping[str, Saying]] = {
    "earn.percent": Saying(
        "начисляем {percent:percent} от {base:money}[ × {factor:factor}]",
        "earns {percent:percent} of {base:money}[ × {factor:factor}]",
    ),
    # what a second rate of the same line adds, when a threshold parts it
    "earn.percent/more": Saying("ещё {percent:percent} от {base:money}", "{percent:percent} of {base:money} more"),
    "earn.proportional/more": Saying(
        "ещё {units:units} за каждые {per:money} из {base:money}",
        "{units:units} for each {per:money} of {base:money} more",
    ),
    "earn.steps/more": Saying(
        "ещё {units:units} за каждые полные {per:money} из {base:money}",
        "{units:units} for each full {per:money} of {base:money} more",
    ),
    "earn.proportional": Saying(
        "начисляем {units:units} за каждые {per:money} из {base:money}[ × {factor:factor}]",
        "earns {units:units} for each {per:money} of {base:money}[ × {factor:factor}]",
    ),
    "earn.steps": Saying(
        "начисляем {units:units} за каждые полные {per:money} из {base:money}[ × {factor:factor}]",
        "earns {units:units} for each full {per:money} of {base:money}[ × {factor:factor}]",
    ),
    "earn.multiplied": Saying(
        "{rule:rule} умножает начисление на {factor:factor}",
        "{rule:rule} multiplies what is earned by {factor:factor}",
    ),
    "earn.none/no_rate": Saying(
        "на этом уровне за такую услугу {step:nothing}",
        "{step:nothing} for this service at this level",
        "за эту услугу {step:nothing}",
        "{step:nothing} for this service",
    ),
    "earn.none/not_earning": Saying(
        "начисления нет: пациент в программе не участвует",
        "nothing is earned: the patient takes no part in the program",
        "начисление начнётся, когда вы вступите в программу",
        "earning begins when you join the program",
    ),
    "earn.none/units_spent": Saying(
        "начисления нет: в этом счёте списано накопленное",
        "nothing is earned: units were spent on this bill",
        "за счёт, оплаченный накопленным, начисления нет",
        "a bill paid this way earns nothing",
    ),
    "earn.sum": Saying(
        "{units:units}: точно вышло {exact:exact}, {rounding:rounding} {per:per}",
        "{units:units}: exactly {exact:exact}, {rounding:rounding} {per:per}",
        "{units:units}",
        "{units:units}",
    ),
    "earn.promotion": Saying(
        "{rule:rule} добавляет {units:units}",
        "{rule:rule} adds {units:units}",
    ),
    "earn.capped": Saying(
        "за один счёт начисляют не больше {limit:units}, иначе вышло бы {before:units}",
        "a bill earns at most {limit:units}, it would have been {before:units}",
        "за один счёт начисляют не больше {limit:units}",
        "a bill earns at most {limit:units}",
    ),
    "earn.family": Saying(
        "к проценту добавлено {percent:percent} за семью из {members:человека|человек|человек}",
        "{percent:percent} more for a family of {members:person|people}",
        "для вашей семьи начисляем на {percent:percent} больше",
        "your family earns {percent:percent} more",
    ),
    "earn.band": Saying(
        "{share:percent} счёта считаются на уровне {level:level}",
        "{share:percent} of the bill are at the level {level:level}",
    ),
    "earn.min_bill": Saying(
        "начисляют по счетам от {need:money}, а в этом {have:money}",
        "bills earn from {need:money} on, this one has {have:money}",
    ),
    "earn.lost_by_spending": Saying(
        "списание стоит пациенту начисления: без него было бы {units:units}",
        "spending costs what the bill would earn: {units:units}",
        "если не тратить накопленное сегодня, за этот счёт начислим {units:units}",
        "if you keep what you have today, this bill earns {units:units}",
    ),
}

"""A patient's state as a small file, for quotes without a database (spec: interfaces, State)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from desk_app.documents import scalars, tree
from desk_app.documents.bill_file import PROOFS
from desk_app.documents.keys import Table, one_of, read_at
from desk_app.documents.offer_file import read_offer
from desk_app.domain.bill import Bill
from desk_app.domain.errors import WrongInput
from desk_app.domain.program import Program
from desk_app.domain.standing import Standing

Json = dict[str, Any]

_KEYS: Final = (
    "joined", "birth_date", "spent", "visits", "level", "units_earned", "redeemed_today", "groups", "segments", "lots",
    "units", "family", "uses", "services", "proof", "offers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """What a state file says: the standing, and the holder's proof ("" when it names none)."""

    standing: Standing
    proof: str = ""

    def prove(self, bill: Bill) -> Bill:
        """The bill with this proof, where it has none of its own."""
        return bill if bill.proof else replace(bill, proof=self.proof)


def read_state(
    source: str | bytes | Json, program: Program, day: date, document: Json | None = None, place: str = ""
) -> State:
    """The state at the bill's local day; lots are taken as they stand. `document` is needed for `offers` alone.

    Raises `WrongInput` with the code and the key path, below `place` when the state is part of another file.
    """
    table = Table(source if isinstance(source, dict) else tree.json_table(source), place, _KEYS)
    if "units" in table and "lots" in table:
        raise table.refuse("value.bad", "units", "either units or lots")
    precision, visits = program.precision, table.optional("visits", 0, scalars.count)
    standing = Standing(
        joined=table.needed("joined", scalars.day) if "joined" in table else None,
        birth_date=table.needed("birth_date", scalars.day) if "birth_date" in table else None,
        level=_level(table, program),
        counted=table.optional("spent", 0, scalars.money, program.decimals),
        visits=visits,
        visits_counted=visits,
        units_earned=table.optional("units_earned", 0, scalars.units, precision),
        usable=table.optional("units", 0, scalars.units, precision) + _usable_lots(table, precision, day),
        redeemed_today=table.optional("redeemed_today", 0, scalars.units, precision),
        groups=_groups(table, program),
        segments=table.codes("segments"),
        family_members=_family(table),
        uses={name: read_at(where, scalars.count, value) for where, name, value in table.pairs("uses")},
        services={name: read_at(where, scalars.day, value) for where, name, value in table.pairs("services")},
        offers=tuple(read_offer(document or {}, offer, where) for where, offer in table.items("offers")),
    )
    return State(standing, table.optional("proof", "", one_of, PROOFS))


def _level(table: Table, program: Program) -> str | None:
    if "level" not in table:
        return None
    known = [step.code for step in program.levels.steps]
    level = table.needed("level", scalars.code)
    if level not in known:
        raise table.refuse("level.unknown", "level", ", ".join(known))
    return level


def _groups(table: Table, program: Program) -> tuple[str, ...]:
    groups = table.codes("groups")
    known = [group.code for group in program.groups]
    for code in groups:
        if code not in known:
            raise WrongInput("group.unknown", f"{table.place}.groups" if table.place else "groups", found=code,
                             allowed=", ".join(known))  # fmt: skip
    return groups


def _usable_lots(table: Table, precision: int, day: date) -> int:
    total = 0
    for place, item in table.items("lots"):
        lot = Table(item, place, ("units", "usable_from", "last_good_day"))
        units = lot.needed("units", scalars.units, precision)
        first = lot.optional("usable_from", date.min, scalars.day)
        last = lot.optional("last_good_day", date.max, scalars.day)
        total += units if first <= day <= last else 0
    return total


def _family(table: Table) -> int:
    if "family" not in table:
        return 0
    place = f"{table.place}.family" if table.place else "family"
    return Table(table.values["family"], place, ("members",)).needed("members", scalars.count, 1)

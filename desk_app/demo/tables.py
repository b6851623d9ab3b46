"""Read the tables the invented clinic is made of: names, doctors, comfort notes and the price list."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

import resources
from desk_app.domain.people import Service


@dataclass(frozen=True, slots=True)
class Weighed:
    """Names of one kind: the male and the female form, running sums of how common each is, a patronymic's father."""

    male: list[str] = field(default_factory=list)
    female: list[str] = field(default_factory=list)
    reach: list[int] = field(default_factory=list)
    fathers: dict[str, int] = field(default_factory=dict)

    def form(self, index: int, sex: str) -> str:
        """The name as a man ("m") or a woman ("f") bears it."""
        return (self.male if sex == "m" else self.female)[index]


@cache
def names() -> dict[str, Weighed]:
    """Names by kind; given names stand under "given old", "given middle" and "given young"."""
    tables: dict[str, Weighed] = defaultdict(Weighed)
    for row in _rows("names.csv"):
        table = tables[f"{row['kind']} {row['era']}".strip()]
        if row["father"]:
            table.fathers[row["father"]] = len(table.male)
        table.male.append(row["male"])
        table.female.append(row["female"])
        table.reach.append((table.reach[-1] if table.reach else 0) + int(row["weight"]))
    return dict(tables)


@cache
def doctors() -> dict[str, tuple[str, ...]]:
    """Doctors by category of service."""
    tables: dict[str, list[str]] = defaultdict(list)
    for row in _rows("doctors.csv"):
        tables[row["category"]].append(row["ru"])
    return {category: tuple(listed) for category, listed in tables.items()}


@cache
def comfort_notes() -> tuple[tuple[str, str], ...]:
    """What makes a visit pleasant, in Russian and English; nothing medical."""
    return tuple((row["ru"], row["en"]) for row in _rows("notes.csv"))


@cache
def price_list() -> tuple[Service, ...]:
    """The services of the invented clinic, prices in kopecks, in the order of the price list."""
    return tuple(
        Service(
            code=row["code"],
            name=row["name"],
            category=row["category"],
            price=_kopecks(row["price"]),
            minutes=int(row["duration"]),
            floor_price=_kopecks(row["floor"] or "0.00"),
            name_en=row["name_en"],
        )
        for row in _rows("services.csv")
    )


def _kopecks(text: str) -> int:
    roubles, kopecks = text.split(".")
    return int(roubles) * 100 + int(kopecks)


def _rows(name: str) -> list[dict[str, str]]:
    with resources.path(f"demo/{name}").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))

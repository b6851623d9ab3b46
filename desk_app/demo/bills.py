"""Invent what one visit was for: the services on the bill, who did them and who pays."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import accumulate
from typing import Final, TypeVar

from desk_app.demo.past import DemoLine
from desk_app.demo.people import DemoPatient
from desk_app.demo.tables import doctors, price_list
from desk_app.domain.days import age_on

#: Doctors of grown-ups by the part of the code that names them; a child comes to the paediatrician, 031.
_GROWN: Final = ("047", "023", "015", "058", "028", "029", "004", "008", "050", "057", "002")
_ORDERED: Final = {
    "047": ("A05.10.006", "A06.09.007", "A12.09.001"),
    "023": ("A05.23.001", "A04.12.005.003", "A05.03.002", "A05.23.009", "A02.12.002.001"),
    "015": ("A05.10.006", "A04.10.002", "A05.10.008", "A02.12.002.001"),
    "058": ("A04.22.001",),
    "028": ("A16.08.016", "A16.25.007"),
    "029": ("A02.26.015", "A23.26.001"),
    "004": ("A04.16.001", "A03.16.001", "A03.18.001"),
    "008": ("A16.01.017.001",),
    "050": ("A11.04.004", "A04.12.006.002"),
    "057": ("A04.12.006.002",),
    "053": ("A04.28.001",),
    "001": ("A04.20.001.001", "A03.20.001", "A04.20.002", "A11.20.014"),
    "031": ("A04.16.001", "A04.28.001"),
}
_TESTS: Final = (
    "B03.016.002", "B03.016.003", "B03.016.006", "B03.016.004", "B03.005.006", "A09.05.023", "A09.05.083", "A09.05.042",
    "A09.05.041", "A09.05.021", "A09.05.020", "A09.05.018", "A09.05.026", "A09.05.028", "A09.05.009", "A09.05.007",
    "A09.05.076", "A09.05.065", "A09.05.063", "A09.05.087", "A09.05.235", "A12.05.005",
)  # fmt: skip
_GENETICS: Final = ("A27.05.018", "A27.05.002", "A27.05.003", "A27.05.040", "A12.05.013")
_URGENT: Final = ("A16.01.008", "A15.01.001", "A16.07.011", "A16.08.006")
_BODY: Final = ("A21.01.001", "A21.03.002", "A21.03.007", "A21.01.003.001")
_FACE: Final = ("A14.01.005", "A21.01.002", "A11.01.003", "A16.01.024")
_INSURED: Final = frozenset(("consultation", "diagnostics", "lab", "urgent"))
_ON_SALE: Final = frozenset(("massage", "cosmetology", "dental_hygiene"))
#: How often somebody comes to a doctor they know rather than to another.
_TO_THE_SAME: Final = 0.5
_KINDS: Final = ("doctor", "tests", "teeth", "body", "vaccine", "urgent", "injections", "preventive", "face")
_HOW_OFTEN: Final = tuple(accumulate((46, 18, 12, 5, 4, 3, 4, 3, 5)))

Item = TypeVar("Item")


def pick(chance: random.Random, items: Sequence[Item]) -> Item:
    """One of the items; three times as fast as `choice`, which matters for forty thousand lines."""
    return items[int(chance.random() * len(items))]


@cache
def categories() -> dict[str, str]:
    """The category of every code of the price list."""
    return {service.code: service.category for service in price_list()}


def line(chance: random.Random, code: str, quantity: int = 1) -> DemoLine:
    """The service as one of its doctors did it."""
    return DemoLine(code, quantity, doctor=pick(chance, doctors()[categories()[code]]))


def invent_bill(chance: random.Random, patient: DemoPatient, day: date, seen: set[str]) -> list[DemoLine]:
    """The lines of one visit; `seen` are the doctors this patient has been to, and grows."""
    child = age_on(day, patient.birth_date) < 18
    shares = _HOW_OFTEN[:-1] if child else _HOW_OFTEN
    kind = _KINDS[bisect(shares, chance.random() * shares[-1])]
    match kind:
        case "doctor":
            lines = _with_doctor(chance, patient, day, seen, child)
        case "tests":
            lines = _tests(chance, patient, chance.randint(1, 6))
        case "teeth":
            lines = _teeth(chance, child)
        case "body":
            lines = [line(chance, pick(chance, _BODY))]
        case "vaccine":
            lines = [line(chance, "B04.014.004"), line(chance, "M-001")]
        case "urgent":
            lines = [line(chance, pick(chance, _URGENT))]
        case "injections":
            lines = [line(chance, pick(chance, ("A11.12.003", "A11.02.002")), pick(chance, (1, 1, 2, 5)))]
        case "face":
            lines = [line(chance, "B01.008.003"), line(chance, pick(chance, _FACE))]
        case _:
            lines = [line(chance, "B01.031.001" if child else "B04.047.002"), *_tests(chance, patient, 4)]
    return _paid_by(chance, lines)


def _with_doctor(chance: random.Random, patient: DemoPatient, day: date, seen: set[str], child: bool) -> list[DemoLine]:
    doctor = "031" if child else pick(chance, (*_GROWN, "001" if patient.sex == "f" else "053"))
    known = sorted(seen - {"031"})
    if known and not child and chance.random() < _TO_THE_SAME:
        doctor = pick(chance, known)
    again = f"B01.{doctor}.002"
    lines = [line(chance, again if doctor in seen and again in categories() else f"B01.{doctor}.001")]
    seen.add(doctor)
    if doctor in _ORDERED and chance.random() < 0.45:
        lines.append(line(chance, pick(chance, _ORDERED[doctor])))
        if lines[-1].service == "A11.04.004":
            lines.append(line(chance, "M-002"))
    if doctor == "001":
        if chance.random() < 0.3:
            lines += [line(chance, "A12.20.001"), line(chance, "A08.20.017")]
        if age_on(day, patient.birth_date) >= 40 and chance.random() < 0.2:
            lines.append(line(chance, "A06.20.004"))
    if chance.random() < 0.25:
        lines += _tests(chance, patient, chance.randint(1, 3))
    return lines


def _tests(chance: random.Random, patient: DemoPatient, count: int) -> list[DemoLine]:
    chosen = chance.sample(_TESTS, count)
    if patient.sex == "m" and chance.random() < 0.1:
        chosen.append("A09.05.130")
    if chance.random() < 0.05:
        chosen.append(pick(chance, _GENETICS))
    if chance.random() < 0.03:
        chosen.append("H-001")
    return [line(chance, code) for code in (*chosen, "A11.12.009")]


def _teeth(chance: random.Random, child: bool) -> list[DemoLine]:
    kind = chance.random()
    if kind < 0.35:
        fluoride = [line(chance, "A11.07.012", chance.randint(4, 16))] if chance.random() < 0.3 else []
        return [line(chance, "A16.07.051"), *fluoride]
    if kind < 0.4 and not child:
        return [line(chance, "A16.07.050")]
    if kind < 0.5:
        return [line(chance, "A16.07.001.001" if child else "A16.07.001.002"), line(chance, "B01.003.004.005")]
    if kind < 0.54 and not child:
        return [line(chance, "B01.066.001"), line(chance, "A16.07.003", pick(chance, (1, 1, 2)))]
    return [
        line(chance, "B01.065.002"),
        line(chance, "A06.07.003"),
        line(chance, "B01.003.004.005", pick(chance, (1, 1, 2))),
        line(chance, pick(chance, ("A16.07.002.010", "A16.07.002.011")), pick(chance, (1, 1, 1, 2))),
    ]


def _paid_by(chance: random.Random, lines: list[DemoLine]) -> list[DemoLine]:
    """Now and then somebody else pays for some lines, or a line is on sale already."""
    category, draw = categories(), chance.random()
    if draw < 0.09:
        return [replace(one, payer="insurer") if category[one.service] in _INSURED else one for one in lines]
    if draw < 0.11:
        return [replace(one, payer="employer") if category[one.service] == "lab" else one for one in lines]
    if draw < 0.15:
        return [replace(one, payer="state") if category[one.service] == "medicines" else one for one in lines]
    if draw < 0.16:
        return [replace(lines[0], payer="certificate"), *lines[1:]]
    if draw < 0.165:
        return [replace(lines[0], payer="deposit"), *lines[1:]]
    if draw < 0.19:
        return [replace(one, on_promo=True) if category[one.service] in _ON_SALE else one for one in lines]
    return lines

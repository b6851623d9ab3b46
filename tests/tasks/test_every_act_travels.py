"""Whatever is done at one desk is known at the other: every kind of act, and every question a screen asks."""

from __future__ import annotations

from contextlib import ExitStack
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from db.store import SqlStore
from db.tables import metadata
from db.verify import PROJECTIONS, digest, verify
from desk_app import (
    announcing,
    cards,
    enrolment,
    events,
    families,
    lapse,
    lookup,
    programs,
    returning,
    statement,
    stock,
)
from desk_app import (
    clinic as clinics,
)
from desk_app.documents.program_file import read_document
from desk_app.domain.people import Patient, Service
from desk_app.figures import figures
from desk_app.importing.services import import_services
from desk_app.ports import Desk
from desk_app.rollout import announce, diary, local_rules, retire, telling
from tests.tasks.clinic import PROGRAMS, Clinic, treatment
from tests.tasks.rules import PLAN, announced
from ui.wording.network import _ACTS

#: Tables of the log itself and of this computer, and those that only help a search.
NOT_TOLD = {
    "stream", "op", "applied", "quarantine", "draft", "setting", "counter", "surname", "misspelling",
}  # fmt: skip
#: Acts that follow from spending without the centre have stories of their own (`desk_app.making_good`, `cases`).
OF_SPENDING = {
    "deferred", "made_good", "made_good_back", "wish_ended", "handed_over", "handed_over_undone", "case_seen",
    "overdraft_absorbed",
}  # fmt: skip


@pytest.fixture
def document() -> dict[str, Any]:
    """A program in which everything can be done."""
    found = read_document((PROGRAMS / "harbour-events.toml").read_bytes())
    for name, part in (("grove-groups", "groups"), ("grove-rewards", "rewards")):
        found[part] = read_document((PROGRAMS / f"{name}.toml").read_bytes())[part]
    found["rewards"] = [reward for reward in found["rewards"] if "service" not in reward]
    found["promotions"] = [{"code": "noon", "name": "noon", "effect": {"percent": "5"}, "combine": "best"}]
    return found


def live(clinic: Clinic, desk: Desk) -> list[str]:
    """Do everything once; the members it was done to."""
    now = clinic.now.date()
    ira, oleg, nina, lev, double = (
        enrolment.enrol(
            desk,
            enrolment.EnrolmentForm(
                Patient("", name, "Имя", birth_date=date(1980, now.month, 9), phones=("+79120000001",)),
                consents=(("messages", "sms"),), groups=("pensioner",) if name == "Нинова" else (),
            ),
            clinic.op(),
        ).member
        for name in ("Ирина", "Олегов", "Нинова", "Львов", "Двойная")
    )  # fmt: skip
    stranger = enrolment.add_patient(desk, Patient("", "Прохожий"), clinic.op())
    import_services(desk, [Service("A1", "Приём врача", "treatment", 150_000, 30)], dry_run=False)
    enrolment.refer(desk, ira, lev, clinic.op())
    enrolment.edit_patient(desk, Patient(oleg, "Олегов", "Олег"), {"given": "Олег", "notes": "тихий"}, clinic.op())
    enrolment.record_consent(desk, nina, "messages", "sms", False, clinic.op())
    enrolment.show_document(desk, oleg, "medic", clinic.op())
    batch = stock.register(desk, stock.choose(desk, 3), clinic.op())
    cards.issue(desk, oleg, clinic.op(), number=batch.numbers[0], reason="lost")
    cards.block(desk, batch.numbers[0], clinic.op(), reason="lost")
    stock.put_away(desk, batch, clinic.op())
    clinic.later(days=1)
    first = clinic.pay(ira, treatment("3000.00"), on="a")
    paid = clinic.pay(lev, treatment("1500.00"), treatment("700.00"), on="a")
    undone = clinic.pay(nina, treatment("500.00"), on="a")
    returning.give_back(desk, paid.row.id, [("1", 1)], clinic.op())
    returning.void(desk, undone.row.id, clinic.op())
    clinic.pay(ira, treatment("900.00"), on="a", redeem="max", proof="card")
    clinic.pay(stranger, treatment("300.00"), on="a")
    events.adjust(desk, oleg, 700, "goodwill", clinic.op())
    events.record_event(desk, ira, "survey_answered")
    programs.offer(desk, ira, OFFER, clinic.op())
    programs.hand_over_reward(desk, oleg, "gift-200", clinic.op())
    families.join_family(desk, ira, "f-1", clinic.op())
    families.join_family(desk, oleg, "f-1", clinic.op())
    families.leave_family(desk, oleg, clinic.op())
    families.merge(desk, double, ira, clinic.op())
    families.merge(desk, nina, ira, clinic.op())
    families.unmerge(desk, nina, clinic.op())
    clinics.keep(desk, "name", "Здоровье")
    clinic.later(days=100)
    told, by_day = announcing.foretold(desk, lev)
    for named in by_day.values():
        announcing.record(desk, named, "paper")
    lapse.warn(desk, ira, "sms", clinic.op())
    lapse.leave(desk, nina, clinic.op())
    of_the_rules(clinic, desk, ira)
    lapse.close(desk, clinic.now.date() + timedelta(days=40), clinic.op())
    assert first.row.number
    assert told.lots
    return [ira, oleg, nina, lev, double, stranger]


def of_the_rules(clinic: Clinic, desk: Desk, member: str) -> None:
    """Everything that befalls a version, and the end of the program that is taken back."""
    with desk.store.reading() as reading:
        given = deepcopy(reading.versions()[-1].document)
    limits = {"percent": "5", "amount": "100.00", "categories": ["treatment"], "effects": ["percent"], "at_once": 1,
              "days": 31}  # fmt: skip
    first, last = clinic.now.date(), clinic.now.date() + timedelta(days=20)
    local_rules.set_limits(desk, limits, clinic.op())
    local_rules.add(
        desk,
        {"code": "spring", "name": "spring", "effect": {"percent": "5"}, "max_amount": "50.00",
         "when": {"from": first.isoformat(), "to": last.isoformat(), "categories": ["treatment"]}},
        clinic.op(),
    )  # fmt: skip
    given["levels"]["steps"][0]["earn"] = {"percent": "1"}
    record = announced(clinic, given, on=desk.code)
    diary.note(desk, record.mark, "leaflet", "20", clinic.op())
    telling.tell(desk, member, record.mark, "desk")
    announce.withdraw(desk, record.mark, "no", clinic.op())
    retire.retire(desk, None, "end", PLAN, clinic.op())
    retire.take_back_end(desk, "no", clinic.op())


OFFER = {"code": "thanks", "name": "Thanks", "effect": {"percent": "10"}, "when": {"min_bill": "500.00"}}


def answers(desk: Desk, members: list[str], since: date, until: date) -> list[object]:
    """What the screens of a desk ask."""
    told: list[object] = []
    for member in members[:5]:
        told.append(statement.statement(desk, member))
    told += [lookup.find(desk, text) for text in ("ири", "+79120000001", "олегов олег", "прохожий", "09.01.1980")]
    told.append(figures(desk, since, until))
    with desk.store.reading() as reading:
        for member in members:
            told += [
                reading.patient(member), reading.membership(member), reading.cards(member), reading.consents(member),
                reading.canonical(member), reading.aliases(member), reading.offers(member), reading.facts([member]),
                reading.receipts([member], 20), reading.circle(member),
            ]  # fmt: skip
        receipts = reading.last_receipts(50)
        told += [receipts, [reading.returns(row.id) for row in receipts], reading.versions(), reading.closing()]
        told += [telling.heard(desk, record.mark) for record in reading.versions()]
        told += [diary.diary(desk), local_rules.rules(desk)]
        told += [reading.services("", 9), reading.services("приём", 9), list(reading.patients()), reading.members()]
        told += [reading.family_members("f-1"), reading.count_cards("blocked"), list(reading.open_cards())]
        told += [reading.uses_total("reward"), reading.uses_total("promotion"), clinics.read(reading)]
        told += [reading.adjustments_by(desk.operator, "goodwill", f"{since:%Y-%m}"), reading.newest_moment()]
        told += [reading.referrals(member, since.year) for member in members]
        told.append(sorted((row.moment, row.op_id, row.kind) for row in reading.journal(500)))
    return told


def test_every_act_of_one_desk_is_known_at_the_other(tmp_path: Path, document: dict[str, Any]) -> None:
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "harbour-events")
        clinic.offline.add("b")
        desk, other = clinic.desks["a"], clinic.desks["b"]
        since = clinic.now.date()
        programs.publish(desk, document, since, clinic.op())
        members = live(clinic, desk)
        with desk.store.writing() as writing:
            writing.put_draft("bill", {"open": "bill"})

        clinic.offline.clear()
        clinic.exchange()

        assert digest_of(desk) == digest_of(other)
        assert answers(desk, members, since, clinic.now.date()) == answers(other, members, since, clinic.now.date())
        assert verify(store_of(other)) == ()
        with other.store.reading() as reading:
            kinds = {row.kind for row in reading.journal(500)}
            assert reading.drafts() == ()
        assert set(_ACTS) - kinds == OF_SPENDING


def test_every_table_is_told_to_all_desks_or_is_of_one_computer() -> None:
    assert set(metadata.tables) == set(PROJECTIONS) | NOT_TOLD


def store_of(desk: Desk) -> SqlStore:
    assert isinstance(desk.store, SqlStore)
    return desk.store


def digest_of(desk: Desk) -> str:
    with store_of(desk).reading() as reading:
        return digest(reading.cursor)

"""A version is announced with its notice, may be withdrawn before its day, and the diary keeps what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk_app import programs
from desk_app.domain.errors import Refusal
from desk_app.rollout.announce import announce, outlook, withdraw
from desk_app.rollout.diary import diary, life, lives, note
from desk_app.rollout.plan import Plan
from desk_app.rollout.retire import retire
from desk_app.statement import statement
from desk_app.versions import record_on, statuses, today
from tests.tasks.clinic import Clinic
from tests.tasks.rules import PLAN, announced, answered, document, earning


def in_days(clinic: Clinic, count: int) -> date:
    return clinic.now.date() + timedelta(days=count)


def told(clinic: Clinic) -> list[str]:
    with clinic.desk.store.reading() as reading:
        known = statuses(reading.versions(), today(clinic.desk, reading))
        return [known[one.mark] for one in reading.versions()]


def test_what_is_worse_begins_on_the_first_lawful_day(clinic: Clinic) -> None:
    record = announced(clinic, earning("5"))

    assert (record.version, record.effective_from) == (2, in_days(clinic, 30))
    assert told(clinic) == ["in_force", "announced"]


def test_what_is_better_may_begin_at_once(clinic: Clinic) -> None:
    assert announced(clinic, earning("20")).effective_from == clinic.now.date()
    assert told(clinic) == ["retired", "in_force"]


def test_too_early_is_refused_with_the_days_and_the_first_lawful_day(clinic: Clinic) -> None:
    given = earning("5")

    with pytest.raises(Refusal) as refusal:
        announced(clinic, given, in_days(clinic, 29))

    lawful = in_days(clinic, 30)
    assert refusal.value.code == "notice.too_early"
    assert refusal.value.params == {"days": 30, "day": lawful.isoformat(), "asked": in_days(clinic, 29).isoformat(),
                                    "worse": 1}  # fmt: skip
    assert [one.key for one in outlook(clinic.desk, given).judgement.worse] == ["levels.steps.earn"]
    assert told(clinic) == ["in_force"]
    assert announced(clinic, given, lawful).effective_from == lawful


def test_the_notice_is_the_old_versions_own(clinic: Clinic) -> None:
    """A version cannot shorten the notice it is announced with."""
    given = earning("10")
    given["notice"]["worsening_days"] = 1

    assert announced(clinic, given).effective_from == in_days(clinic, 30)


def test_a_promotion_that_is_over_by_then_is_taken_from_nobody(clinic: Clinic) -> None:
    with_one = document()
    last = in_days(clinic, 5)
    with_one["promotions"] = [
        {"code": "week", "name": "week", "effect": {"percent": "5"}, "when": {"to": last.isoformat()}}
    ]
    announced(clinic, with_one)

    clinic.later(days=4)
    with pytest.raises(Refusal, match=r"notice\.too_early"):
        announced(clinic, document(), clinic.now.date())
    clinic.later(days=2)
    assert announced(clinic, document()).effective_from == clinic.now.date()


def test_findings_of_the_check_up_are_answered_first(clinic: Clinic) -> None:
    given = earning("20")
    bill = [{"service": "A1", "category": "treatment", "price": "1000.00"}]
    given["examples"] = [{"title": "one", "bill": bill, "claims": {"earns": 150}}]

    with pytest.raises(Refusal) as refusal:
        announce(clinic.desk, given, None, PLAN, answered(clinic.desk, given), clinic.op())

    assert (refusal.value.code, refusal.value.place) == ("checkup.unanswered", "examples[0].claims.earns")
    assert refusal.value.params == {"count": 1, "first": "C01", "findings": "C01 examples[0].claims.earns"}
    given["examples"][0]["claims"]["earns"] = 200
    assert announced(clinic, given).version == 2


def test_nobody_announces_what_patients_will_not_hear_of(clinic: Clinic) -> None:
    for plan, code in (
        (Plan(), "plan.missing"), (replace(PLAN, channels=()), "plan.missing"),
        (replace(PLAN, owner=" "), "plan.owner"),
    ):  # fmt: skip
        with pytest.raises(Refusal, match=code):
            announced(clinic, earning("5"), plan=plan)


def test_the_same_rules_are_nothing_to_announce(clinic: Clinic) -> None:
    with pytest.raises(Refusal, match=r"announce\.same"):
        announced(clinic, document())


def test_a_version_is_announced_once_for_an_id(clinic: Clinic) -> None:
    first = announced(clinic, earning("5"), op=(op := clinic.op()))

    assert announced(clinic, earning("5"), op=op) == first
    with pytest.raises(Refusal, match=r"op\.other_content"):
        announced(clinic, earning("4"), op=op)
    assert len(told(clinic)) == 2


def test_a_version_does_not_slip_in_before_one_that_was_announced(clinic: Clinic) -> None:
    announced(clinic, earning("5"))

    for day in (None, in_days(clinic, 10)):
        with pytest.raises(Refusal, match=r"announce\.ahead"):
            announced(clinic, earning("20"), day)
    assert announced(clinic, earning("6"), in_days(clinic, 30)).version == 3
    assert told(clinic) == ["in_force", "retired", "announced"]


def test_a_withdrawn_version_never_holds_and_stays_in_the_diary(clinic: Clinic) -> None:
    replaced = announced(clinic, earning("5"))
    record = announced(clinic, earning("6"), replaced.effective_from)

    with pytest.raises(Refusal, match=r"reason\.missing"):
        withdraw(clinic.desk, record.mark, " ", clinic.op())
    withdraw(clinic.desk, record.mark, "передумали", (op := clinic.op()))
    withdraw(clinic.desk, record.mark, "передумали", op)
    clinic.exchange()

    # what it had replaced does not come back
    assert told(clinic) == ["in_force", "withdrawn", "withdrawn"]
    for desk in clinic.desks.values():
        assert [(one.what, one.text) for one in diary(desk, record.mark)] == [
            ("announced", ""), ("withdrawn", "передумали"),
        ]  # fmt: skip
    clinic.later(days=40)
    with clinic.desk.store.reading() as reading:
        assert record_on(reading, clinic.now.date()).version == 1
    with pytest.raises(Refusal, match=r"version\.withdrawn"):
        withdraw(clinic.desk, record.mark, "ещё раз", clinic.op())


def test_a_version_that_holds_is_not_withdrawn(clinic: Clinic) -> None:
    record = announced(clinic, earning("20"))

    with pytest.raises(Refusal, match=r"version\.begun"):
        withdraw(clinic.desk, record.mark, "поздно", clinic.op())
    with pytest.raises(Refusal, match=r"version\.unknown"):
        withdraw(clinic.desk, "nothing", "нет такой", clinic.op())


def test_the_record_of_a_version_says_who_announced_what_and_how_it_is_told(clinic: Clinic) -> None:
    clinic.desk.operator = "Анна"
    given = earning("5")
    record = announced(clinic, given)
    note(clinic.desk, record.mark, "leaflet", "200 листов", clinic.op())
    clinic.exchange()

    found = life(clinic.desks["b"], record.mark)
    assert (found.status, found.by, found.desk, found.announced) == ("announced", "Анна", "a", clinic.now.date())
    assert (found.plan, dict(found.reasons)) == (PLAN, answered(clinic.desk, given))
    assert found.counts == {"better": 0, "worse": 1, "neutral": 0}
    assert lives(clinic.desk)[1].last_day == record.effective_from - timedelta(days=1)
    assert [(one.what, one.by, one.text) for one in diary(clinic.desks["b"], record.mark)] == [
        ("announced", "Анна", ""), ("leaflet", "Анна", "200 листов"),
    ]  # fmt: skip


def test_the_diary_begins_with_what_was_published_directly(clinic: Clinic) -> None:
    assert [(one.what, one.day) for one in diary(clinic.desk)] == [("published", clinic.now.date())]


def test_two_desks_that_announce_while_apart_keep_both_versions_in_one_order(clinic: Clinic) -> None:
    """The same number twice: both are kept, the one announced later holds, and receipts keep their own rules."""
    ira = clinic.enrol("ira")
    clinic.offline = {"b"}
    announced(clinic, earning("20"), on="a")
    paid_at_a = clinic.pay(ira, {"category": "treatment", "price": "1000.00"}, on="a")
    clinic.later(minutes=5)
    announced(clinic, earning("30"), on="b")
    paid_at_b = clinic.pay(ira, {"category": "treatment", "price": "1000.00"}, on="b")
    assert (paid_at_a.quote.earns, paid_at_b.quote.earns) == (200, 300)

    clinic.offline = set()
    clinic.exchange()

    for desk in clinic.desks.values():
        with desk.store.reading() as reading:
            assert [(one.label, one.version) for one in reading.versions()] == [("1", 1), ("2", 2), ("2b", 2)]
            held = record_on(reading, clinic.now.date())
        assert held.document == earning("30")
        found = {one.record.label: one for one in lives(desk)}
        assert (found["2b"].apart, found["2"].apart) == (found["2"].record.mark, "")
        # whatever is returned is reckoned by the rules it was paid under
    from desk_app import returning

    back = returning.give_back(clinic.desks["b"], paid_at_a.row.id, [("1", 1)], clinic.op())
    assert back.withdrawn == 200
    clinic.exchange()
    assert clinic.holding(ira, anew=True).usable == clinic.holding(ira, on="b", anew=True).usable == 300
    clinic.later(days=1)
    assert clinic.pay(ira, {"category": "treatment", "price": "1000.00"}, on="a").quote.earns == 300


def test_the_direct_way_asks_for_no_notice(clinic: Clinic) -> None:
    record = programs.publish(clinic.desk, earning("5"), None, clinic.op(), reason="ошибка в прежней")

    assert record.effective_from == clinic.now.date()
    assert life(clinic.desk, record.mark).despite == "ошибка в прежней"


def test_an_end_that_is_only_announced_changes_no_account_yet(clinic: Clinic) -> None:
    """Until the day of the end everything goes on: earning, joining, and the last good days that were given."""
    ira = clinic.enrol("ira")
    clinic.pay(ira, {"category": "treatment", "price": "1000.00"})
    before = [(row.left, row.last_good_day) for row in statement(clinic.desk, ira).lots]
    end = retire(clinic.desk, None, "переезд", PLAN, clinic.op())
    clinic.exchange()

    assert [(row.left, row.last_good_day) for row in statement(clinic.desk, ira).lots] == before
    assert clinic.pay(ira, {"category": "treatment", "price": "1000.00"}).quote.earns == 100
    clinic.enrol("oleg")
    with pytest.raises(Refusal, match=r"program\.ends"):
        announced(clinic, earning("5"))

    clinic.later(days=30)
    assert clinic.pay(ira, {"category": "treatment", "price": "1000.00"}, on="b").quote.earns == 0
    for desk in clinic.desks.values():
        assert {row.last_good_day for row in statement(desk, ira).lots} == {end.last_good_day}
    with pytest.raises(Refusal, match=r"program\.closed"):
        clinic.enrol("late")
    clinic.later(days=89)
    assert clinic.pay(ira, {"category": "treatment", "price": "10.00"}, redeem="max").quote.redeemed_units == 10
    clinic.later(days=2)
    over = clinic.pay(ira, {"category": "treatment", "price": "10.00"}, redeem="max").quote
    assert (over.redeemed_units, over.pays) == (0, 1000)

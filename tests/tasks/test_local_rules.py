"""A branch adds promotions of its own within the limits of the network, and changes nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_app import checkout, programs
from desk_app.documents.program_file import read_program
from desk_app.domain.errors import Refusal
from desk_app.domain.local_rules import check_change
from desk_app.domain.people import Service
from desk_app.importing.services import import_services
from desk_app.rollout import local_rules
from desk_app.rollout.announce import withdraw
from desk_app.rollout.at_desk import news
from desk_app.rollout.diary import life, lives
from tests.tasks.clinic import Clinic, treatment
from tests.tasks.rules import Json, announced, document, earning

LIMITS: Json = {
    "percent": "10", "amount": "300.00", "categories": ["treatment"], "effects": ["percent", "amount"], "at_once": 2,
    "days": 31,
}  # fmt: skip


def opened(stack: ExitStack, folder: Path) -> Clinic:
    clinic = Clinic.open(stack, folder, "harbour")
    clinic.desks["a"].branch, clinic.desks["b"].branch = "north", "south"
    local_rules.set_limits(clinic.desk, LIMITS, clinic.op())
    clinic.exchange()
    return clinic


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Clinic]:
    """Desk a stands in the north, desk b in the south; branches may add a little."""
    with ExitStack() as stack:
        yield opened(stack, tmp_path)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """The same for whatever is refused: nothing is stored, so one is enough for all."""
    with ExitStack() as stack:
        clinic = opened(stack, tmp_path_factory.mktemp("network"))
        import_services(clinic.desk, [Service("L1", "Анализ", "lab", 10_000, 5)], dry_run=False)
        yield clinic


def spring(clinic: Clinic, **keys: Any) -> Json:
    first = clinic.now.date()
    when = {"from": first.isoformat(), "to": (first + timedelta(days=20)).isoformat(), "categories": ["treatment"]}
    rule: Json = {"code": "spring", "name": "spring", "effect": {"percent": "10"}, "max_amount": "200.00"}
    return {
        **rule,
        **{key: value for key, value in keys.items() if key != "when"},
        "when": {**when, **keys.get("when", {})},
    }


def pays(clinic: Clinic, member: str, branch: str, on: str) -> tuple[int, int | None]:
    bill = clinic.bill(member, treatment("1000.00"), on=on, branch=branch)
    quote = checkout.price(clinic.desks[on], bill).quote
    return quote.pays, quote.version


def test_a_branch_has_its_rule_and_the_others_have_not(network: Clinic) -> None:
    ira = network.enrol("ira")
    record = local_rules.add(network.desk, spring(network), network.op())
    network.exchange()

    assert (record.version, record.effective_from) == (2, network.now.date())
    for on in "ab":
        # a bill of the north priced at a desk of the south is a bill of the north
        assert pays(network, ira, "north", on) == (90_000, 2)
        assert pays(network, ira, "south", on) == (100_000, 2)
        assert [(one.code, one.branch) for one in local_rules.rules(network.desks[on])] == [("spring", "north")]
    paid = network.pay(ira, treatment("1000.00"), on="a", branch="north")
    assert (paid.row.body["version"], paid.row.body["mark"]) == (2, record.mark)
    assert [one.rule for one in paid.quote.lines[0].discounts] == ["promotion:spring"]
    found = life(network.desks["b"], record.mark)
    assert (found.branch, found.counts) == ("north", {})


def test_the_same_bill_gives_the_same_in_two_branches(network: Clinic) -> None:
    ira = network.enrol("ira")
    local_rules.add(
        network.desk, spring(network, when={"categories": ["treatment"], "min_bill": "5000.00"}), network.op()
    )
    network.exchange()

    told = set()
    for on, branch in (("a", "north"), ("a", "south"), ("b", "north"), ("b", "south")):
        bill = network.bill(ira, treatment("1000.00"), {"category": "lab", "price": "333.33", "quantity": 3}, on=on,
                            branch=branch)  # fmt: skip
        quote = checkout.price(network.desks[on], bill).quote
        told.add((quote.list, quote.discount, quote.pays, quote.earns))
    assert len(told) == 1


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"when": {"branches": ["south"]}}, "local.branch"),
        ({"when": {"branches": ["north", "south"]}}, "local.branch"),
        ({"effect": {"percent": "11"}}, "local.percent"),
        ({"max_amount": "300.01"}, "local.amount"),
        ({"max_amount": None}, "local.amount"),
        ({"effect": {"amount": "300.01"}, "max_amount": None}, "local.amount"),
        ({"effect": {"units": 500}, "max_amount": None}, "local.effect"),
        ({"combine": "exclusive"}, "local.exclusive"),
        ({"when": {"categories": ["lab"]}}, "local.category"),
        ({"when": {"categories": ["treatment", "lab"]}}, "local.category"),
        ({"when": {"categories": []}}, "local.category"),
        ({"when": {"services": ["L1"]}}, "local.category"),
        ({"when": {"services": ["X9"]}}, "local.service"),
        ({"when": {"to": "2025-06-01"}}, "local.days"),
        ({"when": {"to": None}}, "local.days"),
        ({"effect": {"percent": "1", "amount": "1.00"}}, "promotion.effect"),
    ],
)
def test_a_forbidden_local_rule_is_refused_with_the_reason(shared: Clinic, keys: Json, code: str) -> None:
    rule = spring(shared, **keys)
    rule = {key: value for key, value in rule.items() if value is not None}
    rule["when"] = {key: value for key, value in rule["when"].items() if value is not None}

    with pytest.raises(Refusal) as refusal:
        local_rules.add(shared.desk, rule, shared.op())

    assert refusal.value.code == code
    assert local_rules.rules(shared.desk) == ()


def test_services_given_when_needed_are_nobodys_target(network: Clinic) -> None:
    urgent = {"code": "urgent", "name": "urgent", "earns": True, "indicated_only": True}
    given = document(change=lambda one: one["categories"].append(urgent))
    programs.publish(network.desk, given, network.now.date(), network.op())
    local_rules.set_limits(network.desk, {**LIMITS, "categories": ["treatment", "urgent"]}, network.op())

    with pytest.raises(Refusal) as refusal:
        local_rules.add(network.desk, spring(network, when={"categories": ["urgent"]}), network.op())
    assert refusal.value.code in ("local.indicated", "promotion.indicated")


def test_without_limits_a_branch_adds_nothing(clinic: Clinic) -> None:
    with pytest.raises(Refusal, match=r"local\.none_allowed"):
        local_rules.add(clinic.desk, spring(clinic), clinic.op())


def test_so_many_at_once_and_a_code_only_once(network: Clinic) -> None:
    local_rules.add(network.desk, spring(network), network.op())
    with pytest.raises(Refusal, match=r"local\.taken"):
        local_rules.add(network.desk, spring(network), network.op())
    local_rules.add(network.desk, spring(network, code="second"), network.op())

    with pytest.raises(Refusal, match=r"local\.many"):
        local_rules.add(network.desk, spring(network, code="third"), network.op())
    network.exchange()
    local_rules.add(network.desks["b"], spring(network, code="south-one"), network.op())
    assert len(local_rules.rules(network.desks["b"])) == 3


def test_a_rule_is_added_once_for_an_id(network: Clinic) -> None:
    op = network.op()
    first = local_rules.add(network.desk, spring(network), op)

    assert local_rules.add(network.desk, spring(network), op) == first
    with pytest.raises(Refusal, match=r"op\.other_content"):
        local_rules.add(network.desk, spring(network, name="other"), op)


def test_ending_it_sooner_obeys_the_notice(network: Clinic) -> None:
    ira = network.enrol("ira")
    local_rules.set_limits(network.desk, {**LIMITS, "days": 92}, network.op())
    last = (network.now.date() + timedelta(days=60)).isoformat()
    local_rules.add(network.desk, spring(network, when={"to": last}), network.op())
    network.exchange()

    with pytest.raises(Refusal, match=r"notice\.too_early"):
        local_rules.remove(network.desk, "spring", network.now.date(), "дорого", network.op())
    with pytest.raises(Refusal, match=r"local\.branch"):
        local_rules.remove(network.desks["b"], "spring", None, "чужое", network.op())
    with pytest.raises(Refusal, match=r"local\.unknown"):
        local_rules.remove(network.desk, "autumn", None, "нет такого", network.op())
    record = local_rules.remove(network.desk, "spring", None, "дорого", network.op())
    network.exchange()

    assert record.effective_from == network.now.date() + timedelta(days=30)
    network.later(days=29)
    assert pays(network, ira, "north", "b")[0] == 90_000
    network.later(days=1)
    assert pays(network, ira, "north", "b")[0] == 100_000
    assert local_rules.rules(network.desk) == ()


def test_versions_that_are_announced_get_the_rule_too(network: Clinic) -> None:
    """Else a rule of today would silently end on the first day of the network's next version."""
    ira = network.enrol("ira")
    ahead = announced(network, earning("5"))
    local_rules.set_limits(network.desk, {**LIMITS, "days": 92}, network.op())
    last = (network.now.date() + timedelta(days=60)).isoformat()
    local_rules.add(network.desk, spring(network, when={"to": last}), network.op())
    network.exchange()

    assert {one.apart for one in lives(network.desk)} == {""}
    network.now = network.now + timedelta(days=30)
    quote = network.pay(ira, treatment("1000.00"), on="a", branch="north").quote
    assert (quote.pays, quote.earns) == (90_000, 45)
    with network.desk.store.reading() as reading:
        held = max(reading.versions(), key=lambda one: one.order)
    assert held.effective_from == ahead.effective_from


def test_the_network_takes_its_next_version_back_and_the_branch_keeps_its_rule(network: Clinic) -> None:
    ira = network.enrol("ira")
    announced(network, earning("5"))
    local_rules.add(network.desk, spring(network), network.op())
    ahead = lives(network.desk)[0].record
    withdraw(network.desk, ahead.mark, "передумали", network.op())
    network.exchange()

    assert pays(network, ira, "north", "b")[0] == 90_000
    network.later(days=15)
    assert pays(network, ira, "north", "b")[0] == 90_000


def test_what_else_a_branch_changes_is_refused_at_its_place() -> None:
    old = read_program(document())
    with pytest.raises(Refusal) as refusal:
        check_change(old, read_program(earning("20")), "north")

    assert (refusal.value.code, refusal.value.place) == ("local.core", "levels.steps[all].earn")
    first = {"code": "a", "name": "a", "effect": {"percent": "5"}, "when": {"branches": ["north"]}}
    core = {"code": "core", "name": "core", "effect": {"percent": "5"}}
    before = read_program(document(change=lambda one: one.update(promotions=[core])))
    check_change(before, read_program(document(change=lambda one: one.update(promotions=[core, first]))), "north")
    with pytest.raises(Refusal, match=r"local\.core"):
        check_change(before, read_program(document(change=lambda one: one.update(promotions=[first, core]))), "north")


def test_a_rule_of_a_branch_is_news_there_and_nowhere_else(network: Clinic) -> None:
    record = local_rules.add(network.desk, spring(network), network.op())
    network.exchange()

    assert [one.mark for one in news(network.desks["a"])] == [record.mark]
    assert news(network.desks["b"]) == ()

"""A year rehearsed: what it says is true, adds up, opens to its bills, and goes on where it was stopped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from desk_app import programs
from desk_app.rehearsal.keeping import OnDesk, name_of, packed, unpacked
from desk_app.rehearsal.living import relive
from desk_app.rehearsal.opened import opened_bill
from desk_app.rehearsal.past import Past, Sold
from desk_app.rehearsal.plain import plain
from desk_app.rehearsal.reading import past_of
from desk_app.rehearsal.run import draft_of, rehearse
from desk_app.rehearsal.sums import Rehearsal
from desk_app.rehearsal.typical import typical
from desk_app.watch import Cancelled, Watch
from tests.rehearsal.year import FIRST, LAST, open_year, preset, with_rates
from tests.tasks.clinic import MOSCOW, Clinic
from ui import compose, compose_records


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    with ExitStack() as stack:
        yield open_year(stack, tmp_path_factory.mktemp("year"))


@pytest.fixture(scope="module")
def past(clinic: Clinic) -> Past:
    return past_of(clinic.desk, FIRST, LAST)


@pytest.fixture(scope="module")
def dearer(past: Past) -> Rehearsal:
    return rehearse(past, draft_of(with_rates("5", "7", "9", "12")))


@pytest.fixture(scope="module")
def poorer(past: Past) -> Rehearsal:
    return rehearse(past, draft_of(with_rates("1", "2", "3", "4")))


def test_the_rules_of_then_rehearsed_are_what_was_paid_to_the_kopeck(past: Past) -> None:
    found = rehearse(past, draft_of(preset()))

    for sold, row in found.pairs():
        assert [(one.discount, one.gift, one.units) for one in sold.was] == list(
            zip(row.discounts, row.gifts, row.units, strict=True)
        )
        assert (sold.spent, sold.earned, sold.kept) == (row.spent, row.earned, row.kept)
    assert {one.patient: one.gain for one in found.patients} == dict.fromkeys((p.patient for p in found.patients), 0)
    assert found.owing.was == found.owing.would
    assert found.break_even is None


def test_points_that_the_draft_gives_are_spent_on_later_bills(dearer: Rehearsal) -> None:
    assert dearer.total.would.earned > dearer.total.was.earned
    assert dearer.total.would.units > dearer.total.was.units
    assert dearer.owing.would > dearer.owing.was


def test_every_figure_is_the_sum_of_its_rows(dearer: Rehearsal) -> None:
    total = dearer.total
    figures = [("", [total]), ("branch", dearer.branches), ("level", dearer.levels), ("category", dearer.categories)]
    for by, groups in figures:
        for group in groups:
            bills = dearer.bills(by, group.code)
            assert sum(one.was_cost for one in bills) == group.was.cost
            assert sum(one.would_cost for one in bills) == group.would.cost
            assert sum(one.listed for one in bills) == group.was.listed
            assert len(bills) == group.bills
        assert sum(group.would.cost for group in groups) == total.would.cost
    assert sum(band.patients for band in dearer.bands) == len(dearer.patients)
    assert sum(band.total for band in dearer.bands) == sum(one.gain for one in dearer.patients)
    for person in dearer.patients:
        paid = sum(one.listed - one.would_cost for one in dearer.bills("patient", person.patient))
        assert paid == person.would_paid


def test_totals_are_the_sum_of_the_engines_own_quotes(past: Past, dearer: Rehearsal) -> None:
    returned = {event.receipt for household in past.households for event in household.events
                if not isinstance(event, Sold) and hasattr(event, "receipt")}  # fmt: skip
    checked = 0
    for household in past.households:
        for sold in household.events:
            if not isinstance(sold, Sold) or sold.receipt in returned:
                continue
            quote = relive(past, household, dearer.draft, sold.receipt).quote
            (bill,) = [one for one in dearer.bills() if one.sold is sold]
            assert bill.would_cost == quote.discount + quote.redeemed
            checked += 1
    assert checked > 15


def test_bills_of_services_without_a_kind_are_counted(past: Past) -> None:
    lines = tuple(replace(line, category=None) for line in past.lines)
    found = rehearse(replace(past, lines=lines), draft_of(preset()))

    assert [(one.code, one.bills) for one in found.categories] == [("", found.total.bills)]


def test_a_loser_is_told_with_his_bills(poorer: Rehearsal) -> None:
    assert poorer.losers
    worst = poorer.losers[0]
    assert worst.gain == min(one.gain for one in poorer.patients) < 0
    assert sum(one.listed - one.was_cost for one in poorer.bills("patient", worst.patient)) == worst.was_paid


def test_what_covers_a_dearer_draft_is_what_patients_keep(dearer: Rehearsal) -> None:
    even = dearer.break_even
    assert even is not None
    assert even.missing == sum(one.gain for one in dearer.patients)
    assert even.share == Fraction(even.missing, dearer.total.would.revenue)
    assert even.visits * dearer.total.would.revenue >= even.missing * dearer.visits


def test_typical_patients_come_from_the_clinics_own_bills(past: Past) -> None:
    years = typical(past, draft_of(past.then), draft_of(with_rates("5", "7", "9", "12")))

    assert [one.kind for one in years] == ["rare", "regular", "family", "big"]
    assert all(one.draft.in_all <= one.then.in_all for one in years)
    assert years[0].visits <= years[1].visits


def test_a_bill_opens_to_both_quotes(clinic: Clinic, dearer: Rehearsal) -> None:
    sold = next(one.sold for one in dearer.bills() if one.sold.spent)

    opened = opened_bill(clinic.desk, dearer, sold.receipt)

    assert opened.was.receipt.quote.redeemed_units == sold.spent
    assert opened.would.receipt.quote.redeemed_units >= sold.spent
    assert all(line.reasons for line in opened.would.receipt.quote.lines)


def test_a_draft_without_units_gives_none_and_its_discounts_are_counted(past: Past) -> None:
    found = rehearse(past, draft_of(preset("growing-discount")))

    assert found.total.would.units == found.total.would.earned == 0
    assert found.total.would.discounts > 0


def test_interrupted_it_goes_on_and_ends_as_if_it_never_was(clinic: Clinic, past: Past) -> None:
    draft = draft_of(with_rates("2", "3", "4", "5"))
    keeper, told = OnDesk(clinic.desk, name_of(past, draft)), list[int]()

    def cancelled() -> bool:
        return bool(told) and told[-1] > 0

    with pytest.raises(Cancelled):
        rehearse(past, draft, keeper, Watch(lambda done, _: told.append(done), cancelled), chunk=1)
    kept = keeper.kept()
    assert 0 < sum(len(life.rows) for lives in kept.values() for life in lives) < past.bills
    again = rehearse(past, draft, keeper, chunk=1)

    whole = rehearse(past, draft)
    assert json.dumps(plain(again)) == json.dumps(plain(whole))
    assert packed(again.lived) == packed(whole.lived)
    other = draft_of(with_rates("3", "3", "4", "5"))
    assert not OnDesk(clinic.desk, name_of(past, other)).kept()


def test_what_is_kept_is_what_was_lived(dearer: Rehearsal) -> None:
    assert packed(unpacked(packed(dearer.lived))) == packed(dearer.lived)


def test_rules_that_do_not_change_cost_nothing_where_desks_did_not_hear_each_other(tmp_path: Path) -> None:
    """Units spent twice, and a level that one desk had not heard of, are the network's, and not the draft's."""
    with ExitStack() as stack:
        clinic = Clinic(now=datetime(2026, 2, 2, 9, 0, tzinfo=MOSCOW))
        for name in "ab":
            clinic.desks[name] = stack.enter_context(
                compose.throw_away_desk(tmp_path, name, lambda: clinic.now, compose_records.programs())
            )
        programs.publish(clinic.desk, preset(), clinic.now.date(), clinic.op())
        clinic.exchange()
        anna = clinic.enrol("Анна")
        paid = {"category": "consultation", "price": "29000.00"}
        clinic.pay(anna, paid, proof="card")
        clinic.later(days=1)
        clinic.offline = {"a", "b"}
        for desk in "ab":
            clinic.pay(anna, {**paid, "price": "3000.00"}, on=desk, proof="card", redeem="max")
            clinic.later(minutes=5)
        clinic.offline = set()
        clinic.exchange()
        clinic.later(days=1)

        past = past_of(clinic.desk, date(2026, 2, 1), date(2026, 2, 28))

    apart = [one for household in past.households for one in household.events if isinstance(one, Sold) and one.unheard]
    same = rehearse(past, draft_of(preset()))
    assert len(apart) == 1
    assert [(row.spent, row.earned) for _, row in same.pairs()] == [
        (one.spent, one.earned) for one, _ in same.pairs()
    ]  # fmt: skip
    assert (same.total.was, same.owing.was) == (same.total.would, same.owing.would)


def test_nobody_was_apart_at_one_desk(past: Past) -> None:
    assert [one for household in past.households for one in household.events if isinstance(one, Sold) and one.unheard
            ] == []  # fmt: skip

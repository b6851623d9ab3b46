"""Random lives at two desks, online and off: units are conserved after every act and both desks agree in the end."""

from __future__ import annotations

import random
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app import events, families, lapse, returning
from desk_app.acts import op_id
from desk_app.domain.account import Account
from desk_app.domain.errors import Refusal
from desk_app.domain.lots import last_good_day
from desk_app.domain.turns import in_turn
from tests.tasks.clinic import Clinic, treatment

PROGRAMS = ("harbour-events", "harbour-debt", "harbour-withhold-bonus", "harbour-tomorrow", "health-club-visit3",
            "health-club-calendar", "health-club-activity", "harbour-list-price")  # fmt: skip
NAMES = ("ira", "oleg", "nina")


def assert_conserved(account: Account) -> None:
    """Accrued = left + redeemed − overdraft + lapsed + withdrawn + adjusted down (spec: engine, Ledger)."""
    left = sum(lot.left for lot in account.lots)
    assert left == account.left
    assert all(lot.left >= 0 for lot in account.lots)
    opened = sorted((lot for lot in account.lots if lot.left), key=lambda lot: (last_good_day(lot), lot.number))
    assert list(in_turn(account)) == opened
    assert account.overdraft >= 0
    assert account.redeemed >= 0
    spent = account.redeemed - account.overdraft
    assert account.accrued + account.moved_in == (
        left + spent + account.lapsed + account.withdrawn + account.adjusted_down
    )


def act(clinic: Clinic, luck: random.Random, bills: list[tuple[str, list[tuple[str, int]]]]) -> None:
    """One random act at a random desk."""
    on, member = luck.choice("ab"), op_id(f"member:{luck.choice(NAMES)}")
    desk = clinic.desks[on]
    kind = luck.choice(("pay", "pay", "pay", "return", "return", "adjust", "warn", "void", "family", "merge", "event"))
    if kind == "pay":
        lines = [
            treatment(f"{luck.randint(1, 300_000) / 100:.2f}", quantity=luck.randint(1, 3))
            for _ in range(luck.randint(1, 3))
        ]
        redeem = luck.choice(("0", "max", "max", str(luck.randint(1, 400))))
        settled = clinic.pay(member, *lines, on=on, redeem=redeem, proof="card")
        bills.append((settled.row.id, [(line.id, 1) for line in settled.quote.lines]))
    elif kind == "return" and bills:
        receipt, lines_of = luck.choice(bills)
        line, pieces = luck.choice(lines_of)
        result = returning.give_back(desk, receipt, [(line, pieces)], clinic.op())
        assert result.money_back >= 0 or result.withheld < 0
    elif kind == "void" and bills:
        returning.void(desk, luck.choice(bills)[0], clinic.op())
    elif kind == "adjust":
        events.adjust(desk, member, luck.choice((-1, 1)) * luck.randint(1, 200), "mistake", clinic.op())
    elif kind == "warn":
        lapse.warn(desk, member, "paper", clinic.op())
    elif kind == "event":
        events.record_event(desk, member, luck.choice(("survey_answered", "plan_completed")))
    elif kind == "family":
        if luck.random() < 0.5:
            families.join_family(desk, member, op_id("family"), clinic.op())
        else:
            families.leave_family(desk, member, clinic.op())
    elif kind == "merge" and luck.random() < 0.3:
        families.merge(desk, member, op_id(f"member:{luck.choice(NAMES)}"), clinic.op())


@settings(max_examples=25)
@given(st.integers(0, 2**32), st.sampled_from(PROGRAMS))
def test_units_are_conserved_and_desks_agree_whatever_happens(seed: int, program: str) -> None:
    luck = random.Random(seed)
    with ExitStack() as stack:
        clinic = Clinic.open(stack, Path(stack.enter_context(TemporaryDirectory())), program)
        members = [clinic.enrol(name) for name in NAMES]
        bills: list[tuple[str, list[tuple[str, int]]]] = []

        for _ in range(30):
            clinic.later(days=luck.choice((0, 0, 0, 1, 7, 40, 120)))
            clinic.offline = set("b") if luck.random() < 0.4 else set()
            with suppress(Refusal):  # a rule may say no; what matters is what is left
                act(clinic, luck, bills)
            clinic.exchange()
            for name in "ab":
                for member in members:
                    held, anew = clinic.holding(member, name), clinic.holding(member, name, anew=True)
                    assert picture(held.account) == picture(anew.account), "a kept ledger equals one folded anew"
                    for account in held.ledger.accounts.values():
                        assert_conserved(account)

        clinic.offline = set()
        clinic.exchange()
        for member in members:
            ours, theirs = clinic.holding(member, "a"), clinic.holding(member, "b")
            assert picture(ours.account) == picture(theirs.account)
            assert (ours.usable, ours.pending) == (theirs.usable, theirs.pending)


def picture(account: Account) -> tuple[object, ...]:
    """An account as comparable values."""
    lots = sorted((lot.id, lot.units, lot.left, lot.lapsed, lot.adjusted) for lot in account.lots)
    return (account.accrued, account.redeemed, account.overdraft, account.lapsed, account.withdrawn,
            account.adjusted_down, account.debt, lots)  # fmt: skip


def test_a_return_that_is_heard_before_its_bill_waits_for_it(tmp_path: Path) -> None:
    with ExitStack() as stack:
        clinic = Clinic.open(stack, tmp_path, "harbour-debt", "abc")
        member = clinic.enrol("ira")
        clinic.offline = {"b", "c"}
        settled = clinic.pay(member, treatment("5000.00"), on="a")
        clinic.later()
        with clinic.desks["a"].store.reading() as reading, clinic.desks["b"].store.reading() as other:
            bill = reading.ops_after(other.heads())
        with clinic.desks["b"].store.writing() as writing:
            writing.take_foreign(bill)
        returning.give_back(clinic.desks["b"], settled.row.id, [("1", 1)], clinic.op())
        with clinic.desks["b"].store.reading() as reading, clinic.desks["c"].store.reading() as other:
            own = next(one.stream for one in reading.own_streams() if one.current)
            return_alone = tuple(op for op in reading.ops_after(other.heads()) if op.stream == own)
        with clinic.desks["c"].store.writing() as writing:
            writing.take_foreign(return_alone)

        assert clinic.holding(member, "c").account.left == 0

        clinic.offline = set()
        clinic.exchange()
        assert picture(clinic.holding(member, "c").account) == picture(clinic.holding(member, "b").account)

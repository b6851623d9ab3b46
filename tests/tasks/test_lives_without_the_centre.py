"""Random lives under ceilings: units are conserved, desks agree, nobody goes below zero, and money owed is exact."""

from __future__ import annotations

import random
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app import cases, making_good
from desk_app.audit import audit
from desk_app.domain.errors import Refusal
from tests.stories.test_spent_at_two_desks import meet, under
from tests.tasks.test_random_lives import NAMES, act, assert_conserved


@settings(max_examples=12)
@given(st.integers(0, 2**32), st.sampled_from(("harbour", "harbour-debt", "harbour-tomorrow")))
def test_wishes_and_overdrafts_keep_the_books_whatever_happens(seed: int, program: str) -> None:
    luck = random.Random(seed)
    with ExitStack() as stack:
        clinic = under(stack, Path(stack.enter_context(TemporaryDirectory())), program)
        members = [clinic.enrol(name) for name in NAMES]
        bills: list[tuple[str, list[tuple[str, int]]]] = []
        for _ in range(25):
            clinic.later(days=luck.choice((0, 0, 0, 1, 7)), minutes=luck.choice((1, 30)))
            clinic.offline = set("ab") if luck.random() < 0.6 else set()
            with suppress(Refusal):
                act(clinic, luck, bills)
            if luck.random() < 0.3:
                meet(clinic)
                for desk in clinic.desks.values():
                    cases.after_exchange(desk)
                clinic.exchange()
                if bills:
                    making_good.hand_over(clinic.desk, luck.choice(bills)[0], done=luck.random() < 0.7)
        meet(clinic)
        clinic.exchange()

        for member in members:
            seen = []
            for on in "ab":
                held = clinic.holding(member, on, anew=True)
                for account in held.ledger.accounts.values():
                    assert_conserved(account)
                assert held.usable >= 0
                with clinic.desks[on].store.reading() as reading:
                    wishes = making_good.wishes_of(reading, held)
                assert all(0 <= wish.owed <= wish.money and wish.made <= wish.units for wish in wishes)
                seen.append((held.usable, held.account.overdraft, wishes))
            assert seen[0] == seen[1]
        assert not audit(clinic.desk)

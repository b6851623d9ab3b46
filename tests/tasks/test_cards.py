"""The card is only a key: it is given anew, blocked and bound, and a stock card is never printed twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import pytest

from desk_app import cards, enrolment, lookup, stock
from desk_app.acts import op_id
from desk_app.domain.card_numbers import card_number, is_card_number
from desk_app.domain.errors import Refusal
from desk_app.domain.people import Patient
from tests.tasks.clinic import Clinic

Ink = tuple[str, ...]


def card_of(clinic: Clinic, member: str, on: str = "a") -> str:
    """The number that opens the account of a member on a desk."""
    with clinic.desks[on].store.reading() as reading:
        return cards.key_of(reading, member)


def states(clinic: Clinic, member: str) -> dict[str, str]:
    with clinic.desk.store.reading() as reading:
        return {card.number: card.state for card in reading.cards(member)}


def nothing(_: Ink) -> None:
    """The paper is there."""


def drawn(numbers: Ink) -> Ink:
    """Drawing that keeps in mind what it drew."""
    return numbers


# given anew, blocked


def test_a_new_card_blocks_the_one_before_and_says_why(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    old = card_of(clinic, ira)

    new = cards.issue(clinic.desk, ira, clinic.op(), reason="lost")

    assert states(clinic, ira) == {old: "blocked", new: "active"}
    assert is_card_number(new)
    with clinic.desk.store.reading() as reading:
        written = [row.body["note"]["reason"] for row in reading.journal(2)]
    assert written == ["lost", "lost"]


def test_a_blocked_card_is_told_with_the_name_of_whose_it_was(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    old = card_of(clinic, ira)
    cards.issue(clinic.desk, ira, clinic.op(), reason="stolen")
    clinic.exchange()

    for desk in clinic.desks.values():
        found, holder = lookup.scan(desk, old), cards.holder_of(desk, old)
        assert found.card is not None
        assert holder is not None
        assert (found.card.state, found.member, holder.surname) == ("blocked", ira, "ira")


def test_a_lost_card_is_blocked_without_a_new_one(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    old = card_of(clinic, ira)

    cards.block(clinic.desk, old, clinic.op(), reason="lost")

    assert states(clinic, ira) == {old: "blocked"}
    assert card_of(clinic, ira) == ""


def test_a_new_card_sent_again_is_the_same_card(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")

    first = cards.issue(clinic.desk, ira, op_id("card-1"))

    assert cards.issue(clinic.desk, ira, op_id("card-1")) == first
    assert list(states(clinic, ira).values()).count("active") == 1


def test_a_card_that_is_the_members_own_already_stays_as_it_is(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    held = card_of(clinic, ira)

    assert cards.issue(clinic.desk, ira, clinic.op(), number=held) == held
    assert states(clinic, ira) == {held: "active"}


def test_a_card_of_somebody_else_and_a_blocked_one_are_refused(clinic: Clinic) -> None:
    ira, oleg = clinic.enrol("ira"), clinic.enrol("oleg")
    held = card_of(clinic, ira)

    with pytest.raises(Refusal, match=r"card\.taken"):
        cards.issue(clinic.desk, oleg, clinic.op(), number=held)
    cards.block(clinic.desk, held, clinic.op())
    with pytest.raises(Refusal, match=r"card\.blocked"):
        cards.issue(clinic.desk, oleg, clinic.op(), number=held)
    with pytest.raises(Refusal, match=r"value\.bad"):
        cards.issue(clinic.desk, oleg, clinic.op(), reason="whim")


def test_a_mistyped_number_is_no_card(clinic: Clinic) -> None:
    good = card_number(123)
    mistyped = good[:-1] + str((int(good[-1]) + 1) % 10)

    with pytest.raises(Refusal, match=r"card\.bad"):
        cards.issue(clinic.desk, clinic.enrol("ira"), clinic.op(), number=mistyped)


def test_the_list_to_print_names_whom_no_card_opens(clinic: Clinic) -> None:
    ira, oleg = clinic.enrol("ira", given="Ира", patronymic="Павловна"), clinic.enrol("oleg")
    cards.block(clinic.desk, card_of(clinic, oleg), clinic.op())

    found, without = cards.cards_of(clinic.desk, [ira, oleg])

    assert [(card.number, card.name, card.short) for card in found] == [
        (card_of(clinic, ira), "ira Ира\N{NO-BREAK SPACE}Павловна", "ira И.\N{NO-BREAK SPACE}П.")
    ]
    assert without == (oleg,)
    with pytest.raises(Refusal, match=r"member\.unknown"):
        cards.cards_of(clinic.desk, ["nobody"])


# stock cards


def test_a_stock_card_opens_nothing_until_it_is_bound_by_scanning(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    old = card_of(clinic, ira)
    batch = stock.make(clinic.desk, 3, drawn, nothing)
    clinic.exchange()
    number = batch.numbers[1]

    for desk in clinic.desks.values():
        scanned = lookup.scan(desk, number)
        assert scanned.card is not None
        assert (scanned.card.state, scanned.member) == ("stock", "")
        assert cards.holder_of(desk, number) is None
    cards.issue(clinic.desks["b"], ira, clinic.op(), number=number)
    clinic.exchange()

    assert lookup.scan(clinic.desk, number).member == ira
    assert states(clinic, ira) == {old: "blocked", number: "active"}


def test_a_stock_card_is_handed_to_a_newcomer_at_enrolment(clinic: Clinic) -> None:
    batch = stock.make(clinic.desk, 1, drawn, nothing)

    made = enrolment.enrol(
        clinic.desk, enrolment.EnrolmentForm(Patient("", "oleg"), card=batch.numbers[0]), clinic.op()
    )

    assert lookup.scan(clinic.desk, batch.numbers[0]).member == made.member


def test_a_desk_that_had_not_heard_of_the_batch_binds_its_card_for_good(clinic: Clinic) -> None:
    ira = clinic.enrol("ira")
    clinic.offline |= {"a", "b"}
    number = card_number(4711)
    cards.issue(clinic.desks["b"], ira, clinic.op(), number=number)
    clinic.later(minutes=30)
    # the clock of the desk that prints is ahead: its word is the later one
    stock.register(clinic.desk, (number,), clinic.op())
    clinic.offline.clear()
    clinic.exchange()

    assert [lookup.scan(desk, number).member for desk in clinic.desks.values()] == [ira, ira]


def test_numbers_of_a_batch_are_all_different_and_nobodys(clinic: Clinic) -> None:
    batch = stock.make(clinic.desk, 1000, drawn, nothing)

    assert len(set(batch.numbers)) == 1000
    assert all(is_card_number(number) for number in batch.numbers)
    assert all(lookup.scan(clinic.desk, number).card is not None for number in batch.numbers)
    assert stock.unfinished(clinic.desk) == ()


@pytest.mark.parametrize("count", [0, -1, stock.MOST + 1])
def test_a_batch_of_no_cards_or_of_far_too_many_is_refused(clinic: Clinic, count: int) -> None:
    with pytest.raises(Refusal, match=r"value\.bad"):
        stock.make(clinic.desk, count, drawn, nothing)


# interrupted


class Interrupted(Exception):
    """The power, the printer or the clerk."""


def failing(seen: list[str]) -> Callable[[Ink], NoReturn]:
    """A step that sees the numbers and then stops."""

    def step(numbers: Ink) -> NoReturn:
        seen.extend(numbers)
        raise Interrupted

    return step


def test_a_batch_cancelled_while_it_is_drawn_leaves_no_number_behind(clinic: Clinic) -> None:
    seen: list[str] = []

    with pytest.raises(Interrupted):
        stock.make(clinic.desk, 20, failing(seen), nothing)

    assert len(seen) == 20
    assert all(lookup.scan(clinic.desk, number).card is None for number in seen)
    assert stock.unfinished(clinic.desk) == ()


def test_a_batch_is_registered_before_any_sheet_leaves_the_app(clinic: Clinic) -> None:
    known: list[str] = []

    def hand_over(numbers: Ink) -> None:
        for number in numbers:
            card = lookup.scan(clinic.desk, number).card
            known.append(card.state if card else "unknown")

    stock.make(clinic.desk, 20, drawn, hand_over)

    assert known == ["stock"] * 20


def test_a_batch_interrupted_at_the_printer_is_made_again_with_the_same_numbers_once(clinic: Clinic) -> None:
    seen: list[str] = []
    with pytest.raises(Interrupted):
        stock.make(clinic.desk, 20, drawn, failing(seen))
    (waiting,) = stock.unfinished(clinic.desk)
    printed: list[str] = []

    stock.make_again(clinic.desk, waiting, drawn, printed.extend)

    assert printed == seen == list(waiting.numbers)
    assert stock.unfinished(clinic.desk) == ()
    with pytest.raises(Refusal, match=r"stock\.done"):
        stock.make_again(clinic.desk, waiting, drawn, printed.extend)
    assert len(printed) == 20


def test_a_batch_that_nobody_has_in_hand_is_put_away(clinic: Clinic) -> None:
    seen: list[str] = []
    with pytest.raises(Interrupted):
        stock.make(clinic.desk, 3, drawn, failing(seen))
    (waiting,) = stock.unfinished(clinic.desk)
    ira = clinic.enrol("ira", on="a")
    cards.issue(clinic.desk, ira, clinic.op(), number=seen[0])

    assert stock.put_away(clinic.desk, waiting, op_id("away")) == 2
    assert stock.put_away(clinic.desk, waiting, op_id("away")) == 2

    assert lookup.scan(clinic.desk, seen[0]).member == ira
    with pytest.raises(Refusal, match=r"card\.blocked"):
        cards.issue(clinic.desk, ira, clinic.op(), number=seen[1])
    assert stock.unfinished(clinic.desk) == ()


def test_a_batch_is_registered_whole_or_not_at_all(clinic: Clinic) -> None:
    taken = card_of(clinic, clinic.enrol("ira"))
    free = card_number(99)

    with pytest.raises(Refusal, match=r"card\.taken"):
        stock.register(clinic.desk, (free, taken), clinic.op())

    assert lookup.scan(clinic.desk, free).card is None


def test_numbers_of_another_batch_are_not_registered_again(clinic: Clinic) -> None:
    batch = stock.make(clinic.desk, 2, drawn, nothing)

    with pytest.raises(Refusal, match=r"card\.taken"):
        stock.register(clinic.desk, batch.numbers, clinic.op())
    assert stock.register(clinic.desk, batch.numbers, batch.id) == batch

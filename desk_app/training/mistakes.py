"""The usual mistakes at the desk, each as another case or another program: what somebody would answer who makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Final

from desk_app.domain.days import NEVER, plus, plus_days
from desk_app.domain.program import ANY_CATEGORY, OWN_PAYERS, Earn, Program, Redeem
from desk_app.training.cases import Ask, Case, Value, answer, quote_of

#: What a mistake makes of a question; None where it cannot be made there.
_Mistaken = Callable[[Program, Case], tuple[Program, Case] | None]


def mistaken(program: Program, ask: Ask, case: Case) -> Iterator[tuple[str, Value]]:
    """Names of mistakes with the answer they lead to, the likeliest first; some may lead to what is true."""
    for name in _LIKELY[ask]:
        made = _MISTAKES[name](program, case)
        if made is not None:
            yield name, answer(made[0], ask, made[1])
    yield from _of_sums(program, ask, case)
    if ask == "lapses":
        yield from _of_days(program, case)
    if ask == "reaches":
        steps, here = program.levels.steps, program.levels.index(str(answer(program, ask, case)))
        near = sorted(range(len(steps)), key=lambda place: abs(place - here))
        yield from (("other_level", steps[place].code) for place in near)


# another case


def _neighbour(steps: int) -> _Mistaken:
    def level(program: Program, case: Case) -> tuple[Program, Case] | None:
        place = program.levels.index(case.level) + steps
        if not 0 <= place < len(program.levels.steps):
            return None
        step = program.levels.steps[place]
        counted = min(case.counted, step.start) if steps < 0 else step.start
        return program, replace(case, level=step.code, counted=counted)

    return level


def _own_payer(program: Program, case: Case) -> tuple[Program, Case] | None:
    return None if case.payer in OWN_PAYERS else (program, replace(case, payer="self"))


def _as_if_nothing_spent(program: Program, case: Case) -> tuple[Program, Case] | None:
    return None if case.redeem == 0 else (program, replace(case, redeem=0))


def _without_group(program: Program, case: Case) -> tuple[Program, Case] | None:
    return (program, replace(case, group="")) if case.group else None


# another program


def _category_as_others(program: Program, case: Case) -> tuple[Program, Case] | None:
    code = case.category
    plain = replace(ANY_CATEGORY, code=code, name=program.category(code).name)
    steps = tuple(
        replace(step, by_category={key: rates for key, rates in step.by_category.items() if key != code})
        for step in program.levels.steps
    )
    groups = tuple(replace(group, by_category={}) for group in program.groups)
    categories = {**program.categories, code: plain}
    return replace(program, categories=categories, levels=replace(program.levels, steps=steps), groups=groups), case


def _earning(change: Callable[[Earn], Earn]) -> _Mistaken:
    def changed(program: Program, case: Case) -> tuple[Program, Case] | None:
        return (replace(program, earn=change(program.earn)), case) if program.earn else None

    return changed


def _redeeming(change: Callable[[Redeem], Redeem]) -> _Mistaken:
    def changed(program: Program, case: Case) -> tuple[Program, Case] | None:
        return (replace(program, redeem=change(program.redeem)), case) if program.redeem else None

    return changed


def _whole_bill_in_units(program: Program, case: Case) -> tuple[Program, Case] | None:
    if program.redeem is None:
        return None
    categories = {
        code: replace(one, redeems=True, max_redeem=Fraction(1) if one.max_redeem is not None else None)
        for code, one in program.categories.items()
    }
    free = replace(program.redeem, max_share=Fraction(1), keep_balance=0, max_per_bill=0, multiple_of=0, min_balance=0)
    return replace(program, categories=categories, redeem=free), case


def _without_promotions(program: Program, case: Case) -> tuple[Program, Case] | None:
    return (replace(program, promotions=()), case) if program.promotions else None


def _promotions_always(program: Program, case: Case) -> tuple[Program, Case] | None:
    always = tuple(
        replace(one, when=replace(one.when, weekdays=frozenset(), hours=None, first_day=None, last_day=None, min_bill=0,
                                  categories=frozenset()))
        for one in program.promotions
    )  # fmt: skip
    return (replace(program, promotions=always), case) if always else None


def _everything_adds_up(program: Program, case: Case) -> tuple[Program, Case] | None:
    """The group's discount on top of the level's, as somebody would add them."""
    if not case.group:
        return None
    group = next(one for one in program.groups if one.code == case.group)
    added = group.discount_for(case.category)
    steps = tuple(
        replace(step, discount=step.discount_for(case.category) + added, by_category={
            key: replace(rates, discount=None) for key, rates in step.by_category.items()
        })
        for step in program.levels.steps
    )  # fmt: skip
    return replace(program, levels=replace(program.levels, steps=steps), groups=()), replace(case, group="")


_MISTAKES: Final[dict[str, _Mistaken]] = {
    "next_level": _neighbour(1),
    "level_before": _neighbour(-1),
    "own_payer": _own_payer,
    "nothing_spent": _as_if_nothing_spent,
    "without_group": _without_group,
    "category_as_others": _category_as_others,
    "whole_bill_earns": _earning(lambda rules: replace(rules, on_bill_with_units="whole_bill")),
    "nothing_earns": _earning(lambda rules: replace(rules, on_bill_with_units="nothing")),
    "money_earns": _earning(lambda rules: replace(rules, on_bill_with_units="money_part")),
    "rounded_up": _earning(lambda rules: replace(rules, rounding="up")),
    "rounded_down": _earning(lambda rules: replace(rules, rounding="down")),
    "discounted_earns": _earning(lambda rules: replace(rules, on_discounted_lines=True)),
    "share_of_bill": _redeeming(lambda rules: replace(rules, multiple_of=0, keep_balance=0)),
    "whole_bill_in_units": _whole_bill_in_units,
    "without_promotions": _without_promotions,
    "promotions_always": _promotions_always,
    "everything_adds_up": _everything_adds_up,
}

_LIKELY: Final[dict[Ask, tuple[str, ...]]] = {
    "earns": ("own_payer", "nothing_spent", "category_as_others", "whole_bill_earns", "nothing_earns", "money_earns",
              "next_level", "level_before", "discounted_earns", "without_promotions", "promotions_always",
              "rounded_up", "rounded_down"),
    "pays": ("everything_adds_up", "own_payer", "category_as_others", "without_group", "next_level", "level_before",
             "without_promotions", "promotions_always", "nothing_spent"),
    "most": ("category_as_others", "whole_bill_in_units", "share_of_bill", "own_payer"),
    "reaches": ("nothing_spent",),
    "missing": (),
    "lapses": (),
}  # fmt: skip


# sums and days that somebody takes for the answer


def _of_sums(program: Program, ask: Ask, case: Case) -> Iterator[tuple[str, Value]]:
    """Figures that stand in the question or beside it."""
    if ask == "pays":
        yield "list_price", case.price
    elif ask == "most" and program.unit and program.unit.worth:
        yield "whole_balance", case.usable
        yield "whole_price", case.price // program.unit.worth
    elif ask == "missing":
        quote = quote_of(program, case)
        if quote.next_level:
            yield "threshold", program.levels.step(quote.next_level.code).start
            yield "counted", case.counted
            if program.levels.basis == "spend":
                yield "price_taken_off", max(0, quote.next_level.missing - quote.counted)


def _of_days(program: Program, case: Case) -> Iterator[tuple[str, Value]]:
    day, expiry = case.at.date(), program.expiry
    if expiry is None:
        return
    right = answer(program, "lapses", case)
    if isinstance(right, date) and right != NEVER:
        yield "day_before", plus_days(right, -1)
        yield "warning", plus_days(right, -expiry.warn_days)
        yield "year_end", type(right)(right.year, 12, 31)
    if expiry.period is not None:
        yield "twice", plus(plus(day, expiry.period), expiry.period)
    yield "never", NEVER

"""Goals that can be reached and checked: whole, dated, within their cost, and no faster than the clinic ever grew.

Source: spec: requirements, S17, S25, S38, S61.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, notice, warning
from desk_app.checkup.history import History
from desk_app.checkup.worked import at_level, percent_text, priced, round_bill, worth
from desk_app.documents import scalars
from desk_app.documents.edits import Edit
from desk_app.domain.money import round_up
from desk_app.ports import Json

#: Metrics whose past the ledger knows.
REGULARS: Final = frozenset(("regulars", "regular_patients", "returning_patients", "repeat_patients"))
REPEAT_RATE: Final = "repeat_visit_rate"
#: Metrics in percent.
_SHARES: Final = ("_rate", "_share", "_percent")
#: Beyond so many times the best growth of the past nobody believes a goal.
_TIMES_THE_BEST: Final = Fraction(3, 2)
#: Without a past: a doubling in a year.
_YEARLY: Final = 2
#: So much more, or so many points, are believed of anybody.
_SMALL_GROWTH: Final = Fraction(10, 100)
_SMALL_RISE: Final = Fraction(5, 100)
#: A baseline may be this many points beside the clinic's own figure.
_NEAR: Final = Fraction(2, 100)
_YEAR: Final = 12
#: Figures of other people's surveys that goals are copied from; round ones may be anybody's own.
_SURVEYED: Final = frozenset(map(Fraction, ("4.9", "78.6", "93.7")))
#: What the ready programs have where the clinic's own figures belong: metric, baseline, target.
READY: Final = frozenset((
    ("repeat_visit_rate", "41", "45"), ("repeat_visit_rate", "38", "42"), ("repeat_visit_rate", "22", "26"),
    ("repeat_visit_rate", "41", "44"), ("repeat_visit_rate", "34", "38"), ("plan_completion_rate", "47", "52"),
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Goal:
    """A metric of the document with its place; what is missing is None."""

    place: str
    metric: str
    baseline: Fraction | None
    target: Fraction | None
    by: date | None

    @property
    def is_share(self) -> bool:
        return self.metric.endswith(_SHARES)

    def months(self, today: date) -> int:
        """Whole months that are left, one at least."""
        return max(1, (self.by.year - today.year) * _YEAR + self.by.month - today.month) if self.by else 0


def _goals(document: Json) -> Iterator[_Goal]:
    for i, one in enumerate(document.get("goals", {}).get("metrics", [])):
        baseline, target = (scalars.number(one[key]) if key in one else None for key in ("baseline", "target"))
        day = scalars.day(one["by"]) if "by" in one else None
        yield _Goal(f"goals.metrics[{i}]", one["metric"], baseline, target, day)


def goals_are_whole(checked: Checked) -> Iterator[Finding]:
    """A goal without its owner, its baseline, its target or its day: nobody can tell whether it was reached."""
    goals = checked.document.get("goals", {})
    if goals and not str(goals.get("owner", "")).strip():
        yield warning("goals.key", "goals.owner", key="owner")
    if goals and not str(goals.get("review", "")).strip():
        yield notice("goals.review", "goals.review", Edit("goals.review", "monthly"))
    for i, one in enumerate(goals.get("metrics", [])):
        for key in ("baseline", "target", "by"):
            if key not in one:
                yield warning("goals.key", f"goals.metrics[{i}].{key}", key=key, metric=one["metric"])


def goals_are_ahead(checked: Checked) -> Iterator[Finding]:
    """A goal whose day is over, that asks for nothing, or for more than there is."""
    today = checked.now.date()
    for goal in _goals(checked.document):
        if goal.by and goal.by <= today:
            yield warning("goals.over", f"{goal.place}.by", metric=goal.metric, by=goal.by)
        if goal.target is not None and goal.target == goal.baseline:
            yield warning("goals.same", f"{goal.place}.target", metric=goal.metric, stands=goal.target)
        if goal.target is not None and goal.is_share and goal.target > 100:
            place = f"{goal.place}.target"
            yield warning("goals.unrealistic", place, metric=goal.metric, target=goal.target, because="share")


def goals_are_believed(checked: Checked) -> Iterator[Finding]:
    """Growth beyond what the clinic ever had; without a known past, a doubling in a year."""
    today = checked.now.date()
    for goal in _goals(checked.document):
        if goal.baseline is None or goal.target is None or not goal.by or goal.by <= today:
            continue
        if goal.target <= goal.baseline or not goal.baseline or (goal.is_share and goal.target > 100):
            continue
        found = _unbelieved(goal, goal.months(today), checked.history)
        if found:
            yield found


def _unbelieved(goal: _Goal, months: int, history: History | None) -> Finding | None:
    baseline, target = goal.baseline or Fraction(1), goal.target or Fraction(0)
    place = f"{goal.place}.target"
    params: dict[str, object] = {"metric": goal.metric, "baseline": baseline, "target": target, "months": months}
    growth = (target - baseline) / baseline
    if history and goal.metric in REGULARS and (best := history.best_growth(months)) is not None:
        if growth <= max(best * _TIMES_THE_BEST, _SMALL_GROWTH):
            return None
        return _with_best(place, params | {"growth": growth, "best": max(best, Fraction(0))},
                          baseline * (1 + max(best, Fraction(0))), whole=True)  # fmt: skip
    if history and goal.metric == REPEAT_RATE and (rise := history.best_rise(months)) is not None:
        rise = max(rise, Fraction(0))
        wanted = (target - baseline) / 100
        if wanted <= max(rise * _TIMES_THE_BEST, _SMALL_RISE):
            return None
        return _with_best(place, params | {"rise": wanted * 100, "best_rise": rise * 100}, baseline + rise * 100)
    if (target / baseline) ** _YEAR < Fraction(_YEARLY) ** months:
        return None
    return warning("goals.unrealistic", place, **params, growth=growth)


def _with_best(place: str, params: dict[str, object], target: Fraction, *, whole: bool = False) -> Finding:
    """The finding with the best of the past as what to aim at, where that is more than the baseline."""
    text = str(int(target)) if whole else percent_text(Fraction(round(target * 10), 1000))
    fix = (Edit(place, text),) if Fraction(text) > Fraction(str(params["baseline"])) else ()
    return warning("goals.unrealistic", place, *fix, **params, aim=Fraction(text))


def goals_are_ones_own(checked: Checked) -> Iterator[Finding]:
    """Figures of a survey, of a ready program, or other than the clinic's own past has them."""
    for i, goal in enumerate(_goals(checked.document)):
        one = checked.document["goals"]["metrics"][i]
        for key in ("baseline", "target"):
            if getattr(goal, key) in _SURVEYED:
                yield notice("goals.survey", f"{goal.place}.{key}", metric=goal.metric, stands=getattr(goal, key))
        own = checked.history.months[-1].repeat_rate if checked.history and checked.history.months else None
        said = None if goal.baseline is None or goal.metric != REPEAT_RATE else goal.baseline / 100
        if own is not None and said is not None and abs(said - own) > _NEAR:
            text = percent_text(Fraction(round(own * 1000), 1000))
            yield notice(
                "goals.baseline",
                f"{goal.place}.baseline",
                Edit(f"{goal.place}.baseline", text),
                metric=goal.metric,
                said=said,
                own=own,
            )
        elif (goal.metric, one.get("baseline"), one.get("target")) in READY:
            yield notice("goals.ready", f"{goal.place}.baseline", metric=goal.metric, stands=goal.baseline)


def cost_has_a_limit(checked: Checked) -> Iterator[Finding]:
    """What privileges may cost: said, and not spent already by what everybody gets from the first day."""
    metrics = checked.document.get("goals", {}).get("metrics", [])
    limits = [(i, scalars.percent(one["cost_limit_percent"])) for i, one in enumerate(metrics)
              if "cost_limit_percent" in one]  # fmt: skip
    if metrics and not limits:
        yield notice("goals.cost_limit", "goals.metrics[0].cost_limit_percent")
    if not limits:
        return
    number, limit = min(limits, key=lambda one: one[1])
    place = f"goals.metrics[{number}].cost_limit_percent"
    bill = 100 * round_bill(checked)
    quote = priced(checked, bill, standing=at_level(checked, 0))
    given = quote.discount + worth(checked.program, quote.earns)
    least = Fraction(given, quote.pays) if quote.pays else Fraction(1)
    past = checked.history.cost if checked.history else None
    # a discount is given away at once; what units will cost is certain only where every one of them is used
    tell = warning if quote.discount > limit * quote.pays else notice
    if least > limit:
        asked = Fraction(round_up(least.numerator * 1000, least.denominator), 1000)
        fix = (Edit(place, percent_text(asked)),) if asked <= 1 else ()
        yield tell("goals.cost", place, *fix, limit=limit, least=least, asked=asked, bill=bill, given=given)
    elif past is not None and past > limit:
        yield warning("goals.cost", place, limit=limit, past=past)

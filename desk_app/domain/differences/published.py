"""What a document holds beside the rules, goals and worked examples: it differs too, and no patient feels it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desk_app.domain.differences.comparison import Difference, said
from desk_app.domain.differences.values import NOTHING, Value

Json = Mapping[str, Any]


def beside_the_rules(old: Json, new: Json) -> tuple[Difference, ...]:
    """Differences of goals and examples in two documents; examples are told by their place, metrics by their code."""
    return (*_goals(old.get("goals", {}), new.get("goals", {})), *_examples(old, new))


def _goals(old: Json, new: Json) -> Iterator[Difference]:
    for key in ("company_goal", "owner", "review"):
        if old.get(key) != new.get(key):
            yield said(f"goals.{key}", 0, _text(old.get(key)), _text(new.get(key)))
    before, after = ({one["metric"]: one for one in goals.get("metrics", [])} for goals in (old, new))
    for metric in dict.fromkeys((*before, *after)):
        one, other = before.get(metric), after.get(metric)
        if one != other:
            yield said("goals.metrics", 0, _metric(one), _metric(other), of=(("metric", metric),),
                       path=f"goals.metrics[{metric}]")  # fmt: skip


def _examples(old: Json, new: Json) -> Iterator[Difference]:
    before, after = old.get("examples", []), new.get("examples", [])
    for place in range(max(len(before), len(after))):
        one, other = (some[place] if place < len(some) else None for some in (before, after))
        if one != other:
            yield said("examples", 0, _text(one and one["title"]), _text(other and other["title"]),
                       of=(("number", str(place + 1)),), path=f"examples[{place}]")  # fmt: skip


def _text(value: Any) -> Value:
    if not value:
        return NOTHING
    if isinstance(value, Mapping):
        return "text", f"{value.get('ru', '')}\n{value.get('en', '')}"
    return "plain", str(value)


def _metric(metric: Json | None) -> Value:
    if metric is None:
        return NOTHING
    return "metric", "\n".join(str(metric.get(key, "")) for key in ("baseline", "target", "by", "cost_limit_percent"))

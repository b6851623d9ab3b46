"""Drafts of a program on this computer: kept as they are typed, whether they make sense yet or not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from desk_app.acts import new_id
from desk_app.domain.errors import refuse
from desk_app.ports import Desk, Json

_UNDER: Final = "program.draft."
_STEPS: Final = "program.steps."


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft; `document` need not be valid. It stays on this computer and never travels.

    `based_on` is the version it was begun from, None for a new program. `changed` is the moment of the last change
    (milliseconds UTC). `reasons` are what was written about warnings of the check-up: "id place" → why it may stay.
    `plan` is how patients will hear of it, as far as that was typed (`desk_app.rollout.plan.Plan.to_json`).
    """

    key: str
    name: str
    document: Json
    based_on: int | None = None
    changed: int = 0
    reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    plan: Json = field(default_factory=dict)


def begin(desk: Desk, document: Json, name: str, based_on: int | None = None) -> Draft:
    """A new draft, kept at once. Raises `Trouble`."""
    return save(desk, Draft(new_id(), name, document, based_on))


def save(desk: Desk, draft: Draft, steps: Sequence[Json] | None = None) -> Draft:
    """Keep a draft as it is now, on the disk before this answers; with it the `steps` behind it, where they are others
    (`desk_app.editing.history.History.packed`). Raises `Trouble`."""
    kept = replace(draft, changed=int(desk.clock().timestamp() * 1000))
    content = {"name": kept.name, "document": kept.document, "based_on": kept.based_on, "changed": kept.changed,
               "reasons": dict(kept.reasons), "plan": kept.plan}  # fmt: skip
    with desk.store.writing() as writing:
        writing.put_setting(_UNDER + kept.key, json.dumps(content, ensure_ascii=False))
        if steps is not None:
            writing.put_setting(_STEPS + kept.key, json.dumps(list(steps), ensure_ascii=False) if steps else "")
    return kept


def forget(desk: Desk, key: str) -> None:
    """The draft is not there any more. Raises `Trouble`."""
    with desk.store.writing() as writing:
        writing.put_setting(_UNDER + key, "")
        writing.put_setting(_STEPS + key, "")


def drafts(desk: Desk) -> tuple[Draft, ...]:
    """All drafts of this computer, the one changed last first."""
    with desk.store.reading() as reading:
        kept = reading.settings_under(_UNDER)
    found = [_read(key, text) for key, text in kept.items() if text]
    return tuple(sorted(found, key=lambda draft: (-draft.changed, draft.key)))


def draft(desk: Desk, key: str) -> Draft:
    """One draft. Raises `draft.gone`."""
    found = next((one for one in drafts(desk) if one.key == key), None)
    if found is None:
        raise refuse("draft.gone", "draft")
    return found


def steps_of(desk: Desk, key: str) -> tuple[Json, ...]:
    """The steps that were kept behind a draft."""
    with desk.store.reading() as reading:
        kept = reading.setting(_STEPS + key)
    return tuple(json.loads(kept)) if kept else ()


def _read(key: str, text: str) -> Draft:
    kept = json.loads(text)
    return Draft(key, kept["name"], kept["document"], kept["based_on"], kept["changed"], kept["reasons"],
                 kept.get("plan", {}))  # fmt: skip

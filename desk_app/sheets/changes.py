"""What a new version changes for a patient: each difference in one sentence, from which day, and what stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from desk_app.domain.differences import Difference, differences
from desk_app.domain.program import Program
from desk_app.domain.quote import Reason
from desk_app.sheets.blocks import Block, Heading, Ladder, Points, Sheet, Title, Words
from desk_app.sheets.edition import Edition
from desk_app.sheets.leaflet import Making, rungs
from desk_app.sheets.promises import promises

#: Neutral keys that a patient meets all the same, and keys of which no patient hears.
_MET: Final = frozenset((
    "name", "unit.name", "levels.steps.name", "organizer.name", "organizer.phone", "organizer.address",
    "organizer.rules_url",
))  # fmt: skip
#: The name in quotation marks at the end of a sentence.
_NAMED: Final = re.compile(r"([«“].+[»”])\.$")
_INNER: Final = frozenset(("limits.offline_redeem", "limits.self_service", "promotions.order"))


def changes(making: Making, before: Edition, say: Callable[[Difference], str]) -> Sheet:
    """The sheet of what changes from `before` to the edition at hand; `say` gives the sentence of a difference.

    Raises `sheet.legal` and `sheet.retired`.
    """
    old, new, wording = before.program, making.edition.program, making.wording
    told = tuple(one for one in felt(old, new) if _is_seen(one, wording.language))
    start = making.edition.start
    from_day, past = (
        wording.day(start) if start else "",
        "" if making.edition.ahead(making.day) or not start else "/past",
    )
    blocks: list[Block] = [
        Title(wording.label(f"changes.title{past}", day=from_day) if from_day else wording.label("changes.draft")),
        Words(wording.label("lead", name=wording.quoted(new.name.plain(wording.language))), "lead"),
    ]
    if not told:
        blocks.append(Words(wording.label("changes.none")))
    told_of = _Sentences(making, say)
    for kind in ("better", "worse", "neutral"):
        chosen = [one for one in told if one.kind == kind]
        if chosen:
            blocks += [Heading(wording.label(f"changes.{kind}{past}")), Points(tuple(told_of.all(chosen)))]
    if len(new.levels.steps) > 1 and any(one.key.startswith("levels.steps") for one in told):
        blocks += [Heading(wording.label("changes.levels")), Ladder(tuple(rungs(new, wording)))]
    blocks += [Heading(wording.label("changes.stays")), Points(tuple(_stays(old, new, making, from_day)))]
    return making.sheet("changes", wording.label("changes"), blocks)


def felt(old: Program, new: Program) -> tuple[Difference, ...]:
    """The differences that a patient may feel or meet; promotions for some people alone are not told to all."""
    secret = {one.code for program in (old, new) for one in program.promotions if one.when.segment}
    return tuple(
        one for one in differences(old, new)
        if (one.kind != "neutral" or one.key in _MET) and one.key not in _INNER
        and not any(kind == "promotion" and code in secret for kind, code in one.of)
    )  # fmt: skip


def _is_seen(one: Difference, language: str) -> bool:
    """Whether readers of a language meet it: a text may differ in the other language alone."""
    if one.before[0] != one.after[0] or one.before[0] not in ("text", "perk"):
        return True
    # such a value ends with the Russian and the English text, one under the other
    before, after = (str(value[1]).split("\n") for value in (one.before, one.after))
    other = -1 if language == "ru" else -2
    del before[other], after[other]
    return before != after


class _Sentences:
    """Differences in words; of what is new its promise is told too."""

    def __init__(self, making: Making, say: Callable[[Difference], str]) -> None:
        self._say, self._wording = say, making.wording
        told = promises(making.edition.program, making.edition.start or making.day)
        self._promises = (*told.uses, *told.extras)

    def all(self, chosen: Sequence[Difference]) -> Iterator[str]:
        for one in chosen:
            sentence = self._say(one)
            if one.before == ("none", "") and one.key in ("promotions", "groups", "rewards"):
                found = next((why for why in self._promises if _is_of(why, *one.of[0])), None)
                sentence = _joined(sentence, self._wording.promise(found)) if found else sentence
            yield sentence


def _joined(sentence: str, promise: str) -> str:
    """That something came, and what it is; its name is said once."""
    named = _NAMED.search(sentence)
    for name in (named[1], named[1][1:-1]) if named else ():
        _, found, after = promise.partition(name)
        if found:
            return sentence[:-1] + (after if after.startswith(":") else f" {after.lstrip()}")
    return f"{sentence} {promise}"


def _is_of(why: Reason, kind: str, code: str) -> bool:
    given = {"promotion": "code", "group": "group", "reward": "rule"}[kind]
    return why.params.get(given) == (f"reward:{code}" if kind == "reward" else code)


def _stays(old: Program, new: Program, making: Making, from_day: str) -> Iterator[str]:
    wording = making.wording
    if old.unit and new.unit:
        yield wording.label("changes.balance", units=wording.many())
        if old.expiry and new.expiry and new.expiry.clock != "never":
            kept = "changes.kept" if new.notice.keep_old_terms else "changes.not_kept"
            yield wording.label(kept, day=from_day)
    if making.edition.ahead(making.day):
        yield wording.label("changes.before", day=from_day)

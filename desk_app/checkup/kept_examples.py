"""A fix of a rule changes what bills come to: published examples that were true are put right with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from desk_app.checkup.finding import Finding
from desk_app.checkup.published import untrue_examples
from desk_app.documents.edits import edited
from desk_app.documents.program_compile import compile_program
from desk_app.ports import Json

#: Tables whose keys decide what a bill comes to.
_PRICED: Final = ("categories", "levels", "earn", "redeem", "stacking", "groups", "promotions")


def with_examples_kept(document: Json, findings: Iterable[Finding], now: datetime) -> Iterator[Finding]:
    """The findings of a valid document, each fix of a rule with what it makes untrue in the examples."""
    found = tuple(findings)
    untrue = {one.place for one in found if one.id == "C01"}
    for one in found:
        if document.get("examples") and any(edit.path.startswith(_PRICED) for edit in one.fix):
            after = edited(document, one.fix)
            wrong = untrue_examples(compile_program(after), after, now)
            claims = {edit.path: edit for untruth in wrong for edit in untruth.fix}
            yield replace(one, fix=(*one.fix, *(edit for path, edit in claims.items() if path not in untrue)))
        else:
            yield one

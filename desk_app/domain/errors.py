"""Refusals and troubles as facts without words: a code, a place and numbers; sentences are made at the edge.

A refusal is a rule or a reader saying no; nothing was stored. A trouble is the world failing (disk, database,
printer). Anything else is a bug. Not frozen dataclasses: Python writes the traceback onto an exception.
"""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):
    """A rule refuses (`wrong_input` False, exit code 1) or the input is wrong (True, exit code 2).

    `place` is the key path in the bill or document, lists counted from 0, or "" where there is no place.
    `params` hold plain values (str, int) for the sentence.
    """

    wrong_input = False

    def __init__(self, code: str, place: str = "", **params: object) -> None:
        super().__init__(code, place)
        self.code = code
        self.place = place
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        return f"{self.code} at {self.place}" if self.place else self.code


class WrongInput(Refusal):
    """The input itself is wrong: exit code 2."""

    wrong_input = True


class Trouble(Exception):
    """Disk, database, network or printer failed; what was promised before is kept. Exit code 3."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, object] = params


#: Codes a rule may refuse with (exit 1); every other code is wrong input (exit 2).
RULE_CODES = frozenset({
    "bill.ambiguous",
    "reward.balance", "reward.offline", "reward.no_piece", "reward.stock", "reward.tried", "manual.limit",
    "manual.reason",
    "adjust.below_zero", "adjust.limit", "return.none", "return.quantity", "void.day", "family.full", "family.member",
    "family.none", "referral.self", "referral.circle", "referral.twice", "quote.moved", "program.closed",
    "publish.past", "C01", "member.left", "merge.same", "merge.none",
    "card.taken", "card.blocked", "card.none", "card.all_printed", "stock.done", "receipt.returned", "op.other_content",
    "sheet.legal", "sheet.retired", "sheet.draft", "sheet.first", "sheet.full", "sheet.share",
    "draft.gone",
    "notice.too_early", "announce.ahead", "announce.same", "checkup.unanswered", "plan.missing", "reason.missing",
    "version.begun", "program.ends", "program.ended", "program.not_closed", "local.none_allowed", "local.core",
    "local.branch", "local.taken", "local.effect", "local.exclusive", "local.percent", "local.amount", "local.units",
    "lesson.unfit", "version.withdrawn", "publish.far", "end.too_early", "plan.owner",
    "local.factor", "local.category", "local.indicated", "local.days", "local.many", "local.unknown",
})  # fmt: skip


def refuse(code: str, place: str = "", **params: object) -> Refusal:
    """The right class for a code: `raise refuse("return.quantity", "lines[0]", left=1)`."""
    return (Refusal if code in RULE_CODES else WrongInput)(code, place, **params)

"""Wishes in the ledger: units that could not be spent without the centre, what became of them, and money owed for them.

Source: spec: sync, Redemption offline (make-good). The units themselves are spent by a redemption of their own.
"""

from __future__ import annotations

from desk_app.domain.account import Ledger, ReceiptTerms
from desk_app.domain.facts import Fulfilled, HandedOver, Wished
from desk_app.domain.offline import MADE_GOOD, MadeGoodTerms, Wish


def take_wish(ledger: Ledger, fact: Wished) -> None:
    """A wish is written with its receipt, once."""
    wish = _wish(ledger, fact)
    wish.units, wish.money, wish.day = fact.units, fact.money, fact.day


def take_fulfilled(ledger: Ledger, fact: Fulfilled) -> None:
    """A wish is over, made good or not."""
    wish = _wish(ledger, fact)
    wish.settled, wish.made, wish.paid, wish.ended = True, fact.units, fact.money, fact.ended


def take_handed_over(ledger: Ledger, fact: HandedOver) -> None:
    """The later word holds."""
    wish = _wish(ledger, fact)
    wish.handed, wish.turns = fact.done, wish.turns + 1


def _wish(ledger: Ledger, fact: Wished | Fulfilled | HandedOver) -> Wish:
    found = ledger.wishes.get(fact.receipt)
    if found is None:
        found = ledger.wishes[fact.receipt] = Wish(fact.receipt, fact.member, fact.day, 0, 0)
    return found


def terms_of(ledger: Ledger, receipt: str) -> ReceiptTerms:
    """What the fold must know of a receipt, or of the units that were spent on it afterwards. Raises LookupError."""
    if not receipt.startswith(MADE_GOOD):
        return ledger.recall(receipt)
    wish = ledger.wishes[receipt.removeprefix(MADE_GOOD)]
    return MadeGoodTerms(wish.made, wish.day)


def units_taken_back(ledger: Ledger, wish: Wish) -> int:
    """Of the units spent afterwards, those that came back with pieces of the receipt."""
    name = MADE_GOOD + wish.receipt
    return sum(spent.back for account in ledger.accounts.values() for spent in account.redemptions
               if spent.receipt == name)  # fmt: skip


def owed(ledger: Ledger, wish: Wish) -> int:
    """Money to be handed over for a wish, minor units: for units that came back nothing is owed any more."""
    if wish.handed or not wish.made:
        return 0
    return wish.paid - wish.paid * units_taken_back(ledger, wish) // wish.made

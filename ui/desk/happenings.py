"""What happened at the desk that the clerk must hear of, as facts without words; `words.py` makes the sentences."""

from dataclasses import dataclass
from datetime import date

from desk_app.domain.bill import Line
from desk_app.domain.errors import Refusal, Trouble
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.drafts import Draft
from desk_app.ports import ReceiptRow
from desk_app.returning import ReturnResult
from desk_app.rollout.at_desk import News


@dataclass(frozen=True)
class Paid:
    """A bill became a receipt; `again`: this very payment had been made before, and nothing was paid twice."""

    row: ReceiptRow
    quote: Quote
    program: Program
    again: bool


@dataclass(frozen=True)
class UndoAsked:
    """The same key again would void this receipt, giving `money_back` (minor units); `whole`: asked among receipts.

    `partly`: some of it came back before, and what is left would be undone.
    """

    row: ReceiptRow
    name: str
    money_back: int
    program: Program
    whole: bool
    partly: bool = False


@dataclass(frozen=True)
class WholeElsewhere:
    """Among receipts, the key that undoes the last one does nothing: a whole receipt has a key of its own there."""


@dataclass(frozen=True)
class Covered:
    """A list covers the bill, of patients or of bills that wait (`waiting`): it is not paid unseen."""

    waiting: bool = False


@dataclass(frozen=True)
class NobodyAsked:
    """The bill is nobody's; the same key again takes the payment of a stranger, who earns nothing."""


@dataclass(frozen=True)
class PriceMissing:
    """A line written by hand has no price yet; nothing was paid."""

    line: Line


@dataclass(frozen=True)
class Undone:
    """A receipt was voided, `name` is whose ("" for nobody's); `reopened`: its bill is open again to be corrected."""

    row: ReceiptRow
    name: str
    result: ReturnResult
    program: Program
    reopened: bool


@dataclass(frozen=True)
class GivenBack:
    """Pieces of a receipt came back, `name` is whose ("" for nobody's)."""

    row: ReceiptRow
    name: str
    result: ReturnResult
    program: Program


@dataclass(frozen=True)
class Moved:
    """What was shown no longer holds: the balance or the program changed meanwhile; the new quote is on screen.

    `rules`: another version of the program holds since.
    """

    before: int
    now: int
    program: Program
    rules: bool = False


@dataclass(frozen=True)
class SetAside:
    """A bill waits: its operation id, whose it is ("" for nobody's), how many lines it has."""

    op_id: str
    name: str
    lines: int


@dataclass(frozen=True)
class Opened:
    """A card, or Enter, opened a patient; `attached`: the open bill, nobody's so far, is theirs.

    `kept` is the bill of another patient that was open and waits now; `waits`: one of this patient waits.
    """

    name: str
    attached: bool
    by_card: bool
    kept: SetAside | None = None
    waits: bool = False


@dataclass(frozen=True)
class AsideTaken:
    """A bill that waited is open again; `swapped` names whose bill waits in its place, None when none was open."""

    name: str
    lines: int
    swapped: str | None


@dataclass(frozen=True)
class AsideDropped:
    """A bill that waited was forgotten."""

    name: str
    draft: Draft


@dataclass(frozen=True)
class LinesGiven:
    """The lines of a bill that waited are on the bill of this patient now."""

    name: str
    lines: int


@dataclass(frozen=True)
class CardUnknown:
    """Nobody has the card that was scanned; `offer` names the patient on screen it could be given to, or is empty.

    `member`: they have an account already, the card would become its key; else they would join with it. `stock`: it
    is one of the clinic's own without a name.
    """

    number: str
    offer: str = ""
    member: bool = False
    stock: bool = False


@dataclass(frozen=True)
class CardBlocked:
    """The card that was scanned is blocked; its holder is named, and the card that opens the account `now`."""

    number: str
    name: str
    now: str = ""


@dataclass(frozen=True)
class CardBound:
    """A card is now a key to this patient's account.

    `printed`: it is in a hand already; `replaced`: the one before opens nothing any more.
    """

    number: str
    name: str
    printed: bool = True
    replaced: bool = False


@dataclass(frozen=True)
class CardAsked:
    """The same key again would block this card; `another`: and give another one in its place."""

    number: str
    name: str
    another: bool = False


@dataclass(frozen=True)
class CardStopped:
    """A card of this patient opens nothing any more."""

    number: str
    name: str


@dataclass(frozen=True)
class Restored:
    """The bill that was open before is on screen again; `paid`: it had been paid just before the app fell."""

    lines: int
    paid: ReceiptRow | None = None


@dataclass(frozen=True)
class PaidBefore:
    """The app was opened again today: the receipt that was paid last here, and whose it is ("" for nobody's)."""

    row: ReceiptRow
    name: str


@dataclass(frozen=True)
class LineRemoved:
    """A line was taken off the bill."""

    line: Line


@dataclass(frozen=True)
class Enrolled:
    """A patient joined, or was written down."""

    name: str
    card: str
    joined: bool


@dataclass(frozen=True)
class Saved:
    """Changes of a patient were saved."""

    name: str


@dataclass(frozen=True)
class Warned:
    """The patient was told what lapses when: (units, last good day) of each lot."""

    lots: tuple[tuple[int, date], ...]
    program: Program


@dataclass(frozen=True)
class RulesTold:
    """The patient was told of new rules, or of the program's end."""

    name: str
    news: News


@dataclass(frozen=True)
class MoneyHanded:
    """Money owed for these receipts (minor units) was handed over; `unheard`: what other desks did is not known."""

    name: str
    money: int
    receipts: tuple[str, ...]
    program: Program
    unheard: bool = False


@dataclass(frozen=True)
class NothingToUndo:
    """There is no receipt of today on this desk that could be undone."""


@dataclass(frozen=True)
class NothingToPrint:
    """There is no receipt to print."""


@dataclass(frozen=True)
class Refused:
    """A rule or a reader said no; nothing was changed. `beside`: why stands beside the sum already."""

    refusal: Refusal
    beside: bool = False


@dataclass(frozen=True)
class Troubled:
    """The world failed; what was promised before is kept."""

    trouble: Trouble


@dataclass(frozen=True)
class Shut:
    """From now on nothing can be written; `lasting`: until the app is opened again, or else until there is room."""

    trouble: Trouble
    lasting: bool


@dataclass(frozen=True)
class Reopened:
    """What could not be written for a while can be again, and the open bill is kept."""


Happening = (
    Shut | Reopened
    | Paid | NobodyAsked | UndoAsked | WholeElsewhere | Covered | PriceMissing | Undone | GivenBack | Moved | Opened
    | SetAside | AsideTaken | AsideDropped | LinesGiven | CardUnknown | CardBlocked | CardBound | Restored | LineRemoved
    | PaidBefore | CardAsked
    | CardStopped | MoneyHanded | RulesTold | Warned | Enrolled | Saved | NothingToUndo | NothingToPrint | Refused
    | Troubled
)  # fmt: skip

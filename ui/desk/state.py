"""What the desk room shows, as one frozen value; the parts of the room have states of their own inside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desk_app.domain.bill import Bill
from desk_app.domain.errors import Trouble
from desk_app.domain.offline import Bound
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.promotions import Promotion
from desk_app.domain.quote import Quote
from desk_app.ports import ReceiptRow
from desk_app.rollout.at_desk import News
from ui.desk.bill.presenter import BillState
from ui.desk.held_cards import CardsState
from ui.desk.lookup.presenter import LookupState
from ui.desk.patient.presenter import PatientState
from ui.desk.receipts.presenter import ReceiptsState
from ui.desk.waiting import AsideState


class Page(StrEnum):
    """What the middle of the room shows."""

    BILL = "bill"
    FOUND = "found"
    WHY = "why"
    WISHES = "wishes"
    RECEIPTS = "receipts"
    ASIDE = "aside"
    CARDS = "cards"


@dataclass(frozen=True)
class Done:
    """The receipt that was just paid, until the next act."""

    row: ReceiptRow
    quote: Quote
    program: Program
    name: str
    member: bool = True


@dataclass(frozen=True)
class Asked:
    """Whose sums are explained: those of the open bill, of the receipt just paid, or of one paid long ago."""

    bill: Bill
    quote: Quote
    program: Program
    offers: tuple[Promotion, ...] = ()
    services: Mapping[str, Service] = field(default_factory=dict)
    paid: bool = False
    bound: Bound | None = None


@dataclass(frozen=True)
class DeskState:
    """Everything the room shows. `shut` is why nothing can be written: a newer app's records, a full disk.

    `news` are the new rules staff should know of while nobody is at the desk. `behind` is the page that the reasons
    cover, or covered last.
    """

    page: Page
    lookup: LookupState
    patient: PatientState | None
    bill: BillState
    receipts: ReceiptsState
    done: Done | None = None
    asked: Asked | None = None
    behind: Page = Page.BILL
    payer: str = ""
    holder: str = ""
    aside: AsideState = field(default_factory=AsideState)
    cards: CardsState = field(default_factory=CardsState)
    shut: Trouble | None = None
    news: tuple[News, ...] = ()

    @property
    def returning(self) -> bool:
        """Whether a return is being chosen, also while the reasons of its receipt cover it."""
        return (self.behind if self.page is Page.WHY else self.page) is Page.RECEIPTS

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written now; finding, pricing and explaining work all the same."""
        return self.shut is not None

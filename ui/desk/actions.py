"""What can be done at the desk, once, as data: buttons, keys and the page of keys are drawn from it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from ui.action import Action, Bound
from ui.desk.state import DeskState, Page
from ui.icons import Icon
from ui.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Intents:
    """What the keys call."""

    why: Callable[[], None]
    open_line: Callable[[], None]
    join: Callable[[], None]
    units: Callable[[], None]
    undo: Callable[[], None]
    void: Callable[[], None]
    warn: Callable[[], None]
    hand_over: Callable[[], None]
    tell_rules: Callable[[], None]
    receipts: Callable[[], None]
    pay: Callable[[], None]
    card: Callable[[], None]
    print_card: Callable[[], None]
    new_card: Callable[[], None]
    block_card: Callable[[], None]
    slip: Callable[[], None]
    split: Callable[[], None]
    set_aside: Callable[[], None]
    waiting: Callable[[], None]
    payer: Callable[[int], None]


def declared(do: Intents) -> tuple[Action, ...]:
    """All acts of the desk. Two acts on one key are never alive together."""
    return (
        Action(
            "why", QT_TRANSLATE_NOOP("Actions", "Why"), "F1", Icon.WHY, do.why,
            QT_TRANSLATE_NOOP("Actions", "Explain every sum, and why not otherwise: for the desk and for the patient"),
        ),
        Action(
            "line", QT_TRANSLATE_NOOP("Actions", "Line"), "F2", Icon.EDIT, do.open_line,
            QT_TRANSLATE_NOOP("Actions", "Change pieces, price and payer of the highlighted line"),
        ),
        Action(
            "new", QT_TRANSLATE_NOOP("Actions", "New patient"), "F4", Icon.NEW_PATIENT, do.join,
            QT_TRANSLATE_NOOP("Actions", "Write down a patient who is here for the first time"),
        ),
        Action(
            "join", QT_TRANSLATE_NOOP("Actions", "Join"), "F4", Icon.NEW_PATIENT, do.join,
            QT_TRANSLATE_NOOP("Actions", "Make the patient on screen a member of the program"),
        ),
        Action(
            "edit", QT_TRANSLATE_NOOP("Actions", "Change"), "F4", Icon.EDIT, do.join,
            QT_TRANSLATE_NOOP("Actions", "Change what is kept of the patient: contacts, consents, groups"),
        ),
        Action(
            "units", QT_TRANSLATE_NOOP("Actions", "Units"), "F7", Icon.UNITS, do.units,
            QT_TRANSLATE_NOOP("Actions", "Units, rewards, coupons and discounts by hand; again: all units possible"),
        ),
        Action(
            "warn", QT_TRANSLATE_NOOP("Actions", "Told what lapses"), "Shift+F7", Icon.WARNING, do.warn,
            QT_TRANSLATE_NOOP("Actions", "Note that the patient was told what lapses when: nothing lapses unwarned"),
        ),
        Action(
            "hand_over", QT_TRANSLATE_NOOP("Actions", "Paid out"), "Ctrl+F9", Icon.PAY, do.hand_over,
            QT_TRANSLATE_NOOP("Actions", "The money owed for units that were spent later is in the patient’s hands"),
        ),
        Action(
            "tell_rules", QT_TRANSLATE_NOOP("Actions", "Told of it"), "Ctrl+F7", Icon.NOTE, do.tell_rules,
            QT_TRANSLATE_NOOP("Actions", "Note that the patient was told what changes, and from which day"),
        ),
        Action(
            "undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "F8", Icon.UNDO, do.undo,
            QT_TRANSLATE_NOOP("Actions", "Take the last receipt of today back; its bill is open again"),
        ),
        Action(
            "void", QT_TRANSLATE_NOOP("Actions", "Undo all"), "Shift+F9", Icon.VOID, do.void,
            QT_TRANSLATE_NOOP("Actions", "Show the sum of the highlighted receipt of today; again: undo it whole"),
        ),
        Action(
            "receipts", QT_TRANSLATE_NOOP("Actions", "Returns"), "Shift+F8", Icon.RETURN, do.receipts,
            QT_TRANSLATE_NOOP("Actions", "Receipts of the patient, and what of them comes back"),
        ),
        Action(
            "pay", QT_TRANSLATE_NOOP("Actions", "Paid"), "F9", Icon.PAY, do.pay,
            QT_TRANSLATE_NOOP("Actions", "The patient has paid: write the receipt"),
        ),
        Action(
            "give_back", QT_TRANSLATE_NOOP("Actions", "Give back"), "F9", Icon.RETURN, do.pay,
            QT_TRANSLATE_NOOP("Actions", "Confirm the return that is shown"),
        ),
        Action(
            "card", QT_TRANSLATE_NOOP("Actions", "Card"), "F11", Icon.CARD, do.card,
            QT_TRANSLATE_NOOP("Actions", "Cards of the patient: print one, give another one, block a lost one"),
        ),
        Action(
            "print_card", QT_TRANSLATE_NOOP("Actions", "Print card"), "F12", Icon.PRINT, do.print_card,
            QT_TRANSLATE_NOOP("Actions", "Print the card that opens the account, on plastic or on paper"),
        ),
        Action(
            "new_card", QT_TRANSLATE_NOOP("Actions", "New card"), "Ctrl+F11", Icon.CARD, do.new_card,
            QT_TRANSLATE_NOOP(
                "Actions", "Give another card for the chosen reason; the one before opens nothing any more"
            ),
        ),
        Action(
            "block_card", QT_TRANSLATE_NOOP("Actions", "Block"), "Shift+F11", Icon.VOID, do.block_card,
            QT_TRANSLATE_NOOP("Actions", "Block the card for the chosen reason; the account stays as it is"),
        ),
        Action(
            "slip", QT_TRANSLATE_NOOP("Actions", "Slip"), "F12", Icon.SLIP, do.slip,
            QT_TRANSLATE_NOOP("Actions", "Show and print the slip of the receipt"),
        ),
        Action(
            "split", QT_TRANSLATE_NOOP("Actions", "Copy the split"), "Ctrl+F12", Icon.COPY, do.split,
            QT_TRANSLATE_NOOP("Actions", "Copy the receipt’s positions for the cash register"),
        ),
        Action(
            "set_aside", QT_TRANSLATE_NOOP("Actions", "Set aside"), "Shift+F2", Icon.DRAFT, do.set_aside,
            QT_TRANSLATE_NOOP("Actions", "Let the open bill wait, and serve somebody else"),
        ),
        Action(
            "waiting", QT_TRANSLATE_NOOP("Actions", "Waiting"), "Shift+F3", Icon.WAITING, do.waiting,
            QT_TRANSLATE_NOOP("Actions", "Bills that wait: Enter opens one, Del forgets it"),
        ),
        *_payers(do.payer),
    )  # fmt: skip


def _payers(choose: Callable[[int], None]) -> Iterator[Action]:
    words = (
        QT_TRANSLATE_NOOP("Actions", "The patient pays the line"),
        QT_TRANSLATE_NOOP("Actions", "A certificate pays the line"),
        QT_TRANSLATE_NOOP("Actions", "A deposit pays the line"),
        QT_TRANSLATE_NOOP("Actions", "The insurer pays the line"),
        QT_TRANSLATE_NOOP("Actions", "The state pays the line"),
        QT_TRANSLATE_NOOP("Actions", "The employer pays the line"),
    )
    for number, one in enumerate(words, 1):
        # Digits keep their place under a Russian layout, letters do not.
        yield Action(f"payer-{number}", one, f"Ctrl+{number}", Icon.EDIT, partial(choose, number))


def follow(bound: Bound, state: DeskState) -> None:
    """Let only those live that make sense now."""
    receipts = state.returning
    for name in ("pay", "undo"):
        bound[name].setVisible(not receipts)
    for name in ("give_back", "void"):
        bound[name].setVisible(receipts)
    shown = state.patient if state.page is not Page.FOUND else None
    member = shown is not None and shown.member
    stranger = shown is not None and not member
    for name, on in (("new", shown is None), ("join", stranger), ("edit", member), ("card", member)):
        bound[name].setVisible(on)
    writing = not state.read_only
    bound["set_aside"].setVisible(bool(state.bill.bill.lines))
    bound["waiting"].setVisible(bool(state.aside.rows))
    owed = shown is not None and bool(shown.to_warn)
    bound["warn"].setVisible(owed)
    money = shown is not None and shown.statement is not None and bool(shown.statement.owed)
    bound["hand_over"].setVisible(money)
    fresh = shown is not None and bool(shown.to_tell)
    bound["tell_rules"].setVisible(fresh)
    cards = state.page is Page.CARDS
    for name in ("print_card", "new_card", "block_card"):
        bound[name].setVisible(cards)
    alive = {
        "slip": not cards,
        "print_card": cards and state.cards.key is not None,
        "new_card": cards and member and writing,
        "block_card": cards and state.cards.key is not None and writing,
        "pay": not receipts and state.page not in (Page.FOUND, Page.ASIDE) and state.bill.payable and writing,
        "give_back": receipts and state.receipts.preview is not None and writing,
        "undo": not receipts and writing,
        "void": receipts and state.receipts.row is not None and writing,
        "new": shown is None and writing,
        "join": stranger and writing,
        "edit": member and writing,
        "card": member and writing,
        "why": _explicable(state),
        "warn": owed and writing,
        "hand_over": money and writing,
        "tell_rules": fresh and writing,
        # A wish that is refused is mended where it was asked for.
        "units": state.bill.program is not None and writing,
        "set_aside": bool(state.bill.bill.lines) and state.page is not Page.RECEIPTS and writing,
        "waiting": bool(state.aside.rows) and writing,
        "line": bool(state.bill.bill.lines) and state.page is Page.BILL,
    }
    for name, on in alive.items():
        bound[name].setEnabled(on)


def _explicable(state: DeskState) -> bool:
    if state.page is Page.RECEIPTS:
        return state.receipts.row is not None
    return (
        state.page is Page.WHY
        or state.done is not None
        or (state.bill.quote is not None and bool(state.bill.bill.lines))
    )

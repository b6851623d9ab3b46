"""Decides what the key of paying does: settle the bill, ask for what is missing, or say why not."""

from desk_app.domain.errors import Refusal, Trouble
from desk_app.drafts import Draft
from ui.desk.bill.presenter import WISHED, BillPresenter
from ui.desk.happenings import Covered, Moved, NobodyAsked, Paid, PriceMissing
from ui.desk.stage import Stage
from ui.desk.state import Done, Page


def pay(stage: Stage, bill: BillPresenter) -> Draft | None:
    """Settle what is shown; the bill that was paid, None when none was and the clerk was told why."""
    if stage.state.page in (Page.FOUND, Page.ASIDE):
        stage.tell(Covered(waiting=stage.state.page is Page.ASIDE))
        return None
    unpriced = bill.ask_price() if bill.state.payable else None
    if unpriced is not None:
        stage.become(page=Page.BILL)
        stage.tell(PriceMissing(unpriced))
        return None
    state, draft = bill.state, bill.draft
    quote, program = state.quote, state.program
    if not state.payable or quote is None or program is None:
        if state.problem is not None:
            if state.refused_wish:
                stage.become(page=Page.WISHES)
            stage.tell_problem(state.problem)
        return None
    if not draft.bill.patient and stage.asked != draft.op_id:
        stage.tell(NobodyAsked())
        stage.asked = draft.op_id
        return None
    try:
        settled = bill.settle()
    except Refusal as refusal:
        now = bill.state.quote
        if refusal.code == "quote.moved" and now is not None:
            stage.load_patient()
            rules = now.version != quote.version
            stage.tell(Moved(quote.pays, now.pays, bill.state.program or program, rules))
        else:
            if refusal.place in WISHED:
                stage.become(page=Page.WISHES)
            stage.tell_problem(refusal)
        return None
    except Trouble as trouble:
        stage.tell_problem(trouble)
        return None
    name = stage.state.patient.patient.full_name if stage.state.patient else ""
    with stage.at_once():
        bill.renew()
        done = Done(settled.row, settled.quote, program, name, member=state.member)
        stage.become(page=Page.BILL, patient=None, done=done)
    stage.tell(Paid(settled.row, settled.quote, program, settled.repeated))
    return draft

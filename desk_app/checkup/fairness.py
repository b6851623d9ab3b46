"""What a patient may rely on: notice, wind-down, a returned course at the price paid, an account that is one's own.

Patterns F01, F02, F06, F10, F12 (spec: program check-up, Fairness).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desk_app.checkup.checked import Checked
from desk_app.checkup.finding import Finding, notice, warning
from desk_app.checkup.worked import at_level, holding, priced, round_bill, units_value, usual_bill, worth
from desk_app.documents.edits import Edit
from desk_app.domain.money import half_up_ratio

_LEAST_NOTICE: Final = 14
_USUAL_NOTICE: Final = 30
#: Of a patient who has collected for a while.
_VISITS: Final = 10
_LEAST_WIND_DOWN: Final = 30
_USUAL_WIND_DOWN: Final = 90
#: A course: so many pieces, so many of them used.
_COURSE: Final = (10, 5)
#: Worth of units, in usual bills, above which the holder proves who they are.
_PROOF_OVER: Final = 1


def changes_are_announced(checked: Checked) -> Iterator[Finding]:
    """F01: worse rules at short notice, or for units earned before."""
    terms = checked.program.notice
    if terms.worsening_days < _LEAST_NOTICE:
        params = {"days": terms.worsening_days, "least": _LEAST_NOTICE}
        yield warning("F01", "notice.worsening_days", Edit("notice.worsening_days", _USUAL_NOTICE), **params)
    if checked.program.unit and not terms.keep_old_terms:
        yield warning("F01", "notice.keep_old_terms", Edit("notice.keep_old_terms", True))


def the_end_is_not_sudden(checked: Checked) -> Iterator[Finding]:
    """F02: units are void at once, or nearly, when the program closes or a patient leaves."""
    program = checked.program
    if not program.unit:
        return
    units = _VISITS * priced(checked, usual_bill(checked)).earns
    for key in ("wind_down_days", "leaving_days"):
        days = getattr(program.notice, key)
        if days < _LEAST_WIND_DOWN:
            place = f"notice.{key}"
            shown = {"days": days, "visits": _VISITS, "units": units, "money": worth(program, units)}
            yield warning("F02", place, Edit(place, _USUAL_WIND_DOWN), **shown)


def used_part_at_the_price_paid(checked: Checked) -> Iterator[Finding]:
    """F06: leaving a course early, what was used is priced anew at the full price."""
    program = checked.program
    if program.returns.used_part != "at_list_price":
        return
    place, params = "returns.used_part", _course(checked)
    yield warning("F06", place, Edit(place, "at_paid_price"), **params)


def _course(checked: Checked) -> dict[str, object]:
    """Ten pieces with the largest discount there is, five of them given back; nothing where there is no discount."""
    program, (pieces, used), price = checked.program, _COURSE, round_bill(checked)
    best = None
    for promotion in (one for one in program.promotions if one.effect.kind == "percent"):
        alone, standing, kind, service = holding(checked, promotion)
        quote = priced(checked, price, program=alone, category=kind, service=service, quantity=pieces,
                       standing=standing)  # fmt: skip
        best = quote if best is None or quote.discount > best.discount else best
    highest = at_level(checked, len(program.levels.steps) - 1)
    top = priced(checked, price, quantity=pieces, standing=highest)
    quote = best if best and best.discount > top.discount else top
    if not quote.discount:
        return {}
    back = max(0, quote.pays - price * used)
    fair = half_up_ratio(quote.pays * (pieces - used), pieces)
    return {"pieces": pieces, "price": price, "paid": quote.pays, "used": used, "back": back, "fair": fair}


def a_found_card_is_no_purse(checked: Checked) -> Iterator[Finding]:
    """F10: whoever holds the card may spend everything on it, without proof of who they are."""
    program = checked.program
    if program.redeem and program.redeem.owner == "holder" and not program.limits.redeem_proof_over and program.unit:
        whole = 10**program.precision
        units = max(whole, round_bill(checked) * _PROOF_OVER // program.unit.worth // whole * whole)
        place = "limits.redeem_proof_over"
        yield warning("F10", place, Edit(place, units_value(program, units)), units=units, money=worth(program, units))


def rules_can_be_read(checked: Checked) -> Iterator[Finding]:
    """F12: nobody is told where the whole rules can be read."""
    if not checked.program.organizer.rules_url.strip():
        yield notice("F12", "organizer.rules_url")

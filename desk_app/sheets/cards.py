"""What all member cards of a version share before ink: the clinic, and on the back what the card is good for.

Source: spec: print, member card. What differs from card to card is in `desk_app.sheets.member_card`.
"""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.sheets.blocks import Brand, Legal, Link
from desk_app.sheets.leaflet import Making
from desk_app.sheets.promises import promises

#: What limits the offer and may not be left off its face, in the order in which it is told (spec: law, D-06).
_LIMITS = ("limit.payers", "limit.stacking", "lapse.accrual", "lapse.activity", "lapse.joining", "lapse.calendar",
           "lapse.never")  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardBack:
    """The back: the mechanic in one sentence, what limits it, what to do with a lost card, and the law's block."""

    mechanic: str
    limits: str
    lost: str
    legal: Legal
    link: Link | None


@dataclass(frozen=True, slots=True)
class CardFace:
    """What all cards of a batch share. `blank` labels the line for a name; `sheet` stands beside the cards on A4.

    `back` is None where only fronts are printed.
    """

    language: str
    title: str
    program: str
    brand: Brand
    blank: str
    sheet: str
    foot: str
    back: CardBack | None
    mark: str = ""


def card_face(making: Making, *, back: bool = True) -> CardFace:
    """The face of the cards of a version.

    Raises `sheet.retired`, and for a back, which makes an offer, `sheet.legal`.
    """
    wording = making.wording
    program = making.edition.program
    made = making.sheet("card", wording.label("card"), (), offer=back)
    return CardFace(
        wording.language, made.name, program.name.plain(wording.language), made.brand, wording.label("card.blank"),
        wording.label("card.sheet"), made.foot, _back(making, made.legal, made.link) if made.legal else None, made.mark,
    )  # fmt: skip


def _back(making: Making, legal: Legal, link: Link | None) -> CardBack:
    wording, program = making.wording, making.edition.program
    told = promises(program, max(making.day, making.edition.start or making.day))
    mechanic = wording.promise(told.gives[0]) if told.gives else ""
    limits = [one for one in (*told.limits, *told.lapses) if one.code.split("/")[0] in _LIMITS]
    if making.edition.ahead(making.day) and making.edition.start:
        mechanic = f"{wording.label('ahead', day=wording.day(making.edition.start))}. {mechanic}"
    lost = wording.label("card.lost" if program.unit else "card.lost/discount")
    return CardBack(mechanic, " ".join(wording.promise(one) for one in limits), lost, legal,
                    link and Link(link.address, wording.label("card.link")))  # fmt: skip

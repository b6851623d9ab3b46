"""The card that lies at the desk: what patients ask and what to answer, the keys of the app, and what to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.sheets.blocks import Block, Heading, PageEnd, Points, Questions, Sheet, Table, Title, Words
from desk_app.sheets.leaflet import Making
from desk_app.sheets.promises import promises
from desk_app.sheets.questions import ten_questions


@dataclass(frozen=True, slots=True)
class KeyTold:
    """A key of the app: as it stands on the keyboard, what its button says, and what it does."""

    key: str
    words: str
    does: str


def desk_card(making: Making, keys: Sequence[KeyTold]) -> Sheet:
    """The card of a version for those who work at the desk: no offer, so without the law's block.

    Answers in front, keys on the back.

    Raises `sheet.retired`.
    """
    program, wording = making.edition.program, making.wording
    told = promises(program, making.day)
    blocks: list[Block] = [
        Title(wording.label("card.title", name=program.name.plain(wording.language))),
        Words(wording.label("card.lead"), "lead"),
        Heading(wording.label("card.questions")),
        Questions(ten_questions(program, told, wording)),
        Heading(wording.label("card.say")),
        Points(tuple(wording.label(f"card.say.{number}", units=wording.many()) for number in range(1, 5))),
        PageEnd(),
        Heading(wording.label("card.keys")),
        Table((wording.label("card.key"), wording.label("card.act"), wording.label("card.does")),
              tuple((one.key, one.words, one.does) for one in keys)),
    ]  # fmt: skip
    return making.sheet("desk-card", wording.label("desk-card"), blocks, offer=False)

"""The leaflet a patient takes home, the poster at the counter and the tent on the table, from one version.

The same promises on every size; a smaller sheet says fewer of them, never other ones. What limits a promise, when
units lapse and that discounts do not add up stands on every size (spec: print; law, D-06).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from desk_app.domain.program import Program, Step
from desk_app.domain.quote import Reason
from desk_app.sheets.blocks import (
    Block,
    Brand,
    Format,
    Heading,
    Ladder,
    Link,
    Points,
    Questions,
    Rung,
    Sheet,
    Spare,
    Steps,
    Title,
    Words,
)
from desk_app.sheets.edition import Edition, printable
from desk_app.sheets.legal import AdvertisingTerms, filled, legal_of, terms_on
from desk_app.sheets.promises import Promises, promises
from desk_app.sheets.questions import questions
from desk_app.sheets.wording import Wording
from desk_app.sheets.worked import worked_bill, worked_examples


@dataclass(frozen=True, slots=True)
class Making:
    """What every sheet of a program is made with: the version, whose paper it is, the law's terms and the words.

    `now` is aware; `demo` puts ДЕМО across every page.
    """

    edition: Edition
    brand: Brand
    terms: Sequence[AdvertisingTerms]
    wording: Wording
    now: datetime
    demo: bool = False

    @property
    def day(self) -> date:
        """The clinic's local day."""
        return self.now.astimezone(ZoneInfo(self.edition.program.timezone)).date()

    def sheet(self, kind: str, name: str, blocks: Sequence[Block], *, offer: bool = True, link: str = "link") -> Sheet:
        """A sheet with its foot, its code and, where it makes an offer, the law's block.

        `link` is the label of the words beside the code. Raises `sheet.legal` and `sheet.retired`.
        """
        edition, wording, day = printable(self.edition, self.day), self.wording, self.day
        program = edition.program
        version = program.version
        named = (
            wording.label("foot.version", number=version) if version and not edition.draft else wording.label("draft")
        )
        legal = legal_of(edition, terms_on(self.terms, day), wording) if offer else None
        address = program.organizer.rules_url
        marks = [wording.label("demo")] if self.demo else []
        marks += [wording.label("draft.mark")] if edition.draft else []
        return Sheet(
            kind, wording.language, name, self.brand, tuple(blocks), f"{program.code} · {named} · {wording.day(day)}",
            day, Link(address, wording.label(link)) if filled(address) else None, legal, " · ".join(marks),
        )  # fmt: skip


def leaflet(making: Making, size: Format) -> Sheet:
    """The leaflet of a size: A4, A5 or A6. Raises `sheet.legal`, `sheet.retired`."""
    edition, wording = making.edition, making.wording
    program = edition.program
    told = promises(program, max(making.day, edition.start or making.day))
    blocks = [*_opening(making, told), *_how(program, told, wording)]
    shown = worked_examples(edition, making.now)
    for example in shown[: 2 if size == "a4" else 1]:
        blocks += [Heading(wording.label("example.heading")), worked_bill(example, program, wording)]
    blocks += _part("limits", told.limits, wording)
    blocks += _part("lapses", told.lapses, wording)
    # over which time a level counts, and that it can be lost, limits the promise of the ladder: on every size
    blocks += _part("levels", told.levels, wording)
    # a pocket sheet says what else there is where it has room; it stands in the rules, under the code
    extras = _part("extras", told.extras, wording)
    blocks += [Spare(tuple(extras))] if size == "a6" else extras
    asked = questions(program, told, wording, changes_told=size == "a4")
    blocks.append(Spare((Heading(wording.label("questions")), Questions(asked))))
    if size == "a4":
        blocks += _part("changes", told.changes, wording)
    return making.sheet("leaflet", wording.label("leaflet"), blocks)


def poster(making: Making) -> Sheet:
    """One promise, three steps, the code: for a wall (A4, A3) and for a tent on the counter."""
    edition, wording = making.edition, making.wording
    program = edition.program
    told = promises(program, making.day)
    blocks: list[Block] = [*_opening(making, told, short=True), Steps(_steps(program, wording))]
    face = [one for one in (*told.limits, *told.lapses) if one.code.split("/")[0] in _FACE]
    blocks.append(Points(tuple(wording.promise(one) for one in face)))
    return making.sheet("poster", wording.label("poster"), blocks)


#: What may not be left off the face of an offer (38-ФЗ, art. 5 p. 7).
_FACE = ("limit.payers", "limit.stacking", "lapse.accrual", "lapse.activity", "lapse.joining", "lapse.calendar",
         "lapse.never")  # fmt: skip


def headline(program: Program, wording: Wording) -> Title:
    """The promise in a few words: the best the program gives, as a figure."""
    steps = program.levels.steps
    earns = [step.earn.percent for step in steps if step.earn is not None and step.earn.percent]
    discounts = [step.discount for step in steps if step.discount]
    for key, shares in (("title.earn", earns), ("title.discount", discounts)):
        if shares:
            best = wording.percent(max(shares))
            up = len(set(shares)) > 1 or len(shares) < len(steps)
            accent = wording.label("title.up_to" if up else "title.exactly", percent=best)
            return Title(wording.label(key, accent=accent, units=wording.many()), accent)
    return Title(program.name.plain(wording.language))


def _opening(making: Making, told: Promises, *, short: bool = False) -> Iterator[Block]:
    program, wording = making.edition.program, making.wording
    yield headline(program, wording)
    if making.edition.ahead(making.day) and making.edition.start:
        yield Words(wording.label("ahead", day=wording.day(making.edition.start)), "lead")
    first = [*told.gives[:2], *[one for one in told.uses if one.code.startswith("use.share")]]
    if short:
        yield Words(" ".join(wording.promise(one) for one in first), "lead")
        return
    yield Words(wording.label("lead", name=wording.quoted(program.name.plain(wording.language))), "lead")
    if len(program.levels.steps) > 1:
        yield Heading(wording.label("levels.picture"))
        yield Ladder(tuple(rungs(program, wording)))
    yield Heading(wording.label("gives"))
    yield Points(tuple(wording.promise(one) for one in told.gives))


def rungs(program: Program, wording: Wording) -> Iterator[Rung]:
    """Each level with what it gives; the height follows the place on the ladder, so that equal gains still rise."""
    steps = program.levels.steps
    for place, step in enumerate(steps, 1):
        # a number is not parted from its sign
        name = step.name.plain(wording.language).replace("№ ", "№\N{NO-BREAK SPACE}")
        yield Rung(name, wording.start(step.start), _gives(step, wording), 1000 * place // len(steps))


def _gives(step: Step, wording: Wording) -> str:
    parts = []
    if step.earn is not None and step.earn.percent:
        parts.append(wording.percent(step.earn.percent))
    elif step.earn is not None and step.earn.units:
        key = "rung.full" if step.earn.full else "rung.per"
        parts.append(wording.label(key, units=wording.units(step.earn.units), money=wording.money(step.earn.per)))
    if step.discount:
        parts.append(wording.label("rung.discount", percent=wording.percent(step.discount)))
    return ", ".join(parts) or wording.label("rung.nothing")


def _how(program: Program, told: Promises, wording: Wording) -> Iterator[Block]:
    yield Heading(wording.label("how"))
    yield Steps(_steps(program, wording))
    uses = tuple(wording.promise(one) for one in told.uses)
    if uses:
        yield Heading(wording.label("uses"))
        yield Points(uses)


def _steps(program: Program, wording: Wording) -> tuple[str, ...]:
    """What to do at the desk, in three steps."""
    if program.unit is None:
        return tuple(wording.label(f"step.{key}") for key in ("name", "discount", "grow"))
    spend = "spend" if program.redeem and (program.redeem.max_share > Fraction(0) or _own_shares(program)) else "reward"
    back = all(step.earn is None or step.earn.percent is not None for step in program.levels.steps)
    return (wording.label("step.name"), wording.label("step.back" if back else "step.earn", units=wording.many()),
            wording.label(f"step.{spend}", units=wording.many()))  # fmt: skip


def _own_shares(program: Program) -> bool:
    return any(category.max_redeem for category in program.categories.values())


def _part(key: str, told: Sequence[Reason], wording: Wording) -> list[Block]:
    if not told:
        return []
    return [Heading(wording.label(key)), Points(tuple(wording.promise(one) for one in told))]

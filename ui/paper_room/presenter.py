"""Decides which sheet is shown, when it is drawn anew, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Final

from desk_app import stock
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk
from desk_app.station import SheetPrinter, Station
from desk_app.versions import statuses, today
from ui.sheets import KINDS, Asked, Kind

MOST_COPIES: Final = 500
Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]
"""Does a work elsewhere and tells what came of it: `ui.background.Background.run`, or at once in a test."""
FILES: Final = ("pdf", "html", "txt")


@dataclass(frozen=True)
class VersionRow:
    """A version that may be chosen; `since` is its first local day."""

    version: int
    status: str
    since: date


@dataclass(frozen=True)
class Proof:
    """A sheet as it will come out; `pictures` are its first pages, `left_out` codes of what could not be drawn."""

    pdf: bytes
    pages: int
    pictures: tuple[Any, ...] = field(default=(), repr=False)
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class PaperState:
    """Everything the room shows.

    `proof` stays while the next one is drawn, so that nothing flickers; `slow` once that takes long. `problem` is why
    there is no sheet, `lack` what is missed before one can be asked for: "version" or "patient". `batch` is how many
    of how many cards are made, while any are.
    """

    asked: Asked
    versions: tuple[VersionRow, ...] = ()
    patient: str = ""
    patient_name: str = ""
    copies: int = 1
    file: str = "pdf"
    proof: Proof | None = None
    drawing: bool = False
    slow: bool = False
    problem: Refusal | Trouble | None = None
    lack: str = ""
    printers: tuple[str, ...] = ()
    looking_for_printers: bool = True
    settings: SheetPrinter = field(default_factory=SheetPrinter)
    batch: tuple[int, int] | None = None

    @property
    def kind(self) -> Kind:
        """The row of the sheet that is chosen."""
        return KINDS[self.asked.kind]

    @property
    def ready(self) -> bool:
        """Whether what is shown is what is chosen."""
        return self.proof is not None and not self.drawing


def most_of(kind: Kind) -> int:
    """How many of a kind are made at a time."""
    return stock.MOST if kind.batch else MOST_COPIES


class PaperPresenter:
    """`make` draws a proof on the worker behind `run`; a newer choice makes the answer to an older one worthless."""

    def __init__(
        self,
        desk: Desk,
        station: Callable[[], Station],
        keep: Callable[[Station], None],
        run: Run,
        make: Callable[[Asked], Proof],
        show: Callable[[PaperState], None],
    ) -> None:
        self._desk = desk
        self._station = station
        self._keep = keep
        self._run = run
        self._make = make
        self._show = show
        self._wanted = 0
        self._running = False
        self._spoken = False
        self._then: Callable[[Proof], None] | None = None
        first = next(iter(KINDS.values()))
        self.state = PaperState(Asked(first.name, first.sizes[0], station().language))

    def refresh(self, patient: str) -> None:
        """The room came forward: versions, the clinic's brand and who is at the desk may be others now."""
        with self._desk.store.reading() as reading:
            versions = reading.versions()
            told = statuses(versions, today(self._desk, reading))
            person = reading.patient(patient) if patient else None
        rows = tuple(VersionRow(one.version, told[one.version], one.effective_from) for one in reversed(versions))
        if self.state.asked.version not in [row.version for row in rows if row.status != "in_force"]:
            self._ask(version=None)
        self._become(
            versions=rows,
            patient=patient if person else "",
            patient_name=person.full_name if person else "",
            settings=self._station().printer(self.state.kind.printer),
        )
        self._speak_for(person.language if person else "")
        self._draw()

    # what is chosen

    def choose_kind(self, name: str) -> None:
        """Another kind of sheet; it keeps the size where it comes in that size."""
        kind = KINDS[name]
        size = self.state.asked.size
        self._ask(kind=name, size=size if size in kind.sizes else kind.sizes[0])
        copies = min(self.state.copies, most_of(kind))
        self._become(settings=self._station().printer(kind.printer), copies=copies)
        self._speak_for(self._language_of_patient())
        self._draw()

    def choose_size(self, size: str) -> None:
        """Another size."""
        self._ask(size=size)
        self._draw()

    def choose_version(self, version: int | None) -> None:
        """Another version; None: the one in force."""
        self._ask(version=version)
        self._draw()

    def choose_language(self, language: str) -> None:
        """The language of the paper; from now on it is the clerk's choice, whoever is at the desk."""
        self._spoken = True
        self._ask(language=language)
        self._draw()

    def choose_copies(self, copies: int) -> None:
        """How many are printed."""
        self._become(copies=max(1, min(copies, most_of(self.state.kind))))

    def choose_file(self, file: str) -> None:
        """One of `FILES`."""
        self._become(file=file)

    def set_printer(self, **changes: Any) -> None:
        """`printer`, `offset_x` and `offset_y` in tenths of a millimetre, `scale` in thousandths, for this kind."""
        settings = replace(self.state.settings, **changes)
        self._keep(self._station().with_printer(self.state.kind.printer, settings))
        self._become(settings=settings)

    def found_printers(self, names: Sequence[str]) -> None:
        """The system told its printers."""
        self._become(printers=tuple(names), looking_for_printers=False)

    def batch_at(self, done: int, total: int) -> None:
        """So many cards of a batch are drawn."""
        if self.state.batch is not None:
            self._become(batch=(done, total))

    def begin_batch(self, total: int) -> bool:
        """Cards are being made from now on; False where others are already."""
        if self.state.batch is not None:
            return False
        self._become(batch=(0, total))
        return True

    def end_batch(self) -> None:
        """They are made, or will not be."""
        self._become(batch=None)

    # drawing

    def when_ready(self, act: Callable[[Proof], None]) -> bool:
        """Do something with the sheet that is chosen, at once or as soon as it is drawn; False where there is none."""
        if self.state.problem is not None or self.state.lack:
            return False
        if self.state.ready and self.state.proof is not None:
            act(self.state.proof)
        else:
            self._then = act
        return True

    def take_long(self) -> None:
        """The sheet is not there yet: say that it is being drawn."""
        if self.state.drawing:
            self._become(slow=True)

    def _draw(self) -> None:
        self._wanted += 1
        self._then = None
        kind = self.state.kind
        lack = "version" if not self.state.versions else "patient" if self._misses_patient(kind) else ""
        if lack:
            self._become(lack=lack, problem=None, proof=None, drawing=False, slow=False)
            return
        self._ask(patient=self.state.patient if kind.of == "patient" else "")
        self._become(lack="", drawing=True)
        if not self._running:
            self._begin()

    def _begin(self) -> None:
        self._running = True
        wanted = self._wanted
        self._run(partial(self._make, self.state.asked), partial(self._made, wanted), partial(self._refused, wanted))

    def _made(self, wanted: int, proof: Proof) -> None:
        if self._is_late(wanted):
            return
        self._become(proof=proof, problem=None, drawing=False, slow=False)
        then, self._then = self._then, None
        if then is not None:
            then(proof)

    def _refused(self, wanted: int, why: Exception) -> None:
        if self._is_late(wanted):
            return
        self._then = None
        if not isinstance(why, (Refusal, Trouble)):
            self._become(proof=None, problem=Trouble("sheet.failed"), drawing=False, slow=False)
            raise why
        self._become(proof=None, problem=why, drawing=False, slow=False)

    def _is_late(self, wanted: int) -> bool:
        """Whether something else is wanted by now; then that is drawn."""
        self._running = False
        if wanted != self._wanted and self.state.drawing:
            self._begin()
        return wanted != self._wanted

    def _misses_patient(self, kind: Kind) -> bool:
        # A form of consent has lines to be filled in by hand.
        return kind.of == "patient" and kind.printer != "consent" and not self.state.patient

    def _language_of_patient(self) -> str:
        if not self.state.patient:
            return ""
        with self._desk.store.reading() as reading:
            person = reading.patient(self.state.patient)
        return person.language if person else ""

    def _speak_for(self, language: str) -> None:
        """A sheet of one patient speaks the patient's language, any other the desk's, until the clerk chose one."""
        if self._spoken:
            return
        own = language if self.state.kind.of == "patient" else ""
        self._ask(language=own or self._station().language)

    def _ask(self, **changes: Any) -> None:
        self.state = replace(self.state, asked=replace(self.state.asked, **changes))

    def _become(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)

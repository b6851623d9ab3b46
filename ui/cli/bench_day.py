"""What `tessera bench` measures of a whole day: the demo clinic, its slips, the memory of the open desk, growth."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.documents.program_file import read_program
from desk_app.domain.ledger import apply, fold
from ui.cli.bench_work import account_facts, long_bill, no_receipt, with_promotions
from ui.cli.home import Bar

if TYPE_CHECKING:
    from desk_app.printing.slip_pages import Page, Sheet

Work = Callable[[], object]


def demo_clinic(home: Path) -> float:
    """Seconds to make the demo clinic in `home`."""
    from ui import compose

    bar, began = Bar("demo"), time.perf_counter()
    compose.make_demo(home, bar)
    bar.clear()
    return time.perf_counter() - began


def report(home: Path) -> tuple[float, float]:
    """Seconds for the figures of this month in that clinic, and for folding each of its accounts once."""
    from desk_app.accounts import folded, version_on
    from desk_app.figures import figures
    from desk_app.spans import span_of
    from desk_app.versions import today
    from ui import compose

    with compose.open_desk(home) as desk:
        with desk.store.reading() as reading:
            day = today(desk, reading)
        began = time.perf_counter()
        figures(desk, *span_of("month", day))
        ours = time.perf_counter() - began
        began = time.perf_counter()
        with desk.store.reading() as reading:
            program, done = version_on(reading, desk, day)[0], set[str]()
            for member, _, _ in reading.members():
                if member not in done:
                    circle = reading.circle(member)
                    done |= circle
                    folded(reading, desk, circle, program)
        return ours, time.perf_counter() - began


def slips(home: Path) -> tuple[Work, Work]:
    """Drawing the slip of the last receipt of that clinic: ours whole, and the very same ink in bare ReportLab."""
    from desk_app.printing.slip import draw
    from desk_app.printing.slip_pages import SHEETS, lay_out
    from ui import compose
    from ui.slip import slip_of

    with compose.open_desk(home) as desk:
        with desk.store.reading() as reading:
            (row,) = reading.last_receipts(1)
        slip = slip_of(desk, row.id, "ru")
    draw(slip, "roll")
    sheet = SHEETS["roll"]
    pages = lay_out(slip, sheet)
    return lambda: draw(slip, "roll"), lambda: _bare(pages, sheet)


def _bare(pages: Sequence[Page], sheet: Sheet) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, (sheet.width, pages[0].height), initialFontName="PTSans")  # type: ignore[arg-type]  # stubs: a float
    for page in pages:
        for box in page.boxes:
            canvas.rect(box.x, page.height - box.y - box.height, box.width, box.height, stroke=0, fill=1)
        for words in page.words:
            canvas.setFont(words.face, words.size)
            canvas.drawString(words.x, page.height - words.y, words.text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def quotes_twice_as_long() -> Iterator[tuple[str, Work, Work]]:
    """Pricing with twice the lines, and with twice the promotions, each beside the plain one."""
    program = read_program(with_promotions())
    yield "40 lines beside 20", long_bill(program, 40), long_bill(program)
    yield "20 promotions beside 10", long_bill(read_program(with_promotions(20))), long_bill(program)


def one_more_fact(count: int) -> Work:
    """Taking one more accrual into an account that holds so many facts."""
    facts = account_facts(count)
    ledger = fold(facts, no_receipt)
    numbers = iter(range(count + 1, 10**9))

    def take() -> None:
        number = next(numbers)
        apply(ledger, replace(facts[0], moment=number, id=f"f{number}:0", day=facts[-1].day))

    return take


def growth(found: Mapping[int, Mapping[str, float]]) -> list[str]:
    """A small picture of how look-up grows: a row for each kind, milliseconds at each size as a bar (log scale)."""
    from math import log10

    rows = []
    kinds = list(dict.fromkeys(kind for by_kind in found.values() for kind in by_kind))
    for kind in kinds:
        for size in sorted(found):
            ms = found[size].get(kind, 0.0) * 1000
            bar = "#" * max(1, round(12 * (log10(max(ms, 0.01)) + 2)))
            rows.append(f"{kind if size == min(found) else '':<14}{size:>12,} {ms:9.3f} ms {bar}")
    return rows

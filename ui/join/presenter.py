"""Takes a join file, or its squares one by one in any order, and joins when all of it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desk_app.domain.errors import Refusal, Trouble, WrongInput
from desk_app.sync import join_file
from desk_app.sync.join_file import Square

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]
#: Joins with the content of a file, or the digits of its squares, and answers what `done` is told.
Join = Callable[[bytes | str], Any]
_LONGEST = 64 * 1024


@dataclass(frozen=True)
class JoinState:
    """What the form shows: the squares scanned of how many, the file chosen, and why it was not taken.

    `told` counts what was said, so that the same sentence twice is heard twice.
    """

    scanned: tuple[int, ...] = ()
    count: int = 0
    file: str = ""
    busy: bool = False
    problem: Refusal | Trouble | None = None
    told: int = 0
    # Left out of every repr: a first password is in it.
    squares: tuple[Square, ...] = field(default=(), repr=False)
    texts: tuple[str, ...] = field(default=(), repr=False)


class JoinPresenter:
    """`join` runs on a worker; `done` is told its answer."""

    def __init__(self, join: Join, run: Run, show: Callable[[JoinState], None], done: Callable[[Any], None]) -> None:
        self._join = join
        self._run = run
        self._show = show
        self._done = done
        self.state = JoinState()

    def begin(self) -> None:
        """The form came forward: nothing of the time before is kept."""
        self._become(**_NOTHING)

    def take_file(self, file: Path) -> None:
        """A file was chosen, or dropped on the form."""
        if not self.state.busy:
            self._become(**_NOTHING | {"file": file.name})
            self._go(lambda: self._join(_read(file)))

    def take_scan(self, text: str) -> bool:
        """A square was scanned or typed; False when it is none. The last one joins."""
        digits = "".join(text.split())
        if self.state.busy:
            return False
        try:
            one = join_file.square(digits)
        except WrongInput as refusal:
            self._tell(refusal)
            return False
        others = [
            (held, text)
            for held, text in zip(self.state.squares, self.state.texts, strict=True)
            if (held.mark, held.count) == (one.mark, one.count) and held.number != one.number
        ]
        held = sorted([*others, (one, digits)], key=lambda pair: pair[0].number)
        squares, texts = tuple(square for square, _ in held), tuple(text for _, text in held)
        self._become(
            squares=squares, texts=texts, scanned=tuple(square.number for square in squares), count=one.count,
            file="", problem=None, told=self.state.told + 1,
        )  # fmt: skip
        if len(squares) == one.count:
            self._go(lambda: self._join("\n".join(texts)))
        return True

    def _go(self, work: Callable[[], Any]) -> None:
        self._become(busy=True, problem=None)
        self._run(work, self._joined, self._failed)

    def _joined(self, answer: Any) -> None:
        self._become(**_NOTHING)
        self._done(answer)

    def _failed(self, why: Exception) -> None:
        self._become(busy=False, squares=(), texts=(), scanned=(), count=0)
        if not isinstance(why, Refusal | Trouble):
            raise why
        self._tell(why)

    def _tell(self, why: Refusal | Trouble) -> None:
        self._become(problem=why, told=self.state.told + 1)

    def _become(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)


_NOTHING: dict[str, Any] = {
    "scanned": (), "count": 0, "file": "", "busy": False, "problem": None, "squares": (), "texts": (),
}  # fmt: skip


def _read(file: Path) -> bytes:
    """Runs on the worker. Raises `WrongInput`."""
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST + 1)
    except OSError as error:
        raise WrongInput("file.unreadable", str(file), found=type(error).__name__) from error

"""A lesson that was set up: who the people became, what was invented for them, and what the trainee does counts from.

Kept as JSON beside the practice desk, so that the command line can look later at what was done in the window.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from desk_app.domain.errors import Trouble, WrongInput
from desk_app.training.lessons.lesson import Json, Lesson
from desk_app.training.lessons.reading import read_lesson

#: The stage in a practice folder.
FILE: Final = "lesson-stage.json"
_FORMAT: Final = 2

#: What a sentence may be filled with: names, numbers of minor units or smallest parts, days as ISO texts.
Value = int | str


@dataclass(frozen=True, slots=True)
class Role:
    """A line of a bill of the story as it was cast: `price` of one piece in minor units."""

    service: str
    code: str
    name: str
    category: str
    price: int
    pieces: int
    payer: str
    floor_price: int = 0


@dataclass(frozen=True, slots=True)
class CastBill:
    """A bill of the story with its lines; `receipt` is the id of the one paid before the trainee came, else ""."""

    patient: str
    lines: tuple[Role, ...]
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a lesson as they were set up once: `people` by code (id, "" of one nobody knows yet), `values` for
    sentences. Acts later than `moment` (milliseconds UTC) are the trainee's. `mark` is the announced version's.
    """

    day: date
    moment: int
    people: dict[str, str]
    bills: dict[str, CastBill]
    services: dict[str, str]
    values: dict[str, Value]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A lesson under way: story, steps and check are always of one `cast`; `turn` counts those before it."""

    lesson: Lesson
    seed: str
    language: str
    cast: Cast
    turn: int = 0

    @property
    def values(self) -> dict[str, Value]:
        """What is said of its people."""
        return self.cast.values

    def with_cast(self, cast: Cast) -> Stage:
        """The stage with other people."""
        return replace(self, cast=cast, turn=self.turn + 1)

    def to_json(self) -> Json:
        """As plain values."""
        cast = asdict(self.cast) | {"day": self.cast.day.isoformat()}
        return {"format": _FORMAT, "lesson": self.lesson.document, "seed": self.seed, "language": self.language,
                "cast": cast, "turn": self.turn}  # fmt: skip


def stage_from_json(data: Any) -> Stage:
    """`Stage.to_json` undone. Raises `lesson.stage` for what is none."""
    try:
        if data["format"] != _FORMAT:
            raise WrongInput("lesson.stage")
        lesson, cast = read_lesson(dict(data["lesson"])), _cast(data["cast"])
        return Stage(lesson, str(data["seed"]), str(data["language"]), cast, int(data["turn"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise WrongInput("lesson.stage") from None


def _cast(data: Json) -> Cast:
    bills = {
        code: CastBill(bill["patient"], tuple(Role(**role) for role in bill["lines"]), bill["receipt"])
        for code, bill in data["bills"].items()
    }
    return Cast(**{**data, "day": date.fromisoformat(data["day"]), "bills": bills})


def keep(folder: Path, stage: Stage) -> None:
    """Keep the stage in a practice folder. Raises `training.folder`."""
    file = folder / FILE
    fresh = file.with_suffix(".new")
    try:
        fresh.write_text(json.dumps(stage.to_json(), ensure_ascii=False), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        raise Trouble("training.folder", folder=str(folder)) from None


def kept(folder: Path) -> Stage | None:
    """The stage of a practice folder, None where no lesson was begun. Raises `lesson.stage` for a broken one."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError):
        raise WrongInput("lesson.stage") from None
    try:
        data = json.loads(text)
    except ValueError:
        raise WrongInput("lesson.stage") from None
    return stage_from_json(data)

"""Keeps what is typed of the clinic as soon as its field is left, and says what cannot be printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from desk_app import clinic, logo
from desk_app.domain.errors import Refusal, Trouble
from desk_app.ports import Desk

BRANCH = "branch"
"""The field that gives the branch of this desk its title."""


@dataclass(frozen=True)
class ClinicState:
    """What the card shows. `texts` are kept as they stand unless `faults` has them; `usual` is what holds where empty.

    `logo` is the file that is kept, `trouble` what kept anything from being written.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, Refusal] = field(default_factory=dict)
    logo: Path | None = None
    trouble: Trouble | None = None


class ClinicPresenter:
    """`named` is told the clinic's name as screens show it, whenever that changed."""

    def __init__(
        self,
        desk: Desk,
        home: Path,
        branch: Callable[[], str],
        show: Callable[[ClinicState], None],
        named: Callable[[str], None],
    ) -> None:
        self._desk = desk
        self._home = home
        self._branch = branch
        self._show = show
        self._named = named
        self.state = ClinicState()

    def refresh(self) -> None:
        """Read what is kept."""
        with self._desk.store.reading() as reading:
            own = clinic.read(reading)
            with suppress(Trouble):
                logo.follow(reading, self._home)
            versions = reading.versions()
            usual = clinic.shown(reading, self._desk.program_of(versions[-1])) if versions else clinic.Clinic()
            title = clinic.branch_title(reading, self._branch())
        texts = {name: getattr(own, name) for name in clinic.FIELDS} | {BRANCH: title}
        known = {name: getattr(usual, name) for name in clinic.FIELDS}
        self._become(
            texts=texts, usual=known, faults={}, logo=logo.path_of(self._home, own.logo), trouble=None
        )  # fmt: skip

    def keep(self, name: str, text: str) -> None:
        """A field was left: keep it, or say what is wrong with it and keep what was."""
        others = {one: fault for one, fault in self.state.faults.items() if one != name}
        if text == self.state.texts.get(name, "") and name not in self.state.faults:
            return
        try:
            if name == BRANCH:
                kept = clinic.keep_branch(self._desk, self._branch(), text)
            else:
                kept = clinic.keep(self._desk, name, text)
        except Refusal as refusal:
            self._become(texts={**self.state.texts, name: text}, faults={**others, name: refusal})
            return
        except Trouble as trouble:
            self._become(trouble=trouble)
            return
        self._become(texts={**self.state.texts, name: kept}, faults=others, trouble=None)
        if name in ("name", "legal_name"):
            self._tell_name()

    def read_logo(self, found: tuple[str, bytes]) -> None:
        """A file that was looked at elsewhere is the logo from now on."""
        others = {one: fault for one, fault in self.state.faults.items() if one != "logo"}
        try:
            logo.put(self._desk, self._home, *found)
        except Trouble as trouble:
            self._become(trouble=trouble)
            return
        self._become(logo=self._home / found[0], faults=others, trouble=None)

    def no_logo(self, problem: Exception) -> None:
        """A file is no logo. What nobody foresaw is raised again, for the report."""
        if not isinstance(problem, Refusal):
            raise problem
        self._become(faults={**self.state.faults, "logo": problem})

    def drop_logo(self) -> None:
        """No logo any more."""
        try:
            logo.drop(self._desk, self._home)
        except Trouble as trouble:
            self._become(trouble=trouble)
            return
        others = {one: fault for one, fault in self.state.faults.items() if one != "logo"}
        self._become(logo=None, faults=others)

    def _tell_name(self) -> None:
        with self._desk.store.reading() as reading:
            versions = reading.versions()
            own = clinic.read(reading)
            told = clinic.shown(reading, self._desk.program_of(versions[-1])).name if versions else own.name
        if told:
            self._named(told)

    def _become(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # the names are those of the fields
        self._show(self.state)

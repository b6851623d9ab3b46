"""Decides what a change of this computer's settings means; every change holds at once and none needs a Save."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desk_app.domain.errors import Trouble
from desk_app.station import DESK_CODE, SheetPrinter, Station

PIN = re.compile(r"[0-9]{4,12}")
SPARE = 3
"""How many times slower than measured a scan may come and still be one."""


@dataclass(frozen=True)
class Trial:
    """What a trial scan found: the digits, the longest gap in milliseconds, what stood before and after them."""

    code: str
    longest_gap: int
    prefix: str
    suffix: str


@dataclass(frozen=True)
class SettingsState:
    """Everything the room shows. `wrong` names fields whose content was not taken; `trial_failed`: no digits came.

    `key` is the recovery key while it is shown; `key_lacks` why there is none to show: True where nothing is encrypted.
    """

    station: Station
    printers: Sequence[str] = ()
    looking_for_printers: bool = True
    wrong: frozenset[str] = frozenset()
    listening: bool = False
    trial: Trial | None = None
    trial_failed: bool = False
    pin_set: bool = False
    waiting_sheets: Sequence[str] = ()
    # Left out of every repr: no report may carry it.
    key: str = field(default="", repr=False)
    key_lacks: Trouble | bool = False


class SettingsPresenter:
    """Keeps the settings through `keep` and shows them through `show`."""

    def __init__(
        self,
        station: Callable[[], Station],
        keep: Callable[[Station], None],
        show: Callable[[SettingsState], None],
        hash_pin: Callable[[str], str],
    ) -> None:
        self._station = station
        self._keep = keep
        self._show = show
        self._hash_pin = hash_pin
        self.state = SettingsState(station(), pin_set=bool(station().pin))

    def refresh(self) -> None:
        """The room came forward: someone else may have changed the settings."""
        self._become(station=self._station(), wrong=frozenset(), trial=None, trial_failed=False)
        self.hide_key()

    def show_key(self, key: str) -> None:
        """The recovery key, asked for; "" where the records have none."""
        self._become(key=key, key_lacks=not key)

    def no_key(self, trouble: Exception) -> None:
        """The key could not be read. What nobody foresaw is raised again, for the report."""
        if not isinstance(trouble, Trouble):
            raise trouble
        self._become(key="", key_lacks=trouble)

    def hide_key(self) -> None:
        """Nobody reads it any more."""
        self._become(key="", key_lacks=False)

    def set_look(self, **changes: Any) -> None:
        """`language`, `theme` or `text_size`."""
        self._change(replace(self._station(), **changes))

    def set_place(self, field: str, text: str) -> None:
        """`branch`, `desk` or `employee`; a code that cannot stand on a receipt is not taken."""
        words = text.strip()
        if field in ("branch", "desk") and words and not DESK_CODE.fullmatch(words):
            self._become(wrong=self.state.wrong | {field})
            return
        if field == "branch" and not words:
            self._become(wrong=self.state.wrong | {field})
            return
        changed: dict[str, Any] = {field: words}
        self._change(replace(self._station(), **changed), cleared=field)

    def set_pin(self, pin: str) -> None:
        """A code of four digits or more; empty takes it away."""
        if pin and not PIN.fullmatch(pin):
            self._become(wrong=self.state.wrong | {"pin"})
            return
        self._change(replace(self._station(), pin=self._hash_pin(pin) if pin else ""), cleared="pin")

    def set_hand_over(self, on: bool) -> None:
        """Exchange files with the clinic system, or not."""
        self._change(replace(self._station(), hand_over=on))

    def set_fiscal(self, **changes: str) -> None:
        """`payment`, `tax` or `taxation`, in the words of the register's driver."""
        station = self._station()
        self._change(replace(station, fiscal=replace(station.fiscal, **changes)))

    def set_idle(self, minutes: int) -> None:
        """After how many minutes the desk locks itself; 0: never."""
        self._change(replace(self._station(), idle_minutes=minutes))

    def set_scanner(self, **changes: Any) -> None:
        """`gap` in milliseconds, `shortest` in digits, `prefix`, `suffix`."""
        station = self._station()
        self._change(replace(station, scanner=replace(station.scanner, **changes)))

    def listen(self) -> None:
        """A trial scan is awaited."""
        self._become(listening=True, trial=None, trial_failed=False)

    def stop_listening(self) -> None:
        """Nothing was scanned, and nobody waits any more."""
        self._become(listening=False)

    def heard(self, text: str, longest_gap: int) -> None:
        """A trial scan came: what is not a digit around its digits is what the scanner adds."""
        match = re.fullmatch(r"(\D*)(\d+)(\D*)", text)
        if match is None:
            self._become(listening=False, trial_failed=True)
            return
        prefix, code, suffix = match.groups()
        trial = Trial(code, longest_gap, prefix, suffix)
        self._become(listening=False, trial=trial)
        gap = min(500, max(35, longest_gap * SPARE))
        self.set_scanner(gap=gap, prefix=prefix, suffix=suffix, shortest=min(len(code), 8))

    def found_printers(self, names: Sequence[str]) -> None:
        """The system told its printers."""
        self._become(printers=tuple(names), looking_for_printers=False)

    def set_printer(self, sheet: str, **changes: Any) -> None:
        """`printer`, `offset_x` and `offset_y` in tenths of a millimetre, `scale` in thousandths, `at_once`."""
        station = self._station()
        before = station.printers.get(sheet, SheetPrinter())
        self._change(station.with_printer(sheet, replace(before, **changes)))

    def waiting(self, titles: Sequence[str]) -> None:
        """Sheets that no printer took."""
        self._become(waiting_sheets=tuple(titles))

    def _change(self, station: Station, cleared: str = "") -> None:
        self._keep(station)
        self._become(station=station, pin_set=bool(station.pin), wrong=self.state.wrong - {cleared})

    def _become(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)

"""How patients and desks will hear of a new version: written down when it is announced, kept with its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from desk_app.domain.errors import WrongInput, refuse
from desk_app.ports import Json

#: Ways by which a patient hears of new rules; the first three are of this app, the others are noted by hand.
WAYS: Final = ("desk", "leaflet", "sms", "email", "messenger", "call", "poster", "site")
_LONGEST: Final = 2000


@dataclass(frozen=True, slots=True)
class Plan:
    """`channels` are of `WAYS`; `texts` what is said by each (way → text); `owner` sees to it.

    `sentence` is what the desk says to everybody ("ru", "en"); where it is left out, the desk says what changes for
    the patient at hand. `desks` tells how the desks are informed, `leaflet` how many copies are printed by whom.
    """

    channels: tuple[str, ...] = ()
    owner: str = ""
    desks: str = ""
    leaflet: str = ""
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sentence: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_made(self) -> bool:
        """Whether anybody will hear of it: a way, and somebody who sees to it."""
        return bool(self.channels and self.owner.strip())

    def check(self) -> None:
        """Raises `plan.missing` where nobody would hear of it, `plan.owner` where nobody sees to it."""
        if not self.channels:
            raise refuse("plan.missing", "plan")
        if not self.owner.strip():
            raise refuse("plan.owner", "plan")

    def to_json(self) -> Json:
        """As it is kept with the version's record."""
        return {"channels": list(self.channels), "owner": self.owner, "desks": self.desks, "leaflet": self.leaflet,
                "texts": dict(self.texts), "sentence": dict(self.sentence)}  # fmt: skip


def plan_from(kept: Json) -> Plan:
    """`Plan.to_json` undone; what was left out is empty. Raises `WrongInput` (`plan.bad`) for what is no plan."""
    known = ("channels", "owner", "desks", "leaflet", "texts", "sentence")
    for key in kept:
        if key not in known:
            raise WrongInput("key.unknown", f"plan.{key}", found=key, allowed=", ".join(known))
    channels = kept.get("channels", [])
    if not isinstance(channels, list) or any(way not in WAYS for way in channels):
        raise WrongInput("plan.channel", "plan.channels", allowed=", ".join(WAYS))
    for key in ("owner", "desks", "leaflet"):
        _text(kept.get(key, ""), key)
    for key in ("texts", "sentence"):
        table = kept.get(key, {})
        if not isinstance(table, dict):
            raise WrongInput("value.bad", f"plan.{key}", found=key, allowed="{}")
        for inner, text in table.items():
            _text(text, f"{key}.{inner}")
    return Plan(tuple(dict.fromkeys(channels)), kept.get("owner", ""), kept.get("desks", ""), kept.get("leaflet", ""),
                dict(kept.get("texts", {})), dict(kept.get("sentence", {})))  # fmt: skip


def _text(text: object, key: str) -> None:
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise WrongInput("value.bad", f"plan.{key}", found=str(text)[:40], allowed=f"0-{_LONGEST}")

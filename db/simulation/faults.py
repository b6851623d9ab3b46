"""What may go wrong in a simulated network, and how often; each seed turns some of it on and the rest off."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, fields, replace
from typing import Final

#: A fault that is on happens at about every so-and-so-manieth opportunity.
_SHARE: Final = 0.6


def _calls(often: float) -> float:
    return field(default=often, metadata={"of": "calls"})


def _steps(often: float) -> float:
    return field(default=often, metadata={"of": "steps"})


@dataclass(frozen=True, slots=True)
class Faults:
    """Chances of each fault: of a call over the network, or of a step of the whole."""

    request_lost: float = _calls(0.08)
    reply_lost: float = _calls(0.08)
    doubled: float = _calls(0.06)
    late: float = _calls(0.05)  #: carried out when the desk has given up waiting
    stale: float = _calls(0.05)  #: answered by a replica that is behind
    bent: float = _calls(0.02)  #: a letter of an act is another one when it arrives
    refused: float = _calls(0.02)  #: the centre restarts
    disk_full: float = _calls(0.03)  #: a local transaction of the exchange is undone at its end
    killed: float = _steps(0.01)
    snapshot: float = _steps(0.02)
    restored: float = _steps(0.006)  #: a desk goes back to a backup and knows it
    rolled_back: float = _steps(0.006)  #: a desk goes back to a backup and does not know it
    copied: float = _steps(0.003)  #: two computers with one file, and nobody notices
    centre_saved: float = _steps(0.01)
    centre_restored: float = _steps(0.004)
    centre_lost_tail: float = _steps(0.003)  #: a replica takes over that had not got everything
    clock: float = _steps(0.01)  #: a desk's clock jumps, up to a year
    poison: float = _steps(0.008)  #: a desk of somebody else's making sends what cannot be applied
    revoked: float = _steps(0.003)
    same_id: float = _steps(0.01)  #: two acts under one id


_ALL: Final = Faults()
NONE: Final = Faults(**dict.fromkeys((one.name for one in fields(Faults)), 0.0))


def swarm(luck: random.Random) -> Faults:
    """Some faults on, the rest off: what hides behind another fault is found where that one is off."""
    return replace(NONE, **{
        one.name: getattr(_ALL, one.name) for one in fields(Faults) if luck.random() < _SHARE
    })  # fmt: skip

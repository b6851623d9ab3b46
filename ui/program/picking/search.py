"""Services found in memory by words of their names or by their codes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from desk_app.domain.lookup_keys import name_key
from desk_app.domain.people import Service


def key_of(text: str) -> str:
    """Words as they are looked for."""
    return " ".join(name_key(word) for word in text.split())


@lru_cache(maxsize=50_000)
def service_key(service: Service) -> str:
    """All that a service is found by; making it takes longer than looking for a word in it, so it is kept."""
    return key_of(f"{service.code} {service.name} {service.name_en}")


def found(services: Sequence[Service], text: str) -> tuple[Service, ...]:
    """Those that have every word of `text`."""
    wanted = key_of(text).split()
    return tuple(one for one in services if all(word in service_key(one) for word in wanted))

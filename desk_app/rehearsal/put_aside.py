"""Keeps the collector of garbage away from what is no garbage: a year of bills holds the window up when walked over."""

from __future__ import annotations

import gc


def put_aside() -> None:
    """What is there now is not looked through again; it still goes when nobody holds it any more."""
    gc.collect(1)
    gc.freeze()

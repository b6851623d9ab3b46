"""The one primitive by which every sum is split, so that parts always add up exactly."""

from __future__ import annotations

from collections.abc import Sequence


def spread(amount: int, weights: Sequence[int], limits: Sequence[int] | None = None) -> tuple[list[int], int]:
    """Split `amount` in proportion to `weights`, no part above its limit: (parts, what could not be placed).

    Lines whose exact share is above their limit are fixed at the limit first and the rest is spread anew over the
    others, until none is above; then floors, then one minor unit each by largest fraction, ties to the earlier
    line. All weights 0: nothing is placed (spec: engine, One primitive). All numbers are integers ≥ 0.
    """
    parts = [0] * len(weights)
    open_lines = [i for i, weight in enumerate(weights) if weight > 0]
    total = sum(weights)
    rest = amount
    if limits is not None:
        while over := [i for i in open_lines if rest * weights[i] > limits[i] * total]:
            for i in over:
                parts[i] = limits[i]
                rest -= limits[i]
                total -= weights[i]
            fixed = set(over)
            open_lines = [i for i in open_lines if i not in fixed]
    if not open_lines or not rest:
        return parts, rest
    fractions = []
    missing = rest
    for i in open_lines:
        exact = rest * weights[i]
        parts[i] = part = exact // total
        missing -= part
        fractions.append(exact - part * total)
    if missing:
        # a stable sort, also in reverse: of equal fractions the earlier line comes first
        largest = sorted(range(len(open_lines)), key=fractions.__getitem__, reverse=True)
        for k in largest[:missing]:
            parts[open_lines[k]] += 1
    return parts, 0

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
    rest = amount
    if limits is not None:
        while open_lines:
            total = sum(weights[i] for i in open_lines)
            over = [i for i in open_lines if rest * weights[i] > limits[i] * total]
            if not over:
                break
            for i in over:
                parts[i] = limits[i]
                rest -= limits[i]
            fixed = set(over)
            open_lines = [i for i in open_lines if i not in fixed]
    if not open_lines:
        return parts, rest
    total = sum(weights[i] for i in open_lines)
    fractions = []
    placed = 0
    for i in open_lines:
        parts[i], fraction = divmod(rest * weights[i], total)
        placed += parts[i]
        fractions.append(fraction)
    missing = rest - placed
    if missing:
        order = sorted(range(len(open_lines)), key=lambda k: (-fractions[k], k))
        for k in order[:missing]:
            parts[open_lines[k]] += 1
    return parts, 0

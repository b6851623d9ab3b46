"""Positions for the cash register: price × quantity is exact for every position (spec: engine, cash-register split)."""

from __future__ import annotations

from desk_app.domain.quote import Position


def split_positions(pays: int, quantity: int, free: int = 0) -> tuple[Position, ...]:
    """A line's sum as one position, or two when it is not divisible by the quantity; `free` pieces cost nothing."""
    if not free and pays % quantity == 0:
        return (Position(quantity, pays // quantity),)
    paid = quantity - free
    positions: list[Position] = []
    if paid > 0:
        price, rest = divmod(pays, paid)
        if paid - rest:
            positions.append(Position(paid - rest, price))
        if rest:
            positions.append(Position(rest, price + 1))
    if free:
        positions.append(Position(free, 0 if paid > 0 else pays // free))
    return tuple(positions)

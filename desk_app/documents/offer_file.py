"""The door for personal offers: a promotion of one patient's own, checked against the program it belongs to."""

from __future__ import annotations

from typing import Any

from desk_app.documents import program_sense, tree
from desk_app.documents.program_compile import compile_promotion
from desk_app.documents.program_sense import refusal
from desk_app.documents.program_shape import checked
from desk_app.domain.promotions import Promotion

Json = dict[str, Any]


def read_offer(document: Json, offer: object, place: str = "") -> Promotion:
    """A personal offer: a promotion of its own, checked against the document. Raises as `read_program`."""
    from desk_app.documents.program_models import Promotion as Shape

    raw = tree.normal(offer)
    inner = place or "offer"
    for problem in (*checked(Shape, raw, document, inner), *program_sense.promotion_sense(
        document, inner, program_sense.table(raw)
    )):  # fmt: skip
        raise refusal(problem)
    return compile_promotion(document, raw)


def kept_offer(document: Json, offer: Json) -> Promotion:
    """A personal offer as the store keeps it: it was checked when it was given, and not at every keystroke."""
    return compile_promotion(document, tree.normal(offer))

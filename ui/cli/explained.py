"""A quote in columns and in words, for the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from desk_app.domain.bill import Bill
from desk_app.domain.money import decimal_text
from desk_app.domain.people import Service
from desk_app.domain.program import Program
from desk_app.domain.quote import Quote
from desk_app.price_list import titles
from ui.wording.explain import explain
from ui.wording.speech import Speech


def quote_lines(
    quote: Quote, program: Program, bill: Bill, lang: str, known: Mapping[str, Service] | None = None, *,
    paid: bool = False,
) -> list[str]:  # fmt: skip
    """The quote as a small table and its sentences."""
    words = ("paid" if paid else "pays", "discount", "redeemed", "earned" if paid else "earns")
    if lang == "ru":
        words = ("оплачено" if paid else "к оплате", "скидка", "списано", "начислено" if paid else "начисление")
    rows, speech = [], Speech(lang, program)
    for line, priced in zip(bill.lines, quote.lines, strict=True):
        name = line.name or (speech.category(line.category) if line.category else line.service or line.id)
        columns = [priced.list, priced.discount, priced.redeemed, priced.pays]
        sums = "".join(f"{decimal_text(amount, program.decimals):>14}" for amount in columns)
        rows.append(f"{name[:30]:<30}{sums}  {speech.rule(priced.rule, 'name') if priced.rule else ''}".rstrip())
    rows.append(
        f"{words[0]} {decimal_text(quote.pays, program.decimals)}, {words[1]} "
        f"{decimal_text(quote.discount, program.decimals)}, {words[2]} "
        f"{decimal_text(quote.redeemed, program.decimals)}, {words[3]} {decimal_text(quote.earns, program.precision)}"
    )
    told = explain(quote, program, bill, lang, services=titles(known or {}, lang), paid=paid)
    return [*rows, *told.sentences()]

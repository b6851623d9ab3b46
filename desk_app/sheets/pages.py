"""The same sheet as a page for the clinic's site; every sentence is the sheet's own.

The warning keeps its share: it stays at the foot of the window and takes that part of it (spec: print, Legal block).
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from typing import Final

from desk_app.sheets import blocks
from desk_app.sheets.blocks import Block, Sheet

_STYLE: Final = """
:root{color-scheme:light}body{margin:0;font:1.05rem/1.5 "PT Sans",system-ui,sans-serif;color:#1a1f24;background:#fff}
header,main,footer{max-width:44rem;margin:0 auto;padding:1rem}header{display:flex;gap:1rem;align-items:center;
border-bottom:.5rem solid var(--brand)}header img{max-height:4rem;max-width:12rem}header p{margin:0;font-weight:700}
h1{font-size:2.2rem;line-height:1.15}h2{font-size:1.3rem;margin:1.6rem 0 .4rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:700;padding:.3rem .5rem}
td,th{padding:.3rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid #c9d0d6}
td.n,th.n{text-align:right;white-space:nowrap}tr.total{font-weight:700}.small{font-size:.85rem;color:#5c636b}
.ladder,.bars{list-style:none;padding:0}.ladder li,.bars li{margin:.3rem 0}.ladder i,.bars i{display:block;height:.7rem;
background:var(--brand);border-radius:.2rem}dt{font-weight:700;margin-top:.6rem}dd{margin:0}
.warning{position:sticky;bottom:0;min-height:var(--share);display:flex;align-items:center;justify-content:center;
text-align:center;font-weight:700;font-size:1.4rem;color:#000;background:#fff;border:2px solid #000;padding:.3rem}
.mark{position:fixed;inset:40% 0 auto;text-align:center;white-space:nowrap;opacity:.12;transform:rotate(-28deg);
pointer-events:none}
"""


def as_html(sheet: Sheet) -> str:
    """One page that needs nothing from elsewhere: HTML with its style and logo inside it."""
    brand, legal = sheet.brand, sheet.legal
    share = f"{legal.aim / 10:g}vh" if legal else "0"
    parts = [
        "<!doctype html>",
        f'<html lang="{sheet.language}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(sheet.name)}</title>",
        f"<style>:root{{--brand:{escape(brand.colour)};--share:{share}}}{_STYLE}</style></head><body>",
        f"<header>{_logo(sheet)}<p>{escape(brand.clinic)}</p>{_paragraph(brand.phone)}</header>",
        "<main>", *(_html(part) for part in sheet.blocks), "</main>",
        "<footer>", *_closing(sheet), "</footer>",
    ]  # fmt: skip
    if legal:
        parts.append(f'<p class="warning" role="note">{escape(legal.warning)}</p>')
    if sheet.mark:
        # as large as a window of any width holds in one line
        size = min(20, 120 // len(sheet.mark))
        parts.append(f'<p class="mark" style="font-size:{size}vw">{escape(sheet.mark)}</p>')
    return "\n".join([*(part for part in parts if part), "</body></html>", ""])


def _logo(sheet: Sheet) -> str:
    data = sheet.brand.logo
    if not data:
        return ""
    kind = "png" if data.startswith(b"\x89PNG") else "svg+xml"
    # a picture beside the written name says nothing of its own
    return f'<img alt="" src="data:image/{kind};base64,{base64.b64encode(data).decode("ascii")}">'


def _closing(sheet: Sheet) -> Iterator[str]:
    if sheet.link:
        address = escape(sheet.link.address)
        # an address that a browser would run instead of opening stays words
        web = sheet.link.address.startswith(("https://", "http://"))
        shown = f'<a href="{address}">{address}</a>' if web else address
        yield f"<p><strong>{escape(sheet.link.words)}</strong><br>{shown}</p>"
    for line in sheet.legal.lines if sheet.legal else ():
        yield _paragraph(line, "small")
    yield _paragraph(sheet.foot, "small")


def _paragraph(text: str, role: str = "") -> str:
    named = f' class="{role}"' if role else ""
    return f"<p{named}>{escape(text)}</p>" if text else ""


def _html(part: Block) -> str:
    match part:
        case blocks.Title():
            return f"<h1>{escape(part.text)}</h1>"
        case blocks.Heading():
            return f"<h2>{escape(part.text)}</h2>"
        case blocks.Words():
            return _paragraph(part.text, "small" if part.voice == "small" else "")
        case blocks.Points():
            return f"<ul>{_items(part.items)}</ul>"
        case blocks.Steps():
            return f"<ol>{_items(part.items)}</ol>"
        case blocks.Ladder():
            rungs = (
                f"<li><strong>{escape(one.name)}</strong> <span>{escape(one.start)}</span>: "
                f"<strong>{escape(one.gives)}</strong>{_bar(one.height)}</li>"
                for one in part.rungs
            )
            return f'<ol class="ladder">{"".join(rungs)}</ol>'
        case blocks.Chart():
            bars = (
                f"<li>{escape(one.name)}: <strong>{escape(one.value)}</strong>{_bar(one.share)}</li>"
                for one in part.bars
            )
            return f'<h3>{escape(part.title)}</h3><ul class="bars">{"".join(bars)}</ul>'
        case blocks.Questions():
            asked = (f"<dt>{escape(one.question)}</dt><dd>{escape(one.answer)}</dd>" for one in part.items)
            return f"<dl>{''.join(asked)}</dl>"
        case blocks.Table():
            return _table(part)
        case blocks.WorkedBill():
            return _bill(part)
        case blocks.Fields():
            return "".join(
                f"<p>{'☐ ' if one.tick else ''}{escape(one.label)} {escape(one.value)}</p>" for one in part.items
            )
        case blocks.Spare():
            return "".join(_html(one) for one in part.blocks)
        case blocks.PageEnd():
            return ""


def _bar(share: int) -> str:
    """A bar that is only seen: its figure is written beside it."""
    return f'<i aria-hidden="true" style="width:{share / 10:g}%"></i>'


def _items(items: tuple[str, ...]) -> str:
    return "".join(f"<li>{escape(one)}</li>" for one in items)


def _table(part: blocks.Table) -> str:
    def row(cells: tuple[str, ...], tag: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        made = (
            f"<{tag}{scope}{' class=n' if place in part.numbers else ''}>{escape(text)}</{tag}>"
            for place, text in enumerate(cells)
        )
        return f"<tr>{''.join(made)}</tr>"

    head = f"<thead>{row(part.head, 'th')}</thead>" if part.head else ""
    return f"<table>{head}<tbody>{''.join(row(one, 'td') for one in part.rows)}</tbody></table>"


def _bill(part: blocks.WorkedBill) -> str:
    def row(one: blocks.BillRow, role: str = "") -> str:
        note = f'<br><span class="small">{escape(one.note)}</span>' if one.note else ""
        named = f' class="{role}"' if role else ""
        return f'<tr{named}><td>{escape(one.left)}{note}</td><td class="n">{escape(one.right)}</td></tr>'

    rows = "".join(row(one) for one in (*part.lines, *part.sums)) + row(part.total, "total")
    after = "".join(_paragraph(one) for one in part.after)
    return f"<table><caption>{escape(part.title)}</caption><tbody>{rows}</tbody></table>{after}"

"""The page of every code that says no, made from the sentences themselves: `python -m ui.wording.errors_page`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from desk_app.domain.errors import RULE_CODES
from ui.wording.problems import REFUSALS
from ui.wording.told import Told
from ui.wording.troubles import TROUBLES

_HEAD: Final = """# Errors

Every code with which the app says no, when it does, the exit code of the command, and the sentence people read.
With `--json` a command prints `{"error": code, "place": …, "message": …}`; the place is the key path in the bill or
the document, lists counted from 0. Whatever is refused, nothing was stored.

Gaps like `‹limit›` are filled with the numbers at hand. This page is made from `ui/wording` by
`python -m ui.wording.errors_page`; a test keeps it fresh.
"""
_PARTS: Final = (
    ("A rule says no (exit 1)", 1, True),
    ("The input is wrong (exit 2)", 2, True),
    ("Trouble: disk, database, printer (exit 3)", 3, False),
)
_GAP: Final = re.compile(r"\{(\w+)(?::[^{}]*)?\}")


def errors_page() -> str:
    """The page in Markdown."""
    out = [_HEAD]
    for title, exit_code, refusals in _PARTS:
        table = REFUSALS if refusals else TROUBLES
        codes = sorted(code for code in table if not refusals or _exit(code) == exit_code)
        out.append(f"\n## {title}\n\n| code | when | in Russian | in English |\n|---|---|---|---|\n")
        out += [_row(code, table) for code in codes]
    return "".join(out)


def _exit(code: str) -> int:
    return 1 if code.partition("/")[0] in RULE_CODES else 2


def _row(code: str, table: Mapping[str, Told]) -> str:
    told = table[code]
    return f"| `{code.partition('/')[0]}` | {_cell(told.when)} | {_cell(told.ru)} | {_cell(told.en)} |\n"


def _cell(template: str) -> str:
    words = _GAP.sub(lambda gap: f"‹{gap[1]}›", template).replace("[", "").replace("]", "").replace("|", "\\|").strip()
    return words[:1].upper() + words[1:] if words.endswith(".") else words


if __name__ == "__main__":
    print(errors_page(), end="")

"""Which acceptance cases hold a quote; the others are refused."""

import json
from pathlib import Path

CASES = Path(__file__).resolve().parents[1] / "cases"
QUOTES = [
    path for path in sorted((CASES / "quotes").glob("*.json"))
    if "error" not in json.loads(path.read_text(encoding="utf-8"))["expect"]
]  # fmt: skip

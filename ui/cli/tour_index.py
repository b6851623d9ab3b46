"""The page that shows a tour: what was done, the papers, and every picture with its caption."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

_STYLE = (
    "body{font:16px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}figure{margin:0}img{width:100%;"
    "border:1px solid #ccc}section{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}figcaption{color:#555}"
)


def write(out: Path, told: Sequence[str], captions: Mapping[str, str], files: Sequence[str]) -> Path:
    """`index.html` in `out`. `captions` are by the name of a picture, the part of a file's name before its look."""
    papers = sorted(file.name for file in out.glob("*.pdf"))
    parts = [
        "<!doctype html>", "<meta charset='utf-8'>", "<title>Tessera</title>", f"<style>{_STYLE}</style>",
        "<h1>Tessera</h1>", _listed("What was done", map(escape, told)),
        _listed("Papers", (f"<a href='{name}'>{name}</a>" for name in papers)),
    ]  # fmt: skip
    looks = sorted({name.split(".", 1)[1].removesuffix(".png") for name in files})
    for look in looks:
        parts.append(f"<h2>{escape(look.replace('.', ', '))}</h2><section>")
        for name in files:
            picture, _, rest = name.partition(".")
            if rest == f"{look}.png":
                words = escape(captions.get(picture, picture))
                parts.append(
                    f"<figure><img src='{name}' alt='{words}' loading='lazy'><figcaption>{words}</figcaption></figure>"
                )
        parts.append("</section>")
    page = out / "index.html"
    page.write_text("\n".join(parts) + "\n", encoding="utf-8")
    return page


def _listed(title: str, rows: Iterable[str]) -> str:
    return f"<h2>{title}</h2><ul>" + "".join(f"<li>{row}</li>" for row in rows) + "</ul>"

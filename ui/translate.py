"""Keeps the catalogues of translations: `python -m ui.translate` takes in new sentences and compiles what is there.

`--missing` prints the sentences that have no Russian yet, as JSON; `--fill FILE` takes them back, translated.
Plurals are lists: one, few, many.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import resources

ROOT = Path(__file__).resolve().parent
FOLDER = resources.path("translations")
CATALOGUES = ("ru", "en")
"""English sources need no catalogue, but their plurals do."""


def main() -> int:
    """Take in, fill, compile; the exit code is 1 while a Russian sentence is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", action="store_true", help="print what has no Russian yet")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="take translations from a JSON file")
    given = parser.parse_args()
    take_in(FOLDER)
    if given.fill is not None:
        fill(FOLDER / "tessera_ru.ts", json.loads(given.fill.read_text(encoding="utf-8")))
    compile_all(FOLDER, FOLDER)
    left = missing(FOLDER / "tessera_ru.ts")
    if given.missing:
        json.dump(left, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        sys.stderr.write(f"{sum(len(one) for one in left.values())} sentences without Russian\n")
    return 1 if left else 0


def sources() -> list[Path]:
    """Every module that may show a sentence."""
    return sorted(file for file in ROOT.rglob("*.py") if "cli" not in file.relative_to(ROOT).parts)


def take_in(folder: Path) -> None:
    """Bring the catalogues of `folder` up to the sources: new sentences come in unfinished, vanished ones go."""
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "sources.lst"
        listed.write_text("\n".join(str(file) for file in sources()), encoding="utf-8")
        for language in CATALOGUES:
            plural = ["-pluralonly"] if language == "en" else []
            options = ["-no-obsolete", "-locations", "none", "-sort-messages", "-silent", *plural]
            languages = ["-source-language", "en", "-target-language", language]
            _run("lupdate", f"@{listed}", *options, *languages, "-ts", str(folder / f"tessera_{language}.ts"))


def compile_all(folder: Path, to: Path) -> None:
    """Compile the catalogues of `folder` into `.qm` files in `to`."""
    for language in CATALOGUES:
        compile_one(folder / f"tessera_{language}.ts", to / f"tessera_{language}.qm")


def compile_one(catalogue: Path, to: Path) -> None:
    """Compile one catalogue; an app that reads the old one now keeps it whole."""
    fresh = to.with_suffix(".fresh")
    _run("lrelease", "-silent", str(catalogue), "-qm", str(fresh))
    fresh.replace(to)


def missing(catalogue: Path) -> dict[str, dict[str, str | list[str]]]:
    """Sentences without a translation, by context; a plural has one empty place for each form."""
    left: dict[str, dict[str, str | list[str]]] = {}
    for context, message in messages(catalogue):
        translation = message.find("translation")
        if translation is not None and translation.get("type") == "unfinished":
            forms = translation.findall("numerusform")
            left.setdefault(context, {})[message.findtext("source", "")] = [""] * len(forms) if forms else ""
    return left


def messages(catalogue: Path) -> Iterable[tuple[str, ET.Element]]:
    """Every message of a catalogue with its context."""
    for context in ET.parse(catalogue).getroot().findall("context"):
        for message in context.findall("message"):
            yield context.findtext("name", ""), message


def fill(catalogue: Path, given: dict[str, dict[str, str | list[str]]]) -> None:
    """Write translations into a catalogue; the empty ones are passed over."""
    tree = ET.parse(catalogue)
    for context in tree.getroot().findall("context"):
        known = given.get(context.findtext("name", ""), {})
        for message in context.findall("message"):
            words = known.get(message.findtext("source", ""))
            translation = message.find("translation")
            if translation is None or not words or (isinstance(words, list) and not all(words)):
                continue
            if isinstance(words, list):
                for form, text in zip(translation.findall("numerusform"), words, strict=True):
                    form.text = text
            else:
                translation.text = words
            translation.attrib.pop("type", None)
    with catalogue.open("wb") as out:
        out.write(b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')
        tree.write(out, encoding="utf-8", xml_declaration=False)
        out.write(b"\n")


def _run(tool: str, *arguments: str) -> None:
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("PySide6 is not installed")
    suffix = ".exe" if sys.platform == "win32" else ""
    # PySide6 brings Qt's own tools; their wrappers on PATH would only find these.
    subprocess.run([str(Path(spec.origin).parent / f"{tool}{suffix}"), *arguments], check=True)


if __name__ == "__main__":
    raise SystemExit(main())

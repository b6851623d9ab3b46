"""What `tessera program publish` warns of: texts nobody filled in, and rules that are those in force already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk_app.ports import Json, VersionRecord
from ui.cli.sentences import sentence


def publish_warnings(
    document: Json, record: VersionRecord, known: Sequence[VersionRecord], lang: str
) -> list[dict[str, str]]:
    """Warnings of a document that was published as `record`; `known` are the versions there were before."""
    from desk_app.sheets.legal import filled

    told = [
        _told("publish.placeholder", place, lang, found=text)
        for place, text in _texts(document, "")
        if text.strip() and not filled(text)
    ]
    before = max((one for one in known if one.version < record.version), key=lambda one: one.version, default=None)
    if before is not None and before.document == record.document:
        day = before.effective_from
        told.append(_told("publish.same", "", lang, version=str(before.version), day=f"{day:%d.%m.%Y}"))
    return told


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Every text of a document with its key path, in the order of the document."""
    match value:
        case str():
            yield place, value
        case dict():
            for key, one in value.items():
                yield from _texts(one, f"{place}.{key}" if place else str(key))
        case list():
            for number, one in enumerate(value):
                yield from _texts(one, f"{place}[{number}]")


def _told(code: str, place: str, lang: str, **values: str) -> dict[str, str]:
    return {"code": code, "place": place, "message": sentence(code, lang).format(place=place, **values)}

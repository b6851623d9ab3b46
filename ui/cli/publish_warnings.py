"""What `tessera program publish` warns of: texts nobody filled in, percents no rate has, rules that hold already."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.ports import Json, VersionRecord
from ui.cli.sentences import sentence


def publish_warnings(
    document: Json, record: VersionRecord, known: Sequence[VersionRecord], lang: str, reason: str = ""
) -> list[dict[str, str]]:
    """Warnings of a document that was published as `record`; `known` are the versions there were before.

    `reason` says why what is worse for patients came without its notice, "" where nothing did.
    """
    from desk_app.checkup.published import placeholders
    from desk_app.checkup.stated import strange_percents
    from desk_app.documents.program_compile import compile_program

    told = [_told("publish.without_notice", "effective_from", lang, reason=reason)] if reason else []
    told += [_told("publish.placeholder", place, lang, found=text) for place, text in placeholders(document)]
    for place, percent, text in strange_percents(document, compile_program(document)):
        told.append(_told("publish.percent", place, lang, found=percent, allowed=text))
    before = max((one for one in known if one.version < record.version), key=lambda one: one.version, default=None)
    if before is not None and before.document == record.document:
        day = before.effective_from
        told.append(_told("publish.same", "", lang, version=str(before.version), day=f"{day:%d.%m.%Y}"))
    return told


def _told(code: str, place: str, lang: str, **values: str) -> dict[str, str]:
    return {"code": code, "place": place, "message": sentence(code, lang).format(place=place, **values)}

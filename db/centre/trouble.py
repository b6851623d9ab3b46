"""The one door through which errors of the line and of the server become troubles with a code, without their words.

Codes made here: `centre.away` (no answer in time, a broken line, a server that stops or is full: later),
`centre.refused` (password, certificate or host name is wrong),
`centre.revoked` (this desk was taken off the list), `centre.missing` (no such database, or no centre in it),
`centre.rights` (this role may not do that). What is our own fault, a wrong statement, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import psycopg

from desk_app.domain.errors import Trouble

_BY_STATE: Final = {
    "TS002": "centre.revoked", "28000": "centre.refused", "28P01": "centre.refused", "3D000": "centre.missing",
    "3F000": "centre.missing", "42883": "centre.missing", "42P01": "centre.missing", "42501": "centre.rights",
    "57014": "centre.away", "25006": "centre.away",
}  # fmt: skip
#: Connection, transaction rolled back, out of resources, operator, system, the server's own faults.
_BY_CLASS: Final = {"08": "centre.away", "40": "centre.away", "53": "centre.away", "55": "centre.away",
                    "57": "centre.away", "58": "centre.away", "XX": "centre.away"}  # fmt: skip
#: While a line is being opened there are only words: those of the server (in the languages of clinics) and of TLS.
_REVOKED: Final = "not permitted to log in|вход запрещ"
_MISSING: Final = r"database \S+ does not exist|база данных \S+ не существует"
_RIGHTS: Final = "permission denied for database|доступ к базе|нет доступа к базе"
_REFUSED: Final = (
    r"authentication failed|no password supplied|no pg_hba\.conf entry|certificate|does not support ssl|unknown ca|"
    r"handshake failure|channel binding|scram|role \S+ does not exist|private key|"
    r"проверк\S+ подлинности|пароль не указан|в pg_hba\.conf нет записи|сертификат|роль \S+ не существует"
)
_BY_WORDS: Final = (
    (re.compile(_REVOKED, re.IGNORECASE), "centre.revoked"),
    (re.compile(_MISSING, re.IGNORECASE), "centre.missing"),
    (re.compile(_RIGHTS, re.IGNORECASE), "centre.rights"),
    (re.compile(_REFUSED, re.IGNORECASE), "centre.refused"),
)


def trouble_of(error: psycopg.Error) -> Trouble | None:
    """The trouble behind an error of psycopg, None when it is a bug of ours.

    No word of the error goes on: it may hold a name, a sum or a password.
    """
    state = error.sqlstate
    if state:
        code = _BY_STATE.get(state) or _BY_CLASS.get(state[:2])
        return Trouble(code, detail=state) if code else None
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        words = str(error)
        for pattern, code in _BY_WORDS:
            if pattern.search(words):
                return Trouble(code)
        return Trouble("centre.away")
    return None


@contextmanager
def one_door() -> Iterator[None]:
    """Inside it an error of the line or the server leaves as `Trouble`."""
    try:
        yield
    except psycopg.Error as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        # `from None`: what the server said is not kept where a report could show it
        raise trouble from None

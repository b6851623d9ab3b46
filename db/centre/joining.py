"""How a desk joins a centre with the file it was given, and how it comes back to it later.

The order matters: the new password is kept before the centre hears of it, so that whatever is cut short, the same file
taken once more finishes it; afterwards the file opens nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from psycopg.conninfo import make_conninfo

from db.centre import secrets as kept
from db.centre.line import Line
from db.trouble import one_door
from desk_app.domain.errors import Trouble, WrongInput
from desk_app.sync import joined as places
from desk_app.sync.calls import Gate, Seed
from desk_app.sync.join_file import JoinFile
from desk_app.sync.joined import Joined

_CA: Final = "ca.pem"
_CERTIFICATE: Final = "desk.pem"
_KEY: Final = "desk.key"
#: Only these prove who they are; a password is never sent as it is.
_CHECKED: Final = ("verify-full", "verify-ca")
_SOCKET: Final = "/"

FetchSeed = Callable[[Line, Seed], Any]


def join(home: Path, given: JoinFile, *, anew: bool = False) -> Joined:
    """Join, or finish a joining that was cut short; asked once more it only greets.

    `anew`: this computer may leave its place in the centre for another one there, as a copied desk does. Raises
    `WrongInput` (`join.other`: this desk belongs to another centre; `join.desk`: it is another one of this centre;
    `join.used`: the file opens nothing) and `Trouble` (`centre.*`, `disk.*`); then the desk is what it was before,
    unless the centre may have the new password already.
    """
    found = before = places.read(home)
    if before is not None and not before.is_centre_of(given):
        if before.done and not before.is_at(given):
            raise WrongInput("join.other", found=before.desk)
        if before.done and not anew:
            raise WrongInput("join.desk", found=before.desk)
        before = None
    place = before or Joined(given.host, given.port, given.dbname, given.role, given.desk, given.protection,
                             given.clinic)  # fmt: skip
    known: dict[str, str] = {}
    if before is not None:
        with suppress(Trouble):
            known = kept.read(home, before.secret)
    was = _as_it_is(home)
    fresh = not known
    if fresh:
        known = {"password": secrets.token_urlsafe(32), "papers": secrets.token_urlsafe(24)}
        place = replace(place, secret=kept.keep(home, known, place.secret), done=False)
    try:
        _keep_papers(home, given, known["papers"])
        _keep(home, place)
        first = _first_words(home, place, given, known, again=before is not None)
    except (Trouble, WrongInput):
        _put_back(home, was)
        if fresh and before is None:
            kept.forget(place.secret)
        raise
    if first is not None:
        with closing(first):
            first.change_password(known["password"])
    place = replace(place, done=True)
    _keep(home, place)
    if found is not None and found.secret != place.secret:
        kept.forget(found.secret)
    return place


def line(home: Path, fetch_seed: FetchSeed | None = None) -> Line:
    """The line of a desk that has joined. Raises `Trouble` (`centre.none`, `centre.secret`)."""
    place = places.read(home)
    if place is None or not place.done:
        raise Trouble("centre.none")
    known = kept.read(home, place.secret)
    return Line(_conninfo(home, place, known), known.get("password", ""), fetch_seed)


def _first_words(home: Path, place: Joined, given: JoinFile, known: dict[str, str], *, again: bool) -> Line | None:
    """Come in with the new password, where it may hold already; else the line opened with the one in the file."""
    conninfo = _conninfo(home, place, known)
    if again:
        mine = Line(conninfo, known["password"])
        try:
            mine.answer(Gate())
        except Trouble as trouble:
            if trouble.code != "centre.refused":
                raise
        else:
            return None
        finally:
            mine.close()
    first = Line(conninfo, given.password)
    try:
        first.answer(Gate())
    except Trouble as trouble:
        if trouble.code == "centre.refused":
            raise WrongInput("join.used") from None
        raise
    return first


def _as_it_is(home: Path) -> dict[Path, bytes | None]:
    """What the folder holds of a centre, by file; None where there is no such file."""
    files = [home / places.FILE, home / kept.FILE, *(home / places.PAPERS / name for name in (_CA, _CERTIFICATE, _KEY))]
    with one_door(home):
        return {file: file.read_bytes() if file.exists() else None for file in files}


def _put_back(home: Path, was: Mapping[Path, bytes | None]) -> None:
    """The folder is as it was: nobody was told the new password."""
    for file, content in was.items():
        if content is not None:
            kept.write_private(file, content)
        else:
            with one_door(home):
                file.unlink(missing_ok=True)
    with suppress(OSError):
        (home / places.PAPERS).rmdir()


def _conninfo(home: Path, place: Joined, known: dict[str, str]) -> str:
    values: dict[str, str] = {
        "host": place.host, "port": str(place.port), "dbname": place.dbname, "user": place.role,
        "sslmode": place.protection, "gssencmode": "disable",
        "require_auth": "scram-sha-256" if place.protection in _CHECKED else "scram-sha-256,none",
    }  # fmt: skip
    if place.protection in _CHECKED:
        values["channel_binding"] = "require"
    if place.host.startswith(_SOCKET):
        values["sslmode"] = "disable"
    papers = home / places.PAPERS
    if (papers / _CA).exists():
        values["sslrootcert"] = str(papers / _CA)
    elif place.protection == "verify-full":
        values["sslrootcert"] = "system"
    if (papers / _CERTIFICATE).exists():
        values |= {"sslcert": str(papers / _CERTIFICATE), "sslkey": str(papers / _KEY), "sslpassword": known["papers"]}
    return make_conninfo(**values)


def _keep(home: Path, place: Joined) -> None:
    kept.write_private(home / places.FILE, places.text_of(place).encode())


def _keep_papers(home: Path, given: JoinFile, phrase: str) -> None:
    """The certificates beside the desk; the key of ours only locked, and its phrase with the password."""
    papers = home / places.PAPERS
    for name, text in ((_CA, given.ca), (_CERTIFICATE, given.certificate)):
        if text:
            kept.write_private(papers / name, text.encode())
        elif (papers / name).exists():
            with one_door(papers):
                (papers / name).unlink()
    if given.certificate and given.key:
        kept.write_private(papers / _KEY, _locked(given.key, phrase))


def _locked(key: str, phrase: str) -> bytes:
    from cryptography.hazmat.primitives import serialization

    try:
        loaded = serialization.load_pem_private_key(key.encode(), None)
    except (ValueError, TypeError):
        raise WrongInput("join.file", "key") from None
    return loaded.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(phrase.encode()),
    )

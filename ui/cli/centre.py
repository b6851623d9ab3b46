"""`tessera central`: sets the central PostgreSQL up, lets desks in and sends them away, checks it, and mends it."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

from desk_app.domain.errors import Trouble, WrongInput
from desk_app.station import DESK_CODE
from desk_app.sync import remembered
from desk_app.sync.join_file import PROTECTIONS, JoinFile, written
from desk_app.sync.joined import has_joined
from desk_app.sync.keeping import Centre, NewDesk
from ui import compose_network
from ui.cli.answer import NO, Answer, naming
from ui.cli.centre_words import page, said
from ui.cli.home import home_of
from ui.cli.join_paper import on_paper
from ui.cli.output import folder_of, target_of, write_private
from ui.cli.sentences import sentence

EXAMPLE: Final = "tessera central check"
T = TypeVar("T")
_KEEPERS: Final = {"centre.away": "central.away", "centre.refused": "central.refused"}
#: Hosts by which only the server's own computer is meant.
_HERE: Final = ("", "localhost", "127.0.0.1", "::1")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    acts = parser.add_subparsers(dest="act", metavar="init|add-desk|revoke|check|…", required=True)
    one = acts.add_parser("init", help="set the centre up, or bring it up to date",
                          description=sentence("central.address", parser.get_default("lang")),
                          epilog="example: tessera central init postgresql://postgres@localhost/clinic")  # fmt: skip
    one.add_argument("url", metavar="URL", help="the database, as postgresql://NAME@SERVER/DATABASE")
    one.add_argument("--yes", action="store_true", help="also beside tables of something else")
    one = acts.add_parser("add-desk", help="let a desk in: writes the file it joins with",
                          epilog="example: tessera central add-desk Reception --out desk.join")  # fmt: skip
    one.add_argument("name", metavar="NAME", help="what the desk is called")
    one.add_argument("--out", required=True, metavar="F", help="the file to write")
    one.add_argument("--sheet", default="", metavar="FILE", help="the same on paper, as QR codes for a scanner")
    one.add_argument("--code", default="", metavar="CODE", help="the desk's code on receipts; left out: a free letter")
    one.add_argument("--branch", default="", metavar="CODE", help="the branch it stands in")
    one.add_argument("--clinic", default="", metavar="NAME", help="the clinic's name, for whoever joins")
    one.add_argument("--url", default="", metavar="URL", help="the address desks use; left out: that of init")
    one.add_argument("--ca", default="", metavar="DIR", help="the folder of the clinic's certificates")
    one.add_argument("--again", action="store_true", help="a new file for a desk that is known")
    one = acts.add_parser("revoke", help="take a desk off the list at once",
                          epilog="example: tessera central revoke Reception")  # fmt: skip
    one.add_argument("name", metavar="NAME", help="what the desk is called")
    acts.add_parser("check", help="the centre on one page; exit code 1 when something is wrong",
                    epilog="example: tessera central check")  # fmt: skip
    acts.add_parser("after-restore", help="after the centre was restored from a backup: desks send what it lost",
                    epilog="example: tessera central after-restore")  # fmt: skip
    one = acts.add_parser("safe-point", help="prove a backup: what a restored copy of the database holds is safe",
                          epilog="example: tessera central safe-point postgresql://postgres@db/copy")  # fmt: skip
    one.add_argument("copy", metavar="URL", help="the restored copy, as postgresql://NAME@SERVER/DATABASE")
    one = acts.add_parser(
        "seed", help="give new desks a whole desk file to begin from", epilog="example: tessera central seed"
    )
    one.add_argument(
        "--from", dest="desk", default="", metavar="DIR", help="the folder of that desk; left out: this one"
    )
    acts.add_parser("reapply", help="try again what was put aside",
                    epilog="example: tessera central reapply")  # fmt: skip
    one = acts.add_parser("certificates", help="the clinic's own authority, and a certificate for its server",
                          epilog="example: tessera central certificates papers --host server.clinic.lan")  # fmt: skip
    one.add_argument("folder", metavar="DIR", help="the folder of the clinic's certificates")
    one.add_argument("--host", action="append", required=True, metavar="NAME",
                     help="what desks call the server: a name or an address; may be repeated")  # fmt: skip
    one.add_argument("--clinic", default="", metavar="NAME", help="the clinic's name, for whoever joins")


def run(options: argparse.Namespace) -> Answer:
    """What the act gives; see the module."""
    return _ACTS[options.act](options)


def _init(options: argparse.Namespace) -> Answer:
    done = _with(options, options.url, lambda centre: centre.install(beside=options.yes))
    remembered.remember(home_of(options), options.url)
    what = "made" if not done.before else "same" if done.before == done.after else "upgraded"
    return Answer({**asdict(done), "done": what}, [said(what, options.lang)])


def _add_desk(options: argparse.Namespace) -> Answer:
    address = _address(options.url or _recalled(options))
    target = target_of(options, options.out, lambda _: False)
    sheet = target_of(options, options.sheet, lambda _: False) if options.sheet else None
    if options.code and not DESK_CODE.fullmatch(options.code):
        raise WrongInput("desk.code_bad", "--code", found=options.code[:20])
    folder = folder_of(options, options.ca) if options.ca else None
    if folder is not None:
        # before anything is changed at the centre
        compose_network.certificates_for(folder, options.name)

    def add(centre: Centre) -> NewDesk:
        return centre.add_desk(options.name, options.code, options.branch, again=options.again)

    new = _with(options, _recalled(options), add)
    papers = compose_network.certificates_for(folder, new.role) if folder else ("", "", "")
    protection = "verify-full" if folder else address["protection"]
    join = JoinFile(
        address["host"], address["dbname"], new.role, new.password, options.name, address["port"], new.code,
        options.branch, options.clinic, protection, *papers,
    )  # fmt: skip
    with naming(options.out):
        write_private(target, written(join).encode())
    if sheet is not None:
        with naming(options.sheet):
            write_private(sheet, on_paper(join, options.lang))
    warnings = [said("local", options.lang)] if address["host"] in _HERE or address["host"].startswith("/") else []
    if not folder and not warnings and protection not in ("verify-full", "verify-ca"):
        warnings = [said("unproven", options.lang)]
    told = {"desk": options.name, "role": new.role, "code": new.code, "file": str(target)}
    return Answer(told, [said("added", options.lang, name=options.name, code=new.code, file=target)], warnings=warnings)


def _revoke(options: argparse.Namespace) -> Answer:
    lines = _with(options, _recalled(options), lambda centre: centre.revoke(options.name))
    told = said("revoked", options.lang, name=options.name, lines=lines)
    return Answer({"desk": options.name, "lines": lines}, [told])


def _check(options: argparse.Namespace) -> Answer:
    report = _with(options, _recalled(options), lambda centre: centre.check())
    return Answer({**asdict(report), "sound": report.sound}, page(report, options.lang), 0 if report.sound else NO)


def _after_restore(options: argparse.Namespace) -> Answer:
    generation = _with(options, _recalled(options), lambda centre: centre.after_restore())
    return Answer({"generation": generation}, [said("restored", options.lang, generation=generation)])


def _safe_point(options: argparse.Namespace) -> Answer:
    def prove(centre: Centre) -> int:
        return _with(options, options.copy, centre.prove_backup)

    ops = _with(options, _recalled(options), prove)
    return Answer({"ops": ops}, [said("safe", options.lang, ops=ops)])


def _seed(options: argparse.Namespace) -> Answer:
    home = folder_of(options, options.desk) if options.desk else home_of(options)
    if not has_joined(home):
        raise WrongInput("centre.no_desk", "--from")
    ops, size = _with(options, _recalled(options), lambda centre: compose_network.offer_seed(home, centre))
    told = said("seeded", options.lang, ops=ops, size=f"{size / 1e6:.1f}")
    return Answer({"ops": ops, "bytes": size}, [told])


def _reapply(options: argparse.Namespace) -> Answer:
    tried, applied = _with(options, _recalled(options), lambda centre: centre.reapply())
    told = said("reapplied", options.lang, tried=tried, applied=applied)
    return Answer({"tried": tried, "applied": applied}, [told], 0 if tried == applied else NO)


def _certificates(options: argparse.Namespace) -> Answer:
    folder = folder_of(options, options.folder)
    files = [path.name for path in compose_network.make_certificates(folder, options.host, options.clinic)]
    return Answer({"folder": str(folder), "files": files},
                  [said("certificates", options.lang, files=", ".join(files))])  # fmt: skip


def _with(options: argparse.Namespace, url: str, act: Callable[[Centre], T]) -> T:
    """Do it at the centre; a password that is missing is asked for where somebody can type it."""
    try:
        try:
            with compose_network.open_centre(url) as centre:
                return act(centre)
        except Trouble as trouble:
            if trouble.code != "centre.refused" or not sys.stdin.isatty() or urlsplit(url).password:
                raise
        password = getpass.getpass(said("password", options.lang, who=urlsplit(url).username or ""))
        with compose_network.open_centre(url, password) as centre:
            return act(centre)
    except Trouble as trouble:
        # who keeps the centre is told other things than who works at a desk
        if trouble.code in _KEEPERS:
            raise Trouble(_KEEPERS[trouble.code]) from None
        raise


def _recalled(options: argparse.Namespace) -> str:
    url = remembered.recall(home_of(options))
    if not url:
        raise WrongInput("centre.unset")
    return url


def _address(url: str) -> dict[str, Any]:
    """Where desks find the centre. Raises `WrongInput` (`centre.url`)."""
    try:
        parts = urlsplit(url)
        more = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        host, port = unquote(parts.hostname or "") or more.get("host", ""), parts.port or int(more.get("port", "5432"))
    except ValueError:
        raise WrongInput("centre.url", "--url") from None
    dbname = unquote(parts.path.lstrip("/")) or more.get("dbname", "")
    if parts.scheme not in ("postgresql", "postgres") or not dbname:
        raise WrongInput("centre.url", "--url")
    here = host in _HERE or host.startswith("/")
    given = more.get("sslmode", "")
    # without certificates a line is at least closed to listeners; on one computer there is nobody to listen
    protection = given if given in PROTECTIONS else "prefer" if here else "require"
    return {"host": host or "localhost", "port": port, "dbname": dbname, "protection": protection}


_ACTS: Final[dict[str, Callable[[argparse.Namespace], Answer]]] = {
    "init": _init, "add-desk": _add_desk, "revoke": _revoke, "check": _check, "after-restore": _after_restore,
    "safe-point": _safe_point, "seed": _seed, "reapply": _reapply, "certificates": _certificates,
}  # fmt: skip

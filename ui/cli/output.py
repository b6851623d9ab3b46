"""Where a command may write: never over the desk's own files, nor over a file of another kind."""

from __future__ import annotations

import argparse
import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desk_app.domain.errors import Trouble, WrongInput
from ui.cli.answer import naming
from ui.cli.home import home_of
from ui.home import DEMO

#: What the desk's folder holds beside its database: everything there but what people put into it themselves.
_OWN_NAMES: Final = (
    "desk.db", "desk.key", "station.json", "window.lock", "centre.json", "centre.secret", "centre-keeper.json",
)  # fmt: skip
_OWN_ENDINGS: Final = (".db", ".db-wal", ".db-shm", ".db-journal", ".key", ".lock", ".part", ".new", ".log")
_NO_SUCH_NAME: Final = (errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP, errno.EILSEQ)
_DISK: Final = {errno.ENOSPC: "out.full", errno.EDQUOT: "out.full", errno.EROFS: "out.readonly"}


def place_of(name: str) -> Path:
    """The path of a name that was given. Raises `file.name` for one the system knows no file by."""
    with naming(name), _wrong_name():
        path = Path(name).expanduser().resolve()
        with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
            path.lstat()
        return path


def target_of(options: argparse.Namespace, name: str, may_replace: Callable[[Path], bool] = lambda _: True) -> Path:
    """Where a command may write a file of this name.

    Raises, naming the file, `file.name`, `file.folder`, `file.no_folder`, `file.denied`, `out.own_file`, or
    `out.exists` for a file that `may_replace` does not give up.
    """
    path = place_of(name)
    with naming(name):
        try:
            _refuse_own(options, path)
            if path.is_dir():
                raise WrongInput("file.folder")
            if not path.parent.is_dir():
                raise WrongInput("file.no_folder", found=str(path.parent))
            if path.exists() and not may_replace(path):
                raise WrongInput("out.exists")
        except PermissionError:
            raise WrongInput("file.denied") from None
    return path


def folder_of(options: argparse.Namespace, name: str) -> Path:
    """A folder to write into, made where there is none. Raises as `target_of` does."""
    path = place_of(name)
    with naming(name):
        if path.exists() and not path.is_dir():
            raise WrongInput("value.bad", found=name, allowed="a folder")
        if any(path in (home, home / "backups", home / "logs") for home in _homes(options)):
            raise WrongInput("out.own_file")
        with _troubles(path):
            path.mkdir(parents=True, exist_ok=True)
    return path


def write(path: Path, content: bytes) -> None:
    """Write a file that has its name only when it is whole.

    Raises `file.denied`, and `Trouble` of the disk it goes to: `out.full`, `out.readonly`, `out.failed`.
    """
    with written_ahead(path) as (lay_down, give_name):
        lay_down(content)
        give_name()


@contextmanager
def written_ahead(path: Path) -> Iterator[tuple[Callable[[bytes], None], Callable[[], None]]]:
    """The same in two steps, with something done between them: the content is on the disk, then it has its name.

    A file that never got its name is gone at the end. Both steps raise as `write` does.
    """
    part = path.with_name(f".{path.name[:60]}.part")

    def lay_down(content: bytes) -> None:
        with naming(path.name), _troubles(path), part.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())

    def give_name() -> None:
        with naming(path.name), _troubles(path):
            part.replace(path)

    try:
        yield lay_down, give_name
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_private(path: Path, content: bytes) -> None:
    """The same for a file with a secret in it: readable by its owner alone, from its first byte on."""
    part = path.with_name(f".{path.name[:60]}.part")
    with naming(path.name), _troubles(path):
        try:
            part.unlink(missing_ok=True)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(content)
            part.replace(path)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def is_pdf(path: Path) -> bool:
    """Whether a file is a sheet, which another sheet may replace; a pipe or a device is none."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(5) == b"%PDF-"


def _refuse_own(options: argparse.Namespace, path: Path) -> None:
    for home in _homes(options):
        own = path.parent == home and (path.name in _OWN_NAMES or path.name.lower().endswith(_OWN_ENDINGS))
        # a link, or another way of writing the name, is the same file
        same = path.exists() and any(path.samefile(one) for one in map(home.joinpath, _OWN_NAMES) if one.exists())
        if own or same or (path.parent in (home / "logs", home / "backups") and path.exists()):
            raise WrongInput("out.own_file")


def _homes(options: argparse.Namespace) -> tuple[Path, Path]:
    home = home_of(options).resolve()
    return home, home / DEMO


@contextmanager
def _wrong_name() -> Iterator[None]:
    try:
        yield
    except (ValueError, RuntimeError):
        # a zero byte; or "~nobody", whose folder is not known
        raise WrongInput("file.name") from None
    except OSError as error:
        if error.errno in _NO_SUCH_NAME:
            raise WrongInput("file.name") from None
        raise


@contextmanager
def _troubles(path: Path) -> Iterator[None]:
    try:
        with _wrong_name():
            yield
    except (PermissionError, NotADirectoryError, FileExistsError):
        raise WrongInput("file.denied") from None
    except OSError as error:
        raise Trouble(_DISK.get(error.errno or 0, "out.failed"), file=path.name) from error

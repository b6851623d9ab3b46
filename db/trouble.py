"""The one door through which foreign errors of disk and database become troubles with a code.

Codes made here: `disk.full`, `disk.readonly`, `disk.io`, `disk.open`, `db.locked`, `db.corrupt`, `db.key` (wrong key or
no key), `db.newer` (written by a newer app), `db.sqlite` (library too old), `db.second` (another process holds the
desk), `db.missing`, `chain.broken`, `chain.gap`, `chain.fork`, `backup.bad`. Anything that is our own fault (a
constraint, a wrong statement) is left alone: it is a bug and has to look like one.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from desk_app.domain.errors import Trouble

_FULL, _READONLY, _IOERR, _CORRUPT, _CANTOPEN, _NOTADB = 13, 8, 10, 11, 14, 26
_BY_RESULT = {
    _FULL: "disk.full", _READONLY: "disk.readonly", _IOERR: "disk.io", _CORRUPT: "db.corrupt",
    _CANTOPEN: "disk.open", _NOTADB: "db.corrupt", 5: "db.locked", 6: "db.locked",
}  # fmt: skip
_BY_ERRNO = {
    errno.ENOSPC: "disk.full", errno.EDQUOT: "disk.full", errno.EROFS: "disk.readonly", errno.EACCES: "disk.readonly",
    errno.EPERM: "disk.readonly", errno.ENOENT: "disk.open", errno.ENOTDIR: "disk.open", errno.EISDIR: "disk.open",
    errno.EEXIST: "disk.open",
}  # fmt: skip
#: The driver's own copying tells what the library said, and not its number.
_BY_MESSAGE = {
    "database or disk is full": "disk.full", "attempt to write a readonly database": "disk.readonly",
    "disk I/O error": "disk.io", "database disk image is malformed": "db.corrupt",
    "unable to open database file": "disk.open", "database is locked": "db.locked",
}  # fmt: skip
#: What the library says when it cannot make or lengthen the files it keeps beside a desk's.
_VAGUE = frozenset({"disk.open", "disk.io"})
#: Less room than the smallest of those files takes.
_NO_ROOM = 64 * 1024
#: Troubles after which what a connection holds in memory is not believed any more.
SHAKEN = frozenset({"disk.io", "db.corrupt"})


def trouble_of(error: BaseException) -> Trouble | None:
    """The trouble behind an error of the driver or the system, None when it is a bug of ours."""
    if isinstance(error, dbapi2.Error):
        result = getattr(error, "sqlite_errorcode", None)
        # the low byte is the result, the rest tells where it happened
        code = _BY_RESULT.get(result & 0xFF) if isinstance(result, int) else _BY_MESSAGE.get(str(error))
        return Trouble(code, detail=getattr(error, "sqlite_errorname", "")) if code else None
    if isinstance(error, OSError):
        return Trouble(_BY_ERRNO.get(error.errno or 0, "disk.io"), detail=errno.errorcode.get(error.errno or 0, ""))
    return None


def at_place(trouble: Trouble, folder: Path) -> Trouble:
    """The same trouble, or the plainer one behind it: no room where the file lies, or no right to write there."""
    if trouble.code not in _VAGUE:
        return trouble
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return trouble
    if free < _NO_ROOM:
        return Trouble("disk.full", **trouble.params)
    # a disk that failed while a file was written is not one without rights
    if trouble.code == "disk.open" and not os.access(folder, os.W_OK):
        return Trouble("disk.readonly", **trouble.params)
    return trouble


@contextmanager
def one_door(folder: Path | None = None) -> Iterator[None]:
    """Inside it an error of disk or database leaves as `Trouble`; `folder` is where the file in question lies."""
    try:
        yield
    except (dbapi2.Error, OSError) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise (trouble if folder is None else at_place(trouble, folder)) from error

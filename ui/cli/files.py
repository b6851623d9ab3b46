"""Reads the files a command was given; whatever a path may be, the answer is one sentence."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from desk_app.domain.errors import WrongInput
from ui.cli.answer import naming


def read(file: str, most: int = 4_000_000) -> bytes:
    """The bytes of a file, "-" for standard input.

    Raises, naming the file, `file.missing`, `file.folder`, `file.denied`, `file.name`, `file.huge` or
    `file.unreadable`.
    """
    with naming(file):
        try:
            if file == "-" and sys.stdin is None:
                raise WrongInput("file.missing")
            if file == "-":
                content = sys.stdin.buffer.read(most + 1)
            else:
                with Path(file).open("rb") as opened:
                    content = opened.read(most + 1)
        except FileNotFoundError:
            raise WrongInput("file.missing") from None
        except IsADirectoryError:
            raise WrongInput("file.folder") from None
        except PermissionError:
            raise WrongInput("file.folder" if Path(file).is_dir() else "file.denied") from None
        except ValueError:
            raise WrongInput("file.name") from None
        except OSError as error:
            if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
                raise WrongInput("file.name") from None
            raise WrongInput("file.unreadable", found=type(error).__name__) from None
        if len(content) > most:
            raise WrongInput("file.huge", allowed=most)
        return content

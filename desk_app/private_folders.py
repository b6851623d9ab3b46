"""A folder that the app makes for a desk is its owner's alone; one that is there stays as whoever made it wants it."""

from __future__ import annotations

from pathlib import Path


def make_private(folder: Path) -> None:
    """Make `folder` and what is missing above it, open to the owner alone where there are modes. Raises OSError."""
    if not folder.is_dir():
        if not folder.parent.exists():
            make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)

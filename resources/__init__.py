"""The one place that knows where the app's own files lie: in a checkout, an installed wheel, a built folder."""

from pathlib import Path


def path(name: str) -> Path:
    """Where the file or folder `name` (with forward slashes, as in "programs/club.toml") lies."""
    return Path(__file__).resolve().parent / name

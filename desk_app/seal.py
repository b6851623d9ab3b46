"""What closes a file that lies beside the records of a desk, with their key."""

from typing import Protocol


class Seal(Protocol):
    """Makes content unreadable without the key of the desk; `name` is sealed in, so that no file stands for another."""

    def close(self, content: bytes, name: str) -> bytes:
        """Content sealed."""
        ...

    def open(self, sealed: bytes, name: str) -> bytes:
        """`close` undone. Raises ValueError for what another key sealed, or what was changed since."""
        ...

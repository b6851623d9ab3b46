"""What has to lie beside an encrypted desk as a file is sealed with a key of its own, derived from the desk's."""

from __future__ import annotations

import hmac
import os
from typing import Final

_MARK: Final = b"TSR1"
_NONCE: Final = 12


class Sealing:
    """AES-GCM for one purpose: what is sealed for one cannot be opened for another, nor under another name."""

    def __init__(self, key: bytes, purpose: str) -> None:
        self._key = hmac.digest(key, f"tessera {purpose} 1".encode(), "sha256")

    def close(self, content: bytes, name: str) -> bytes:
        """Content sealed; a new nonce each time."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = os.urandom(_NONCE)
        return _MARK + nonce + AESGCM(self._key).encrypt(nonce, content, name.encode())

    def open(self, sealed: bytes, name: str) -> bytes:
        """`close` undone. Raises ValueError for what another key sealed, or what was changed since."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        start = len(_MARK) + _NONCE
        if not sealed.startswith(_MARK):
            raise ValueError("sealed by nobody")
        try:
            return AESGCM(self._key).decrypt(sealed[len(_MARK) : start], sealed[start:], name.encode())
        except (InvalidTag, ValueError) as why:
            raise ValueError("sealed by another") from why

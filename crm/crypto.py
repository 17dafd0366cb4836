"""AES-256-GCM for single fields. A stored value is key id (4 bytes), nonce (12 bytes), ciphertext with its tag."""

import os
from collections.abc import Sequence
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_ID = 4
NONCE = 12


def encrypt(text: str, key: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return id_of(key) + nonce + AESGCM(key).encrypt(nonce, text.encode(), None)


def decrypt(stored: bytes, keys: Sequence[bytes]) -> str:
    """Raises InvalidTag when no key fits or the value was tampered with."""
    for key in keys:
        if id_of(key) == stored[:KEY_ID]:
            nonce, body = stored[KEY_ID : KEY_ID + NONCE], stored[KEY_ID + NONCE :]
            return AESGCM(key).decrypt(nonce, body, None).decode()
    raise InvalidTag


def id_of(key: bytes) -> bytes:
    """Tells keys apart; says nothing about the key."""
    return sha256(b"korpu key id" + key).digest()[:KEY_ID]

"""A stream of any length sealed in pieces: AES-256-GCM, each piece bound to its place and to the end. Pure.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015): the nonce of a piece holds a random part, its
number and whether it is the last, so that pieces cannot be exchanged, left out or cut off unnoticed. The content key is
drawn for the file and wrapped with the key of the installation; other keys of the installation open it too."""

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"KORPU BACKUP 1\n"
PIECE = 256 * 1024
KEY, KEY_ID, NONCE, TAG, SALT = 32, 4, 12, 16, 7
WRAPPED = KEY_ID + NONCE + KEY + TAG


class NotReadable(ValueError):
    """No backup of ours, damaged, cut off, or sealed with a key we do not have; the text says which."""


class Writer:
    """Seals what is written into `target`. Only `close` makes it whole: a file without its last piece is refused."""

    def __init__(self, target: BinaryIO, key: bytes) -> None:
        content_key, nonce = os.urandom(KEY), os.urandom(NONCE)
        self._target, self._sealer, self._salt, self._number = target, AESGCM(content_key), os.urandom(SALT), 0
        self._waiting = bytearray()
        self._head = MAGIC + _key_id(key) + nonce + AESGCM(key).encrypt(nonce, content_key, MAGIC) + self._salt
        target.write(self._head)

    def write(self, data: bytes) -> None:
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def close(self) -> None:
        self._seal(bytes(self._waiting), last=True)

    def _seal(self, piece: bytes, *, last: bool) -> None:
        self._target.write(self._sealer.encrypt(_nonce(self._salt, self._number, last), piece, self._head))
        self._number += 1


def opened(source: BinaryIO, keys: Sequence[bytes]) -> Iterator[bytes]:
    """The pieces in order. Raises NotReadable, also after some pieces: nothing is whole before the end."""
    head = source.read(len(MAGIC) + WRAPPED + SALT)
    if not head.startswith(MAGIC) or len(head) < len(MAGIC) + WRAPPED + SALT:
        raise NotReadable("This file is no backup of Körpü, or it is cut off at its beginning.")
    opener, salt = AESGCM(_content_key(head, keys)), head[-SALT:]
    number, piece = 0, source.read(PIECE + TAG)
    while True:
        following = source.read(PIECE + TAG)
        try:
            yield opener.decrypt(_nonce(salt, number, not following), piece, head)
        except InvalidTag as wrong:
            raise NotReadable("The backup is damaged or cut off. Take another copy of it, or an older one.") from wrong
        if not following:
            return
        number, piece = number + 1, following


def _content_key(head: bytes, keys: Sequence[bytes]) -> bytes:
    wrapped = head[len(MAGIC) : len(MAGIC) + WRAPPED]
    key = next((key for key in keys if _key_id(key) == wrapped[:KEY_ID]), None)
    if key is None:
        raise NotReadable(
            "The backup was made with another encryption key. Add the key of that time to CRM_ENCRYPTION_KEYS, at its end."
        )
    try:
        return AESGCM(key).decrypt(wrapped[KEY_ID : KEY_ID + NONCE], wrapped[KEY_ID + NONCE :], MAGIC)
    except InvalidTag as wrong:
        raise NotReadable(
            "The backup is damaged at its beginning. Take another copy of it, or an older one."
        ) from wrong


def _nonce(salt: bytes, number: int, last: bool) -> bytes:
    return salt + number.to_bytes(4, "big") + bytes([last])


def _key_id(key: bytes) -> bytes:
    return sha256(b"korpu backup key id" + key).digest()[:KEY_ID]

"""Which ids a file has given so far, in memory that does not grow with it."""

from __future__ import annotations

import hashlib

_BITS = 1 << 27  # 16 MB: of five million ids one in two thousand is taken for one that was there
_HASHES = 4


class SeenIds:
    """A Bloom filter (Bloom, CACM 1970): it never overlooks a repeated id, and seldom takes a new one for repeated."""

    def __init__(self) -> None:
        self._bits = bytearray(_BITS >> 3)
        self._number = 0

    def made_unique(self, unit: str) -> str:
        """The id, or where it may have been there before, the id with the number of the unit."""
        self._number += 1
        digest = hashlib.blake2b(unit.encode("utf-8", "surrogatepass"), digest_size=4 * _HASHES).digest()
        repeated = True
        for at in range(0, len(digest), 4):
            bit = int.from_bytes(digest[at : at + 4], "little") % _BITS
            repeated = repeated and bool(self._bits[bit >> 3] & 1 << (bit & 7))
            self._bits[bit >> 3] |= 1 << (bit & 7)
        return f"{unit}#{self._number}" if repeated else unit

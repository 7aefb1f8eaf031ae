"""A tree of hashes over the entries: one line of proof for each, and nothing of others.

It is the tree of RFC 9162 (Certificate Transparency), of SHA-256: that of an entry's
hash stands under a zero byte, that of two nodes under a byte of one. Whoever knows the
hash of the tree checks that an entry stands in the journal by some fourteen hashes,
where the chain itself would ask for every header that follows.
"""

import hashlib
from collections.abc import Iterable, Sequence

_LEAF, _NODE = b"\x00", b"\x01"


class Tree:
    """The tree over the hashes of entries 1, 2, 3…, and those over fewer of them."""

    def __init__(self, hashes: Iterable[str]) -> None:
        """Hash the entries, in pairs, pairs of pairs and so on; what is odd waits."""
        self._levels = [[_leaf(one) for one in hashes]]
        while len(below := self._levels[-1]) > 1:
            pairs = zip(below[::2], below[1::2], strict=False)
            self._levels.append([_node(*pair) for pair in pairs])

    def __len__(self) -> int:
        """Return how many entries it is over."""
        return len(self._levels[0])

    def root(self, size: int) -> str:
        """Return the hash of the tree over the first ``size`` entries, in hexadecimal.

        Raises:
            ValueError: when there are not so many, or none.
        """
        if not 1 <= size <= len(self):
            raise ValueError(f"The tree is over {len(self)} entries, not {size}.")
        return self._root(0, size).hex()

    def path(self, number: int, size: int) -> tuple[str, ...]:
        """Return what proves entry ``number`` in the tree over the first ``size``.

        Raises:
            ValueError: when the entry is not among them.
        """
        if not 1 <= number <= size <= len(self):
            raise ValueError(f"Entry {number} is not among the first {size}.")
        first, path = 0, []
        while size > 1:
            half = _half(size)
            if number - 1 < first + half:
                path.append(self._root(first + half, size - half))
                size = half
            else:
                path.append(self._root(first, half))
                first, size = first + half, size - half
        return tuple(one.hex() for one in reversed(path))

    def _root(self, first: int, size: int) -> bytes:
        if size & (size - 1) == 0:  # whole: it was hashed when the tree was made
            return self._levels[size.bit_length() - 1][first // size]
        half = _half(size)
        return _node(self._root(first, half), self._root(first + half, size - half))


def root_of(entry: str, number: int, size: int, path: Sequence[str]) -> str:
    """Return the hash of the tree that ``path`` leads to from an entry's hash.

    "" where no tree over ``size`` entries has such a path from entry ``number``.

    Raises:
        ValueError: when something is not written in hexadecimal digits.
    """
    at, last, found = number - 1, size - 1, _leaf(entry)
    if not 0 <= at <= last:
        return ""
    for one in map(bytes.fromhex, path):
        if last == 0:
            return ""
        if at & 1 or at == last:
            found = _node(one, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = _node(found, one)
        at, last = at >> 1, last >> 1
    return "" if last else found.hex()


def _half(size: int) -> int:
    """Return how many entries the left one of two trees is over."""
    return 1 << ((size - 1).bit_length() - 1)


def _leaf(entry: str) -> bytes:
    return hashlib.sha256(_LEAF + bytes.fromhex(entry)).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_NODE + left + right).digest()

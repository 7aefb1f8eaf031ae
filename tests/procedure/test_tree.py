"""The tree over entries: as RFC 9162 has it, with a path for each entry."""

import hashlib
from collections.abc import Sequence

import pytest

from jospar.procedure.tree import Tree, root_of

HASHES = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(40)]
SIZES = range(1, len(HASHES) + 1)


def by_definition(hashes: Sequence[str]) -> bytes:
    """Return the hash of the tree as the RFC defines it, from the top down."""
    if len(hashes) == 1:
        return hashlib.sha256(b"\0" + bytes.fromhex(hashes[0])).digest()
    half = max(2**n for n in range(10) if 2**n < len(hashes))
    parts = by_definition(hashes[:half]), by_definition(hashes[half:])
    return hashlib.sha256(b"\1" + b"".join(parts)).digest()


def test_trees_of_every_size() -> None:
    """One tree knows those over fewer entries, too."""
    tree = Tree(HASHES)
    assert len(tree) == len(HASHES)
    found = [tree.root(size) for size in SIZES]
    assert found == [by_definition(HASHES[:size]).hex() for size in SIZES]


def test_every_entry_has_its_path() -> None:
    """It leads to the tree, and from no other entry or number."""
    tree = Tree(HASHES)
    for size in SIZES:
        for number in range(1, size + 1):
            path, entry = tree.path(number, size), HASHES[number - 1]
            assert root_of(entry, number, size, path) == tree.root(size)
            others = {root_of(entry, n, size, path) for n in range(1, size + 1)}
            assert others - {""} >= {tree.root(size)}
            wrong = root_of(HASHES[number - 2], number, size, path)
            assert wrong != tree.root(size) or size == 1


def test_a_path_is_short() -> None:
    """Ten thousand entries are fourteen hashes away."""
    tree = Tree(HASHES[number % 40] for number in range(10_000))
    assert max(len(tree.path(number, 10_000)) for number in (1, 5_000, 9_999)) == 14


@pytest.mark.parametrize(
    ("number", "size", "path"),
    [
        (0, 4, ()),
        (5, 4, ()),
        (1, 4, HASHES[:1]),
        (1, 4, HASHES[:3]),
        (1, 1, HASHES[:1]),
        (2**60, 2**61, ()),
    ],
)
def test_paths_that_lead_nowhere(number: int, size: int, path: Sequence[str]) -> None:
    """An entry that is not under the tree, or a path of another length."""
    assert root_of(HASHES[0], number, size, path) == ""


@pytest.mark.parametrize(("number", "size"), [(0, 3), (4, 3), (1, 41)])
def test_no_path(number: int, size: int) -> None:
    """Entries that are not among the first ones have none."""
    with pytest.raises(ValueError, match=f"Entry {number} is not among the first"):
        Tree(HASHES).path(number, size)


@pytest.mark.parametrize("size", [0, 41])
def test_no_root(size: int) -> None:
    """There is no tree over nothing, nor over more than there is."""
    with pytest.raises(ValueError, match=r"The tree is over 40 entries, not"):
        Tree(HASHES).root(size)


def test_what_is_no_hash() -> None:
    """Digits alone are hashed."""
    with pytest.raises(ValueError, match="non-hexadecimal"):
        root_of(HASHES[0], 1, 2, ["x" * 64])

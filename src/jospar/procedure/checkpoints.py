"""Signed checkpoints: points of the chain that nobody can take back without the key.

Who rules the database can write a whole new chain that holds. It does not pass through
the points that were signed before, as long as the signed points, or the key, are not in
the same hands. A journal is known by the hash of its first entry. A point has the hash
of the tree over all entries up to it, too, so that one entry can be proven without the
others.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from jospar.records.models import JournalEntry
from jospar.rules.core.sentences import _

from . import journal, lines
from .tree import Tree

_MEANING = "jospar checkpoint 1\n"
"""What is signed begins so: what else the key may sign is no checkpoint."""


class Point(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What is signed: entry ``number`` of ``journal`` had ``hash`` at a moment, UTC.

    ``tree`` is the hash of the tree over the entries up to it; the first points that
    were ever signed have none, and are encoded without it.
    """

    journal: str
    number: int
    hash: str
    at: str
    tree: str = ""


class Checkpoint(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A point and its signature, as hexadecimal digits.

    ``key`` is the public key, so that a reader knows which one to compare with the key
    that was printed; by itself it proves nothing.
    """

    point: Point
    signature: str
    key: str = ""


class CheckpointError(journal.JournalError):
    """A checkpoint that cannot be made, or that the journal does not pass through."""


def make_key(path: Path) -> None:
    """Make a private key that its owner alone may read; none is ever replaced.

    Raises:
        OSError: when the file is there already, or cannot be written.
    """
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(
        Ed25519PrivateKey.generate().private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
        )
    )


def private_key(path: Path) -> Ed25519PrivateKey:
    """Return the private key of a PEM file.

    Raises:
        CheckpointError: when the file holds none.
    """
    try:
        key = load_pem_private_key(path.read_bytes(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(path)
    return key


def public_key(path: Path) -> Ed25519PublicKey:
    """Return the public key of a PEM file.

    Raises:
        CheckpointError: when the file holds none.
    """
    try:
        key = load_pem_public_key(path.read_bytes())
    except (ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise _no_key(path)
    return key


def public_text(key: Ed25519PrivateKey) -> str:
    """Return the public half of a key, as PEM."""
    public = key.public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def sign(key: Ed25519PrivateKey, moment: datetime) -> Checkpoint:
    """Return a checkpoint of the last entry.

    Raises:
        CheckpointError: when the journal is empty.
    """
    first, last = journal.numbered(1), journal.latest()
    if first is None or last is None:
        raise CheckpointError(
            _("The journal is empty; sign a checkpoint after the first act.")
        )
    tree = journal_tree().root(last.number)
    point = Point(first.hash, last.number, last.hash, moment.isoformat(), tree)
    public = key.public_key().public_bytes_raw().hex()
    return Checkpoint(point, key.sign(_signed(point)).hex(), public)


def journal_tree() -> Tree:
    """Return the tree over all entries of the journal; one query."""
    entries = JournalEntry.objects.order_by("number")
    return Tree(entries.values_list("hash", flat=True).iterator())


def fingerprint_of(key: Ed25519PublicKey) -> str:
    """Return what a printed key is compared by: the SHA-256 of its DER form."""
    whole = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(whole).hexdigest()


def add(path: Path, checkpoint: Checkpoint) -> None:
    """Add a checkpoint to the file of them.

    Raises:
        OSError: when it cannot be written.
    """
    lines.add(path, f"{journal.encode(checkpoint)}\n".encode())


def read(path: Path) -> Iterator[Checkpoint]:
    """Yield the checkpoints of a file; an end that was torn is passed over.

    Raises:
        CheckpointError: naming the line that is none.
        OSError: when the file cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(lines.whole(path))
    for number, line in enumerate(content.splitlines(), 1):
        try:
            yield msgspec.json.decode(line, type=Checkpoint)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise CheckpointError(
                _("Line {number} of {file} is not a checkpoint: {error}."),
                number=number,
                file=path.name,
                error=error,
            ) from error


def latest(path: Path) -> Checkpoint | None:
    """Return the last checkpoint of a file, if there is one."""
    found = list(read(path)) if path.exists() else []
    return found[-1] if found else None


def check(path: Path, key: Ed25519PublicKey) -> int:
    """Check that the journal passes through every signed point; return how many.

    The chain itself was verified before.

    Raises:
        CheckpointError: naming the entry of the first point that does not hold.
    """
    first = next(islice(journal.entries(), 1), None)
    count = 0
    tree: Tree | None = None
    for checkpoint in read(path):
        _check(checkpoint, key, first.hash if first else journal.FIRST_HASH)
        if (point := checkpoint.point).tree:
            tree = tree or journal_tree()
            if tree.root(point.number) != point.tree:
                raise CheckpointError(
                    _("The tree of the entries up to {number} is not the one signed."),
                    number=point.number,
                )
        count += 1
    return count


def _check(checkpoint: Checkpoint, key: Ed25519PublicKey, first: str) -> None:
    point = checkpoint.point
    if not is_signed(checkpoint, key):
        raise CheckpointError(
            _("The checkpoint of entry {number} is not signed by this key."),
            number=point.number,
        )
    if point.journal != first:
        raise CheckpointError(
            _(
                "The checkpoint of entry {number} is of another journal, or this one "
                "was written anew from entry 1 on."
            ),
            number=point.number,
        )
    entry = journal.numbered(point.number)
    if entry is None:
        raise CheckpointError(
            _("Entry {number} was signed on {day} and is missing from the journal."),
            number=point.number,
            day=datetime.fromisoformat(point.at).date(),
        )
    if entry.hash != point.hash:
        raise CheckpointError(
            _(
                "Entry {number} is not the one that was signed on {day}: it, or one "
                "before it, was written anew."
            ),
            number=point.number,
            day=datetime.fromisoformat(point.at).date(),
        )


def key_of(checkpoint: Checkpoint) -> Ed25519PublicKey | None:
    """Return the public key that a checkpoint names, if it names one."""
    try:
        return Ed25519PublicKey.from_public_bytes(bytes.fromhex(checkpoint.key))
    except ValueError:
        return None


def is_signed(checkpoint: Checkpoint, key: Ed25519PublicKey) -> bool:
    """Tell whether a checkpoint was signed by the private half of ``key``."""
    try:
        key.verify(bytes.fromhex(checkpoint.signature), _signed(checkpoint.point))
    except (ValueError, InvalidSignature):
        return False
    return True


def _signed(point: Point) -> bytes:
    return f"{_MEANING}{journal.encode(point)}".encode()


def _no_key(path: Path) -> CheckpointError:
    return CheckpointError(
        _("“{file}” does not hold the Ed25519 key that is wanted; name its PEM file."),
        file=path,
    )

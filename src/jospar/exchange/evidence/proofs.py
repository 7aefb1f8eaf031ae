"""That nothing of an evidence file was changed: its points, entries and papers."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from jospar.procedure.checkpoints import (
    Checkpoint,
    fingerprint_of,
    is_signed,
    key_of,
)
from jospar.procedure.journal import Header
from jospar.procedure.tree import root_of
from jospar.queries.evidence_subjects import REFERRED, SubjectKind
from jospar.rules.core.sentences import ToldError, _

from .contents import entry_path, revision_name
from .reading import EntryRead, EvidenceRead


def point_faults(
    read: EvidenceRead, key: Ed25519PublicKey | None
) -> Iterator[ToldError]:
    """Yield which checkpoints are of another journal, or not signed by their key."""
    for checkpoint in read.evidence.points:
        point = checkpoint.point
        values = {"number": point.number}
        if point.journal != read.evidence.journal:
            yield ToldError(
                _("The checkpoint of entry {number} is of another journal."), **values
            )
        if not (checkpoint.signature or checkpoint.key):
            continue
        own = key_of(checkpoint)
        if own is None or not is_signed(checkpoint, key or own):
            yield ToldError(
                _("The checkpoint of entry {number} is not signed by this key."),
                **values,
            )
    if key is not None and not list(signed_points(read)):
        yield ToldError(
            _("The file has no checkpoint that is signed by the key that you gave.")
        )


def entry_faults(read: EvidenceRead, parts: Mapping[str, bytes]) -> Iterator[ToldError]:
    """Yield which entries were changed, or do not stand in the journal."""
    numbers = [one.proof.number for one in read.entries]
    if numbers != sorted(set(numbers)):
        yield ToldError(
            _("The entries of the file are not in their order, or one stands twice.")
        )
    for one in read.entries:
        values = {"number": one.proof.number}
        if not _stands(read, one):
            yield ToldError(
                _(
                    "Entry {number} does not stand in the journal that the file names: "
                    "its hash, its proof or the checkpoint was changed."
                ),
                **values,
            )
        if one.header is not None:
            yield from _changed(one, one.header, parts)
            if one.proof.own != _is_own(read, one):
                yield ToldError(
                    _("Entry {number} is not what the file counts it among."), **values
                )


def _changed(
    one: EntryRead, header: Header, parts: Mapping[str, bytes]
) -> Iterator[ToldError]:
    """Yield what of an entry that is shown is not as it was written."""
    number = one.proof.number
    if sha256(parts[entry_path(number, "header")]) != one.proof.hash:
        yield ToldError(
            _("Entry {number} of the journal: its header was changed."), number=number
        )
    elif header.number != number:
        yield ToldError(
            _("Entry {number} of the file is entry {other} of the journal."),
            number=number,
            other=header.number,
        )
    for part in one.proof.parts:
        if sha256(parts[entry_path(number, part)]) != header.digests.get(part):
            yield ToldError(
                _("Entry {number} of the journal: its part “{part}” was changed."),
                number=number,
                part=part,
            )


def _is_own(read: EvidenceRead, one: EntryRead) -> bool:
    """Tell whether an entry that is shown is of the subject itself."""
    if read.evidence.about.kind is SubjectKind.ACT:
        return one.proof.number == read.evidence.decision
    return one.header is not None and one.header.act not in REFERRED


def _stands(read: EvidenceRead, one: EntryRead) -> bool:
    proof, points = one.proof, read.evidence.points
    if not 0 <= proof.point < len(points):
        return False
    point = points[proof.point].point
    root = root_of(proof.hash, proof.number, point.number, proof.path)
    return bool(root) and root == point.tree


def paper_faults(read: EvidenceRead, parts: Mapping[str, bytes]) -> Iterator[ToldError]:
    """Yield which papers were changed, or are not what an entry names."""
    named = {one.proof.number: set(_named(one.effects or ())) for one in read.entries}
    for paper in read.evidence.papers:
        if sha256(parts[paper.path]) != paper.sha256:
            yield ToldError(_("The paper “{paper}” was changed."), paper=paper.path)
        if (paper.name, paper.sha256) not in named.get(paper.entry, ()):
            yield ToldError(
                _("Entry {number} does not name the paper “{paper}”."),
                number=paper.entry,
                paper=paper.path,
            )


def _named(effects: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the names and SHA-256 of what came with an entry, or was fixed by it."""
    for effect in effects:
        if "fingerprint" in effect:
            name = revision_name(str(effect.get("plan")), str(effect.get("revision")))
            yield name, str(effect["fingerprint"])
        files = effect.get("files")
        for file in files if isinstance(files, list) else ():
            if isinstance(file, dict):
                yield str(file.get("name")), str(file.get("sha256"))


def unsigned_entries(read: EvidenceRead) -> int:
    """Return of how many entries no signature is above."""
    points = read.evidence.points
    signed = {at for at, one in enumerate(points) if one.signature}
    return sum(one.proof.point not in signed for one in read.entries)


def signed_points(read: EvidenceRead) -> Iterator[Checkpoint]:
    """Return the points that bear a signature."""
    return (one for one in read.evidence.points if one.signature)


def key_fingerprint(checkpoint: Checkpoint) -> str:
    """Return the fingerprint of the key that the checkpoint names."""
    key = key_of(checkpoint)
    return fingerprint_of(key) if key else ""


def sha256(content: bytes) -> str:
    """Return the SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()

"""An evidence file checked with nothing but itself: no database, no network."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from jinja2 import TemplateError

from jospar.rules.core.sentences import ToldError, _

from .agreement import Agreement, Compared
from .contents import EVIDENCE, PAGES
from .counted import (
    DoubtError,
    calendar_faults,
    day_faults,
    ruleset_faults,
    subject_faults,
)
from .making import VERSION, MakePage
from .package import unpack
from .proofs import (
    entry_faults,
    key_fingerprint,
    paper_faults,
    point_faults,
    signed_points,
    unsigned_entries,
)
from .reading import NO_VALUE, EvidenceRead, read_evidence


class Outcome(StrEnum):
    """What a file is found to be."""

    HOLDS = "holds"
    DOUBTFUL = "doubtful"
    """Nothing was changed, but not everything is proven."""
    OTHER = "other"
    """Nothing was changed, but it is not of the journal of this installation."""
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found of a file.

    ``faults`` say what was changed, ``doubts`` what this program cannot tell.
    ``unsigned`` are the entries that no signature is above; ``key`` is the fingerprint
    of the key that signed the others, and ``key_known`` says that it was given.
    ``here`` is what this installation says of it, where one was asked.
    """

    read: EvidenceRead
    faults: tuple[ToldError, ...]
    doubts: tuple[ToldError, ...]
    unsigned: int
    key: str
    key_known: bool
    here: Compared | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing was changed."""
        return not self.faults

    @property
    def outcome(self) -> Outcome:
        """What it is found to be, all in all."""
        if not self.holds:
            return Outcome.ALTERED
        if self.here and self.here.agreement is not Agreement.AGREES:
            return Outcome.OTHER
        strange = self.here and not all(map(self.here.knows, signed_points(self.read)))
        if self.doubts or self.unsigned or strange:
            return Outcome.DOUBTFUL
        return Outcome.HOLDS


def check(
    data: bytes,
    name: str,
    make_page: MakePage,
    key: Ed25519PublicKey | None = None,
    compare: Callable[[EvidenceRead], Compared] | None = None,
) -> Checked:
    """Return whether an evidence file holds, with everything that speaks against it.

    Args:
        data: what the file holds, which nobody has looked at yet.
        name: its name, for the sentences.
        make_page: makes the page for people, which must be the one in the file.
        key: the public key that the checkpoints are to be signed for, if it is known.
        compare: asks this installation about a file that holds; None where it must do
            without one.

    Raises:
        EvidenceError: it cannot be read from end to end.
    """
    parts = unpack(data, name)
    read = read_evidence(parts)
    found = [
        *point_faults(read, key),
        *entry_faults(read, parts),
        *paper_faults(read, parts),
        *ruleset_faults(read, parts),
        *subject_faults(read),
        *day_faults(read),
        *calendar_faults(read),
    ]
    if all(isinstance(one, DoubtError) for one in found):
        found += _page_faults(read, parts, make_page)
    faults = tuple(one for one in found if not isinstance(one, DoubtError))
    return Checked(
        read=read,
        faults=faults,
        doubts=tuple(one for one in found if isinstance(one, DoubtError)),
        unsigned=unsigned_entries(read),
        key=next(map(key_fingerprint, signed_points(read)), ""),
        key_known=key is not None,
        here=compare(read) if compare and not faults else None,
    )


def _page_faults(
    read: EvidenceRead, parts: Mapping[str, bytes], make_page: MakePage
) -> Iterator[ToldError]:
    """Yield which pages for people are not those that Jospar makes of the file."""
    for language, name in PAGES.items():
        try:
            made = make_page(read, language)
        except (TemplateError, *NO_VALUE) as error:
            yield ToldError(
                _("“{part}” in the file cannot be read: {error}."),
                part=EVIDENCE,
                error=error,
            )
            return
        if made == parts[name]:
            continue
        if read.evidence.version == VERSION:
            yield ToldError(
                _("The page “{part}” says otherwise than the entries: do not read it."),
                part=name,
            )
        else:
            yield DoubtError(
                _(
                    "The page “{part}” was made by Jospar {version}, and this one "
                    "cannot make it again: go by what is printed here."
                ),
                part=name,
                version=read.evidence.version,
            )

"""From the term of a treaty back: when what precedes its signing must be done."""

from dataclasses import dataclass
from datetime import date, timedelta

from .nouns import Level, Term

PROPOSED_BEFORE = {Level.INTERSTATE: 30, Level.INTERGOVERNMENTAL: 14}
"""By how many calendar days the proposal to sign precedes the signing, by level."""


@dataclass(frozen=True, slots=True)
class WayToSigning:
    """The last days on the way to the signing ("signing.proposal").

    ``examined_by`` is the last day of the domestic examination, ``proposed_by`` that
    of the proposal to sign, to whom the level says; an agency proposes to nobody.
    ``kept`` is false where the proposal would come before ``first_year`` begins.
    """

    signed_by: date
    proposed_by: date | None
    examined_by: date | None
    kept: bool


def way_to_signing(term: Term, level: Level, first_year: int) -> WayToSigning:
    """Return the way to the signing of a treaty of a plan from ``first_year`` on."""
    days = PROPOSED_BEFORE.get(level)
    if days is None:
        return WayToSigning(term.last_day, None, None, kept=True)
    proposed_by = term.last_day - timedelta(days=days)
    return WayToSigning(
        signed_by=term.last_day,
        proposed_by=proposed_by,
        examined_by=proposed_by - timedelta(days=1),
        kept=proposed_by >= date(first_year, 1, 1),
    )

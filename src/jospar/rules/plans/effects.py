"""What legally happens when a past plan is brought in."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import Language, PlanKind

from .facts import BroughtBody, BroughtRow


@dataclass(frozen=True, slots=True)
class CycleBroughtIn:
    """A past year has plans in the record, though nothing was planned in it here.

    ``content`` is the whole ruleset by which they are read.
    """

    year: int
    ruleset: str
    digest: str
    content: str


@dataclass(frozen=True, slots=True)
class PlanBroughtIn:
    """A past plan stands in the record as agreed, with its one revision."""

    plan: PlanKind
    on: date
    number: str
    bodies: tuple[BroughtBody, ...]
    rows: tuple[BroughtRow, ...]
    only: Language | None
    fingerprint: str

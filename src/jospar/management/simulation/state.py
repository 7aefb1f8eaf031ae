"""What the simulation remembers of the years that it plays: cycles and treaties.

It is what the people would know who act; the record itself is asked for nothing.
"""

from dataclasses import dataclass, field
from datetime import date

from jospar.rules.core.nouns import PlanKind, PlanStage, ProgressStage, Wording


@dataclass(frozen=True, slots=True)
class Scenario:
    """How many years are played, and how much happens in each of them.

    ``unlawful`` is the percentage of acts before which somebody attempts a lawless
    one, and of papers that come late or with something missing. The same scenario is
    played alike, to the last word, wherever it is played.
    """

    years: int
    concepts: int
    bodies: int
    seed: int
    unlawful: int = 10
    first_year: int = 2023

    @property
    def last_year(self) -> int:
        """The year of the last cycle."""
        return self.first_year + self.years - 1

    @property
    def last_day(self) -> date:
        """The last day of the year in which the last current plan is carried out."""
        return date(self.last_year + 1, 12, 31)


@dataclass(slots=True)
class Cycle:
    """A cycle: its bodies, what they proposed by key, and how its plans stand."""

    year: int
    bodies: tuple[str, ...]
    treaties: dict[str, "Treaty"] = field(default_factory=dict)
    stages: dict[PlanKind, PlanStage] = field(
        default_factory=lambda: dict.fromkeys(PlanKind, PlanStage.DRAFT)
    )
    ended: set[PlanKind] = field(default_factory=set)
    """Plans in whose place a later one was agreed."""

    def rows(self, kind: PlanKind) -> list["Treaty"]:
        """Return what stands in a plan, in the order in which it came."""
        return [treaty for treaty in self.treaties.values() if treaty.plan is kind]

    def open_rows(self, kind: PlanKind) -> list["Treaty"]:
        """Return the rows of an agreed plan that can be amended and carried out."""
        return [treaty for treaty in self.rows(kind) if treaty.is_open]


@dataclass(slots=True)
class Treaty:
    """A treaty as its bodies pursue it in one cycle: its concept, then its row.

    ``busy`` says that an amendment of the row is under way, ``carried`` that a later
    cycle goes on with it.
    """

    cycle: Cycle
    key: str
    bodies: tuple[str, ...]
    wording: Wording
    whole: bool = True
    late: bool = False
    withdrawn: bool = False
    plan: PlanKind | None = None
    stage: ProgressStage = ProgressStage.NOT_BEGUN
    signed: bool = False
    dropped: bool = False
    removed: bool = False
    carried: bool = False
    busy: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the treaty is still to be concluded under this row."""
        return not (self.signed or self.dropped or self.removed or self.busy)

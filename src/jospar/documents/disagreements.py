"""The table of disagreements that goes with a plan, as plain values."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.commission.facts import Settled
from jospar.rules.core.nouns import Text

from .handled import Handled

_NO_TEXT = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A member's remark, and what became of it.

    ``concept`` is the key of the concept that the remark is on, empty for the whole
    plan; ``row`` is its number in that ``revision``, None where it has no row there.
    ``settled`` is None until the Ministry answers.
    """

    revision: int
    row: int | None = None
    concept: str = ""
    title: Text = _NO_TEXT
    member: str
    remark: Text
    answer: Text = _NO_TEXT
    settled: Settled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementTable(Handled):
    """The remarks of the Commission's members on one plan, under the plan's title."""

    day: date
    plan: Text
    lines: tuple[Disagreement, ...] = ()

    @property
    def accepted(self) -> int:
        """How many remarks the Ministry accepted."""
        return self._count(Settled.ACCEPTED)

    @property
    def declined(self) -> int:
        """How many it declined."""
        return self._count(Settled.DECLINED)

    @property
    def withdrawn(self) -> int:
        """How many were withdrawn by their members."""
        return self._count(Settled.WITHDRAWN)

    @property
    def open(self) -> int:
        """How many are not settled."""
        return self._count(None)

    def _count(self, settled: Settled | None) -> int:
        return sum(line.settled is settled for line in self.lines)

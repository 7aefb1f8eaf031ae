"""What a figure of the Rules is: how much was done of what, and the records behind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.rules.core.nouns import PlanKind, Text


class Light(StrEnum):
    """How a provision stands; ``blank`` while there is nothing to count."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLANK = "blank"


class Standing(StrEnum):
    """How a record behind a figure stands."""

    DONE = "done"
    LATE = "late"
    OPEN = "open"


class FigureKind(StrEnum):
    """What a figure counts: texts say it as a sentence."""

    PLANS = "plans"
    YEARS = "years"
    FORMS = "forms"
    BASIS = "basis"
    ANSWERS = "answers"
    TERMS = "terms"
    LANGUAGES = "languages"
    RETURNS = "returns"
    LETTERS = "letters"
    CONCLUSIONS = "conclusions"
    EXPEDIENT = "expedient"
    NOTICES = "notices"
    PLACEMENTS = "placements"
    OCCASIONS = "occasions"
    TO_COMMISSION = "to_commission"
    APPROVALS = "approvals"
    TO_PRESIDENT = "to_president"
    AGREEMENTS = "agreements"
    SENT = "sent"
    RECIPIENTS = "recipients"
    ACKNOWLEDGED = "acknowledged"
    DOSSIERS = "dossiers"
    DOSSIER_CONCLUSIONS = "dossier_conclusions"
    INSTRUCTIONS = "instructions"
    DECISIONS = "decisions"
    REVISIONS = "revisions"
    EARLY = "early"
    NAMES = "names"
    CARRIED_OUT = "carried_out"
    EXPLAINED = "explained"
    NO_DRAFT = "no_draft"
    NOT_AGREED = "not_agreed"
    ACTS = "acts"


_NO_TITLE = Text()


@dataclass(frozen=True, slots=True)
class Behind:
    """A record behind a figure: what it is about, whose, of which day, how it stands.

    ``entry`` is the number under which the journal has it; what is open has the entry
    that it hangs on, or none. ``body`` is a code of a body or a recipient. ``plan``
    names a plan that it is about; ``title`` may be empty.
    """

    standing: Standing
    entry: int | None = None
    key: str = ""
    title: Text = _NO_TITLE
    body: str = ""
    on: date | None = None
    days_late: int = 0
    plan: PlanKind | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """How long there is until a deadline, or since it: ``over`` in calendar days."""

    days: int
    working: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """How much was done of what a provision asks for.

    ``count`` is given where other things are counted than what is done. ``left`` is
    given while a deadline is open, ``days_late`` when it was met late; ``met_on`` is
    the day on which it was met.
    """

    kind: FigureKind
    light: Light
    behind: tuple[Behind, ...] = ()
    count: int | None = None
    plan: PlanKind | None = None
    left: Left | None = None
    days_late: int = 0
    met_on: date | None = None

    @property
    def needed(self) -> int:
        """How many things are looked at."""
        return len(self.behind)

    @property
    def done(self) -> int:
        """How many of them are done, in time or not."""
        if self.count is not None:
            return self.count
        open_ones = sum(item.standing is Standing.OPEN for item in self.behind)
        return self.needed - open_ones

    @property
    def in_order(self) -> tuple[Behind, ...]:
        """What is behind it: first what is late, then what is open, then the rest."""
        order = (Standing.LATE, Standing.OPEN, Standing.DONE)
        return tuple(sorted(self.behind, key=lambda item: order.index(item.standing)))

    @property
    def late(self) -> int:
        """How many of them were done late."""
        return sum(item.standing is Standing.LATE for item in self.behind)


def tally(
    kind: FigureKind, behind: Iterable[Behind], plan: PlanKind | None = None
) -> Figure:
    """Return a figure without a deadline of its own: what is open is amber."""
    items = tuple(behind)
    standings = {item.standing for item in items}
    if not items:
        light = Light.BLANK
    elif Standing.LATE in standings:
        light = Light.RED
    else:
        light = Light.AMBER if Standing.OPEN in standings else Light.GREEN
    days_late = max((item.days_late for item in items), default=0)
    return Figure(kind, light, items, plan=plan, days_late=days_late)


def standing(done: bool, *, late: bool = False) -> Standing:
    """Return how something stands that is done or not, and late or not."""
    if not done:
        return Standing.OPEN
    return Standing.LATE if late else Standing.DONE

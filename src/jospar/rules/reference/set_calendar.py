"""Official transfers of days off, and days that became known late, are entered."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet

from .effects import CalendarSet
from .facts import ReferenceFacts, SetCalendar


@condition(
    "record.key",
    _("An edition of the calendar with this name was entered already."),
    _("Give the edition a name of its own, such as the day of the decision."),
)
def edition_is_new(facts: ReferenceFacts) -> Unmet | None:
    """Every edition of the calendar has a name of its own."""
    return unmet("edition") if facts.is_entered else None


@act(
    "reference.set_calendar",
    "record.reference",
    filing=SetCalendar,
    conditions=(edition_is_new,),
)
def set_calendar(facts: ReferenceFacts, filing: SetCalendar) -> tuple[CalendarSet, ...]:
    """Working days are counted with this edition above those before it."""
    return (CalendarSet(edition=filing.edition, content=filing.content),)

"""The Ministry registers an event with the President or the Prime Minister."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .conditions import not_registered
from .effects import OccasionRegistered
from .facts import RegisterEvent, RegisterFacts


@check(
    "record.terms",
    _("The event ends on {last_day}, before it begins on {first_day}."),
    _("Correct the days, or exchange them."),
)
def days_in_order(facts: RegisterFacts, filing: RegisterEvent) -> Iterator[Unmet]:
    """No event ends before it begins."""
    if filing.last_day < filing.first_day:
        yield unmet("to", first_day=filing.first_day, last_day=filing.last_day)


@act(
    "drafting.register_event",
    "agreements.considered",
    filing=RegisterEvent,
    conditions=(not_registered,),
    requirements=(days_in_order,),
)
def register_event(
    facts: RegisterFacts, filing: RegisterEvent
) -> tuple[OccasionRegistered, ...]:
    """The event is to be taken into account in the plans of the years it falls in."""
    years = range(filing.first_day.year, filing.last_day.year + 1)
    return (
        OccasionRegistered(
            key=filing.key,
            kind=filing.with_whom.value,
            title=filing.title,
            first_day=filing.first_day,
            last_day=filing.last_day,
            place=filing.place,
            years=tuple(years),
            concepts=filing.concepts,
            considered=filing.considered,
        ),
    )

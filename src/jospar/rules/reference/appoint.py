"""A person is appointed to an office."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .effects import PersonAppointed
from .facts import Appoint, ReferenceFacts


@check(
    "record.terms",
    _("The appointment ends on {last_day}, before it begins on {first_day}."),
    _("Correct the days, or exchange them."),
)
def appointment_in_order(facts: ReferenceFacts, filing: Appoint) -> Iterator[Unmet]:
    """No appointment ends before it begins."""
    if filing.last_day is not None and filing.last_day < filing.first_day:
        yield unmet("last_day", first_day=filing.first_day, last_day=filing.last_day)


@act(
    "reference.appoint",
    "offices.table",
    filing=Appoint,
    requirements=(appointment_in_order,),
)
def appoint(facts: ReferenceFacts, filing: Appoint) -> tuple[PersonAppointed, ...]:
    """The person may act in the office from the first day to the last."""
    return (
        PersonAppointed(
            person=filing.person,
            name=filing.name,
            office=filing.office,
            body=filing.body,
            first_day=filing.first_day,
            last_day=filing.last_day,
            standing_in_for=filing.standing_in_for,
        ),
    )

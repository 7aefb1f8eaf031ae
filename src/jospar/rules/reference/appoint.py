"""A person is appointed to an office."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.offices import OF_ONE_BODY

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


@check(
    "offices.table",
    _("The office “{office}” belongs to a body, and none is named."),
    _("Give the code of the body."),
)
def names_its_body(facts: ReferenceFacts, filing: Appoint) -> Iterator[Unmet]:
    """An office that acts for one body says for which."""
    if filing.office in OF_ONE_BODY and not filing.body:
        yield unmet("body", office=filing.office)


@act(
    "reference.appoint",
    "offices.table",
    filing=Appoint,
    requirements=(appointment_in_order, names_its_body),
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

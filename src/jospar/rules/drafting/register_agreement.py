"""The Ministry registers an agreement reached at a high-level event."""

from jospar.rules.core.act import act

from .conditions import not_registered
from .effects import OccasionRegistered
from .facts import RegisterAgreement, RegisterFacts


@act(
    "drafting.register_agreement",
    "agreements.considered",
    filing=RegisterAgreement,
    conditions=(not_registered,),
)
def register_agreement(
    facts: RegisterFacts, filing: RegisterAgreement
) -> tuple[OccasionRegistered, ...]:
    """The agreement is to be taken into account in the plans of its years."""
    return (
        OccasionRegistered(
            key=filing.key,
            kind="agreement",
            title=filing.title,
            first_day=filing.reached_on,
            last_day=filing.reached_on,
            place=filing.place,
            years=filing.years,
            concepts=filing.concepts,
            considered=filing.considered,
        ),
    )

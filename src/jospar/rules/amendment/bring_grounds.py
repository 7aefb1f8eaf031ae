"""A body brings the grounds of urgency for changing the current plan."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.offices import Office
from jospar.rules.core.wordings import missing_languages

from .conditions import dossier_key_free, not_concluded, plan_agreed
from .effects import GroundsBrought
from .facts import BringGrounds, DossierFacts


@condition(
    "record.day",
    _("The grounds of dossier {key} came anew on {grounds_on}, after {on}."),
    _("Correct the day: what came later stands."),
)
def follows_former_grounds(facts: DossierFacts) -> Unmet | None:
    """What takes the place of a paper came on its day, or later."""
    former = facts.dossier.grounds_on
    if former is None or former <= facts.case.on:
        return None
    return unmet(key=facts.dossier.key, grounds_on=former, on=facts.case.on)


@check(
    "offices.table",
    _("The grounds are of the body “{body}”, not of your own."),
    _("Bring the grounds of your own body."),
)
def own_grounds(facts: DossierFacts, filing: BringGrounds) -> Iterator[Unmet]:
    """An officer of a body brings the grounds of that body."""
    if not facts.case.actor.acts_for(filing.body):
        yield unmet("body", body=filing.body)


@check(
    "amendments.grounds",
    _("Dossier {key} is of other bodies: {bodies}."),
    _("Correct the key or the body."),
)
def grounds_of_its_bodies(facts: DossierFacts, filing: BringGrounds) -> Iterator[Unmet]:
    """Grounds come from a body that the dossier is of."""
    bodies = facts.dossier.bodies
    if bodies and filing.body not in bodies:
        yield unmet("body", key=filing.key, bodies=bodies)


@check(
    "amendments.grounds",
    _("The grounds are missing in one language: “{cell}” is empty."),
    _("The dossier waits; ask the body for the grounds in both languages."),
    mend=True,
)
def grounds_in_both_languages(
    facts: DossierFacts, filing: BringGrounds
) -> Iterator[Unmet]:
    """The grounds stand in both languages."""
    yield from missing_languages("grounds", filing.grounds)


@act(
    "amendment.bring_grounds",
    "amendments.grounds",
    filing=BringGrounds,
    records=True,
    conditions=(plan_agreed, not_concluded, follows_former_grounds),
    requirements=(dossier_key_free, own_grounds, grounds_of_its_bodies),
    cautions=(grounds_in_both_languages,),
)
def bring_grounds(
    facts: DossierFacts, filing: BringGrounds
) -> tuple[GroundsBrought, ...]:
    """The dossier has its grounds; the clock runs once the concept is there too."""
    actor = facts.case.actor
    return (
        GroundsBrought(
            plan=facts.plan.kind,
            key=filing.key,
            body=filing.body,
            received_on=day_in_astana(filing.received_at),
            document=filing.document,
            grounds=filing.grounds,
            by=actor.person if actor.office is Office.BODY_OFFICER else "",
        ),
    )

"""A body brings the concept of a treaty that the agreed plans do not have."""

from collections.abc import Iterator

from jospar.rules.core.act import Check, Unmet, _, act, check, condition, unmet
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.filed_concepts import (
    fields_filled,
    fields_known,
    fields_of_their_kind,
    note_in_both_languages,
    own_body,
    procedures_have_term,
    terms_in_order,
    texts_in_all_languages,
    texts_in_own_letters,
    titles_agree,
)
from jospar.rules.core.horizon import lies_within
from jospar.rules.core.offices import Office
from jospar.rules.core.wordings import missing_texts

from .conditions import dossier_key_free, not_concluded, plan_agreed
from .effects import DossierConceptBrought
from .facts import BringConcept, DossierFacts


@condition(
    "record.day",
    _("The concept of dossier {key} came anew on {concept_on}, after {on}."),
    _("Correct the day: what came later stands."),
)
def follows_former_concept(facts: DossierFacts) -> Unmet | None:
    """What takes the place of a paper came on its day, or later."""
    former = facts.dossier.concept_on
    if former is None or former <= facts.case.on:
        return None
    return unmet(key=facts.dossier.key, concept_on=former, on=facts.case.on)


@check(
    "amendments.grounds",
    _("Dossier {key} is of other bodies: {bodies}."),
    _("Correct the key or the proposing bodies."),
)
def concept_of_its_bodies(facts: DossierFacts, filing: BringConcept) -> Iterator[Unmet]:
    """A concept comes from a body that the dossier is of, alone or with others."""
    bodies = facts.dossier.bodies
    if bodies and not set(bodies) & set(filing.proposers):
        yield unmet("proposers", key=filing.key, bodies=bodies)


@check(
    "amendments.grounds",
    _("The term {first_day} – {last_day} does not lie within the plan’s year {year}."),
    _("Ask the body for a term within {year}."),
    mend=True,
)
def term_within_plan(facts: DossierFacts, filing: BringConcept) -> Iterator[Unmet]:
    """What the current plan is changed for is concluded in that plan's year."""
    term, years = filing.wording.conclude, facts.plan.years
    if not lies_within(term, years):
        yield unmet(
            "conclude_from",
            first_day=term.first_day,
            last_day=term.last_day,
            year=years[-1],
        )


# Said with its type: checks of filings in general do not show which one is meant.
_REQUIREMENTS: tuple[Check[DossierFacts, BringConcept], ...] = (
    dossier_key_free,
    own_body,
    concept_of_its_bodies,
    terms_in_order,
    fields_known,
)


@act(
    "amendment.bring_concept",
    "amendments.grounds",
    filing=BringConcept,
    records=True,
    conditions=(plan_agreed, not_concluded, follows_former_concept),
    requirements=_REQUIREMENTS,
    cautions=(
        term_within_plan,
        procedures_have_term,
        texts_in_all_languages,
        texts_in_own_letters,
        note_in_both_languages,
        titles_agree,
        fields_filled,
        fields_of_their_kind,
    ),
)
def bring_concept(
    facts: DossierFacts, filing: BringConcept
) -> tuple[DossierConceptBrought, ...]:
    """The dossier has its concept; the clock runs once the grounds are there too."""
    actor = facts.case.actor
    return (
        DossierConceptBrought(
            plan=facts.plan.kind,
            key=filing.key,
            proposers=filing.proposers,
            wording=filing.wording,
            entry=filing.entry,
            counterparties=filing.counterparties,
            sent_on=filing.sent_on,
            received_at=filing.received_at,
            received_on=day_in_astana(filing.received_at),
            document=filing.document,
            complete=not missing_texts(filing.wording, facts.case.ruleset),
            by=actor.person if actor.office is Office.BODY_OFFICER else "",
            further=filing.further,
        ),
    )

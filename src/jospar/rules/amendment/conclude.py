"""The Ministry gives its conclusion on grounds and concept."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.wordings import missing_languages

from .conditions import known_by, not_concluded
from .effects import DossierConcluded
from .facts import ConcludeDossier, DossierFacts


@condition(
    "amendments.grounds",
    _("By {on} dossier {key} has no grounds of urgency."),
    _("Ask the body for the grounds first."),
)
def grounds_there(facts: DossierFacts) -> Unmet | None:
    """A conclusion is given on grounds that came."""
    if known_by(facts.dossier.grounds_on, facts.case.on):
        return None
    return unmet(key=facts.dossier.key, on=facts.case.on)


@condition(
    "amendments.grounds",
    _("By {on} dossier {key} has no concept."),
    _("Ask the body for the concept first."),
)
def concept_there(facts: DossierFacts) -> Unmet | None:
    """A conclusion is given on a concept that came."""
    if known_by(facts.dossier.concept_on, facts.case.on):
        return None
    return unmet(key=facts.dossier.key, on=facts.case.on)


@condition(
    "concepts.languages",
    _("Dossier {key} lacks a text in one of the two languages."),
    _("Ask the body to bring it again, whole."),
)
def dossier_whole(facts: DossierFacts) -> Unmet | None:
    """A conclusion is given once grounds and concept stand in both languages."""
    dossier = facts.dossier
    missing = dossier.received_on is not None and not dossier.is_whole
    return unmet(key=dossier.key) if missing else None


@check(
    "amendments.conclusion",
    _("The reasons are missing in one language: “{cell}” is empty."),
    _("Write the reasons in both languages."),
)
def reasons_in_both_languages(
    facts: DossierFacts, filing: ConcludeDossier
) -> Iterator[Unmet]:
    """A conclusion gives its reasons in both languages."""
    yield from missing_languages("reasons", filing.reasons)


@check(
    "review.four_eyes",
    _("“{person}” filed this dossier and would sign the conclusion on it."),
    _("Let another person sign it."),
)
def signed_by_another(facts: DossierFacts, filing: ConcludeDossier) -> Iterator[Unmet]:
    """Who filed grounds or concept does not sign the conclusion on them."""
    person = facts.case.actor.person
    if not facts.case.imported and person in facts.dossier.brought_by:
        yield unmet(person=person)


@act(
    "amendment.conclude",
    "amendments.conclusion",
    filing=ConcludeDossier,
    conditions=(
        not_concluded,
        grounds_there,
        concept_there,
        dossier_whole,
    ),
    cautions=(reasons_in_both_languages, signed_by_another),
)
def conclude(
    facts: DossierFacts, filing: ConcludeDossier
) -> tuple[DossierConcluded, ...]:
    """The body can attach the conclusion to its request, whatever it says."""
    return (
        DossierConcluded(
            plan=facts.plan.kind,
            key=filing.key,
            expedient=filing.expedient,
            on=filing.on,
            number=filing.number,
            reasons=filing.reasons,
            signed_by=filing.signed_by,
        ),
    )

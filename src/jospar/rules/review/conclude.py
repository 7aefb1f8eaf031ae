"""The Ministry gives its conclusion on a concept.

A file brings what was signed elsewhere: how that was prepared is not asked then.
"""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.nouns import Language

from .conditions import MAY_BE_CONCLUDED, reasons_in_both_languages
from .effects import ConclusionGiven
from .facts import Conclude, ReviewFacts


@check(
    "review.preparation",
    _("What is signed is not what was prepared on {prepared_on}: see “{cell}”."),
    _("Sign it as it was prepared, or let it be prepared anew."),
)
def signed_as_prepared(facts: ReviewFacts, filing: Conclude) -> Iterator[Unmet]:
    """A conclusion is signed as it was prepared."""
    prepared = facts.known_prepared
    if prepared is None or facts.case.imported:
        return
    if filing.expedient is not prepared.expedient:
        yield unmet("expedient", prepared_on=prepared.on, cell="expedient")
    for language in (Language.KK, Language.RU):
        if filing.reasons[language] != prepared.reasons[language]:
            cell = f"reasons_{language}"
            yield unmet(cell, prepared_on=prepared.on, cell=cell)


@check(
    "review.preparation",
    _("The conclusion that was prepared on {prepared_on} has not been agreed."),
    _("Let a second person agree to it first."),
)
def signed_as_agreed(facts: ReviewFacts, filing: Conclude) -> Iterator[Unmet]:
    """What was prepared is agreed before it is signed."""
    prepared = facts.known_prepared
    if prepared is None or facts.case.imported:
        return
    if not prepared.agreed_by(facts.case.on):
        yield unmet(prepared_on=prepared.on)


@check(
    "review.four_eyes",
    _("“{person}” filed this concept and would sign the conclusion on it."),
    _("Let another person sign it."),
)
def signed_by_another(facts: ReviewFacts, filing: Conclude) -> Iterator[Unmet]:
    """Who filed a concept does not sign its conclusion."""
    person = facts.case.actor.person
    if not facts.case.imported and facts.filed_by == person:
        yield unmet(person=person)


@act(
    "review.conclude",
    "conclusions.deadline",
    filing=Conclude,
    conditions=MAY_BE_CONCLUDED,
    cautions=(
        reasons_in_both_languages,
        signed_as_prepared,
        signed_as_agreed,
        signed_by_another,
    ),
)
def conclude(facts: ReviewFacts, filing: Conclude) -> tuple[ConclusionGiven, ...]:
    """The treaty is judged expedient or not; the conclusion is given when signed."""
    return (
        ConclusionGiven(
            key=filing.key,
            expedient=filing.expedient,
            on=filing.on,
            number=filing.number,
            reasons=filing.reasons,
            signed_by=filing.signed_by,
        ),
    )

"""Snapshots for the acts of intake."""

from jospar.records.models import Concept, LetterOfNone
from jospar.records.prepared import Prepared
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.intake.facts import (
    ConceptFacts,
    FilingFacts,
    ReportNone,
    ReturnLate,
    SubmitConcept,
    SupplementConcept,
    WithdrawConcept,
)

from .concepts import concept_of, entry_of, known_bodies
from .dispatch import facts_for

_LETTERS = Prepared(
    lambda year: (
        LetterOfNone.objects.filter(cycle_id=year).order_by("entry").values_list("body")
    ),
    year=0,
)


@facts_for.register
def _(filing: SubmitConcept, case: Case, calendar: Calendar) -> FilingFacts:
    known_bodies(case.year, filing.proposers)
    letters = dict.fromkeys(body for (body,) in _LETTERS.rows(year=case.year))
    return FilingFacts(
        case,
        letters_of=tuple(body for body in letters if body in filing.proposers),
        is_known=entry_of(case.year, filing.key) is not None,
    )


@facts_for.register
def _(filing: ReportNone, case: Case, calendar: Calendar) -> FilingFacts:
    known_bodies(case.year, [filing.body])
    standing = Concept.objects.filter(
        cycle_id=case.year,
        proposers__body=filing.body,
        withdrawal=None,
        **{"return": None},
    ).order_by("entry")
    return FilingFacts(case, standing=tuple(standing.values_list("key", flat=True)))


@facts_for.register(SupplementConcept)
@facts_for.register(WithdrawConcept)
@facts_for.register(ReturnLate)
def _(
    filing: SupplementConcept | WithdrawConcept | ReturnLate,
    case: Case,
    calendar: Calendar,
) -> ConceptFacts:
    concept, plan, _entry = concept_of(case, calendar, filing.key)
    return ConceptFacts(case, concept, plan)

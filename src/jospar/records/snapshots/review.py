"""Snapshots for the acts of review."""

from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.review.facts import Conclude, Notify, ReviewFacts

from .concepts import concept_of
from .dispatch import facts_for


@facts_for.register(Conclude)
@facts_for.register(Notify)
def _(filing: Conclude | Notify, case: Case, calendar: Calendar) -> ReviewFacts:
    concept, _plan, _entry = concept_of(case, calendar, filing.key)
    return ReviewFacts(case, concept)

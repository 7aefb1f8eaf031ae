"""Snapshots for the acts on dossiers, from the first paper to the request."""

from jospar.records.models import Concept as ConceptRecord
from jospar.records.models import Dossier as DossierRecord
from jospar.records.models import Proposer
from jospar.rules.amendment.facts import (
    BringConcept,
    BringGrounds,
    ConcludeDossier,
    DossierFacts,
    RequestInstruction,
)
from jospar.rules.amendment.nouns import Dossier
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.nouns import Conclusion, PlanKind, Text

from .concepts import entry_of, known_bodies
from .dispatch import NotInRecordError, facts_for
from .plans import plan_id, plan_of

AMENDED = PlanKind.CURRENT
"""The plan that a dossier asks to change ("amendments.grounds")."""


@facts_for.register
def _(filing: BringGrounds, case: Case, calendar: Calendar) -> DossierFacts:
    known_bodies(case.year, [filing.body])
    return _brought(case, filing.key)


@facts_for.register
def _(filing: BringConcept, case: Case, calendar: Calendar) -> DossierFacts:
    known_bodies(case.year, filing.proposers)
    return _brought(case, filing.key)


@facts_for.register(ConcludeDossier)
@facts_for.register(RequestInstruction)
def _(
    filing: ConcludeDossier | RequestInstruction, case: Case, calendar: Calendar
) -> DossierFacts:
    plan = plan_of(case.ruleset, case.year, AMENDED)
    dossier = dossier_of(case.year, filing.key)
    if dossier is None:
        raise NotInRecordError("dossier", filing.key, "key")
    return DossierFacts(case, plan, dossier)


def dossier_of(year: int, key: str) -> Dossier | None:
    """Return the dossier of the cycle, if it has one of this key; two queries."""
    found = (
        DossierRecord.objects.filter(plan_id=plan_id(year, AMENDED), key=key)
        .select_related("concept")
        .first()
    )
    return None if found is None else _dossier(found)


def amending_entry(year: int, kind: PlanKind, key: str) -> int | None:
    """Return the number of a concept that amends the plan; one query."""
    found = ConceptRecord.objects.filter(amends_id=plan_id(year, kind), key=key)
    return found.values_list("entry", flat=True).first()


def _brought(case: Case, key: str) -> DossierFacts:
    plan = plan_of(case.ruleset, case.year, AMENDED)
    dossier = dossier_of(case.year, key)
    taken = (
        entry_of(case.year, key) is not None
        or amending_entry(case.year, AMENDED.other, key) is not None
        or (dossier is None and amending_entry(case.year, AMENDED, key) is not None)
    )
    return DossierFacts(case, plan, dossier or Dossier(key), taken)


def _dossier(found: DossierRecord) -> Dossier:
    conclusion = None
    if found.concluded_on is not None:
        conclusion = Conclusion(bool(found.expedient), found.concluded_on)
    proposers = Proposer.objects.filter(concept__dossier=found)
    bodies = proposers.order_by("position").values_list("body", flat=True)
    return Dossier(
        key=found.key,
        bodies=tuple(dict.fromkeys((found.body, *bodies))),
        grounds=Text(found.grounds_kk, found.grounds_ru),
        grounds_on=found.grounds_on,
        concept_on=found.concept_on,
        concept_whole=found.concept is not None
        and found.concept.complete_on is not None,
        brought_by=tuple(by for by in (found.grounds_by, found.concept_by) if by),
        conclusion=conclusion,
        requested_on=found.requested_on,
    )

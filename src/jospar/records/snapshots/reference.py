"""Snapshots for the acts on reference data."""

from jospar.records.listed_treaties import listed_as
from jospar.records.models import (
    CalendarEdition,
    Cycle,
    JournalEntry,
    ListedBody,
    Proposer,
    Row,
    Succession,
)
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.nouns import PlanStage
from jospar.rules.reference.facts import (
    Appoint,
    Explain,
    ExplainFacts,
    ListBody,
    ListFacts,
    ListTreaty,
    OpenCycle,
    OrderBodies,
    ReferenceFacts,
    SetCalendar,
    SucceedBody,
    SuccessionFacts,
    TreatyFacts,
)

from .concepts import known_bodies
from .dispatch import NotInRecordError, facts_for
from .successions import in_the_end


@facts_for.register
def _(filing: OpenCycle, case: Case, calendar: Calendar) -> ReferenceFacts:
    return ReferenceFacts(case, Cycle.objects.filter(year=filing.year).exists())


@facts_for.register(ListBody)
@facts_for.register(OrderBodies)
def _(filing: object, case: Case, calendar: Calendar) -> ListFacts:
    if not Cycle.objects.filter(year=case.year).exists():
        raise NotInRecordError("cycle", str(case.year))
    bodies = ListedBody.objects.filter(cycle_id=case.year)
    codes = tuple(bodies.values_list("code", flat=True))
    rows = Row.objects.filter(plan__cycle_id=case.year, fixed__isnull=False)
    rows = rows.exclude(plan__stage=PlanStage.DRAFT)
    proposers = Proposer.objects.filter(concept__in=rows.values("concept_id"))
    fixed = set(proposers.values_list("body", flat=True))
    return ListFacts(case, codes, tuple(code for code in codes if code in fixed))


@facts_for.register
def _(filing: SetCalendar, case: Case, calendar: Calendar) -> ReferenceFacts:
    editions = CalendarEdition.objects.filter(edition=filing.edition)
    return ReferenceFacts(case, editions.exists())


@facts_for.register
def _(filing: ListTreaty, case: Case, calendar: Calendar) -> TreatyFacts:
    days = set(listed_as(filing.title).values_list("signed_on", flat=True))
    is_entered = filing.signed_on in days if filing.signed_on else bool(days)
    return TreatyFacts(case, is_entered, lacks_day=None in days)


@facts_for.register
def _(filing: Appoint, case: Case, calendar: Calendar) -> ReferenceFacts:
    return ReferenceFacts(case)


@facts_for.register
def _(filing: Explain, case: Case, calendar: Calendar) -> ExplainFacts:
    if not Cycle.objects.filter(year=case.year).exists():
        raise NotInRecordError("cycle", str(case.year))
    if filing.subject is None:
        return ExplainFacts(case)
    entries = JournalEntry.objects.filter(number=filing.subject, year=case.year)
    return ExplainFacts(case, entries.exists())


@facts_for.register
def _(filing: SucceedBody, case: Case, calendar: Calendar) -> SuccessionFacts:
    known_bodies(case.year, [filing.body])
    if not ListedBody.objects.filter(code=filing.successor).exists():
        raise NotInRecordError("body", filing.successor, "successor")
    known = dict(Succession.objects.values_list("body", "successor"))
    before = Succession.objects.filter(body=filing.body).first()
    return SuccessionFacts(
        case=case,
        body=filing.body,
        answers_in_the_end=in_the_end(filing.successor, known),
        succeeded_by=before.successor if before else None,
        since=before.on if before else None,
    )

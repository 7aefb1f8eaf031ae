"""Snapshots for the acts of the outbox."""

from jospar.records.models import Reminder
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.nouns import PaperKind, PlanKind, PlanStage
from jospar.rules.outbox.facts import ApprovePaper, SendReminder, WaitingFacts

from .agreement import sent_to
from .concepts import concept_of, known_bodies
from .dispatch import NotInRecordError, facts_for
from .papers import approved_on
from .plans import plan_of
from .revision_sendings import sending_of


@facts_for.register
def _(filing: ApprovePaper, case: Case, calendar: Calendar) -> WaitingFacts:
    match PaperKind(filing.paper):
        case PaperKind.RETURN_LETTER:
            return _return_letter(filing.subject, case, calendar)
        case PaperKind.CONCLUSION_NOTICE:
            return _notice(filing.subject, case, calendar)
        case PaperKind.DISPATCH_LETTER:
            return _dispatch(filing.subject, case)
        case PaperKind.REVISION_LETTER:
            return _revision(filing.subject, case)
        case PaperKind.REMINDER:
            return _reminder(filing.subject, case)


@facts_for.register
def _(filing: SendReminder, case: Case, calendar: Calendar) -> WaitingFacts:
    return _reminder(filing.body, case)


def _return_letter(key: str, case: Case, calendar: Calendar) -> WaitingFacts:
    concept, _plan, _entry = concept_of(case, calendar, key)
    goes_back = not concept.in_time and not concept.withdrawn_by(case.on)
    since = concept.received_on if goes_back else None
    return WaitingFacts(case, since, concept.returned_on)


def _notice(key: str, case: Case, calendar: Calendar) -> WaitingFacts:
    concept, _plan, _entry = concept_of(case, calendar, key)
    since = concept.conclusion.given_on if concept.conclusion else None
    return WaitingFacts(case, since, concept.notified_on)


def _dispatch(subject: str, case: Case) -> WaitingFacts:
    kind, _slash, recipient = subject.partition("/")
    if kind not in set(PlanKind):
        raise NotInRecordError("paper", subject, "subject")
    plan = plan_of(case.ruleset, case.year, PlanKind(kind))
    sent = sent_to(case, plan.kind, recipient)
    since = plan.stage_on if plan.stage is PlanStage.AGREED else None
    return WaitingFacts(case, since, sent.on if sent else None)


def _revision(subject: str, case: Case) -> WaitingFacts:
    match subject.split("/"):
        case [kind, number, recipient] if kind in set(PlanKind) and number.isdecimal():
            sent = sending_of(case, PlanKind(kind), int(number), recipient)
            return WaitingFacts(case, sent.made_on, sent.sent_on)
    raise NotInRecordError("paper", subject, "subject")


def _reminder(body: str, case: Case) -> WaitingFacts:
    known_bodies(case.year, [body])
    last = (
        Reminder.objects.filter(cycle_id=case.year, body=body).order_by("entry").last()
    )
    if last is None:
        return WaitingFacts(case)
    approved = approved_on(case.year, PaperKind.REMINDER, body, after=last.entry)
    return WaitingFacts(case, last.on, last.sent_on, approved)

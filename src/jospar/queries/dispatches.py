"""The letters that go with agreed plans, before they are sent and after."""

from dataclasses import dataclass
from functools import partial

from jospar.documents.papers import DispatchLetter
from jospar.records.models import Distribution, Plan, Reply, Revision, Sending
from jospar.records.snapshots.papers import dispatch_subject
from jospar.records.snapshots.plans import plan_id, rows_kept
from jospar.rules.core.nouns import PaperKind, PlanKind, PlanStage
from jospar.rules.core.ruleset import Ruleset

from .form_titles import empty_form, form_title
from .letter_sources import KnownLetter, LetterSources
from .plan_letters import PlanLetter, plan_letter
from .plans import recipients_needed


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreed plan: the President's reply, the revision that he agreed, its rows."""

    kind: PlanKind
    reply: Reply
    revision: Revision
    rows: int


@dataclass(frozen=True, slots=True)
class Dispatches:
    """What was sent of agreed plans, and to whom they are to be sent yet."""

    agreed: dict[PlanKind, Agreed]
    sent: list[Distribution]
    due: list[tuple[PlanKind, str]]


def dispatches(ruleset: Ruleset, year: int) -> Dispatches:
    """Read the dispatches; five queries, and one for each agreed plan.

    A letter names the revision that the President agreed: the one sent to him last.
    """
    of_cycle = {"plan__cycle_id": year}
    sent = list(Distribution.objects.filter(**of_cycle).order_by("entry"))
    plans = Plan.objects.filter(
        cycle_id=year, stage=PlanStage.AGREED.value, cycle__brought_in=False
    )
    kinds = set(plans.values_list("kind", flat=True))
    agreements = Reply.objects.filter(**of_cycle, outcome="agreed").order_by("entry")
    replies = {reply.plan_id: reply for reply in agreements}
    sendings = Sending.objects.filter(**of_cycle, to="president").order_by("entry")
    last = dict(sendings.values_list("plan_id", "revision"))
    revisions = {
        revision.plan_id: revision
        for revision in Revision.objects.filter(**of_cycle)
        if revision.number == last.get(revision.plan_id)
    }
    agreed = {}
    for kind in filter(kinds.__contains__, PlanKind):
        revision = revisions[plan_id(year, kind)]
        rows = len(rows_kept(revision.content))
        agreed[kind] = Agreed(kind, replies[plan_id(year, kind)], revision, rows)
    done = {(row.plan_id, row.recipient) for row in sent}
    due = [
        (kind, recipient)
        for kind in agreed
        for recipient in recipients_needed(ruleset, year, kind)
        if (plan_id(year, kind), recipient) not in done
    ]
    return Dispatches(agreed, sent, due)


def dispatch_letters(found: Dispatches, sources: LetterSources) -> list[KnownLetter]:
    """Return the letters, those that were sent in their order before the others."""
    kinds = {plan_id(sources.year, kind): kind for kind in PlanKind}
    made = [
        _letter(found.agreed[kinds[row.plan_id]], row.recipient, sources, row)
        for row in found.sent
    ]
    made += [
        _letter(found.agreed[kind], recipient, sources) for kind, recipient in found.due
    ]
    return made


def _letter(
    agreed: Agreed,
    recipient: str,
    sources: LetterSources,
    sent: Distribution | None = None,
) -> KnownLetter:
    make = partial(
        DispatchLetter,
        plan=form_title(empty_form(sources.ruleset, sources.year, agreed.kind)),
        revision=agreed.revision.number,
        fingerprint=agreed.revision.fingerprint,
        rows=agreed.rows,
        reply_number=agreed.reply.number,
        reply_day=agreed.reply.on,
    )
    subject = dispatch_subject(agreed.kind, recipient)
    kind = PaperKind.DISPATCH_LETTER
    letter = PlanLetter(kind, agreed.kind, subject, recipient, sent)
    return plan_letter(letter, sources, make)

"""The letters that go with revisions that amended agreed plans."""

from collections import Counter
from dataclasses import dataclass, field
from functools import partial

from jospar.documents.papers import RevisionLetter
from jospar.records.models import Amendment, Revision, RevisionSending, RowChange
from jospar.records.snapshots.papers import revision_subject
from jospar.records.snapshots.plans import plan_id, rows_kept
from jospar.rules.amendment.nouns import ChangeOutcome, Route
from jospar.rules.core.nouns import PaperKind, PlanKind, Text
from jospar.rules.core.ruleset import Ruleset

from .form_titles import empty_form, form_title
from .ground_phrases import ground_phrase
from .letter_sources import KnownLetter, LetterSources
from .plan_letters import PlanLetter, plan_letter
from .plans import recipients_needed


@dataclass(frozen=True, slots=True)
class SentRevision:
    """A revision that amended a plan: what was sent of it, and to whom it is yet to be.

    ``ground`` is as documents say it; ``counts`` says how many rows came, changed and
    left.
    """

    kind: PlanKind
    amendment: Amendment
    revision: Revision
    ground: Text
    counts: Counter[str]
    sent: list[RevisionSending] = field(default_factory=list)
    due: list[str] = field(default_factory=list)


def sent_revisions_of(ruleset: Ruleset, year: int) -> list[SentRevision]:
    """Read what there is to send of amended plans.

    Only the last revision of a plan waits: who has it needs none of those before. One
    query where no plan was amended; four and some for each revision where one was.
    """
    of_cycle = {"plan__cycle_id": year}
    amendments = list(
        Amendment.objects.filter(**of_cycle).order_by("plan_id", "revision")
    )
    if not amendments:
        return []
    sent: dict[tuple[str, int], list[RevisionSending]] = {}
    for row in RevisionSending.objects.filter(**of_cycle).order_by("entry"):
        sent.setdefault((row.plan_id, row.revision), []).append(row)
    counts: dict[tuple[str, int], Counter[str]] = {}
    for plan, number, outcome in RowChange.objects.filter(
        **of_cycle, revision__isnull=False
    ).values_list("plan_id", "revision", "outcome"):
        counts.setdefault((plan, number or 0), Counter())[outcome] += 1
    kinds = {plan_id(year, kind): kind for kind in PlanKind}
    last = {one.plan_id: one.revision for one in amendments}
    kept = {
        (one.plan_id, one.number): one for one in Revision.objects.filter(**of_cycle)
    }
    found = []
    for one in amendments:
        key, kind = (one.plan_id, one.revision), kinds[one.plan_id]
        reached = {row.recipient for row in sent.get(key, ())}
        waits = one.revision == last[one.plan_id]
        needed = recipients_needed(ruleset, year, kind) if waits else []
        found.append(
            SentRevision(
                kind=kind,
                amendment=one,
                revision=kept[key],
                ground=ground_phrase(year, Route(one.route), one.ground),
                counts=counts.get(key, Counter()),
                sent=sent.get(key, []),
                due=[code for code in needed if code not in reached],
            )
        )
    return found


def revision_letters(
    found: list[SentRevision], sources: LetterSources
) -> list[KnownLetter]:
    """Return the letters, those that were sent in their order before the others."""
    of_all = ((row, one) for one in found for row in one.sent)
    sent = sorted(of_all, key=lambda pair: pair[0].entry)
    made = [_letter(one, row.recipient, sources, row) for row, one in sent]
    return [*made, *(_letter(one, to, sources) for one in found for to in one.due)]


def _letter(
    one: SentRevision,
    recipient: str,
    sources: LetterSources,
    sent: RevisionSending | None = None,
) -> KnownLetter:
    number = one.revision.number
    make = partial(
        RevisionLetter,
        plan=form_title(empty_form(sources.ruleset, sources.year, one.kind)),
        revision=number,
        fingerprint=one.revision.fingerprint,
        rows=len(rows_kept(one.revision.content)),
        ground=one.ground,
        since=one.amendment.effective_on,
        added=one.counts[ChangeOutcome.ADD.value],
        changed=one.counts[ChangeOutcome.CHANGE.value],
        removed=one.counts[ChangeOutcome.REMOVE.value],
    )
    letter = PlanLetter(
        kind=PaperKind.REVISION_LETTER,
        plan=one.kind,
        subject=revision_subject(one.kind, number, recipient),
        recipient=recipient,
        sent=sent,
        revision=f"-revision-{number}",
    )
    return plan_letter(letter, sources, make)

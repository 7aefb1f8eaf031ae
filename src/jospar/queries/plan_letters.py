"""A letter that goes with a plan or its revision, sent or still waiting."""

from collections.abc import Callable
from dataclasses import dataclass

from jospar.documents.papers import Letter
from jospar.records.models import Distribution, RevisionSending
from jospar.rules.core.nouns import PaperKind, PlanKind, Text

from .form_titles import empty_form
from .letter_sources import KnownLetter, LetterSources


@dataclass(frozen=True, slots=True)
class PlanLetter:
    """Which letter it is: with which plan, to whom, and what was sent, if it was.

    ``revision`` stands in the name of its file.
    """

    kind: PaperKind
    plan: PlanKind
    subject: str
    recipient: str
    sent: Distribution | RevisionSending | None
    revision: str = ""


def plan_letter(
    letter: PlanLetter, sources: LetterSources, make: Callable[..., Letter]
) -> KnownLetter:
    """Return the letter; ``make`` takes what every letter of this kind has."""
    sent, plan = letter.sent, letter.plan
    before = sent.entry if sent else None
    approval = sources.approvals.of(letter.kind, [letter.subject], before=before)
    rows = [key for key, one in sources.marked.items() if one.plan is plan]
    # Who signs the letter with the agreed plan signs that with its revision.
    signed_as = PaperKind.DISPATCH_LETTER
    paper = make(
        number=sent.document if sent else "",
        day=sent.on if sent else None,
        means=sent.means if sent else "",
        **sources.head(signed_as, letter.recipient, Text(), approval, rows),
    )
    form = empty_form(sources.ruleset, sources.year, plan)
    return KnownLetter(
        kind=letter.kind,
        name=f"dispatch-{form.name}{letter.revision}-{letter.recipient}",
        subjects=(letter.subject,),
        recipient=letter.recipient,
        paper=paper,
        approval=approval,
        sent_on=sent.on if sent else None,
        plan=plan,
    )

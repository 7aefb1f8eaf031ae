"""When a paper was approved, as the acts that send it have to know."""

from datetime import date

from jospar.records.models import PaperApproval
from jospar.records.prepared import Prepared
from jospar.rules.core.nouns import PaperKind, PlanKind

_APPROVALS = Prepared(
    lambda year, paper, subject, after: (
        PaperApproval.objects.filter(
            cycle_id=year, paper=paper, subject=subject, entry__gt=after
        )
        .order_by("entry")
        .values_list("on")
    ),
    year=0,
    paper="paper",
    subject="subject",
    after=1,
)


def approved_on(
    year: int, paper: PaperKind, subject: str, after: int = 0
) -> date | None:
    """Return the day of the last approval of a paper, if there is one; one query.

    Approvals up to the entry ``after`` are those of an earlier paper.
    """
    rows = _APPROVALS.rows(year=year, paper=paper.value, subject=subject, after=after)
    return rows[-1][0] if rows else None


def dispatch_subject(plan: PlanKind, recipient: str) -> str:
    """Return by what the letter with a plan to a recipient is known in the outbox."""
    return f"{plan.value}/{recipient}"


def revision_subject(plan: PlanKind, revision: int, recipient: str) -> str:
    """Return the same of the letter with a revision that amended the plan."""
    return f"{plan.value}/{revision}/{recipient}"

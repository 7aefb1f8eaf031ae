"""How a row of an agreed plan reads now, before an amendment words it anew."""

from jospar.records.fields import WORDING, wording_from, wording_kept
from jospar.records.models import Concept, Row
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.nouns import PlanKind, PlanStage, Wording


def row_wording(year: int, kind: PlanKind, key: str) -> Wording | None:
    """Return the row's wording, or that of a concept that would enter the plan.

    None where the plan is not agreed, or there is neither; two queries at most.
    """
    plan = plan_id(year, kind)
    rows = Row.objects.filter(
        plan_id=plan, plan__stage=PlanStage.AGREED.value, concept__key=key
    )
    fixed = rows.filter(fixed__isnull=False).values_list("fixed", flat=True).first()
    if fixed is not None:
        return wording_kept(fixed)
    offered = Concept.objects.filter(amends_id=plan, key=key).values(*WORDING).first()
    return wording_from(offered) if offered else None

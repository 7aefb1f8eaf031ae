"""A row of an agreed plan, as amendments and its carrying out look at it."""

from jospar.records.fields import wording_kept
from jospar.records.models import Row
from jospar.records.prepared import Prepared
from jospar.rules.core.act import Case
from jospar.rules.core.nouns import AgreedRow, PlanKind, PlanStage, ProgressStage

from .concepts import proposers_of
from .dispatch import NotInRecordError
from .plans import plan_id, plan_of

_ROW = Prepared(
    lambda plan, key: Row.objects.filter(
        plan_id=plan, concept__key=key, fixed__isnull=False
    ).values_list(
        "concept_id", "fixed", "removed_on", "progress", "concept__signing__on"
    ),
    plan="plan",
    key="key",
)


def agreed_row(case: Case, kind: PlanKind, key: str) -> tuple[AgreedRow, int]:
    """Return the row of the agreed plan, removed or not, and its concept's number.

    Raises:
        NotInRecordError: when the cycle is not open, or its agreed plan has no such
            row; a plan that is not agreed has none.
    """
    plan = plan_of(case.ruleset, case.year, kind)
    rows = _ROW.rows(plan=plan_id(case.year, kind), key=key)
    if not rows or plan.stage is not PlanStage.AGREED:
        raise NotInRecordError("row", key, "key")
    concept, fixed, removed_on, progress, signed_on = rows[0]
    row = AgreedRow(
        key=key,
        proposers=proposers_of(concept),
        wording=wording_kept(fixed),
        plan=plan,
        removed_on=removed_on,
        signed_on=signed_on,
        stage=ProgressStage(progress),
    )
    return row, concept

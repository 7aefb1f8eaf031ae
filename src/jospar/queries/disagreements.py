"""The table of disagreements of a plan: remarks of members, and the answers."""

from dataclasses import dataclass
from datetime import date

from jospar.documents.disagreements import Disagreement, DisagreementTable
from jospar.records.models import Concept, Remark, Revision
from jospar.records.snapshots.plans import RowKept, plan_id, rows_kept
from jospar.rules.commission.facts import Settled
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.ruleset import Ruleset

from .form_titles import empty_form, form_title
from .official_use import marked_concepts


@dataclass(frozen=True, slots=True)
class DisagreementLine:
    """A member's remark on a plan, what it is on, and what became of it.

    ``point`` is the key of a concept and ``concept`` the number of its entry; they
    are empty and None for the whole plan. ``row`` is the number of its row in the
    ``revision`` that lay before the Commission, None where it had none.
    """

    entry: int
    revision: int
    point: str
    concept: int | None
    row: int | None
    title: Text
    member: str
    on: date
    document: str
    remark: Text
    answered_on: date | None
    answer: Text
    settled: Settled | None


def disagreement_lines(year: int, kind: PlanKind) -> list[DisagreementLine]:
    """Return the lines of a plan's table; three queries.

    Remarks on the whole plan stand first, then those on rows in the order of the
    rows, then those on concepts that had no row.
    """
    plan = plan_id(year, kind)
    remarks = list(Remark.objects.filter(plan_id=plan))
    numbers = {remark.revision for remark in remarks}
    revisions = Revision.objects.filter(plan_id=plan, number__in=numbers)
    rows = {
        number: rows_kept(content)
        for number, content in revisions.values_list("number", "content")
    }
    points = {remark.point for remark in remarks}
    concepts = {
        concept.key: concept
        for concept in Concept.objects.filter(cycle_id=year, key__in=points)
    }
    lines = [
        _line(
            remark, rows[remark.revision].get(remark.point), concepts.get(remark.point)
        )
        for remark in remarks
    ]
    return sorted(lines, key=_order)


def disagreement_table(
    ruleset: Ruleset, year: int, kind: PlanKind, day: date
) -> DisagreementTable:
    """Return a plan's table as it stands, made on ``day``; four queries."""
    found, marked = disagreement_lines(year, kind), marked_concepts(year)
    return DisagreementTable(
        official_use=any(line.point in marked for line in found),
        day=day,
        plan=form_title(empty_form(ruleset, year, kind)),
        lines=tuple(
            Disagreement(
                revision=line.revision,
                row=line.row,
                concept=line.point,
                title=line.title,
                member=line.member,
                remark=line.remark,
                answer=line.answer,
                settled=line.settled,
            )
            for line in found
        ),
    )


def _line(
    remark: Remark, row: RowKept | None, concept: Concept | None
) -> DisagreementLine:
    title = Text(concept.title_kk, concept.title_ru) if concept else Text()
    return DisagreementLine(
        entry=remark.entry,
        revision=remark.revision,
        point=remark.point,
        concept=concept.entry if concept else None,
        row=row.number if row else None,
        title=row.title if row else title,
        member=remark.member,
        on=remark.on,
        document=remark.document,
        remark=Text(remark.remark_kk, remark.remark_ru),
        answered_on=remark.answered_on,
        answer=Text(remark.answer_kk, remark.answer_ru),
        settled=Settled(remark.settled) if remark.settled else None,
    )


def _order(line: DisagreementLine) -> tuple[bool, bool, int, int]:
    return (bool(line.point), line.row is None, line.row or 0, line.entry)

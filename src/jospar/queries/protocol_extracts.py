"""What the Commission decided on the rows of each body."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from jospar.documents.protocol_extract import ExtractLine, ProtocolExtract
from jospar.records.models import Decision, JournalEntry, Proposer
from jospar.records.snapshots.plans import RowKept, bodies_of, rows_kept
from jospar.rules.commission.decide_row import decide_row
from jospar.rules.commission.facts import DecideRow, Outcome, RowOutcome
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.ruleset import Ruleset

from .commission import revision_decided_on
from .form_titles import empty_form, form_title
from .official_use import marked_concepts

_TERM = 3
"""Which cell of a row has its term."""


class _Filing(msgspec.Struct):
    value: DecideRow


@dataclass(frozen=True, slots=True)
class Extracts:
    """A decision on a plan, with the extract for each body that has a row in it."""

    kind: PlanKind
    papers: Mapping[str, ProtocolExtract]
    bodies: Mapping[str, Body]


def protocol_extracts(ruleset: Ruleset, year: int, decision: int) -> Extracts | None:
    """Return the extracts of the decision of that entry; six queries.

    None where there is no such decision in the cycle. Bodies stand in the order of
    the rows; those that propose a treaty together have it each.
    """
    found = (
        Decision.objects.filter(entry=decision, plan__cycle_id=year)
        .select_related("plan")
        .first()
    )
    revision = revision_decided_on(found.plan_id, decision) if found else None
    if found is None or revision is None:
        return None
    kind = PlanKind(found.plan.kind)
    bodies, filings = bodies_of(year), _filings(year, kind, found)
    approved = found.outcome == Outcome.APPROVED
    rows = rows_kept(revision.content)
    proposers, marked = _proposers(year, list(rows)), marked_concepts(year)
    lines: dict[str, list[ExtractLine]] = {}
    for key, row in rows.items():
        for body in proposers[key]:
            lines.setdefault(body, []).append(_line(row, filings.get(key), approved))
    papers = {
        body: ProtocolExtract(
            official_use=any(line.concept in marked for line in of_body),
            number=found.number,
            day=found.on,
            plan=form_title(empty_form(ruleset, year, kind)),
            revision=revision.number,
            outcome=Outcome(found.outcome),
            present=found.present,
            body=bodies[body].name,
            lines=tuple(of_body),
        )
        for body, of_body in lines.items()
    }
    return Extracts(kind, papers, bodies)


def _filings(year: int, kind: PlanKind, decision: Decision) -> dict[str, DecideRow]:
    """Return what was decided on rows as a part of the decision, by their keys."""
    texts = JournalEntry.objects.filter(
        year=year, act=decide_row.code, number__gt=decision.entry
    ).values_list("filing", flat=True)
    filings = [msgspec.json.decode(text, type=_Filing).value for text in texts]
    return {
        filing.key: filing
        for filing in filings
        if filing.decision == decision.number and filing.plan is kind
    }


def _proposers(year: int, keys: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {key: [] for key in keys}
    for key, body in (
        Proposer.objects.filter(concept__cycle_id=year, concept__key__in=keys)
        .order_by("position")
        .values_list("concept__key", "body")
    ):
        found[key].append(body)
    return found


def _line(row: RowKept, filing: DecideRow | None, approved: bool) -> ExtractLine:
    line = ExtractLine(
        row=row.number,
        concept=row.concept,
        title=row.title,
        term=Text(row.cells["kk"][_TERM], row.cells["ru"][_TERM]),
        outcome=RowOutcome.KEEP if approved else None,
    )
    if filing is None:
        return line
    changes = filing.changes
    return replace(
        line,
        outcome=filing.outcome,
        remark=filing.remark,
        new_title=Text(changes.title_kk, changes.title_ru),
        new_level=changes.level,
        new_from=changes.conclude_from,
        new_to=changes.conclude_to,
        new_note=Text(changes.note_kk, changes.note_ru),
        procedure_from=changes.procedure_from,
        procedure_to=changes.procedure_to,
    )

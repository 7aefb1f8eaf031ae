"""A kept revision as documents print it: word for word what was sent."""

import msgspec

from jospar.procedure.journal import is_rehearsal
from jospar.records.models import Revision, Sending
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.forms import (
    FormGroup,
    FormRow,
    PlanEdition,
    PlanForm,
    years_phrase,
)
from jospar.rules.core.nouns import Level, PlanKind, PlanStage, Text
from jospar.rules.core.offices import Actor
from jospar.rules.core.ruleset import Ruleset

from .ground_phrases import amended_phrase
from .in_force import agreement_of, amendments_of
from .official_use import marked_concepts, marked_in
from .visible_plans import revisions_seen_by


class _Row(msgspec.Struct):
    number: int
    concept: str
    body: str
    cells: dict[str, tuple[str, ...]]


class _Group(msgspec.Struct):
    level: Level
    heading: dict[str, str]
    rows: list[_Row]


class _Content(msgspec.Struct):
    plan: PlanKind
    years: tuple[int, ...]
    ruleset: str
    groups: list[_Group]


def edition_kept(
    ruleset: Ruleset, year: int, revision: Revision, stage: PlanStage
) -> PlanEdition:
    """Return the revision as it lay at ``stage``, with the marks of that stage.

    What is for official use now is marked in what was sent before, too; one query, and
    three at most for the ground of an agreed one.
    """
    kept = msgspec.json.decode(revision.content, type=_Content)
    headings = ruleset.headings
    form = PlanForm(
        kind=kept.plan,
        years=kept.years,
        ruleset=kept.ruleset,
        title={
            language: title.format(years=years_phrase(kept.years))
            for language, title in headings.titles[kept.plan].items()
        },
        columns=headings.columns,
        groups=tuple(
            FormGroup(
                group.level,
                group.heading,
                tuple(
                    FormRow(row.number, row.concept, row.body, row.cells)
                    for row in group.rows
                ),
            )
            for group in kept.groups
        ),
    )
    return PlanEdition(
        form=form,
        stage=stage,
        revision=revision.number,
        fingerprint=revision.fingerprint,
        rehearsal=is_rehearsal(),
        marked=marked_in(form, marked_concepts(year)),
        amended=amended_phrase(year, revision.plan_id, revision.number)
        if stage is PlanStage.AGREED
        else Text(),
    )


def amended_editions(ruleset: Ruleset, year: int, kind: PlanKind) -> list[PlanEdition]:
    """Return the agreed revision of an amended plan, and those that amended it.

    None where it was not amended. They are marked as the plan in force is, and stand
    in their order; three queries, and one for each.
    """
    amended = [one.revision for one in amendments_of(year, kind)]
    agreed = agreement_of(year, kind)
    if agreed is None or not amended:
        return []
    kept = Revision.objects.filter(
        plan_id=plan_id(year, kind), number__in=[agreed.revision, *amended]
    )
    return [
        edition_kept(ruleset, year, one, PlanStage.AGREED)
        for one in kept.order_by("number")
    ]


def edition_seen_by(
    actor: Actor, ruleset: Ruleset, year: int, kind: PlanKind, number: int
) -> PlanEdition | None:
    """Return a revision that the actor sees, marked by how far it came.

    None where there is none of that number, or the actor does not see it; ten
    queries at most.
    """
    revision = revisions_seen_by(actor, year, kind).filter(number=number).first()
    if revision is None:
        return None
    agreed = agreement_of(year, kind)
    amended = {one.revision for one in amendments_of(year, kind)}
    if number in amended or (agreed is not None and agreed.revision == number):
        return edition_kept(ruleset, year, revision, PlanStage.AGREED)
    sent = Sending.objects.filter(plan_id=plan_id(year, kind), revision=number)
    far = sent.filter(to="president").exists()
    stage = PlanStage.BEFORE_PRESIDENT if far else PlanStage.BEFORE_COMMISSION
    return edition_kept(ruleset, year, revision, stage)

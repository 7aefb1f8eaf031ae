"""The revisions of a plan, and any two editions of it to be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jospar.records.models import Row, Sending
from jospar.records.snapshots.plans import (
    GroupKept,
    content_of,
    form_of,
    groups_kept,
    plan_id,
)
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import Actor
from jospar.rules.core.ruleset import Ruleset

from .in_force import Agreement, AmendedRevision, amendments_of
from .plan_comparison import Comparison, compare
from .visible_plans import revisions_seen_by

NOW = "draft"
"""How an address calls the plan as it stands, whether it was sent or not."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A revision was sent: to the Commission or the President, when, as which paper."""

    to: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """A revision that the reader sees, where it was sent, and what made it the plan."""

    entry: int
    number: int
    on: date
    fingerprint: str
    sent: tuple[Sent, ...]
    agreed: Agreement | None
    amended: AmendedRevision | None


def revision_lines(
    actor: Actor, year: int, kind: PlanKind, agreement: Agreement | None
) -> list[RevisionLine]:
    """Return the revisions that the actor sees, the last first; eight queries at most.

    To whom a revision was sent is no secret from who sees it.
    """
    sendings: dict[int, list[Sent]] = {}
    for number, to, sent_on, document in (
        Sending.objects.filter(plan_id=plan_id(year, kind))
        .order_by("entry")
        .values_list("revision", "to", "on", "document")
    ):
        sendings.setdefault(number, []).append(Sent(to, sent_on, document))
    amended = {one.revision: one for one in amendments_of(year, kind)}
    rows = revisions_seen_by(actor, year, kind).order_by("-number")
    return [
        RevisionLine(
            entry=entry,
            number=number,
            on=on,
            fingerprint=fingerprint,
            sent=tuple(sendings.get(number, ())),
            agreed=agreement if agreement and agreement.revision == number else None,
            amended=amended.get(number),
        )
        for entry, number, on, fingerprint in rows.values_list(
            "entry", "number", "on", "fingerprint"
        )
    ]


def editions_named(
    actor: Actor,
    ruleset: Ruleset,
    year: int,
    kind: PlanKind,
    stage: PlanStage,
    names: Sequence[str],
) -> list[list[GroupKept]] | None:
    """Return the editions of those names: numbers of revisions, or ``NOW``.

    None where one of them is not there, or the actor may not see it as a revision.
    """
    numbers = {int(name) for name in names if name.isascii() and name.isdecimal()}
    found = {
        str(number): groups_kept(content)
        for number, content in revisions_seen_by(actor, year, kind)
        .filter(number__in=numbers)
        .values_list("number", "content")
    }
    if NOW in names:
        found[NOW] = groups_kept(content_of(form_of(ruleset, year, kind, stage)))
    return [found[name] for name in names] if found.keys() >= set(names) else None


def compared(
    editions: Sequence[list[GroupKept]], year: int, kind: PlanKind, language: str
) -> Comparison:
    """Return what changed between two editions of a plan; one query."""
    old, new = editions
    moved = Row.objects.filter(plan_id=plan_id(year, kind.other))
    keys = frozenset(moved.values_list("concept__key", flat=True))
    return compare(old, new, language, keys)

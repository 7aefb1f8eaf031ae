"""One dossier as its page shows it: its two papers, its way, and what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jospar.procedure.days import calendar_of
from jospar.records.fields import WORDING, wording_from
from jospar.records.models import Amendment, Dossier, Instruction
from jospar.records.snapshots.dossiers import AMENDED
from jospar.records.snapshots.plans import bodies_of, plan_id
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.deadlines import Deadline
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import Entry, Text, Wording
from jospar.rules.core.offices import Actor, Sight, sees
from jospar.rules.core.ruleset import Ruleset

from .amendment_grounds import GroundLine, grounds
from .concept_page import ConclusionShown, Happened, happened_in
from .days_left import day_to_meet, working_days_left
from .deadline_lines import DeadlineLine, line_of
from .dossiers import DossierStanding, dossiers_seen_by, standings_of
from .journal_page import entries_on
from .plans import DeadlineMet
from .row_changes import ChangeLine, change_lines

ON_DOSSIERS = frozenset(
    {
        "amendment.bring_grounds",
        "amendment.bring_concept",
        "amendment.conclude",
        "amendment.request",
    }
)
"""Acts on a dossier, which whoever sees it sees too."""
_ON_ROWS = frozenset({"amendment.amend_row", "amendment.drop_change"})
"""Acts on its row before the revision is made; who sees drafts sees them."""


@dataclass(frozen=True, slots=True)
class ConceptSaid:
    """The concept of a dossier as it was brought last."""

    wording: Wording
    entry_kind: Entry
    counterparties: tuple[str, ...]
    document: str


@dataclass(frozen=True, slots=True)
class DossierClock:
    """The Ministry's deadline; ``working_days`` are left until the day to be met."""

    line: DeadlineLine
    working_days: int | None


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything that the page of a dossier shows.

    ``clock`` is there once both papers came. ``answers`` are the instructions that
    answer it, the last of them decides; ``change`` is its row on its way into the plan.
    """

    standing: DossierStanding
    bodies: tuple[Body, ...]
    grounds: Text
    grounds_document: str
    concept: ConceptSaid | None
    clock: DossierClock | None
    conclusion: ConclusionShown | None
    request_document: str
    answers: tuple[GroundLine, ...]
    change: ChangeLine | None
    happened: tuple[Happened, ...]


def dossier_page(
    actor: Actor, ruleset: Ruleset, year: int, entry: int, today: date
) -> DossierPage | None:
    """Return the page of the dossier, or None where the actor sees none.

    The number of queries is the same for every dossier that is as far.
    """
    chosen = dossiers_seen_by(actor, year).filter(entry=entry)
    found = chosen.select_related("concept").first()
    if found is None:
        return None
    standing = standings_of(chosen, ruleset, year)[0]
    names = bodies_of(year)
    answers = tuple(one for one in grounds(year) if found.key in one.dossiers)
    drafts = sees(actor.office, Sight.DRAFT_PLANS)
    change = _change(year, found)
    seen = drafts or (change is not None and change.revision is not None)
    return DossierPage(
        standing=standing,
        bodies=tuple(names[code] for code in standing.bodies),
        grounds=Text(found.grounds_kk, found.grounds_ru),
        grounds_document=found.grounds_document,
        concept=_concept(found),
        clock=clocks_of(ruleset, [standing], today).get(entry),
        conclusion=_conclusion(found),
        request_document=found.request_document,
        answers=answers,
        change=change if seen else None,
        happened=tuple(happened_in(_entries(year, found, change, drafts=drafts))),
    )


def clocks_of(
    ruleset: Ruleset, standings: Iterable[DossierStanding], today: date
) -> dict[int, DossierClock]:
    """Return the Ministry's deadlines as tables show them, by the dossiers' entries.

    Those that lack a paper have none; a year in which papers came asks once.
    """
    running = [(one, one.deadline) for one in standings if one.deadline]
    years = {deadline.start.year for _one, deadline in running}
    calendars = {year: calendar_of(year) for year in years}
    return {
        one.entry: _clock(ruleset, one, deadline, calendars[deadline.start.year], today)
        for one, deadline in running
    }


def _clock(
    ruleset: Ruleset,
    standing: DossierStanding,
    deadline: Deadline,
    calendar: Calendar,
    today: date,
) -> DossierClock:
    by = day_to_meet(deadline.due, deadline.late_after, today)
    met = DeadlineMet(deadline, None, standing.concluded_on)
    return DossierClock(
        line=line_of(ruleset, calendar, met, today),
        working_days=working_days_left(calendar, today, by),
    )


def _concept(found: Dossier) -> ConceptSaid | None:
    concept = found.concept
    if concept is None:
        return None
    return ConceptSaid(
        wording=wording_from({name: getattr(concept, name) for name in WORDING}),
        entry_kind=Entry(concept.entry_kind),
        counterparties=tuple(concept.counterparties),
        document=concept.document,
    )


def _conclusion(found: Dossier) -> ConclusionShown | None:
    if found.concluded_on is None:
        return None
    return ConclusionShown(
        expedient=bool(found.expedient),
        on=found.concluded_on,
        number=found.number,
        reasons=Text(found.reasons_kk, found.reasons_ru),
        signed_by=found.signed_by,
        sent_on=None,
        document="",
    )


def _change(year: int, found: Dossier) -> ChangeLine | None:
    """Return what puts the dossier's treaty into the plan; one query."""
    lines = (
        line
        for line in change_lines(year)
        if line.concept == found.concept_id and line.plan is AMENDED
    )
    return next(lines, None)


def _entries(
    year: int, found: Dossier, change: ChangeLine | None, *, drafts: bool
) -> Iterable[int]:
    """Return the numbers of the acts on the dossier; three queries at most."""
    acts = ON_DOSSIERS | _ON_ROWS if drafts else ON_DOSSIERS
    numbers = set(entries_on(year, acts, found.key).values_list("number", flat=True))
    numbers |= {
        entry
        for entry, keys in Instruction.objects.filter(cycle_id=year).values_list(
            "entry", "dossiers"
        )
        if found.key in keys
    }
    if change is not None and change.revision is not None:
        made = Amendment.objects.filter(
            plan_id=plan_id(year, AMENDED), revision=change.revision
        )
        numbers |= set(made.values_list("entry", flat=True))
    return numbers

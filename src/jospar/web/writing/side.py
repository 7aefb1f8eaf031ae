"""What stands beside a draft that is written: what it lacks, and where it leads."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jospar.procedure.days import calendar_of
from jospar.queries.cycle import intake_deadline
from jospar.queries.look_alikes import LookAlike, look_alikes
from jospar.queries.sentences import sentence
from jospar.rules.core.act import Objection
from jospar.rules.core.deadlines import Deadline
from jospar.rules.core.horizon import cycle_years, plan_years, plans_for
from jospar.rules.core.nouns import Level, PlanKind, Procedure, Term
from jospar.rules.core.offices import OF_ONE_BODY
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.signing import WayToSigning, way_to_signing
from jospar.rules.intake.submit_concept import submit_concept
from jospar.web.acts.form import Said, said_of
from jospar.web.models import Draft
from jospar.web.visitor import Seat

from .cells import part_of, term_of
from .comparing import Difference, LastHand, differences, last_hands
from .filing import Examined, examine
from .merging import texts_of

_MENDED = frozenset(part.code for part in submit_concept.cautions if part.mend)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the draft is filed, and how long the deadline is away.

    ``days`` are those left, 0 on the last day, negative when it is late; ``skipped``
    the days off between the two days of the deadline.
    """

    filed: int | None
    deadline: Deadline
    days: int
    skipped: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class Leads:
    """Which plan the term leads to, and what precedes the signing.

    ``plans`` is empty where the term points to none, and has both where it straddles;
    ``ratified_by`` is the last day of the domestic procedures.
    """

    term: Term
    plans: tuple[tuple[PlanKind, tuple[int, ...]], ...]
    way: WayToSigning | None
    ratified_by: date | None


@dataclass(frozen=True, slots=True)
class Side:
    """Everything beside a draft, in the reader's language."""

    standing: Standing
    examined: Examined
    refusals: tuple[Said, ...]
    cautions: tuple[Said, ...]
    differences: tuple[Difference, ...]
    last_hands: tuple[LastHand, ...]
    leads: Leads | None
    alike: tuple[LookAlike, ...]


def side_of(draft: Draft, seat: Seat, language: str, filed: int | None) -> Side:
    """Return what stands beside the draft; the number of queries is fixed."""
    examined = examine(draft, seat)
    texts = texts_of(draft.fields)
    title_kk, title_ru = texts.get("title_kk", ""), texts.get("title_ru", "")

    def said(objections: tuple[Objection, ...]) -> tuple[Said, ...]:
        return tuple(_said(one, seat, language) for one in objections)

    return Side(
        standing=standing_of(seat, language, filed),
        examined=examined,
        refusals=said(examined.refusals),
        cautions=said(examined.cautions),
        differences=differences(texts),
        last_hands=last_hands(draft.fields),
        leads=leads_of(texts, seat.ruleset, seat.year),
        alike=tuple(
            look_alikes(title_kk, title_ru, seat.actor, besides=filed or 0)
            if title_kk or title_ru
            else ()
        ),
    )


def _said(objection: Objection, seat: Seat, language: str) -> Said:
    """Return what the objection says where one writes.

    The cure of what a body has to mend is told to the Ministry: “ask the body”.
    """
    said = said_of(objection, seat.ruleset, language)
    text = said.text
    if seat.actor.office in OF_ONE_BODY and objection.code in _MENDED:
        text = sentence(objection, language, cure=False)
    return replace(said, text=text, field=part_of(said.field))


def standing_of(seat: Seat, language: str, filed: int | None) -> Standing:
    """Return how a draft of the seat's cycle stands on the visitor's day."""
    deadline = intake_deadline(seat.ruleset, seat.year)
    calendar, today = calendar_of(seat.year), seat.visitor.today
    return Standing(
        filed=filed,
        deadline=deadline,
        days=(deadline.late_after - today) // timedelta(days=1),
        skipped=tuple(
            (day, calendar.reason_text(reason, language))
            for day, reason in deadline.skipped
        ),
    )


def leads_of(texts: Mapping[str, str], ruleset: Ruleset, year: int) -> Leads | None:
    """Return where the term leads; None until both of its days are known."""
    first, last = term_of(texts, "conclude")
    if first is None or last is None or last < first:
        return None
    term, level = Term(first, last), texts.get("level", "")
    found = plans_for(ruleset, year, term)
    procedure = texts.get("procedure", "")
    return Leads(
        term=term,
        plans=tuple(
            (kind, plan_years(ruleset, kind, year))
            for kind in PlanKind
            if kind in found
        ),
        way=(
            way_to_signing(term, Level(level), cycle_years(ruleset, year)[0])
            if level in set(Level)
            else None
        ),
        ratified_by=(
            term_of(texts, "procedure")[1]
            if procedure not in {"", Procedure.NONE.value}
            else None
        ),
    )

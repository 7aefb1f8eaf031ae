"""The start page of a cycle: its deadlines, its two plans, who answered, what came."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from jospar.procedure.journal import is_rehearsal
from jospar.records.rulesets import ruleset_of
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Repeal, Ruleset

from .cycle import (
    Answer,
    BodyAnswer,
    ConceptOutcome,
    ConceptStage,
    body_answers,
    concept_outcomes,
)
from .deadline_lines import DeadlineLine, deadline_lines
from .plan_screen import PlanScreen, plan_screen
from .years import cycle_years


@dataclass(frozen=True, slots=True)
class ConceptFigures:
    """How many concepts are in the record, and what became of them.

    ``stages`` names every stage, in the order of the procedure; ``late`` and
    ``incomplete`` ones are counted among them too.
    """

    total: int
    stages: tuple[tuple[ConceptStage, int], ...]
    late: int
    incomplete: int


@dataclass(frozen=True, slots=True)
class StartScreen:
    """What the start page of a cycle shows.

    ``years`` are those of all cycles, the latest first. ``repeal`` is given where
    ``today`` lies after the repeal of the cycle's Rules. ``answers`` names for each
    way of answering the bodies that answered so, in the official order.
    """

    year: int
    years: tuple[int, ...]
    today: date
    ruleset: Ruleset
    repeal: Repeal | None
    rehearsal: bool
    deadlines: tuple[DeadlineLine, ...]
    plans: tuple[PlanScreen, ...]
    answers: tuple[tuple[Answer, tuple[Body, ...]], ...]
    concepts: ConceptFigures


def start_screen(year: int, today: date) -> StartScreen | None:
    """Return the start page of the cycle as of ``today``, or None where it is not open.

    The number of queries is the same for one row and for thousands.
    """
    ruleset = ruleset_of(year)
    if ruleset is None:
        return None
    concepts = concept_outcomes(ruleset, year)
    answers = body_answers(ruleset, year, concepts)
    repeal = ruleset.repeal
    return StartScreen(
        year=year,
        years=tuple(cycle_years()),
        today=today,
        ruleset=ruleset,
        repeal=repeal if repeal and today >= repeal.not_before else None,
        rehearsal=is_rehearsal(),
        deadlines=deadline_lines(ruleset, year, concepts, answers, today),
        plans=tuple(plan_screen(ruleset, year, kind) for kind in PlanKind),
        answers=_answers(year, answers),
        concepts=_figures(concepts),
    )


def _answers(
    year: int, answers: list[BodyAnswer]
) -> tuple[tuple[Answer, tuple[Body, ...]], ...]:
    """Return who answered how, of those who had to and those who did all the same."""
    bodies = bodies_of(year)
    shown = [body for body in answers if body.must_answer or body.first_on is not None]
    return tuple(
        (answer, tuple(bodies[body.code] for body in shown if body.answer is answer))
        for answer in Answer
    )


_STAGES = (
    ConceptStage.RECEIVED,
    ConceptStage.PLACED,
    ConceptStage.NOT_EXPEDIENT,
    ConceptStage.EXCLUDED,
    ConceptStage.RETURNED,
    ConceptStage.WITHDRAWN,
)


def _figures(concepts: list[ConceptOutcome]) -> ConceptFigures:
    counts = Counter(concept.stage for concept in concepts)
    return ConceptFigures(
        total=len(concepts),
        stages=tuple((stage, counts[stage]) for stage in _STAGES),
        late=sum(not concept.in_time for concept in concepts),
        incomplete=sum(not concept.complete for concept in concepts),
    )

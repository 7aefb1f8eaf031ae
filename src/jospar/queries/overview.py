"""A cycle at a glance: its two plans, who answered, what came."""

from collections import Counter
from dataclasses import dataclass

from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset

from .cycle import Answer, ConceptStage
from .cycle_record import CycleRecord
from .plan_screen import PlanScreen, plan_screen


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
class Overview:
    """The plans of a cycle, its answers and its concepts.

    ``answers`` names for each way of answering the bodies that answered so, in the
    official order.
    """

    plans: tuple[PlanScreen, ...]
    answers: tuple[tuple[Answer, tuple[Body, ...]], ...]
    concepts: ConceptFigures


def overview(ruleset: Ruleset, record: CycleRecord) -> Overview:
    """Return the cycle at a glance; fifteen queries for each plan at most."""
    return Overview(
        plans=tuple(plan_screen(ruleset, record.year, kind) for kind in PlanKind),
        answers=_answers(record),
        concepts=_figures(record),
    )


def _answers(record: CycleRecord) -> tuple[tuple[Answer, tuple[Body, ...]], ...]:
    """Return who answered how, of those who had to and those who did all the same."""
    answers = record.answers
    shown = [body for body in answers if body.must_answer or body.first_on is not None]
    return tuple(
        (
            answer,
            tuple(record.bodies[body.code] for body in shown if body.answer is answer),
        )
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


def _figures(record: CycleRecord) -> ConceptFigures:
    concepts = [concept.outcome for concept in record.concepts]
    counts = Counter(concept.stage for concept in concepts)
    return ConceptFigures(
        total=len(concepts),
        stages=tuple((stage, counts[stage]) for stage in _STAGES),
        late=sum(not concept.in_time for concept in concepts),
        incomplete=sum(not concept.complete for concept in concepts),
    )

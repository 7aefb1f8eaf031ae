"""The Rules themselves, provision by provision, each with its figure on a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from jospar.rules.core.forms import Body
from jospar.rules.core.provisions import Provision, Source
from jospar.rules.core.ruleset import Repeal, Ruleset
from jospar.rules.registry import ACTS

from . import (
    amendment_figures,
    carrying_figures,
    deadline_figures,
    plan_figures,
    work_figures,
)
from .alternatives import Alternatives, alternatives
from .carried_rows import carried_rows, plans_of
from .cycle_record import CycleRecord, Explained, cycle_record
from .deadline_lines import DeadlineLine
from .figures import Figure, FigureKind, Light

Count = Callable[[Ruleset, CycleRecord], tuple[Figure, ...]]

COUNTS: Mapping[str, Count] = MappingProxyType(
    {
        "plans.kinds": work_figures.plans_made,
        "plans.years": work_figures.rows_in_years,
        "plans.forms": plan_figures.editions,
        "plans.basis": work_figures.rows_with_concepts,
        "concepts.deadline": deadline_figures.answered,
        "concepts.term": work_figures.terms_in_years,
        "concepts.languages": work_figures.complete,
        "concepts.late": work_figures.late_returned,
        "proposals.none": work_figures.letters_of_none,
        "conclusions.deadline": deadline_figures.concluded,
        "conclusions.expediency": work_figures.expedient,
        "conclusions.notice": work_figures.notified,
        "placement.term": work_figures.placed,
        "agreements.considered": work_figures.considered,
        "commission.deadline": deadline_figures.sent_to_commission,
        "commission.decision": plan_figures.approved,
        "president.deadline": deadline_figures.sent_to_president,
        "president.agreement": plan_figures.agreed,
        "distribution.deadline": deadline_figures.sent_out,
        "distribution.recipients": plan_figures.recipients,
        "distribution.acknowledgement": plan_figures.acknowledged,
        "amendments.instruction": amendment_figures.instructed,
        "amendments.grounds": amendment_figures.brought,
        "amendments.conclusion": amendment_figures.concluded,
        "amendments.decision": amendment_figures.decided,
        "amendments.revision": amendment_figures.amended,
        "signing.early": carrying_figures.put_forward,
        "names.change": carrying_figures.renamed,
        "control.general": carrying_figures.carried_out,
        "record.explanation": work_figures.explained,
    }
)
"""What is counted under a provision; under the others, the acts that stand on it."""


@dataclass(frozen=True, slots=True)
class LivingProvision:
    """A provision with its figures: none where nothing carries it out yet.

    ``alternatives`` say what would differ if its open words were read otherwise;
    ``explanations`` why something under it was late.
    """

    provision: Provision
    acts: tuple[str, ...]
    figures: tuple[Figure, ...]
    alternatives: tuple[Alternatives, ...]
    explanations: tuple[Explained, ...]

    @property
    def light(self) -> Light:
        """The worst of the figures' lights; practice is never shown as a breach."""
        if self.provision.source is Source.PRACTICE:
            return Light.BLANK
        order = (Light.RED, Light.AMBER, Light.GREEN)
        lights = {figure.light for figure in self.figures}
        return next((light for light in order if light in lights), Light.BLANK)


@dataclass(frozen=True, slots=True)
class LivingRules:
    """What the page of the Rules shows of a cycle on a day.

    ``repeal`` is given where ``today`` lies after it. ``bodies`` are those of the
    cycle and ``concepts`` the entries of its concepts, by codes and keys;
    ``deadlines`` make the year line.
    """

    year: int
    today: date
    ruleset: Ruleset
    repeal: Repeal | None
    bodies: Mapping[str, Body]
    concepts: Mapping[str, int]
    deadlines: tuple[DeadlineLine, ...]
    provisions: tuple[LivingProvision, ...]

    def of(self, source: Source) -> tuple[LivingProvision, ...]:
        """Return the provisions of the law or of practice, in their order."""
        return tuple(
            line for line in self.provisions if line.provision.source is source
        )

    def find(self, code: str) -> LivingProvision | None:
        """Return the provision ``code``, or None where the Rules have none."""
        lines = (line for line in self.provisions if line.provision.code == code)
        return next(lines, None)


def living_rules(ruleset: Ruleset, year: int, today: date) -> LivingRules:
    """Return the Rules of the cycle with their figures on the day ``today``.

    The number of queries is the same for one concept and for thousands.
    """
    carried = carried_rows(today, plans_of(ruleset, year))
    record = replace(cycle_record(ruleset, year, today), carried=carried)
    read_otherwise = alternatives(ruleset, record)
    repeal = ruleset.repeal
    lines = [
        _line(ruleset, record, provision, read_otherwise)
        for provision in ruleset.provisions.values()
    ]
    return LivingRules(
        year=year,
        today=today,
        ruleset=ruleset,
        repeal=repeal if repeal and today >= repeal.not_before else None,
        bodies=record.bodies,
        concepts={concept.outcome.key: concept.entry for concept in record.concepts},
        deadlines=record.deadlines,
        provisions=tuple(
            sorted(lines, key=lambda line: line.provision.source is not Source.LAW)
        ),
    )


def _line(
    ruleset: Ruleset,
    record: CycleRecord,
    provision: Provision,
    read_otherwise: tuple[Alternatives, ...],
) -> LivingProvision:
    code = provision.code
    acts = tuple(act.code for act in ACTS if code in act.provisions)
    figures: tuple[Figure, ...] = ()
    if code in COUNTS:
        figures = COUNTS[code](ruleset, record)
    elif not provision.outside:
        figures = (_acts(record, acts),)
    return LivingProvision(
        provision=provision,
        acts=acts,
        figures=figures,
        alternatives=tuple(way for way in read_otherwise if way.provision == code),
        explanations=tuple(
            explained
            for explained in record.explanations
            if explained.provision == code
        ),
    )


def _acts(record: CycleRecord, acts: tuple[str, ...]) -> Figure:
    """Return how many acts of the cycle stand on a provision."""
    count = sum(record.acts.get(act, 0) for act in acts)
    light = Light.GREEN if count else Light.BLANK
    return Figure(FigureKind.ACTS, light, count=count)

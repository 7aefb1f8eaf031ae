"""A stage of a row is planned for a day."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .conditions import answers_for_row, plan_agreed, row_stands
from .effects import StagePlanned
from .facts import PlanProgress, RowFacts
from .stages import AFTER_SIGNING, BESIDE, WAY, has_reached


@check(
    "control.planned",
    _("No day is planned for “{stage}”."),
    _("Choose a stage that the treaty will reach on its way."),
)
def stage_of_the_way(facts: RowFacts, filing: PlanProgress) -> Iterator[Unmet]:
    """Days are planned for what is reached step by step."""
    if filing.stage not in WAY[1:]:
        yield unmet("stage", stage=filing.stage)


@check(
    "control.planned",
    _("The row has reached “{stage}” already."),
    _("Choose a stage that is still to come."),
)
def stage_is_to_come(facts: RowFacts, filing: PlanProgress) -> Iterator[Unmet]:
    """What was reached needs no planned day any more."""
    if filing.stage in WAY[1:] and has_reached(facts.stage, filing.stage):
        yield unmet("stage", stage=filing.stage)


@check(
    "control.planned",
    _("The planned day {planned_on} is before {on}."),
    _("Choose a day that is to come, or report what was reached."),
)
def day_is_to_come(facts: RowFacts, filing: PlanProgress) -> Iterator[Unmet]:
    """A plan is for the day itself or later."""
    if filing.planned_on < filing.on:
        yield unmet("planned_on", planned_on=filing.planned_on, on=filing.on)


@check(
    "control.planned",
    _("The row’s term ends on {last_day}, before {planned_on}."),
    _("Choose an earlier day, or have the plan amended."),
)
def planned_within_term(facts: RowFacts, filing: PlanProgress) -> Iterator[Unmet]:
    """What leads to the signing, and the signing, are planned within the term."""
    last_day = facts.row.wording.conclude.last_day
    if filing.stage not in (*AFTER_SIGNING, *BESIDE) and filing.planned_on > last_day:
        yield unmet("planned_on", last_day=last_day, planned_on=filing.planned_on)


@check(
    "control.planned",
    _("“{stage}” is planned for {planned_on}, out of the order of the stages."),
    _("Check the days of both stages."),
)
def planned_in_order(facts: RowFacts, filing: PlanProgress) -> Iterator[Unmet]:
    """Stages are planned in the order in which they are reached."""
    for stage, planned_on in facts.planned.items():
        if filing.stage not in WAY or has_reached(facts.stage, stage):
            continue
        place = WAY.index(stage) - WAY.index(filing.stage)
        if (place < 0 and planned_on > filing.planned_on) or (
            place > 0 and planned_on < filing.planned_on
        ):
            yield unmet("planned_on", stage=stage, planned_on=planned_on)


@act(
    "carrying_out.plan_stage",
    "control.planned",
    filing=PlanProgress,
    conditions=(plan_agreed, answers_for_row, row_stands),
    requirements=(stage_of_the_way, stage_is_to_come, day_is_to_come),
    cautions=(planned_within_term, planned_in_order),
)
def plan_stage(facts: RowFacts, filing: PlanProgress) -> tuple[StagePlanned, ...]:
    """The stage has its day; an earlier plan for it gives way."""
    return (
        StagePlanned(
            plan=filing.plan,
            key=filing.key,
            on=filing.on,
            stage=filing.stage,
            planned_on=filing.planned_on,
        ),
    )

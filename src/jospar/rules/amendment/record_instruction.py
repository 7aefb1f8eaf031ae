"""An instruction on the agreed plans is recorded, or that it was declined."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .conditions import number_of_its_own, some_plan_agreed
from .effects import InstructionRecorded
from .facts import GroundFacts, RecordInstruction


@check(
    "amendments.instruction",
    _("By {on} nobody had asked for an instruction on: {dossiers}."),
    _("Record the request first, or leave out what the instruction does not answer."),
)
def was_requested(facts: GroundFacts, filing: RecordInstruction) -> Iterator[Unmet]:
    """What an instruction answers was asked for."""
    if facts.unrequested:
        yield unmet("dossiers", on=facts.case.on, dossiers=facts.unrequested)


@act(
    "amendment.record_instruction",
    "amendments.instruction",
    filing=RecordInstruction,
    records=True,
    conditions=(some_plan_agreed,),
    requirements=(number_of_its_own,),
    cautions=(was_requested,),
)
def record_instruction(
    facts: GroundFacts, filing: RecordInstruction
) -> tuple[InstructionRecorded, ...]:
    """Given, it is a ground for the next revision, also where nobody asked for it."""
    return (
        InstructionRecorded(
            number=filing.number,
            on=filing.on,
            instructed_by=filing.instructed_by,
            outcome=filing.outcome,
            dossiers=filing.dossiers,
        ),
    )

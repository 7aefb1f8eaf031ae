"""A body asks for an instruction to change the current plan."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet

from .effects import InstructionRequested
from .facts import DossierFacts, RequestInstruction


@condition(
    "offices.table",
    _("Dossier {key} is not of the body “{body}”."),
    _("Only a body of the dossier may ask for the instruction."),
)
def own_dossier(facts: DossierFacts) -> Unmet | None:
    """An officer of a body asks in the name of that body."""
    actor = facts.case.actor
    if actor.acts_for(*facts.dossier.bodies):
        return None
    return unmet(key=facts.dossier.key, body=actor.body)


@condition(
    "amendments.instruction",
    _("The instruction on dossier {key} was asked for on {requested_on} already."),
    _("Wait for the instruction, or open another dossier."),
)
def not_requested(facts: DossierFacts) -> Unmet | None:
    """An instruction is asked for once."""
    dossier = facts.dossier
    if dossier.requested_on is None:
        return None
    return unmet(key=dossier.key, requested_on=dossier.requested_on)


@check(
    "amendments.conclusion",
    _("By {on} there is no conclusion on dossier {key} to attach."),
    _("Wait for the Ministry’s conclusion; the body attaches it to its request."),
    mend=True,
)
def has_conclusion(facts: DossierFacts, filing: RequestInstruction) -> Iterator[Unmet]:
    """A request has the Ministry's conclusion attached, favourable or not."""
    if not facts.dossier.concluded_by(facts.case.on):
        yield unmet("on", key=filing.key, on=facts.case.on)


@act(
    "amendment.request",
    "amendments.instruction",
    filing=RequestInstruction,
    records=True,
    conditions=(own_dossier, not_requested),
    cautions=(has_conclusion,),
)
def request(
    facts: DossierFacts, filing: RequestInstruction
) -> tuple[InstructionRequested, ...]:
    """The dossier lies before the Administration; the instruction decides."""
    return (
        InstructionRequested(
            plan=facts.plan.kind,
            key=filing.key,
            on=filing.on,
            document=filing.document,
        ),
    )

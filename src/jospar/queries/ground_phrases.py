"""On what revisions amended a plan, as documents say it."""

from jospar.documents.ground_words import decision_said, instruction_said
from jospar.records.models import AmendingDecision, Amendment, Consent, Instruction
from jospar.rules.amendment.nouns import GroundOutcome, InstructedBy, Route
from jospar.rules.core.nouns import Text


def ground_phrase(year: int, route: Route, number: str) -> Text:
    """Return the ground in words, with the consent if it was given; two queries."""
    if route is Route.INSTRUCTION:
        told = Instruction.objects.get(cycle_id=year, number=number)
        return instruction_said(InstructedBy(told.by), told.on, number)
    decided = AmendingDecision.objects.get(cycle_id=year, number=number)
    given = Consent.objects.filter(decision=decided, outcome=GroundOutcome.GIVEN.value)
    consent = given.order_by("entry").values_list("on", "number").first()
    return decision_said(decided.on, number, consent)


def amended_phrase(year: int, plan: str, revision: int) -> Text:
    """Return the ground of a revision, empty where it amended nothing; three queries.

    ``plan`` is the plan's key.
    """
    made = Amendment.objects.filter(plan_id=plan, revision=revision).first()
    return ground_phrase(year, Route(made.route), made.ground) if made else Text()

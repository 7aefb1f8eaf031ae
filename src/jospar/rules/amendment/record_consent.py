"""The Administration's reply to the Commission's decision is recorded."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet

from .effects import ConsentRecorded
from .facts import ConsentFacts, RecordConsent


@condition(
    "amendments.decision",
    _("The Administration consented to decision {decision} on {consented_on} already."),
    _("Nothing is left to do."),
)
def not_consented(facts: ConsentFacts) -> Unmet | None:
    """A decision is consented to once; what was declined may be consented to yet."""
    ground = facts.ground
    if ground.consented_on is None:
        return None
    return unmet(decision=ground.number, consented_on=ground.consented_on)


@act(
    "amendment.record_consent",
    "amendments.decision",
    filing=RecordConsent,
    records=True,
    conditions=(not_consented,),
)
def record_consent(
    facts: ConsentFacts, filing: RecordConsent
) -> tuple[ConsentRecorded, ...]:
    """Decision and consent together have effect, whichever of them came first."""
    return (
        ConsentRecorded(
            decision=filing.decision,
            number=filing.number,
            on=filing.on,
            outcome=filing.outcome,
        ),
    )

"""The Ministry sends a revision that amended a plan to a recipient."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet
from jospar.rules.core.conditions import approved_here

from .effects import RevisionSent
from .facts import SendOut, SendOutFacts


@condition(
    "amendments.sending",
    _("The revision was made on {made_on}, after {on}."),
    _("Correct the day."),
)
def follows_making(facts: SendOutFacts) -> Unmet | None:
    """What is sent was made."""
    if facts.made_on <= facts.case.on:
        return None
    return unmet(made_on=facts.made_on, on=facts.case.on)


@condition(
    "amendments.sending",
    _("The revision was sent to this recipient on {sent_on} already."),
    _("Nothing is left to do."),
)
def not_sent_out(facts: SendOutFacts) -> Unmet | None:
    """A revision is sent to a recipient once."""
    return None if facts.sent_on is None else unmet(sent_on=facts.sent_on)


@act(
    "amendment.send_out",
    "amendments.sending",
    filing=SendOut,
    conditions=(follows_making, not_sent_out),
    cautions=(approved_here,),
)
def send_out(facts: SendOutFacts, filing: SendOut) -> tuple[RevisionSent, ...]:
    """The recipient has been sent the plan as it reads now."""
    return (
        RevisionSent(
            plan=filing.plan,
            revision=filing.revision,
            recipient=filing.recipient,
            on=filing.on,
            document=filing.document,
            means=filing.means,
        ),
    )

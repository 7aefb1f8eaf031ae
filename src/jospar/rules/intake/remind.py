"""The Ministry reminds a body that has not answered."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.conditions import text_in_both_languages

from .effects import BodyReminded
from .facts import Remind, RemindFacts


@condition(
    "proposals.reminder",
    _("The reminder of {waiting_since} to this body has not been sent yet."),
    _("Send that reminder first."),
)
def no_reminder_waits(facts: RemindFacts) -> Unmet | None:
    """A body is reminded anew once the last reminder has left."""
    if facts.waiting_since is None:
        return None
    return unmet(waiting_since=facts.waiting_since)


@check(
    "proposals.reminder",
    _("The body “{body}” answered on {answered_on}."),
    _("Look at its answer before you remind it."),
)
def not_answered(facts: RemindFacts, filing: Remind) -> Iterator[Unmet]:
    """Only a body that has not answered is reminded."""
    if facts.answered_on is not None and facts.answered_on <= filing.on:
        yield unmet("body", body=filing.body, answered_on=facts.answered_on)


@act(
    "intake.remind",
    "proposals.reminder",
    filing=Remind,
    conditions=(no_reminder_waits,),
    requirements=(text_in_both_languages,),
    cautions=(not_answered,),
)
def remind(facts: RemindFacts, filing: Remind) -> tuple[BodyReminded, ...]:
    """A reminder to the body waits in the outbox."""
    return (BodyReminded(body=filing.body, on=filing.on, text=filing.text),)

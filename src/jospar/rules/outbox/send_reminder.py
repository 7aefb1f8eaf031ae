"""The Ministry sends the reminder that waits for a body."""

from jospar.rules.core.act import act
from jospar.rules.core.conditions import approved_here

from .conditions import not_sent, waits
from .effects import ReminderSent
from .facts import SendReminder, WaitingFacts


@act(
    "outbox.send_reminder",
    "proposals.reminder",
    filing=SendReminder,
    conditions=(waits, not_sent),
    cautions=(approved_here,),
)
def send_reminder(
    facts: WaitingFacts, filing: SendReminder
) -> tuple[ReminderSent, ...]:
    """The body has been reminded."""
    return (ReminderSent(body=filing.body, on=filing.on, document=filing.document),)

"""Who may act: by an office, or by a link that opens one act."""

from datetime import date

from jospar.accounts.appointments import holds_office
from jospar.accounts.receipt_links import AS_AGREED, acts_by_link
from jospar.rules.agreement.facts import Acknowledge
from jospar.rules.amendment.facts import AcknowledgeRevision
from jospar.rules.core.offices import Actor


def may_act(actor: Actor, filing: object, year: int, today: date) -> bool:
    """Tell whether the actor holds the office, or a link that opens this very act."""
    match filing:
        case Acknowledge(plan=plan):
            by_link = acts_by_link(actor, year, plan, AS_AGREED, today)
        case AcknowledgeRevision(plan=plan, revision=revision):
            by_link = acts_by_link(actor, year, plan, revision, today)
        case _:
            by_link = False
    return by_link or holds_office(actor, today)

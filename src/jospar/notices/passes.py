"""A pass: read the journal, remind, make the mails, send them."""

from dataclasses import dataclass

from jospar.procedure import reached
from jospar.procedure.clock import Clock
from jospar.records.models import Work

from .collect import collect
from .making import make_mails
from .models import Progress
from .remind import Drafts, no_drafts, remind
from .sending import Attempts, send_mails
from .staff import addressees
from .today import look


@dataclass(frozen=True, slots=True)
class PassReport:
    """What a pass did."""

    entries: int
    notices: int
    reminders: int
    mails: int
    attempts: Attempts


def run_pass(clock: Clock, drafts_of: Drafts = no_drafts) -> PassReport:
    """Do everything that is to be done now; any pass may be killed, or run twice."""
    today = look(clock)
    entries, notices = collect(today)
    reminders = remind(today, drafts_of)
    people = addressees()
    mails = make_mails(today, people)
    attempts = send_mails(clock, today, people)
    reached.note(Work.NOTICES, Progress.objects.get().entry)
    return PassReport(entries, notices, reminders, mails, attempts)

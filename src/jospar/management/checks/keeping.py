"""Whether the past is kept and proven, and whether somebody is at work."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from jospar.procedure import checkpoints as signed
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.last_backup import last_noted
from jospar.procedure.reached import reached
from jospar.queries.installation import BEAT, OLD
from jospar.records.models import Work
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.sentences import ToldError, _

from .finding import Finding, advice, wrong

_OTHERS = 0o077
"""What those other than the owner may do."""


def backups() -> Iterator[Finding]:
    """Find that no backup was made, or none for a week."""
    if not journal.last()[0]:
        return
    last = last_noted()
    why = _("What is in no backup is gone with the disk or the machine.")
    cure = _("Run “jospar backup PLACE” every night, and carry the file elsewhere.")
    if last is None:
        yield advice(_("No backup was made yet."), why, cure)
    elif Clock().now() - last.at > OLD:
        yield advice(
            _("The last backup was made on {day}, and reaches to entry {number}."),
            why,
            cure,
            day=day_in_astana(last.at),
            number=last.number,
        )


def checkpoint_key() -> Iterator[Finding]:
    """Find a key that others may read, or that is not where the settings say."""
    if not settings.CHECKPOINT_KEY:
        return
    path = Path(settings.CHECKPOINT_KEY)
    if not path.is_file():
        yield wrong(
            _("There is no key for checkpoints at “{path}”."),
            _("No checkpoint can be signed without it."),
            _("Bring it there, or make one with “jospar journal key”."),
            path=path,
        )
    elif path.stat().st_mode & _OTHERS:
        yield wrong(
            _("Others may read the key “{path}” that signs checkpoints."),
            _("Whoever has it can sign a past that was written anew."),
            _("Run “chmod 600” on it."),
            path=path,
        )


def checkpoints() -> Iterator[Finding]:
    """Find that no checkpoint was signed, or none for a week."""
    if not journal.last()[0]:
        return
    why = _("Whoever rules the database can write anew what no checkpoint holds.")
    cure = _("Run “jospar journal checkpoint” every day.")
    try:
        last = signed.latest(settings.CHECKPOINTS)
    except ToldError as error:
        yield wrong(
            error.message,
            why,
            _("Put the file back from where the journal is shipped to."),
            **error.values,
        )
        return
    if last is None:
        yield advice(_("No checkpoint of the journal was signed yet."), why, cure)
    elif Clock().now() - (at := datetime.fromisoformat(last.point.at)) > OLD:
        yield advice(
            _("The last checkpoint was signed on {day}, at entry {number}."),
            why,
            cure,
            day=day_in_astana(at),
            number=last.point.number,
        )


def verified() -> Iterator[Finding]:
    """Find that the journal was not proven, or not for a week."""
    if not journal.last()[0]:
        return
    last = reached().get(Work.COMPARED)
    why = _("What was changed or damaged past the acts is found only by proving.")
    cure = _("Run “jospar journal verify” every night.")
    if last is None:
        yield advice(_("The journal was not proven yet."), why, cure)
    elif Clock().now() - last.at > OLD:
        yield advice(
            _("The journal was proven last on {day}, up to entry {number}."),
            why,
            cure,
            day=day_in_astana(last.at),
            number=last.number,
        )


def worker() -> Iterator[Finding]:
    """Find that nobody makes passes of notices."""
    if not journal.last()[0]:
        return
    last = reached().get(Work.NOTICES)
    if last is None or Clock().now() - last.at > BEAT:
        yield advice(
            _("Notices and mails do not go out: the last pass was {passed}."),
            _("People are not told what is new, and what is due."),
            _("Start “jospar serve” or “jospar notices --every 5”."),
            passed=f"{last.at:%Y-%m-%d %H:%M} UTC" if last else "–",
        )

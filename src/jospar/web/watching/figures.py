"""Figures in the form of Prometheus.

What is asked of the database is the same whichever process answers; what is counted is
of this process since its start. No figure goes by a person, a body or an address.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.metadata import version

from django.db import Error
from prometheus_client import (
    CollectorRegistry,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from jospar.accounts.security_log import EVENTS
from jospar.notices.queue import MailQueue, mail_queue
from jospar.procedure.acts_log import ACTS, REFUSALS
from jospar.procedure.rehearsal import clock_now
from jospar.queries.installation import Installation, installation
from jospar.queries.papers_waiting import PapersWaiting, papers_waiting
from jospar.rules.core.sentences import ToldError

from .requests import REQUESTS, SECONDS


def figures() -> bytes:
    """Return every figure now.

    Nine queries, one more on PostgreSQL, and those of two outboxes.
    """
    return generate_latest(_REGISTRY)


class _Asked(Collector):
    """What is asked of the database and the disk each time; nothing where it fails."""

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Yield the figures, the first of which says whether the database answers."""
        said = "The version at work."
        yield _labelled("jospar_info", said, "version", {version("jospar"): 1})
        try:
            found, mails, papers = installation(), mail_queue(), _papers()
        except Error:
            yield _figure("jospar_database_up", "Whether the database answers.", 0)
            return
        yield _figure("jospar_database_up", "Whether the database answers.", 1)
        yield from _of_installation(found)
        yield from _of_journal(found)
        yield from _of_mails(mails)
        if papers:
            yield from _of_papers(papers)


def _papers() -> PapersWaiting | None:
    """Return what waits in the outbox, or None where days cannot be counted."""
    try:
        return papers_waiting(clock_now().today())
    except ToldError:  # “jospar check” says what is wrong with the calendar
        return None


def _of_installation(found: Installation) -> Iterable[GaugeMetricFamily]:
    yield _figure("jospar_database_bytes", "Size of the database.", found.size)
    yield _figure("jospar_disk_free_bytes", "Left on JOSPAR_DATA.", found.free)
    if found.ahead is not None:
        seconds = found.ahead.total_seconds()
        name = "jospar_database_clock_ahead_seconds"
        yield _figure(name, "How far the clock of the database is ahead.", seconds)
    if found.known_years:
        name = "jospar_calendar_last_year"
        yield _figure(name, "Last year with its days off.", max(found.known_years))
    if found.backup:
        name = "jospar_backup_timestamp_seconds"
        yield _moment(name, "When the last backup was made.", found.backup.at)
        name = "jospar_backup_entry"
        yield _figure(name, "Up to which entry it reaches.", found.backup.number)


def _of_journal(found: Installation) -> Iterable[GaugeMetricFamily]:
    chain = found.journal
    yield _figure("jospar_journal_entries", "Entries of the journal.", chain.last)
    works = chain.works
    entries = {work.value: one.number for work, one in works.items()}
    moments = {work.value: one.at.timestamp() for work, one in works.items()}
    said = "Up to which entry a work has come."
    yield _labelled("jospar_work_entry", said, "work", entries)
    said = "When a work came so far."
    yield _labelled("jospar_work_timestamp_seconds", said, "work", moments)
    if chain.signed:
        number, moment = chain.signed
        yield _figure("jospar_signed_entry", "Entry of the last checkpoint.", number)
        name = "jospar_signed_timestamp_seconds"
        yield _moment(name, "When it was signed.", moment)


def _of_mails(mails: MailQueue) -> Iterable[GaugeMetricFamily]:
    counts = {
        "waiting": mails.waiting,
        "tried_again": mails.tried_again,
        "failed": mails.failed,
    }
    said = "Mails by how they stand; those tried again wait too."
    yield _labelled("jospar_mails", said, "state", counts)
    if mails.oldest:
        name = "jospar_mail_oldest_timestamp_seconds"
        yield _moment(name, "The oldest notice in a mail that waits.", mails.oldest)
    if mails.sent_at:
        name = "jospar_mail_sent_timestamp_seconds"
        yield _moment(name, "When a mail went out last.", mails.sent_at)


def _of_papers(papers: PapersWaiting) -> Iterable[GaugeMetricFamily]:
    counts = {kind.value: count for kind, count in papers.kinds.items()}
    said = "Papers that wait in the outbox."
    yield _labelled("jospar_outbox_papers", said, "paper", counts)
    said = "Those of them whose day is over."
    yield _figure("jospar_outbox_overdue", said, papers.overdue)


def _figure(name: str, said: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, said, value=value)


def _moment(name: str, said: str, moment: datetime) -> GaugeMetricFamily:
    return _figure(name, said, moment.timestamp())


def _labelled(
    name: str, said: str, label: str, values: Mapping[str, float]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, said, labels=(label,))
    for key, value in values.items():
        family.add_metric((key,), value)
    return family


# When each count began nobody asks.
disable_created_metrics()  # type: ignore[no-untyped-call] # the package forgot it
_REGISTRY = CollectorRegistry()
for _collector in (ACTS, REFUSALS, EVENTS, REQUESTS, SECONDS, _Asked()):
    _REGISTRY.register(_collector)

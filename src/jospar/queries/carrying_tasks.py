"""What there is to do on rows of agreed plans: reports, and what is overdue."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from jospar.records.models import Signing
from jospar.rules.carrying_out.record_name import record_name
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Actor, Office

from .carried_rows import CarriedRow, carried_rows, quarter_of
from .carrying_out import Requested, overdue, report_requests
from .row_states import is_unreported

Records = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """The rows in force that an office has work with, as of ``day``.

    ``asked`` are the bodies that were asked for reports on them; ``signed_as`` has for
    who judges names what treaties were signed as, by the numbers of their concepts.
    """

    day: date
    rows: tuple[CarriedRow, ...] = ()
    asked: tuple[Requested, ...] = ()
    signed_as: Mapping[int, Text] = field(default_factory=dict)

    @property
    def unreported(self) -> tuple[CarriedRow, ...]:
        """The rows on which a report is missing in this quarter."""
        return tuple(row for row in self.rows if is_unreported(row, self.day))

    @property
    def asked_now(self) -> frozenset[str]:
        """The bodies that were asked for the report of this quarter."""
        now = (self.day.year, quarter_of(self.day))
        return frozenset(
            one.body for one in self.asked if (one.year, one.quarter) == now
        )


@dataclass(frozen=True, slots=True)
class FoundRows:
    """Rows, or bodies, that make a task, and the day if it is theirs."""

    records: Records
    by: date | None = None


Find = Callable[[Actor, Carried], Iterable[FoundRows]]


def carried_of(actor: Actor, day: date) -> Carried:
    """Return the rows that the actor reports on or controls.

    No query for other offices; for those, two while no plan is in force. Who judges
    names asks once more.
    """
    if actor.office is Office.BODY_OFFICER:
        rows = carried_rows(day, body=actor.body)
    elif actor.office is Office.CONTROLLER:
        rows = carried_rows(day)
    else:
        rows = ()
    if not rows:
        return Carried(day)
    judges = actor.office in record_name.by
    asked = report_requests(day, rows)
    return Carried(day, rows, asked, _signed_as(day, rows) if judges else {})


def _signed_as(day: date, rows: Iterable[CarriedRow]) -> dict[int, Text]:
    """Return under which names rows were signed by ``day``; one query."""
    signings = Signing.objects.filter(
        concept__in=[row.entry for row in rows], on__lte=day
    )
    columns = ("concept_id", "name_kk", "name_ru")
    return {number: Text(*name) for number, *name in signings.values_list(*columns)}


def to_report(actor: Actor, carried: Carried) -> Iterable[FoundRows]:
    """Yield the reports that the body was asked for, by their days."""
    for one in carried.asked:
        if one.body == actor.body and one.reported < one.rows:
            missing = (
                row
                for row in carried.rows
                if row.plan.year < one.year
                and (row.reported_on is None or row.reported_on < one.on)
            )
            yield FoundRows(_named(missing), by=one.answer_by)


def not_reported(actor: Actor, carried: Carried) -> Iterable[FoundRows]:
    """Yield the rows without a report this quarter, where nobody asked for one."""
    if actor.body not in carried.asked_now:
        yield FoundRows(_named(carried.unreported))


def rows_overdue(actor: Actor, carried: Carried) -> Iterable[FoundRows]:
    """Yield the rows that are overdue, since the first of their days."""
    late = [
        (row, found) for row in carried.rows if (found := overdue(row, carried.day))
    ]
    if late:
        since = min(one.due_on for _row, found in late for one in found)
        yield FoundRows(_named(row for row, _found in late), by=since)


def not_asked(actor: Actor, carried: Carried) -> Iterable[FoundRows]:
    """Yield the bodies that were not asked for the report of this quarter."""
    silent = dict.fromkeys(row.answering[0] for row in carried.unreported)
    asked = carried.asked_now
    yield FoundRows(tuple((0, body) for body in silent if body not in asked))


def names_unjudged(actor: Actor, carried: Carried) -> Iterable[FoundRows]:
    """Yield the rows that were signed under a name nobody has judged.

    It is neither the plan's nor the one that was recorded last.
    """
    yield FoundRows(
        _named(
            row
            for row in carried.rows
            if carried.signed_as.get(row.entry, row.wording.title)
            not in {row.wording.title, row.name}
        )
    )


def _named(rows: Iterable[CarriedRow]) -> Records:
    return tuple((row.entry, row.key) for row in rows)

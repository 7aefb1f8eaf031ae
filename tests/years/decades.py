"""What must hold of a simulated time: in the journal, in the records, on every day."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

from jospar.management.simulation.play import Play
from jospar.procedure import journal
from jospar.procedure.replay import check_records
from jospar.queries.in_force import in_force
from jospar.records.models import Revision
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import load
from tests.years.force import Force

RULES = load()


def check_force(play: Play, years_after: int) -> int:
    """Check both plans of each cycle, on every day of so many years from its first on.

    Returns:
        On how many of the days a plan was in force.
    """
    force = Force().over(journal.entries())
    assert force.walks.keys() == play.cycles.keys()
    found = 0
    for year in play.cycles:
        for kind in PlanKind:
            known = dict(
                Revision.objects.filter(plan_id=f"{year}.{kind}").values_list(
                    "number", "fingerprint"
                )
            )
            for day in _days(date(year, 1, 1), date(year + years_after, 12, 31)):
                expected = force.on(year, kind, day.isoformat())
                revision = in_force(RULES, year, kind, day).revision
                got = None if revision is None else known[revision]
                assert got == (expected and expected.fingerprint), (year, kind, day)
                found += got is not None
    _check_rows(force)
    return found


def check_record(play: Play) -> None:
    """Check that acts were refused as they should, and that the journal gives it all.

    The journal is folded into an empty database, and every field compared.
    """
    assert all(tally.attempted == tally.refused > 0 for tally in play.tallies.values())
    journal.verify(journal.entries())
    check_records()


def _check_rows(force: Force) -> None:
    """What was printed of each revision in force has those very rows."""
    for (year, kind), readings in force.readings.items():
        for reading in readings:
            # A plan that came back may be sent again as it was.
            revisions = Revision.objects.filter(
                plan_id=f"{year}.{kind}", fingerprint=reading.fingerprint
            )
            expected = {(key, *row[:2]) for key, row in reading.rows.items()}
            assert {frozenset(_printed(one)) for one in revisions} == {
                frozenset(expected)
            }


def _printed(revision: Revision) -> set[tuple[str, str, str]]:
    """Return the keys and titles of the rows that a revision prints."""
    groups = json.loads(revision.content)["groups"]
    return {
        (row["concept"], row["cells"]["kk"][2], row["cells"]["ru"][2])
        for group in groups
        for row in group["rows"]
    }


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)

"""The sources of the demonstration."""

from jospar.exchange.example_cycles import YEARS, example_acts, example_cycle
from jospar.exchange.later_sheets import AFTER_AGREEMENT
from jospar.exchange.workbook import read
from jospar.rules.core.offices import Office
from tests import example

OF_TABLES = (2023, 2025)
"""The cycles that have no workbook."""


def test_each_cycle_has_its_year_and_something_of_every_later_kind() -> None:
    """Every row of the tables can be read, and no column is unknown."""
    filled: set[str] = set()
    for year in YEARS:
        found = example_cycle(year)
        assert (found.year, found.ruleset) == (year, None)
        filled |= {name for name, rows in found.sheets.items() if rows}
        if year not in OF_TABLES:
            continue
        assert found.cautions == ()
        rows = [row for rows in found.sheets.values() for row in rows]
        assert [row for row in rows if row.faults] == []
    assert {sheet.name for sheet in AFTER_AGREEMENT} - filled == set()


def test_the_workbook_of_2024_stays_what_it_is() -> None:
    """What followed its agreement is read after it, and changes none of its rows."""
    alone, followed = read(example.WORKBOOK), example_cycle(2024)
    later = {sheet.name for sheet in AFTER_AGREEMENT}
    assert followed.sha256 == alone.sha256
    assert followed.cautions == alone.cautions
    for name, rows in alone.sheets.items():
        assert rows == (() if name in later else followed.sheets[name])


def test_acts_at_desks_stand_in_the_order_of_their_days() -> None:
    """Each is done by an office that may, for a body where it is of one."""
    acts = list(example_acts())
    assert [act.on for act in acts] == sorted(act.on for act in acts)
    assert len({act.act_id for act in acts}) == len(acts)
    assert {
        act.actor.person for act in acts if act.actor.office is Office.BODY_OFFICER
    } == {
        f"officer-{body}" for body in ("gp", "minfin", "mne", "mps", "mt", "mti", "mvd")
    }

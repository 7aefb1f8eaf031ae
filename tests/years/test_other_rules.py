"""Other Rules are another file: not a line of code knows which it is."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from jospar.documents.plan_json import plan_json
from tests.exchange.workbooks import TITLE_RU, concept, cycle, row
from tests.exchange.years import Ran, Year, body

RULESETS = Path(__file__).parents[1] / "data"
"""The directory of an administrator, with the ruleset ``test-2031``."""

BODIES = [body("mid"), body("mps"), body("mks", answers="no")]


def lawful(key: str, first: str, last: str, **changes: Any) -> dict[str, Any]:
    """Return a concept that came on 10 June 2031, to be concluded in a term."""
    return concept(
        key,
        **{
            "received_at": "2031-06-10",
            "conclude_from": first,
            "conclude_to": last,
            **changes,
        },
    )


CONCEPTS = [
    lawful("near", "2032-01-01", "2033-12-31"),
    lawful("straddling", "2033-07-01", "2034-06-30", body="mps"),
    lawful("far", "2034-01-01", "2037-12-31", joint="mks"),
    lawful("too-far", "2037-12-31", "2038-01-01", body="mks"),
    lawful("sent-in-time", "2032-04-01", "2032-06-30", sent_on="2031-06-16")
    | {"received_at": "2031-06-30"},
    lawful("sent-late", "2032-01-01", "2032-12-31", sent_on="2031-06-17"),
    lawful("on-monday", "2032-07-01", "2032-12-31", received_at="2031-06-16T23:59"),
    lawful("completed-late", "2032-01-01", "2032-12-31", title_ru=None),
]
PLACED = {
    "near": "current",
    "straddling": "current",
    "far": "long_term",
    "sent-in-time": "current",
    "on-monday": "current",
}
CONCLUDED = [*PLACED, "too-far"]


def on_the_way(to: str, on: str) -> list[dict[str, Any]]:
    """Return the sendings of both plans."""
    return [
        row("submissions", to=to, plan=plan, on=on) for plan in ("current", "long_term")
    ]


SHEETS: dict[str, Any] = {
    "cycle": cycle(year=2031, ruleset="test-2031"),
    "bodies": BODIES,
    "concepts": CONCEPTS,
    "supplements": [
        row(
            "supplements",
            concept="completed-late",
            on="2031-07-01",
            title_ru=TITLE_RU,
        )
    ],
    "conclusions": [
        row("conclusions", concept=key, on="2031-07-31")
        for key in (*CONCLUDED, "completed-late", "sent-late")
    ],
    "notifications": [
        row("notifications", concept=key, on="2031-08-04") for key in CONCLUDED
    ],
    "returns": [
        row("returns", concept=key, on="2031-07-02") for key in ("sent-late", "near")
    ],
    "placements": [
        *(
            row("placements", concept=key, plan=plan, on="2031-09-01")
            for key, plan in {"far": "current", "too-far": "long_term"}.items()
        ),
        row("placements", concept="straddling", plan="long_term", on="2031-09-01"),
        *(
            row("placements", concept=key, plan=plan, on="2031-09-02")
            for key, plan in PLACED.items()
        ),
    ],
    "events": [row("events", **{"from": "2033-05-01", "to": "2033-05-02"})],
    "submissions": [
        *on_the_way("commission", "2031-09-23"),
        *on_the_way("president", "2031-10-27"),
    ],
    "decisions": [
        row("decisions", plan=plan, on="2031-10-01")
        for plan in ("current", "long_term")
    ],
    "replies": [
        row("replies", plan=plan, on="2031-11-03") for plan in ("current", "long_term")
    ],
    "distributions": [
        *(
            row("distributions", recipient=code, on="2031-11-07")
            for code in ("senate", "national_archives", "mid", "mps")
        ),
        *(
            row("distributions", plan="long_term", recipient=code, on="2031-11-10")
            for code in ("senate", "national_archives", "mks")
        ),
        row("distributions", recipient="parliament", on="2031-11-07"),
    ],
}


@pytest.fixture
def ran(year: Year, settings: Settings) -> Ran:
    """The year 2031 under the other Rules."""
    settings.RULESETS = RULESETS
    return year(today=date(2031, 12, 31), **SHEETS)


def test_another_ruleset_has_its_own_paragraphs(ran: Ran) -> None:
    """What is refused and what is irregular stands on the paragraphs of that file."""
    assert ran.refused == [
        "conclusions 8 ¶§ 3.4",
        "conclusions 9 ¶§ 3.4",
        "conclusions 9 ¶§ 4.2",
        "returns 3 ¶§ 3.4",
        "placements 2 ¶§ 5.1",
        "placements 3 ¶§ 5.1",
        "placements 4 ¶§ 5.1",
        "distributions 9 –",
    ]
    assert ran.cautions == [
        "concepts 5 ¶§ 3.2",
        "concepts 9 ¶§ 3.3",
        "submissions 2 ¶§ 5.2",
        "submissions 2 ¶§ 6.1",
        "submissions 3 ¶§ 6.1",
    ]


def test_another_ruleset_has_its_own_readings(ran: Ran) -> None:
    """The day of sending counts where it is known, and so does the completion."""
    assert {key: found["in_time"] for key, found in ran.report["concepts"].items()} == {
        "near": True,
        "straddling": True,
        "far": True,
        "too-far": True,
        "sent-in-time": True,
        "sent-late": False,
        "on-monday": True,
        "completed-late": False,
    }
    assert ran.stage("straddling") == "placed current"


def test_another_ruleset_has_its_own_days(ran: Ran) -> None:
    """Deadlines, what lateness counts from, and what meets them."""
    found = [
        tuple(
            line[name]
            for name in ("paragraph", "plan", "due", "outer", "met_on", "days_late")
        )
        for line in ran.report["deadlines"]
    ]
    assert found == [
        ("§ 3.1", None, "2031-06-15", "2031-06-16", "2031-06-10", 0),
        ("§ 4.1", None, "2031-08-01", "2031-08-01", "2031-08-04", 3),
        ("§ 6.1", "current", "2031-09-19", "2031-09-22", "2031-09-23", 1),
        ("§ 7.1", "current", "2031-10-25", "2031-10-28", "2031-10-27", 2),
        ("§ 8.1", "current", "2031-11-07", "2031-11-10", "2031-11-07", 0),
        ("§ 6.1", "long_term", "2031-09-19", "2031-09-22", "2031-09-23", 1),
        ("§ 7.1", "long_term", "2031-10-25", "2031-10-28", "2031-10-27", 2),
        ("§ 8.1", "long_term", "2031-11-07", "2031-11-10", None, None),
    ]


def test_another_ruleset_has_its_own_plans(ran: Ran) -> None:
    """Their years, names, titles and headings come from the file too."""
    current, far = ran.plan(), ran.plan("long_term")
    assert (current.form.name, far.form.name) == (
        "current-2032-2033",
        "long-term-2034-2037",
    )
    assert current.form.title["ru"] == "Ближний план договоров на 2032–2033 годы"
    found = json.loads(plan_json(current))
    assert (found["years"], found["ruleset"]) == ([2032, 2033], "test-2031")
    assert [group["heading"]["kk"] for group in found["groups"]] == [
        "А. Мемлекеттер арасында",
        "Б. Үкіметтер арасында",
        "В. Ведомстволар арасында",
    ]
    assert ran.concepts() == ["near", "sent-in-time", "on-monday", "straddling"]
    assert ran.concepts("long_term") == ["far"]


def test_the_year_again_performs_nothing_under_any_rules(ran: Ran, year: Year) -> None:
    """The cycle keeps the ruleset that it was opened under."""
    again = year(today=date(2031, 12, 31), **SHEETS)
    assert (again.performed, again.plan()) == (0, ran.plan())


def small_year(planned_in: int) -> dict[str, Any]:
    """Return a year of three concepts, of which one is late and one not expedient."""

    def on(month: int, day: int) -> date:
        return date(planned_in, month, day)

    term = {
        "conclude_from": date(planned_in + 1, 1, 1),
        "conclude_to": date(planned_in + 1, 12, 31),
    }
    return {
        "cycle": cycle(year=planned_in),
        "concepts": [
            concept("C-1", received_at=on(9, 25), **term),
            concept("C-2", received_at=on(9, 25) + timedelta(days=1), **term),
            concept("C-3", received_at=on(9, 1), **term),
        ],
        "conclusions": [
            row("conclusions", concept=key, expedient=expedient, on=on(10, 24))
            for key, expedient in (("C-1", "yes"), ("C-3", "no"))
        ],
        "returns": [row("returns", concept="C-2", on=on(9, 27))],
        "placements": [row("placements", concept="C-1", on=on(10, 25))],
        "submissions": [
            row("submissions", on=on(11, 9)),
            row("submissions", to="president", on=on(11, 24)),
        ],
        "decisions": [row("decisions", on=on(11, 12))],
        "replies": [row("replies", on=on(12, 1))],
        "distributions": [
            row("distributions", recipient=code, on=on(12, 8))
            for code in ("parliament", "government_office")
        ],
    }


@pytest.mark.slow
def test_a_decade_of_years_stands_in_one_database(year: Year) -> None:
    """Each year comes to its agreed plan, in time, and leaves the others alone."""
    decade = range(2020, 2030)
    done = {
        planned_in: year(today=date(2030, 1, 1), **small_year(planned_in))
        for planned_in in decade
    }
    for planned_in, ran in done.items():
        assert (ran.performed, *ran.said) == (13, [], [])
        assert ran.plan().form.name == f"current-{planned_in + 1}"
        assert (ran.plan().stage, ran.concepts()) == ("agreed", ["C-1"])
        assert {line["days_late"] for line in ran.report["deadlines"]} == {0}
        again = year(today=date(2030, 1, 1), **small_year(planned_in))
        assert (again.performed, again.refused) == (0, [])

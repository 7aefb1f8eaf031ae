"""When the rows of a workbook make a revision of an agreed plan, and which."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jospar.exchange.workbook import read
from jospar.exchange.year import YearRun
from jospar.procedure.clock import Clock
from jospar.records.models import Revision
from tests.exchange.later_rows import (
    AGREED_YEAR,
    DECIDED,
    LAST_DAY,
    UNASKED,
    add,
    change,
    february,
    remove,
    said,
)
from tests.exchange.workbooks import build, row, year_2024
from tests.exchange.years import Ran, Year, run_year

DECISION = row("amending_decisions")
CONSENT = row("consents")
ON_DECISION = change(**DECIDED, on=date(2025, 3, 4))
SECOND = {**UNASKED, "number": "2"}
FILED = 10
"""Rows of the agreed year, from the sheet of concepts on."""
NO_CONSENT = "amendments 2 ¶16 2) None"


def made(ran: Ran) -> list[tuple[int, str, str]]:
    """Return number, ground and first day of each revision that amended a plan."""
    return [
        (one["revision"], one["ground"], one["in_force_since"])
        for one in ran.report["revisions"]
    ]


def run(year: Year, **sheets: Any) -> Ran:
    """Run the agreed year with ``sheets``."""
    return year(today=LAST_DAY, **{**AGREED_YEAR, **sheets})


def test_a_ground_makes_one_revision_a_day(year: Year) -> None:
    """Each has the rows of its day, and is made after the last of them."""
    ran = run(
        year,
        instructions=[UNASKED],
        amendments=[
            change(),
            remove(concept="C-002", on=february(25)),
            add("N-1", on=february(24)),
        ],
    )
    assert (ran.refused, made(ran)) == (
        [],
        [(2, "01-7/95", "2025-02-20"), (3, "01-7/95", "2025-02-20")],
    )
    assert ran.concepts() == ["N-1", "C-001"]


def test_grounds_of_a_day_make_theirs_in_the_order_of_their_last_rows(
    year: Year,
) -> None:
    """Rows of two grounds may stand mixed; the one that ends first is made first."""
    ran = run(
        year,
        instructions=[UNASKED, SECOND],
        amendments=[change(), add("N-1", ground="2"), remove(concept="C-002")],
    )
    assert (ran.refused, [ground for _number, ground, _since in made(ran)]) == (
        [],
        ["2", "01-7/95"],
    )


def test_a_refused_row_keeps_no_other_back(year: Year) -> None:
    """Even the last: the rest makes the revision, and the row a later one."""
    rows = [change(), remove(concept="C-002", reason_kk=None)]
    ran = run(year, instructions=[UNASKED], amendments=rows)
    assert (said(ran), len(made(ran))) == (["amendments 3 ¶16 reason_kk"], 1)
    rows = [change(), remove(concept="C-002")]
    again = run(year, instructions=[UNASKED], amendments=rows)
    assert (again.performed, again.refused, len(made(again))) == (1, [], 2)
    assert again.concepts() == ["C-001"]


def test_rows_that_are_all_refused_make_none(year: Year) -> None:
    """Nothing waits, and nothing more is refused."""
    rows = [change(reason_kk=None), remove(concept="C-9")]
    ran = run(year, instructions=[UNASKED], amendments=rows)
    assert (len(ran.refused), made(ran)) == (2, [])


@pytest.mark.provision("amendments.decision")
@pytest.mark.parametrize(
    ("consents", "since"),
    [
        ([CONSENT], "2025-03-10"),
        ([{**CONSENT, "on": date(2025, 2, 27)}], "2025-03-03"),
        (
            [
                {**CONSENT, "number": "1", "outcome": "declined"},
                {**CONSENT, "on": date(2025, 4, 10)},
            ],
            "2025-04-10",
        ),
    ],
)
def test_a_decision_waits_for_the_consent(
    year: Year, consents: list[dict[str, Any]], since: str
) -> None:
    """Later than the rows, earlier than the decision, or at the second try."""
    ran = run(
        year,
        amending_decisions=[DECISION],
        consents=consents,
        amendments=[ON_DECISION],
    )
    assert (ran.refused, made(ran)) == ([], [(2, "5", since)])


@pytest.mark.provision("amendments.decision")
def test_a_decision_without_consent_changes_nothing_yet(year: Year) -> None:
    """That is told on its last row, each time, until the consent is in the file."""
    sheets = {"amending_decisions": [DECISION], "amendments": [ON_DECISION]}
    first, second = run(year, **sheets), run(year, **sheets)
    assert [(ran.performed, said(ran)) for ran in (first, second)] == [
        (2 + FILED, [NO_CONSENT]),
        (0, [NO_CONSENT]),
    ]
    (refused,) = second.report["refused"]
    assert refused["act"] == "amendment.make_revision"
    third, fourth = (run(year, **sheets, consents=[CONSENT]) for _again in range(2))
    assert [(ran.performed, *ran.said) for ran in (third, fourth)] == [
        (1, [], []),
        (0, [], []),
    ]
    assert made(third) == made(fourth) == [(2, "5", "2025-03-10")]


def test_a_consent_is_to_its_decision_alone(year: Year) -> None:
    """Another decision goes on waiting for its own."""
    other = {**DECIDED, "ground": "6", "on": date(2025, 3, 4)}
    ran = run(
        year,
        amending_decisions=[DECISION, {**DECISION, "number": "6"}],
        consents=[CONSENT],
        amendments=[remove(**other, concept="C-002"), ON_DECISION],
    )
    assert (said(ran), made(ran)) == ([NO_CONSENT], [(2, "5", "2025-03-10")])


def test_rows_of_another_day_take_those_along_that_wait(year: Year) -> None:
    """One revision has all that waits under its ground when it has effect."""
    rows = [ON_DECISION, remove(**DECIDED, concept="C-002", on=date(2025, 3, 11))]
    sheets = {"amending_decisions": [DECISION], "amendments": rows}
    ran = run(year, **sheets)
    assert said(ran) == ["amendments 3 ¶16 2) None"]
    ran = run(year, **sheets, consents=[CONSENT])
    assert (ran.refused, made(ran)) == ([], [(2, "5", "2025-03-10")])


def test_a_revision_is_made_on_the_day_of_the_last_one_or_later(year: Year) -> None:
    """A later run adds a row of an earlier day: it comes into the next revision."""
    base: dict[str, Any] = {"instructions": [UNASKED, SECOND]}
    rows = [change(on=february(26))]
    run(year, **base, amendments=rows)
    rows += [remove(concept="C-002", ground="2", on=february(24))]
    second, third = (run(year, **base, amendments=rows) for _again in range(2))
    assert [(ran.performed, ran.refused) for ran in (second, third)] == [
        (1, []),
        (0, []),
    ]
    kept = Revision.objects.order_by("number").values_list("number", "on")
    assert list(kept)[1:] == [(2, february(26)), (3, february(26))]
    assert third.concepts() == ["C-001"]


def test_a_run_up_to_a_day_leaves_a_revision_for_later(
    db: None, tmp_path: Path
) -> None:
    """What waits then is not refused; the rest of the file makes the revision."""
    later = {
        "amending_decisions": [DECISION],
        "consents": [CONSENT],
        "amendments": [ON_DECISION],
    }
    path = build(tmp_path / "year.xlsx", **year_2024(**AGREED_YEAR, **later))
    part = YearRun(read(path), Clock(LAST_DAY), until=date(2025, 3, 5))
    outcome = part.run(lambda _done, _of: None)
    assert (outcome.performed, outcome.refused) == (2 + FILED, [])
    ran = run_year(path, LAST_DAY)
    assert (ran.performed, ran.refused) == (1, [])
    assert made(ran) == [(2, "5", "2025-03-10")]


def test_reports_of_the_day_of_signing_stand_on_both_sides_of_it(year: Year) -> None:
    """What leads to a signing comes before it, what follows it after."""
    day = date(2025, 4, 2)
    ran = run(
        year,
        progress=[
            row("progress", on=day, reached_on=day, stage="in_force"),
            row("progress", on=day, reached_on=day, stage="decision_to_sign"),
        ],
        signings=[row("signings", on=day)],
    )
    assert ran.said == ([], [])
    assert ran.report["carrying_out"]["current"]["C-001"]["stage"] == "in_force"

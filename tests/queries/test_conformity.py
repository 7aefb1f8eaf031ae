"""The conformity report."""

from datetime import date

import pytest

from jospar.queries.conformity import (
    MOST_ITEMS,
    MOST_RANGES,
    Conformity,
    Evidence,
    Kept,
    ReportLine,
    conformity,
    evidence,
)
from jospar.queries.figures import Behind, FigureKind, Standing, tally
from jospar.rules.core.nouns import Text
from tests.queries.made_record import LATE, agree, conclude, do, open_cycle, place
from tests.queries.made_record import submit as submitted
from tests.queries.test_living_rules import AFTERWARDS, rules_on
from tests.rules import made
from tests.rules.made import CURRENT
from tests.web.made_year import agreed_year, send_out

pytestmark = pytest.mark.django_db

WHY = Text("Пошта кешікті", "Почта опоздала")


def report_on(today: date = AFTERWARDS) -> Conformity:
    """Return the report as of ``today``."""
    return conformity(rules_on(today))


def lines(code: str, today: date = AFTERWARDS) -> list[ReportLine]:
    """Return the lines of a provision."""
    found = report_on(today).lines
    return [line for line in found if line.provision.code == code]


def line(code: str, today: date = AFTERWARDS) -> ReportLine:
    """Return the only line of a provision."""
    (found,) = lines(code, today)
    return found


def test_every_paragraph_has_a_line() -> None:
    """What is not carried out here yet says so; lines of all kinds are counted."""
    agreed_year()
    report = report_on()
    paragraphs = dict.fromkeys(line.provision.paragraph for line in report.lines)
    assert list(paragraphs) == [
        *map(str, range(1, 16)),
        *("16", "16 1)", "16 2)", "17", "18", "19"),
    ]
    assert sum(report.counts.values()) == len(report.lines)
    assert report.counts[Kept.OUTSIDE] == 0


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("plans.kinds", Kept.DONE),
        ("concepts.deadline", Kept.NOT_DONE),
        ("concepts.late", Kept.NOT_DONE),
        ("conclusions.notice", Kept.NOTHING),
        ("control.general", Kept.DONE),
    ],
)
def test_a_provision_was_kept_or_not(code: str, kept: Kept) -> None:
    """A body was silent, a late concept was not returned."""
    agreed_year()
    assert line(code).kept is kept


def test_the_two_plans_were_sent_out_in_their_own_time() -> None:
    """One went late, the other lacks recipients still."""
    agreed_year()
    current, long_term = lines("distribution.deadline")
    assert (current.kept, current.days_late) == (Kept.LATE, 1)
    assert [item.behind.body for item in current.items] == ["trade"]
    assert (long_term.kept, len(long_term.items)) == (Kept.NOT_DONE, 2)


def test_what_is_not_due_yet_is_not_called_undone() -> None:
    """A late concept that waits is open until the drafts had to be ready."""
    open_cycle()
    submitted("C-1", received_at=LATE)
    place("C-2")
    assert line("concepts.late", date(2024, 11, 11)).kept is Kept.AHEAD
    assert line("concepts.late", date(2024, 11, 12)).kept is Kept.NOT_DONE
    assert line("commission.deadline", date(2024, 11, 9)).kept is Kept.AHEAD


def test_an_explanation_stands_beside_what_was_late() -> None:
    """Named by its entry it stands there; without one it is for the whole line."""
    open_cycle()
    letter = do(made.report_none(body="energy", received_at=LATE))
    on = date(2024, 12, 20)
    do(made.explain(provision="proposals.none", subject=letter, on=on, text=WHY))
    do(made.explain(provision="concepts.late", on=on, text=WHY))
    submitted("C-1", received_at=LATE)
    (item,) = line("proposals.none").items
    assert item.explanation is not None
    assert item.explanation.text == WHY
    assert line("proposals.none").explanations == ()
    general = line("concepts.late")
    assert [why.text for why in general.explanations] == [WHY]
    assert [item.explanation for item in general.items] == [None]


def test_an_explanation_stands_also_where_a_body_is_silent() -> None:
    """Silence has no entry that could be named."""
    open_cycle()
    on = date(2024, 12, 20)
    do(made.explain(provision="concepts.deadline", on=on, text=WHY))
    assert [why.text for why in line("concepts.deadline").explanations] == [WHY]


def test_an_explanation_of_what_is_not_late_is_not_lost() -> None:
    """It stands with the line."""
    open_cycle()
    on_time = do(made.report_none(body="energy"))
    on = date(2024, 12, 20)
    do(made.explain(provision="proposals.none", subject=on_time, on=on, text=WHY))
    assert [why.subject for why in line("proposals.none").explanations] == [on_time]


def test_the_last_explanation_stands() -> None:
    """A later one takes the place of the earlier one of the same."""
    open_cycle()
    for text in (Text("а", "а"), WHY):
        do(made.explain(provision="concepts.late", on=date(2024, 12, 20), text=text))
    submitted("C-1", received_at=LATE)
    assert [why.text for why in line("concepts.late").explanations] == [WHY]


def test_a_plan_that_came_late_to_the_commission_is_explained_alone() -> None:
    """Of two plans each has its own sending, and its own explanation."""
    open_cycle()
    place("C-1")
    late = date(2024, 11, 13)
    entry = do(made.send_to_commission(plan=CURRENT, on=late))
    do(made.explain(provision="commission.deadline", subject=entry, on=late, text=WHY))
    found = line("commission.deadline")
    assert (found.kept, found.days_late) == (Kept.LATE, 2)
    assert [item.explanation is not None for item in found.items] == [True]


def test_evidence_is_the_entries_of_the_journal() -> None:
    """Neighbours make a stretch; what is open proves nothing."""
    open_cycle()
    entries = [submitted(f"C-{number}") for number in range(3)]
    conclude("C-0")
    found = line("concepts.term")
    assert found.evidence == Evidence(((entries[0], entries[-1]),), 0)
    concluded = line("conclusions.deadline", date(2024, 10, 15))
    assert concluded.evidence.ranges == ((entries[-1] + 1, entries[-1] + 1),)


def test_long_evidence_is_counted_not_listed() -> None:
    """A report stays a report with thousands of acts."""
    every_other = [Behind(Standing.DONE, entry) for entry in range(0, 100, 2)]
    found = evidence(tally(FigureKind.TERMS, every_other))
    assert (len(found.ranges), found.more) == (MOST_RANGES, 50 - MOST_RANGES)


def test_many_open_records_are_counted_not_listed() -> None:
    """The page behind the figure has them all."""
    open_cycle()
    for number in range(MOST_ITEMS + 2):
        submitted(f"C-{number}", received_at=LATE)
    found = line("concepts.late")
    assert (len(found.items), found.more) == (MOST_ITEMS, 2)


def test_a_year_that_was_kept_lacks_only_its_second_plan() -> None:
    """Everybody answered and everything was sent in time; nothing was long-term."""
    open_cycle()
    place("C-1")
    do(made.report_none(body="energy"))
    agree()
    for recipient in ("parliament", "government_office", "trade"):
        send_out(recipient, date(2024, 12, 6))
    counts = report_on().counts
    assert (counts[Kept.LATE], counts[Kept.NOT_DONE], counts[Kept.AHEAD]) == (0, 1, 0)
    assert line("plans.kinds").kept is Kept.NOT_DONE

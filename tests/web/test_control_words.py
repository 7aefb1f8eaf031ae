"""The control report in words."""

from datetime import date

import pytest

from jospar.documents.control_paper import Foreign, Value
from jospar.queries.control_report import Span, control_report
from jospar.rules.core.nouns import Text
from jospar.web.control_words import printed
from tests.queries.made_life import agreed_rows, later
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM

pytestmark = pytest.mark.django_db
MAY = date(2025, 5, 20)
OF_C2 = {"key": "C-2", "plan": LONG_TERM}


def rows(language: str) -> dict[Value, tuple[Value, ...]]:
    """Return the last table by its keys, without them."""
    report = control_report(MAY, Span.QUARTER)
    *_others, table = printed(report, language, rehearsal=False).tables
    return {row[0]: row[1:] for row in table.rows}


def test_what_a_body_answered_last() -> None:
    """No change is told apart from a stage, and from no answer."""
    agreed_rows()
    assert rows("en")["C-1"][-3:] == (None, "No answer yet", None)
    on = date(2025, 3, 3)
    later(made_rows.report(key="C-1", on=on))
    assert rows("en")["C-1"][-3:] == (on, "in talks", None)
    note = Text("Тараптар күтуде", "Стороны ждут")
    later(made_rows.report(key="C-1", on=MAY, stage=None, reached_on=None, note=note))
    assert rows("en")["C-1"][-3:] == (MAY, "No change", Foreign(note.kk, "kk"))
    assert rows("ru")["C-1"][-3:] == (MAY, "Без изменений", Foreign(note.ru, "ru"))


def test_a_present_name_stands_beside_the_agreed_title() -> None:
    """In the same cell, in the language of the report."""
    agreed_rows()
    agreed = made.wording().title
    assert rows("ru")["C-2"][0] == Foreign(agreed.ru, "ru")
    later(made_rows.record_name(**OF_C2, on=date(2025, 3, 3)))
    called = f"{agreed.ru} (Нынешнее название: {made_rows.NAME.ru})"
    assert rows("ru")["C-2"][0] == Foreign(called, "ru")
    called = f"{agreed.kk} (Called now: {made_rows.NAME.kk})"
    assert rows("en")["C-2"][0] == Foreign(called, "kk")


def test_overdue_rows_stand_first_with_all_causes() -> None:
    """The days are those since the first of them."""
    agreed_rows()
    planned_on = date(2025, 5, 10)
    later(made_rows.plan_stage(key="C-1", on=date(2025, 2, 3), planned_on=planned_on))
    report = control_report(MAY, Span.QUARTER)
    _bodies, late, _ahead, every = printed(report, "en", rehearsal=False).tables
    ((key, _title, _body, due_on, days, cause),) = late.rows
    assert (key, due_on, days) == ("C-1", planned_on, 10)
    assert cause == "examination: was planned for 10 May 2025"
    assert [row[0] for row in every.rows] == ["C-1", "C-2"]


@pytest.mark.parametrize(
    ("whole", "rehearsal", "mark"),
    [
        (True, False, "For official use"),
        (False, False, ""),
        (False, True, "Rehearsal: what stands on these pages has no legal force."),
    ],
)
def test_the_marks_of_its_pages(whole: bool, rehearsal: bool, mark: str) -> None:
    """The first page names no row, and bears the mark of none."""
    agreed_rows()
    later(made.mark_handling(key="C-1", on=date(2025, 2, 4)))
    report = control_report(MAY, Span.QUARTER)
    paper = printed(report, "en", whole=whole, rehearsal=rehearsal)
    assert (paper.mark, len(paper.tables)) == (mark, 4 if whole else 0)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "күші № 11-1-4/161 бұйрықпен 2025 жылғы 19 наурыз күнінен"),
        ("ru", "утратил силу на основании приказа № 11-1-4/161, не раньше 19 марта"),
        ("en", "Order № 11-1-4/161 repealed it, not before 19 March 2025"),
    ],
)
def test_it_says_that_the_rules_were_repealed(language: str, said: str) -> None:
    """From the first day on which they may have been, as the pages do."""
    agreed_rows()
    for day, line in ((date(2025, 3, 18), False), (date(2025, 3, 19), True)):
        report = control_report(day, Span.QUARTER)
        lead = printed(report, language, rehearsal=False).lead
        assert (len(lead), said in lead[-1]) == (2 + line, line)


def test_charts_say_what_they_show() -> None:
    """In one sentence, every bar with its number."""
    agreed_rows()
    report = control_report(MAY, Span.QUARTER)
    stages, causes = printed(report, "en", rehearsal=False).charts
    assert stages.said.startswith("Rows by stage: not begun – 2; in talks – 0;")
    assert (stages.late, causes.late) == (False, True)
    assert sum(count for _label, count in stages.bars) == 2

"""How concepts read on a day."""

from datetime import date

import pytest

from jospar.queries.wordings import Wordings
from jospar.rules.core.nouns import Text
from tests.procedure.made_orders import perform_act
from tests.queries.made_record import do, open_cycle, submit
from tests.records.made_files import kept_scan
from tests.rules import made
from tests.rules.made import YEAR

pytestmark = pytest.mark.django_db
TITLE = made.wording().title


def _completed(title: str, on: date) -> int:
    changes = made.changes(title_ru=title)
    return do(made.supplement_concept(on=on, changes=changes))


def test_a_concept_reads_as_the_last_paper_before_says() -> None:
    """What came, was completed and settled counts from its own day on."""
    open_cycle()
    came = submit("C-001")
    supplement = _completed("О торговле", date(2024, 10, 2))
    settled = do(made.settle(on=date(2024, 10, 2), changes=made.changes(title_kk="Ң")))
    wordings = Wordings(YEAR)
    found = [
        wordings.at("C-001", day, entry).title
        for day, entry in (
            (date(2024, 9, 20), came),
            (date(2024, 10, 1), settled + 1),
            (date(2024, 10, 2), supplement),
            (date(2024, 10, 2), settled),
            (date(2024, 12, 1), came),
        )
    ]
    kazakh = TITLE.kk
    assert found == [
        TITLE,
        TITLE,
        Text(kazakh, "О торговле"),
        Text("Ң", "О торговле"),
        Text("Ң", "О торговле"),
    ]


def test_files_that_came_with_a_paper_word_nothing() -> None:
    """The concept reads as the paper itself says."""
    open_cycle()
    filing = made.submit_concept(proposers=("trade",))
    entry = perform_act(filing, files=(kept_scan(),)).number
    assert Wordings(YEAR).at("C-001", date(2024, 9, 20), entry).title == TITLE


def test_concepts_do_not_read_like_each_other() -> None:
    """A paper words the concept that it names alone."""
    open_cycle()
    submit("C-001")
    other = submit("C-002")
    last = _completed("О торговле", date(2024, 10, 2))
    assert last == other + 1
    assert Wordings(YEAR).at("C-002", date(2024, 10, 2), last).title == TITLE

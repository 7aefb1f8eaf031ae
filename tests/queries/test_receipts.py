"""Receipts for what bodies filed."""

from datetime import date

import pytest

from jospar.documents.papers import Receipt
from jospar.procedure import journal
from jospar.queries.papers import receipts
from jospar.rules.core.nouns import Text
from tests.queries.made_record import DURING, LATE, TRADE, do, open_cycle, submit
from tests.rules import made, made_papers
from tests.rules.made import AT, RULES, YEAR

pytestmark = pytest.mark.django_db

TITLE = made.wording().title


def test_a_receipt_proves_what_was_filed_when_it_came() -> None:
    """What the concept lacked then stays on it, though it was completed since."""
    open_cycle()
    filed = made.wording(title=Text(TITLE.kk), purpose=Text())
    number = submit("C-066", wording=filed)
    changes = made.changes(
        title_ru="О торговле", purpose_kk="Мақсаты", purpose_ru="Цель"
    )
    do(made.supplement_concept(key="C-066", on=DURING, changes=changes))
    do(made_papers.register_paper(paper=number, on=DURING))
    receipt = Receipt(
        number=str(number),
        day=date(2024, 9, 20),
        body=TRADE,
        concept="C-066",
        title=Text(TITLE.kk),
        document="7-1/15",
        document_day=date(2024, 9, 18),
        registered_number="11-3/84",
        registered_day=DURING,
        cycle=2024,
        received_at=AT,
        last_day=date(2024, 9, 25),
        in_time=True,
        missing=(
            Text("орысша атауы", "название на русском языке"),
            Text("қазақша мақсаты", "цель на казахском языке"),
            Text("орысша мақсаты", "цель на русском языке"),
        ),
        fingerprint=_digest_of_filing(number),
    )
    assert receipts(RULES, YEAR) == [("receipt-C-066", receipt)]


def test_a_letter_of_none_has_a_receipt() -> None:
    """Receipts stand in the order of the record, late papers among them."""
    open_cycle()
    first = do(made.report_none(body="energy", document="5-1/214"))
    second = submit("C-001", received_at=LATE)
    third = do(made.report_none(received_at=LATE, document="5-1/214"))
    found = receipts(RULES, YEAR)
    assert [
        (stem, paper.number, paper.concept, paper.in_time, paper.fingerprint)
        for stem, paper in found
        if isinstance(paper, Receipt)
    ] == [
        ("receipt-none-energy-5-1-214", str(first), "", True, _digest_of_filing(first)),
        ("receipt-C-001", str(second), "C-001", False, _digest_of_filing(second)),
        ("receipt-none-trade-5-1-214", str(third), "", False, _digest_of_filing(third)),
    ]


def test_keys_that_make_one_stem_keep_apart() -> None:
    """People's keys are safe as names of files, and a later key changes none."""
    open_cycle()
    keys = ["../x", "Т-1", "T/1", "none-trade-7-1-16"]
    for key in keys:
        submit(key)
    do(made.report_none())
    assert [stem for stem, _paper in receipts(RULES, YEAR)] == [
        "receipt-x",
        "receipt-T-1",
        "receipt-T-1-2",
        "receipt-none-trade-7-1-16",
        "receipt-none-trade-7-1-16-2",
    ]


def _digest_of_filing(number: int) -> str:
    [entry] = [entry for entry in journal.entries() if entry.number == number]
    return entry.read().digests["filing"]

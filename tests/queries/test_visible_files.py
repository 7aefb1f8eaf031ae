"""Files of acts, and who may open them."""

from datetime import date

import pytest

from jospar.queries.visible_files import file_seen_by
from jospar.records.models import AttachedFile
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_record import agree, conclude, do, open_cycle, submit
from tests.rules import made
from tests.rules.made import YEAR

pytestmark = pytest.mark.django_db

SHA256 = "0" * 64
TRADE, ENERGY = (Actor("a", Office.BODY_OFFICER, code) for code in ("trade", "energy"))


def opened(entry: int) -> dict[Office | str, bool]:
    """Return who may open a file of the entry: bodies, and offices of the state."""
    AttachedFile.objects.create(
        entry=entry, position=0, sha256=SHA256, name="a.pdf", type="b", size=1
    )
    actors = {"trade": TRADE, "energy": ENERGY} | {
        office: Actor("a", office)
        for office in (
            Office.REGISTRAR,
            Office.REVIEWER,
            Office.COMMISSION_SECRETARY,
            Office.ADMINISTRATION_OFFICER,
            Office.ADMINISTRATOR,
        )
    }
    return {
        name: True
        for name, actor in actors.items()
        if file_seen_by(actor, YEAR, entry, SHA256)
    }


def test_the_file_of_a_concept_is_for_who_sees_the_concept() -> None:
    """Its bodies and the Ministry."""
    open_cycle()
    entry = submit("C-1")
    assert list(opened(entry)) == ["trade", Office.REGISTRAR, Office.REVIEWER]


def test_the_file_of_a_conclusion_is_for_the_review() -> None:
    """A body is sent the conclusion by its notice, whose file it opens."""
    open_cycle()
    submit("C-1")
    entry = conclude("C-1")
    assert list(opened(entry)) == [Office.REVIEWER]
    notice = do(made.notify(key="C-1", on=date(2024, 10, 12)))
    assert list(opened(notice)) == ["trade", Office.REGISTRAR, Office.REVIEWER]


def test_the_file_of_a_letter_of_none_is_for_its_body() -> None:
    """And for the Ministry."""
    open_cycle()
    entry = do(made.report_none(body="energy"))
    assert list(opened(entry)) == ["energy", Office.REGISTRAR, Office.REVIEWER]


def test_the_files_of_the_commission_and_the_president() -> None:
    """Each is for who sees such papers, and nobody else."""
    open_cycle()
    agree()
    sent, decided, to_president, reply = range(4, 8)
    assert list(opened(sent)) == [Office.COMMISSION_SECRETARY]
    assert list(opened(decided)) == [Office.COMMISSION_SECRETARY]
    assert list(opened(to_president)) == [Office.ADMINISTRATION_OFFICER]
    assert list(opened(reply)) == [Office.ADMINISTRATION_OFFICER]


def test_the_file_of_reference_data_is_for_the_administrator() -> None:
    """As a calendar's edition."""
    open_cycle()
    assert list(opened(1)) == [Office.ADMINISTRATOR]


def test_a_file_is_found_in_its_cycle_under_its_own_name() -> None:
    """Neither another year nor another content leads to it."""
    open_cycle()
    entry = submit("C-1")
    opened(entry)
    assert file_seen_by(TRADE, YEAR - 1, entry, SHA256) is None
    assert file_seen_by(TRADE, YEAR, entry, "1" * 64) is None
    assert file_seen_by(TRADE, YEAR, entry + 1, SHA256) is None

"""The letters that go with amended plans, before they are sent and after."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.documents.papers import RevisionLetter
from jospar.queries.outbox import OutboxLine, outbox
from jospar.queries.papers import revision_letters
from jospar.queries.plans import recipients_needed
from jospar.records.models import Revision
from jospar.rules.core.nouns import PaperKind, Text
from tests.queries.made_amended import add, agreed_plan, december, instruct, make, stage
from tests.queries.made_record import do
from tests.rules import made_amendments
from tests.rules.made import CURRENT, RULES, YEAR

pytestmark = [pytest.mark.django_db, pytest.mark.provision("amendments.sending")]

TODAY = date(2024, 12, 20)


def amended(times: int = 1) -> None:
    """Amend the agreed plan on as many instructions."""
    agreed_plan()
    for number in range(1, times + 1):
        instruct(str(number), 8 + number)
        add(str(number), 8 + number, f"N-{number}")
        if number == 1:
            stage("1", 9)
        make(str(number), 8 + number)


def lines(*, sent: bool) -> list[OutboxLine]:
    """Return the letters of the outbox that were sent, or those that wait."""
    return [
        line
        for line in outbox(RULES, YEAR, TODAY)
        if line.kind is PaperKind.REVISION_LETTER and (line.sent_on is not None) is sent
    ]


def test_a_revision_waits_for_every_recipient_of_the_agreed_plan() -> None:
    """Each has a letter of its own, without number and day, and without a deadline."""
    amended()
    found = lines(sent=False)
    needed = recipients_needed(RULES, YEAR, CURRENT)
    assert [line.subjects for line in found] == [(f"current/2/{to}",) for to in needed]
    revision = Revision.objects.get(number=2)
    paper = found[0].paper
    assert isinstance(paper, RevisionLetter)
    assert (paper.revision, paper.fingerprint) == (2, revision.fingerprint)
    assert (paper.added, paper.changed, paper.removed, paper.rows) == (1, 1, 0, 3)
    assert paper.ground.ru.endswith("9 декабря 2024 года, № 1")
    assert (paper.number, paper.day, paper.since) == ("", None, december(9))
    post = RULES.signatories[PaperKind.DISPATCH_LETTER].post
    assert (paper.signatory_post, found[0].deadline) == (post, None)
    assert post != Text()


def test_only_the_last_revision_waits() -> None:
    """Who has it needs none of those before; what was sent of those stays."""
    amended(1)
    do(made_amendments.send_out(revision=2, on=december(9)))
    instruct("2", 10)
    add("2", 10, "N-2")
    make("2", 10)
    assert {line.subjects[0][:9] for line in lines(sent=False)} == {"current/3"}
    (sent,) = lines(sent=True)
    assert (sent.subjects, sent.sent_on) == (("current/2/parliament",), december(9))
    assert (sent.paper.number, sent.paper.day) == ("11-2/41", december(9))


def test_what_was_sent_is_an_official_paper() -> None:
    """Its file is named by the plan, the revision and the recipient."""
    amended()
    assert revision_letters(RULES, YEAR) == []
    do(made_amendments.send_out(revision=2, on=december(9)))
    ((stem, paper),) = revision_letters(RULES, YEAR)
    assert stem == "dispatch-current-2025-revision-2-parliament"
    assert isinstance(paper, RevisionLetter)
    assert paper.means == "courier"


def test_a_plan_that_was_not_amended_has_no_such_letter(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """One query tells so."""
    agreed_plan()
    assert lines(sent=False) == []
    with django_assert_num_queries(1):
        assert revision_letters(RULES, YEAR) == []


@pytest.mark.parametrize("sent", [1, 3])
def test_the_number_of_queries_is_fixed(
    sent: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """One recipient or several, as many queries."""
    amended()
    for recipient in ("parliament", "government_office", "trade")[:sent]:
        do(made_amendments.send_out(revision=2, on=december(9), recipient=recipient))
    with django_assert_num_queries(13):
        assert len(revision_letters(RULES, YEAR)) == sent

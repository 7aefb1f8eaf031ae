"""Letters and receipts for what is in the record."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime

import pytest

from jospar.documents.papers import (
    ConclusionNotice,
    DispatchLetter,
    LateConcept,
    ReturnLetter,
)
from jospar.queries.papers import (
    Papers,
    conclusion_notices,
    dispatch_letters,
    receipts,
    reminders,
    return_letters,
)
from jospar.records.models import Revision
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.nouns import PaperKind, Text
from jospar.rules.core.ruleset import Ruleset
from tests.queries.made_record import (
    DURING,
    ENERGY,
    LATE,
    TRADE,
    agree,
    conclude,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made, made_papers
from tests.rules.made import BOTH_YEARS, CURRENT, LONG_TERM, RULES, YEAR, YEAR_2026

pytestmark = pytest.mark.django_db

TITLE = made.wording().title
RETURNED = date(2024, 9, 30)
NOTIFIED = date(2024, 10, 15)
SENT = date(2024, 12, 6)
WRITTEN = date(2024, 9, 18)
DIRECTOR = RULES.signatories[PaperKind.REMINDER].post
DEPUTY = RULES.signatories[PaperKind.DISPATCH_LETTER].post
PLAN_2025 = Text(
    "Қазақстан Республикасының халықаралық шарттарын жасасудың 2025 жылға арналған "
    "ағымдағы жоспары",
    "Текущий план заключения международных договоров Республики Казахстан на 2025 год",
)
PLAN_2026 = Text(
    "Қазақстан Республикасының халықаралық шарттарын жасасудың 2026–2028 жылдарға "
    "арналған перспективалық жоспары",
    "Перспективный план заключения международных договоров Республики Казахстан на "
    "2026–2028 годы",
)


def test_a_return_letter_says_what_came_late_and_on_what_ground() -> None:
    """It bears its number and day, and goes to the body that brought the concept."""
    open_cycle()
    submit("C-084", received_at=LATE, proposers=("energy", "trade"), document="5-2/1")
    do(made.return_late(key="C-084", on=RETURNED, document="ҚК/408"))
    late = LateConcept(
        key="C-084",
        title=TITLE,
        document="5-2/1",
        document_day=WRITTEN,
        received_at=LATE,
    )
    letter = ReturnLetter(
        number="ҚК/408",
        day=RETURNED,
        addressee=ENERGY,
        concepts=(late,),
        cycle=2024,
        last_day=date(2024, 9, 25),
        rules=Text(RULES.name["kk"], RULES.name["ru"]),
        paragraph="6",
        signatory_post=DIRECTOR,
    )
    assert return_letters(RULES, YEAR) == [("return-C-084", letter)]


def test_concepts_that_went_back_under_one_number_share_a_letter() -> None:
    """Another number, day or body makes another letter."""
    open_cycle()
    for key, body, number, day in (
        ("C-1", "trade", "7", 27),
        ("C-2", "trade", "7", 27),
        ("C-3", "trade", "8", 27),
        ("C-4", "trade", "7", 28),
        ("C-5", "energy", "7", 28),
    ):
        submit(key, received_at=LATE, proposers=(body,))
        on = date(2024, 9, day)
        do(made.return_late(key=key, on=on, document=number))
    letters = [
        (stem, [concept.key for concept in paper.concepts])
        for stem, paper in return_letters(RULES, YEAR)
        if isinstance(paper, ReturnLetter)
    ]
    assert letters == [
        ("return-C-1", ["C-1", "C-2"]),
        ("return-C-3", ["C-3"]),
        ("return-C-4", ["C-4"]),
        ("return-C-5", ["C-5"]),
    ]


def test_a_moment_is_that_of_astana() -> None:
    """A moment given with another offset is told as clocks in Astana showed it."""
    open_cycle()
    moment = datetime(2024, 9, 25, 19, 30, tzinfo=UTC)
    submit("C-001", received_at=moment)
    do(made.return_late(on=RETURNED))
    [(_stem, letter)] = return_letters(RULES, YEAR)
    assert isinstance(letter, ReturnLetter)
    [concept] = letter.concepts
    assert str(concept.received_at) == "2024-09-26 00:30:00+05:00"


def test_a_notice_tells_the_conclusion_and_the_plan_that_it_leads_to() -> None:
    """The plan is the one that the term pointed to when the body was told."""
    open_cycle()
    submit("C-001")
    conclude("C-001")
    do(made.notify(on=NOTIFIED, document="ХБ/1"))
    notice = ConclusionNotice(
        number="ХБ/1",
        day=NOTIFIED,
        addressee=TRADE,
        concept="C-001",
        title=TITLE,
        document="7-1/15",
        document_day=WRITTEN,
        conclusion_number="11-2/2",
        conclusion_day=DURING,
        expedient=True,
        reasons=Text("Сауда өседі", "Торговля вырастет"),
        conclusion_signed_by="Б. Оспанов",
        plan=PLAN_2025,
        signatory_post=DIRECTOR,
    )
    assert conclusion_notices(RULES, YEAR) == [("notice-C-001", notice)]


def test_a_notice_names_no_plan_where_none_is_certain() -> None:
    """None is named for a term in both plans, or where the treaty is not expedient."""
    open_cycle()
    submit("C-1", wording=made.wording(conclude=BOTH_YEARS))
    submit("C-2")
    submit("C-3", wording=made.wording(conclude=YEAR_2026))
    for key, expedient in (("C-1", True), ("C-2", False), ("C-3", True)):
        conclude(key, expedient=expedient)
        do(made.notify(key=key, on=NOTIFIED))
    plans = [
        paper.plan
        for _stem, paper in conclusion_notices(RULES, YEAR)
        if isinstance(paper, ConclusionNotice)
    ]
    assert plans == [Text(), Text(), PLAN_2026]


def test_a_notice_keeps_the_title_that_it_was_sent_with() -> None:
    """What is settled later changes the concept, not a letter that was sent."""
    open_cycle()
    submit("C-001")
    conclude("C-001")
    do(made.notify(on=NOTIFIED))
    before = conclusion_notices(RULES, YEAR)
    changes = made.changes(title_ru="О торговле", conclude_from=date(2025, 3, 1))
    do(made.settle(on=date(2024, 10, 16), changes=changes))
    assert conclusion_notices(RULES, YEAR) == before


def test_a_dispatch_letter_names_the_revision_that_the_president_agreed() -> None:
    """A plan that was returned before is agreed as its later revision."""
    open_cycle()
    place("C-1")
    do(made.send_to_commission(on=date(2024, 10, 20)))
    do(made.decide(on=date(2024, 10, 22), number="1", outcome=Outcome.RETURNED))
    submit("C-2", proposers=("energy",))
    conclude("C-2", on=date(2024, 10, 23))
    do(made.place(key="C-2", on=date(2024, 10, 23)))
    agree()
    do(made.distribute(on=SENT, means="paper", document="11-1/702"))
    do(made.distribute(on=SENT, recipient="energy", means=""))
    revision = Revision.objects.get(number=2)

    def letter(addressee: Text, means: str, number: str) -> DispatchLetter:
        return DispatchLetter(
            number=number,
            day=SENT,
            addressee=addressee,
            plan=PLAN_2025,
            revision=2,
            fingerprint=revision.fingerprint,
            rows=2,
            reply_number="37-1",
            reply_day=date(2024, 12, 2),
            means=means,
            signatory_post=DEPUTY,
        )

    parliament = Text(
        "Қазақстан Республикасының Парламенті", "Парламент Республики Казахстан"
    )
    assert dispatch_letters(RULES, YEAR) == [
        ("dispatch-current-2025-parliament", letter(parliament, "paper", "11-1/702")),
        ("dispatch-current-2025-energy", letter(ENERGY, "", "")),
    ]


def test_each_plan_has_its_own_dispatch_letters() -> None:
    """A letter goes with the plan, revision and reply that it names."""
    open_cycle()
    place("C-1")
    place("C-2", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    for plan in (LONG_TERM, CURRENT):
        agree(plan)
        do(made.distribute(plan=plan, on=SENT))
    prints = dict(Revision.objects.values_list("plan__kind", "fingerprint"))
    letters = [
        (stem, paper.fingerprint, paper.plan)
        for stem, paper in dispatch_letters(RULES, YEAR)
        if isinstance(paper, DispatchLetter)
    ]
    assert letters == [
        ("dispatch-long-term-2026-2028-parliament", prints["long_term"], PLAN_2026),
        ("dispatch-current-2025-parliament", prints["current"], PLAN_2025),
    ]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("papers", "queries"),
    [
        (return_letters, 9),
        (conclusion_notices, 8),
        (dispatch_letters, 13),
        (reminders, 9),
        (receipts, 8),
    ],
)
def test_the_number_of_queries_does_not_grow(
    papers: Callable[[Ruleset, int], Papers],
    queries: int,
    rows: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    """One row or more, as many queries."""
    open_cycle()
    recipients = ["parliament", "government_office", "trade"]
    for number in range(rows):
        submit(f"L-{number}", received_at=LATE)
        do(made.return_late(key=f"L-{number}", document=str(number), on=RETURNED))
        place(f"C-{number}")
        do(made.notify(key=f"C-{number}", on=NOTIFIED))
    agree()
    for recipient in recipients[:rows]:
        do(made.distribute(recipient=recipient, on=SENT))
        do(made_papers.remind(on=SENT))
        do(made_papers.send_reminder(on=SENT))
    with django_assert_num_queries(queries):
        found = papers(RULES, YEAR)
    assert len(found) == (2 * rows if papers is receipts else rows)
